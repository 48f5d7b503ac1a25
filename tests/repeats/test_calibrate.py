"""Planted copies: the figures say what the engine does, and the same text gives the same figures."""

from __future__ import annotations

import json
import random

import pytest

from cntextclean.config import Config
from cntextclean.repeats.calibrate import KINDS, LEAST, OTHER_NUMBERS, calibrate, choose

HAN = (
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出"
    "就分对成会可主发年动同工也能下过子说产种面而方后多定行学法"
)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    """Passages of random letters, with numbers: nothing in them is a copy of anything."""
    choose_letters = random.Random(7)

    def sentence() -> str:
        return "".join(choose_letters.choices(HAN, k=28)) + f"{choose_letters.randrange(10, 99)}万。"

    return ["".join(sentence() for _ in range(8)) for _ in range(12)]


@pytest.fixture(scope="module")
def rows(texts):
    return {(row.kind, row.threshold): row for row in calibrate(texts, Config(), [0.0, 0.9, 1.0], sample=10)}


def test_every_kind_is_measured_at_every_threshold(rows):
    assert {kind for kind, _ in rows} == {kind for kind, _ in KINDS}
    assert len(rows) == 3 * len(KINDS)
    assert all(0 <= share <= 1 for row in rows.values() for share in (row.recall, row.found, row.precision))


def test_exact_and_broken_copies_go_and_other_numbers_stay(rows):
    for kind in ("exact", "other line breaks", "traditional script"):
        assert rows[kind, 0.0].recall > 0.95
        assert rows[kind, 0.0].precision > 0.95
    assert rows[OTHER_NUMBERS, 0.0].recall == 0
    assert rows[OTHER_NUMBERS, 0.0].found > 0.5


def test_a_higher_threshold_lets_no_more_go(rows):
    for kind, _ in KINDS:
        falling = [rows[kind, threshold].recall for threshold in (0.0, 0.9, 1.0)]
        assert falling == sorted(falling, reverse=True)
    assert rows["noise 5%", 1.0].recall < rows["noise 5%", 0.0].recall


def test_the_same_text_in_any_order_gives_the_same_figures(texts, rows):
    again = calibrate(texts[::-1], Config(), [0.0, 0.9, 1.0], sample=10)
    assert {(row.kind, row.threshold): row for row in again} == rows


def test_passages_are_of_the_right_length_and_differ(texts):
    chosen = choose([*texts, *texts, "短。"], 100)
    assert sorted(chosen) == sorted(texts)
    assert all(sum(map(str.isalnum, one)) >= LEAST for one in chosen)


def test_the_command_prints_a_table_or_json(tmp_path, texts):
    from click.testing import CliRunner

    from cntextclean.cli.app import app

    path = tmp_path / "in.txt"
    path.write_text("\n\n".join(texts[:4]), encoding="utf-8")
    shown = CliRunner().invoke(
        app, ["calibrate", str(path), "--thresholds", "0.8", "--thresholds", "0", "--sample", "2"]
    )
    assert shown.exit_code == 0, shown.output
    assert shown.stdout.splitlines()[0].split()[:3] == ["copy", "planted", "≥"]
    assert len(shown.stdout.splitlines()) == 1 + len(KINDS)
    lines = CliRunner().invoke(app, ["calibrate", str(path), "--thresholds", "0.8", "--sample", "2", "--json"]).stdout
    assert {json.loads(line)["kind"] for line in lines.splitlines()} == {kind for kind, _ in KINDS}
    assert CliRunner().invoke(app, ["calibrate", str(path), "--thresholds", "2"]).exit_code == 2
    path.write_text("短。", encoding="utf-8")
    assert CliRunner().invoke(app, ["calibrate", str(path)]).exit_code == 4
