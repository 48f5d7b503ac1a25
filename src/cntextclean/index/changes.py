"""
Changes of an index: adding, importing, compacting. Each is all or nothing.

One writer at a time. Segments are written first, then the manifest is replaced, then what no manifest names any more is
removed; whatever happens in between, the index is as before or as after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from heapq import merge
from pathlib import Path

from cntextclean.config import RepeatsConfig
from cntextclean.errors import InputError, RecordError, UsageError
from cntextclean.index.builder import Builder, require_memory, write_loose
from cntextclean.index.disk import BUILDING, LOCK, changing, durable_file, only_writer, sweep, sync_folder
from cntextclean.index.header import Header, header_of, require_same, settings_of
from cntextclean.index.manifest import FOLDER, Manifest, holds_index, read_manifest, write_manifest
from cntextclean.index.model import Entry, Report, SegmentInfo
from cntextclean.index.segment import Segment
from cntextclean.index.sketch import Numbers
from cntextclean.index.sorting import in_order
from cntextclean.index.tombstones import gone_of

LONGEST = 1 << 29
"""Characters of a text at most: its places are kept in 32 bits."""


@dataclass
class _Tally:
    """What became of the entries so far."""

    added: int = 0
    repeated: int = 0
    renamed: int = 0
    failures: list[InputError] = field(default_factory=list)

    def report(self, segments: int) -> Report:
        return Report(self.added, self.repeated, self.renamed, segments, tuple(self.failures))


def create(
    folder: Path, entries: Iterable[Entry], settings: RepeatsConfig, memory: int, *, empty: bool = True
) -> Report:
    """
    A new index; without ``empty`` none is made of no text. Raises :class:`UsageError` where the folder holds one, or
    other files.
    """
    require_memory(memory)
    header = header_of(settings)
    if holds_index(folder):
        raise UsageError(f"{folder}: holds an index already. To do: add to it with `index add`, or name a new folder.")
    with only_writer(folder):
        _begin(folder)
        manifest = Manifest(header)
        if holds_index(folder):
            raise UsageError(f"{folder}: another process has made an index here. To do: add to it with `index add`.")
        report = _extend(folder, manifest, entries, memory, empty=empty)
        if holds_index(folder):
            with changing(folder):
                sync_folder(folder.parent)
                (folder / BUILDING).unlink()
        else:
            _leave_nothing(folder)
        return report


def extend(folder: Path, entries: Iterable[Entry], memory: int) -> Report:
    """Add to an index. What it holds already, by id and text, is told and left out."""
    require_memory(memory)
    with writing(folder) as manifest:
        return _extend(folder, manifest, entries, memory)


def import_signatures(folder: Path, keys: Sequence[str], rows: Numbers, known: int) -> Report:
    """Add signatures that came without texts, by keys in ascending order; keys that are there already are told."""
    with writing(folder) as manifest:
        segments = open_segments(folder, manifest)
        fresh = [at for at, key in enumerate(keys) if find_document(segments, key) is None]
        settings = settings_of(manifest.header, RepeatsConfig())
        made: tuple[SegmentInfo, ...] = ()
        if fresh:
            made = (write_loose(folder, settings, [keys[at] for at in fresh], rows[fresh], known),)
            write_manifest(folder, replace(manifest, segments=(*manifest.segments, *made)))
        return Report(len(fresh), len(keys) - len(fresh), 0, len(made))


def compact(folder: Path, memory: int) -> tuple[int, int]:
    """
    Make of all segments as few as memory allows: the bytes of an index that was built of all texts at once. Returns the
    number of segments before and after.
    """
    require_memory(memory)
    with writing(folder) as manifest:
        segments = open_segments(folder, manifest, whole=True)
        settings = settings_of(manifest.header, RepeatsConfig())
        texts, loose = parted(segments)
        if len(texts) < 2 and not manifest.tombstones:
            return len(segments), len(segments)
        with Builder(folder, settings, memory) as builder:
            for entry in merge(*(entries_of([one]) for one in texts), key=lambda entry: entry.id):
                builder.add(entry)
            made = (*builder.finish(), *_left_of(folder, loose, settings))
        if made != manifest.segments or manifest.tombstones:
            write_manifest(folder, replace(manifest, segments=made, tombstones=()))
        sweep(folder, frozenset(one.name for one in made))
        return len(manifest.segments), len(made)


def _left_of(folder: Path, loose: Sequence[Segment], settings: RepeatsConfig) -> Iterator[SegmentInfo]:
    """Segments of imported signatures, made anew where some were taken out."""
    for one in loose:
        numbers = one.numbers()
        if len(numbers) == len(one):
            yield one.info
        elif numbers:
            keys = [one.id_of(number) for number in numbers]
            yield write_loose(folder, settings, keys, one.signatures[numbers], one.info.known)


def parted(segments: Sequence[Segment]) -> tuple[list[Segment], list[Segment]]:
    """Segments with texts, and those that hold imported signatures only."""
    texts = [one for one in segments if len(one) and one.has_text(0)]
    return texts, [one for one in segments if one not in texts]


def entries_of(segments: Iterable[Segment]) -> Iterator[Entry]:
    """The texts of segments, in their order."""
    for segment in segments:
        for document in segment.numbers():
            if segment.has_text(document):
                yield segment.entry(document)


def open_segments(folder: Path, manifest: Manifest, *, whole: bool = False) -> list[Segment]:
    """
    The segments that a manifest names. ``whole``: every byte is checked, as for what is written anew of them, whose
    checksums would hide the damage. Raises :class:`FileNotFoundError` where a file is gone, and
    :class:`~cntextclean.errors.ArchiveError` where one has changed.
    """
    gone = gone_of(folder, manifest.segments, manifest.tombstones)
    segments = [Segment(folder / FOLDER / one.name, one, gone.get(at)) for at, one in enumerate(manifest.segments)]
    for segment in segments if whole else ():
        segment.columns.require_whole()
    return segments


@contextmanager
def writing(folder: Path) -> Iterator[Manifest]:
    """Hold an index for a change; what killed writers left is swept away first."""
    read_manifest(folder)
    with only_writer(folder):
        manifest = read_manifest(folder)
        require_fitting(folder, manifest.header)
        sweep(folder, manifest.names)
        yield manifest


def require_fitting(folder: Path, header: Header) -> None:
    """Raise :class:`~cntextclean.errors.ArchiveError` where this program would sketch texts otherwise."""
    require_same(folder, header_of(settings_of(header, RepeatsConfig())), header)


def _extend(folder: Path, manifest: Manifest, entries: Iterable[Entry], memory: int, *, empty: bool = False) -> Report:
    settings = settings_of(manifest.header, RepeatsConfig())
    segments = open_segments(folder, manifest)
    tally = _Tally()
    room = require_memory(memory)
    with Builder(folder, settings, memory) as builder:
        for entry in _new_ones(in_order(entries, folder, room // 2), segments, tally):
            builder.add(entry)
        made = builder.finish()
    if made or (empty and not holds_index(folder)):
        write_manifest(folder, replace(manifest, segments=(*manifest.segments, *made)))
    return tally.report(len(made))


def _new_ones(entries: Iterable[Entry], segments: Sequence[Segment], tally: _Tally) -> Iterator[Entry]:
    """The entries, in the order of their ids, that the index does not hold and that have something to compare."""
    last: Entry | None = None
    for entry in entries:
        place = entry.place or entry.id
        if not any(map(str.isalnum, entry.text)):
            tally.failures.append(InputError(place, "holds no letter, so there is nothing to compare", "leave it out"))
            continue
        if len(entry.text) > LONGEST:
            tally.failures.append(InputError(place, f"has more than {LONGEST:,} characters", "split it"))
            continue
        there = find_document(segments, entry.id)
        if last is not None and last.id == entry.id:
            other, where = last.digest, f"as {last.place} has" if last.place else "as another has"
        elif there is not None:
            kind = "another text" if there[0].has_text(there[1]) else "a signature only"
            other, where = there[0].digest_of(there[1]), f"which the index holds with {kind}"
        else:
            last = entry
            tally.added += 1
            tally.renamed += any(True for one in segments for _ in one.with_digest(entry.digest))
            yield entry
            continue
        if other == entry.digest:
            tally.repeated += 1
        else:
            hint = "give it an id of its own"
            tally.failures.append(RecordError(place, f"has the id `{entry.id}`, {where}", hint))


def find_document(segments: Sequence[Segment], identity: str) -> tuple[Segment, int] | None:
    """The segment that holds a document of this id, and its number there."""
    for segment in segments:
        number = segment.find(identity)
        if number >= 0:
            return segment, number
    return None


def _leave_nothing(folder: Path) -> None:
    """Remove what a build has made that made no index."""
    with suppress(OSError):
        (folder / FOLDER).rmdir()
        (folder / BUILDING).unlink()
        (folder / LOCK).unlink()
        folder.rmdir()


def _begin(folder: Path) -> None:
    """
    Mark a folder as one that is being built. Raises :class:`UsageError` where it holds anything but what an interrupted
    build may have left: segments without that mark are an index whose manifest is lost.
    """
    for path in folder.iterdir():
        if path.name not in {FOLDER, LOCK} and not path.name.startswith("."):
            raise UsageError(f"{folder}: holds other files ({path.name}). To do: name an empty or a new folder.")
    if not (folder / BUILDING).exists() and any(folder.glob(f"{FOLDER}/*.seg")):
        raise UsageError(f"{folder}: holds the segments of an index whose manifest is lost. To do: name a new folder.")
    with durable_file(folder / BUILDING):
        pass
    sweep(folder, frozenset({BUILDING}))
