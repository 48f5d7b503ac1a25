"""
Personal names of a line in Latin letters, each with its place.

It is safe because it only reads.

    >>> [one.text for one in find_latin_names("LI Ming1, WANG Fang2 and J. P. Dupont*")]
    ['LI Ming', 'WANG Fang', 'J. P. Dupont']
    >>> [one.text for one in find_latin_names("LI Ming, XU Jianhui School of Statistics, Donghai University")]
    ['LI Ming', 'XU Jianhui']
    >>> find_latin_names("(State Key Laboratory of Power Grid Safety, Beijing, China)")
    ()
"""

from __future__ import annotations

import re

from cntextclean.language.forms import fold_form
from cntextclean.structure.names import MARKS, Name, mask
from cntextclean.structure.romanised import is_romanised

LATIN_MARKS = re.compile(r"(?<=[a-z])\d(?:,\d){0,3}|\b(?:and|AND|by|By)\b|[&†‡]|\([^()]{0,300}\)")
LATIN_INSTITUTION = re.compile(
    r"(?i:\bUniv|Institut|College|Academy|School|Faculty|Departm|\bDept\b|\bLab\b|Laborator|Cent(?:er|re)\b|Hospital"
    r"|Co\., ?Ltd)"
)
HOUSED = re.compile(r" {0,3}[(\d]")
"""How a line of institutions begins."""
RUN_ON = 2
"""Words of a name that an institution is run into."""
LATIN_NAME = re.compile(
    r"(?:[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'\-]{0,20}\.?)"
    r"(?: {1,2}[A-Z\u00c0-\u00de][A-Za-z\u00c0-\u024f'\-]{0,20}\.?){1,3}"
)


def find_latin_names(text: str) -> tuple[Name, ...]:
    """The names of a line in Latin letters, ``LI Ming1, WANG Fang2 and J. P. Dupont*``, without their marks."""
    folded = fold_form(text)
    masked = mask(mask(folded, MARKS), LATIN_MARKS)
    housed = LATIN_INSTITUTION.search(masked)
    if housed and HOUSED.match(folded):
        return ()
    found = (_name(match, housed.start() if housed else len(masked)) for match in LATIN_NAME.finditer(masked))
    return tuple(one for one in found if one is not None)


def _name(found: re.Match[str], house: int) -> Name | None:
    """The name that stands before an institution; what runs into it is a name as far as its words are syllables."""
    if found.end() < house:
        return Name(" ".join(found[0].split()), *found.span())
    words = list(re.finditer(r"[^ ]+", found[0][: max(0, house - found.start())]))[:RUN_ON]
    shown = " ".join(word[0] for word in words)
    if len(words) == RUN_ON and is_romanised([shown]):
        return Name(shown, found.start(), found.start() + words[-1].end())
    return None
