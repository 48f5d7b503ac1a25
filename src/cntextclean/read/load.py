"""
Inputs to decoded texts, one at a time.

A file is one document, a line of JSONL or a row of Parquet is one, each file in a ZIP archive is read by its own
suffix. It is safe because whatever is wrong with one input or record comes back as a value beside the others, and only
one of them is in memory.

    >>> [type(one).__name__ for one in load_input(Input("a.txt", "/nowhere/a.txt"), ReadConfig())]
    ['InputError']
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from cntextclean.config import ReadConfig
from cntextclean.errors import InputError
from cntextclean.model import Finding
from cntextclean.read.bounded import GRACE, BoundedReader, open_bounded, open_regular, read_all, too_big
from cntextclean.read.decode import Decoded, decode
from cntextclean.read.html import extract
from cntextclean.read.layouts.detect import detect_json, detect_xml, is_hocr
from cntextclean.read.layouts.model import Layout, render
from cntextclean.read.records import Loaded, json_records, table_rows
from cntextclean.read.sources import Input, Kind, Skipped, is_unwanted, kind_of_name, printable, unique_id

ROOM, TIME = 120, 70e-6
"""Bytes of memory and seconds for a character of one long document: the most of books of 1 to 12 million characters."""


def load_input(one: Input, config: ReadConfig) -> Iterator[Loaded | Skipped | InputError]:
    """The documents of one input, lazily. Never raises for what the input holds; ids are unique within it."""
    try:
        for result in _load(one, config):
            yield _bounded(result, config) if isinstance(result, Loaded) else result
    except InputError as error:
        yield error


def _bounded(one: Loaded, config: ReadConfig) -> Loaded | InputError:
    """The document, or the error where it is longer than a run is made for; the other documents go on."""
    length = len(one.decoded.text)
    if length <= config.max_text:
        return one
    problem = f"holds {length:,} characters, more than {config.max_text:,}; the file is as it was"
    needs = f"about {length * ROOM / 1e9:.1f} GB of memory and {length * TIME / 60:,.0f} minutes"
    hint = f"split it by volume or chapter, or type --set read.max_text={length} with the command, if there is {needs}"
    return InputError(one.id, problem, hint)


def _load(one: Input, config: ReadConfig) -> Iterator[Loaded | Skipped | InputError]:
    if one.kind == "zip":
        yield from _members(one, config)
    elif one.kind == "parquet":
        yield from table_rows(one, config)
    elif one.kind == "jsonl":
        with open_bounded(one.path, one.packing, one.id, config, whole=False) as stream:
            yield from json_records(stream, one.id, config)
    else:
        if one.size > config.max_bytes:
            raise too_big(one.id, config)
        data = read_all(open_bounded(one.path, one.packing, one.id, config, whole=True))
        yield Loaded(one.id, _decode(data, one.kind, one.id, config))


def _decode(data: bytes, kind: Kind, name: str, config: ReadConfig) -> Decoded:
    """One text, or the text of one page."""
    decoded = decode(data, encoding=config.encoding, name=name)
    if kind == "layout":
        detect = detect_json if ".json" in PurePosixPath(name.lower()).suffixes[-2:] else detect_xml
        return _layout_text(decoded, detect(decoded.text, name), name)
    if kind == "html" and is_hocr(decoded.text):
        return _layout_text(decoded, detect_xml(decoded.text, name), name)
    return _page_text(decoded, name) if kind == "html" else decoded


def _page_text(decoded: Decoded, name: str) -> Decoded:
    """The text of an HTML page; replaced bytes move with it, findings about the page's bytes stay at its start."""
    page = extract(decoded.text)
    if not page.text.strip():
        raise InputError(name, "is an HTML page without text", "save the page when it is complete")
    places = dict(page.marks)
    replaced = tuple(replace(one, at=places[one.at]) for one in decoded.replaced if one.at in places)
    note = "text of an HTML page; tags, scripts and comments are not in it"
    return _taken(replace(decoded, replaced=replaced, medium="html"), page.text, note)


def _layout_text(decoded: Decoded, layout: Layout, name: str) -> Decoded:
    """The text of a page layout. Replaced bytes move with it where each of them is still to be seen."""
    page = render(layout)
    if not page.text.strip():
        raise InputError(name, "is a page layout without text", "run the OCR engine again")
    marks = [at for at, character in enumerate(page.text) if character == "\ufffd"]
    same = len(marks) == len(decoded.replaced)
    replaced = tuple(replace(one, at=at) for one, at in zip(decoded.replaced, marks, strict=True)) if same else ()
    order = f"ordered by geometry on {layout.moved} of its pages" if layout.moved else "in the engine's order"
    note = f"{len(page.places)} lines of a page layout ({layout.engine}), {order}"
    if decoded.replaced and not same:
        note += f"; {len(decoded.replaced)} damaged places of the file are not in its text"
    furniture = layout.furniture
    decoded = replace(decoded, replaced=replaced, medium=layout.engine, places=page.places, furniture=furniture)
    return _taken(decoded, page.text, note)


def _taken(decoded: Decoded, text: str, note: str) -> Decoded:
    """A text taken out of a file, with a finding that says so; findings about the file move to its start."""
    head = text[:20].split("\n", maxsplit=1)[0]
    moved = tuple(replace(one, source=(0, len(head)), text=head) for one in decoded.findings)
    return replace(decoded, text=text, findings=(_extracted(head, note), *moved))


def _extracted(head: str, evidence: str) -> Finding:
    return Finding((0, len(head)), "encoding.extracted", head, score=1.0, evidence=evidence)


def _members(one: Input, config: ReadConfig) -> Iterator[Loaded | Skipped | InputError]:
    """The files of a ZIP archive, in the order of their ids; all limits hold, nothing is written anywhere."""
    with open_regular(one.path, one.id) as file:
        try:
            archive = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, NotImplementedError, ValueError) as error:
            raise InputError(one.id, f"is no ZIP archive that can be read ({error})", "pack it again") from error
        infos = [info for info in archive.infolist() if not info.is_dir()]
        if len(infos) > config.max_members:
            raise InputError(
                one.id,
                f"holds more than {config.max_members:,} files",
                "split it, or raise the limit with --set read.max_members=N",
            )
        taken: set[str] = set()
        budget = _Budget(max(GRACE, config.max_ratio * one.size))
        for name, info in sorted(((_member_name(info), info) for info in infos), key=lambda pair: pair[0]):
            place = unique_id(f"{one.id}/{name}", "", taken)
            try:
                yield from _member(archive, info, place, config, budget)
            except InputError as error:
                yield error


@dataclass(slots=True)
class _Budget:
    """Bytes that an archive as a whole may still unpack to: overlapping members may share their packed bytes."""

    left: int


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, place: str, config: ReadConfig, budget: _Budget
) -> Iterator[Loaded | Skipped | InputError]:
    """One file of an archive."""
    name = place.rsplit("/", maxsplit=1)[-1]
    kind, packing = kind_of_name(name)
    reason = next((why for part in place.split("/") if (why := is_unwanted(part))), "")
    if reason or (kind is None and not packing):
        yield Skipped(place, reason or f"suffix {PurePosixPath(name).suffix or '(none)'} is not known")
        return
    if kind is None or packing or kind in ("zip", "parquet"):
        raise InputError(place, "is packed within an archive", "unpack the outer archive first")
    if info.flag_bits & 1:
        raise InputError(place, "is encrypted", "unpack it with its password first")
    if budget.left < 0:
        problem = f"takes the archive beyond {config.max_ratio} times its size"
        raise InputError(place, problem, "if that is right, raise the limit with --set read.max_ratio=N")
    try:
        whole = kind != "jsonl"
        reader = BoundedReader(archive.open(info), place, config, whole=whole, packed=lambda: info.compress_size)
        with io.BufferedReader(reader) as stream:
            if kind == "jsonl":
                yield from json_records(stream, place, config)
            else:
                yield Loaded(place, _decode(stream.read(), kind, place, config))
        budget.left -= reader.consumed
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise InputError(place, f"cannot be unpacked ({error})", "pack the archive again") from error


def _member_name(info: zipfile.ZipInfo) -> str:
    """The name of a member below its archive: no root, no drive, no `..`, also when it was written in GB18030."""
    name = info.filename
    if not info.flag_bits & 0x800:
        raw = name.encode("cp437", "replace")
        name = next(filter(None, (_decoded(raw, encoding) for encoding in ("utf-8", "gb18030"))), name)
    parts = printable(name).replace("\\", "/").split("/")
    kept = [part for part in parts if part not in ("", ".", "..") and not (len(part) == 2 and part[1] == ":")]
    return "/".join(kept) or "_"


def _decoded(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return ""
