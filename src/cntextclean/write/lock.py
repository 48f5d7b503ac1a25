r"""
One writer at a time: a file that a process holds while it writes in a folder.

The lock is the system's (``flock``), so it ends with the process, however that ends. A lock counts only on the file
that bears the name: where the holder takes its file away at the end, one who opened it before does not get in beside
one who makes it anew. Systems without ``fcntl`` have no such lock; there it is the user's duty.

    >>> import tempfile
    >>> path = Path(tempfile.mkdtemp()) / "lock"
    >>> with passing_lock(path, "out", "wait"):
    ...     path.exists()
    True
    >>> path.exists(), path.parent.exists()
    (False, False)
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from io import FileIO
from pathlib import Path

from cntextclean.errors import OutputError


def take_lock(path: Path, owner: str, hint: str) -> FileIO | nullcontext[None]:
    """
    Lock a file, which is made where it is missing, until what is returned is closed.

    Raises :class:`OutputError` about ``owner`` with the process that holds it, :class:`OSError` where none can be
    made.
    """
    try:
        import fcntl
    except ImportError:
        return nullcontext()
    while True:
        file = FileIO(path, "a+")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _bears(path, file):
                file.truncate(0)
                file.write(b"%d\n" % os.getpid())
                return file
        except BlockingIOError as problem:
            raise OutputError(owner, f"is being written by another process (pid {_holder(file)})", hint) from problem
        except BaseException:
            file.close()
            raise
        file.close()


def _bears(path: Path, file: FileIO) -> bool:
    """Whether a file is still the one of that name."""
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except FileNotFoundError:
        return False


def _holder(file: FileIO) -> str:
    """The process that wrote itself into the file, which is closed."""
    with file:
        file.seek(0)
        return (file.read(20) or b"").decode("ascii", "replace").strip() or "unknown"


@contextmanager
def passing_lock(path: Path, owner: str, hint: str) -> Iterator[None]:
    """Hold a lock whose file goes at the end, as does its folder where nothing else is in it; both are made first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with take_lock(path, owner, hint):
        try:
            yield
        finally:
            with suppress(OSError):
                path.unlink()
                path.parent.rmdir()
