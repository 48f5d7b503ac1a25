"""
Which segments an index consists of: one small file, replaced as a whole.

An index *is* what its manifest names. A change writes its segments first and the manifest last, so at any instant the
index is as it was before, or as it is after. Its last field is a checksum of the others.

    >>> import tempfile
    >>> from cntextclean.config import RepeatsConfig
    >>> from cntextclean.index.header import header_of
    >>> folder = Path(tempfile.mkdtemp())
    >>> write_manifest(folder, Manifest(header_of(RepeatsConfig())))
    >>> read_manifest(folder).segments
    ()
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, fields, replace
from pathlib import Path

import msgspec

from cntextclean.errors import ArchiveError
from cntextclean.index.columns import DAMAGED
from cntextclean.index.disk import durable_file, leftovers
from cntextclean.index.header import FORMAT, Header
from cntextclean.index.model import Info, SegmentInfo, Tombstone

NAME = "manifest.json"
SCHEMA, WITH_TOMBSTONES = "cntextclean.index/1", "cntextclean.index/2"
"""An index from which documents were taken out has the second: programs that do not know of it must not read it."""
FOLDER = "segments"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The header and the segments of an index, in the order in which they were added; what was taken out of them."""

    header: Header
    segments: tuple[SegmentInfo, ...] = ()
    schema: str = SCHEMA
    check: str = ""
    tombstones: tuple[Tombstone, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """The names of all files in the folder of segments."""
        return frozenset((*(one.name for one in self.segments), *(one.name for one in self.tombstones)))


@dataclass(frozen=True, slots=True)
class _Schema:
    """Only what tells which program wrote a manifest."""

    schema: str


def holds_index(folder: Path) -> bool:
    """Whether a folder holds an index."""
    return (folder / NAME).exists()


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder. Raises :class:`ArchiveError` where there is none, or not the one that was written."""
    path = folder / NAME
    try:
        data = path.read_bytes()
    except OSError as problem:
        hint = "name the folder of an index, or make one with `cntextclean index build`"
        raise ArchiveError(str(path), f"cannot be read ({problem.strerror})", hint) from problem
    try:
        schema = msgspec.json.decode(data, type=_Schema).schema
        if schema not in (SCHEMA, WITH_TOMBSTONES):
            hint = "use the version of cntextclean that wrote it, or build the index again from its texts"
            raise ArchiveError(
                str(path), f"has the format {schema!r}; this program reads {SCHEMA!r} (format {FORMAT})", hint
            )
        manifest = msgspec.json.decode(data, type=Manifest)
    except ValueError as problem:
        raise ArchiveError(str(path), f"is no manifest that can be read ({problem})", DAMAGED) from problem
    if manifest.check != _check(manifest):
        raise ArchiveError(str(path), "has changed since it was written: its checksum is wrong", DAMAGED)
    for name in sorted(manifest.names):
        if Path(name).name != name or not name.endswith(".seg"):
            raise ArchiveError(str(path), f"names a segment {name!r} outside of the index", DAMAGED)
    return manifest


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Replace the manifest of a folder. Raises :class:`~cntextclean.errors.OutputError`; then nothing has changed."""
    named = replace(manifest, schema=WITH_TOMBSTONES if manifest.tombstones else SCHEMA)
    with durable_file(folder / NAME) as file:
        file.write(msgspec.json.format(_encode(replace(named, check=_check(named))), indent=1) + b"\n")


def info_of(folder: Path) -> Info:
    """An index in numbers, read from its manifest alone. Raises :class:`ArchiveError` where there is none."""
    manifest = read_manifest(folder)
    header = {one.name: getattr(manifest.header, one.name) for one in fields(Header)}
    versions = header.pop("versions")
    shown = {
        **{name: str(value) for name, value in header.items()},
        **{f"built with {k}": versions[k] for k in versions},
    }
    segments, gone = manifest.segments, manifest.tombstones
    stale = tuple(path.name for path in leftovers(folder, manifest.names))
    removed = sum(one.documents for one in gone)
    return Info(
        shown, segments, sum(one.documents for one in segments) - removed,
        sum(one.paragraphs for one in segments) - sum(one.paragraphs for one in gone),
        sum(one.letters for one in segments) - sum(one.letters for one in gone),
        sum(one.bytes for one in segments) + sum(one.bytes for one in gone), stale, removed, gone,
    )  # fmt: skip


def _check(manifest: Manifest) -> str:
    return hashlib.sha256(_encode(replace(manifest, check=""))).hexdigest()


def _encode(manifest: Manifest) -> bytes:
    """The fields in their order; `tombstones` only where there are some, since the checksum of a `/1` has none."""
    named = {one.name: getattr(manifest, one.name) for one in fields(Manifest)}
    return msgspec.json.encode({name: value for name, value in named.items() if name != "tombstones" or value})
