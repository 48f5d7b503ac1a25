"""The formats, notes and articles through the command; small gaps of other commands."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import msgspec
import pytest

from cntextclean.cli.app import COMMANDS
from cntextclean.render.tree import Tree

SEEDS = Path(__file__).parents[2] / "seeds"
JOURNAL, PAGE = SEEDS / "001_008819945ebf9b52.txt", SEEDS / "004_8060aeeac87d0dc9.txt"
NOTE = "*占智勇，南京大学"
LIGHT = ("msgspec", "numpy", "jinja2", "cntextclean.config", "cntextclean.model", "cntextclean.pipeline", "tomllib")


def test_articles_get_files_in_every_format_and_verify_proves_them(run, tmp_path):
    done = run("clean", PAGE, "-o", "out", "--split", "articles", "--format", "markdown,text,json,tei")
    assert done.returncode == 0, done.stderr
    for folder, suffix in (("markdown", "md"), ("text", "txt"), ("json", "json"), ("tei", "xml")):
        made = sorted(path.name for path in (tmp_path / "out" / folder / f"{PAGE.stem}.articles").iterdir())
        assert made == [f"01-长三角医保跨省结算提质扩面.{suffix}", f"02-赋能新经济_发展新动能.{suffix}", f"03.{suffix}"]
    assert run("verify", "out").returncode == 0
    assert (
        "(1 unchanged)"
        in run("clean", PAGE, "-o", "out", "--split", "articles", "--format", "markdown,text,json,tei").stderr.decode()
    )


def test_the_setting_and_the_dry_run_say_what_splitting_does(run, tmp_path):
    (tmp_path / "cntextclean.toml").write_text(
        'split = "articles"\nnotes = "end"\nformats = ["tei"]\n', encoding="utf-8"
    )
    told = run("clean", PAGE, "-o", "out", "--dry-run")
    assert f"tei/{PAGE.stem}.xml" in told.stdout.decode()
    assert "a document of several articles becomes a folder" in told.stderr.decode()
    assert run("clean", PAGE, "-o", "out").returncode == 0
    assert len(list((tmp_path / "out/tei").rglob("*.xml"))) == 3
    wrong = run("clean", PAGE, "-o", "out", "--set", "split=pages")
    assert wrong.returncode == 2
    assert "choose one of none, articles" in wrong.stderr.decode()


@pytest.mark.parametrize(("notes", "places"), [("keep", 1), ("end", 1), ("drop", 0)])
def test_text_with_and_without_notes(run, notes, places):
    text = run("clean", "-", "--format", "text", "--notes", notes, given=JOURNAL.read_bytes()).stdout.decode()
    assert text.count(NOTE) == places
    assert text.rstrip().rsplit("\n\n", 1)[1].startswith(NOTE) == (notes == "end")
    assert ("宁尚通*\n" in text) == (notes != "drop")
    again = run("clean", "-", "--format", "text", "--notes", notes, given=text.encode()).stdout.decode()
    assert again == text


def test_json_nests_sections_as_the_text_does(run):
    done = run("clean", "-", "--format", "json", given=JOURNAL.read_bytes())
    tree = msgspec.json.decode(done.stdout, type=Tree)
    assert [article.number for article in tree.articles] == [1]
    headings = [section.heading.text for section in tree.articles[0].sections]
    assert headings[:2] == ["一、新质生产力赋能长三角一体化的时代价值", "二、新质生产力赋能长三角一体化的内在逻辑"]
    inner = tree.articles[0].sections[1].sections
    assert [section.heading.text[:3] for section in inner] == [
        "（一）",
        "（二）",
        "（三）",
        "（四）",
    ]
    assert json.loads(run("schema", "tree").stdout)["title"] == "cntextclean.tree/1"


def test_tei_of_standard_input_is_well_formed_whatever_it_holds(run):
    text = "标题\x0b\x01\n\n甲 < 乙 & 丙\ufffe，今天上午在温州举行了论坛的开幕式。\n"
    done = run("clean", "-", "--format", "tei", given=text.encode())
    assert done.returncode == 0
    assert "甲 < 乙 & 丙" in "".join(ET.fromstring(done.stdout).itertext())


def test_markdown_has_one_tree_of_headings_below_its_front_matter(run):
    lines = run("clean", "-", given=JOURNAL.read_bytes()).stdout.decode().split("\n")
    assert lines[0] == "---"
    assert lines.index("---", 1) < next(number for number, line in enumerate(lines) if line.startswith("# "))
    levels = [len(line) - len(line.lstrip("#")) for line in lines if line.startswith("#")]
    assert levels[0] == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_splitting_needs_a_folder(run):
    done = run("clean", "-", "--split", "articles", given=PAGE.read_bytes())
    assert done.returncode == 2
    assert "To do" in done.stderr.decode()


def test_explain_takes_a_line_of_standard_input(run):
    text = "今天上午,第六届高层论坛在温州举行。\n\n会上,代表签约。\n".encode()
    whole = run("explain", "-", given=text).stdout.decode()
    assert ":1:5 " in whole
    assert ":3:3 " in whole
    line = run("explain", "-:3", "--isolated", given=text)
    assert line.returncode == 0
    assert ":3:3 " in line.stdout.decode()
    assert ":1:5 " not in line.stdout.decode()
    assert json.loads(run("explain", "--json", "-:1", given=text).stdout)["line"] == 1
    beyond = run("explain", "-:9", given=text)
    assert beyond.returncode == 2
    assert (
        "standard input: has 4 lines, so there is no line 9. To do: name a line from 1 to 4" in beyond.stderr.decode()
    )
    assert "there is no line 0" in run("explain", "-:0", given=text).stderr.decode()
    assert run("explain", "-:x", given=text).returncode == 2


@pytest.mark.parametrize("name", [*COMMANDS])
def test_help_loads_no_more_than_it_shows(name):
    code = (
        "import sys\nfrom cntextclean.cli.app import app\n"
        f"try:\n    app(['{name}', '--help'])\nexcept SystemExit:\n    pass\n"
        f"print([one for one in {LIGHT!r} if one in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert done.stderr.decode().strip() == "[]"
    assert b"Usage" in done.stdout
