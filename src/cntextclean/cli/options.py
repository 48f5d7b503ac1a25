"""Options that several commands share, and the configuration that they make."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from cntextclean.configfile import Settings

CONFIGURATION = (
    click.option(
        "--config", "config_path", type=click.Path(path_type=Path), metavar="FILE", help="Use this configuration file."
    ),
    click.option("--isolated", is_flag=True, help="Use no configuration file."),
    click.option(
        "--set",
        "assignments",
        multiple=True,
        metavar="KEY=VALUE",
        help="Set one value, e.g. --set repair.spacing=pangu.",
    ),
    click.option(
        "--select", multiple=True, metavar="RULES", help="Also use these rules (names or prefixes, commas between)."
    ),
    click.option("--ignore", multiple=True, metavar="RULES", help="Leave these rules out; wins over --select."),
    click.option("--script", type=click.Choice(["keep", "simplified", "traditional"]), help="Script of the result."),
    click.option(
        "--dedup",
        type=click.Choice(["none", "document", "corpus"]),
        help="Where copies are looked for and taken out; corpus: across all documents, too.",
    ),
    click.option("--text-field", metavar="NAME", help="Field of a JSONL or Parquet record that holds the text."),
    click.option("--id-field", metavar="NAME", help="Field of a JSONL or Parquet record that holds its id."),
    click.option("--encoding", metavar="NAME", help="Read all inputs in this encoding instead of finding out."),
)


@dataclass(frozen=True, slots=True)
class Choices:
    """What the options of the configuration say."""

    config_path: Path | None = None
    isolated: bool = False
    assignments: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    script: str | None = None
    dedup: str | None = None
    encoding: str | None = None
    text_field: str | None = None
    id_field: str | None = None

    def settings(
        self, formats: Sequence[str] = (), more: Mapping[str, str | bool | float | tuple[str, ...] | None] | None = None
    ) -> Settings:
        """
        The configuration, with the origin of each value; ``more`` are a command's own options by their dotted keys. The
        configuration file is looked for from the folder that one is in, upwards. Raises
        :class:`~cntextclean.errors.UsageError`.
        """
        from cntextclean.configfile import load_settings

        given = {
            "script": self.script,
            "dedup": self.dedup,
            "read.encoding": self.encoding,
            "read.text_field": self.text_field,
            "read.id_field": self.id_field,
            "select": ",".join(self.select),
            "ignore": ",".join(self.ignore),
            "formats": ",".join(formats),
            **(more or {}),
        }
        options: dict[str, object] = {key: value for key, value in given.items() if _is_given(value)}
        return load_settings(self.config_path, isolated=self.isolated, assignments=self.assignments, options=options)


def _is_given(value: object) -> bool:
    """Whether an option was typed: a number counts, also zero."""
    return value is not None and value is not False and value not in ("", ())


def configured(function: Callable[..., object]) -> Callable[..., object]:
    """Give a command the options of the configuration; it receives them as ``choices``."""

    @wraps(function)
    def collect(**given: object) -> object:
        mine = {one.name: given.pop(one.name) for one in fields(Choices)}
        return function(**given, choices=Choices(**mine))  # type: ignore[arg-type]

    command: Callable[..., object] = collect
    for option in reversed(CONFIGURATION):
        command = option(command)
    return command


def inputs(function: Callable[..., object]) -> Callable[..., object]:
    """Give a command its inputs. What of them cannot be read is for the run to tell, beside those that can."""
    kind = click.Path(readable=False)
    return click.argument("inputs", nargs=-1, required=True, metavar="IN...", type=kind)(function)


against_option = click.option(
    "--against",
    multiple=True,
    metavar="INDEX",
    help="Also take out what this index (`cntextclean index build`) holds already; it is not changed. May be repeated.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="One JSON object a line on standard output.")
