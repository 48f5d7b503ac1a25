"""
How well copies of a given text are found: copies are planted in it, and what comes of them is counted.

Each kind of copy (exact, with other line breaks, noisy, cut off, in the other script, with other numbers) is planted
between words that stand nowhere else, and looked for beside the passages it was made from. The same text and
configuration always give the same figures. It is safe because it only counts: no text leaves it.

    >>> sorted({kind for kind, _ in KINDS if kind.startswith("noise")})
    ['noise 10%', 'noise 2%', 'noise 5%']
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from random import Random

from cntextclean.config import Config
from cntextclean.language.converters import converter
from cntextclean.repeats.corpus import Deduplication, Record, deduplicate

LEAST, MOST = 80, 400
"""Letters of a passage that is taken: what is shorter is not removed when it stands apart."""
WIDTH = 19
"""Letters of a line of a copy with other line breaks."""
OTHER_NUMBERS = "other numbers"
_HAN = re.compile("[\u4e00-\u9fff]")
_DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Measured:
    """
    One kind of copy at one threshold of similarity (0 to 1): how many were planted, the share of their letters that
    went (``recall``) or is told at all (``found``), and the share of what went that is theirs (``precision``; 1 where
    nothing went).
    """

    kind: str
    threshold: float
    planted: int
    recall: float
    found: float
    precision: float


def calibrate(
    texts: Iterable[str], config: Config, thresholds: Sequence[float], *, sample: int = 60
) -> tuple[Measured, ...]:
    """
    Plant every kind of copy of up to ``sample`` passages and count what goes at each threshold.

    Copies with other numbers must never go: for them ``recall`` is the share that did though it differs from the
    passage. Kinds of which the text has no example (no digits, no Han) are left out, and so are passages that the text
    itself holds twice.
    """
    passages = _apart(choose(texts, 2 * sample), config)[:sample]
    settings = replace(config, repeats=replace(config.repeats, keep="first"))
    rows: list[Measured] = []
    for kind, make in KINDS:
        copies = {at: copy for at, text in enumerate(passages) if (copy := make(text, _random(kind, text))) != text}
        if kind == "exact":
            copies = dict(enumerate(passages))
        if copies:
            rows += _measure(kind, passages, copies, settings, thresholds)
    return tuple(rows)


def choose(texts: Iterable[str], sample: int) -> list[str]:
    """Paragraphs to copy, all different, chosen by their digests: the order of the texts does not matter."""
    found = {line.strip() for text in texts for line in text.splitlines()}
    fit = [line for line in found if LEAST <= sum(map(str.isalnum, line)) <= MOST]
    return sorted(fit, key=lambda line: (sha256(line.encode("utf-8", "replace")).digest(), line))[:sample]


def _measure(
    kind: str, passages: Sequence[str], copies: dict[int, str], config: Config, thresholds: Sequence[float]
) -> list[Measured]:
    records = [Record(f"a{at:06d}", text) for at, text in enumerate(passages)]
    spans: dict[str, tuple[int, int]] = {}
    for at, copy in copies.items():
        before, after = _stranger(passages[at], 1), _stranger(passages[at], 2)
        name = f"b{at:06d}"
        records.append(Record(name, f"{before}\n\n{copy}\n\n{after}"))
        spans[name] = (len(before) + 2, len(before) + 2 + len(copy))
    result = deduplicate(records, config)
    return [_count(kind, threshold, result.rethreshold(threshold), spans) for threshold in thresholds]


def _count(kind: str, threshold: float, result: Deduplication, spans: dict[str, tuple[int, int]]) -> Measured:
    texts = {record.id: record.text for record in result.records}
    right = gone = told = 0
    for one in result.findings:
        name, start, end = one.duplicate.document, one.duplicate.start, one.duplicate.end
        if name not in spans:
            continue
        inside = _letters(texts[name][max(spans[name][0], start) : min(spans[name][1], end)])
        told += inside
        if one.action == "labelled":
            continue
        verbatim = _bare(texts[name][start:end]) in _bare(texts[one.kept.document])
        if kind == OTHER_NUMBERS and verbatim:
            continue
        gone += _letters(texts[name][start:end])
        right += inside * (one.kept.document == "a" + name[1:])
    total = max(1, sum(_letters(texts[name][start:end]) for name, (start, end) in spans.items()))
    recall, found = (round(min(1.0, part / total), 4) for part in (right, told))
    return Measured(kind, threshold, len(spans), recall, found, round(right / gone if gone else 1, 4))


def _apart(passages: Sequence[str], config: Config) -> list[str]:
    """The passages that share nothing with another one."""
    records = [Record(f"{at:06d}", text) for at, text in enumerate(passages)]
    shared = {place.document for one in deduplicate(records, config).findings for place in (one.duplicate, one.kept)}
    return [record.text for record in records if record.id not in shared]


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _random(*seed: object) -> Random:
    return Random(repr(seed))  # noqa: S311 - figures, not secrets


def _stranger(text: str, number: int) -> str:
    """Words that stand nowhere else: the letters of a passage, shuffled."""
    letters = [letter for letter in text if letter.isalnum()][:40]
    _random(text, number).shuffle(letters)
    return "".join(letters) + "。"


def _noisy(share: float) -> Callable[[str, Random], str]:
    def make(text: str, random: Random) -> str:
        """The text with a share of its Han characters exchanged for others of its own."""
        han = _HAN.findall(text)
        return _HAN.sub(lambda found: random.choice(han) if random.random() < share else found[0], text)

    return make


def _broken(text: str, random: Random) -> str:
    first = random.randrange(5, WIDTH)
    return "\n".join([text[:first], *(text[at : at + WIDTH] for at in range(first, len(text), WIDTH))])


def _cut_off(text: str, random: Random) -> str:
    return text[: int(len(text) * random.uniform(0.5, 0.9))]


def _renumbered(text: str, random: Random) -> str:
    return _DIGIT.sub(lambda found: str((int(found[0]) + random.randrange(1, 10)) % 10), text)


KINDS: tuple[tuple[str, Callable[[str, Random], str]], ...] = (
    ("exact", lambda text, _: text),
    ("other line breaks", _broken),
    ("noise 2%", _noisy(0.02)),
    ("noise 5%", _noisy(0.05)),
    ("noise 10%", _noisy(0.1)),
    ("cut off", _cut_off),
    ("cut off, noise 5%", lambda text, random: _noisy(0.05)(_cut_off(text, random), random)),
    ("traditional script", lambda text, _: converter("s2t")(text)),
    (OTHER_NUMBERS, _renumbered),
)
"""What is planted, by name; the last must stay."""
