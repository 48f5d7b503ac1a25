"""
Changes on disk that survive a crash: files appear whole or not at all, one writer at a time.

A file is written under a temporary name, flushed to the disk, and renamed; then its folder is flushed. So whatever is
killed at whatever instant, a file under its final name is whole. What a killed writer left under temporary names, the
next one sweeps away.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> with durable_file(folder / "a") as file:
    ...     _ = file.write(b"1")
    >>> [path.name for path in folder.iterdir()], (folder / "a").read_bytes()
    (['a'], b'1')
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from cntextclean.errors import OutputError
from cntextclean.write.atomic import PREFIX, SUFFIX
from cntextclean.write.lock import take_lock

LOCK = "lock"
BUILDING = f"{PREFIX}building{SUFFIX}"
"""Stands in a folder while its first index is built: segments without a manifest are what such a build left."""
HINTS = {
    errno.ENOSPC: "make room on the disk, then run the same command again",
    errno.EDQUOT: "make room within your quota, then run the same command again",
    errno.EFBIG: "raise the limit for the size of files (ulimit -f), then run the same command again",
    errno.EACCES: "choose another folder, or change its permissions",
    errno.EPERM: "choose another folder, or change its permissions",
    errno.EROFS: "choose a folder on a disk that can be written",
    errno.ENOTDIR: "a file stands where a folder should go: choose another folder",
    errno.EEXIST: "a file stands where a folder should go: choose another folder",
}
OTHERWISE = "see that the folder can be written, then run the same command again"


@contextmanager
def changing(path: Path) -> Iterator[None]:
    """Turn what the system says of ``path`` into an :class:`OutputError` that says what to do."""
    try:
        yield
    except OSError as problem:
        reason = problem.strerror or str(problem)
        hint = HINTS.get(problem.errno or 0, OTHERWISE)
        raise OutputError(str(path), f"cannot be written ({reason}); the index stays whole", hint) from problem


def temporary_in(folder: Path) -> Path:
    """A new name for a temporary file."""
    return folder / f"{PREFIX}{token_hex(8)}{SUFFIX}"


@contextmanager
def durable_file(path: Path) -> Iterator[BinaryIO]:
    """
    A binary file that takes the name ``path`` when the block ends well, and vanishes when it does not.

    Raises :class:`OutputError` when the disk is full or the place cannot be written.
    """
    temporary = temporary_in(path.parent)
    try:
        with changing(path), temporary.open("xb") as file:
            yield file
            sync(file)
        put_in_place(temporary, path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


def sync(file: BinaryIO) -> None:
    """Bring a file's content to the disk."""
    file.flush()
    os.fsync(file.fileno())


def put_in_place(temporary: Path, path: Path) -> None:
    """Give a file that is on the disk its final name, for good."""
    with changing(path):
        temporary.replace(path)
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk; systems that cannot open a folder do it by themselves."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Keep other writers out of ``folder``. Raises :class:`OutputError` with the process that is writing there."""
    hint = "wait until it has ended, then run the same command again"
    with changing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = take_lock(folder / LOCK, str(folder), hint)
    with lock:
        yield


def leftovers(folder: Path, wanted: frozenset[str]) -> list[Path]:
    """Files that killed writers left: temporary ones, and segments that no manifest names (``wanted`` are named)."""
    patterns = (f"{PREFIX}*{SUFFIX}", f"segments/{PREFIX}*{SUFFIX}", "segments/*.seg")
    return sorted(path for pattern in patterns for path in folder.glob(pattern) if path.name not in wanted)


def sweep(folder: Path, wanted: frozenset[str]) -> None:
    """Remove what killed writers left. What cannot be removed stays: it does no harm."""
    for path in leftovers(folder, wanted):
        with suppress(OSError):
            path.unlink()
