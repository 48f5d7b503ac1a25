"""
Facts that a document states about itself, each with its place: title, authors, dateline, date, DOI, ISSN, keywords …

Read from labelled lines of front matter, from bylines, datelines and page headers. The same fact stated twice is one
fact with two places. A DOI must have the form of one, an ISSN must carry its check digit, a date must exist, else it
is left out of the metadata (and reported, see :mod:`cntextclean.structure.checks`).

It is safe because it only reads.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> read_facts(read_passages([View("DOI：10.19313/j.cnki.cn10-1223/f.20240417.003")])).metadata
    {'doi': '10.19313/j.cnki.cn10-1223/f.20240417.003'}
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from cntextclean.language.forms import fold_form
from cntextclean.proposals import Place, Stated
from cntextclean.structure.affiliations import INSTITUTION, find_affiliations, is_affiliation, without_affiliations
from cntextclean.structure.byline_people import OUTLET, find_byline, has_role
from cntextclean.structure.byline_words import byline_words
from cntextclean.structure.bylines import find_credits, find_labelled, find_leading, find_signature, find_title_names
from cntextclean.structure.datelines import Dateline, find_closing_dateline, find_dateline, find_filed_title
from cntextclean.structure.field_rows import front_end
from cntextclean.structure.foreign_front import OPENING, front_facts
from cntextclean.structure.identifiers import Piece, cn_span, date_span, doi_span, issn_span
from cntextclean.structure.latin_names import find_latin_names
from cntextclean.structure.names import Name, find_names
from cntextclean.structure.persons import is_no_name, is_person
from cntextclean.structure.reading import DATELINES, Reading
from cntextclean.structure.reporters import reporters_ahead, reporters_at_end
from cntextclean.structure.row_parts import people_of_row
from cntextclean.structure.second_hand import (
    with_citation,
    with_closing,
    with_corporate,
    with_fund,
    with_notes,
    with_own_citation,
    with_parenthesised,
    without_line_number,
    without_stamped,
)
from cntextclean.structure.values import bare_title, read_labelled, read_value, titles_in

Facts = dict[str, str | tuple[str, ...]]
SEVERAL = frozenset({"authors", "authors_en", "translators", "contributors", "affiliations", "keywords", "keywords_en"})
"""Facts that are lists; of the others the first statement stands."""
FEWEST_HAN = 2
"""Han characters of a name: ``李华, John Smith`` is a line of names in both scripts."""
TRANSLATED = re.compile(r"[(（]? ?(?:译 ?者|翻 ?译)")
WRITTEN = re.compile(r"(?:著|编著|主编|撰)(?=\s|$)")
JOURNAL = re.compile(r"《([^《》]{2,30})》 ?(?:网络首发|优先出版|录用定稿)")
ISSUE = re.compile(
    r"《?([\u4e00-\u9fff]{2,14}(?:\([\u4e00-\u9fff]{2,8}\))?)》? {0,4}"
    r"((?:19|20)\d{2} ?年? ?,? ?第? ?\d{1,3} ?[期卷][^\n]{0,16})$"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """Title and metadata of a document, and each fact where it is stated."""

    title: str = ""
    metadata: Facts = field(default_factory=dict)
    stated: tuple[Stated, ...] = ()


def read_facts(readings: Sequence[Reading]) -> Statement:
    """Title and metadata as the passages, with their final roles, state them. What is stated first stands."""
    stated = [one for index, reading in enumerate(readings) for one in _statements(index, reading)]
    stated = with_own_citation(without_line_number(without_stamped(stated, readings), readings), readings)
    stated = with_closing(with_parenthesised(with_notes(stated), readings), readings)
    stated = with_fund(with_citation(with_corporate(stated, readings)), readings)
    if not any(one.name == "authors" for one in stated):
        stated = [Stated("authors", one.value, one.place) if one.name == "authors_en" else one for one in stated]
    printed = {index for index, one in enumerate(readings) if one.role == "title"}
    titles = [one.value for one in stated if one.name == "title" and one.place.index in printed]
    titles = titles or [one.value for one in stated if one.name == "title"]
    metadata: Facts = {}
    for one in stated:
        if one.name in SEVERAL:
            known = metadata.setdefault(one.name, ())
            if one.value not in known:
                metadata[one.name] = (*known, one.value)
        elif one.name != "title":
            metadata.setdefault(one.name, one.value)
    title = titles[0] if titles else str(metadata.pop("title_en", ""))
    if not titles and title:
        stated = [Stated("title", one.value, one.place) if one.name == "title_en" else one for one in stated]
    return Statement(title, dict(sorted(metadata.items())), tuple(stated))


def _statements(index: int, one: Reading) -> Iterator[Stated]:
    """What one passage states, in offsets of the text it was shown as."""
    shift = max(0, one.source.find(one.trait.text))
    for name, piece in _pieces(one):
        if piece.value:
            yield Stated(name, piece.value, Place(index, piece.start + shift, piece.end + shift))


def _pieces(one: Reading) -> Iterator[tuple[str, Piece]]:
    text, role = one.trait.text, one.role
    if one.label is not None:
        yield from read_labelled(one.label, text)
    elif role == "title":
        yield from _titles(one)
    elif role in {"metadata", "keywords", "footnote", "abstract", "reference"}:
        yield from _labelled(one)
    elif role == "byline":
        yield from _bylines(one)
    elif role == "furniture":
        yield from front_facts(text) if text.startswith(OPENING) else _dates(text)
    elif role in {None, "paragraph"}:
        yield from _news(one)


def _titles(one: Reading) -> Iterator[tuple[str, Piece]]:
    """A title, and the dateline before it where an agency sets one: ``新华社北京12月19日电题：提振信心``."""
    text = one.trait.text
    filed = find_filed_title(text)
    if filed is None:
        yield from _named("authors", find_title_names(text)[0])
        yield ("title_en" if one.trait.is_latin else "title"), bare_title(text)
        return
    found, start = filed
    yield from _dateline(found)
    yield "title", Piece(text[start:], start, len(text))


def _labelled(one: Reading) -> Iterator[tuple[str, Piece]]:
    """Labelled values, and identifiers that need no label."""
    text = one.trait.text
    if one.role == "abstract" and not one.trait.form_name.startswith("abstract"):
        head = text[: front_end(text)]
        yield from _named("authors", find_names(without_affiliations(head), expected=True))
        yield from (("affiliations", Piece(part.text, part.start, part.end)) for part in find_affiliations(head))
        return
    if filed := find_filed_title(text):
        yield from _dateline(filed[0])
        return
    found = [pair for pair in read_value(text) if one.role != "reference" or pair[0] in {"publication", "issue"}]
    yield from found
    if one.role != "metadata":
        return
    folded = fold_form(text)
    names = {name for name, _ in found}
    if one.trait.marker == "source" and "authors" not in names:
        yield from _named("authors", find_labelled(text))
    bare = one.trait.form_name == "issn-bare"
    known = (("issn", issn_span(folded, labelled=not bare)), ("cn", cn_span(folded)), ("doi", doi_span(folded)))
    for name, piece in known:
        if piece and name not in names:
            yield name, piece
    journal = JOURNAL.match(folded) or (ISSUE.match(folded) if not found else None)
    if journal:
        yield "publication", Piece(text[journal.start(1) : journal.end(1)], *journal.span(1))
        if journal.re is ISSUE:
            yield "issue", Piece(text[journal.start(2) : journal.end(2)].strip(), *journal.span(2))
    if not names & {"date", "received", "first_online"} and len(folded) <= 90 and "citation" not in names:
        yield from _dates(text)


def _dates(text: str) -> Iterator[tuple[str, Piece]]:
    if piece := date_span(fold_form(text)):
        yield "date", piece


def _bylines(one: Reading) -> Iterator[tuple[str, Piece]]:
    """Names and institutions of a byline."""
    text = one.trait.text
    if one.trait.is_latin and one.trait.han < FEWEST_HAN:
        yield from _named("authors_en", () if is_affiliation(text) else find_latin_names(text))
        return
    titles = titles_in(text)
    yield from titles
    yield from (("affiliations", Piece(part.text, part.start, part.end)) for part in find_affiliations(text))
    bare = without_affiliations(text)
    name = "translators" if TRANSLATED.match(bare) else "contributors" if _staff().match(bare) else "authors"
    credited = find_credits(bare)
    if credited and not (name == "contributors" and {kind for _, kind in credited} == {"editor"}):
        took_part = [one for one, kind in credited if kind == "contributor"]
        yield from _named("authors", (one for one in find_signature(bare) if one not in took_part))
        yield from _named("translators", (one for one, kind in credited if kind == "translator"))
        yield from _named("contributors", took_part)
        yield from _closing(bare)
        return
    if labelled := find_labelled(text):
        yield from _named("authors", labelled)
        return
    written = WRITTEN.search(bare) if one.trait.form_name == "written-by" else None
    if written:
        yield from _named("authors", find_names(bare[: written.end()], expected=True))
        rest = " " * written.end() + bare[written.end() :]
        yield from _named("translators", find_names(rest, expected=True))
        return
    yield from _named(name, tuple(_byline_people(bare)) or people_of_row(text) or find_leading(text))
    yield from _closing(bare)


@cache
def _staff() -> re.Pattern[str]:
    """What begins a line of people who made a text possible and wrote none of it."""
    return re.compile(rf"[(（]? ?(?:{byline_words()['staff']}|摄 ?影)")


def _byline_people(text: str) -> Iterable[Name]:
    """The people of a byline: what its labels name, else what has the shape of a person."""
    bare = text.strip()
    if bare[:1] in "(（" and bare[-1:] in ")）" and len(bare) > 2:
        text = re.sub(r"[()（）]", " ", text)
    if has_role(text):
        return find_byline(text)
    listed = find_names(text, expected=True)
    names = tuple(one for one in listed if not (OUTLET.fullmatch(one.text) or is_no_name(one.text)))
    if names or re.search(INSTITUTION, text):
        return names
    return [one for one in find_byline(text) if is_person(one.text)]


def _news(one: Reading) -> Iterator[tuple[str, Piece]]:
    """Datelines and reporters of a paragraph."""
    found = find_dateline(one.trait.text) if one.trait.form_name in DATELINES else None
    if found:
        yield from _dateline(found)
    else:
        yield from _named("authors", reporters_ahead(one.trait.text))
        yield from _closing(one.trait.text)
    yield from _named("authors", reporters_at_end(one.trait.text))


def _closing(text: str) -> Iterator[tuple[str, Piece]]:
    """The dateline that closes a text, or stands on its own row."""
    found = find_closing_dateline(text)
    return _dateline(found) if found else iter(())


def _dateline(found: Dateline) -> Iterator[tuple[str, Piece]]:
    yield "dateline", Piece(found.text, found.start, found.end)
    for name, part in (("agency", found.agency), ("place", found.place), ("date", found.date)):
        yield f"dateline_{name}", Piece(part.text, part.start, part.end)
    yield from _named("authors", found.names)


def _named(name: str, people: Iterable[Name]) -> Iterator[tuple[str, Piece]]:
    return ((name, Piece(one.text, one.start, one.end)) for one in people)
