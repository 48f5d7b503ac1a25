"""
Taking documents out of an index: all that are named, or none.

It is safe because segments stay as they are: a small file names what is gone, then the manifest is replaced, so at any
instant the index is as before or as after. What was taken out is passed over until compacting drops its text.

    >>> _not_there(Path("archive"), ["a"])[:43]
    'archive: holds no document `a`; nothing was'
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from cntextclean.errors import UsageError
from cntextclean.index.changes import find_document, open_segments, writing
from cntextclean.index.manifest import write_manifest
from cntextclean.index.tombstones import Gone, write_tombstone

SHOWN = 5
"""Ids that an error names."""


def remove(folder: Path, ids: Iterable[str]) -> int:
    """
    Take documents out of an index: nothing finds them any more, and their texts go when it is compacted. Returns how
    many. Raises :class:`UsageError` where it holds no document of such an id; then nothing was taken out.
    """
    with writing(folder) as manifest:
        segments = open_segments(folder, manifest)
        gone: list[Gone] = []
        unknown: list[str] = []
        for identity in dict.fromkeys(ids):
            found = find_document(segments, identity)
            if found is None:
                unknown.append(identity)
            else:
                gone.append(Gone(segments.index(found[0]), *found))
        if unknown:
            raise UsageError(_not_there(folder, unknown))
        if gone:
            made = write_tombstone(folder, sorted(gone, key=lambda one: (one.place, one.number)))
            write_manifest(folder, replace(manifest, tombstones=(*manifest.tombstones, made)))
        return len(gone)


def _not_there(folder: Path, unknown: Sequence[str]) -> str:
    shown = ", ".join(f"`{one}`" for one in unknown[:SHOWN])
    more = f" and {len(unknown) - SHOWN:,} more" if len(unknown) > SHOWN else ""
    hint = f"`cntextclean index info {folder} --ids` lists what it holds"
    return f"{folder}: holds no document {shown}{more}; nothing was taken out. To do: {hint}."
