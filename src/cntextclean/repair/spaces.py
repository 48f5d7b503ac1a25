"""
Blanks inside Chinese: those of the printing or the engine go, those that part something stay.

The lines stage has taken out blanks that are the ends of printed lines. What is left is told apart by what stands on
both sides, by the role of the passage, and by what else the document shows. Nothing but blanks is ever removed, and
no mark is ever put where one seems to be missing: that becomes a finding.

It is safe because a blank between two ideographs goes only where the likeliest segmentation puts one word across it
(no false removal in 54,780 such blanks of clean statutes), or where most pairs of the passage are spaced; blanks
beside full-width marks carry nothing, as the marks bring their own room (clreq, section 3.1.6).

    >>> [(change.start, change.rule) for _, change in propose([View("同 时推进， 有力提升。")], Config())]
    [(1, 'spaces.word-crosses'), (6, 'spaces.beside-punctuation')]
    >>> list(propose([View("占智勇 徐政 宁尚通", role="byline")], Config()))
    []
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cntextclean.config import Config
from cntextclean.language.dictionary import crosses, segment
from cntextclean.proposals import Change, Note, Proposal, View
from cntextclean.repair.letters import (
    BLANKS,
    HAN,
    HEADLINES,
    PROSE,
    WIDE,
    has_han,
    is_chinese,
    is_like_headline,
    runs_on,
)
from cntextclean.repair.set_wide import read_spacing, wide_spans
from cntextclean.repair.spacing import Gap, space_changes
from cntextclean.repair.spans import Taken

GAP = re.compile(rf"[{BLANKS}](?<=\S.)[{BLANKS}]*(?=\S)")
"""Blanks between ink. Beginning with a set of characters, it is tried only where one of them stands."""
ENUMERATOR = re.compile(
    r"(?:第[一二三四五六七八九十百千零〇\d]{1,9}[条章节编款项部分篇卷回讲课]{1,2}|附件?[一二三四五六七八九十\d]{0,3}"
    r"|[（(][一二三四五六七八九十百\d]{1,4}[)）]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,3}(?:\.\d{1,3}){0,4}[、.．]?"
    r"|[A-Z][.、]?|[①-⑳●■◆▲□○※*·•-])"
)
_HAN = re.compile(f"[{HAN}]")
LABEL = re.compile(
    rf"(?:^|(?<=[{BLANKS}][{BLANKS}])|(?<=\u3000))((?:[{HAN}][{BLANKS}]{{1,4}}){{1,9}}[{HAN}])[{BLANKS}]{{0,4}}(?=[：:])"
)
"""A label set wide: single ideographs with blanks between them, up to a colon."""
ENGINE_MARKS = "，。、"
"""Marks before which clean text has no blank behind Latin letters, digits, ``%``, ``)`` and ``]``: none in 7.4 million
characters, where other marks have 180."""
_NAMED = re.compile(
    rf"(?:记者|通讯员|实习生|作[ \u3000]{{0,4}}者|译者|摄影|编辑|校对|撰文|文|图|讯|电)"
    rf"[:：/|】\]（(]?(?:[ \u3000]?[{HAN}]{{2,4}}){{0,8}}(?:[ \u3000](?![记通实编摄特])[{HAN}])?$"
)
"""Roles and the names behind them, up to the first character of one set wide; 记 者 is none."""
HABIT = 2
"""Blanks that certainly are wrong, from which on blanks beside marks and Latin count as wrong, too."""
LAID_OUT = 4
"""Blanks that somebody set: ``甲方（签字）：        乙方（签字）：``."""
TO_FILL = ("（）", "()", "【】", "〔〕")
"""Brackets for an answer: ``（　　）``."""
ENTRY = re.compile(r"(?<=[。！？；])\u3000+")
"""What parts entries of notes: ``衣〔yì〕：穿。　冠〔guàn〕：戴。``; no engine writes it."""
SPEAKER = re.compile(rf"[{HAN}]{{1,4}}\u3000")
"""Who speaks in a play: ``李母　（抬头）小芳``."""
RUNS_LEAST = 3
"""Runs of blanks in a document without other wrong blanks before they count as the engine's: clean text has 1 or 2."""


def propose(views: Sequence[View], config: Config) -> Iterator[Proposal]:
    """Changes and notes for the blanks of a document's passages."""
    if config.repair.spacing != "pangu" and not any(GAP.search(view.text) for view in views):
        return
    unsure: list[Gap] = []
    sure = 0
    for index, view in enumerate(views):
        if view.role == "table" or not GAP.search(view.text) or not is_chinese(view):
            continue
        for gap, proposal in _judge(index, view):
            if proposal is None:
                unsure.append(gap)
                continue
            sure += proposal.rule in _CERTAIN
            yield index, proposal
    spaced = list(space_changes(views, config.repair.spacing, unsure))
    yield from spaced
    closed = {(index, proposal.start) for index, proposal in spaced}
    # What the document's spacing closes is no run of blanks to be shortened: a second pass would close the one left.
    doubtful = _doubtful(views, unsure, sure)
    yield from ((gap.index, change) for gap, change in doubtful if (gap.index, gap.start) not in closed)


_CERTAIN = frozenset({"spaces.glyph-by-glyph", "spaces.word-crosses", "spaces.beside-punctuation"})


def _judge(index: int, view: View) -> Iterator[tuple[Gap, Change | Note | None]]:
    """Each gap of a passage with what its own passage proves; None where the document must decide."""
    text = view.text
    spacing = read_spacing(text) if view.role != "byline" else ""
    if spacing == "set":
        return
    glyphs = spacing == "glyphs"
    set_wide = Taken(wide_spans(text))
    headline = is_like_headline(text)
    labels = () if glyphs else _wide_labels(view)
    for gap in _gaps(index, text):
        start, end = gap.start, gap.end
        wide = next((one for one in labels if one.start() < start and end <= one.end()), None)
        if wide:
            whole = _unspaced(wide[1])
            if all(len(word) > 1 for word in segment(whole)):
                yield gap, Change(start, end, "", "spaces.wide-label", f"{whole} is a label set wide")
        elif glyphs and "o" not in gap.kinds and "l" not in gap.kinds:
            after = " " if end - start > 1 and gap.kinds == "hh" else ""
            yield gap, Change(start, end, after, "spaces.glyph-by-glyph", "most ideographs here are spaced")
        elif gap.kinds == "hh":
            yield gap, _between_han(view, gap) if set_wide.is_free(start, end) else None
        elif _is_laid_out(text, start, end):
            continue
        elif gap.kinds in ("hw", "wh") and not headline and _drops_beside_marks(view, text[start - 1]):
            yield gap, Change(start, end, "", "spaces.beside-punctuation", f"beside {_mark(text, gap)}")
        elif text[end] in ENGINE_MARKS and not headline and _drops_behind_latin(view, text[start - 1]):
            yield gap, Change(start, end, "", "spaces.beside-punctuation", f"before {text[end]}")
        else:
            yield gap, None


def _gaps(index: int, text: str) -> Iterator[Gap]:
    """The gaps of a passage without those behind the label of an item."""
    label: int | None = 0  # where the label of an item may begin; behind the `-` of Markdown may be its own
    for match in GAP.finditer(text):
        start, end = match.span()
        if label is not None and ENUMERATOR.fullmatch(text, label, start):
            label = end if text[label:start] == "-" else None
            continue
        label = None
        yield Gap(index, start, end, _kind(text, start - 1) + _kind(text, end))


def _is_laid_out(text: str, start: int, end: int) -> bool:
    """Whether somebody set a blank: room to fill, what parts a speaker from his words, or one entry from the next."""
    if end - start >= LAID_OUT or text[start - 1] + text[end] in TO_FILL:
        return True
    return bool(SPEAKER.fullmatch(text, 0, end) or ENTRY.fullmatch(text, start, end))


def _wide_labels(view: View) -> tuple[re.Match[str], ...]:
    """The labels of a passage that may be set wide; hardly any has a colon at all."""
    coloned = ("：" in view.text or ":" in view.text) and view.role in PROSE | HEADLINES
    return tuple(LABEL.finditer(view.text)) if coloned else ()


def _kind(text: str, at: int) -> str:
    char = text[at]
    if char == "—" and "——" not in text[max(at - 1, 0) : at + 2]:
        return "o"  # a single dash is set with blanks by some, and then on both sides
    if _HAN.match(char):
        return "h"
    if char in WIDE:
        return "w"
    return "l" if char.isascii() and (char.isalnum() or char in "%+") else "o"


def _mark(text: str, gap: Gap) -> str:
    return text[gap.start - 1] if gap.kinds[0] == "w" else text[gap.end]


def _drops_behind_latin(view: View, left: str) -> bool:
    return view.role in PROSE and ((left.isascii() and left.isalnum()) or left in "%％℃)]")


def _drops_beside_marks(view: View, left: str) -> bool:
    """
    Prose drops blanks beside marks, and so does what only a `#` makes a heading: asked for text without the shape of a
    headline alone. Fields of a front matter drop only those after a mark, which lists set.
    """
    return (
        view.role in PROSE
        or view.role in ("title", "heading")
        or (view.role in ("metadata", "keywords") and left in "，；：、。")
    )


def _between_han(view: View, gap: Gap) -> Change | Note | None:
    """A blank between two ideographs: inside a word, for a lost mark, or a separator."""
    text = view.text
    if (view.role not in PROSE and view.role not in HEADLINES) or _NAMED.search(
        text[max(0, gap.start - 40) : gap.start]
    ):
        return None
    if not _is_letterspaced(text, gap) and not (view.role in HEADLINES and "\u3000" in text[gap.start : gap.end]):
        word = crosses(_unspaced(text[max(0, gap.start - 20) : gap.start]), _unspaced(text[gap.end : gap.end + 20]))
        if word:
            return Change(gap.start, gap.end, "", "spaces.word-crosses", word)
    if view.role in PROSE and runs_on(text) and not is_like_headline(text):
        return Note(gap.start, gap.end, "spaces.lost-punctuation", ("，", "、", ""), 0.5, "a blank without function")
    return None


def _is_letterspaced(text: str, gap: Gap) -> bool:
    """Words set wide in short lines (附　则, （一）总 则): one ideograph on each side, and no sentence around them."""
    if len(text) > 24 or runs_on(text):
        return False
    return not has_han(text[max(gap.start - 2, 0) : gap.start - 1] + text[gap.end + 1 : gap.end + 2])


def _unspaced(text: str) -> str:
    return "".join(text.split())


def _doubtful(views: Sequence[View], gaps: Sequence[Gap], sure: int) -> Iterator[tuple[Gap, Change]]:
    """Blanks that only a habit of the document makes wrong, and runs of blanks."""
    wide = sum(gap.end - gap.start > 1 for gap in gaps)
    for gap in gaps:
        view = views[gap.index]
        if view.role not in PROSE or is_like_headline(view.text):
            continue
        if sure >= HABIT and gap.kinds in ("ww", "wl", "lw"):
            evidence = f"{sure} blanks of this document stand beside marks or inside words"
            yield gap, Change(gap.start, gap.end, "", "spaces.beside-punctuation", evidence)
        elif gap.end - gap.start > 1 and (sure or wide >= RUNS_LEAST) and runs_on(view.text):
            yield gap, Change(gap.start, gap.end, " ", "spaces.run", f"{gap.end - gap.start} blanks")
