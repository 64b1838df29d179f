# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which documents have a term in which field, how often, and all else that Lunr's scores are made of.

Documents are numbered by the length of their texts. A score needs that length; in this order the lengths are a table
of a few hundred bytes, where a list of them would be most of what a search in a large archive loads.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .analyser import terms_of
from .occurrences import FIELDS, Numbers, Words, analyse_words

TEXT = FIELDS.index("text")


@dataclass(frozen=True, slots=True)
class Postings:
    """A row for each (term, field, document), sorted by these: `documents`, `counts` (how often) and `lengths` (of
    that field, in terms).

    `groups` are the (term, field) pairs: `group_starts` has the row where each starts, and behind the last the number
    of rows; `group_term` and `group_field` whose it is. `ranks` has for each term the number of terms that were met
    earlier in the document where it was met first: from it the browser knows the order in which Lunr's builder would
    have numbered the terms, which decides how its sums are rounded.
    """

    terms: tuple[str, ...]
    ranks: Numbers
    group_term: Numbers
    group_field: Numbers
    group_starts: Numbers
    documents: Numbers
    counts: Numbers
    lengths: Numbers


def by_length(words: Words, documents: int) -> Numbers:
    """For each new number, the place of its document in the old order: shortest texts first."""
    return np.argsort(_lengths(words, documents)[:, TEXT], kind="stable")


def _lengths(words: Words, documents: int) -> Numbers:
    """The number of terms in each field of each document."""
    return count_pieces(words, analyse_words(words, terms_of).word, documents)


def count_pieces(words: Words, word: Numbers, documents: int) -> Numbers:
    line = words.line_of[word]
    key = words.line_document[line] * len(FIELDS) + words.line_field[line]
    return np.bincount(key, minlength=documents * len(FIELDS)).reshape(documents, len(FIELDS))


def find_postings(words: Words, documents: int) -> tuple[Postings, Numbers]:
    """The postings of words whose documents are numbered as they shall be, and each document's length in each field."""
    pieces = analyse_words(words, terms_of)
    terms, ids = in_order(pieces.kinds, pieces.ids)
    line = words.line_of[pieces.word]
    document, field = words.line_document[line], words.line_field[line]
    lengths = count_pieces(words, pieces.word, documents)
    keys, counts = np.unique((ids * len(FIELDS) + field) * documents + document, return_counts=True)
    group, posting_document = np.divmod(keys, documents)
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    group_term, group_field = np.divmod(group[starts], len(FIELDS))
    found = Postings(
        terms=terms,
        ranks=_ranks(ids, document),
        group_term=group_term,
        group_field=group_field,
        group_starts=np.append(starts, len(keys)),
        documents=posting_document,
        counts=counts,
        lengths=lengths[posting_document, group % len(FIELDS)],
    )
    return found, lengths


def in_order(kinds: tuple[str, ...], ids: Numbers) -> tuple[tuple[str, ...], Numbers]:
    """The kinds in the order in which JavaScript sorts strings, and their new numbers for the old ones."""
    order = sorted(range(len(kinds)), key=lambda number: in_utf16(kinds[number]))
    renumbered = np.empty(len(kinds), dtype=np.int64)
    renumbered[order] = np.arange(len(kinds))
    return tuple(kinds[number] for number in order), renumbered[ids]


def in_utf16(term: str) -> bytes:
    """The key by which JavaScript sorts strings."""
    return term.encode("utf-16-be", "surrogatepass")


def _ranks(ids: Numbers, document: Numbers) -> Numbers:
    """For each term, how many others were met for the first time before it in the document where it was met first."""
    _terms, first = np.unique(ids, return_index=True)
    met = np.argsort(first, kind="stable")
    of_document = document[first[met]]
    starts = np.flatnonzero(np.diff(of_document, prepend=-1))
    ranks = np.empty(len(first), dtype=np.int64)
    ranks[met] = np.arange(len(met)) - np.repeat(starts, np.diff(np.append(starts, len(met))))
    return ranks
