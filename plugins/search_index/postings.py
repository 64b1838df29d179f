# SPDX-License-Identifier: AGPL-3.0-or-later
"""Which documents have a term in which field, how often, and all else that Lunr's scores are made of.

Documents are numbered by the length of their texts. A score needs that length; in this order the lengths are a table
of a few hundred bytes, where a list of them would be most of what a search in a large archive loads.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .occurrences import FIELDS, Analysis, Column, Numbers, Words

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
    documents: Column
    counts: Column
    lengths: Column


def by_length(words: Words, analysis: Analysis, documents: int) -> Numbers:
    """For each new number, the place of its document in the old order: shortest texts first."""
    return np.argsort(analysis.lengths(words, documents)[:, TEXT], kind="stable")


def find_postings(words: Words, analysis: Analysis, documents: int) -> Postings:
    """The postings of words whose documents are numbered as they shall be."""
    ids, line = analysis.pieces(words)
    document = words.line_document[line]
    ranks = _ranks(ids, document)
    group = ids * np.int32(len(FIELDS)) + words.line_field[line]
    # The words stand in the order of their documents, and stay in it within each group.
    order = np.argsort(group, kind="stable")
    group, document = group[order], document[order]
    del ids, line, order
    rows = np.flatnonzero((np.diff(group, prepend=-1) != 0) | (np.diff(document, prepend=-1) != 0))
    counts = np.diff(np.append(rows, len(group))).astype(np.int32)
    group, document = group[rows], document[rows]
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    group_term, group_field = np.divmod(group[starts], len(FIELDS))
    return Postings(
        terms=analysis.kinds,
        ranks=ranks,
        group_term=group_term,
        group_field=group_field,
        group_starts=np.append(starts, len(group)),
        documents=document,
        counts=counts,
        lengths=analysis.lengths(words, documents).astype(np.int32)[document, group % len(FIELDS)],
    )


def _ranks(ids: Column, document: Column) -> Numbers:
    """For each term, how many others were met for the first time before it in the document where it was met first."""
    first = np.full(ids.max(initial=-1) + 1, len(ids))
    # From the end, so that what is written last is what stands first.
    first[ids[::-1]] = np.arange(len(ids) - 1, -1, -1)
    met = np.argsort(first, kind="stable")
    of_document = document[first[met]]
    starts = np.flatnonzero(np.diff(of_document, prepend=-1))
    ranks = np.empty(len(first), dtype=np.int64)
    ranks[met] = np.arange(len(met)) - np.repeat(starts, np.diff(np.append(starts, len(met))))
    return ranks
