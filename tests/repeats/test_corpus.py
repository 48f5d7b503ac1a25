"""Copies across a corpus: what goes, what stays, and that neither order nor place matters."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

import cntextclean as ctc
from cntextclean.config import Config, RepeatsConfig
from cntextclean.errors import UsageError
from cntextclean.model import Block, Document, Source
from cntextclean.repeats.corpus import Deduplication, Record, deduplicate, without
from passages import ONE, THREE, TWO, YEARS


def removed(result: Deduplication) -> list[tuple[str, int, int, str]]:
    return [
        (one.duplicate.document, one.duplicate.start, one.duplicate.end, one.kept.document) for one in result.removed
    ]


def test_a_lifted_paragraph_goes_and_the_host_stays() -> None:
    host = f"{TWO}\n{ONE}\n{THREE}"
    result = deduplicate([Record("host", host), Record("origin", f"{ONE}\n全文完，欢迎订阅。\n{TWO[:30]}。")])
    assert result.kept[0].id == "host"
    (document, start, end, kept) = removed(result)[0]
    assert (document, kept) == ("origin", "host")
    assert result.records[1].text[start:end] == ONE


def test_offsets_are_those_of_the_input_text() -> None:
    result = deduplicate([Record("a", f"  \n\n{ONE}\n\n{TWO}"), Record("b", f"刊头\n\n\t{TWO}\n")])
    (one,) = result.removed
    assert result.records[1].text[one.duplicate.start : one.duplicate.end].strip() == TWO
    assert result.records[0].text[one.kept.start : one.kept.end] == TWO


def test_noise_script_and_line_breaks_do_not_hide_a_copy() -> None:
    from opencc import OpenCC

    text = ONE + TWO + THREE
    traditional = OpenCC("s2t").convert(text)
    broken = "\n".join(traditional[at : at + 17] for at in range(0, len(traditional), 17)).replace("規", "視", 1)
    result = deduplicate([Record("a", text), Record("b", broken)])
    assert result.duplicate_of(1) == "a"
    assert [record.id for record in result.kept] == ["a"]
    assert result.clusters == (("a", "b"),)


def test_templates_are_labelled_never_cut() -> None:
    result = deduplicate(YEARS)
    assert not result.removed
    assert [one.relation for one in result.findings] == ["template"] * len(result.findings) != []


@pytest.mark.parametrize(
    ("keep", "kept"), [("first", "a"), ("longest", "c"), ("earliest", "b"), ("source-priority", "a"), ("best", "c")]
)
def test_keep_policies(keep: str, kept: str) -> None:
    records = [
        Record("a", ONE + TWO, date="1998-03-01", source="甲报"),
        Record("b", ONE + TWO, date="1998-01-01", source="乙报"),
        Record("c", ONE + TWO + "全文完，谢谢。", date="1998-02-01", source="丙报"),
    ]
    config = Config(repeats=RepeatsConfig(keep=keep, sources=("甲报",)))  # type: ignore[arg-type]
    result = deduplicate(records, config)
    assert {one.kept.document for one in result.removed} == {kept}


def test_the_order_of_the_input_changes_nothing() -> None:
    records = [Record("a", ONE + TWO), Record("b", TWO + THREE), Record("c", f"{ONE}\n{THREE}"), Record("d", ONE)]
    findings = deduplicate(records).findings
    assert deduplicate(records[::-1]).findings == findings
    assert deduplicate(records[2:] + records[:2]).findings == findings


def test_many_copies_make_one_star() -> None:
    result = deduplicate([Record(f"{at:03d}", ONE + TWO) for at in range(60)])
    assert {one.kept.document for one in result.removed} == {"000"}
    assert len(result.kept) == 1


def test_rethreshold_only_labels() -> None:
    noisy = (ONE + TWO + THREE).replace("产业", "户业")
    result = deduplicate([Record("a", ONE + TWO + THREE), Record("b", noisy)])
    assert result.removed
    strict = result.rethreshold(1.01)
    assert not strict.removed
    assert [record.text for record in strict.kept] == [record.text for record in result.records]
    assert len(strict.findings) == len(result.findings)


def test_documents_are_compared_by_their_blocks() -> None:
    source = Source("a", "", "utf-8", 0, "")
    first = Document("a", source, blocks=(Block("b1", "paragraph", ONE, ()), Block("b2", "paragraph", TWO, ())))
    second = replace(first, id="b")
    result = deduplicate([first, second])
    assert result.duplicate_of(1) == "a"


def test_two_records_of_one_id_are_refused() -> None:
    with pytest.raises(UsageError, match="`x`"):
        deduplicate([Record("x", ONE), Record("x", TWO)])


def test_empty_and_tiny_texts() -> None:
    result = deduplicate(["", "。。。", "a", "", "\ud800", "\n\n"])
    assert not result.findings
    assert len(result.kept) == 6


def test_a_loud_warning_where_much_would_go() -> None:
    result = deduplicate([Record("a", ONE + TWO), Record("b", ONE + TWO)])
    assert result.warnings == ("50% of the input goes as copies. Read the findings before you go on.",)


def test_without_closes_emptied_lines() -> None:
    assert without("甲\n乙\n丙\n", [(2, 3)]) == "甲\n丙\n"


def test_without_a_cut_a_text_is_as_it_was() -> None:
    assert without("\n甲\n\n\n", []) == "\n甲\n\n\n"
    assert without("甲\n乙\n丙\n\n\n", [(2, 3)]) == "甲\n丙\n\n\n"
    assert without("甲\n乙\n\n", [(2, 3)]) == "甲\n"


def test_texts_come_as_strings_pairs_records_and_documents() -> None:
    source = Source("d", "", "utf-8", 0, "")
    document = Document("d", source, blocks=(Block("b1", "paragraph", ONE + TWO, ()),))
    result = ctc.deduplicate([ONE + TWO, ("b", ONE + TWO), ctc.Record("c", ONE + TWO), document])
    assert [record.id for record in result.records] == ["000000", "b", "c", "d"]
    assert result.whole_copies == {"b": "000000", "c": "000000", "d": "000000"}
    assert [result.duplicate_of(at) for at in range(4)] == [None, "000000", "000000", "000000"]
    assert isinstance(result, ctc.Deduplication)
    with pytest.raises(UsageError, match="text 1 is neither"):
        ctc.deduplicate([ONE, 3])  # type: ignore[list-item]


def test_what_no_copy_holds_of_a_dropped_record_is_told() -> None:
    text = ONE + TWO + THREE + "会后，大家一同参观了新建的港口和展馆，随后返回驻地继续开会讨论来年的各项安排。"
    result = deduplicate([("a", text), ("b", "转载声明。\n" + ONE + TWO + THREE)])
    (gone,) = result.whole_copies
    assert result.rest_of(gone).strip() == "转载声明。"


@pytest.mark.shared
def test_known_copies(shared: Path) -> None:
    """A slice of the development set: nothing but copies goes, and most copies do."""
    rows = [json.loads(line) for line in (shared / "data/neardup-dev/docs.jsonl").read_text("utf-8").splitlines()]
    clusters = sorted({row["cluster"] for row in rows if row["cluster"]})[:60]
    chosen = [row for row in rows if row["cluster"] in clusters]
    result = deduplicate([Record(row["id"], row["text"]) for row in chosen])
    owner = {row["id"]: row["cluster"] for row in chosen}
    assert all(
        owner[one.duplicate.document] == owner[one.kept.document] for one in result.removed if one.similarity < 1
    )
    templates = {row["id"] for row in chosen if row["role"] == "template_negative"}
    assert not [one for one in result.removed if one.duplicate.document in templates and one.similarity < 1]
    assert len(result.removed) > 1000


def test_front_matter_of_clean_markdown_is_no_text_that_is_copied():
    facts = 'affiliations: ["某某大学新闻学院，北京 100872", "某某师范大学中文系与国家话语生态研究中心，上海 200241"]'
    front = f'---\nschema: cntextclean.markdown/1\ntitle: "同题"\nauthors: ["某甲", "某乙"]\n{facts}\n---\n\n'
    result = deduplicate([("a", f"{front}{ONE}\n{TWO}"), ("b", f"{front}{ONE}\n{THREE}"), ("c", f"{front}{ONE}")])
    assert [record.text for record in result.kept] == [f"{front}{ONE}\n{TWO}", f"{front}{THREE}"]
    assert result.whole_copies == {"c": "a"}
    assert all(one.duplicate.start >= len(front) for one in result.findings)
