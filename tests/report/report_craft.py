"""Documents made by hand: real strands, real edits, verified against their source."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from cntextclean.model import Block, Copy, Document, Finding, Passage, Removal, Repeat, Role, Section, Source
from cntextclean.proposals import Change
from cntextclean.trace import Strand, cut, ink_digest, revise, trim, verify

HOSTILE = (
    "<script>document.title='owned';fetch('https://example.invalid/a')</script>",
    "<img src=x onerror=\"document.title='owned'\">",
    "<style>@import url(https://example.invalid/b.css);</style>",
    "</style></title></table><svg onload=document.title='owned'>",
    '" onfocus="document.title=\'owned\'" autofocus tabindex=1 x="',
    "<a href=\"javascript:document.title='owned'\">甲</a><base href=https://example.invalid/>",
    "<meta http-equiv=refresh content='0;url=https://example.invalid/c'>",
    "{{ 7 * 7 }}{% raw %}{{ ''.__class__ }}&lt;&amp;#60;",
    "正文\u202e反转\u2066隔离\u2069\u200b零宽\ufeff\x1b[31m红\x1b]0;标题\x07\x00\x85\u2028\ue000\xad",
    "塔" + "\u0301" * 40 + "尾",
)


def craft(
    name: str,
    lines: Iterable[tuple[str, Role]],
    changes: Iterable[tuple[str, str, str, str]] = (),
    removed: Iterable[tuple[str, str, str]] = (),
    found: Iterable[tuple[str, str, tuple[str, ...]]] = (),
) -> tuple[Document, str]:
    """
    A document whose source is ``lines``, one block each, and that source. ``changes`` are (before, after, rule,
    evidence), each at the first place where ``before`` stands; ``removed`` are (text of a line, kind, rule);
    ``found`` are (text, rule, candidates).
    """
    listed = list(lines)
    text = "\n\n".join(line for line, _ in listed)
    whole = Strand.of(text)
    proposals = [Change(at, at + len(b), a, rule, why) for b, a, rule, why in changes if (at := text.index(b)) >= 0]
    ends, at = [], 0
    for line, _ in listed:
        at += len(line) + 2
        ends.append(at)
    shift = {end: end + sum(len(p.after) - (p.end - p.start) for p in proposals if p.end <= end) for end in ends}
    parts = [trim(part) for part in cut(revise(whole, proposals), [shift[end] for end in ends[:-1]])]
    gone = {line: (kind, rule) for line, kind, rule in removed}
    blocks, removals = [], []
    for part, (line, role) in zip(parts, listed, strict=True):
        if line in gone:
            kind, rule = gone[line]
            removals.append(Removal(kind, part.spans(), line, rule, f"a reason of {line[:12]}"))
        else:
            blocks.append(Block(f"b{len(blocks) + 1}", role, part.text, part.spans(), 1 if role == "heading" else None))
    kept = [part for part, (line, _) in zip(parts, listed, strict=True) if line not in gone]
    edits = tuple(sorted((e for part in kept for e in part.edits()), key=lambda edit: edit.source))
    findings = tuple(
        Finding((text.index(t), text.index(t) + len(t)), rule, t, suggest, 0.5, f"evidence of {t}")
        for t, rule, suggest in found
    )
    source = Source(
        name, hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(), "utf-8", len(text), ink_digest(text)
    )
    document = Document(
        name, source, blocks[0].text if blocks else "", {"authors": ("作者", HOSTILE[0])}, blocks=tuple(blocks),
        sections=(Section(None, 1, tuple(block.id for block in blocks)),), removed=tuple(removals), edits=edits,
        findings=findings,
    )  # fmt: skip
    verify(text, document)
    return document, text


def hostile() -> list[tuple[Document, str]]:
    """Documents that try to run, to fetch, to break out and to hide, in every place that a text or a name can take."""
    made = []
    for number, text in enumerate(HOSTILE):
        lines: list[tuple[str, Role]] = [
            (text + "标题", "title"), ("第一段," + text + "。", "paragraph"), ("删去" + text, "paragraph"),
            ("发现" + text, "furniture"),
        ]  # fmt: skip
        rule = f"punctuation.{text}"
        document, source = craft(
            f"{number}/{text}.txt", lines, [("第一段,", "第一段" + text, rule, text)],
            [("删去" + text, "stray", rule)], [("发现" + text, rule, (text, "候选"))],
        )  # fmt: skip
        of = Copy(text, text, ((0, 1),))
        removal = replace(document.removed[0], reason=text, of=of, similarity=0.5)
        shared = Repeat(
            "near", "labelled", text, 0.7, Passage(document.id, 0, 5), Passage(text, 0, 5), ((text, text),), text
        )
        blocks = tuple(replace(block, flags=(text,)) for block in document.blocks)
        made.append((replace(document, blocks=blocks, removed=(removal,), repeats=(shared,)), source))
    return made


def ordinary(number: int, paragraphs: int = 12) -> tuple[Document, str]:
    """A document as they come: a title, furniture, joined lines, a finding, a copy."""
    body: list[tuple[str, Role]] = [
        (
            f"第{number}篇第{one}段写到今天上午的高层论坛在温\n\n州举行,各方代表{number * 31 + one}人出席会议并发言。",
            "paragraph",
        )
        for one in range(paragraphs)
    ]
    crumb = f"第{number}篇的重复段落,一字不差。"
    return craft(
        f"报纸/{number:04}.txt",
        [(f"第{number}篇标题", "title"), (f"责编 王{number}", "furniture"), *body, (crumb, "paragraph")],
        [
            ("温\n\n州", "温州", "lines.word-crosses-break", "温州"),
            ("举行,", "举行，", "punctuation.full-width-after-han", ""),
        ],
        [(crumb, "duplicate", "repeats.block")],
        [("论坛", "misreadings.rare-in-context", ("讨论", "论谈"))],
    )
