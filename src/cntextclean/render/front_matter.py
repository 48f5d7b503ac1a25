r"""
The YAML front matter of the Markdown that the program writes, written and read back.

It holds what the document itself says (title, authors, date, DOI), never a file name or a time, so that cleaning the
Markdown again gives the same bytes. Values are JSON strings, which are YAML too; it is safe to read because only
that form is recognised: one ``key: value`` a line, values JSON strings or lists of them, and nothing is executed.

    >>> print(render_front_matter("标题", {"authors": ("甲", "乙")}), end="")
    ---
    schema: cntextclean.markdown/1
    title: "标题"
    authors: ["甲", "乙"]
    ---
    >>> read_front_matter('---\nschema: cntextclean.markdown/1\ntitle: "标题"\n---\n正文').title
    '标题'
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

SCHEMA = "cntextclean.markdown/1"
FIRST_KEYS = ("authors", "date", "publication", "doi", "issn")
HEAD = f"---\nschema: {SCHEMA}\n"
LINE = re.compile(r'([^\s:"]{1,64}): (".*"|\[.*\])')
UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")

Facts = dict[str, str | tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the front matter says, and the offset in the text behind its last newline."""

    end: int
    title: str = ""
    metadata: Facts = field(default_factory=dict)


def render_front_matter(title: str, metadata: Facts) -> str:
    """The front matter with its fences. Keys that are no plain word are left out, as are empty values."""
    order = {key: number for number, key in enumerate(FIRST_KEYS)}
    keys = sorted(metadata, key=lambda key: (order.get(key, len(order)), key))
    facts = [("title", title), *((key, metadata[key]) for key in keys if key not in {"schema", "title"})]
    lines = [f"{key}: {_quote(value)}\n" for key, value in facts if value and re.fullmatch(r'[^\s:"]{1,64}', key)]
    return HEAD + "".join(lines) + "---\n"


def read_front_matter(text: str) -> FrontMatter | None:
    """The front matter at the start of ``text``; None where there is none of our own writing."""
    if not text.startswith(HEAD):
        return None
    facts: Facts = {}
    at = len(HEAD)
    while (end := text.find("\n", at)) >= 0:
        line = text[at:end]
        at = end + 1
        if line == "---":
            title = facts.pop("title", "")
            return FrontMatter(at, title if isinstance(title, str) else "", facts)
        if (pair := LINE.fullmatch(line)) and (value := _unquote(pair[2])):
            facts[pair[1]] = value
        elif not pair:
            return None
    return None


def _quote(value: str | tuple[str, ...]) -> str:
    shown = json.dumps(value if isinstance(value, str) else list(value), ensure_ascii=False)
    return UNPRINTABLE.sub(lambda mark: f"\\u{ord(mark[0]):04x}", shown)


def _unquote(shown: str) -> str | tuple[str, ...]:
    try:
        value = json.loads(shown)
    except ValueError:
        return ""
    return tuple(str(one) for one in value) if isinstance(value, list) else str(value)
