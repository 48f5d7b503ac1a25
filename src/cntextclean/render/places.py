r"""
Offsets as lines and columns, and the text around a place.

    >>> lines = Lines("一二\n三四")
    >>> lines.place(4), lines.span(2), lines.line_count
    ((2, 2), (3, 5), 2)
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from cntextclean.model import Block, Document, LinePlace, Span
from cntextclean.trace.align import align


class Lines:
    """The lines of a text, cut at line feeds alone; lines and columns (in code points) begin at 1."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts = [0]
        at = text.find("\n")
        while at >= 0:
            self._starts.append(at + 1)
            at = text.find("\n", at + 1)

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, line: int) -> Span:
        """Where a line begins and ends (its line feed left out)."""
        start = self._starts[line - 1]
        end = self._starts[line] - 1 if line < len(self._starts) else len(self.text)
        return start, end


def printed_at(lines: Sequence[LinePlace], offset: int) -> tuple[int, int]:
    """
    The page of an offset and the line on it, both from 1, by the lines of a layout; zeros where there are none.

    >>> printed_at([LinePlace(0, 4, 0, 0, None), LinePlace(6, 9, 1, 0, None)], 7)
    (2, 1)
    """
    at = bisect_right(lines, offset, key=lambda line: line.start) - 1
    return (lines[at].page + 1, lines[at].number + 1) if at >= 0 else (0, 0)


def around(text: str, span: Span, *, width: int = 12) -> tuple[str, str]:
    """What stands before and behind a span, at most ``width`` characters of its own line."""
    start, end = span
    low = max(text.rfind("\n", 0, start) + 1, start - width)
    stop = text.find("\n", end)
    high = min(stop if stop >= 0 else len(text), end + width)
    return text[low:start], text[end:high]


def contexts(document: Document, *, width: int = 12) -> list[str]:
    """
    For each finding of a document the text around it, its place in brackets; the finding's text alone where no block
    holds it. Raises :class:`~cntextclean.errors.TraceError` where the document contradicts itself.
    """
    stretches: list[tuple[int, int, Block]] = []
    for block, parts in align(document):
        at = 0
        for part in parts:
            stretches.append((part.start, at, block))
            at += len(part.after)
    stretches.sort(key=lambda one: one[:2])
    starts = [start for start, _, _ in stretches]
    shown: list[str] = []
    for finding in document.findings:
        number = bisect_right(starts, finding.source[0]) - 1
        text = f"[{finding.text}]"
        if number >= 0:
            start, at, block = stretches[number]
            at += finding.source[0] - start
            if block.text.startswith(finding.text, at):
                before, behind = around(block.text, (at, at + len(finding.text)), width=width)
                text = f"{before}{text}{behind}"
        shown.append(text)
    return shown
