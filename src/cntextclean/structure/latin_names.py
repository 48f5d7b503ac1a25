"""
Personal names of a line in Latin letters, each with its place.

It is safe because it only reads.

    >>> [one.text for one in find_latin_names("LI Ming1, WANG Fang2 and J. P. Dupont*")]
    ['LI Ming', 'WANG Fang', 'J. P. Dupont']
"""

from __future__ import annotations

import re

from cntextclean.language.forms import fold_form
from cntextclean.structure.names import MARKS, Name, mask

LATIN_MARKS = re.compile(r"(?<=[a-z])\d(?:,\d){0,3}|\b(?:and|AND|by|By)\b|[&†‡]|\([^()]{0,300}\)")
LATIN_NAME = re.compile(
    r"(?:[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'\-]{0,20}\.?)"
    r"(?: {1,2}[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'\-]{0,20}\.?){1,3}"
)


def find_latin_names(text: str) -> tuple[Name, ...]:
    """The names of a line in Latin letters, ``LI Ming1, WANG Fang2 and J. P. Dupont*``, without their marks."""
    masked = mask(mask(fold_form(text), MARKS), LATIN_MARKS)
    found = (match for match in LATIN_NAME.finditer(masked))
    return tuple(Name(" ".join(match[0].split()), match.start(), match.end()) for match in found)
