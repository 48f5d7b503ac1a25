"""Files in every encoding and state of damage, through the real command: all bytes read or recorded as replaced."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from cntextclean.read.decode import decode
from cntextclean.read.euc_tw import register

SIMPLE = (
    "今天上午，第六届高层论坛在温州举行，各方代表齐聚一堂。\n"
    "会议讨论了未来的安排，决定明年再开。\n"
    "历时三个月的水库清淤工程昨天全部完成。\n"
    "负责人介绍，今后每年枯水期都将检查一次。\n"
)
OLD = (
    "今天上午，第六屆高層論壇在溫州舉行，各方代表齊聚一堂。\n"
    "會議討論了未來的安排，決定明年再開。\n"
    "歷時三個月的水庫清淤工程昨天全部完成。\n"
    "負責人介紹，今後每年枯水期都將檢查一次。\n"
)
CANTONESE = OLD + "香港嘅巴士喺呢度，佢哋嚟咗。\n"
WITNESS = (
    "今天上午，第六屆高層論壇在溫州舉行，各方代表齊聚一堂。爩籲瓩",
    bytes.fromhex(
        "c4f4c5b2c4b8c5a9a1a2dcc9c4facda3d8edecd2efa2f0cbc7e3e4ebc7fcf5a8c8e7a1a2c7d6c5c9c5ee"
        "cfd0ebfdeacdc4a1d9d8a1a48ea2f2c0fdcba3a2"
    ),
)
"""A text, and what the GNU C Library's iconv writes of it in EUC-TW."""


RARE = ("哶𧥥𦮁𡥦𤩀𣑛", bytes.fromhex("8ea3b0a28ea4b0a28ea5b0a28ea6b0a28ea7b0a28eafb0a2"))
"""The same for planes 3 to 7 and 15."""


def damaged(text: str, encoding: str, at: int, byte: bytes) -> bytes:
    data = text.encode(encoding)
    return data[:at] + byte + data[at:]


def alternating(text: str, other: str = "gb18030") -> bytes:
    lines = text.splitlines(keepends=True) * 3
    return b"".join(line.encode(other if number % 2 else "utf-8") for number, line in enumerate(lines))


def in_euc_tw(text: str) -> bytes:
    register()
    return text.encode("euc-tw")


FILES: dict[str, tuple[bytes, str, str]] = {
    "mixed": (alternating(SIMPLE), "mixed:utf-8,gb18030", SIMPLE * 3),
    "mixed-big5": (alternating(OLD, "big5"), "mixed:utf-8,big5-hkscs", OLD * 3),
    "mixed-big5-cut": (alternating(OLD, "big5") + b"\xa4", "mixed:utf-8,big5-hkscs", OLD * 3 + "\ufffd"),
    "utf16le": (SIMPLE.encode("utf-16-le"), "utf-16-le", SIMPLE),
    "utf16be": (SIMPLE.encode("utf-16-be"), "utf-16-be", SIMPLE),
    "big5": (OLD.encode("big5"), "big5-hkscs", OLD),
    "hkscs": (CANTONESE.encode("big5hkscs"), "big5-hkscs", CANTONESE),
    "euctw": (in_euc_tw(OLD), "euc-tw", OLD),
    "cut-utf8": ((SIMPLE * 3).encode()[1:-3], "utf-8", "\ufffd\ufffd" + (SIMPLE * 3)[1:-2] + "\ufffd"),
    "cut-gb": ((SIMPLE * 3).encode("gb18030")[1:-2], "gb18030", "\ufffd" + (SIMPLE * 3)[1:-2] + "\ufffd"),
    "cut-euctw": (in_euc_tw(OLD)[1:], "euc-tw", "\ufffd" + OLD[1:]),
    "bad-byte": (damaged(SIMPLE, "utf-8", 30, b"\xff"), "utf-8", SIMPLE[:10] + "\ufffd" + SIMPLE[10:]),
    "bad-byte-gb": (damaged(SIMPLE, "gb18030", 20, b"\xff"), "gb18030", SIMPLE[:10] + "\ufffd" + SIMPLE[10:]),
}
MOJIBAKE = {
    "utf8-as-gbk": SIMPLE.replace("历时三个月的水库清淤工程", "历时三个月的水库清淤工程".encode().decode("gb18030")),
    "gbk-as-latin1": SIMPLE.replace("第六届高层论坛", "第六届高层论坛".encode("gbk").decode("latin-1")),
}


@pytest.fixture(scope="module")
def documents(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict]:
    folder = tmp_path_factory.mktemp("encodings")
    for name, (data, _, _) in FILES.items():
        (folder / f"{name}.txt").write_bytes(data)
    for name, text in MOJIBAKE.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    lost = SIMPLE.replace("未来的安排", "锟斤拷锟斤拷的安排")
    (folder / "lost.txt").write_text(lost, encoding="utf-8")
    command = [sys.executable, "-m", "cntextclean", "clean", str(folder), "-o", str(folder / "../out")]
    subprocess.run([*command, "--dedup", "none"], check=True, capture_output=True)
    lines = (folder / "../out/documents.jsonl").read_text(encoding="utf-8").splitlines()
    return {Path(found["id"]).stem: found for found in map(json.loads, lines)}


@pytest.mark.parametrize("name", FILES)
def test_all_bytes_are_read_or_recorded(documents: dict[str, dict], name: str) -> None:
    data, encoding, text = FILES[name]
    source = documents[name]["source"]
    assert source["encoding"] == encoding
    assert decode(data).text == text
    assert source["length"] == len(text)
    assert len(source["replaced"]) == text.count("\ufffd")
    for one in source["replaced"]:
        assert bytes.fromhex(one["bytes"]) == data[one["offset"] : one["offset"] + one["length"]]
        assert text[one["at"]] == "\ufffd"


@pytest.mark.parametrize("name", MOJIBAKE)
def test_mojibake_in_a_part_of_a_line(documents: dict[str, dict], name: str) -> None:
    found = "\n".join(block["text"] for block in documents[name]["blocks"])
    assert found.replace("\n", "") == SIMPLE.replace("\n", "")
    assert any(edit["rule"].startswith("mojibake.") for edit in documents[name]["edits"])


def test_euc_tw_is_that_of_other_programs() -> None:
    text, data = WITNESS
    assert in_euc_tw(text) == data
    assert decode(data, encoding="EUC-TW").text == text
    with pytest.raises(UnicodeEncodeError):
        in_euc_tw("们")


def test_rare_planes_of_euc_tw_are_those_of_other_programs() -> None:
    text, data = RARE
    assert in_euc_tw(text) == data
    inside = in_euc_tw(OLD) + data + in_euc_tw(OLD)
    assert decode(inside).text == OLD + text + OLD
    missing = b"\x8e\xa8\xb0\xa2"  # no character of plane 8 has a code in Unicode
    decoded = decode(in_euc_tw(OLD) + missing + in_euc_tw(OLD))
    assert decoded.encoding == "euc-tw"
    assert "".join(one.bytes for one in decoded.replaced) == missing.hex()


def test_what_was_lost_before_is_reported(documents: dict[str, dict]) -> None:
    [finding] = [one for one in documents["lost"]["findings"] if one["rule"] == "characters.lost-text"]
    assert finding["text"] == "锟斤拷锟斤拷"
