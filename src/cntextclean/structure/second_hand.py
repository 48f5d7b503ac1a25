"""
Facts at second hand, where the head of a document does not state them: from its form of citation, from the note on its
author, from the body that stands in an author's place, from the parentheses that end a text of news.

It is safe because it only reads, and only where nothing else names a title or an author.

    >>> noted = [Stated("author_note", "李华，男，教授", Place(0, 5, 12))]
    >>> [(one.name, one.value) for one in with_notes(noted)][1:]
    [('authors', '李华')]
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cntextclean.language.forms import fold_form
from cntextclean.proposals import Place, Stated
from cntextclean.structure.affiliations import find_bodies
from cntextclean.structure.articles import is_news
from cntextclean.structure.front_title import alike
from cntextclean.structure.persons import is_person
from cntextclean.structure.reading import Reading
from cntextclean.structure.references import read_reference
from cntextclean.structure.reporters import names_at_end
from cntextclean.structure.row_parts import is_glued_stamp

FUNDED = re.compile(
    r"(?:^|[。*＊])(?:本文|本研究|本论文|该文|本项研究|本课题)(?:为|系|是|受|获|得到|由)[到了]?([^。]{6,400})"
)
"""A sentence that says what the work was done for, without its first words."""
FUND = re.compile("基金|课题|项目|计划")
PARENTHESISED = re.compile(r"\( ?(?:作者|记者|撰文)[:/ ]{1,2}([^()]{2,40}?) ?\) ?$")
CITED = 16
"""Passages at the head among which a document cites itself."""
BARS = ("|", "｜", "丨")
SECOND_ROW = re.compile(r"2 ?(?=[\u4e00-\u9fff])")
HEAD = 8
"""Passages at the head of a text among which its author is looked for."""
NOTED = re.compile(r"[*①1.、 ]{0,4}([\u4e00-\u9fff·]{2,12})(?: ?\([^()]{1,24}\))? ?[,:，]")


def without_stamped(stated: list[Stated], readings: Sequence[Reading]) -> list[Stated]:
    """The names that a page runs into its day give way to a row that has all of them, in their order."""
    stamped = [one for one in stated if one.name == "authors" and is_glued_stamp(readings[one.place.index].trait.text)]
    others = {one.value for one in stated if one.name == "authors" and one not in stamped}
    if not stamped or not {one.value for one in stamped} <= others:
        return stated
    return [one for one in stated if one not in stamped]


def without_line_number(stated: list[Stated], readings: Sequence[Reading]) -> list[Stated]:
    """Where the rows of a manuscript are numbered, the number of the first is no part of its title."""
    printed = next((one for one in stated if one.name == "title" and one.value.startswith("1 ")), None)
    at = printed.place.index + 1 if printed else len(readings)
    if printed is None or at >= len(readings) or not SECOND_ROW.match(readings[at].trait.folded):
        return stated
    place = Place(printed.place.index, printed.place.start + 2, printed.place.end)
    return [Stated("title", printed.value[2:], place) if one is printed else one for one in stated]


def with_own_citation(stated: list[Stated], readings: Sequence[Reading]) -> list[Stated]:
    """
    A citation at the head that cites the title printed there is the document's own: it names the authors where nobody
    else does, and says what is column before the title (``卫生管理｜论区域协同``).
    """
    printed = next((one for one in stated if one.name == "title" and readings[one.place.index].role == "title"), None)
    if printed is None:
        return stated
    for text, place in _citations(stated, readings):
        item = read_reference(text)
        cut = printed.value.removesuffix(item.title) if item.title else printed.value
        if cut != printed.value and cut.rstrip().endswith(BARS):
            behind = Place(printed.place.index, printed.place.start + len(cut), printed.place.end)
            stated = [Stated("title", item.title, behind) if one is printed else one for one in stated]
        elif not item.title or not alike(item.title, printed.value):
            continue
        named = any(one.name == "authors" for one in stated)
        return stated if named else [*stated, *_found("authors", item.authors, text, place)]
    return stated


def _citations(stated: Sequence[Stated], readings: Sequence[Reading]) -> Iterator[tuple[str, Place]]:
    """What a label says is how to cite the document, and references at its head."""
    yield from ((one.value, one.place) for one in stated if one.name == "citation")
    for index, one in enumerate(readings[:CITED]):
        if one.role == "reference":
            yield one.source, Place(index, 0, len(one.source))


def _found(name: str, values: Sequence[str], text: str, place: Place) -> Iterator[Stated]:
    """Values as they stand in a text, each with its place."""
    for value in values:
        at = text.find(value)
        if at >= 0:
            yield Stated(name, value, Place(place.index, place.start + at, place.start + at + len(value)))


def with_citation(stated: list[Stated]) -> list[Stated]:
    """Where no title is printed or labelled, or no author, the form of citation states them."""
    known = {one.name for one in stated}
    cited = next((one for one in stated if one.name == "citation"), None)
    if cited is None:
        return stated
    item = read_reference(cited.value)
    titles = [item.title] if item.title and "title" not in known else []
    authors = item.authors if "authors" not in known else ()
    return [
        *stated,
        *_found("title", titles, cited.value, cited.place),
        *_found("authors", authors, cited.value, cited.place),
    ]


def with_corporate(stated: list[Stated], readings: Sequence[Reading]) -> list[Stated]:
    """Where no person is named, the body on a line of its own right below the title wrote: ``…课题组``."""
    if any(one.name == "authors" for one in stated):
        return stated
    for index, one in enumerate(readings):
        bodies = find_bodies(one.trait.text) if one.role == "byline" else ()
        if bodies:
            shift = max(0, one.source.find(one.trait.text))
            named = (
                Stated("authors", body.text, Place(index, body.start + shift, body.end + shift)) for body in bodies
            )
            return [*(other for other in stated if other.place.index != index), *named]
    return stated


def with_fund(stated: list[Stated], readings: Sequence[Reading]) -> list[Stated]:
    """Where no label names who paid for the work, a note does: ``*李华，教授。本文为国家社科基金项目…的阶段成果。``."""
    if any(one.name == "fund" for one in stated):
        return stated
    for index, one in enumerate(readings):
        if one.role not in {"footnote", "metadata"}:
            continue
        found = FUNDED.search(one.source)
        if found and FUND.search(found[1]):
            return [*stated, Stated("fund", found[1], Place(index, *found.span(1)))]
    return stated


def with_parenthesised(stated: list[Stated], readings: Sequence[Reading]) -> list[Stated]:
    """Where nobody is named, the parentheses that end one of the first passages may: ``题：…（作者 李华）``."""
    if any(one.name == "authors" for one in stated):
        return stated
    for index, one in enumerate(readings[:HEAD]):
        found = PARENTHESISED.search(fold_form(one.source))
        names = list(re.finditer(r"[^ 、,]+", found[1])) if found else []
        if found and all(is_person(name[0]) for name in names):
            at = found.start(1)
            spans = [(at + name.start(), at + name.end()) for name in names]
            return [*stated, *(Stated("authors", one.source[low:high], Place(index, low, high)) for low, high in spans)]
    return stated


def with_closing(stated: list[Stated], readings: Sequence[Reading]) -> list[Stated]:
    """Where nobody is named, the parentheses that end the text may: two people, or one in news, ``…完工。（李华）``."""
    body = [index for index, one in enumerate(readings) if one.role in {None, "paragraph"}]
    if not body or any(one.name == "authors" for one in stated):
        return stated
    last = readings[body[-1]]
    shift = max(0, last.source.find(last.trait.text))
    people = names_at_end(last.trait.text)
    if len(people) == 1 and not is_news(readings):
        return stated  # one name may be of whom a text quotes
    closing = (Stated("authors", one.text, Place(body[-1], one.start + shift, one.end + shift)) for one in people)
    return [*stated, *closing]


def with_notes(stated: list[Stated]) -> list[Stated]:
    """Where no byline and no label names an author, the note on the author does: ``作者简介：李华，男，教授``."""
    if any(one.name == "authors" for one in stated):
        return stated
    added = []
    for one in stated:
        named = NOTED.match(fold_form(one.value)) if one.name == "author_note" else None
        if named and is_person(named[1]):
            start = one.place.start + named.start(1)
            added.append(Stated("authors", named[1], Place(one.place.index, start, start + len(named[1]))))
    return stated + added
