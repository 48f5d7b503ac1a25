"""
Whether names in Latin letters are Chinese names in pinyin or in the spelling of Wade and Giles.

A name beside its Chinese form (``李华 Hua LI``) is the same person; ``John Smith`` beside ``李华`` is another one. What
tells them apart is whether the words are made of syllables of Chinese (ISO 7098:2015, annex A, and the older ``hsieh``,
``tzu``).

It is safe because it only reads.

    >>> is_romanised(["Hua LI", "Xiao-ming WANG"]), is_romanised(["HSIEH Tzu-Ying"])
    (True, True)
    >>> is_romanised(["John Smith"]), is_romanised(["Michael Brown", "Anna Schmidt"])
    (False, False)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

_FINALS = {
    "": "a ai an ang ao e ei en eng er o ou",
    "b": "a ai an ang ao ei en eng i ian iao ie in ing o u",
    "p": "a ai an ang ao ei en eng i ian iao ie in ing o ou u",
    "m": "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u",
    "f": "a an ang ei en eng o ou u",
    "d": "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo",
    "t": "a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo",
    "n": "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo v ve ue",
    "l": "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo v ve ue yu",
    "g": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "k": "a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo",
    "h": "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo",
    "j": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "q": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "x": "i ia ian iang iao ie in ing iong iu u uan ue un",
    "zh": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo",
    "ch": "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo ia ien iang iao in ing iu",
    "sh": "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo",
    "r": "an ang ao e en eng i ong ou u uan ui un uo",
    "z": "a ai an ang ao e ei en eng i ong ou u uan ui un uo",
    "c": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "s": "a ai an ang ao e en eng i ong ou u uan ui un uo",
    "y": "a an ang ao e i in ing o ong ou u uan ue un en",
    "w": "a ai an ang ei en eng o u",
}
"""Finals by initial; ``lyu`` is the spelling of passports, ``ch`` and ``y`` have those of Wade and Giles too."""
_OLDER = (("hs", "x"), ("ts", "c"), ("ieh", "ie"), ("ueh", "ue"), ("ung", "ong"), ("ien", "ian"))
_OLDER_SYLLABLES = frozenset({"tzu", "szu", "ssu", "chih", "shih", "jen", "ho", "ko", "lung", "tz"})
_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,24}")
_TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùüǖǘǚǜńňǹ", "aaaaeeeeiiiioooouuuuvvvvvnnn")
LONGEST_SYLLABLE = 6


def is_romanised(names: Sequence[str]) -> bool:
    """Whether at least half of the words of the names are syllables of Chinese; initials say nothing."""
    words = [word for name in names for word in _WORD.findall(name)]
    return 2 * sum(map(_is_pinyin, words)) >= len(words)


def _is_pinyin(word: str) -> bool:
    """Whether a word can be cut into syllables."""
    plain = word.lower().translate(_TONES)
    older = plain
    for old, new in _OLDER:
        older = older.replace(old, new)
    return _is_cut(plain) or _is_cut(older)


def _is_cut(word: str) -> bool:
    reached = [True, *[False] * len(word)]
    for at in range(len(word)):
        if reached[at]:
            for end in range(at + 1, min(at + LONGEST_SYLLABLE, len(word)) + 1):
                reached[end] = reached[end] or word[at:end] in _syllables()
    return reached[-1]


@cache
def _syllables() -> frozenset[str]:
    return _OLDER_SYLLABLES | {initial + final for initial, finals in _FINALS.items() for final in finals.split()}
