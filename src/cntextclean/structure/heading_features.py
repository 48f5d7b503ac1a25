"""
How likely a passage is a heading: its shape, its marker, its neighbours, its place in a series.

A logistic model over readable features; its weights are ``tables/heading_weights.toml``, trained by
``benchmarks/train_headings.py`` on documents whose headings are known, clean and with planted recognition errors.
Nothing longer than :data:`WIDEST`, and nothing with a sentence end inside, is asked at all.

It is safe because it only reads.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.traits import read_trait
    >>> texts = ["长三角医保结算。" * 5, "10个实事项目惠民生", "长三角地区新增建成铁路里程660公里。" * 4]
    >>> context = read_context([read_trait(View(text)) for text in texts])
    >>> [round(heading_probability(context, index)) for index in range(3)]
    [0, 1, 0]
"""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from cntextclean.language.dictionary import crosses
from cntextclean.structure.traits import Trait

WIDEST = 46.0
"""Han characters: of 29,164 headings of the training text, 99.9 % are narrower."""
STATUTE_ARTICLES = 4
"""Paragraphs 第…条 from which on a text is read as a statute, whose numbered clauses are no headings."""

WIDTHS = (2.0, 4.0, 6.0, 9.0, 12.0, 16.0, 20.0, 25.0, 30.0, 38.0)
INNER_END = re.compile(r"[。；;！!](?=.)|……")
HAN_BLANK = re.compile(r"[\u4e00-\u9fff，”’」』》] [\u4e00-\u9fff“‘「『《]")
QUOTED = re.compile(r"“[^“”]{1,20}”|「[^「」]{1,20}」|《[^《》]{1,30}》")
HAN_END = re.compile(r"[\u4e00-\u9fff]$")
STARTS = re.compile(
    r"这是|那么|但是|因此|所以|如果|现在|然后|接下来|下面|以下|例如|比如|我们|你|我|他|它|这|在|当|为|从|对|要|让|请|使用"
    r"|如何|为什么|什么|怎么|怎样|关于|首先|其次|最后|第一|另外|此外|同时|并且|不过|而|并|也|就|将|可以|注意|或者|输出|运行"
)
PARTS = re.compile(
    r"了|是|我们|你|可以|就|会|吧|请|将|也|都|这个|这|那|我|一个|需要|如下|以下|下面|命令|来|被|还|着|呢|吗"
)
SPEECH = re.compile(r"说|表示|指出|认为|称|据|报道|介绍|告诉")


@dataclass(frozen=True, slots=True)
class Context:
    """The passages of a document in order (without furniture, captions, bylines), and what is counted over all."""

    traits: tuple[Trait, ...]
    markers: Mapping[str, int]
    bare_share: float
    is_statute: bool


def read_context(traits: Sequence[Trait]) -> Context:
    """Count once what the features of every passage ask for."""
    bare = sum(not (one.ends_sentence or one.end in "：:，,") and one.width <= 30 for one in traits)
    articles = sum(one.form_name == "statute-article" for one in traits)
    share = bare / max(1, len(traits))
    return Context(tuple(traits), Counter(one.marker for one in traits), share, articles >= STATUTE_ARTICLES)


def heading_features(context: Context, index: int) -> dict[str, float]:
    """The features of passage ``index`` among its neighbours; empty where it cannot be a heading."""
    traits = context.traits
    trait = traits[index]
    if (
        not trait.text
        or trait.width > WIDEST
        or trait.end in "，,、；;—…"
        or trait.text.isdigit()
        or trait.text.count("*") > 1
        or INNER_END.search(trait.text.rstrip("。；;！!？?… "))
    ):
        return {}
    found = {"bias": 1.0}
    if context.is_statute and trait.form:
        found[f"statute.{trait.form.name}"] = 1.0
    for name in (*_shape(trait), *_surroundings(traits, index), *_series(context, trait.marker)):
        found[name] = found.get(name, 0.0) + 1.0
    return found


def heading_probability(context: Context, index: int) -> float:
    """The probability, 0 to 1, that passage ``index`` is a heading."""
    found = heading_features(context, index)
    if not found:
        return 0.0
    weights = heading_weights()
    score = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, score))))


@cache
def heading_weights() -> dict[str, float]:
    """Weights by feature name."""
    text = (files("cntextclean.tables") / "heading_weights.toml").read_text(encoding="utf-8")
    return {name: float(value) for name, value in tomllib.loads(text)["weights"].items()}


def _shape(trait: Trait) -> Iterator[str]:
    """What the passage looks like on its own."""
    yield f"width.{next((str(int(limit)) for limit in WIDTHS if trait.width <= limit), 'more')}"
    yield f"end.{_end_class(trait.end)}"
    if trait.form:
        yield f"form.{trait.form.name}"
    text = trait.text
    if "，" in text or "," in text:
        yield "holds.comma"
    if "：" in text or ":" in text[:-1]:
        yield "holds.colon"
    if HAN_BLANK.search(text[4:]):
        yield "holds.blank"
    if "、" in text[3:]:
        yield "holds.pause"
    if trait.is_latin:
        yield "latin.lower" if text[:1].islower() else "latin.upper"
    elif trait.latin:
        yield "latin.some"
    yield from _wording(text)


def _wording(text: str) -> Iterator[str]:
    """Words that open or fill sentences; what stands in quotes is spoken of, not spoken."""
    start = STARTS.match(text)
    if start:
        yield f"start.{start[0]}"
    bare = QUOTED.sub("", text)
    if bare != text:
        yield "holds.quote"
    yield from (f"part.{part}" for part in sorted(set(PARTS.findall(bare))))
    if SPEECH.search(bare):
        yield "part.speech"


def _end_class(end: str) -> str:
    for name, marks in (("stop", "。."), ("question", "？?"), ("exclaim", "！!"), ("colon", "：:"), ("comma", "，,、")):
        if end in marks:
            return name
    if end in "；;…—-～":
        return "other"
    return "digit" if end.isdigit() else "latin" if end.isascii() else "han"


def _surroundings(traits: Sequence[Trait], index: int) -> Iterator[str]:
    """What stands before and after."""
    before = traits[index - 1] if index else None
    after = traits[index + 1] if index + 1 < len(traits) else None
    if before is None:
        yield "before.none"
    else:
        yield f"before.end-{_end_class(before.end)}"
        yield f"before.{_bulk(before, traits[index])}"
        if HAN_END.search(before.text) and crosses(before.text, traits[index].text):
            yield "before.word-crosses"
    if after is None:
        yield "after.none"
    else:
        yield f"after.{_bulk(after, traits[index])}"
        if after.ends_sentence or after.end in "：:":
            yield "after.ends-sentence"
        if HAN_END.search(traits[index].text) and crosses(traits[index].text, after.text):
            yield "after.word-crosses"


def _bulk(other: Trait, trait: Trait) -> str:
    """How a neighbour compares in width."""
    if other.width <= 12 and not other.ends_sentence:
        return "short"
    ratio = other.width / max(trait.width, 1.0)
    return "narrower" if ratio < 1 else "wider" if ratio < 2 else "double" if ratio < 4 else "much-wider"


def _series(context: Context, marker: str) -> Iterator[str]:
    """How many passages of the document bear the same marker, or how many look like headings."""
    if marker:
        same = context.markers[marker]
        yield f"series.{'one' if same == 1 else 'few' if same < 4 else 'many'}"
        return
    share = context.bare_share
    yield f"bare.{'little' if share < 0.12 else 'some' if share < 0.35 else 'half' if share < 0.6 else 'most'}"
