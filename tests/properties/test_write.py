"""Laws of what is written: escapes are undone, front matter comes back, rendering is read as what it was."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

import cntextclean as ctc
from cntextclean.model import ROLES
from cntextclean.render.front_matter import read_front_matter, render_front_matter
from cntextclean.render.markdown import escape, unescape
from cntextclean.write.jsonl import decode, encode
from cntextclean.write.names import Names, safe_path

MARKS = "\\*_`<>#-+.)(|[]^~&;=!0123456789 aB甲乙，。"
lines = st.text(
    st.one_of(st.sampled_from(MARKS), st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"])), max_size=40
)
plain = st.text(st.sampled_from("甲乙丙丁，。；：“”《》、（）年月日12aB "), min_size=1, max_size=40)


@given(lines, st.sampled_from(ROLES))
@settings(deadline=None, max_examples=300)
def test_escapes_are_undone(line, role):
    assert unescape(escape(line, role)) == line


@given(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    st.dictionaries(
        st.sampled_from(["authors", "date", "doi", "issn", "publication", "volume"]),
        st.one_of(
            st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20),
            st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=8), min_size=1, max_size=3).map(tuple),
        ),
    ),
)
@settings(deadline=None, max_examples=200)
def test_front_matter_comes_back(title, facts):
    shown = render_front_matter(title, facts)
    found = read_front_matter(shown + "\n正文\n")
    assert found is not None
    assert (found.end, found.title, found.metadata) == (len(shown), title, facts)
    assert shown.isascii() or all(line.isprintable() or "\u3000" in line or " " in line for line in shown.split("\n"))


@given(st.lists(plain, max_size=6).map("\n\n".join))
@settings(deadline=None, max_examples=60)
def test_documents_come_back_from_json(text):
    document = ctc.clean(text)
    assert decode(encode(document)) == document


@given(st.lists(st.text(max_size=12), max_size=8))
@settings(deadline=None, max_examples=200)
def test_paths_stay_below_and_apart(raw):
    names = Names()
    claimed = [names.claim(name, ".md") for name in raw]
    assert len({name.casefold() for name in claimed}) == len(raw)
    for path in [*claimed, *map(safe_path, raw)]:
        parts = path.split("/")
        assert not set(parts) & {"", ".", ".."}
        assert not path.startswith("/")


@given(st.lists(lines.filter(str.strip), min_size=1, max_size=3).map("\n\n".join))
@settings(deadline=None, max_examples=80)
def test_markdown_is_read_as_what_it_was(text):
    markdown = ctc.clean(text).to_markdown()
    assert ctc.clean(markdown, name="a.md").to_markdown() == markdown
