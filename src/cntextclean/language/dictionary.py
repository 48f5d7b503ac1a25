"""
The jieba dictionary as a table of words and frequencies, and the likeliest way to cut a short text into its words.

jieba's own tokenizer writes a cache file, prints to standard error and guesses unknown words (``HMM=True`` gives the
first false join of 459 labelled breaks; the dictionary alone gives none), so only its dictionary file is used, read
once. The cut is the same as jieba's with ``HMM=False``: the path of highest product of word frequencies.

    >>> crosses("区域创新能", "力和竞争力")
    '创新能力'
    >>> crosses("今天天气好。", "明天下雨")
    ''
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.util import find_spec
from math import log
from pathlib import Path

from cntextclean.errors import UsageError

LONGEST = 8
"""Words longer than this are 0.3 % of the dictionary and never decide a break."""
CONTEXT = 8
"""Characters looked at on each side of a break; with 4 there is a false join in 459 breaks, from 6 on none."""
REMEMBERED = 8192
"""Breaks whose words are kept: a break is asked about for the page's habits, for a joint and once more for its name."""

_NAMES = frozenset({"nr", "ns", "nt", "nz"})


def _dictionary_path() -> Path:
    package = find_spec("jieba")
    if package is None or not package.submodule_search_locations:
        raise UsageError("the package jieba is not installed. To do: pip install jieba")
    # Found, not imported: importing jieba costs 0.7 s and builds what is not needed here.
    return Path(package.submodule_search_locations[0], "dict.txt")


@cache
def frequencies() -> dict[str, int]:
    """Word → frequency (a count in jieba's training text); about 349,000 words."""
    fields = _dictionary_path().read_text(encoding="utf-8").split()
    return dict(zip(fields[::3], map(int, fields[1::3]), strict=True))


@cache
def proper_nouns() -> frozenset[str]:
    """The names among the words: of persons, places, bodies and other things (tags ``nr``, ``ns``, ``nt``, ``nz``)."""
    fields = _dictionary_path().read_text(encoding="utf-8").split()
    return frozenset(word for word, tag in zip(fields[::3], fields[2::3], strict=True) if tag[:2] in _NAMES)


@cache
def _logarithm_of_total() -> float:
    return log(sum(frequencies().values()))


@cache
def _longest_by_head() -> dict[str, int]:
    """First two characters of a word → the length of the longest word looked at that begins with them."""
    words = sorted(frequencies(), key=len)  # of words with one head the last one stays
    longest = dict(zip([word[:2] for word in words], map(len, words), strict=True))
    longest.update({head: LONGEST for head, length in longest.items() if length > LONGEST})
    return longest


class _Alone(dict[str, float]):
    """
    Character → the logarithm of its share, as a word: of those asked about. A small table is looked up in half
    the time of the large one.
    """

    def __missing__(self, char: str) -> float:
        share = log(frequencies().get(char) or 1) - _logarithm_of_total()
        self[char] = share
        return share


_alone = _Alone()


def segment(text: str) -> list[str]:
    """The likeliest words of a short text, single characters where nothing fits."""
    frequency, head, total, length = frequencies().get, _longest_by_head().get, _logarithm_of_total(), len(text)
    scores, ends = [0.0] * (length + 1), [length] * (length + 1)
    for start in range(length - 1, -1, -1):
        score, until = _alone[text[start]] + scores[start + 1], start + 1
        # Half of all pairs begin no word, and most others none of more than two or three characters.
        longest = head(text[start : start + 2])
        if longest:
            for end in range(start + 2, min(start + longest, length) + 1):
                if found := frequency(text[start:end]):
                    longer = log(found) - total + scores[end]
                    if longer >= score:
                        score, until = longer, end
        scores[start], ends[start] = score, until
    words: list[str] = []
    at = 0
    while at < length:
        words.append(text[at : ends[at]])
        at = ends[at]
    return words


def crosses(left: str, right: str) -> str:
    """The dictionary word that stands across the break between ``left`` and ``right``, or nothing."""
    return _crossing(left[-CONTEXT:], right[:CONTEXT])


@lru_cache(maxsize=REMEMBERED)
def _crossing(left: str, right: str) -> str:
    whole, middle = left + right, len(left)
    if not _any_crosses(whole, middle):
        return ""
    at = 0
    for word in segment(whole):
        end = at + len(word)
        if at < middle < end:
            return word if len(word) > 1 and word in frequencies() else ""
        at = end
    return ""


def _any_crosses(whole: str, middle: int) -> bool:
    """Whether any word at all could stand there: half of all breaks need no segmentation."""
    table, head, size = frequencies(), _longest_by_head().get, len(whole)
    for start in range(max(0, middle - LONGEST + 1), middle):
        last = start + head(whole[start : start + 2], 0)
        if last > middle:
            for end in range(middle + 1, min(last, size) + 1):
                if whole[start:end] in table:
                    return True
    return False
