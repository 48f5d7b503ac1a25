"""
Files that appear whole or not at all.

A file is written under a temporary name in the folder where it belongs, flushed, then put in place by one
``os.replace``; so at any instant, whatever is killed, a file under its final name is whole. What a killed run left
under temporary names is swept by the next.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp())
    >>> write_whole(folder / "a.txt", "甲".encode())
    >>> (folder / "a.txt").read_text("utf-8"), len(list(folder.iterdir()))
    ('甲', 1)
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

PREFIX, SUFFIX = ".cntextclean-", ".tmp"
HINTS = {
    errno.ENOSPC: "make room on the disk, then run the same command again: it goes on where it stopped",
    errno.EDQUOT: "make room within your quota, then run the same command again: it goes on where it stopped",
    errno.EFBIG: "raise the limit for the size of files (ulimit -f), then run the same command again",
    errno.EACCES: "choose another folder with -o, or change its permissions",
    errno.EPERM: "choose another folder with -o, or change its permissions",
    errno.EROFS: "choose a folder on a disk that can be written with -o",
    errno.EISDIR: "a folder stands where the file should go: move it away or choose another folder with -o",
    errno.ENOTDIR: "a file stands where a folder should go: move it away or choose another folder with -o",
    errno.EEXIST: "a file stands where a folder should go: move it away or choose another folder with -o",
}


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """
    A binary file that takes the name ``path`` when the block ends well, and vanishes when it does not.

    Missing folders are made. Raises :class:`OutputError` when the disk is full or the place cannot be written.
    """
    temporary = path.with_name(f"{PREFIX}{token_hex(8)}{SUFFIX}")
    with writing(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        with writing(path), os.fdopen(descriptor, "wb") as file:
            yield file
        with writing(path):
            temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what the system says of ``path`` into an :class:`OutputError` that says what to do."""
    try:
        yield
    except OSError as problem:
        reason = problem.strerror or str(problem)
        hint = HINTS.get(problem.errno or 0, "see that the output folder can be written, then run the command again")
        raise OutputError(
            str(path), f"cannot be written ({reason}); what stood there before is unchanged", hint
        ) from problem


def write_whole(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``. Raises :class:`OutputError` where that is impossible; then nothing has changed."""
    with whole_file(path) as file:
        file.write(data)


def sweep(folder: Path, *, below: bool = True) -> int:
    """Remove what killed runs left under temporary names in ``folder`` (and ``below`` it); return how many."""
    stale = sorted((folder.rglob if below else folder.glob)(f"{PREFIX}*{SUFFIX}"))
    for path in stale:
        with suppress(OSError):
            path.unlink()
    return len(stale)
