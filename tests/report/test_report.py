"""The report as a text: all is in it, nothing acts, the same documents give the same bytes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from report_craft import HOSTILE, hostile, ordinary
from report_page import Mark, Page

import cntextclean
from cntextclean.model import Copy, Document, Passage, Removal, Repeat
from cntextclean.trace.align import align, source_of_block
from cntextclean.write.report import Failure, RunSummary, write_report
from cntextclean.write.report.marks import UNSEEN, close_up, plain, visible, visible_blanks
from cntextclean.write.report.summary import sum_up, summarise

ACTIVE = {"script", "img", "link", "iframe", "object", "embed", "base", "form", "input", "button", "audio", "video"}


def flat(markup: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", markup))


def page_of(documents: list[Document], folder: Path, **more: object) -> Page:
    paths = write_report(documents, None, folder / "report.html", **more)  # type: ignore[arg-type]
    assert paths == [folder / "report.html"]
    return Page(paths[0].read_text("utf-8"))


def check_complete(page: Page, documents: list[Document]) -> None:
    """Every edit, removal and finding is on the page, with its rule, its texts and its reasons."""
    edits = [edit for document in documents for edit in document.edits]
    afters = ((e.rule, visible(e.after) if e.after.strip() else visible_blanks(e.after)) for e in edits)
    assert Counter(said(page.of("ins"))) == Counter((plain(rule), flat(after)) for rule, after in afters)
    befores = Counter((plain(e.rule), flat(visible_blanks(e.before))) for e in edits if e.before)
    assert Counter(said(page.of("del"))) == befores
    removals = [removal for document in documents for removal in document.removed]
    assert Counter(mark.text for mark in page.of("s")) == Counter(flat(visible(close_up(r.text))) for r in removals)
    notes = "\n".join(mark.note for mark in page.of("ins", "mark"))
    for document in documents:
        for edit in document.edits:
            assert plain(edit.evidence) in notes
        for removal in document.removed:
            assert flat(visible(removal.reason)) in page.text
        for finding in document.findings:
            assert all(flat(visible(one)) in page.text for one in (finding.text, *finding.suggest))


def said(marks: list[Mark]) -> list[tuple[str, str]]:
    """Rule and text of each mark."""
    return [(mark.rule, mark.text) for mark in marks]


@pytest.mark.parametrize("made", ["ordinary", "hostile"])
def test_every_edit_removal_and_finding_is_on_the_page(made: str, tmp_path: Path) -> None:
    documents = [one for one, _ in (hostile() if made == "hostile" else map(ordinary, range(9)))]
    check_complete(page_of(documents, tmp_path), documents)


def test_the_seeds_are_reported_whole(seeds: list[Path], tmp_path: Path) -> None:
    documents = [cntextclean.clean(path.read_bytes().decode("utf-8-sig"), name=path.name) for path in seeds]
    check_complete(page_of(documents, tmp_path), documents)


def test_every_character_of_source_and_result_is_on_the_page(tmp_path: Path) -> None:
    document, text = ordinary(3)
    page = page_of([document], tmp_path)
    body = page.text[page.text.index("Lines" if "Lines" in page.text else "Offset") :]
    for block in document.blocks:
        assert block.text in body
        assert source_of_block(document, block) == "".join(text[slice(*span)] for span in block.source)


def test_stretches_give_both_sides() -> None:
    document, text = ordinary(1)
    for block, stretches in align(document):
        assert "".join(one.after for one in stretches) == block.text
        assert all(text[one.start : one.end] == one.before for one in stretches)


def test_nothing_on_the_page_can_act(tmp_path: Path) -> None:
    documents = [one for one, _ in hostile()]
    run = RunSummary(HOSTILE[0], tuple(Failure(text, text, text) for text in HOSTILE), ((HOSTILE[1], HOSTILE[2]),))
    page = page_of(documents, tmp_path, run=run)
    tags = {tag for tag, _ in page.tags}
    assert not tags & ACTIVE
    names = {name for _, attributes in page.tags for name in attributes}
    assert not [name for name in names if name.startswith("on") or name in {"src", "srcset", "style", "action"}]
    assert all(link.startswith("#") for link in page.links)
    metas = [attributes for tag, attributes in page.tags if tag == "meta"]
    policies = [meta["content"] for meta in metas if meta.get("http-equiv") == "Content-Security-Policy"]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert [meta.get("http-equiv") for meta in metas].count(None) == len(metas) - 1
    assert [tag for tag, _ in page.tags].count("style") == 1
    assert "@import" not in page.html[: page.html.index("</style>")].replace("\\40 import", "")


def test_what_cannot_be_seen_is_drawn(tmp_path: Path) -> None:
    page = page_of([one for one, _ in hostile()], tmp_path)
    assert not UNSEEN.search(page.html)
    assert {"U+202E", "ESC", "NUL", "U+200B", "U+E000"} <= set(re.findall(r"<i>([^<]+)</i>", page.html))


def test_ids_are_unique_and_links_lead_somewhere(tmp_path: Path) -> None:
    documents = [one for one, _ in map(ordinary, range(9))]
    kept = documents[1].blocks[2]
    removal = documents[0].removed[0]
    of = Copy(documents[1].id, kept.id, kept.source)
    documents[0] = _with_removal(
        documents[0], Removal(removal.kind, removal.source, removal.text, removal.rule, "r", of, 0.9)
    )
    page = page_of(documents, tmp_path, repeats=[_shared(documents[0], documents[1])])
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert f"#d2-{kept.id}" in page.links


def test_edits_can_be_reached_by_keyboard(tmp_path: Path) -> None:
    page = page_of([ordinary(1)[0]], tmp_path)
    assert page.of("ins", "mark")
    assert all(mark.focusable for mark in page.of("ins", "mark"))


def test_many_documents_get_a_page_each(tmp_path: Path) -> None:
    documents = [one for one, _ in (ordinary(number, 1) for number in range(201))]
    shared = Repeat("near", "removed", "c", 0.9, Passage(documents[0].id, 0, 9), Passage("../../etc/absent", 0, 9))
    paths = write_report(iter(documents), None, tmp_path / "报 告#.html", repeats=[shared])
    assert len(paths) == 1 + 201 + 1 + 1
    assert all(path.parent in {tmp_path, tmp_path / "报 告#-pages"} for path in paths)
    assert paths[-1].name == "report.css"
    sheet = paths[-1].read_text("utf-8")
    pages = {path: Page(path.read_text("utf-8"), sheet) for path in paths[:-1]}
    for document, path in zip(documents, paths[1:-1], strict=False):
        check_complete(pages[path], [document])
    for path, page in pages.items():
        for link in page.links:
            name, _, anchor = link.partition("#")
            target = (path.parent / unquote(name)).resolve() if name else path
            assert target in pages
            assert not anchor or anchor in pages[target].ids


def test_the_pages_of_many_documents_share_one_style_sheet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cntextclean.write.report.write.MOST_ON_ONE_PAGE", 2)
    documents = [one for one, _ in (ordinary(number, 1) for number in range(4))]
    paths = write_report(documents, None, tmp_path / "report.html")
    sheet = paths[-1].read_text("utf-8")
    for path in paths[1:-1]:
        page = Page(path.read_text("utf-8"), sheet)
        assert [one for tag, one in page.tags if tag == "link"] == [{"rel": "stylesheet", "href": "report.css"}]
        assert len(page.html[: page.html.index("<body")]) < 1000
        assert page.of("ins", "mark")
        assert all(mark.rule for mark in page.of("ins", "mark"))
    assert "<link" not in paths[0].read_text("utf-8")


def test_pages_of_an_earlier_report_go_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cntextclean.write.report.write.MOST_ON_ONE_PAGE", 2)
    documents = [one for one, _ in (ordinary(number, 1) for number in range(4))]
    output, folder = tmp_path / "report.html", tmp_path / "report-pages"
    write_report(documents, None, output)
    paths = write_report(documents[1:], None, output)
    assert sorted(folder.iterdir()) == sorted(paths[1:])
    (folder / "notes.html").write_text("mine", encoding="utf-8")
    write_report(documents[:1], None, output)
    assert [path.name for path in folder.iterdir()] == ["notes.html"]
    (folder / "notes.html").unlink()
    write_report(documents[:1], None, output)
    assert not folder.exists()


def test_a_removed_copy_is_told_once(tmp_path: Path) -> None:
    """Its record may begin a little later than the removal, which holds the blank lines before it."""
    document = ordinary(1)[0]
    [removal] = document.removed
    (start, end), there = removal.source[0], Passage("elsewhere", 0, 9)
    copies = [Repeat("exact", action, "c", 1.0, Passage(document.id, start + 1, end), there, evidence=action + "!")
              for action in ("removed", "labelled")]  # fmt: skip
    page = page_of([replace(document, repeats=tuple(copies))], tmp_path)
    assert "labelled!" in page.text
    assert "removed!" not in page.text


def test_every_stage_has_a_colour() -> None:
    from cntextclean.rules import names
    from cntextclean.write.report.rulebook import family_of

    assert [name for name in names() if family_of(name) == "other"] == []


def test_the_front_counts_what_the_documents_hold(tmp_path: Path) -> None:
    documents = [one for one, _ in map(ordinary, range(5))]
    page = page_of(documents, tmp_path, run=RunSummary(failures=(Failure("坏.txt", "is no text", "look"),)))
    assert f"Edits{sum(len(one.edits) for one in documents)}" in page.text.replace("\n", "")
    assert "坏.txt" in page.text
    assert "is no text" in page.text
    furniture = sum(len(b.text.replace(" ", "")) for d in documents for b in d.blocks if b.role == "furniture")
    totals = sum_up([summarise(one) for one in documents]).totals
    assert totals["furniture"] == furniture
    assert totals["total"] == sum(len("".join(text.split())) for _, text in map(ordinary, range(5)))


@pytest.mark.parametrize("count", [2, 201])
def test_documents_of_one_name_do_not_hide_each_other(count: int, tmp_path: Path) -> None:
    document = ordinary(1, 1)[0]
    paths = write_report([document] * count, None, tmp_path / "report.html")
    assert len(paths) == (1 if count == 2 else 1 + count + 1)
    page = Page(paths[0].read_text("utf-8"))
    assert f"{document.id} (2)" in page.text
    assert len(page.ids) == len(set(page.ids))


def test_an_empty_run_has_a_report(tmp_path: Path) -> None:
    assert "0 documents" in page_of([], tmp_path).text


def test_line_numbers_come_with_the_source(tmp_path: Path) -> None:
    document, text = ordinary(2, 2)
    write_report([document], {document.id: text}.get, tmp_path / "a.html")
    page = Page((tmp_path / "a.html").read_text("utf-8"))
    assert "5–7" in page.text
    write_report([document], lambda _: "another text", tmp_path / "b.html")
    assert "@" in Page((tmp_path / "b.html").read_text("utf-8")).text


def test_the_same_documents_give_the_same_bytes(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1]); from report_craft import *; from pathlib import Path\n"
        "from cntextclean.write.report import write_report\n"
        "write_report([d for d, _ in [*map(ordinary, range(4)), *hostile()]], None, Path(sys.argv[2]))"
    )
    seen = set()
    for seed in ("0", "1"):
        out = tmp_path / f"{seed}.html"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", code, str(Path(__file__).parent), str(out)], check=True, env=environment)
        seen.add(out.read_bytes())
    assert len(seen) == 1


def test_importing_the_package_loads_no_template_engine() -> None:
    code = "import sys, cntextclean; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_notebook_shows_the_page_in_a_sandbox() -> None:
    document = hostile()[0][0]
    page = Page(document._repr_html_())
    assert [tag for tag, _ in page.tags] == ["iframe"]
    attributes = page.tags[0][1]
    assert attributes["sandbox"] is None
    assert "Content-Security-Policy" in (attributes["srcdoc"] or "")
    check_complete(Page(attributes["srcdoc"] or ""), [document])


def _with_removal(document: Document, removal: Removal) -> Document:
    return replace(document, removed=(removal,))


def _shared(left: Document, right: Document) -> Repeat:
    return Repeat("near", "removed", "c", 0.9, Passage(left.id, 0, 90), Passage(right.id, 0, 90))
