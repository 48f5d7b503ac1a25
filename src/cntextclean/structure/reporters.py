"""
The reporters that a paragraph of news names: behind its dateline, at its start, behind its last sentence.

``（记者李华）``, ``(李华 王伟)``, ``李华、记者王伟上海报道：``, ``记者李华从有关部门获悉``.

It is safe because it only reads.

    >>> [one.text for one in reporters_behind("本报讯（记者李华、王伟）昨天", 3)]
    ['李华', '王伟']
    >>> [one.text for one in reporters_ahead("东方网记者李华3月5日报道：今天")]
    ['李华']
    >>> [one.text for one in reporters_ahead("【环球网报道 记者李华】今天")]
    ['李华']
"""

from __future__ import annotations

import re
from functools import cache

from cntextclean.language.forms import blanked, fold_form, form_part
from cntextclean.structure.byline_people import find_byline
from cntextclean.structure.bylines import find_signature
from cntextclean.structure.names import Name, find_names
from cntextclean.structure.persons import is_person

SEEN = 160
"""Characters at the start of a paragraph that are looked at: a dateline and the names of eight reporters."""
LONGEST_SIGNED = 64
"""Characters of the parentheses that end a paragraph."""
REPORTER = r"(?:[\u4e00-\u9fff“”\"「」《》·—–-]{0,20}?(?:记者|通讯员|特派员|实习生)|文/|作者:|编译)"
IN_PARENTHESES = re.compile(
    rf" {{0,3}}(?:\(( ?{REPORTER}(?:[^()]|\([^()]{{1,8}}\)){{2,90}})(?:\)|$)"
    rf"|【(?P<framed> ?{REPORTER}[^【】]{{2,90}})】)"
)
BARE_NAMES = re.compile(r" {0,3}\(([^()]{2,40})\)")
SPOKEN = re.compile(
    rf" {{0,3}}({REPORTER} ?(?=[^ ])[^。,:;()]{{2,60}}?) ?"
    r"(?:(?:摄影|综合|联合|采访)?报道|采写|摄影|发自[\u4e00-\u9fff]{2,6})[ :,。]"
)
TOLD_BY = re.compile(r" {0,3}([^。:()]{2,60}?报[道导]) ?:")
"""``李华、记者王伟上海报道：``."""
SET_APART = re.compile(
    r" {0,3}(?:(?:(?!记者|通讯员)[\u4e00-\u9fff·]){2,10} )?[\u4e00-\u9fff]{0,6}(?:记者|通讯员) ?(?=[^ ])"
)
"""``记者李华 截至目前，``: people, and behind a blank the text."""
ONE_OF_THEM = re.compile(
    r"(?!从|在|对|就)(?:[\u4e00-\u9fff]{0,4}(?:记者|通讯员|实习生|特派员) ?)?"
    r"([^ \d,。:()、“”\"]{2,12})(?:([ 、]{1,2})|(?=[:“\"]|\d{1,2}[月日]))"
)
IN_FRONT = re.compile(
    r" {0,8}[\u4e00-\u9fff《》·—–-]{1,12}(?:[报网社台刊]|新闻|在线|客户端|财经|传媒|[讯电]|消息|报道) ?"
    rf"\(( ?{REPORTER}[^()]{{2,60}})\) ?(?=[^ ])"
)
"""``某某商报（记者李华）今天``."""
FRAMED = re.compile(r" {0,8}[\[【(] ?([^\[\]【】()]{4,60}) ?[\]】)](?=.)")
"""``【环球网报道 记者李华】今天``."""
CLOSING = re.compile(rf"[。！？!?”」…]{{1,2}} ?\(( ?{REPORTER}[^()。]{{2,80}})\) ?(?:\(完\))? ?$")

UNFRAMED = re.compile(
    r"[。！？!?”」…]{1,2} {0,4}((?:文 ?/ ?)?[\u4e00-\u9fff]{0,8}(?:记者|通讯员) ?[^()。,:]{2,40}?) ?$"
)
"""``今年年底建成。　文/记者李华``."""
KIND = re.compile(r"[(【] ?[\u4e00-\u9fff]{0,8}(?:特稿|专稿|供稿) ?[)】] ?$")
"""What an agency calls what it sends: ``【新华社微特稿】``."""
SIGNED = re.compile(rf"[。！？!?”」…]{{1,2}} ?\( ?([^()。,:]{{2,60}}) ?\) ?(?:\(完\) ?$|{KIND.pattern}|$)")
"""``今年年底建成。（李华 记者 王伟）``."""
ROLE = re.compile(r"记者|通讯员|实习生")
GLUED = re.compile(r"(?<=[\u4e00-\u9fff])(?<!特约)(?<!首席)(?:通讯员|通訊員|实习生|實習生)")


def moved(name: Name, shift: int) -> Name:
    """The name with its place in the text that its part was cut from."""
    return Name(name.text, name.start + shift, name.end + shift)


def reporters_behind(text: str, at: int) -> tuple[Name, ...]:
    """The reporters named right behind a dateline: ``（记者李华）``, ``(李华 赵明)``, ``记者李华报道：``."""
    folded = fold_form(text[: at + SEEN]).replace("**", "  ")
    framed = IN_PARENTHESES.match(folded, at)
    told = TOLD_BY.match(folded, at) if framed is None and "报" in folded else None
    if told and (signed := find_signature(text[told.start(1) : told.end(1)])):
        return tuple(moved(one, told.start(1)) for one in signed)
    for found in (framed, SPOKEN.match(folded, at), _told().match(folded, at)):
        if found and (named := _names_in(text, found)):
            return named
    if named := _set_apart(text, folded, at):
        return named
    found = BARE_NAMES.match(folded, at)
    named = _names_in(text, found) if found else ()
    return named if all(is_person(one.text) for one in named) else ()


def reporters_ahead(text: str) -> tuple[Name, ...]:
    """The reporters named at the start of a paragraph that has no dateline: ``东方网记者李华3月5日报道：``."""
    folded = fold_form(text[:SEEN])
    if (framed := FRAMED.match(folded)) and (signed := find_signature(text[framed.start(1) : framed.end(1)])):
        return tuple(moved(one, framed.start(1)) for one in signed)
    if (placed := IN_FRONT.match(folded)) and (signed := find_signature(text[placed.start(1) : placed.end(1)])):
        return tuple(moved(one, placed.start(1)) for one in signed)
    told = TOLD_BY.match(folded) if "记者" in folded else None
    if not told or "记者" not in told[1]:
        return _set_apart(text, folded, 0)
    return tuple(moved(one, told.start(1)) for one in find_signature(text[told.start(1) : told.end(1)]))


def reporters_at_end(text: str) -> tuple[Name, ...]:
    """
    The reporters named behind the last sentence of a paragraph, mostly in parentheses.

    >>> [one.text for one in reporters_at_end("今年年底建成。　文/记者李华")]
    ['李华']
    >>> [one.text for one in reporters_at_end("今年年底建成。（李华 记者 王伟）")], reporters_at_end("已建成。（李华）")
    (['李华', '王伟'], ())
    """
    cut = max(0, len(text) - SEEN)
    tail = text[cut:]
    folded = fold_form(tail)
    closed = folded.rstrip().endswith(")")
    if closed and (found := CLOSING.search(folded)):
        return tuple(moved(one, cut) for one in _names_in(tail, found))
    named = "记者" in folded or "通讯员" in folded
    if named and (found := UNFRAMED.search(folded)):
        return tuple(moved(one, cut + found.start(1)) for one in find_signature(tail[slice(*found.span(1))]))
    signed = ROLE.search(folded, max(0, len(folded) - LONGEST_SIGNED)) or KIND.search(folded)
    return names_at_end(text) if signed else ()


def names_at_end(text: str) -> tuple[Name, ...]:
    """
    The people alone in the parentheses that end a paragraph, as papers sign short news.

    >>> [one.text for one in names_at_end("今年年底建成。(李华　王伟)")], names_at_end("今年年底建成。（完）")
    (['李华', '王伟'], ())
    """
    cut = max(0, len(text) - SEEN)
    folded = fold_form(text[cut:])
    found = SIGNED.search(folded) if folded.rstrip().endswith((")", "】")) else None
    if not found:
        return ()
    named = find_names(blanked(folded[slice(*found.span(1))], ROLE), expected=True)
    start = cut + found.start(1)
    people = tuple(Name(text[one.start + start : one.end + start], one.start + start, one.end + start) for one in named)
    return people if all(is_person(one.text) for one in named) else ()


def _set_apart(text: str, folded: str, at: int) -> tuple[Name, ...]:
    """The people between a role and a text that a blank parts from them; none where the first is no person."""
    found = SET_APART.match(folded, at)
    names: list[Name] = []
    start = found.end() if found else len(folded)
    while (part := ONE_OF_THEM.match(folded, start)) and is_person(part[1]):
        names.append(Name(text[part.start(1) : part.end(1)], *part.span(1)))
        start = part.end()
        if not part[2]:
            break
    return tuple(names)


@cache
def _told() -> re.Pattern[str]:
    """``记者李华从有关部门获悉``: nothing parts the last name from what its bearer did."""
    person = f"(?:(?:{form_part('surname')})[\u4e00-\u9fff]{{1,2}}|[\u4e00-\u9fff]{{1,8}}?·[\u4e00-\u9fff·]{{1,12}}?)"
    did = r"[“\"「]|从|在|对|就|今|昨|日前|近日|获悉|获知|了解|采访|\d|发自|[,，]|$"
    return re.compile(
        rf" {{0,3}}((?:[\u4e00-\u9fff]{{0,10}})?记者 ?{person}(?:[、, ]{{1,2}}{person}){{0,5}}?) ?(?={did})"
    )


def _names_in(text: str, found: re.Match[str]) -> tuple[Name, ...]:
    start, end = found.span("framed" if found[1] is None else 1)
    if glued := GLUED.search(text, start, end):
        # A cut or a scrape lost the blank between a name and the next role: 记者 李华通讯员 王伟.
        cut = glued.start()
        above, below = find_signature(text[start:cut]), find_signature(text[cut:end])
        if above and below:
            return (*(moved(one, start) for one in above), *(moved(one, cut) for one in below))
    if signed := find_signature(text[start:end]):
        return tuple(moved(one, start) for one in signed)
    return tuple(Name(one.text, one.start + start, one.end + start) for one in find_byline(text[start:end]))
