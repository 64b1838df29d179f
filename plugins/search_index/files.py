# SPDX-License-Identifier: AGPL-3.0-or-later
"""The search's files: which there are, what is in each, and the form in which a browser loads them.

Nearly all are classic scripts, the one form that a page opened from disk may load. Each calls the function
`archiveSearch`, which the browser code sets up, with the file's name and its content. They lie in a folder that is
named by their contents, so that a browser never reads one of yesterday's with one of today's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from .analyser import terms_of
from .citations import scripts_of_citations
from .columns import KINDS, column_of_dates, column_of_names, find_names
from .occurrences import FIELDS, Analysis, Numbers, Words, analyse_words, in_order_of, read_words
from .packs import as_json, pack_documents, scripts_of_documents
from .phrases import STOP_WORDS, find_positions
from .postings import TEXT, by_length, find_postings
from .shards import Shards, ending_shards, position_shards, term_shards
from .streams import as_text, varints

if TYPE_CHECKING:
    from .documents import Document

# A hit in a title says more than one in the text; not much more, or long questions find titles alone.
# These make Lunr's scores; the box ranks what Lunr finds anew, by browser/search/ranking.js.
BOOSTS = {"title": 2, "text": 1, "author": 1.5, "topic": 1.5, "source": 1}
K1, B = 1.2, 0.75


Files = Iterator[tuple[str, bytes]]


def write_search_files(
    folder: Path, documents: Sequence[Document], for_a_host: bool, synonyms: Sequence[Sequence[str]] = ()
) -> None:
    """Write manifest.js into `folder`, and all else into a folder in it. Files `for_a_host` are read by range too."""
    edition = _Edition(folder)
    documents, words, analysis = in_index_order(documents)
    lengths = analysis.lengths(words, len(documents))
    postings = find_postings(words, analysis, len(documents))
    terms = term_shards(postings, len(documents))
    edition.write(_shard_scripts("terms", terms.contents))
    edition.write(_with_starts("endings", ending_shards(postings.terms)))
    del postings, analysis  # all columns at once take a gigabyte in an archive of 20,000
    edition.write(_positions(words, len(documents)))
    del words
    edition.write(_displays(documents, for_a_host))
    edition.write(_columns(documents))
    edition.finish(
        {
            "documents": len(documents),
            "fields": FIELDS,
            "boosts": [BOOSTS[field] for field in FIELDS],
            "k1": K1,
            "b": B,
            "averages": _averages(lengths),
            "lengths": _lengths_of_texts(lengths[:, TEXT]),
            "terms": terms.starts,
            "languages": sorted({"en" if document.stemmed else "other" for document in documents}),
            "synonyms": synonyms,
            "packs": for_a_host,
        }
    )


class _Edition:
    """Files that are written as they are made, and named by what was written once the last is."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._unnamed = folder / "unfinished"
        self._digest = hashlib.sha256()
        self._unnamed.mkdir(parents=True)

    def write(self, files: Iterable[tuple[str, bytes]]) -> None:
        for name, content in files:
            path = self._unnamed / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            self._count(name, content)

    def finish(self, manifest: dict[str, object]) -> None:
        self._count("manifest.js", _script("manifest", manifest))
        name = self._digest.hexdigest()[:12]
        self._unnamed.rename(self._folder / name)
        (self._folder / "manifest.js").write_bytes(_script("manifest", manifest | {"edition": name}))

    def _count(self, name: str, content: bytes) -> None:
        self._digest.update(f"{name} {len(content)}\n".encode())
        self._digest.update(content)


def in_index_order(documents: Sequence[Document]) -> tuple[list[Document], Words, Analysis]:
    """The documents as the index numbers them, with their words in that order and the analysis of these."""
    words = read_words(documents)
    analysis = analyse_words(words, terms_of)
    places = by_length(words, analysis, len(documents))
    return [documents[place] for place in places], in_order_of(words, places), analysis


def _positions(words: Words, documents: int) -> Files:
    positions = find_positions(words)
    more = {"runs": positions.frequent_runs, "stops": STOP_WORDS}
    yield from _with_starts("words", position_shards(positions, documents), more)


def _displays(documents: Sequence[Document], for_a_host: bool) -> Files:
    yield from _shard_scripts("documents", ((content,) for content in scripts_of_documents(documents)))
    yield from _shard_scripts("citations", ((content,) for content in scripts_of_citations(documents)))
    if for_a_host:
        packs = pack_documents(documents)
        yield from ((f"packs/{number}.bin", content) for number, content in enumerate(packs.contents))
        yield from _shard_scripts("sizes", ((table,) for table in packs.size_tables))


def _averages(lengths: Numbers) -> list[float]:
    """As Lunr's builder has them: of each field over all documents."""
    return [total / max(len(lengths), 1) for total in lengths.sum(axis=0).tolist()]


def _lengths_of_texts(lengths: Numbers) -> str:
    """Ascending lengths as pairs: how much longer, and how many documents are so long."""
    different, times = np.unique(lengths, return_counts=True)
    pairs = np.stack([np.diff(different, prepend=0), times], axis=1)
    return as_text(varints(pairs.ravel()).content.tobytes())


def _columns(documents: Sequence[Document]) -> Files:
    names = {kind: find_names(documents, kind) for kind in KINDS}
    columns = {kind: column_of_names(documents, kind, names[kind]) for kind in KINDS}
    columns["date"] = column_of_dates(documents)
    yield from ((f"columns/{kind}.js", _script(f"columns/{kind}", as_text(*it))) for kind, it in columns.items())
    yield "names.js", _script("names", as_text(as_json({kind: names[kind].listed() for kind in KINDS})))


def _with_starts(kind: str, shards: Shards, more: Mapping[str, object] | None = None) -> Files:
    yield from _shard_scripts(kind, shards.contents)
    yield f"{kind}/starts.js", _script(f"{kind}/starts", {"starts": shards.starts, **(more or {})})


def _shard_scripts(kind: str, contents: Iterable[tuple[bytes, ...]]) -> Files:
    """Scripts of which each has the parts of one piece."""
    for number, parts in enumerate(contents):
        name = f"{kind}/{number}"
        yield f"{name}.js", _script(name, as_text(*parts))


def _script(name: str, content: object) -> bytes:
    told = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'archiveSearch("{name}",{told});\n'.encode("utf-8", "surrogatepass")
