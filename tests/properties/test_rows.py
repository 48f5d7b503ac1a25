"""Lines of JSON: whatever they hold, only the text that is exchanged changes."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cntextclean.read.rows import split_row

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
SHAPES = st.sampled_from([{"indent": None}, {"separators": (",", ":")}, {"separators": (" ,\t", " : ")}])


@settings(deadline=None, max_examples=200)
@given(st.dictionaries(st.text(), VALUES, max_size=5), st.text(), st.text(), st.booleans(), SHAPES)
def test_a_line_is_as_it_was_but_for_its_text(fields, text, other, ascii_only, shape):
    record = {**fields, "text": text, "z": 1}
    line = json.dumps(record, ensure_ascii=ascii_only, **shape)
    row = split_row(line, "text")
    assert (row.line(), row.text) == (line, text)
    changed = row.with_text(other)
    assert changed.startswith(row.head)
    assert changed.endswith(row.tail)
    assert repr(json.loads(changed)) == repr({**record, "text": other})


@pytest.mark.parametrize(
    "line", ['{"text": "a", "text": "b"}', ' { "text" : "\\u0062" } ', '{"a":{"text":1},"text":"b"}']
)
def test_the_last_field_of_the_name_counts(line):
    row = split_row(line, "text")
    assert (row.text, row.line()) == ("b", line)
    assert json.loads(row.with_text("丙"))["text"] == "丙"


def test_a_line_without_the_field():
    with pytest.raises(KeyError):
        split_row('{"a": {"text": "b"}}', "text")
