"""
Half-width punctuation in Chinese, dashes and ellipses, made what a Chinese page sets (GB/T 15834—2011).

Engines write ``,`` for ``，`` by the page or by the paragraph; people write a stray ``:`` in a technical text on
purpose. So nothing is changed by its own form alone: :mod:`cntextclean.repair.width_habits` reads from the whole
document which passages an engine wrote, and only their marks are considered, each with its neighbours.

It is safe because no letter or digit is touched, a mark between Latin letters or digits stays (``1,234``, ``16:32``,
``3.4 : 53.0``, addresses, ``[J]``), and of 13.3 million characters of clean text only 12 documents, which really are
set in half-width marks, are changed.

    >>> from cntextclean.config import Config
    >>> [(c.start, c.after) for _, c in propose([View("今天上午,共1,234人参加;明天16:32结束.")], Config())]
    [(4, '，'), (14, '；'), (24, '。')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cntextclean.config import Config
from cntextclean.proposals import Change, Proposal, View
from cntextclean.repair.brackets import MIXED_LEAST, bracket_changes, mixed_pairs
from cntextclean.repair.letters import BLANKS, CLOSING, HAN, OPENING, PROSE, WIDE, is_chinese
from cntextclean.repair.spans import Taken
from cntextclean.repair.width_habits import FULL, Habit, read_habit

_GATE = re.compile(r"[,;:?!.()\-—。](?:(?<=[,;:?!.()])|(?<=-)-|(?<=—)——|(?<=。)。。)")
"""What any rule needs. Beginning with a set of characters, it is tried only where one of them stands."""
_MARK = re.compile(rf"(?P<before>[{BLANKS}]{{0,4}})(?P<mark>[,;:?!])(?P<after>[{BLANKS}]{{0,4}})")
_CITED = re.compile(r"\[(?:[JMCDNRPSZA]|EB|DB)(?:/OL)?\]")
"""The type mark of a reference (GB/T 7714, 8.4): points part its fields, they end no sentence."""
NOTES = "①-⑳¹²³⁰⁴-⁹"
"""The marks of notes, which stand before the stop."""
_POINT = re.compile(
    rf"\.(?<=[{HAN}{CLOSING}{NOTES}].)[ ]{{0,3}}(?=$|[{CLOSING}\"]|[{HAN}{OPENING}])"
    rf"|\.(?<=[{HAN}].)[ ]{{1,3}}(?=[$A-Z])|(?<=\$)[ ]?\.$"
    rf"| \.(?<=[{HAN}{CLOSING}] .)[ ]{{0,3}}(?=$|[{CLOSING}\"])"
)
"""A stop behind a blank and before a letter is a speck of the scan more often than a stop."""
_NUMERAL = re.compile(r"[一二三四五六七八九十甲乙丙丁]{1,3} ?")
_HALF_DASH = re.compile(rf"(?<=[{HAN}{CLOSING}])[ ]?-{{2,4}}[ ]?(?=[{HAN}{OPENING}])")
_LONG_DASH = re.compile(r"(?<!—)—{3,4}(?!—)")
_DOTS = re.compile(rf"(?<=[{HAN}{CLOSING}，])(?:\.{{3,6}}|…\.{{2,3}})(?=$|[{HAN}{WIDE}\"])")
_CIRCLES = re.compile(r"(?<!。)。{3,6}(?!。)")
_CHINESE = re.compile(f"[{HAN}{WIDE}]")
NEAR = 8
"""Characters beside a mark in which its neighbour is looked for."""
_SKIPPED = "\"',;:?!"
"""Marks that are looked over for a neighbour: straight quotes, and other marks that change or stay with this one."""
_LATIN = re.compile(r"[A-Za-z0-9]")


def propose(views: Sequence[View], config: Config) -> Iterator[Proposal]:  # noqa: ARG001 the same for every stage
    """Changes for the marks of a document's passages."""
    open_views = [(index, view) for index, view in enumerate(views) if _GATE.search(view.text) and is_chinese(view)]
    if not open_views:
        return
    habit = read_habit(views)
    mixed = sum(mixed_pairs(view.text) for _, view in open_views)
    for index, view in open_views:
        taken = Taken()
        for change in _of_passage(view, index, habit, mixed=mixed):
            if taken.take(change.start, change.end):
                yield index, change


def _of_passage(view: View, index: int, habit: Habit, *, mixed: int) -> Iterator[Change]:
    marks = habit.marks_of(index, view)
    yield from _plain(view.text)
    brackets = list(bracket_changes(view, half="(" in marks, mixed=bool(marks) or mixed >= MIXED_LEAST))
    yield from brackets
    if marks:
        # Neighbours are judged as they will stand, else a second run would see other neighbours.
        yield from _marks(view, _with_brackets(view.text, brackets), marks, habit.evidence)
    if "," in marks or "." in marks:
        yield from _points(view, habit.evidence)


def _plain(text: str) -> Iterator[Change]:
    """Forms that are wrong in any Chinese passage."""
    for match in _LONG_DASH.finditer(text):
        yield Change(match.start(), match.end(), "——", "punctuation.dash", match[0])
    for match in _CIRCLES.finditer(text):
        yield Change(match.start(), match.end(), "……", "punctuation.ellipsis", match[0])


def _with_brackets(text: str, brackets: Sequence[Change]) -> str:
    """The text with its brackets changed, every character in its place."""
    shown = list(text)
    for change in brackets:
        at = next(at for at in range(change.start, change.end) if text[at] in "()〈")
        shown[at] = change.after
    return "".join(shown)


def _marks(view: View, shown: str, marks: frozenset[str], evidence: str) -> Iterator[Change]:
    for match in _MARK.finditer(view.text):
        mark = match["mark"]
        if mark in marks and _is_chinese_mark(shown, match):
            start, end = _with_blanks(view, match)
            yield Change(start, end, FULL[mark], "punctuation.half-width", evidence)


def _with_blanks(view: View, match: re.Match[str]) -> tuple[int, int]:
    """The mark with the blanks that a half-width mark is set with and a full-width one is not."""
    start, end = match.span()
    if view.role not in PROSE and view.role not in ("metadata", "keywords", "heading"):
        return match.start("mark"), match.end("mark")
    return start, end


def _is_chinese_mark(text: str, match: re.Match[str]) -> bool:
    """Whether the neighbours (over quotes and other marks) say that the mark belongs to Chinese text."""
    left = text[max(0, match.start() - NEAR) : match.start()].rstrip(_SKIPPED)[-2:]
    right = text[match.end() : match.end() + NEAR].lstrip(_SKIPPED)[:1]
    if not left:
        return False
    if match["mark"] in "?!" and (right and _LATIN.match(right)) and not match["after"]:
        return False
    before, after = bool(_CHINESE.match(left[-1])), bool(right and _CHINESE.match(right))
    if match["mark"] == ":" and not before and not after:
        return False
    if before or after:
        return not _is_address(text, match)
    # A comma behind a per cent sign or a closing bracket is no thousands separator.
    return match["mark"] in ",;" and left[-1] in "%％)]℃" and bool(right) and not match["after"]


def _is_address(text: str, match: re.Match[str]) -> bool:
    """``http:`` and ``E-mail:`` keep their colon unless Chinese stands before it."""
    return match["mark"] == ":" and text.startswith("//", match.end("mark"))


def _points(view: View, evidence: str) -> Iterator[Change]:
    """A full stop behind an ideograph; not behind the numeral of a list."""
    cites = view.role == "reference" or _CITED.search(view.text)
    for match in _POINT.finditer(view.text) if not cites else ():
        if not _NUMERAL.fullmatch(view.text[: match.start()]):
            yield Change(match.start(), match.end(), "。", "punctuation.full-stop", evidence)
    for match in _HALF_DASH.finditer(view.text):
        yield Change(match.start(), match.end(), "——", "punctuation.dash", match[0].strip())
    for match in _DOTS.finditer(view.text):
        yield Change(match.start(), match.end(), "……", "punctuation.ellipsis", match[0])
