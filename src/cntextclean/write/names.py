"""
Where the files of a document go: the input's place, mirrored below the output folder.

Names that differ only by case or by Unicode form are one file on some disks, so the second of them, in the order of
the inputs, gets ``-2``. It is safe because a name can never lead out of the output folder: empty parts, ``.``, ``..``
and drive letters are gone, and characters that a disk may refuse are replaced.

    >>> names = Names()
    >>> names.claim("a/第三章.txt", ".md"), names.claim("A/第三章.md", ".md"), names.claim("../../x", ".md")
    ('a/第三章.md', 'A/第三章-2.md', 'x.md')
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from pathlib import PurePosixPath

REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\\ud800-\udfff]')
RESERVED = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)")
LONGEST = 180  # bytes of one part; file systems allow 255, and a temporary name or `-2.md` must fit as well
TITLE = 90  # bytes of a title in a name: thirty Han characters tell articles apart


class Names:
    """The names taken so far, compared without case and Unicode form."""

    def __init__(self) -> None:
        self._taken: set[str] = set()

    def claim(self, name: str, suffix: str) -> str:
        """A free relative path for the document ``name``, its ending replaced by ``suffix``; ``/`` between parts."""
        path = PurePosixPath(safe_path(name))
        stem = path.stem if re.fullmatch(r"\.[A-Za-z0-9]{1,8}", path.suffix) else path.name
        number = 1
        while True:
            shown = str(path.with_name(f"{stem}{'' if number == 1 else f'-{number}'}{suffix}"))
            key = unicodedata.normalize("NFC", unicodedata.normalize("NFC", shown).casefold())
            if key not in self._taken:
                self._taken.add(key)
                return shown
            number += 1


def safe_path(name: str) -> str:
    """``name`` as a relative path that stays below where it is put; never empty."""
    parts = [part for part in re.split(r"[/\\]", name) if part not in {"", ".", ".."}]
    return "/".join(_safe_part(part) for part in parts) or "unnamed"


def _safe_part(part: str) -> str:
    shown = REFUSED.sub("_", part).rstrip(" .") or "_"
    if RESERVED.match(shown):
        shown = "_" + shown
    if len(shown.encode("utf-8")) <= LONGEST:
        return shown
    mark = hashlib.sha256(part.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    ending = PurePosixPath(shown).suffix
    ending = ending if len(ending.encode("utf-8")) <= 10 else ""
    return shown.encode("utf-8")[: LONGEST - 24].decode("utf-8", "ignore") + "-" + mark + ending


def safe_title(title: str) -> str:
    """
    A title as a part of a file name: at most 90 bytes, one ``_`` for blanks, nothing that cannot be seen.

    >>> safe_title("同答“高分卷” 共造/“动力源”"), safe_title("../..")
    ('同答“高分卷”_共造_“动力源”', '')
    """
    shown = "".join(one for one in unicodedata.normalize("NFC", title) if one.isprintable() or one.isspace())
    shown = re.sub(r"[\s/_]+", "_", REFUSED.sub("_", shown)).strip("._ ")
    return shown.encode("utf-8")[:TITLE].decode("utf-8", "ignore").rstrip("._ ")
