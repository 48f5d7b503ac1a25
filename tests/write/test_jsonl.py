"""JSON Lines and the published schemas."""

from __future__ import annotations

import json

import pytest

import cntextclean as ctc
from cntextclean.errors import InputError
from cntextclean.model import Document
from cntextclean.schema import GENERATED, generate_schema, read_schema
from cntextclean.write.jsonl import decode, encode, read_documents, repeats_of


@pytest.mark.parametrize("kind", GENERATED)
def test_the_checked_in_schema_is_current(kind):
    assert read_schema(kind) == generate_schema(kind), "run `python -m cntextclean.schema`"


def check(value: object, schema: dict[str, object], whole: dict[str, object]) -> None:
    """The part of JSON Schema that the generated ones use."""
    if "$ref" in schema:
        schema = whole["$defs"][str(schema["$ref"]).rsplit("/", 1)[1]]
    if "anyOf" in schema:
        assert any(fits(value, one, whole) for one in schema["anyOf"])
        return
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "null": type(None)}
    if "type" in schema:
        assert isinstance(value, kinds[schema["type"]]), (value, schema)
    if "enum" in schema:
        assert value in schema["enum"]
    if isinstance(value, dict):
        assert set(schema.get("required", ())) <= set(value)
        extra = schema.get("additionalProperties")
        for key, one in value.items():
            inner = schema.get("properties", {}).get(key, extra)
            assert inner is not None, f"{key} is in no schema"
            check(one, inner, whole)
    if isinstance(value, list):
        items = schema.get("prefixItems") or [schema["items"]] * len(value)
        assert len(items) == len(value)
        for one, inner in zip(value, items, strict=True):
            check(one, inner, whole)


def fits(value: object, schema: dict[str, object], whole: dict[str, object]) -> bool:
    try:
        check(value, schema, whole)
    except AssertionError:
        return False
    return True


def test_real_output_follows_the_schema():
    text = (
        "# 第六届高层论坛\n\n今天上午,第六届高层论坛在温州举\n行。\n\n"
        + "会议讨论了区域合作的问题，签署了多项合作协议。\n\n" * 2
    )
    document = ctc.clean(text, name="a.md")
    assert document.edits
    schema = json.loads(read_schema("document"))
    check(json.loads(encode(document)), schema, schema)
    broken = json.loads(encode(document)) | {"blocks": 3}
    assert not fits(broken, schema, schema)


def test_a_document_comes_back():
    document = ctc.clean("今天上午,第六届高层论坛在温州举行。")
    assert decode(document.to_json().encode()) == document
    assert isinstance(document, Document)
    assert len(repr(document)) < 200


def test_repeats_are_the_lines_of_their_own_file():
    document = ctc.clean("会议讨论了区域合作的问题，签署了多项重要的合作协议。\n\n" * 3)
    assert [json.loads(line) for line in repeats_of(encode(document))] == json.loads(document.to_json())["repeats"]


def test_a_broken_line_is_named(tmp_path):
    path = tmp_path / "documents.jsonl"
    path.write_bytes(encode(ctc.clean("甲")) + b'\n{"id": 3}\n')
    documents = read_documents(path)
    assert next(documents).id == "text"
    with pytest.raises(InputError, match=r"documents\.jsonl:2.*`\$\.id`"):
        next(documents)
