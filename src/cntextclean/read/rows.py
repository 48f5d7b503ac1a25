r"""
A line of JSONL in which one text may be exchanged, everything else as it stands.

The line is never taken apart and put together again: the place of the value is found, and only what stands there is
replaced. So no field, no order of keys, no way of writing a number or an escape is changed.

    >>> row = split_row('{"n": 1.50, "text": "甲乙", "at": [ ]}', "text")
    >>> row.with_text("甲"), row.line()
    ('{"n": 1.50, "text": "甲", "at": [ ]}', '{"n": 1.50, "text": "甲乙", "at": [ ]}')
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from cntextclean.model import Span

_BLANK = re.compile(r"[ \t\n\r]*")
_DECODER = json.JSONDecoder()


@dataclass(frozen=True, slots=True)
class Row:
    """
    What stands before and behind the value, and the text that it holds (with lone surrogates, where the line has
    such). ``raw`` is the value as it was written, where it was written otherwise than :func:`quoted` does.
    """

    head: str
    tail: str
    text: str
    raw: str = ""

    def line(self) -> str:
        """The line as it was."""
        return self.head + (self.raw or quoted(self.text)) + self.tail

    def with_text(self, text: str) -> str:
        """The line with another text."""
        return self.head + quoted(text) + self.tail


def split_row(line: str, field: str) -> Row:
    """
    Part an object of JSON, which must be a valid one, before and behind the text of ``field``.

    Raises :class:`KeyError` where there is no such field. Of two fields of that name the last counts, as it does when
    JSON is read.
    """
    start, end = _value_span(line, field)
    text, raw = str(_DECODER.raw_decode(line, start)[0]), line[start:end]
    return Row(line[:start], line[end:], text, "" if raw == quoted(text) else raw)


def quoted(text: str) -> str:
    """A text as JSON; everything is escaped where it holds what UTF-8 cannot (a lone surrogate)."""
    return json.dumps(text, ensure_ascii=any("\ud800" <= one <= "\udfff" for one in text))


def _value_span(line: str, field: str) -> Span:
    found: Span | None = None
    at = _behind_blank(line, line.index("{") + 1)
    while line[at] != "}":
        key, at = _DECODER.raw_decode(line, at)
        start = _behind_blank(line, _behind_blank(line, at) + 1)
        end = _DECODER.raw_decode(line, start)[1]
        if key == field:
            found = (start, end)
        at = _behind_blank(line, end)
        if line[at] == ",":
            at = _behind_blank(line, at + 1)
    if found is None:
        raise KeyError(field)
    return found


def _behind_blank(line: str, at: int) -> int:
    found = _BLANK.match(line, at)
    return found.end() if found else at
