r"""
The text of an HTML page, block by block.

The source of the document is the text taken out; tags, scripts, styles and comments are no text. Blocks are separated
by a blank line, ``<br>`` is a line break, cells are separated by a tab. Blanks are collapsed as browsers do; a line
break between two Han, which browsers show as nothing, is dropped (CSS Text 3, segment break transformation).

It is safe because nothing is executed or fetched, and because the scanner is a single pass that remembers when a
closing mark does not occur any more, so broken mark-up costs no more time than good one (html.parser is quadratic on
it). An entity or tag that does not end is text, as in browsers.

    >>> extract("<p>第一段<br>第二行</p><script>x</script><p>A&amp;B</p>").text
    '第一段\n第二行\n\nA&B'
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

_BLOCKS = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol",
        "optgroup", "option", "p", "pre", "section", "select", "summary", "table", "tbody", "tfoot", "thead",
        "tr", "ul",
    )
)  # fmt: skip
_ROWS = frozenset(("li", "tr", "dt", "dd", "option"))
_UNSEEN = frozenset(
    (
        "audio", "canvas", "head", "iframe", "math", "noscript", "object", "script", "style", "svg", "template",
        "textarea", "video",
    )
)  # fmt: skip
_RAW = frozenset(("script", "style", "textarea", "title", "iframe"))
"""Elements whose content is no mark-up: it ends at their own end tag only."""
_TAG = re.compile(r"</?([A-Za-z][A-Za-z0-9:-]{0,40})")
_SPACE = re.compile("[ \t\n\r\f]+")
_HAN_BREAK = re.compile(
    "(?<=[\u2e80-\u9fff\uff00-\uffef])[ \t\r\f]{0,200}\n[ \t\n\r\f]{0,2000}(?=[\u2e80-\u9fff\uff00-\uffef])"
)
_REFERENCE = re.compile("&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});?")


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of a page, and for each U+FFFD of the page that is in it, (offset in the page, offset in the text)."""

    text: str
    marks: tuple[tuple[int, int], ...]


@dataclass(slots=True)
class _Page:
    """What is being put together: text so far, the break that is due before the next text, marks."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    due: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)
    title: str = ""
    headed: bool = False
    unseen: int = 0
    preformatted: int = 0

    def see_tag(self, name: str, *, closing: bool) -> None:
        """What a tag changes: what is seen, how blanks count, what separates the next text."""
        step = -1 if closing else 1
        self.headed = self.headed or name == "h1"
        if name in _UNSEEN:
            self.unseen = max(0, self.unseen + step)
        elif name == "body":
            self.unseen = 0
        elif name == "pre":
            self.preformatted = max(0, self.preformatted + step)
        if name in _BLOCKS:
            self.break_with("\n" if name in _ROWS else "\n\n")
        elif name == "br":
            self.break_with(self.due + "\n" if self.due == "\n" else "\n")
        elif name in ("td", "th") and not closing:
            self.break_with("\t")

    def add(self, text: str, offset: int) -> None:
        """Append text from ``offset`` of the page, collapsed unless it stands in ``<pre>``."""
        verbatim = self.preformatted > 0
        shown = text if verbatim else _SPACE.sub(" ", _HAN_BREAK.sub("", text))
        shown = _REFERENCE.sub(lambda found: unescape(found[0]), shown)
        if not verbatim and (self.due or not self.length or self._ends_blank()):
            shown = shown.lstrip(" ")
        if not shown:
            return
        before = self.due if self.length else ""
        start = self.length + len(before)
        own = [start + at for at, character in enumerate(shown) if character == "\ufffd"] if "\ufffd" in text else []
        raw = [offset + at for at, character in enumerate(text) if character == "\ufffd"] if own else []
        self.marks += zip(raw, own, strict=False)
        self.parts += before, shown
        self.length = start + len(shown)
        self.due = ""

    def break_with(self, mark: str) -> None:
        """Ask for a break before the next text; the strongest asked for counts."""
        if len(mark) > len(self.due) or (mark == "\n" and self.due == "\t"):
            self.due = mark

    def _ends_blank(self) -> bool:
        return self.parts[-1][-1:] in (" ", "\n")


def extract(page: str) -> Extract:
    """The text of a page."""
    taken = _Page()
    for offset, text, name, closing in _scan(page):
        if name == "title":
            taken.title = taken.title or unescape(" ".join(text.split()))
        elif name:
            taken.see_tag(name, closing=closing)
        elif not taken.unseen:
            taken.add(text, offset)
    body = "".join(taken.parts)
    if taken.headed or not taken.title:
        return Extract(body, tuple(taken.marks))
    # A page without a first-level heading of its own has its title on the window's frame alone.
    shift = len(taken.title) + 2
    return Extract(f"{taken.title}\n\n{body}", tuple((offset, at + shift) for offset, at in taken.marks))


def _scan(page: str) -> Iterator[tuple[int, str, str, bool]]:
    """The page as text (offset, text, no name) and tags (name, whether it closes; the title with its text)."""
    at = 0
    ends = _Ends(page)
    while at < len(page):
        opening = page.find("<", at)
        opening = len(page) if opening < 0 else opening
        if opening > at:
            yield at, page[at:opening], "", False
        if opening == len(page):
            return
        at, name, closing = _mark_up(page, opening, ends)
        if name and (closing or not _is_unclosed(page, at, name, ends)):
            yield opening, "", name, closing
        elif not name and at == opening + 1:
            yield opening, "<", "", False
        if name in _RAW and not closing:
            stop = ends.find(f"</{name}", at)
            if stop >= 0:
                if name == "title":
                    yield at, page[at:stop], name, False
                at = stop


def _is_unclosed(page: str, at: int, name: str, ends: _Ends) -> bool:
    """Whether an unseen element has no end: it would hide the rest of the page, so it hides nothing."""
    if name not in _UNSEEN:
        return False
    if page.startswith("/>", at - 2) and name in ("svg", "math"):
        return True
    return ends.find(f"</{name}", at) < 0 and not (name == "head" and ends.find("<body", at) >= 0)


class _Ends:
    """Searches for closing marks that remember a failure, so that a page full of openings is still read once."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._folded = page.lower() if len(page.lower()) == len(page) else page
        self._absent: set[str] = set()

    def find(self, mark: str, start: int) -> int:
        """Where ``mark`` (in lower case) is from ``start`` on; -1 when it is nowhere."""
        if mark in self._absent:
            return -1
        found = self._folded.find(mark, start)
        if found < 0:
            self._absent.add(mark)
        return found


def _mark_up(page: str, start: int, ends: _Ends) -> tuple[int, str, bool]:
    """What the ``<`` at ``start`` begins: where it ends, the tag's name (none for a comment), whether it closes."""
    if page.startswith("<!--", start):
        stop = ends.find("-->", start + 4)
        return (stop + 3 if stop >= 0 else start + 1), "", False
    if page.startswith(("<!", "<?"), start):
        stop = ends.find(">", start)
        return (stop + 1 if stop >= 0 else start + 1), "", False
    tag = _TAG.match(page, start)
    if not tag:
        return start + 1, "", False
    stop = _tag_end(page, tag.end(), ends)
    if stop < 0:
        return start + 1, "", False
    return stop, tag[1].lower(), page.startswith("</", start)


def _tag_end(page: str, start: int, ends: _Ends) -> int:
    """Behind the ``>`` that ends a tag, quoted attribute values passed over; -1 when there is none."""
    at = start
    while True:
        stop = ends.find(">", at)
        if stop < 0:
            return -1
        quote = min((found for mark in "\"'" if (found := page.find(mark, at, stop)) >= 0), default=-1)
        if quote < 0 or not page[at:quote].rstrip().endswith("="):
            return stop + 1
        closing = page.find(page[quote], quote + 1, quote + 65536)
        if closing < 0:
            return stop + 1
        at = closing + 1
