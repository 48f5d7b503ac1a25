"""
The inputs of a run: which files there are below the paths given, in one order, each with its id.

It is safe because nothing is passed over unseen: a file that is not read is listed with the reason, a dangling link or
a folder that cannot be opened is a failure of its own, links are never followed out of (or around in) an input folder,
and two inputs never share an id, also not on file systems that fold case.

    >>> find_inputs(["no-such-folder"]).failures[0].problem
    'does not exist'
"""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import Literal

from cntextclean.errors import InputError

Kind = Literal["text", "html", "jsonl", "parquet", "zip", "layout"]
Packing = Literal["", "gzip", "zstd"]

STANDARD_INPUT = "-"
STANDARD_INPUT_ID = "standard-input"

KINDS: dict[str, Kind] = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".hocr": "layout", ".xml": "layout", ".json": "layout",
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".parquet": "parquet", ".zip": "zip",
}  # fmt: skip
PACKINGS: dict[str, Packing] = {".gz": "gzip", ".zst": "zstd"}

_TEMPORARY = re.compile(
    r"(?:^~\$|~$|\.(?:tmp|temp|swp|swo|bak|part|crdownload)$|^(?:thumbs\.db|desktop\.ini)$)", re.IGNORECASE
)
_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Input:
    """
    One file to read. ``id`` is its path below the input folder (``/`` between the parts), ``path`` where it lies;
    ``kind`` and ``packing`` say how it is read, ``size`` is in bytes as it lies there (0 for standard input).
    """

    id: str
    path: str
    kind: Kind = "text"
    packing: Packing = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was found and is not read, and why."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sources:
    """All that was found below the paths given: what is read, what is not, what cannot be."""

    inputs: tuple[Input, ...]
    skipped: tuple[Skipped, ...] = ()
    failures: tuple[InputError, ...] = ()


def find_inputs(paths: Sequence[str | Path]) -> Sources:
    """
    The inputs below ``paths``: files as given, folders with all they hold, ``-`` for standard input.

    Paths keep their order, the files of a folder are in the order of their ids. Never raises for what it finds.
    """
    found: list[tuple[str, Input | Skipped | InputError]] = []
    for given in paths:
        path = Path(given)
        if given == STANDARD_INPUT:
            found.append(("", Input(STANDARD_INPUT_ID, STANDARD_INPUT)))
        elif path.is_dir():
            folder = printable(path.resolve().name)
            found += [(folder, one) for one in sorted(_walk(path.resolve()), key=_name)]
        else:
            found.append((printable(path.absolute().parent.name), _single(path)))
    return _with_own_ids(found)


def kind_of_name(name: str) -> tuple[Kind | None, Packing]:
    """How a file of this name is read; no kind for a suffix that is not known."""
    suffixes = [suffix.lower() for suffix in PurePosixPath(name).suffixes]
    packing = PACKINGS.get(suffixes[-1], "") if suffixes else ""
    inner = suffixes[-2:-1] if packing else suffixes[-1:]
    return (KINDS.get(inner[0]) if inner else None), packing


def is_unwanted(name: str) -> str:
    """Why a file of this name is never read: hidden or temporary; empty where there is no reason."""
    if name.startswith((".", "__MACOSX")):
        return "hidden"
    return "temporary" if _TEMPORARY.search(name) else ""


def printable(name: str) -> str:
    """A file name as text: bytes that are no UTF-8 read as GB18030, control and direction characters as ``_``."""
    try:
        raw = name.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = name.encode("utf-8", "replace")
    for encoding in ("utf-8", "gb18030"):
        try:
            return _UNPRINTABLE.sub("_", raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return _UNPRINTABLE.sub("_", raw.decode("utf-8", "replace"))


def _single(path: Path) -> Input | InputError:
    """A file that was named: read as plain text when its suffix says nothing."""
    try:
        status = path.stat()
    except FileNotFoundError:
        if path.is_symlink():
            return InputError(printable(str(path)), "is a dangling link", "remove the link or restore its target")
        return InputError(printable(str(path)), "does not exist", "check the path")
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        return InputError(printable(str(path)), f"cannot be opened ({reason})", "check the path and its permissions")
    name = printable(path.name)
    kind, packing = kind_of_name(name)
    where = path.resolve() if stat.S_ISREG(status.st_mode) else path.absolute()
    return Input(name, str(where), kind or "text", packing, status.st_size)


def _walk(root: Path) -> Iterator[Input | Skipped | InputError]:
    """Everything below a folder, links not followed."""
    folders = [root]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as listing:
                entries = list(listing)
        except OSError as error:
            hint = "check its permissions"
            yield InputError(_below(root, folder), f"cannot be opened ({error.strerror})", hint)
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False) and not is_unwanted(entry.name):
                folders.append(folder / entry.name)
            else:
                yield _entry(root, folder / entry.name, entry)


def _entry(root: Path, path: Path, entry: os.DirEntry[str]) -> Input | Skipped | InputError:
    name = _below(root, path)
    reason = is_unwanted(entry.name)
    if reason:
        return Skipped(name, reason)
    if entry.is_symlink():
        return _link(root, path, name)
    try:
        status = entry.stat(follow_symlinks=False)
    except OSError as error:
        return InputError(name, f"cannot be opened ({error.strerror})", "check its permissions")
    if not stat.S_ISREG(status.st_mode):
        return Skipped(name, "not a regular file")
    kind, packing = kind_of_name(entry.name)
    if kind is None:
        return Skipped(
            name, f"suffix {PurePosixPath(entry.name).suffix or '(none)'} is not known; name the file to read it"
        )
    return Input(name, str(path), kind, packing, status.st_size)


def _link(root: Path, path: Path, name: str) -> Skipped | InputError:
    """A link below a folder: never followed, since its target is read under its own name or lies outside."""
    try:
        target = path.resolve(strict=True)
    except FileNotFoundError:
        return InputError(name, "is a dangling link", "remove the link or restore its target")
    except (OSError, RuntimeError):
        return Skipped(name, "link in a loop")
    inside = target.is_relative_to(root)
    return Skipped(name, "link inside the input folder" if inside else "link out of the input folder; name its target")


def _with_own_ids(found: list[tuple[str, Input | Skipped | InputError]]) -> Sources:
    """Ids made unique: a later input gets its folder's name before it, then a number behind it."""
    inputs: list[Input] = []
    skipped: list[Skipped] = []
    failures: list[InputError] = []
    ids: set[str] = set()
    seen: dict[str, str] = {}
    for folder, one in found:
        if isinstance(one, Input):
            if one.path in seen:
                skipped.append(Skipped(one.id, f"given twice, read as {seen[one.path]}"))
                continue
            name = unique_id(one.id, folder, ids)
            seen[one.path] = name
            inputs.append(replace(one, id=name))
        elif isinstance(one, Skipped):
            skipped.append(one)
        else:
            failures.append(one)
    return Sources(tuple(inputs), tuple(skipped), tuple(failures))


def unique_id(name: str, prefix: str, taken: set[str]) -> str:
    """An id that is not taken (case and composition folded), as near to ``name`` as can be; it is taken then."""
    candidates = [name, f"{prefix}/{name}"] if prefix else [name]
    number = 2
    while _folded(candidates[0]) in taken:
        candidates.pop(0)
        if not candidates:
            candidates.append(f"{prefix}/{name}~{number}" if prefix else f"{name}~{number}")
            number += 1
    taken.add(_folded(candidates[0]))
    return candidates[0]


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _below(root: Path, path: Path) -> str:
    return "/".join(map(printable, path.relative_to(root).parts)) or printable(root.name)


def _name(one: Input | Skipped | InputError) -> str:
    return one.place if isinstance(one, InputError) else one.id
