"""
What the numbers of an index depend on, and the refusal of an index that depends on something else.

Names and numbers are not trusted alone: the header holds what folding makes of 46,000 characters, and what hashing
makes of a text, as digests. So a new OpenCC or Unicode that changes one letter is noticed, and one that changes none
refuses nothing.

    >>> mine = header_of(RepeatsConfig())
    >>> differing(mine, replace(mine, shingle=5))
    ('`shingle` is 5 there and 3 here',)
"""

from __future__ import annotations

import hashlib
import unicodedata
from dataclasses import dataclass, fields, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import numpy as np

from cntextclean.config import RepeatsConfig
from cntextclean.errors import ArchiveError, UsageError
from cntextclean.repeats import anchors, paragraphs
from cntextclean.repeats.fold import fold
from cntextclean.repeats.signatures import signatures

FORMAT = 1
FOLD = "NFKC, lower case, OpenCC t2s, letters and digits/1"
SHINGLES = "letters, polynomial mod 2^32, MurmurHash3 finaliser/1"
SCHEME = "affine32"
PACKAGES = ("cntextclean", "datasketch", "numpy", "opencc")
SETTINGS = ("shingle", "permutations", "seed", "bands", "rows")
"""Fields of the header that the user chooses, by their names in :class:`~cntextclean.config.RepeatsConfig`."""
_PROBED = ((0x20, 0xAC00), (0xF900, 0xFFF0), (0x2F800, 0x2FA20))
_SAMPLE = "面对外部环境的不确定性，长三角以自身工作的確定性來應對；１９９８年，推动区域市场高效畅通。" * 3


@dataclass(frozen=True, slots=True)
class Header:
    """
    Format, fold, shingles, permutations, bands, anchors; digests of what fold and hashes make of fixed texts; versions.

    Two indexes interchange where all fields agree but ``versions``, which tell what built it.
    """

    format: int
    fold: str
    fold_digest: str
    shingles: str
    shingle: int
    scheme: str
    permutations: int
    seed: int
    bands: int
    rows: int
    least_letters: int
    anchor_letters: int
    anchor_window: int
    sketch_digest: str
    versions: dict[str, str]


def header_of(settings: RepeatsConfig) -> Header:
    """The header that this program writes. Raises :class:`UsageError` where the bands ask for more than there is."""
    if settings.bands * settings.rows > settings.permutations:
        shown = f"{settings.bands} bands of {settings.rows} rows"
        raise UsageError(
            f"{shown} need {settings.bands * settings.rows} permutations, not {settings.permutations}. "
            "To do: raise repeats.permutations, or take fewer bands."
        )
    return Header(
        FORMAT, FOLD, _fold_digest(), SHINGLES, settings.shingle, SCHEME, settings.permutations, settings.seed,
        settings.bands, settings.rows, paragraphs.LEAST, anchors.LETTERS, anchors.WINDOW,
        _sketch_digest(settings.shingle, settings.permutations, settings.seed), _versions(),
    )  # fmt: skip


def settings_of(header: Header, given: RepeatsConfig) -> RepeatsConfig:
    """A configuration with the parameters of an index."""
    return replace(given, **{name: getattr(header, name) for name in SETTINGS})


def differing(mine: Header, theirs: Header) -> tuple[str, ...]:
    """What keeps two indexes apart, in words, field by field; ``theirs`` is the one on the disk."""
    names = [one.name for one in fields(Header) if one.name != "versions"]
    found = [(name, getattr(mine, name), getattr(theirs, name)) for name in names]
    apart = [(name, here, there) for name, here, there in found if here != there]
    if any(name in SETTINGS for name, _, _ in apart):  # which the digest only repeats
        apart = [one for one in apart if one[0] != "sketch_digest"]
    return tuple(f"`{name}` is {there} there and {here} here" for name, here, there in apart)


def require_same(folder: Path, mine: Header, theirs: Header) -> None:
    """Raise :class:`ArchiveError` with each field in which an index differs from what this program would write."""
    found = differing(mine, theirs)
    if not found:
        return
    built = ", ".join(
        f"{name} {theirs.versions.get(name) or 'none'}, here {mine.versions.get(name) or 'none'}"
        for name in sorted({*mine.versions, *theirs.versions})
        if mine.versions.get(name) != theirs.versions.get(name)
    )
    chosen = [name for name in SETTINGS if any(f"`{name}`" in one for one in found)]
    hint = f"leave out {' and '.join(f'repeats.{name}' for name in chosen)}, or " if chosen else ""
    hint += "make an index for this program out of it with `cntextclean index build NEW --from OLD`"
    raise ArchiveError(
        str(folder), "does not fit: " + "; ".join(found) + (f" (built with {built})" if built else ""), hint
    )


@cache
def _fold_digest() -> str:
    probe = "\n".join(chr(code) for low, high in _PROBED for code in range(low, high) if not 0xD800 <= code < 0xE000)
    folded = fold(probe)
    return _digest(folded.codes.astype("<u4").tobytes(), folded.places.astype("<u8").tobytes())


@cache
def _sketch_digest(letters: int, permutations: int, seed: int) -> str:
    codes = fold(_SAMPLE).codes
    edges = np.array([0, len(codes)])
    places, hashes = anchors.winnow(codes, edges)
    rows = signatures(codes, edges, letters=letters, number=permutations, seed=seed)
    return _digest(rows.astype("<u4").tobytes(), places.astype("<u8").tobytes(), hashes.astype("<u4").tobytes())


def _digest(*parts: bytes) -> str:
    return hashlib.sha256(b"".join(parts)).hexdigest()[:16]


def _versions() -> dict[str, str]:
    return {**{name: _version(name) for name in PACKAGES}, "unicode": unicodedata.unidata_version}


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
