"""Decoding: the encoding found, damage recorded, what is no text refused."""

from __future__ import annotations

import gzip
import hashlib
import os

import pytest

from cntextclean.errors import InputError, UsageError
from cntextclean.model import Replacement
from cntextclean.read.damage import WINDOW, decode_damaged
from cntextclean.read.decode import decode, decoded_text

TEXT = "今天上午，第六届长三角一体化发展高层论坛在浙江温州举行。\n“协同”是关键词，共签约30个项目。\n"
TRADITIONAL = "今天上午，第六屆長三角一體化發展高層論壇在浙江溫州舉行。\n「協同」是關鍵詞，共簽約30個項目。\n"


@pytest.mark.parametrize(
    ("text", "encoding", "name"),
    [
        (TEXT, "utf-8", "utf-8"),
        (TEXT, "utf-8-sig", "utf-8"),
        (TEXT, "gb18030", "gb18030"),
        (TEXT, "gbk", "gb18030"),
        (TEXT.replace("·", ""), "gb2312", "gb18030"),
        (TRADITIONAL, "gbk", "gb18030"),
        (TRADITIONAL, "big5", "big5-hkscs"),
        (TRADITIONAL + "嘅咗啲", "big5hkscs", "big5-hkscs"),
        (TEXT, "utf-16", "utf-16-le"),
        (TEXT, "utf-16-le", "utf-16-le"),
        (TEXT, "utf-16-be", "utf-16-be"),
        (TEXT, "utf-32", "utf-32-le"),
        ("plain ASCII text, nothing else", "utf-8", "utf-8"),
        ("plain ASCII text, nothing else", "utf-16-le", "utf-16-le"),
        ("标题", "gb18030", "gb18030"),
        ("𠮷野家在此", "gb18030", "gb18030"),
        ("Привет, как дела?", "utf-8", "utf-8"),
        ("café crème, déjà vu", "utf-8", "utf-8"),
    ],
)
def test_encoding_found(text: str, encoding: str, name: str) -> None:
    data = text.encode(encoding)
    decoded = decode(data)
    assert (decoded.encoding, decoded.text, decoded.replaced) == (name, text, ())
    assert decoded.sha256 == hashlib.sha256(data).hexdigest()


def test_a_mark_inside_the_text_stays() -> None:
    assert decode("中文\ufeff编码".encode("utf-8-sig")).text == "中文\ufeff编码"


def test_gb18030_with_mark() -> None:
    assert decode(("\ufeff" + TEXT).encode("gb18030")).text == TEXT


@pytest.mark.parametrize(
    ("data", "text", "replaced"),
    [
        (
            b"\xb8\xad" + "文编码".encode(),
            "\ufffd\ufffd文编码",
            (Replacement(0, 1, 0, "b8"), Replacement(1, 1, 1, "ad")),
        ),
        ("中文编码".encode() + b"\xe6\xb5", "中文编码\ufffd", (Replacement(12, 2, 4, "e6b5"),)),
        ("中文".encode() + b"\xff" + "编码".encode(), "中文\ufffd编码", (Replacement(6, 1, 2, "ff"),)),
        (b"\xef\xbb\xbf" + "中".encode() + b"\xff" + "文".encode(), "中\ufffd文", (Replacement(6, 1, 1, "ff"),)),
        ("今天上午论坛".encode("gb18030")[1:], "\ufffd天上午论坛", (Replacement(0, 1, 0, "f1"),)),
        ("今天上午论坛".encode("gb18030")[:-1], "今天上午论\ufffd", (Replacement(10, 1, 5, "cc"),)),
        (
            "今天上".encode("gb18030") + b"\xff" + "午论坛".encode("gb18030"),
            "今天上\ufffd午论坛",
            (Replacement(6, 1, 3, "ff"),),
        ),
        (b"\xff\xfe" + "中文".encode("utf-16-le") + b"\x00\xd8", "中文\ufffd", (Replacement(6, 2, 2, "00d8"),)),
        ("论坛在".encode() + b"\xed\xa0\x80" + "举行。".encode(), "论坛在\ufffd\ufffd\ufffd举行。", None),
        ("论坛在".encode() + b"\xc0\x80" + "举行。".encode(), "论坛在\ufffd\ufffd举行。", None),
    ],
)
def test_damage(data: bytes, text: str, replaced: tuple[Replacement, ...] | None) -> None:
    decoded = decode(data)
    assert decoded.text == text
    assert replaced is None or decoded.replaced == replaced


def test_a_nul_is_kept_and_the_encoding_right() -> None:
    for encoding in ("utf-8", "gb18030"):
        data = TEXT.encode(encoding)
        decoded = decode(data[:30] + b"\0" + data[30:])
        assert decoded.encoding == encoding
        assert decoded.text == TEXT[: decoded.text.index("\0")] + "\0" + TEXT[decoded.text.index("\0") :]


def test_a_lost_byte_does_not_shift_the_line() -> None:
    data = "今天上午第六届长三角一体化发展高层论坛在浙江温州举行，共签约三十个项目".encode("gb18030")
    for at in range(1, len(data) - 2):
        decoded = decode_damaged(data[:at] + data[at + 1 :], "gb18030")
        assert decoded[0].count("\ufffd") == 1
        assert (
            sum(a == b for a, b in zip(reversed(decoded[0]), reversed(data.decode("gb18030")), strict=False))
            >= 35 - at // 2 - 2
        )


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5hkscs", "utf-16-le"])
def test_damage_beyond_one_window(encoding: str) -> None:
    text = "舉行會議討論工作方案" * (WINDOW // 4)
    raw = text.encode(encoding)
    places = [len(raw) // 7 * number // 2 * 2 for number in range(1, 7)]
    data = raw
    for place in reversed(places):
        data = data[:place] + (b"\xff" if encoding != "utf-16-le" else b"\x00\xd8") + data[place:]
    decoded, replaced = decode_damaged(data, encoding)
    assert 6 <= len(replaced) <= 6 * 4
    assert abs(len(decoded) - len(text)) <= 6 * 4
    assert decoded[-5000:] == text[-5000:]
    rebuilt, at = b"", 0
    for one in replaced:
        rebuilt += decoded[at : one.at].encode(encoding)
        assert len(rebuilt) == one.offset
        rebuilt += bytes.fromhex(one.bytes)
        at = one.at + 1
    assert rebuilt + decoded[at:].encode(encoding) == data


def test_lines_of_two_encodings() -> None:
    first, second = "第一行是统一码", "第二行是国标码"
    data = f"abc\n{first}\n".encode() + f"{second}\r\n{second}\r\n".encode("gb18030") + first.encode()
    decoded = decode(data)
    assert decoded.encoding == "mixed:utf-8,gb18030"
    assert decoded.text == f"abc\n{first}\n{second}\r\n{second}\r\n{first}"
    assert [(one.rule, one.evidence) for one in decoded.findings] == [
        ("encoding.mixed", "lines 1 to 2 are utf-8"),
        ("encoding.mixed", "lines 3 to 4 are gb18030"),
        ("encoding.mixed", "lines 5 to 5 are utf-8"),
    ]
    assert [decoded.text[slice(*one.source)] for one in decoded.findings] == [one.text for one in decoded.findings]


OLD_LINES = ["歷時三個月的水庫清淤工程昨天全部完成。", "負責人介紹，今後每年枯水期都將檢查一次。"]


@pytest.mark.parametrize("first", [0, 1])
def test_lines_of_utf8_and_big5(first: int) -> None:
    names = ("utf-8", "big5")[first:] + ("utf-8", "big5")[:first]
    data = b"\r\n".join(line.encode(name) for line in OLD_LINES * 3 for name in names)
    decoded = decode(data)
    assert decoded.encoding == "mixed:utf-8,big5-hkscs"
    assert decoded.text == "\r\n".join(line for line in OLD_LINES * 3 for _ in names)
    assert decoded.findings[0].evidence == f"lines 1 to 1 are {'big5-hkscs' if first else 'utf-8'}"
    assert decoded.replaced == ()


def test_damage_beside_big5_keeps_its_offsets() -> None:
    good, old = OLD_LINES[0].encode() + b"\n", OLD_LINES[1].encode("big5") + b"\n"
    data = good * 2 + b"\xff" + good + old[:10] + b"\xff" + old[10:] + old * 2
    decoded = decode(data)
    assert decoded.encoding == "mixed:utf-8,big5-hkscs"
    assert [data[one.offset : one.offset + one.length] for one in decoded.replaced] == [b"\xff", b"\xff"]
    assert decoded.text.replace("\ufffd", "") == f"{OLD_LINES[0]}\n" * 3 + f"{OLD_LINES[1]}\n" * 3


@pytest.mark.parametrize("other", ["gb18030", "big5"])
def test_short_lines_are_told_by_what_reads_them_whole(other: str) -> None:
    lines = [*OLD_LINES, "。", "“。", "年", "表一", "x。"]
    data = b"\n".join(line.encode(name) for name in ("utf-8", other) for line in lines)
    assert decode(data).text == "\n".join(lines * 2)


def test_damage_in_lines_of_two_encodings_keeps_its_offsets() -> None:
    good, bad = "第一行是统一码。\n".encode(), "第二行是国标码，又长又完整。\n".encode("gb18030")
    data = good + bad + "第三行\n".encode() + b"\xff" + good
    decoded = decode(data)
    assert decoded.encoding == "mixed:utf-8,gb18030"
    assert [data[one.offset : one.offset + one.length] for one in decoded.replaced] == [b"\xff"]
    assert decoded.text[decoded.replaced[0].at] == "\ufffd"


def test_a_damaged_line_of_utf8_is_not_called_gb18030() -> None:
    lines = [f"第{number}行的文字在这里。".encode() for number in range(50)]
    lines[20] = lines[20][:-2]
    lines[30] = lines[30][1:]
    assert decode(b"\n".join(lines)).encoding == "utf-8"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "is empty"),
        (b"\x01\x02A", "looks like binary data"),
        (b"\x7f\x08ab", "looks like binary data"),
        (b"  \r\n\t\n", "holds no text"),
        (b"\xef\xbb\xbf\n", "holds no text"),
        (b"\0\0\0\0\0\0", "holds no text"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "is a PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "is a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "is a JPEG image"),
        (b"PK\x03\x04\x14\0", "is a ZIP archive"),
        (gzip.compress(b"abc", mtime=0), "is gzip data"),
        (b"SQLite format 3\0", "is an SQLite database"),
        (b"\x7fELF\x02\x01", "is a program"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "is an old Office document"),
        (bytes(range(256)) * 20, "looks like binary data"),
        (b"\0\1\2\3 text \4\5\6\7", "looks like binary data"),
    ],
)
def test_no_text(data: bytes, problem: str) -> None:
    with pytest.raises(InputError) as caught:
        decode(data, name="a.bin")
    assert caught.value.place == "a.bin"
    assert caught.value.problem.startswith(problem)
    assert caught.value.hint


def test_random_bytes_are_refused() -> None:
    for seed in range(20):
        data = hashlib.shake_256(bytes([seed])).digest(3000)
        with pytest.raises(InputError, match="looks like binary data"):
            decode(data)


def test_a_pdf_is_sent_to_ocr() -> None:
    with pytest.raises(InputError, match="run OCR on it first"):
        decode(b"%PDF-1.4")


@pytest.mark.parametrize("name", ["utf8", "UTF-8", " gbk ", "gb2312", "Big5", "utf_16", "cp936"])
def test_named_encoding(name: str) -> None:
    text = "中文" * 3
    codec = {"utf_16": "utf-16", "Big5": "big5"}.get(name, name.strip())
    assert decode(text.encode(codec), encoding=name).text == text


@pytest.mark.parametrize("name", ["klingon", "base64", "rot13", "unicode_escape", "idna", "hex", "utf-8\0"])
def test_unknown_encoding(name: str) -> None:
    with pytest.raises(UsageError, match="no text encoding is called"):
        decode(b"abc", encoding=name)


def test_named_encoding_that_does_not_fit() -> None:
    with pytest.raises(InputError) as caught:
        decode(b"abc" + "中文".encode("gb18030"), encoding="utf-8", name="a.txt")
    assert caught.value.problem == "is not utf-8: byte 3 (0xd6) cannot be read"
    assert "--encoding" in caught.value.hint


def test_the_named_encoding_counts_bytes_from_the_file_start() -> None:
    with pytest.raises(InputError, match="byte 6"):
        decode(b"\xef\xbb\xbfabc\xff", encoding="utf-8")


def test_other_scripts() -> None:
    decoded = decode("Привет, как дела? Это обычный русский текст для проверки.".encode("cp1251"))
    assert decoded.encoding == "cp1251"


def test_a_doubtful_encoding_is_reported() -> None:
    decoded = decode("Überprüfung der Größe".encode("latin-1"))
    assert [one.rule for one in decoded.findings] == ["encoding.doubtful"]
    assert "--encoding" in decoded.findings[0].evidence


def test_surrogates_are_replaced_one_for_one() -> None:
    decoded = decoded_text("中\ud800文\udc41")
    assert decoded.text == "中\ufffd文\ufffd"
    assert decoded.replaced == (Replacement(3, 3, 1, "eda080"), Replacement(9, 3, 3, "edb181"))


def test_big_single_line() -> None:
    text = "今天上午论坛举行" * 700_000
    decoded = decode(text.encode())
    assert (len(decoded.text), decoded.encoding) == (len(text), "utf-8")


def test_no_environment_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    before = decode(TEXT.encode("gb18030"))
    monkeypatch.setattr(os, "environ", {"LANG": "zh_TW.Big5", "PYTHONIOENCODING": "big5"})
    assert decode(TEXT.encode("gb18030")) == before
