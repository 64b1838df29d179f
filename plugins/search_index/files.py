# SPDX-License-Identifier: AGPL-3.0-or-later
"""The search's files: which there are, what is in each, and the form in which a browser loads them.

Nearly all are classic scripts, the one form that a page opened from disk may load. Each calls the function
`archiveSearch`, which the browser code sets up, with the file's name and its content. They lie in a folder that is
named by their contents, so that a browser never reads one of yesterday's with one of today's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
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
BOOSTS = {"title": 2, "text": 1, "author": 1.5, "topic": 1.5, "source": 1}
K1, B = 1.2, 0.75


def write_search_files(
    folder: Path, documents: Sequence[Document], for_a_host: bool, synonyms: Sequence[Sequence[str]] = ()
) -> None:
    """Write manifest.js into `folder`, and all else into a folder in it. Files `for_a_host` are read by range too."""
    manifest, files = search_files(documents, for_a_host, synonyms)
    edition = _edition({"manifest.js": _script("manifest", manifest), **files})
    for name, content in files.items():
        path = folder / edition / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (folder / "manifest.js").write_bytes(_script("manifest", manifest | {"edition": edition}))


def search_files(
    documents: Sequence[Document], for_a_host: bool, synonyms: Sequence[Sequence[str]] = ()
) -> tuple[dict[str, object], dict[str, bytes]]:
    """What manifest.js says, but for the edition; then the other files by their names."""
    documents, words, analysis = in_index_order(documents)
    lengths = analysis.lengths(words, len(documents))
    postings = find_postings(words, analysis, len(documents))
    terms = term_shards(postings, len(documents))
    files = _shard_scripts("terms", terms.contents) | _with_starts("endings", ending_shards(postings.terms))
    del postings, analysis  # all columns at once take a gigabyte in an archive of 20,000
    files |= _positions(words, len(documents))
    del words
    files |= _displays(documents, for_a_host) | _columns(documents)
    manifest = {
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
    return manifest, files


def in_index_order(documents: Sequence[Document]) -> tuple[list[Document], Words, Analysis]:
    """The documents as the index numbers them, with their words in that order and the analysis of these."""
    words = read_words(documents)
    analysis = analyse_words(words, terms_of)
    places = by_length(words, analysis, len(documents))
    return [documents[place] for place in places], in_order_of(words, places), analysis


def _positions(words: Words, documents: int) -> dict[str, bytes]:
    positions = find_positions(words)
    more = {"runs": positions.frequent_runs, "stops": STOP_WORDS}
    return _with_starts("words", position_shards(positions, documents), more)


def _displays(documents: Sequence[Document], for_a_host: bool) -> dict[str, bytes]:
    scripts = _shard_scripts("documents", ((content,) for content in scripts_of_documents(documents)))
    scripts |= _shard_scripts("citations", ((content,) for content in scripts_of_citations(documents)))
    if not for_a_host:
        return scripts
    packs = pack_documents(documents)
    binary = {f"packs/{number}.bin": content for number, content in enumerate(packs.contents)}
    return scripts | binary | _shard_scripts("sizes", ((table,) for table in packs.size_tables))


def _averages(lengths: Numbers) -> list[float]:
    """As Lunr's builder has them: of each field over all documents."""
    return [total / max(len(lengths), 1) for total in lengths.sum(axis=0).tolist()]


def _lengths_of_texts(lengths: Numbers) -> str:
    """Ascending lengths as pairs: how much longer, and how many documents are so long."""
    different, times = np.unique(lengths, return_counts=True)
    pairs = np.stack([np.diff(different, prepend=0), times], axis=1)
    return as_text(varints(pairs.ravel()).content.tobytes())


def _columns(documents: Sequence[Document]) -> dict[str, bytes]:
    names = {kind: find_names(documents, kind) for kind in KINDS}
    columns = {kind: column_of_names(documents, kind, names[kind]) for kind in KINDS}
    columns["date"] = column_of_dates(documents)
    files = {f"columns/{kind}.js": _script(f"columns/{kind}", as_text(*column)) for kind, column in columns.items()}
    return files | {"names.js": _script("names", as_text(as_json({kind: names[kind].listed() for kind in KINDS})))}


def _with_starts(kind: str, shards: Shards, more: Mapping[str, object] | None = None) -> dict[str, bytes]:
    starts = _script(f"{kind}/starts", {"starts": shards.starts, **(more or {})})
    return _shard_scripts(kind, shards.contents) | {f"{kind}/starts.js": starts}


def _shard_scripts(kind: str, contents: Iterable[tuple[bytes, ...]]) -> dict[str, bytes]:
    """Scripts of which each has the parts of one piece."""
    named = ((f"{kind}/{number}", parts) for number, parts in enumerate(contents))
    return {f"{name}.js": _script(name, as_text(*parts)) for name, parts in named}


def _script(name: str, content: object) -> bytes:
    told = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f'archiveSearch("{name}",{told});\n'.encode("utf-8", "surrogatepass")


def _edition(files: dict[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, content in sorted(files.items()):
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()[:12]
