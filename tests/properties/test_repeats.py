"""Properties of the finder of copies."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.config import Config
from cntextclean.pipeline import clean
from cntextclean.proposals import View
from cntextclean.repeats.align import aligned_runs
from cntextclean.repeats.corpus import Record, deduplicate
from cntextclean.repeats.find import find_copies
from cntextclean.repeats.fold import fold

LETTERS = "面对外部环境的不确定性长三角以自身工作来应推动区域市场高效畅通和规模拓展"
SENTENCES = st.text(alphabet=LETTERS + "，、“”", min_size=1, max_size=40).map(lambda text: text + "。")
NATURAL = (
    "面对外部环境的不确定性，长三角以自身工作的确定性来应对。",
    "会场内，一个观点引发共鸣：“长三角善于创新打法”。",
    "推动区域市场高效畅通和规模拓展，各地以变应变、见招拆招。",
    "既要“硬核”牵手，也要“温情”并肩。",
    "高质量发展的温度，最终要由群众感知。",
    "一流企业的背后是一流生态，一流生态造就一流企业。",
    "这些年，许多企业迁入，有的外迁企业又回来了，看中的就是愈加高效的政务服务！",
    "为什么企业在这里可以取得成功？",
    "制造业是金字招牌，二十六个国家级先进制造业集群优势互补、各展所长，合力打造具有全球影响力的产业基地。",
    "当天，在主会场参会的嘉宾都收到一本小册子，介绍实事项目进展情况。",
)
PROSE = st.lists(st.lists(st.sampled_from(NATURAL), min_size=1, max_size=5).map("".join), min_size=1, max_size=8)
PASSAGES = st.lists(st.lists(SENTENCES, min_size=1, max_size=4).map("".join), min_size=1, max_size=6)
QUICK = settings(deadline=None, max_examples=60)


def distance(first: str, second: str) -> int:
    row = list(range(len(second) + 1))
    for i, one in enumerate(first, 1):
        before, row[0] = row[0], i
        for j, two in enumerate(second, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (one != two))
    return row[-1]


@QUICK
@given(st.text(alphabet="abcd", max_size=40), st.text(alphabet="abcd", max_size=40))
def test_alignment_is_a_best_one(first: str, second: str) -> None:
    i = j = cost = 0
    for a, b, length in [*aligned_runs(first, second), (len(first), len(second), 0)]:
        assert a >= i
        assert b >= j
        assert first[a : a + length] == second[b : b + length]
        cost += max(a - i, b - j)
        i, j = a + length, b + length
    assert cost == distance(first, second)


@QUICK
@given(st.text(max_size=60))
def test_folding_knows_its_places(text: str) -> None:
    folded = fold(text)
    assert len(folded.codes) == len(folded.places)
    assert all(left <= right for left, right in zip(folded.places, folded.places[1:], strict=False))
    assert "".join(fold(character).text for character in text) == folded.text


@QUICK
@given(PASSAGES, st.data())
def test_removed_places_are_disjoint_and_kept_text_stays(passages: list[str], data: st.DataObject) -> None:
    order = data.draw(st.lists(st.integers(0, len(passages) - 1), max_size=8))
    views = [View(text) for text in [*passages, *(passages[at] for at in order)]]
    gone = [[0] * len(view.text) for view in views]
    copies = [copy for copy in find_copies(views, Config()) if copy.action == "removed"]
    for copy in copies:
        for at in range(copy.duplicate.start, copy.duplicate.end):
            gone[copy.duplicate.index][at] += 1
    assert max((mark for row in gone for mark in row), default=0) <= 1
    for copy in copies:
        assert not any(gone[copy.kept.index][copy.kept.start : copy.kept.end])


@QUICK
@given(PASSAGES)
def test_whole_copies_of_a_long_text_go(passages: list[str]) -> None:
    text = "".join(passages)
    letters = len(fold(text))
    if letters < 200:
        return
    views = [View(text), View("会场内，一个观点引发共鸣，大家纷纷表示赞同。"), View(text)]
    copies = [copy for copy in find_copies(views, Config()) if copy.action == "removed" and copy.duplicate.index == 2]
    assert sum(copy.duplicate.end - copy.duplicate.start for copy in copies) == len(text)


@settings(deadline=None, max_examples=25)
@given(PROSE, st.data())
def test_cleaning_twice_finds_nothing_more(passages: list[str], data: st.DataObject) -> None:
    order = data.draw(st.lists(st.integers(0, len(passages) - 1), max_size=6))
    source = "\n\n".join([*passages, *(passages[at] for at in order)])
    views = [View(block.text, block.role) for block in clean(source).blocks]
    assert not [copy for copy in find_copies(views, Config()) if copy.action == "removed"]


@settings(deadline=None, max_examples=25)
@given(st.lists(PASSAGES.map("\n".join), min_size=1, max_size=5), st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(texts: list[str], random: object) -> None:
    records = [Record(f"{at}", text) for at, text in enumerate([*texts, *texts])]
    findings = deduplicate(records).findings
    random.shuffle(records)  # type: ignore[attr-defined]
    assert deduplicate(records).findings == findings


@QUICK
@given(
    st.lists(st.text(alphabet=LETTERS + "国a1𠀀", max_size=50), min_size=1, max_size=6),
    st.integers(1, 6), st.sampled_from([64, 128]), st.integers(0, 5),
)  # fmt: skip
def test_signatures_are_those_of_datasketch(texts: list[str], letters: int, number: int, seed: int) -> None:
    import numpy as np
    from datasketch import MinHash

    from cntextclean.repeats.signatures import shingle_hash, signatures

    folded = [fold(text) for text in texts]
    codes = np.concatenate([one.codes for one in folded])
    edges = np.concatenate([[0], np.cumsum([len(one) for one in folded])]).astype(np.int64)
    rows = signatures(codes, edges, letters=letters, number=number, seed=seed)
    for one, row in zip(folded, rows, strict=True):
        expected = MinHash(num_perm=number, seed=seed, scheme="affine32", hashfunc=shingle_hash)
        expected.update_batch([one.text[at : at + letters] for at in range(len(one) - letters + 1)])
        assert (expected.hashvalues == row).all()
