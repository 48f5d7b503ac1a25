"""
What may come of a vote: a change where the language agrees with the copies, else a finding with the reason.

More copies must have the other letter than have the one that stands, it must be one ideograph for one, and the
dictionary must speak for it: a word comes about where none stood, or a letter that clean text has beside neither
neighbour becomes one that it has beside both. Numbers, dates and names are left to a reader.

It is safe because two editions of a text that differ on purpose differ in words, and words on both sides are no ground
for a change.

    >>> from cntextclean.model import Passage
    >>> copies = (Passage("b", 0, 10), Passage("c", 0, 10))
    >>> weigh("推动区城市场高效畅通", Vote(3, 4, "城", "域", copies, 1))
    Verdict(may=True, ground='区域 is a word', open=False, variant=False)
    >>> weigh("推动该项工作", Vote(2, 3, "该", "这", copies, 1)).may
    False
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from cntextclean.language.dictionary import frequencies, proper_nouns, segment
from cntextclean.language.forms import form_part
from cntextclean.language.junctions import junction
from cntextclean.repeats.fold import fold
from cntextclean.repeats.residue import DIGITS, NUMERALS
from cntextclean.repeats.votes import Vote

REACH = 6
"""Letters on each side of a place that are looked at."""
COUNTING = frozenset(DIGITS + NUMERALS + "半甲乙丙丁戊己庚辛壬癸")
"""Letters that count: one for another is another number."""
COMMON = 60_000
"""Frequency in the dictionary from which a surname is a particle first: 和, 都, 从, 于, 时; 高 has 57,483."""
TITLE = 60
"""Characters of a title in 《》, at most."""
_FIT = {"likely": 2, "seen": 1}
_HAN = re.compile("[\u3007\u3400-\u9fff]")
_OPEN_TITLE = re.compile(f"《[^《》\\n]{{0,{TITLE}}}$")
_LABELLED = re.compile(
    "(?:记者|通讯员|实习生|作者|译者|摄影|编辑|校对|撰文|责编|姓名)[：:]?[ \u3000]?"
    "(?:[\u3400-\u9fff·]{2,4}[ \u3000、，]){0,6}[\u3400-\u9fff·]{0,3}$"
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """
    Whether a vote may change the text, and on what ground; or why it may not. ``open``: nothing but the dictionary is
    in the way, which finds both letters usual; ``variant``: a word stands there already.
    """

    may: bool
    ground: str
    open: bool = False
    variant: bool = False


def weigh(text: str, vote: Vote) -> Verdict:
    """What may come of a vote on ``text``."""
    if len(vote.copies) <= vote.against:
        return Verdict(False, "as many copies have it as it stands")
    if not (_HAN.fullmatch(vote.before) and _HAN.fullmatch(vote.after)):
        return Verdict(False, "not one ideograph for one")
    if not vote.in_script:
        return Verdict(False, "the copies are in another script")
    left, right = _letters(text[max(0, vote.start - REACH) : vote.start]), _letters(text[vote.end : vote.end + REACH])
    own, other = fold(vote.before).text, fold(vote.after).text
    if {own, other} & COUNTING:
        return Verdict(False, "it may be a number")
    if _is_named(text, vote):
        return Verdict(False, "it may be a name")
    return _ground(left, own, other, right)


def _ground(left: str, own: str, other: str, right: str) -> Verdict:
    (before, word), (_, old) = _word_at(left, other, right), _word_at(left, own, right)
    if len(old) > 1:
        return Verdict(False, f"{old} is a word", variant=True)
    if word in proper_nouns() or (len(word) == len("建国") and _is_surname(before)):
        return Verdict(False, f"{before if _is_surname(before) else ''}{word} may be a name")
    if len(word) > 1:
        return Verdict(True, f"{word} is a word")
    stands, after = _fits(left, own, right), min(_fits(left, other, right))
    if not after or any(map(_is_surname, (*left[-2:], own, other))):
        return Verdict(False, "the dictionary does not decide")
    if not max(stands):
        return Verdict(True, f"{left[-1:]}{own}{right[:1]} is unusual".replace("\n", ""))
    return Verdict(False, "the dictionary does not decide", open=after >= min(stands))


def _letters(text: str) -> str:
    """The text folded, each letter in its place, with a line feed for all that is no ideograph."""
    return "".join(fold(char).text[:1] if _HAN.fullmatch(char) else "\n" for char in text)


def _word_at(left: str, letter: str, right: str) -> tuple[str, str]:
    """
    The word that the likeliest segmentation puts a letter in, and the one before it; the letter itself where that is no
    word of the dictionary.
    """
    end, before = 0, ""
    for word in segment(left + letter + right):
        end += len(word)
        if end > len(left):
            return before, word if word in frequencies() else letter
        before = word
    return before, letter


def _fits(left: str, letter: str, right: str) -> list[int]:
    """How the letter fits each neighbour: 0 as clean text never has it, 1 seen, 2 likely."""
    pairs = [pair for pair in (left[-1:] + letter, letter + right[:1]) if len(pair) == 2 and "\n" not in pair]
    return [_FIT.get(junction(*pair), 0) for pair in pairs] or [2]


def _is_named(text: str, vote: Vote) -> bool:
    """Whether the place lies in a title, or among the names behind a label."""
    before = text[max(0, vote.start - TITLE) : vote.start]
    return bool(_OPEN_TITLE.search(before) or _LABELLED.search(before))


def _is_surname(text: str) -> bool:
    """Whether a text is a surname, and not above all a particle: what follows it may be the rest of a name."""
    return bool(re.fullmatch(form_part("surname"), text)) and frequencies().get(text, 0) < COMMON
