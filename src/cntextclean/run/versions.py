"""
What the bytes of a run depend on besides its inputs: versions and configuration, and their hash.

    >>> sorted(versions())[:2]
    ['cntextclean', 'datasketch']
    >>> run_key(Config()) == run_key(Config()), run_key(Config()) == run_key(Config(script="simplified"))
    (True, False)
"""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Sequence
from functools import cache
from importlib.metadata import PackageNotFoundError, version

import msgspec

from cntextclean.config import Config

PACKAGES = ("cntextclean", "datasketch", "ftfy", "jieba", "numpy", "opencc")


@cache
def _installed() -> tuple[tuple[str, str], ...]:
    return (*((name, _version(name)) for name in PACKAGES), ("unicode", unicodedata.unidata_version))


def versions() -> dict[str, str]:
    """The versions of everything that has a say in the result, by name."""
    return dict(_installed())


def run_key(config: Config, archives: Sequence[str] = ()) -> str:
    """SHA-256, in hexadecimal, over versions, configuration and the digests of the indexes that a run asks."""
    return hashlib.sha256(msgspec.json.encode([versions(), config, *archives])).hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
