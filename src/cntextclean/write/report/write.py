"""
The report on disk: one page, or a front and a page for each document where there are many, with one style sheet.

Every file appears whole or not at all; names of pages are digests, so no document's id can choose where to write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path
from urllib.parse import quote

from cntextclean.model import Document, Repeat
from cntextclean.write.atomic import write_whole, writing
from cntextclean.write.report.links import PAGE, SHEET, ManyPages, OnePage, page_name
from cntextclean.write.report.pages import NO_RULES, render_absent, render_page, render_report, render_sheet
from cntextclean.write.report.rulebook import Numbers, Rulebook
from cntextclean.write.report.sharing import Map, draw
from cntextclean.write.report.summary import RunSummary, Summary, sum_up
from cntextclean.write.report.views import Sources, view_of

MOST_ON_ONE_PAGE = 200
"""Documents beyond which each gets its own page: 200 of the seeds' kind make 9 MB of HTML, which opens in 2 s."""


def write_report(
    documents: Iterable[Document],
    sources: Sources | None,
    output: Path,
    *,
    run: RunSummary | None = None,
    repeats: Iterable[Repeat] = (),
) -> list[Path]:
    """
    Write the report of ``documents`` to ``output`` and return the files written, the front first.

    ``sources`` gives the decoded source of a document id where it is at hand (line numbers need it; all else is
    rebuilt from the documents). ``repeats`` are findings about copies across documents that the documents do not hold
    themselves. Documents are taken one at a time: beyond 200, only figures are kept of those already written.
    Raises :class:`~cntextclean.errors.OutputError` where a file cannot be written and
    :class:`~cntextclean.errors.TraceError` where a document contradicts itself.
    """
    run = run or RunSummary()
    stream = _distinct(documents)
    first = list(islice(stream, MOST_ON_ONE_PAGE + 1))
    if len(first) > MOST_ON_ONE_PAGE:
        return _write_many(chain(first, stream), sources, output, run, repeats)
    links, rulebook = OnePage(document.id for document in first), Rulebook(first)
    views = [view_of(document, rulebook, links, sources) for document in first]
    corpus = sum_up([view.summary for view in views])
    sharing = _map(corpus.summaries, repeats)
    page = render_report(views, corpus=corpus, run=run, sharing=sharing, links=links, rulebook=rulebook)
    write_whole(output, page)
    _remove_stale(output, set())
    return [output]


def _write_many(
    documents: Iterable[Document], sources: Sources | None, output: Path, run: RunSummary, repeats: Iterable[Repeat]
) -> list[Path]:
    folder = _folder_of(output)
    back = "../" + quote(output.name)
    links, numbers = ManyPages(), Numbers()
    summaries: dict[str, Summary] = {}
    previous: str | None = None
    for document, following in _with_next(documents):
        rulebook = Rulebook([document], numbers)
        view = view_of(document, rulebook, links, sources)
        name = page_name(document.id)
        summaries[document.id] = view.summary
        following_page = page_name(following.id) if following else None
        page = render_page(view, rulebook, sheet=SHEET, back=back, previous=previous, following=following_page)
        write_whole(folder / name, page)
        previous = name
    front = ManyPages(folder.name)
    corpus = sum_up(list(summaries.values()))
    sharing = _map(corpus.summaries, repeats)
    page = render_report((), corpus=corpus, run=run, sharing=sharing, links=front, rulebook=NO_RULES)
    write_whole(output, page)
    absent = [name for name in dict.fromkeys([*links.asked, *front.asked]) if name not in summaries]
    for name in absent:
        write_whole(folder / page_name(name), render_absent(name, back, SHEET))
    write_whole(folder / SHEET, render_sheet(numbers))
    pages = [*(folder / page_name(name) for name in [*summaries, *absent]), folder / SHEET]
    _remove_stale(output, {page.name for page in pages})
    return [output, *pages]


def _folder_of(output: Path) -> Path:
    return output.with_name(f"{output.stem}-pages")


def _remove_stale(output: Path, current: set[str]) -> None:
    """Take away the pages of an earlier report, last of all, so that no link ever leads nowhere; no other file."""
    folder = _folder_of(output)
    if folder.is_symlink() or not folder.is_dir():
        return
    with writing(folder):
        for path in folder.iterdir():
            if (PAGE.fullmatch(path.name) or path.name == SHEET) and path.name not in current:
                path.unlink()
        if not any(folder.iterdir()):
            folder.rmdir()


def _distinct(documents: Iterable[Document]) -> Iterator[Document]:
    """The documents, those whose id another has already under a name of their own: none may hide another."""
    seen: Counter[str] = Counter()
    for document in documents:
        seen[document.id] += 1
        again = seen[document.id] > 1
        yield replace(document, id=f"{document.id} ({seen[document.id]})") if again else document


def _with_next(documents: Iterable[Document]) -> Iterator[tuple[Document, Document | None]]:
    """Each document with the one after it."""
    stream = iter(documents)
    current = next(stream, None)
    while current is not None:
        following = next(stream, None)
        yield current, following
        current = following


def _map(summaries: Iterable[Summary], repeats: Iterable[Repeat]) -> Map:
    return draw(chain((one for summary in summaries for one in summary.crossings), repeats))
