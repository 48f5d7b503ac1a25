"""Bytes to text."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from cntextclean.model import Finding, Replacement


@dataclass(frozen=True, slots=True)
class Decoded:
    """A decoded source: its text, the encoding it was read with, and what could not be read."""

    text: str
    encoding: str
    sha256: str
    replaced: tuple[Replacement, ...] = ()
    findings: tuple[Finding, ...] = ()


def decoded_text(text: str) -> Decoded:
    """A text that is decoded already."""
    return Decoded(text, "utf-8", hashlib.sha256(text.encode("utf-8")).hexdigest())


def decode(data: bytes, *, encoding: str = "") -> Decoded:
    """Decode bytes."""
    return Decoded(data.decode("utf-8-sig"), "utf-8", hashlib.sha256(data).hexdigest())
