"""
Reading with limits: packed data is unpacked as a stream, and refused when it grows beyond what it should.

It is safe because no more than the limit is ever in memory, whatever a header promises; the error names the flag that
raises the limit.
"""

from __future__ import annotations

import gzip
import io
import os
import sys
import zlib
from collections.abc import Callable
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import IO, TYPE_CHECKING, cast

from cntextclean.config import ReadConfig
from cntextclean.errors import InputError
from cntextclean.read.sources import Packing

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GRACE = 2**20
"""Bytes of output below which no ratio is measured: short repetitive text packs well."""

_STEP = 2**20


class BoundedReader(io.RawIOBase):
    """
    A readable stream that raises :class:`InputError` beyond the limits of ``config``.

    With ``whole`` the sum of all that is read counts against ``max_bytes`` (a stream of records is bounded record by
    record instead). ``packed`` tells how many packed bytes were consumed so far: those of the file ``base``, if given.
    """

    def __init__(
        self,
        stream: IO[bytes],
        name: str,
        config: ReadConfig,
        *,
        whole: bool,
        base: IO[bytes] | None = None,
        packed: Callable[[], int] | None = None,
    ) -> None:
        super().__init__()
        self._stream, self._name, self._config = stream, name, config
        self._whole, self._base, self._packed = whole, base, packed or (base.tell if base else None)
        self.consumed = 0
        """Bytes read so far."""

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Read into ``buffer``; raises :class:`InputError` for damaged data and beyond a limit."""
        view = memoryview(buffer).cast("B")
        try:
            data = self._stream.read(min(len(view), _STEP))
        except _damage() as error:
            reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
            raise InputError(self._name, f"cannot be read to its end ({reason})", "fetch or pack it again") from error
        view[: len(data)] = data
        self.consumed += len(data)
        self._check()
        return len(data)

    def _check(self) -> None:
        if self._whole and self.consumed > self._config.max_bytes:
            raise too_big(self._name, self._config)
        if self._packed and self.consumed > GRACE and self.consumed > self._config.max_ratio * max(self._packed(), 1):
            problem = f"unpacks to more than {self._config.max_ratio} times its size"
            raise InputError(self._name, problem, "if that is right, raise the limit with --set read.max_ratio=N")

    def close(self) -> None:
        """Close the streams below, too, but not standard input."""
        if self._stream is not getattr(sys.stdin, "buffer", None):
            self._stream.close()
        if self._base:
            self._base.close()
        super().close()


def too_big(name: str, config: ReadConfig) -> InputError:
    """The error for an input beyond ``max_bytes``."""
    return InputError(
        name, f"is larger than {config.max_bytes:,} bytes", "split it, or raise the limit with --set read.max_bytes=N"
    )


def open_bounded(path: str, packing: Packing, name: str, config: ReadConfig, *, whole: bool) -> io.BufferedReader:
    """Open a file (``-`` for standard input), unpacked. Raises :class:`InputError` when it cannot be opened."""
    if path == "-":
        stream: IO[bytes] = cast("IO[bytes]", io.BytesIO()) if sys.stdin is None else sys.stdin.buffer
        return io.BufferedReader(BoundedReader(stream, name, config, whole=whole), _STEP)
    raw = open_regular(path, name)
    if not packing:
        return io.BufferedReader(BoundedReader(raw, name, config, whole=whole), _STEP)
    unpacked = gzip.GzipFile(fileobj=raw) if packing == "gzip" else _open_zstd(raw)
    return io.BufferedReader(BoundedReader(cast("IO[bytes]", unpacked), name, config, whole=whole, base=raw), _STEP)


def open_regular(path: str, name: str) -> IO[bytes]:
    """Open a file; a link put in the place of a regular file since it was found is not followed."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    if Path(path).is_file():
        flags |= getattr(os, "O_NOFOLLOW", 0)
    try:
        return os.fdopen(os.open(path, flags), "rb")
    except OSError as error:
        hint = "check the file and its permissions, then run the same command again"
        raise InputError(name, f"cannot be opened ({error.strerror})", hint) from error


def read_all(stream: io.BufferedReader) -> bytes:
    """All of a stream, closed afterwards."""
    with stream:
        return stream.read()


def _open_zstd(raw: IO[bytes]) -> IO[bytes]:
    """Unpacked Zstandard data; windows beyond 128 MiB are refused by the library."""
    zstd = _zstd()
    return cast("IO[bytes]", zstd.ZstdFile(raw, options={zstd.DecompressionParameter.window_log_max: 27}))


@cache
def _zstd() -> ModuleType:
    """The standard library's module from Python 3.14 on, its backport before."""
    return import_module("compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd")


def _damage() -> tuple[type[Exception], ...]:
    """What damaged data raises."""
    return (EOFError, OSError, zlib.error, _zstd().ZstdError)
