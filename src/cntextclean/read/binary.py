"""
Files that hold no text: known by their first bytes, or by what little of them is text.

It is safe because a file is refused, with the next step named, and never read as something it is not: a refused file
is listed as a failure and the other files go on.

    >>> kind_of(b"%PDF-1.7 ...")[0]
    'a PDF'
"""

from __future__ import annotations

from cntextclean.errors import InputError

_OCR = "run OCR on it first and give the text it writes"
_EXPORT = "save it as plain text (UTF-8) and give that file"
_UNPACK = "unpack it and give the text files"
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF", "extract its text, or " + _OCR),
    (b"\x89PNG\r\n\x1a\n", "a PNG image", _OCR),
    (b"\xff\xd8\xff", "a JPEG image", _OCR),
    (b"GIF87a", "a GIF image", _OCR),
    (b"GIF89a", "a GIF image", _OCR),
    (b"II*\x00", "a TIFF image", _OCR),
    (b"MM\x00*", "a TIFF image", _OCR),
    (b"AT&TFORM", "a DjVu scan", _OCR),
    (b"\x00\x00\x00\x0cjP  ", "a JPEG 2000 image", _OCR),
    (b"PK\x03\x04", "a ZIP archive or an office document", "name it .zip, or " + _EXPORT),
    (b"PK\x05\x06", "an empty ZIP archive", _UNPACK),
    (b"\x1f\x8b\x08", "gzip data", "name it .gz so that it is unpacked"),
    (b"\x28\xb5\x2f\xfd", "Zstandard data", "name it .zst so that it is unpacked"),
    (b"BZh91AY", "bzip2 data", _UNPACK),
    (b"\xfd7zXZ\x00", "xz data", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"SQLite format 3\x00", "an SQLite database", "export the texts as JSONL"),
    (b"\x7fELF", "a program", "give text files only"),
    (b"MZ\x90\x00", "a program", "give text files only"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)", _EXPORT),
    (b"{\\rtf1", "a rich-text document", _EXPORT),
    (b"PAR1\x15", "a Parquet table", "name it .parquet so that its column of texts is read"),
    (b"\xca\xfe\xba\xbe", "a program", "give text files only"),
)
_CONTROLS = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27}) + b"\x7f"
_MOST_CONTROLS = 0.1
"""Of the bytes: damaged text had at most 0.02, random bytes 0.11, executables and images more."""


def kind_of(data: bytes) -> tuple[str, str] | None:
    """What a file is by its first bytes, and what to do with it; nothing for what may be text."""
    for magic, kind, hint in _MAGIC:
        if data.startswith(magic):
            return kind, hint
    return None


def refuse_binary(data: bytes, name: str) -> None:
    """Raise :class:`InputError` for a file of a known kind that is no text, and for an empty one."""
    if not data:
        raise InputError(name, "is empty", "scan or export the page again, or leave the file out")
    found = kind_of(data)
    if found:
        raise InputError(name, f"is {found[0]}, not text", found[1])


def has_many_controls(text: str) -> bool:
    """
    Whether control characters (NUL among them) are more than a tenth of the bytes of a text and at least four, or as
    many as the characters that are none.
    """
    data = text.encode("utf-8")
    controls = len(data) - len(data.translate(None, _CONTROLS))
    if not controls:
        return False
    return (controls >= 4 and controls > _MOST_CONTROLS * len(data)) or 2 * controls >= sum(
        not one.isspace() for one in text
    )
