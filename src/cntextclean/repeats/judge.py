"""
May a covered sentence go? The thresholds and the vetoes, one sentence at a time.

The shorter a copy, the more exact it has to be: a formula of thirty letters may stand twice in good prose, a block of
three hundred does not, though a tenth of it be misread. Numbers that differ make a template of it.

It is safe because every answer but the empty one keeps the sentence, and the reason is told.

    >>> Bar(40, 1.0, 40).reason(Tally(40, 0, 0, 0), 40, Limits(), beside=False)
    'short, and apart from its copy'
    >>> Bar(300, 0.95, 300).reason(Tally(38, 2, 1, 0), 40, Limits(), beside=False)
    ''
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from cntextclean.repeats.align import Run
from cntextclean.repeats.coverage import Covered, Layer
from cntextclean.repeats.matches import LEAST, Matches
from cntextclean.repeats.pools import Pools
from cntextclean.repeats.residue import COUNTING, differences, differing, numbers_differ
from cntextclean.repeats.sections import Tally, sections
from cntextclean.repeats.stream import Stream

APART = "short, and apart from its copy"
WORD = 3
"""Letters in a row that may differ in one sentence of a copy."""
NOISY = 8
"""The same in a long noisy copy."""
SLACK = 3
"""Letters by which a match may overshoot: 第一条 and 第二条 begin alike."""
MISREAD = 3
"""Letters that differ in a sentence for every number that does, at least, if the number is to count as misread."""
CLEAN = 0.97
"""Identity from which two copies count as clean: what differs in them is no misreading."""


@dataclass(frozen=True, slots=True)
class Limits:
    """
    Least letters of a copy: at all; when it does not stand beside the text it repeats; when letters differ; when it is
    an enumeration, or single words may differ, too; and when more than its own length lies between it and the text of
    its document that it repeats. The least share of agreeing letters of a copy and, below ``long``, of a short one.
    """

    least: int = 20
    apart: int = 80
    near: int = 100
    long: int = 200
    far: int = 250
    identity: float = 0.8
    short_identity: float = 0.9
    sentence_errors: float = 0.35


@dataclass(frozen=True, slots=True)
class Bar:
    """
    The evidence behind a sentence: agreeing letters of the match, its identity, and the agreeing letters around the
    sentence without a difference (all those of a long match, where single differences are noise).
    """

    agreeing: int
    identity: float
    exact: int

    def reason(self, tally: Tally, length: int, limits: Limits, *, beside: bool, edited: bool = False) -> str:
        """
        Why a sentence of ``length`` letters must stay; empty when it may go.

        ``beside``: it follows right after the text it repeats. ``edited``: words may have been edited, since the two
        are in documents of one script.
        """
        if self.agreeing < limits.least:
            return "too short"
        if not tally.errors:
            return "" if beside or self.exact >= limits.apart else APART
        if self.agreeing < limits.near:
            return "short, and letters differ"
        small = self.agreeing < limits.long
        if self.identity < (limits.short_identity if small else limits.identity):
            return "too many letters differ"
        if tally.errors > limits.sentence_errors * length + 1:
            return "too much of the sentence differs"
        if tally.longest > (WORD if small or self.identity >= CLEAN else NOISY):
            return "whole words differ"
        if edited and self.identity >= CLEAN and 2 * tally.words > tally.errors:
            return "whole words differ"
        return ""


@dataclass(frozen=True, slots=True)
class Judge:
    """Says of covered sentences whether they may go."""

    stream: Stream
    matches: Matches
    layer: Layer
    limits: Limits
    pools: Pools
    _known: dict[int, tuple[list[Run], bool]] = field(default_factory=dict, compare=False)

    def over(self, layer: Layer) -> Judge:
        """The same judge over another layer of the same matches."""
        return replace(self, layer=layer)

    def reason(self, one: Covered) -> str:
        """Why a covered sentence must stay; empty when it may go."""
        if not self.pools.templates.isdisjoint(one.matches):
            return "template"
        agreeing, errors = self.matches.agreeing_list, self.matches.errors_list
        weakest = min(one.matches, key=agreeing.__getitem__)
        identity = min([agreeing[number] / (agreeing[number] + errors[number]) for number in one.matches])
        bar = Bar(agreeing[weakest], identity, self._exact(one, weakest))
        beside = self.beside(one)
        edited = self.pools.joins_one_script(one.matches[0])
        found = bar.reason(one.tally, one.length, self.limits, beside=beside, edited=edited)
        if not found and edited and one.errors and not self.pools.worded.isdisjoint(one.matches):
            return "whole words differ"
        inexact = found or one.errors or bar.exact < self.limits.apart
        if inexact and not self.pools.variants.isdisjoint(one.matches):
            return found or "a variant with other words"
        return "template" if not found and one.errors and self._numbers_differ(one) else found

    def still_may(self, one: Covered) -> bool:
        """Whether a sentence may go for the text that stays, where that is not the one it was first compared with."""
        if one.covered * 2 < one.length or one.errors > self.limits.sentence_errors * one.length + 1:
            return False
        return not one.errors or not self._numbers_differ(one)

    def _exact(self, one: Covered, number: int) -> int:
        """Agreeing letters around a sentence; those of the whole match when it is long and no variant."""
        agreeing = self.matches.agreeing_list[number]
        if one.errors or (agreeing >= self.limits.long and number not in self.pools.variants):
            return agreeing
        target = self.layer.runs[one.number][0][1]
        for left, right, length in self.matches[number].runs:
            if left <= target < left + length or right <= target < right + length:
                return length
        return one.length

    def beside(self, one: Covered) -> bool:
        """
        Whether the block that the sentence belongs to follows right after the text it repeats and ends like a
        sentence, or is a loop: a title printed twice is neither.
        """
        for number in one.matches:
            (first, end), (start, last) = self.matches.ends(number)
            close = start - end <= SLACK and self.stream.document_at(first) == self.stream.document_at(start)
            if close and any(self.stream.ended(at) for at in range(last - SLACK, last + 1)):
                return True
        return False

    def _numbers_differ(self, one: Covered) -> bool:
        """Whether numbers of a sentence differ, its edges included, and too little else for them to be misread."""
        runs = self.layer.runs[one.number]
        known = self._known.get(one.number)
        if known is None or known[0] is not runs:  # asked again in each round, of runs that are mostly the same
            known = self._known[one.number] = (runs, self._count_differing(one, runs))
        return known[1]

    def _count_differing(self, one: Covered, runs: list[Run]) -> bool:
        if COUNTING.isdisjoint(self.stream.letters[one.start : one.end]):
            return False
        parts = list(sections(runs, LEAST * 8))
        starts = [one.start, *(part.end for part in parts[:-1])]
        ends = [*(part.start for part in parts[1:]), one.end]
        count = 0
        for part, start, end in zip(parts, starts, ends, strict=True):
            head, tail = max(0, part.start - start), max(0, end - part.end)
            own = self.stream.letters[part.start - head : part.end + tail]
            other = self.stream.letters[max(0, part.first - head) : part.last + tail]
            runs = [(i + head, j + min(head, part.first), length) for i, j, length in part.runs]
            if not COUNTING.isdisjoint(differing(own, other, runs)):
                count += sum(numbers_differ(*pair) for pair in differences(own, other, runs))
        return one.errors < MISREAD * count
