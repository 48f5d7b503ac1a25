"""
Pages as bytes: the templates, set with what the views hold.

Templates escape everything by themselves, an unknown name in one is an error, and no filter lets text through as
mark-up; the only trusted texts are the package's own style sheets and class rules made of escaped strings.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

from cntextclean.write.report import marks
from cntextclean.write.report.links import Links
from cntextclean.write.report.rulebook import Numbers, Rulebook
from cntextclean.write.report.sharing import Map
from cntextclean.write.report.summary import Corpus, RunSummary
from cntextclean.write.report.views import DocumentView

if TYPE_CHECKING:
    from jinja2 import Environment

NO_RULES = Rulebook(())


def render_report(
    views: Sequence[DocumentView], *, corpus: Corpus, run: RunSummary, sharing: Map, links: Links, rulebook: Rulebook
) -> bytes:
    """The report on one page; with no views, its front alone."""
    sheets = ("base", "overview", "document") if views else ("base", "overview")
    return _render(
        "report.html.j2", styles=_styles(*sheets) + rulebook.styles, sheet="", page_title=run.title,
        views=views, corpus=corpus, run=run, map=sharing, links=links, rulebook=rulebook,
    )  # fmt: skip


def render_page(
    view: DocumentView, rulebook: Rulebook, *, sheet: str = "", back: str = "", previous: str | None = None,
    following: str | None = None,
) -> bytes:  # fmt: skip
    """
    A document on a page of its own; ``back`` is the address of the front, nothing for no navigation; ``sheet`` that of
    the style sheet that all pages share, nothing for one of its own.
    """
    styles = "" if sheet else _styles("base", "document") + rulebook.styles
    return _render(
        "page.html.j2", styles=styles, sheet=sheet, page_title=view.name,
        view=view, rulebook=rulebook, back=back, previous=previous, next=following,
    )  # fmt: skip


def render_sheet(numbers: Numbers) -> bytes:
    """The style sheet that the pages of a report share."""
    return (_styles("base", "document") + numbers.styles).encode("utf-8")


def render_absent(document: str, back: str, sheet: str) -> bytes:
    """The page of a document that others point to and the report does not hold."""
    return _render(
        "page.html.j2",
        styles="",
        sheet=sheet,
        page_title=document,
        view=None,
        rulebook=NO_RULES,
        back=back,
        previous=None,
        next=None,
    )


def share(part: int, whole: int) -> str:
    """A share in words of per cent, never rounded to nothing or to all.

    >>> share(1, 3), share(1, 10_000), share(9_999, 10_000), share(0, 0)
    ('33.3%', '< 0.1%', '> 99.9%', '0%')
    """
    if not part:
        return "0%"
    if part == whole:
        return "100%"
    if part * 1000 < whole:
        return "< 0.1%"
    if (whole - part) * 1000 < whole:
        return "> 99.9%"
    return f"{100 * part / whole:.1f}%"


def mille(part: int, whole: int) -> int:
    """A share in thousandths, at least 1 for anything: for drawing.

    >>> mille(1, 3), mille(1, 9999), mille(0, 0)
    (333, 1, 0)
    """
    return max(1, 1000 * part // whole) if part else 0


@cache
def _environment() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        loader=FunctionLoader(_template), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    shown = (marks.visible, marks.visible_blanks, marks.plain, marks.language, share, mille)
    environment.filters.update({function.__name__: function for function in shown})
    return environment


def _template(name: str) -> str:
    return (files(__package__) / "templates" / name).read_text(encoding="utf-8")


@cache
def _styles(*names: str) -> Markup:
    """Style sheets of the package without comments and needless blanks: a report has one copy, or several."""
    text = "".join(_template(f"{name}.css") for name in names)
    text = re.sub(r"/\*.*?\*/|\n", "", text)
    text = re.sub(r"(?<=[{};:,>]) +| +(?=[{}>])|;(?= *})|(?<=[ :(,-])0(?=\.)", "", re.sub(r"  +", " ", text))
    return Markup(text)  # noqa: S704 - our own


def _render(name: str, **values: object) -> bytes:
    return _environment().get_template(name).render(**values).encode("utf-8")
