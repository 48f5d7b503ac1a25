"""
An archive of texts on disk: add a day's pages, ask what of a text it holds.

The folder holds a manifest and segments; nothing in it is executed, and segments never change. An ``Index`` is a view
of the archive as it was when it was opened: changes by others are seen when it is opened again.

    >>> import tempfile
    >>> folder = Path(tempfile.mkdtemp()) / "archive"
    >>> text = (
    ...     "面对外部环境的不确定性，长三角以自身工作的确定性来应对。推动区域市场高效畅通和规模拓展，"
    ...     "各地以变应变、见招拆招，会场外展现出经济韧性和潜力。通过要素赋能，把可能变成可以，引发热议。"
    ... )
    >>> index = Index.build(folder, [("1998-01-02/1", text), ("1998-01-02/2", "制造业是长三角的金字招牌。")])
    >>> len(index), "1998-01-02/1" in index
    (2, True)
    >>> [(known.document, known.relation) for known in index.query("会场内。" + text, limit=5).known]
    [('1998-01-02/1', 'near')]
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from cntextclean.config import Config
from cntextclean.index import changes
from cntextclean.index.asking import answer, keys_in_bands, related, similar_paragraphs
from cntextclean.index.check import check_index
from cntextclean.index.columns import damaged
from cntextclean.index.header import header_of, require_same, settings_of
from cntextclean.index.interchange import lean_minhashes, new_lsh, values_in, values_of
from cntextclean.index.manifest import FOLDER, info_of, read_manifest
from cntextclean.index.model import Answer, CheckedFile, Entry, Info, Related, Report, Similar, as_entry
from cntextclean.index.removal import remove
from cntextclean.index.sketch import Numbers
from cntextclean.model import Document
from cntextclean.repeats.corpus import Record

if TYPE_CHECKING:
    from datasketch import LeanMinHash, MinHash, MinHashLSH

MEMORY = 1 << 30
"""Bytes that building may take by default."""
LIMIT = 20
"""Documents of the archive that a text is compared with at most by default, the likeliest first."""
MISSED = 3
"""Times that the manifest is read again when a compaction took its segments away meanwhile."""

Text = tuple[str, str] | Record | Document | Entry


class Index:
    """An archive of texts; ``digest`` changes with what it holds. See the module for an example."""

    def __init__(self, folder: str | Path, config: Config | None = None) -> None:
        self.folder = Path(folder)
        self._config = config or Config()
        self._given = config
        self._load()

    @classmethod
    def open(cls, folder: str | Path, config: Config | None = None) -> Index:
        """
        Open an index; with a configuration, its parameters of shingles and bands must be those of the index.

        Raises :class:`~cntextclean.errors.ArchiveError`, which names every field that differs, or what is damaged.
        """
        return cls(folder, config)

    @classmethod
    def build(
        cls, folder: str | Path, texts: Iterable[Text], config: Config | None = None, *, memory: int = MEMORY
    ) -> Index:
        """
        A new index of texts: pairs of id and text, records or documents, in any order; ``memory`` in bytes.

        Raises :class:`~cntextclean.errors.UsageError` where the folder holds something else already.
        """
        changes.create(Path(folder), map(as_entry, texts), (config or Config()).repeats, memory)
        return cls(folder, config)

    def add(self, texts: Iterable[Text], *, memory: int = MEMORY) -> Report:
        """
        Add texts; those that are there with the same id and text are counted, those whose id has another text fail.

        Raises :class:`~cntextclean.errors.OutputError` where another process is writing, or the disk is full; then the
        index is as it was.
        """
        report = changes.extend(self.folder, map(as_entry, texts), memory)
        self._load()
        return report

    def remove(self, ids: Iterable[str]) -> int:
        """
        Take documents out; how many. Their texts stay in the files until the index is compacted, and an id may be added
        again, with any text.

        Raises :class:`~cntextclean.errors.UsageError` where there is none of such an id; then nothing is taken out.
        """
        number = remove(self.folder, ids)
        self._load()
        return number

    def compact(self, *, memory: int = MEMORY) -> tuple[int, int]:
        """Make one segment of many, as far as memory allows; the number of segments before and after."""
        counts = changes.compact(self.folder, memory)
        self._load()
        return counts

    def query(self, text: str | Text, *, limit: int = LIMIT) -> Answer:
        """
        What the archive holds of a text, every passage verified, with its places in both.

        ``limit``: documents that the text is compared with at most. A document of the archive with the id of a record
        that is asked about is compared, too.
        """
        entry = Entry("", text) if isinstance(text, str) else as_entry(text)
        with self._trusted():
            return answer(self._segments, entry, self._settings, limit)

    def related(self, texts: Iterable[str | Text], *, limit: int = LIMIT) -> Related:
        """
        The documents that may share text with any of the texts, ``limit`` for each at most, the likeliest: what
        :func:`~cntextclean.repeats.corpus.deduplicate` is given as ``against``. Their ids are ``FOLDER:ID``.
        """
        entries = (Entry("", text) if isinstance(text, str) else as_entry(text) for text in texts)
        with self._trusted():
            found, unchecked = related(self._segments, entries, self._settings, limit)
        name = self.folder.resolve().name
        records = tuple(Record(f"{name}:{one.id}", one.text, roles=one.units) for one in found)
        return Related(records, unchecked)

    def similar(self, text: str, jaccard: float | None = None) -> tuple[Similar, ...]:
        """
        Paragraphs of the archive whose letter shingles have at least this Jaccard similarity (0 to 1; none: that of the
        configuration) with those of ``text``, taken as one paragraph; found by bands, verified by the texts, the most
        similar first.
        """
        least = self._settings.jaccard if jaccard is None else jaccard
        with self._trusted():
            return similar_paragraphs(self._segments, text, self._settings, least)

    def keys_alike(self, minhash: MinHash | LeanMinHash) -> tuple[str, ...]:
        """The keys (``ID#PARAGRAPH``) that agree with a signature in a band: those that ``MinHashLSH`` returns."""
        _, rows = values_of([("query", minhash)], self._settings)
        with self._trusted():
            return keys_in_bands(self._segments, rows, self._settings)

    def minhashes(self) -> Iterator[tuple[str, LeanMinHash]]:
        """Every signature as datasketch's ``LeanMinHash``, with its key ``ID#PARAGRAPH``."""
        for segment in self._segments:
            yield from lean_minhashes(segment, self._settings)

    def to_lsh(self) -> MinHashLSH:
        """A ``MinHashLSH`` of all signatures, in memory (13 KiB a paragraph)."""
        lsh = new_lsh(self._settings)
        for key, minhash in self.minhashes():
            lsh.insert(key, minhash)
        return lsh

    def add_minhashes(
        self, signed: Mapping[str, MinHash | LeanMinHash] | Iterable[tuple[str, MinHash | LeanMinHash]]
    ) -> Report:
        """
        Add signatures without texts. What is like them is told as an estimate, since nothing can verify it.

        Raises :class:`~cntextclean.errors.UsageError` where scheme, seed or permutations are not those of the index.
        """
        keys, rows = values_of(signed, self._settings)
        return self._import(keys, rows, self._settings.permutations)

    def add_lsh(self, lsh: MinHashLSH) -> Report:
        """The same for all that a ``MinHashLSH`` in memory holds."""
        return self._import(*values_in(lsh, self._settings))

    def verify(self, *, deep: bool = False) -> Iterator[CheckedFile]:
        """Each file with everything that is wrong with it; ``deep``: also what each text is found by."""
        return check_index(self.folder, deep=deep)

    def info(self) -> Info:
        """The index in numbers, with all its parameters."""
        return info_of(self.folder)

    def ids(self) -> Iterator[str]:
        """The ids of all documents, ascending."""
        return heapq.merge(*(map(segment.id_of, segment.numbers()) for segment in self._segments))

    def entries(self) -> Iterator[Entry]:
        """All texts, as they were added."""
        return changes.entries_of(self._segments)

    def text(self, identity: str) -> str:
        """The text of a document. Raises :class:`KeyError` where there is none of that id."""
        for segment in self._segments:
            number = segment.find(identity)
            if number >= 0 and segment.has_text(number):
                return segment.text_of(number)
        raise KeyError(identity)

    def __contains__(self, identity: object) -> bool:
        return isinstance(identity, str) and any(segment.find(identity) >= 0 for segment in self._segments)

    def __len__(self) -> int:
        return sum(len(segment) - len(segment.gone) for segment in self._segments)

    def __repr__(self) -> str:
        return f"<Index {str(self.folder)!r}: {len(self):,} documents in {len(self._segments)} segments>"

    def _load(self) -> None:
        """The archive as it is now."""
        missing = ""
        for _ in range(MISSED):
            manifest = read_manifest(self.folder)
            if self._given is None:
                changes.require_fitting(self.folder, manifest.header)
            else:
                require_same(self.folder, header_of(self._given.repeats), manifest.header)
            try:
                self._segments = changes.open_segments(self.folder, manifest)
            except FileNotFoundError as problem:
                missing = Path(problem.filename).name
                continue
            self._settings = settings_of(manifest.header, self._config.repeats)
            self.digest = manifest.check
            return
        raise damaged(self.folder / FOLDER / missing, "is missing")

    @contextmanager
    def _trusted(self) -> Iterator[None]:
        """Damage that shows only when numbers are used, as an error that names the index."""
        try:
            yield
        except (IndexError, ValueError) as problem:
            raise damaged(self.folder, f"holds numbers that do not fit together ({problem})") from problem

    def _import(self, keys: list[str], rows: Numbers, known: int) -> Report:
        report = changes.import_signatures(self.folder, keys, rows, known)
        self._load()
        return report
