"""
Documents that were taken out of an index: small files beside the segments that name them.

A segment never changes. What is taken out stays in its segment, and is passed over by every question, until the index
is compacted. A file holds, for each document, the place of its segment in the manifest, its number there, and its id:

================== ======= =============================================
column             row     what
================== ======= =============================================
``removed.places`` 2 × u4  place of the segment, number of the document
``removed.ids``    byte    ids as UTF-8; ``removed.edges``: their edges
================== ======= =============================================

It is safe because an id may be added again, without the old text coming back: a document is meant, not an id.

    >>> gone_of(Path("nowhere"), (), ())
    {}
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from cntextclean.errors import ArchiveError
from cntextclean.index.columns import Columns, ColumnWriter, damaged, open_columns, why_unopened
from cntextclean.index.disk import changing, put_in_place, sync, temporary_in
from cntextclean.index.manifest import FOLDER
from cntextclean.index.model import Problem, SegmentInfo, Tombstone
from cntextclean.index.segment import Segment

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Gone:
    """A document that is to go: the place of its segment in the manifest, the segment, its number there."""

    place: int
    segment: Segment
    number: int


def write_tombstone(folder: Path, gone: Sequence[Gone]) -> Tombstone:
    """
    Write which documents go, in the order of their places. Raises :class:`~cntextclean.errors.OutputError` when the
    disk is full.
    """
    ids = [one.segment.id_of(one.number).encode("utf-8", "surrogatepass") for one in gone]
    temporary = temporary_in(folder / FOLDER)
    try:
        with changing(folder / FOLDER), temporary.open("xb") as file:
            columns = ColumnWriter(file)
            columns.put("removed.places", np.array([(one.place, one.number) for one in gone], dtype="<u4"))
            columns.put("removed.edges", np.cumsum([0, *map(len, ids)]).astype("<u8"))
            columns.put_pieces("removed.ids", "<u1", (), ids)
            sha256 = columns.finish({"documents": len(gone)})
            sync(file)
        put_in_place(temporary, folder / FOLDER / f"{sha256[:24]}.seg")
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise
    units, letters = (sum(_width(one, name) for one in gone) for name in ("unit_edges", "letter_edges"))
    return Tombstone(f"{sha256[:24]}.seg", sha256, columns.size, len(gone), units, letters)


def _width(one: Gone, edges: str) -> int:
    first, last = getattr(one.segment, edges)[one.number : one.number + 2].tolist()
    return int(last - first)


def gone_of(folder: Path, segments: Sequence[SegmentInfo], tombstones: Sequence[Tombstone]) -> dict[int, Numbers]:
    """
    For the place of each segment the numbers of the documents that were taken out, ascending.

    Raises :class:`ArchiveError` where a file is not as it was written, and :class:`FileNotFoundError` where it is gone.
    """
    found: dict[int, list[Numbers]] = {}
    for one in tombstones:
        path = folder / FOLDER / one.name
        columns = open_columns(path, one.sha256, one.bytes)
        columns.require_whole()  # small, and a changed number would take another document out
        places = columns.array("removed.places").astype(np.int64)
        _require_places(path, places, segments)
        for place in np.unique(places[:, 0]).tolist():
            found.setdefault(place, []).append(places[places[:, 0] == place, 1])
    return {place: np.sort(np.concatenate(numbers)) for place, numbers in found.items()}


def _require_places(path: Path, places: Numbers, segments: Sequence[SegmentInfo]) -> None:
    documents = np.array([one.documents for one in segments], dtype=np.int64)
    if places.ndim != 2 or places.shape[1] != 2 or (places[:, 0] >= len(documents)).any():
        raise damaged(path, "names segments that the index does not have")
    if (places[:, 1] >= documents[places[:, 0]]).any():
        raise damaged(path, "names documents that their segments do not have")


def changed_columns(columns: Columns, place: str) -> tuple[Problem, ...]:
    """The columns of a file, of a segment as of a tombstone, that are not as they were written."""
    problem = "has changed since it was written: its checksum is wrong"
    return tuple(Problem(f"{place}: {name}", problem) for name in columns.wrong_columns())


def check_tombstone(
    folder: Path, one: Tombstone, segments: Mapping[int, Segment], seen: set[tuple[int, int]]
) -> Iterator[Problem]:
    """What is wrong with a file; ``segments`` are those that can be read, ``seen`` what others take out already."""
    place = f"{FOLDER}/{one.name}"
    try:
        columns = open_columns(folder / place, one.sha256, one.bytes)
    except (ArchiveError, FileNotFoundError) as error:
        yield Problem(place, why_unopened(error))
        return
    wrong = changed_columns(columns, place)
    yield from wrong
    if not wrong:
        yield from _check_documents(columns, place, one, segments, seen)


def _check_documents(
    columns: Columns, place: str, one: Tombstone, segments: Mapping[int, Segment], seen: set[tuple[int, int]]
) -> Iterator[Problem]:
    """Whether every document is there, has the id that is named, and goes once."""
    edges, data = columns.array("removed.edges").tolist(), columns.array("removed.ids").tobytes()
    ids = [data[start:end].decode("utf-8", "surrogatepass") for start, end in pairwise(edges)]
    places = [(int(at), int(number)) for at, number in columns.array("removed.places")]
    if not len(places) == len(ids) == one.documents:
        yield Problem(f"{place}: removed.places", f"has not {one.documents:,} rows")
        return
    for (at, number), name in zip(places, ids, strict=True):
        segment = segments.get(at)
        if segment and (number >= len(segment) or segment.id_of(number) != name):
            yield Problem(f"{place}: removed.ids", f"has the id `{name}` for a document that has another")
        if (at, number) in seen:
            yield Problem(f"{place}: removed.places", f"takes out `{name}` a second time")
        seen.add((at, number))
