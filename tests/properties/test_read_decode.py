"""What holds for any bytes in decoding."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from cntextclean.errors import InputError
from cntextclean.read.candidates import MARKS
from cntextclean.read.decode import Decoded, decode, decoded_text
from cntextclean.read.html import extract

COMMON = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种"
    "面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本"
    "去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比"
    "或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总"
    "次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做"
    "必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权"
    "收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信"
    "马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连"
)
SENTENCES = st.lists(st.sampled_from(COMMON), min_size=30, max_size=200, unique=True).map("".join)
ENCODINGS = st.sampled_from(["utf-8", "gb18030", "utf-16-le", "utf-16-be"])


def restored(decoded: Decoded, data: bytes) -> bytes:
    """The file, from its text and its replaced bytes."""
    mark = next((mark for mark, name in MARKS if data.startswith(mark) and name == decoded.encoding), b"")
    parts, at = [mark], 0
    for one in decoded.replaced:
        parts.append(decoded.text[at : one.at].encode(decoded.encoding))
        assert sum(map(len, parts)) == one.offset
        assert decoded.text[one.at] == "\ufffd"
        assert len(bytes.fromhex(one.bytes)) == one.length
        parts.append(bytes.fromhex(one.bytes))
        at = one.at + 1
    return b"".join([*parts, decoded.text[at:].encode(decoded.encoding)])


@settings(deadline=None, max_examples=150)
@given(SENTENCES, ENCODINGS)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.encoding, decoded.text, decoded.replaced) == (encoding, text, ())


@settings(deadline=None, max_examples=150)
@given(SENTENCES, st.sampled_from(["utf-8", "gb18030"]), st.data())
def test_damage_is_recorded_and_nothing_is_lost(text: str, encoding: str, data: st.DataObject) -> None:
    raw = text.encode(encoding)
    at = data.draw(st.integers(0, len(raw)))
    damaged = data.draw(
        st.sampled_from(
            [raw[:at] + b"\xff" + raw[at:], raw[:at] + raw[at + 1 :], raw[1:], raw[:-1], raw[:at] + b"\0" + raw[at:]]
        )
    )
    decoded = decode(damaged)
    assert decoded.encoding == encoding
    assert restored(decoded, damaged) == damaged
    assert len(decoded.replaced) <= 4


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=300))
@example(b"\xef\xbb\xbf\xff")
@example("中文".encode() * 9 + b"\xe4")
@example(b"\xff\xfe\x00")
@example(b"\x84\x31\x95\x33\xd6\xd0\xce\xc4")
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except InputError as refused:
        assert all((refused.problem, refused.hint))  # noqa: PT017 (most examples are not refused)
        return
    offsets = [one.offset for one in decoded.replaced]
    assert offsets == sorted(offsets)
    assert all(decoded.text[one.at] == "\ufffd" for one in decoded.replaced)
    assert all(data[one.offset : one.offset + one.length].hex() == one.bytes for one in decoded.replaced)


@settings(deadline=None, max_examples=100)
@given(st.lists(st.tuples(SENTENCES, st.sampled_from(["utf-8", "gb18030"])), min_size=2, max_size=6))
def test_lines_of_two_encodings_are_told_apart(lines: list[tuple[str, str]]) -> None:
    decoded = decode(b"\n".join(text.encode(encoding) for text, encoding in lines))
    assert decoded.text == "\n".join(text for text, _ in lines)
    assert decoded.encoding == ("mixed:utf-8,gb18030" if len({name for _, name in lines}) == 2 else lines[0][1])


@settings(deadline=None, max_examples=200)
@given(st.text(st.characters() | st.characters(categories=["Cs"])))
def test_decoded_text_keeps_every_offset(text: str) -> None:
    decoded = decoded_text(text)
    assert len(decoded.text) == len(text)
    assert [one.at for one in decoded.replaced] == [at for at, c in enumerate(text) if "\ud800" <= c <= "\udfff"]
    data = text.encode("utf-8", "surrogatepass")
    assert all(data[one.offset : one.offset + one.length].hex() == one.bytes for one in decoded.replaced)


@settings(deadline=None, max_examples=200)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<",
                ">",
                "<!--",
                "-->",
                "<script>",
                "</script>",
                "<a b='",
                "'",
                '"',
                "=",
                "&",
                "&amp;",
                "<pre>",
                "</",
                "<td>",
                "文",
                "字 ",
                "\n",
                "\ufffd",
                "<title>",
                "<br>",
            ]
        )
    )
)
def test_any_page_is_read(parts: list[str]) -> None:
    page = "".join(parts)
    taken = extract(page)
    assert all(page[offset] == taken.text[at] == "\ufffd" for offset, at in taken.marks)
