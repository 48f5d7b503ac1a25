"""
Facts that a document states about itself: title, authors, dateline, date, DOI, ISSN, keywords …

Read from the labelled lines of front matter, from bylines, datelines and page headers. The same fact stated twice is
kept once. A DOI must have the form of one, an ISSN must carry its check digit, a date must exist, else it is left out.

It is safe because it only reads.

    >>> from cntextclean.proposals import View
    >>> from cntextclean.structure.reading import read_passages
    >>> read_facts(read_passages([View("DOI：10.19313/j.cnki.cn10-1223/f.20240417.003")])).metadata
    {'doi': '10.19313/j.cnki.cn10-1223/f.20240417.003'}
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cntextclean.language.forms import fold_form
from cntextclean.structure.frontmatter import is_affiliation
from cntextclean.structure.identifiers import find_cn, find_date, find_doi, find_issn
from cntextclean.structure.names import byline_names
from cntextclean.structure.reading import Reading

Facts = dict[str, str | tuple[str, ...]]
LABELLED = {
    "中图分类号": "classification", "中图法分类号": "classification", "分类号": "classification",
    "文献标识码": "document_code", "文献标志码": "document_code", "文章编号": "article_number", "基金项目": "fund",
    "资助项目": "fund", "项目基金": "fund", "基金资助": "fund", "课题项目": "fund", "引用格式": "citation",
    "引用本文": "citation", "本文引用格式": "citation", "收稿日期": "received", "修回日期": "revised",
    "录用日期": "accepted", "网络首发日期": "first_online", "网络出版时间": "first_online",
    "网络出版日期": "first_online", "作者简介": "author_note", "通讯作者": "corresponding_author",
    "通信作者": "corresponding_author", "作者单位": "affiliation", "发文字号": "document_number",
    "索引号": "index_number", "成文日期": "date", "发布日期": "date", "发布时间": "date", "来源": "publication",
    "刊名": "publication", "JEL": "jel",
}  # fmt: skip
DATED = frozenset({"received", "revised", "accepted", "first_online", "date"})
LABEL = re.compile(r"[\[【(*]?([A-Za-z\u4e00-\u9fff]{2,8})[^:\]】)]{0,16}?[\]】)]? ?:? ?")
DATELINE = re.compile(
    r"[【\[(]?((?:据)?(?:本报|本刊|本网|新华社|中新社|中新网|中国新闻网|人民网|法新社|路透社|美联社|共同社|中央社|晨报|晚报)"
    r"[^。;()\s]{0,24}?(?:\d{1,2}日|今日|昨日|今天|专)? ?(?:电|讯|消息|综合报道))"
)
KEYWORD_BREAK = re.compile(r"[;；,，、]|\s{2,}|(?<=[\u4e00-\u9fff])\s(?=[\u4e00-\u9fff])")


@dataclass(frozen=True, slots=True)
class Statement:
    """Title and metadata of a document."""

    title: str = ""
    metadata: Facts = field(default_factory=dict)


def read_facts(readings: Sequence[Reading]) -> Statement:
    """Title and metadata as the passages, with their final roles, state them. What is stated first stands."""
    titles = [one.trait.text for one in readings if one.role == "title" and not one.trait.is_latin]
    metadata: Facts = {}
    for key, value in _statements(readings):
        if value:
            metadata.setdefault(key, value)
    authors = _authors(readings)
    if authors:
        metadata["authors"] = authors
    english = [one.trait.text for one in readings if one.role == "title" and one.trait.is_latin]
    if titles and english:
        metadata["title_en"] = english[0]
    return Statement((titles or english or [""])[0], dict(sorted(metadata.items())))


def _statements(readings: Sequence[Reading]) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    for one in readings:
        text, folded = one.trait.text, one.trait.folded
        if one.role == "metadata":
            yield from _labelled(text, folded)
            yield from _identified(folded)
        elif one.role == "keywords":
            yield ("keywords_en" if one.trait.is_latin else "keywords"), _keywords(text)
        elif one.role == "furniture":
            yield "date", find_date(folded)
        elif one.trait.form_name in {"dateline-paper", "dateline-agency"}:
            found = DATELINE.match(folded)
            yield "dateline", text[found.start(1) : found.end(1)].strip() if found else ""


def _labelled(text: str, folded: str) -> Iterator[tuple[str, str]]:
    found = LABEL.match(folded)
    if not found:
        return
    label = found[1]
    key = LABELLED.get(label) or next((name for mark, name in LABELLED.items() if label.startswith(mark)), "")
    if key:
        value = text[_value_start(folded) :].strip()
        yield key, (find_date(fold_form(value)) if key in DATED else "") or value


def _value_start(folded: str) -> int:
    """Offset of what follows the label: after its colon or its closing bracket."""
    marks = [folded.find(mark) for mark in ":】]" if 0 < folded.find(mark) < 24]
    return min(marks) + 1 if marks else 0


def _identified(folded: str) -> Iterator[tuple[str, str]]:
    yield "doi", find_doi(folded)
    yield "issn", find_issn(folded)
    yield "cn", find_cn(folded)
    journal = re.match(r"《([^《》]{2,30})》 ?(?:网络首发|优先出版|录用定稿)", folded)
    yield "publication", journal[1] if journal else ""
    yield "date", find_date(folded) if len(folded) <= 20 else ""


def _keywords(text: str) -> tuple[str, ...]:
    start = _value_start(fold_form(text))
    return tuple(
        part.strip(" 　.。") for part in KEYWORD_BREAK.split(text[start:].strip()) if part and part.strip(" 　.。")
    )


def _authors(readings: Sequence[Reading]) -> tuple[str, ...]:
    """Names of all bylines in Chinese, else of the label 作者：, each once, in order."""
    lines = [one for one in readings if one.role == "byline" and not one.trait.is_latin]
    labelled = [one for one in readings if one.role == "metadata" and one.trait.form_name == "author-label"]
    texts = [one.trait.text for one in (*labelled, *lines) if not is_affiliation(one.trait.text)]
    names = [name for text in texts for name in byline_names(text)]
    inline = [name for one in readings for name in _inline_reporters(one)]
    return tuple(dict.fromkeys([*names, *inline]))


def _inline_reporters(one: Reading) -> tuple[str, ...]:
    """``本报讯（记者 马亚宁）上海市…`` names its reporter."""
    if one.trait.form_name not in {"dateline-paper", "dateline-agency"}:
        return ()
    found = re.match(r".{0,40}?\(((?:[^()]{0,12}记者|通讯员)[^()]{2,40})\)", one.trait.folded)
    return byline_names(found[1]) if found else ()
