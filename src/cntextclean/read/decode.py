r"""
Bytes to text, with nothing lost unseen.

The encoding is a byte-order mark's, the user's, strict UTF-8, or the least surprising of UTF-8, GB18030 (which holds
GBK and GB2312), Big5-HKSCS, UTF-16 and EUC-TW. Every byte that cannot be read is recorded and shown as U+FFFD. Offsets
everywhere in the program are code points of the text made here: the mark dropped, nothing else changed.

It is safe because a file that is no text is refused with the next step named, and what was guessed says so.

    >>> decode("中文".encode("gb18030")).encoding
    'gb18030'
    >>> decode(b"\xe4\xb8\xad\xe6\x96").replaced
    (Replacement(offset=3, length=2, at=1, bytes='e696'),)
"""

from __future__ import annotations

import codecs
import hashlib
import re
from dataclasses import dataclass, replace

from cntextclean.errors import InputError, UsageError
from cntextclean.model import Finding, Replacement
from cntextclean.read.binary import has_many_controls, refuse_binary
from cntextclean.read.candidates import Guess, guess, is_plain_utf8, marked
from cntextclean.read.damage import decode_damaged
from cntextclean.read.euc_tw import register
from cntextclean.read.layouts.model import LinePlace
from cntextclean.read.mixed import PARTNERS, lines_apart

BLOCK_BOXES = frozenset({"mineru", "pp-structure"})
"""Media whose boxes are those of paragraphs, not of lines."""
_SUPERSETS = {"gbk": "gb18030", "gb2312": "gb18030", "cp936": "gb18030", "big5": "big5hkscs", "utf-8-sig": "utf-8"}
_NO_TEXT_CODECS = frozenset({"unicode_escape", "raw_unicode_escape", "idna", "punycode", "undefined", "utf_7"})
_NAMES = {"big5hkscs": "big5-hkscs"}
_SURROGATE = re.compile("[\ud800-\udfff]")
_VISIBLE = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\ufeff\u200b\ufffd]")
_MOST_REPLACED = 0.25
"""Of the characters: above it the bytes are no text in the encoding (random bytes: 0.3 and more)."""
_NOISE_BITS, _LEAST_NOISE = 20.0, 32
"""Mean surprise a character beyond ASCII, and characters, from which bytes are noise: random ones have 22 and more."""
_DOUBTFUL_BITS = 14.0
"""Mean surprise a character beyond ASCII above which the choice of the encoding is reported as doubtful."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """
    A decoded source: its text, the encoding it was read with, and what could not be read.

    ``medium`` says what the text was taken from: ``text`` as it stands, or ``html`` (tags dropped), ``jsonl`` and
    ``parquet`` (one field of a record), ``hocr``, ``alto``, ``page``, ``mineru``, ``paddle`` and ``pp-structure`` (the
    lines of a page layout), where offsets count the text that was taken. ``places`` says where the lines of a layout
    stood, ``furniture`` holds those that the engine took for headers, footers and page numbers.
    """

    text: str
    encoding: str
    sha256: str
    replaced: tuple[Replacement, ...] = ()
    findings: tuple[Finding, ...] = ()
    medium: str = "text"
    places: tuple[LinePlace, ...] = ()
    furniture: tuple[str, ...] = ()

    @property
    def printed(self) -> tuple[LinePlace, ...]:
        """Where printed lines stood; none where the boxes are those of whole paragraphs."""
        return self.places if self.medium not in BLOCK_BOXES else ()


def decoded_text(text: str) -> Decoded:
    """A text that is decoded already. Lone surrogates become U+FFFD, one for one, and are recorded."""
    try:
        data = text.encode("utf-8")
    except UnicodeEncodeError:
        return _without_surrogates(text)
    return Decoded(text, "utf-8", hashlib.sha256(data).hexdigest())


def decode(data: bytes, *, encoding: str = "", name: str = "input") -> Decoded:
    """
    Decode the bytes of one file.

    ``encoding`` empty means: find out. Raises :class:`InputError` for data that holds no text or that ``encoding``
    does not fit, :class:`UsageError` for an encoding that does not exist.
    """
    if encoding:
        codec = _codec(encoding)
        decoded = _decode_as(data, codec, encoding, name)
    else:
        refuse_binary(data, name)
        decoded = _decode_by_evidence(data, name)
    _refuse_blank(decoded, name)
    return decoded


def _decode_by_evidence(data: bytes, name: str) -> Decoded:
    digest = hashlib.sha256(data).hexdigest()
    announced = marked(data)
    if announced is None or announced.encoding == "utf-8":
        start = announced.start if announced else 0
        text = _strict_utf8(data, start)
        if text is not None and (announced or is_plain_utf8(data, text)):
            return Decoded(text, "utf-8", digest)
    found = announced or guess(data)
    text, replaced, encoding, findings = _read(data, found, announced.start if announced else 0)
    if _is_no_text(text, len(replaced), found.mean):
        raise InputError(
            name, "looks like binary data, not text", "give text files; if it is text, name its --encoding"
        )
    if found.mean > _DOUBTFUL_BITS and not encoding.startswith("mixed:"):
        findings = (*findings, _doubt(text, encoding, found.mean))
    return Decoded(text, encoding, digest, replaced, findings)


def _is_no_text(text: str, replaced: int, mean: float) -> bool:
    """Whether bytes read like noise: most of them unreadable, or characters as rare as random ones."""
    return replaced > max(8, _MOST_REPLACED * len(text)) or (mean > _NOISE_BITS and len(text) > _LEAST_NOISE)


def _strict_utf8(data: bytes, start: int) -> str | None:
    try:
        return (data[start:] if start else data).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _read(data: bytes, found: Guess, mark: int) -> tuple[str, tuple[Replacement, ...], str, tuple[Finding, ...]]:
    """The text as guessed, behind a mark of ``mark`` bytes: line by line where lines speak for two encodings."""
    if found.encoding in ("utf-8", *PARTNERS):
        reading = lines_apart(data, found.encoding, mark)
        if reading:
            return reading.text, reading.replaced, reading.encoding, reading.findings
    text, replaced = decode_damaged(data, found.encoding, found.start)
    if found.start > mark:  # the end of a character that was cut
        cut = Replacement(mark, found.start - mark, 0, data[mark : found.start].hex())
        replaced = (cut, *(replace(one, at=one.at + 1) for one in replaced))
        text = "\ufffd" + text
    return text, replaced, _NAMES.get(found.encoding, found.encoding), ()


def _codec(encoding: str) -> str:
    """The codec of a name given by the user: the superset where one is in use under that name."""
    register()
    try:
        info = codecs.lookup(encoding.strip())
    except (LookupError, ValueError):
        info = None
    if info is None or info.name.replace("-", "_") in _NO_TEXT_CODECS or not info._is_text_encoding:  # noqa: SLF001 (no public way)
        hint = "use utf-8, utf-16, gb18030, big5-hkscs, or leave it out to have the encoding found"
        raise UsageError(f"no text encoding is called `{encoding}`: {hint}")
    return _SUPERSETS.get(info.name, info.name)


def _decode_as(data: bytes, codec: str, encoding: str, name: str) -> Decoded:
    """Strictly in the user's encoding."""
    if not data:
        raise InputError(name, "is empty", "scan or export the page again, or leave the file out")
    announced = marked(data)
    start = announced.start if announced and announced.encoding == codec else 0
    try:
        text = data[start:].decode(codec)
    except UnicodeDecodeError as error:
        problem = f"is not {encoding}: byte {start + error.start} (0x{data[start + error.start]:02x}) cannot be read"
        raise InputError(name, problem, "leave --encoding out to have the encoding found") from error
    return Decoded(text, _NAMES.get(codec, codec), hashlib.sha256(data).hexdigest())


def _refuse_blank(decoded: Decoded, name: str) -> None:
    """Raise :class:`InputError` when nothing of the text can be seen, or most of it are control characters."""
    if not _VISIBLE.search(decoded.text):
        raise InputError(name, "holds no text (white space or control characters only)", "leave the file out")
    if has_many_controls(decoded.text[:1_000_000]):
        raise InputError(name, "looks like binary data, not text", "give text files only")


def _doubt(text: str, encoding: str, mean: float) -> Finding:
    """A finding on the first characters of a text whose encoding is doubtful."""
    head = text[:20]
    evidence = f"read as {encoding}; {mean:.1f} bits a character, Chinese text has 8 to 12: name it with --encoding"
    return Finding((0, len(head)), "encoding.doubtful", head, score=0.5, evidence=evidence)


def _without_surrogates(text: str) -> Decoded:
    data = text.encode("utf-8", "surrogatepass")
    replaced = []
    offset = at = 0
    for found in _SURROGATE.finditer(text):
        offset += len(text[at : found.start()].encode("utf-8", "surrogatepass"))
        at = found.start()
        replaced.append(Replacement(offset, 3, at, found[0].encode("utf-8", "surrogatepass").hex()))
    return Decoded(_SURROGATE.sub("\ufffd", text), "utf-8", hashlib.sha256(data).hexdigest(), tuple(replaced))
