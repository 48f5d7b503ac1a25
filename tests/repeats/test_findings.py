"""Findings held as numbers are those that were given, in the order of their copies."""

from __future__ import annotations

import pickle
import random

import pytest

from cntextclean.model import Passage, Repeat
from cntextclean.repeats import coverage, findings, matches, pieces, places, pools
from cntextclean.repeats.corpus import Record, deduplicate
from cntextclean.repeats.findings import RELATIONS, WHY, Row, gathered

NAMES = ["a", "b", "c"]


def rows(number: int) -> list[Row]:
    draw = random.Random(number)
    found = []
    for _ in range(number):
        start, letters = draw.randrange(50), draw.randrange(1, 90)
        place = (draw.randrange(3), start, start + letters), (draw.randrange(3), draw.randrange(9), 40)
        differing = tuple(draw.choice([("巿", "市"), ("", "的"), ("二", "")]) for _ in range(draw.randrange(3)))
        found.append(Row(*place, 3, letters, len(differing), 80, draw.choice(RELATIONS), draw.choice(WHY), differing))
    return found


def spelled(row: Row) -> Repeat:
    agree = f"{row.letters - row.errors} of {row.letters} letters agree, in a block of 80"
    return Repeat(
        row.relation, "labelled" if row.why else "removed", f"{NAMES[row.kept[0]]}@3",
        round(max(0, 1 - row.errors / row.letters), 4), Passage(NAMES[row.duplicate[0]], *row.duplicate[1:]),
        Passage(NAMES[row.kept[0]], *row.kept[1:]), row.differing, f"{agree}; stays: {row.why}" if row.why else agree,
    )  # fmt: skip


def test_findings_are_the_rows_in_order(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "SOME", 7)
    given = rows(60)
    found = gathered(NAMES, given)
    order = sorted(
        given, key=lambda row: (*row.duplicate, "labelled" if row.why else "removed", row.kept[0], row.kept[1])
    )
    assert list(found) == [spelled(row) for row in order]
    assert (found[3], found[-1], found[2:5]) == (spelled(order[3]), spelled(order[-1]), [*map(spelled, order[2:5])])
    assert pickle.loads(pickle.dumps(found)) == found
    assert found != found[1:]
    gone = [row for row in given if not row.why]
    total = {name: sum(row.duplicate[2] - row.duplicate[1] for row in gone if NAMES[row.duplicate[0]] == name)
             for name in NAMES}  # fmt: skip
    assert found.removed_characters() == {name: count for name, count in total.items() if count}
    with pytest.raises(IndexError):
        found[60]


def test_without_findings_nothing_is_told() -> None:
    assert (list(gathered(NAMES, [])), gathered(NAMES, []).removed_characters()) == ([], {})


def test_findings_are_the_same_however_little_is_looked_at_together(monkeypatch: pytest.MonkeyPatch) -> None:
    draw = random.Random(9)
    letters = [chr(0x4E00 + at) for at in range(300)]
    base = ["".join(draw.choices(letters, k=draw.randint(15, 40))) + "。" for _ in range(24)]
    records = []
    for number in range(30):
        some = ["".join(draw.choice(letters) if draw.random() < 0.02 else one for one in draw.choice(base))
                for _ in range(draw.randint(2, 9))]  # fmt: skip
        records.append(Record(f"{number:02d}", "\n".join(["".join(some), f"共{number}件。" * (number % 3)])))
    whole = deduplicate(records).findings
    for module, name in (
        (coverage, "SENTENCES"), (pieces, "BLOCK"), (pools, "RUNS"), (places, "BATCH"), (matches, "STRETCH"),
        (matches, "CHAINS"),
    ):  # fmt: skip
        monkeypatch.setattr(module, name, 1)
    monkeypatch.setattr(coverage, "PARTS", 1000)
    monkeypatch.setattr(matches, "STRETCHES", 1000)
    assert deduplicate(records).findings == whole
    assert len(whole) > 30
