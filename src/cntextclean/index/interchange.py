"""
To datasketch and back: signatures are its own, bit for bit.

What leaves are ``LeanMinHash`` objects and a ``MinHashLSH`` under keys ``ID#PARAGRAPH``; what comes is refused unless
scheme, seed and number of permutations are the index's. That it was made of the same shingles cannot be seen in a
signature: feed :func:`~cntextclean.repeats.signatures.shingle_hash` to ``MinHash`` as its ``hashfunc``.

    >>> from datasketch import MinHash
    >>> values_of([("a", MinHash(num_perm=128, seed=2, scheme="affine32"))], RepeatsConfig())
    Traceback (most recent call last):
    ...
    cntextclean.errors.UsageError: the signature of `a` has seed 2, the index 1. To do: sign the texts again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from cntextclean.config import RepeatsConfig
from cntextclean.errors import UsageError
from cntextclean.index.header import SCHEME
from cntextclean.index.segment import Segment
from cntextclean.index.sketch import Numbers
from cntextclean.repeats.signatures import EMPTY

if TYPE_CHECKING:
    from datasketch import LeanMinHash, MinHash, MinHashLSH


def key_of(segment: Segment, unit: int) -> str:
    """The key of a paragraph outside of the index; of what came from outside, the key that it came with."""
    document = segment.document_of(unit)
    name = segment.id_of(document)
    return f"{name}#{unit - int(segment.unit_edges[document])}" if segment.has_text(document) else name


def lean_minhashes(segment: Segment, settings: RepeatsConfig) -> Iterator[tuple[str, LeanMinHash]]:
    """Every whole signature of a segment, with its key."""
    from datasketch import LeanMinHash as Lean

    if segment.info.known < settings.permutations:
        return
    living = segment.living(segment.documents_of(segment.signed_units))
    for row, unit in zip(segment.signatures[living], segment.signed_units[living].tolist(), strict=True):
        yield key_of(segment, unit), Lean(seed=settings.seed, hashvalues=row.copy(), scheme=SCHEME)


def new_lsh(settings: RepeatsConfig) -> MinHashLSH:
    """An empty ``MinHashLSH`` with the bands of an index."""
    from datasketch import MinHashLSH as Lsh

    return Lsh(num_perm=settings.permutations, params=(settings.bands, settings.rows))


def values_of(
    signed: Mapping[str, MinHash | LeanMinHash] | Iterable[tuple[str, MinHash | LeanMinHash]], settings: RepeatsConfig
) -> tuple[list[str], Numbers]:
    """
    Keys, ascending, and values of signatures. Raises :class:`UsageError` where one is of another kind, or two have one
    key. Empty ones, which are alike to nothing, are left out.
    """
    rows: dict[str, Numbers] = {}
    for key, minhash in signed.items() if isinstance(signed, Mapping) else signed:
        theirs = {"scheme": minhash.scheme, "seed": minhash.seed, "permutations": len(minhash.hashvalues)}
        mine = {"scheme": SCHEME, "seed": settings.seed, "permutations": settings.permutations}
        for name, value in theirs.items():
            if value != mine[name]:
                raise UsageError(
                    f"the signature of `{key}` has {name} {value}, the index {mine[name]}. To do: sign the texts again."
                )
        if _text(key) in rows:
            raise UsageError(f"two signatures have the key `{key}`. To do: give each a key of its own.")
        rows[_text(key)] = np.asarray(minhash.hashvalues, dtype=np.uint32)
    return _in_order(rows, settings)


def values_in(lsh: MinHashLSH, settings: RepeatsConfig) -> tuple[list[str], Numbers, int]:
    """
    Keys, ascending, values, and how many of them are known: a ``MinHashLSH`` keeps those in its bands.

    Raises :class:`UsageError` where it has other bands, hashes them, or keeps them outside of memory.
    """
    if (lsh.b, lsh.r, lsh.h) != (settings.bands, settings.rows, settings.permutations):
        mine = f"{settings.bands} bands of {settings.rows} of {settings.permutations} values"
        raise UsageError(f"the MinHashLSH has {lsh.b} bands of {lsh.r} of {lsh.h} values, the index {mine}.")
    if lsh.hashfunc is not None or lsh.prepickle:
        raise UsageError("the MinHashLSH hashes its bands or pickles its keys. To do: add the MinHash objects instead.")
    scheme = getattr(lsh, "_minhash_scheme", None)
    if scheme not in (SCHEME, None):
        raise UsageError(f"the MinHashLSH has signatures of the scheme {scheme}, the index {SCHEME}.")
    known = lsh.b * lsh.r
    rows: dict[str, Numbers] = {}
    for key in lsh.keys.keys():  # noqa: SIM118 - a storage, no dictionary
        row = np.full(settings.permutations, EMPTY, dtype=np.uint32)
        row[:known] = np.frombuffer(b"".join(lsh.keys.get(key)), dtype=">u4")
        rows[_text(key)] = row
    return (*_in_order(rows, settings), known)


def _text(key: object) -> str:
    if isinstance(key, str) and key:
        return key
    if isinstance(key, int):
        return str(key)
    raise UsageError(f"the key {key!r} is neither a text nor a number. To do: give every signature such a key.")


def _in_order(rows: dict[str, Numbers], settings: RepeatsConfig) -> tuple[list[str], Numbers]:
    keys = sorted(key for key, row in rows.items() if not (row == EMPTY).all())
    values = np.array([rows[key] for key in keys], dtype=np.uint32).reshape(-1, settings.permutations)
    return keys, values
