"""The report in a browser: it shows, it fits, it is within reach of all, and nothing runs or leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from report_craft import HOSTILE, hostile, ordinary

import cntextclean
from cntextclean.model import Passage, Repeat
from cntextclean.write.report import Failure, RunSummary, write_report
from cntextclean.write.report.links import page_name

VIEWS = [(width, scheme) for width in (390, 1440) for scheme in ("light", "dark")]


@pytest.fixture(scope="module")
def reports(seeds: list[Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Reports of the seeds, of ordinary documents that share text, of hostile ones, and of more than one page."""
    folder = tmp_path_factory.mktemp("reports")
    texts = {path.name: path.read_bytes().decode("utf-8-sig") for path in seeds}
    documents = {
        "seeds": [cntextclean.clean(text, name=name) for name, text in texts.items()],
        "ordinary": [one for one, _ in map(ordinary, range(6))],
        "hostile": [one for one, _ in hostile()],
        "many": [one for one, _ in (ordinary(number, 1) for number in range(201))],
    }
    first, second = documents["ordinary"][:2]
    shared = [
        Repeat("near", action, "c", 0.9, Passage(first.id, 0, 90), Passage(second.id, 0, 90))
        for action in ("removed", "labelled")
    ]
    run = RunSummary(failures=tuple(Failure(text, text, text) for text in HOSTILE), settings=(("script", "keep"),))
    found = {}
    for name, group in documents.items():
        found[name] = write_report(group, texts.get, folder / f"{name}.html", run=run, repeats=shared)[0]
    found["first"], *others = (folder / "many-pages" / page_name(one.id) for one in documents["many"])
    found["page"] = others[-1]
    return found


def opened(browser: Any, path: Path, width: int = 1440, scheme: str = "light") -> tuple[Any, list[str]]:
    page = browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    return page, asked


@pytest.mark.parametrize("name", ["seeds", "ordinary", "hostile", "many", "page"])
def test_it_renders_and_fits_a_phone(browser: Any, reports: dict[str, Path], name: str) -> None:
    for width in (390, 1440):
        page, _ = opened(browser, reports[name], width)
        assert page.locator("h1").is_visible()
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
        page.close()


def test_no_script_runs_and_no_request_leaves(browser: Any, reports: dict[str, Path]) -> None:
    page, asked = opened(browser, reports["hostile"])
    for mark in page.locator("ins, mark").all()[:20]:
        mark.focus()
        mark.hover(force=True)
    page.wait_for_timeout(300)
    assert asked == [reports["hostile"].as_uri()]
    assert page.title() == "Cleaning report"
    assert page.url == reports["hostile"].as_uri()
    active = "script, img, link, iframe, base, object, embed, form, [onerror], [onload], [onfocus], [autofocus]"
    assert page.locator(active).count() == 0
    page.close()


def test_a_page_of_many_asks_for_its_style_sheet_alone_and_is_styled(browser: Any, reports: dict[str, Path]) -> None:
    page, asked = opened(browser, reports["page"])
    assert sorted(asked) == sorted([reports["page"].as_uri(), reports["page"].with_name("report.css").as_uri()])
    assert page.evaluate("getComputedStyle(document.querySelector('.unseen')).position") == "absolute"
    page.close()


@pytest.mark.parametrize("name", ["ordinary", "first", "page"])  # the first of many carries its notes itself
def test_the_reason_shows_on_focus_and_on_hover(browser: Any, reports: dict[str, Path], name: str) -> None:
    page, _ = opened(browser, reports[name])
    assert (page.locator("ins[data-e]").count() > 0) == (name == "first")
    said = "element => getComputedStyle(element, '::after').content"
    mark = page.locator("ins").first
    assert mark.evaluate(said) == "none"
    mark.focus()
    assert "lines.word-crosses-break" in mark.evaluate(said)
    assert "温州" in mark.evaluate(said)
    mark.evaluate("element => element.blur()")
    mark.hover()
    assert "lines.word-crosses-break" in mark.evaluate(said)
    box = mark.evaluate("element => element.closest('td').getBoundingClientRect().width")
    assert box > 200
    page.close()


@pytest.mark.parametrize("name", ["seeds", "ordinary", "hostile", "many", "page"])
def test_axe_finds_nothing(browser: Any, axe: str, reports: dict[str, Path], name: str) -> None:
    for width, scheme in VIEWS if name == "ordinary" else VIEWS[1:3]:
        page, _ = opened(browser, reports[name], width, scheme)
        page.evaluate(axe)
        if page.locator("ins").count():
            page.locator("ins").first.focus()
        found = page.evaluate("axe.run().then(result => result.violations.map(v => [v.id, v.nodes[0].html]))")
        assert found == [], (width, scheme)
        page.close()
