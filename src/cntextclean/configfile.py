"""
The configuration as the user gives it: a file, ``--set`` and options, each value with its origin.

The nearest ``cntextclean.toml``, or ``[tool.cntextclean]`` of the nearest ``pyproject.toml``, counts, looking upwards
from a folder; files are never merged with one another. It is safe because only known keys with values of the right
type are taken: anything else is an error that names the file, the key and the nearest known one.

    >>> settings = load_settings(isolated=True, assignments=("repair.spacing=pangu",))
    >>> settings.config.repair.spacing, settings.origins["repair.spacing"], settings.origins["script"]
    ('pangu', '--set', 'default')
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import get_args, get_type_hints

import msgspec

from cntextclean.config import Config
from cntextclean.errors import UsageError

NAME = "cntextclean.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """A configuration and, by dotted key, where each value comes from: ``default``, a file, ``--set`` or an option."""

    config: Config
    origins: dict[str, str]
    file: Path | None = None


@dataclass(frozen=True, slots=True)
class _Given:
    value: object
    origin: str


def load_settings(
    path: Path | None = None,
    *,
    isolated: bool = False,
    folder: Path | None = None,
    assignments: Sequence[str] = (),
    options: Mapping[str, object] | None = None,
) -> Settings:
    """
    The configuration of ``path``, or of the file nearest to ``folder`` unless ``isolated``; then ``assignments``
    (``key=value``), then ``options`` (by dotted key). Raises :class:`UsageError` with the file, the key, what to do.
    """
    found = path or (None if isolated else find_file(folder or Path.cwd()))
    given = _read_file(found) if found else {}
    for assignment in assignments:
        given.update(_parse_assignment(assignment))
    for key, value in (options or {}).items():
        name = key.rsplit(".", 1)[-1].replace("_", "-")
        given[key] = _Given(value, f"--{'format' if name == 'formats' else name}")
    config = _convert(given)
    return Settings(config, {key: given[key].origin if key in given else "default" for key in known_keys()}, found)


def find_file(folder: Path) -> Path | None:
    """The configuration file nearest to ``folder``, looking upwards."""
    for place in (folder.absolute(), *folder.absolute().parents):
        if (place / NAME).is_file():
            return place / NAME
        project = place / "pyproject.toml"
        if project.is_file() and "cntextclean" in _tools(_parse(project)):
            return project
    return None


@cache
def known_keys() -> dict[str, object]:
    """Every setting by its dotted key, with the type of its value."""
    return dict(_walk(Config, ""))


def value_of(config: Config, key: str) -> object:
    """The value of a dotted key."""
    value: object = config
    for name in key.split("."):
        value = getattr(value, name)
    return value


def _walk(kind: type, prefix: str) -> list[tuple[str, object]]:
    hints = get_type_hints(kind)
    found: list[tuple[str, object]] = []
    for one in fields(kind):
        hint = hints[one.name]
        if isinstance(hint, type) and is_dataclass(hint):
            found += _walk(hint, f"{prefix}{one.name}.")
        else:
            found.append((prefix + one.name, hint))
    return found


def _parse(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise UsageError(
            f"{path}: is no valid TOML ({problem}). To do: correct it, or leave it out with --isolated."
        ) from problem
    except OSError as problem:
        raise UsageError(
            f"{path}: cannot be read ({problem.strerror}). To do: check the path given to --config."
        ) from problem


def _tools(content: dict[str, object]) -> dict[str, object]:
    tools = content.get("tool", {})
    return tools if isinstance(tools, dict) else {}


def _read_file(path: Path) -> dict[str, _Given]:
    content = _parse(path)
    if path.name == "pyproject.toml":
        section = _tools(content).get("cntextclean", {})
        if not isinstance(section, dict):
            raise UsageError(
                f"{path}: `tool.cntextclean` is no table. To do: write [tool.cntextclean] and settings below."
            )
        content = section
    return {key: _Given(value, str(path)) for key, value in _flatten(content, "", str(path))}


def _flatten(content: dict[str, object], prefix: str, origin: str) -> list[tuple[str, object]]:
    """Tables as dotted keys. Raises :class:`UsageError` on a key that is none."""
    flat: list[tuple[str, object]] = []
    for name, value in content.items():
        key = prefix + name.replace("-", "_")
        if isinstance(value, dict) and any(known.startswith(key + ".") for known in known_keys()):
            flat += _flatten(value, key + ".", origin)
        else:
            _check_key(key, origin)
            flat.append((key, value))
    return flat


def _check_key(key: str, origin: str) -> None:
    if key in known_keys():
        return
    last = {known.rsplit(".", 1)[-1]: known for known in known_keys()}
    near = get_close_matches(key, known_keys(), 1) or [last[n] for n in get_close_matches(key, last, 1)]
    guess = f" Did you mean `{near[0]}`?" if near else ""
    raise UsageError(f"{origin}: there is no setting `{key}`.{guess} `cntextclean config show` lists them.")


def _parse_assignment(assignment: str) -> dict[str, _Given]:
    """``key=value``, the value as TOML where it is that, else as a plain word."""
    key, sign, shown = assignment.partition("=")
    key = key.strip().replace("-", "_")
    if not sign:
        raise UsageError(f"--set {assignment}: has no `=`. To do: write it as --set script=simplified.")
    _check_key(key, "--set")
    try:
        value = tomllib.loads(f"value = {shown}")["value"]
    except tomllib.TOMLDecodeError:
        value = shown.strip()
    return {key: _Given(value, "--set")}


def _convert(given: Mapping[str, _Given]) -> Config:
    tree: dict[str, object] = {}
    for key, entry in given.items():
        *tables, last = key.split(".")
        place = tree
        for table in tables:
            place = place.setdefault(table, {})  # type: ignore[assignment]
        place[last] = _as_listed(entry.value, known_keys()[key])
    try:
        return msgspec.convert(tree, Config)
    except msgspec.ValidationError as problem:
        raise UsageError(_explain(str(problem), given)) from problem
    except UsageError as problem:  # a number out of range, or a rule that does not exist
        named = [key for key in given if f"`{key}`" in str(problem)]
        origins = {given[key].origin for key in named or ("select", "ignore") if key in given}
        raise UsageError(f"{', '.join(sorted(origins))}: {problem}") from problem


def _as_listed(value: object, hint: object) -> object:
    """A single word, or words with commas, where a list is wanted."""
    wants_words = getattr(hint, "__origin__", None) is tuple and get_args(hint)[0] is not tuple[str, str]
    return (
        [word.strip() for word in value.split(",") if word.strip()] if wants_words and isinstance(value, str) else value
    )


def _explain(problem: str, given: Mapping[str, _Given]) -> str:
    """What msgspec says of a value, with the file and the values that are allowed."""
    what, _, path = problem.partition(" - at `$.")
    key = path.rstrip("`").split("[")[0]
    entry = given.get(key)
    if entry is None:
        return f"the configuration is wrong: {problem}"
    allowed = [str(one) for one in _choices(known_keys()[key])]
    default = msgspec.json.encode(value_of(Config(), key)).decode("utf-8")
    hint = f"choose one of {', '.join(allowed)}" if allowed else f"give a value like the default, {default}"
    return f"{entry.origin}: `{key}` cannot be {entry.value!r} ({what[:1].lower() + what[1:]}). To do: {hint}."


def _choices(hint: object) -> tuple[object, ...]:
    inner = get_args(hint)
    if getattr(hint, "__origin__", None) is tuple and inner:
        return _choices(inner[0])
    return tuple(one for one in inner if isinstance(one, str))
