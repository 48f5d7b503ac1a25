"""
How likely a passage is a heading: its shape, its marker, its neighbours, its place in a series.

A logistic model over readable features; its weights are ``tables/heading_weights.toml``, trained by
``scripts/train_headings.py`` on documents whose headings are known, clean and with planted recognition errors.
Nothing longer than :data:`WIDEST`, and nothing with a sentence end inside, is asked at all.

It is safe because a heading is a label: no character changes, and what is doubtful stays a paragraph.

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
from itertools import pairwise

from cntextclean.language.dictionary import crosses
from cntextclean.structure.levels import RANKS
from cntextclean.structure.reading import APART, Reading
from cntextclean.structure.traits import Trait

WIDEST = 46.0
"""Han characters: of 29,164 headings of the training text, 99.9 % are narrower."""

CERTAIN = 0.85
"""Certainty of a form from which on a marked heading needs no company."""
SMALL_MARKERS = ("decimal-1", "paren-digit", "circled", "han-paren")
STATUTE_ARTICLES = 4
"""Paragraphs 第…条 from which on a text is read as a statute, whose numbered clauses are no headings."""

WIDTHS = (2.0, 4.0, 6.0, 9.0, 12.0, 16.0, 20.0, 25.0, 30.0, 38.0)
INNER_END = re.compile(r"[。；;！!](?=.)|……")
HAN_BLANK = re.compile(r"[\u4e00-\u9fff，”’」』》] [\u4e00-\u9fff“‘「『《]")
PART_BREAK = re.compile(r"[，,：:]|——| +")
LIKE_OTHERS = 0.1
"""Least probability of a headline that is set like others of the text."""
QUESTIONS, WIDEST_QUESTION = 3, 24.0
"""Questions of an article that are headings together, and the width in Han characters of the widest."""
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


def read_headings(readings: Sequence[Reading], *, news: bool = False) -> None:
    """Give the role of heading to what the model takes for one, and to the rest of a class of which most are."""
    judged = [one for one in readings if one.role in {None, "heading", "paragraph", "title", "subtitle", "list_item"}]
    context = read_context([one.trait for one in judged])
    for index, one in enumerate(judged):
        one.probability = heading_probability(context, index)
    free = [one for one in judged if one.role is None or (one.role == "list_item" and one.trait.marker)]
    free = [one for one in free if one.trait.form_name != "dialogue"]
    listed = _listed_markers(readings)
    for one in free:
        if one.trait.marker in listed:
            one.probability = 0.0
    for above, below in pairwise(judged):
        if above.trait.form_name == "verse-line" and abs(above.trait.width - below.trait.width) < 1:
            below.probability = 0.0
    marked = sum(bool(one.trait.marker) and one.probability >= 0.5 for one in free)
    plain = sum(not one.trait.marker and one.probability >= 0.5 and one.trait.end not in "？?" for one in free)
    for one in free:
        if (
            (one.trait.marked_up and one.trait.width <= WIDEST)
            or _is_certain(one)
            or one.probability >= _threshold(one, context, marked, plain, news=news)
        ):
            one.role = "heading"
    for above, below in pairwise(judged):
        if above.role is None and _heads(above, below):
            above.role = "heading"
    _read_questions(free, judged)
    _follow_style(free)
    _follow_class(free)
    _drop_what_heads_nothing(readings)


def _read_questions(free: Sequence[Reading], judged: Sequence[Reading]) -> None:
    """
    Newspapers head every section of an explainer with a question. One question is rhetoric; three of one shape, each
    over a longer paragraph, with few other short lines among them, are headings.
    """
    open_to = {id(one) for one in free if one.role is None and not one.trait.marker}
    articles: dict[int, list[int]] = {}
    others: Counter[int] = Counter()
    for index, one in enumerate(judged):
        if id(one) not in open_to or one.trait.width > WIDEST_QUESTION:
            continue
        if one.trait.end in "？?" and _stands_over_text(judged, index):
            articles.setdefault(one.article, []).append(index)
        elif not one.trait.ends_sentence:
            others[one.article] += 1
    for article, found in articles.items():
        if len(found) >= QUESTIONS and 2 * others[article] <= len(found):
            for index in found:
                judged[index].role = "heading"


def _stands_over_text(judged: Sequence[Reading], index: int) -> bool:
    """Whether a closed paragraph stands before and one at least twice as wide after."""
    if not 0 < index < len(judged) - 1:
        return False
    before, one, after = (judged[at].trait for at in (index - 1, index, index + 1))
    quoted = one.text.startswith(("“", "「")) or "——" in one.text
    return before.ends_sentence and after.ends_sentence and after.width >= 2 * one.width and not quoted


def _drop_what_heads_nothing(readings: Sequence[Reading]) -> None:
    """A list of annexes at the foot of a notice and a closing exclamation head nothing: no text comes below."""
    order = [one for one in readings if one.role not in APART]
    for above, below in pairwise([*order, None]):
        if above is None or above.role != "heading" or above.trait.marked_up:
            continue
        closes = below is None or below.role in {"byline", "metadata"}
        if closes and (above.trait.marker == "appendix" or (not above.trait.marker and above.trait.end in "！!。")):
            above.role = "paragraph"


def _heads(above: Reading, below: Reading) -> bool:
    """Whether a marked line stands right above a heading of an inner class: 一、 above （一）."""
    form, outer = above.trait.form, RANKS.get(above.trait.marker)
    inner = RANKS.get(below.trait.marker)
    if form is None or form.role != "heading" or outer is None or inner is None:
        return False
    return below.role == "heading" and outer < inner


def _is_certain(one: Reading) -> bool:
    """Whether the form alone makes a heading: 第一章, 一、 and the like, on a line that says no more."""
    form = one.trait.form
    return form is not None and form.role == "heading" and bool(form.marker_class) and form.certainty >= CERTAIN


def _listed_markers(readings: Sequence[Reading]) -> set[str]:
    """
    Classes of small markers whose members mostly follow each other without text between: lists. Their members become
    list items, clauses （一） stay paragraphs.
    """
    order = [one for one in readings if one.role not in APART]
    listed = set()
    for marker in SMALL_MARKERS:
        members = {index for index, one in enumerate(order) if one.trait.marker == marker}
        shaped = {index for index in members if order[index].trait.form_role == "heading"} or members
        beside = sum(index + 1 in members or index - 1 in members for index in shaped)
        if len(members) >= 2 and beside * 3 >= len(shaped) * 2:
            listed.add(marker)
            for index in sorted(members):
                if order[index].role is None and marker != "han-paren":
                    order[index].role = "list_item"
    return listed


def _threshold(one: Reading, context: Context, marked: int, plain: int, *, news: bool) -> float:
    """
    The least probability for a heading: between 0.3 and 0.5 nothing is lost on articles (P 0.982, R 0.990 at 0.35), in
    statutes nearly all of it is false. A question without a marker, in a text whose headings have markers or are no
    questions, is more often rhetoric.
    """
    if one.trait.text.startswith(("“", "「")) and one.trait.text.endswith(
        ("？”", "！”", "。”", "？」", "！」", "。」")
    ):
        return 2.0  # somebody says it
    if not one.trait.marker and one.trait.end in "？?":
        if news and plain <= 2:
            return 2.0
        if marked >= 2 and plain <= 1:
            return 0.995
    return 0.6 if context.is_statute or one.trait.end in "：:，,。.；;" else 0.35


def _follow_style(free: Sequence[Reading]) -> None:
    """A headline in as many parts as another of the text, ``揭成果、促合作，为深化一体化凝聚力量``, needs less."""
    styles = {_parts(one) for one in free if one.role == "heading" and not one.trait.marker}
    for one in free:
        if one.role is None and not one.trait.marker and one.probability >= LIKE_OTHERS and _parts(one) in styles - {1}:
            one.role = "heading"


def _parts(one: Reading) -> int:
    return 1 + len(PART_BREAK.findall(one.trait.text)) if one.trait.end not in "。.？?！!：:" else 1


def _follow_class(free: Sequence[Reading]) -> None:
    """One class of markers, one role: where most of a class are headings, so are the others that have its form."""
    for marker in sorted({one.trait.marker for one in free if one.trait.marker}):
        members = [one for one in free if one.trait.marker == marker and one.trait.form_role == "heading"]
        chosen = sum(one.role == "heading" for one in members)
        if chosen * 2 > len(members):
            for one in members:
                one.role = "heading"
