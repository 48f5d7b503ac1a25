"""
Which encoding a file is in, by evidence.

Samples of the file are decoded with each candidate, damage and all, and the least surprising reading wins (see
:mod:`cntextclean.language.plausibility`). So one bad byte, a NUL or a character cut at either end changes a score a
little and the decision not at all; a strict test would be thrown by each of them.

It is safe because UTF-8 that decodes strictly is taken at its word: only a file of a few characters that would also
be common Chinese in GB18030 is weighed at all.

    >>> guess("中文".encode("big5hkscs") * 8).encoding
    'big5hkscs'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from cntextclean.language.plausibility import UNREADABLE_BITS, bits, mean_bits
from cntextclean.read.damage import decode_damaged
from cntextclean.read.euc_tw import NAME as EUC_TW
from cntextclean.read.euc_tw import register
from cntextclean.read.mixed import PARTNERS, least_bits, least_mean, may_hold_utf8

SAMPLE = 32768
"""Bytes of each of at most three samples: start, middle and end."""

MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
"""Byte-order marks and what they announce; the longer ones first."""

_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_SHORT = 64
"""Bytes up to which strict UTF-8 without a character above U+07FF may still be GB18030: `模` is C4 A3, also `ģ`."""
_COMMON_BITS, _FOREIGN_BITS = 12.5, 14.5
"""Mean surprise a character beyond ASCII: Chinese text 8.5 to 11, its misreadings 17 and more."""
_CLEARLY = 60
"""Bits by which a file of two encodings must win: a line of six characters of the second."""
_SHORT_SAMPLE = 1024
_LEAST_FOREIGN = 24
"""Bytes below which nothing is known of another script: charset-normalizer called 5 in 100 such snippets Cyrillic."""
_HAN_CODECS = ("big5", "gb", "hz", "utf", "johab")
_HAN_OF_UTF8 = re.compile("[\u0800-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Guess:
    """An encoding, the byte where text starts (behind a mark or a cut character), and how surprising it reads."""

    encoding: str
    start: int
    mean: float


def marked(data: bytes) -> Guess | None:
    """The encoding that a byte-order mark announces."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Guess(encoding, len(mark), 0.0)
    return None


def guess(data: bytes) -> Guess:
    """The least surprising encoding of unmarked data that is no strict UTF-8."""
    samples = _samples(data)
    scores = {encoding: _score(samples, encoding) for encoding in _CANDIDATES}
    best = min(_CANDIDATES, key=lambda encoding: scores[encoding][0])
    start = scores[best][1]
    if best not in ("utf-8", "gb18030") and sum(map(least_bits, samples)) < scores[best][0]:
        best, start = min(("utf-8", "gb18030"), key=lambda encoding: scores[encoding][0]), 0
    beside = _beside_utf8(samples, scores[best][0])
    if beside:
        first = min(("utf-8", beside), key=lambda encoding: scores[encoding][0])
        return Guess(first, 0, least_mean(samples[0], beside))
    text = _reading(samples[0], best, start)
    mean = mean_bits(text)
    if mean > _COMMON_BITS and register() and _score(samples, EUC_TW)[0] < scores[best][0]:
        best, start = EUC_TW, _score(samples, EUC_TW)[1]
        text = _reading(samples[0], best, start)
        mean = mean_bits(text)
    if mean > _FOREIGN_BITS or text.count("\ufffd") * 2 > _count_beyond_ascii(text):
        foreign = _foreign(data)
        if foreign:
            return Guess(foreign, 0, 0.0)
    return Guess(best, start, mean)


def _beside_utf8(samples: list[bytes], least: int) -> str:
    """Big5 where UTF-8 and Big5 line by line are clearly less surprising than ``least`` and than UTF-8 and GB18030."""
    if not any(map(may_hold_utf8, samples)):
        return ""
    mixed = {partner: sum(least_bits(sample, partner) for sample in samples) for partner in PARTNERS}
    big5 = mixed.pop("big5hkscs")
    return "big5hkscs" if big5 + _CLEARLY < min(least, *mixed.values()) else ""


def is_plain_utf8(data: bytes, text: str) -> bool:
    """Whether data that decodes strictly as UTF-8 (to ``text``) is UTF-8 beyond doubt."""
    if data.count(0) * 8 > len(data):
        return False
    if len(data) > _SHORT or text.isascii() or _HAN_OF_UTF8.search(text):
        return True
    other = data.decode("gb18030", "replace")
    runs = re.findall("[^\x00-\x7f]+", other)
    return not (all(len(run) > 1 for run in runs) and mean_bits(other) < _COMMON_BITS)


def _samples(data: bytes) -> list[bytes]:
    """Start, middle and end of the data, or all of it. Even offsets, for UTF-16."""
    if len(data) <= 3 * SAMPLE:
        return [data]
    middle = len(data) // 4 * 2
    end = (len(data) - SAMPLE) // 2 * 2
    return [data[:SAMPLE], data[middle : middle + SAMPLE], data[end:]]


def _score(samples: list[bytes], encoding: str) -> tuple[int, int]:
    """The surprise of all samples in an encoding, and the byte at which the first one's characters start."""
    total, first = 0, 0
    for number, sample in enumerate(samples):
        score, skip = min((bits(_reading(sample, encoding, skip)) + skip * UNREADABLE_BITS, skip) for skip in (0, 1))
        total += score
        first = first if number else skip
    return total, 0 if encoding == "utf-8" else first


def _reading(sample: bytes, encoding: str, skip: int) -> str:
    """A sample as text; a short one with its damage parsed as carefully as the file will be, since each byte counts."""
    if len(sample) <= _SHORT_SAMPLE:
        return decode_damaged(sample, encoding, skip)[0]
    return sample[skip:].decode(encoding, "replace")


def _count_beyond_ascii(text: str) -> int:
    return sum(character > "\x7f" for character in text)


def _foreign(data: bytes) -> str:
    """The encoding of text in another script, as charset-normalizer sees it, if it decodes all of the data."""
    from charset_normalizer import from_bytes

    if len(data) < _LEAST_FOREIGN:
        return ""
    found = from_bytes(data[:SAMPLE], steps=5, chunk_size=512).best()
    if found is None or found.encoding.startswith(_HAN_CODECS):
        return ""
    try:
        text = data.decode(found.encoding)
    except (UnicodeDecodeError, LookupError):
        return ""
    return "" if _is_control_ridden(text[:SAMPLE]) else found.encoding.replace("_", "-")


def _is_control_ridden(text: str) -> bool:
    return any(left < " " and right < " " and left not in "\t\r\n" for left, right in pairwise(text))
