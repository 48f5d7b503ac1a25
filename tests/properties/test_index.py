"""What `dedup` takes out of a text, because an older one has it, an index of the older ones knows, too."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.config import Config, RepeatsConfig
from cntextclean.index.archive import Index
from cntextclean.repeats.corpus import deduplicate

LETTERS = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方"


def sentences(draw: random.Random, count: int) -> list[str]:
    return ["".join(draw.choices(LETTERS, k=draw.randint(8, 40))) + "。" for _ in range(count)]


def misread(text: str, draw: random.Random, rate: float) -> str:
    return "".join(draw.choice(LETTERS) if one in LETTERS and draw.random() < rate else one for one in text)


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 10_000), rate=st.sampled_from([0.0, 0.0, 0.03, 0.08]))
def test_an_index_knows_what_dedup_takes_out(seed, rate):
    draw = random.Random(seed)
    old = {f"a{at}": sentences(draw, 14) for at in range(4)}
    page = sentences(draw, 3)
    for name in draw.sample(sorted(old), 2):
        start = draw.randrange(8)
        page += [misread("".join(old[name][start : start + 6]), draw, rate), *sentences(draw, 1)]
    text = "".join(one + draw.choice(["", "\n"]) for one in page)
    texts = [(name, "\n".join(rows)) for name, rows in old.items()]
    config = Config(repeats=RepeatsConfig(keep="first"))
    found = deduplicate([*texts, ("b", text)], config)
    with tempfile.TemporaryDirectory() as folder:
        answer = Index.build(Path(folder) / "x", texts).query(("b", text))
    spans = [(hit.query.start, hit.query.end) for known in answer.known for hit in known.hits]
    inside = {at for span in spans for at in range(*span)}
    for one in found.removed_of("b"):
        if one.kept.document != "b":
            lost = [at for at in range(one.duplicate.start, one.duplicate.end) if at not in inside]
            assert sum(text[at].isalnum() for at in lost) <= 3


@settings(deadline=None, max_examples=25)
@given(texts=st.dictionaries(st.text(min_size=1, max_size=5), st.text(max_size=80), max_size=8))
def test_every_text_comes_back_and_the_index_proves_itself(texts):
    with tempfile.TemporaryDirectory() as folder:
        index = Index.build(Path(folder) / "x", texts.items())
        kept = {name: text for name, text in texts.items() if any(map(str.isalnum, text))}
        assert {entry.id: entry.text for entry in index.entries()} == kept
        assert list(index.ids()) == sorted(kept)
        for name, text in kept.items():
            assert name in index.query(text).identical
        assert not [file for file in index.verify(deep=True) if file.problems]
