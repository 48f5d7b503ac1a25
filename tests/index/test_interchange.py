"""datasketch and back: the same signatures, the same candidates."""

from __future__ import annotations

import pytest
from datasketch import LeanMinHash, MinHash, MinHashLSH

from cntextclean.errors import UsageError
from cntextclean.index.archive import Index
from cntextclean.repeats.fold import fold
from cntextclean.repeats.signatures import shingle_hash


def plain_minhash(text: str, **other: object) -> MinHash:
    """A signature as a user of datasketch makes it."""
    settings = {"num_perm": 128, "seed": 1, "scheme": "affine32", **other}
    minhash = MinHash(hashfunc=shingle_hash, **settings)
    letters = fold(text).text
    minhash.update_batch([letters[at : at + 3] for at in range(len(letters) - 2)])
    return minhash


@pytest.fixture(scope="module")
def paragraphs(made_up) -> list[tuple[str, str]]:
    """One-paragraph texts, every second one a noisy copy of the one before it."""
    rows = made_up(120, paragraphs=1, seed=3)
    copies = [(f"copy {name}", text[:7] + "啊" + text[8:25] + text[27:]) for name, text in rows]
    return rows + copies


@pytest.fixture(scope="module")
def index(tmp_path_factory, paragraphs) -> Index:
    return Index.build(tmp_path_factory.mktemp("archive") / "x", paragraphs)


def test_exported_signatures_are_those_of_datasketch(index, paragraphs):
    exported = dict(index.minhashes())
    assert len(exported) > 200
    for name, text in paragraphs:
        if f"{name}#0" in exported:
            minhash = exported[f"{name}#0"]
            assert isinstance(minhash, LeanMinHash)
            assert minhash == LeanMinHash(plain_minhash(text))


def test_datasketch_finds_the_same_keys(index, paragraphs):
    """An LSH of datasketch's own signatures, ours exported, and the index: the same candidates for every question."""
    theirs = MinHashLSH(num_perm=128, params=(42, 3))
    known = dict(index.minhashes())
    for name, text in paragraphs:
        if f"{name}#0" in known:
            theirs.insert(f"{name}#0", plain_minhash(text))
    ours = index.to_lsh()
    found = 0
    for _, text in paragraphs:
        question = plain_minhash(text)
        keys = sorted(theirs.query(question))
        assert sorted(ours.query(question)) == keys
        assert list(index.keys_alike(question)) == keys
        found += len(keys)
    assert found > 400


def test_signatures_come_in_and_are_told_as_estimates(tmp_path, paragraphs):
    other = Index.build(tmp_path / "x", [])
    report = other.add_minhashes({name: plain_minhash(text) for name, text in paragraphs[:50]})
    assert (report.added, report.repeated) == (50, 0)
    name, text = paragraphs[7]
    answer = other.query(text)
    assert answer.known == ()
    assert [(one.key, one.paragraph, one.jaccard) for one in answer.estimates if one.key == name] == [(name, 0, 1.0)]
    assert other.add_minhashes({name: plain_minhash(text)}).repeated == 1
    assert other.keys_alike(plain_minhash(text)) == (name,)
    assert other.similar(text) == ()
    assert not [file for file in other.verify(deep=True) if file.problems]
    assert list(other.entries()) == []
    (failure,) = other.add([(name, text)]).failures
    assert failure.problem == f"has the id `{name}`, which the index holds with a signature only"
    other.add(paragraphs[100:110])
    other.compact()
    assert [one.key for one in other.query(text).estimates] == [name]
    assert len(other) == 60


def test_a_whole_lsh_comes_in(tmp_path, paragraphs):
    lsh = MinHashLSH(num_perm=128, params=(42, 3))
    for number, (_, text) in enumerate(paragraphs[:50]):
        lsh.insert(number, plain_minhash(text))
    index = Index.build(tmp_path / "x", [])
    assert index.add_lsh(lsh).added == 50
    for _, text in paragraphs[:50]:
        question = plain_minhash(text)
        assert sorted(index.keys_alike(question)) == sorted(map(str, lsh.query(question)))
    assert {one.jaccard for one in index.query(paragraphs[3][1]).estimates if one.key == "3"} == {1.0}
    assert index.info().segments[0].known == 126


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"seed": 2}, "has seed 2, the index 1"),
        ({"num_perm": 64}, "has permutations 64, the index 128"),
        ({"scheme": "affine64"}, "has scheme affine64, the index affine32"),
    ],
)
def test_signatures_of_another_kind_are_refused(index, other, told):
    with pytest.raises(UsageError, match=told):
        index.add_minhashes({"a": plain_minhash("面对外部环境的不确定性", **other)})


def test_an_lsh_of_another_kind_is_refused(index):
    with pytest.raises(UsageError, match="20 bands of 5"):
        index.add_lsh(MinHashLSH(num_perm=128, params=(20, 5)))
    with pytest.raises(UsageError, match="hashes its bands"):
        index.add_lsh(MinHashLSH(num_perm=128, params=(42, 3), hashfunc=hash))
    with pytest.raises(UsageError, match="neither a text nor a number"):
        index.add_minhashes([((1, 2), plain_minhash("面对外部环境的不确定性"))])
    with pytest.raises(UsageError, match="two signatures have the key"):
        index.add_minhashes([("a", plain_minhash("面对外部环境的不确定性"))] * 2)
