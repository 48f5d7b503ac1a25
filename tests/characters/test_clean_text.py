"""Clean text passes: no edit but where a character has another plain form."""

from __future__ import annotations

import json
import lzma
from collections import Counter
from pathlib import Path

import pytest

from cntextclean.config import Config
from cntextclean.proposals import Change, View
from cntextclean.repair.characters import propose
from cntextclean.repair.characters_folds import folds
from cntextclean.repair.characters_joiners import CHARACTERS


@pytest.mark.shared
def test_only_odd_characters_change(shared: Path) -> None:
    rates: Counter[str] = Counter()
    with lzma.open(shared / "data/text/clean.jsonl.xz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number % 40:
                continue
            text = "\n".join(block for _, block in json.loads(line)["blocks"])
            for _, one in propose([View(text)], Config()):
                rates[one.rule] += 1
                if isinstance(one, Change):
                    assert set(text[one.start : one.end]) <= folds().keys() | CHARACTERS
    assert not [rule for rule in rates if rule.startswith("mojibake")]
