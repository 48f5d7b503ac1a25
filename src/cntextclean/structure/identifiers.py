"""
Identifiers and dates, each valid or not at all: DOI (ISO 26324), ISSN (ISO 3297), CN serial numbers (GB/T 9999), dates.

    >>> issn_span("ISSN 2095-7572, CN 10-1223/F"), cn_span("ISSN 2095-7572, CN 10-1223/F")
    (Piece(value='2095-7572', start=5, end=14), Piece(value='10-1223/F', start=19, end=28))
    >>> issn_span("ISSN 2095-7573") is None, date_span("2024年2月30日") is None
    (True, True)
    >>> date_span("2017年12月26日 星期二")
    Piece(value='2017-12-26', start=0, end=11)
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

DOI = re.compile(r"10\.\d{4,9}/[!-~]{1,120}")
SPACED_DOI = re.compile(
    r"10(?: \. ?|\. )\d{4,9} ?/ ?[!-~]{1,60}(?:(?:(?<=[.\-/_(]) (?=[A-Za-z0-9])| (?=[.\-/_)]))[!-~]{1,40}){0,12}"
    r"|10\.\d{4,9} ?/ ?(?:j\. ?(?:issn|cnki)\. ?)?[!-~]{1,60}(?: ?[.\-/_()] ?[!-~]{1,40}){0,8}"
)
"""With blanks behind all its dots, as some are set: ``10. 3969 / j. issn. 1001-3695. 2018``; else with single ones."""
HYPHENS = str.maketrans("\u2010\u2011\u2043", "---")
ISSN = re.compile(r"ISSN[ :]{0,3}(\d{4}) ?- ?(\d{3}[\dXx])")
BARE_ISSN = re.compile(r"(\d{4}) ?- ?(\d{3}[\dXx])(?![\dA-Za-z])")
CN = re.compile(r"CN[ :]{0,3}(\d{2} ?- ?\d{4}(?:/[A-Z]{1,3}\d{0,3})?)")
DAY = re.compile(r"(?<!\d)(\d{4}) ?[年/.-] ?(\d{1,2}) ?[月/.-] ?(\d{1,2})(?:[日号]|(?!\d))")


@dataclass(frozen=True, slots=True)
class Piece:
    """A value in its canonical form, read from ``[start, end)`` of a text."""

    value: str
    start: int
    end: int


def doi_span(text: str, *, spaced: bool = False) -> Piece | None:
    """The first DOI, without what follows it in the sentence. ``spaced`` allows for blanks that recognition put in."""
    text = text.translate(HYPHENS)
    found = (SPACED_DOI if spaced else DOI).search(text)
    if not found:
        return None
    shown = found[0].split("<")[0].rstrip(".,;:)]}>\"' ")
    if shown.count("(") > shown.count(")"):
        shown += ")" * (text[found.start() + len(shown) :][:1] == ")")
    value = shown.replace(" ", "")
    return Piece(value, found.start(), found.start() + len(shown)) if DOI.fullmatch(value) else None


def find_doi(text: str) -> str:
    """The first DOI; empty where there is none."""
    return found.value if (found := doi_span(text)) else ""


def issn_span(text: str, *, labelled: bool = True) -> Piece | None:
    """The first ISSN whose check digit is right; without ``labelled`` the number may stand alone."""
    found = (ISSN if labelled else BARE_ISSN).search(text)
    code = f"{found[1]}-{found[2].upper()}" if found else ""
    return Piece(code, found.start(1), found.end(2)) if found and issn_is_valid(code) else None


def issn_is_valid(code: str) -> bool:
    """Whether the check digit of ``1234-567X`` is right: weights 8 to 2, modulo 11, X for ten."""
    digits = code.replace("-", "").upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return False
    rest = -sum(int(digit) * weight for digit, weight in zip(digits[:7], range(8, 1, -1), strict=True)) % 11
    return digits[7] == ("X" if rest == 10 else str(rest))


def cn_span(text: str) -> Piece | None:
    """The first CN serial number."""
    found = CN.search(text)
    return Piece(found[1].replace(" ", ""), found.start(1), found.end(1)) if found else None


def date_span(text: str) -> Piece | None:
    """The first day that exists, as YYYY-MM-DD."""
    for found in DAY.finditer(text):
        try:
            value = date(int(found[1]), int(found[2]), int(found[3])).isoformat()
        except ValueError:
            continue
        return Piece(value, found.start(), found.end())
    return None
