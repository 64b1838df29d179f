# SPDX-License-Identifier: AGPL-3.0-or-later
"""The index, cut into pieces of a few kilobytes of which a search loads those that it asks for.

A shard holds the terms from its own start to the next shard's, in JavaScript's order, each with all its postings.
Within a shard the numbers of one kind stand together, since they compress better beside their like.
docs/search-index.md gives the forms; browser/search/index/ in the theme reads them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from .occurrences import Column, Numbers, in_utf16, spread
from .phrases import BITS_OF_A_WORD, LONGEST_RUN, Positions
from .postings import TEXT, Postings
from .streams import Bits, Stream, front_coded, joined, rice_codes, rice_parameters, varints

# Bytes before compression. A search loads a shard for each of its words: small ones cost less each, and more files.
SHARD = 7_000
SHARD_OF_POSITIONS = 36_000
# Terms alone compress to a third.
SHARD_OF_ENDINGS = 12_000
ESCAPED_RUN = 127
ROWS_AT_ONCE = 1_000_000


@dataclass(frozen=True, slots=True)
class Shards:
    """`starts` has for each shard the shortest string that is above all terms of the shard before."""

    starts: tuple[str, ...]
    contents: tuple[tuple[bytes, ...], ...]


def term_shards(postings: Postings, documents: int) -> Shards:
    """Streams: terms, ranks, heads, gaps between documents, weights."""
    groups = _first_of_each(postings.group_term, len(postings.terms))
    rows = postings.group_starts[groups]
    weights, of_row = _weights(postings)
    streams: list[Stream | Bits] = [
        varints(postings.ranks),
        _heads(postings.group_field, np.diff(postings.group_starts), groups),
        _document_gaps(postings.documents, postings.group_starts, documents).by(rows),
        varints(weights).by(of_row[rows]),
    ]
    return _cut(postings.terms, streams, SHARD)


def _weights(postings: Postings) -> tuple[Numbers, Numbers]:
    """How often a term stands in a field, and how long that is; but a text's length is in a table for all. Beside
    the numbers, where those of each posting start.
    """
    field = np.repeat(postings.group_field, np.diff(postings.group_starts))
    row, place = spread(np.where(field == TEXT, 1, 2))
    starts = np.append(np.flatnonzero(place == 0), len(row))
    return np.where(place == 0, postings.counts[row], postings.lengths[row]), starts


def position_shards(positions: Positions, documents: int) -> Shards:
    """Streams: words, heads, gaps between documents, how often in each, gaps between positions, runs before them."""
    starts: tuple[str, ...] = ()
    contents: tuple[tuple[bytes, ...], ...] = ()
    before = None
    for part in _parts(positions):
        shards = _cut(part.words, _position_streams(part, documents), SHARD_OF_POSITIONS, before)
        starts, contents, before = starts + shards.starts, contents + shards.contents, part.words[-1]
    return Shards(starts, contents)


def _parts(positions: Positions) -> Iterator[Positions]:
    """The positions by some words at a time: what is made of all at once takes several times their memory."""
    groups = _first_of_each(positions.group_word, len(positions.words))
    rows = positions.group_starts[groups]
    borders = np.unique(np.append(np.searchsorted(rows, np.arange(0, rows[-1], ROWS_AT_ONCE)), len(positions.words)))
    for first, last in pairwise(borders.tolist()):
        own, places = slice(groups[first], groups[last]), slice(rows[first], rows[last])
        yield Positions(
            words=positions.words[first:last],
            group_word=positions.group_word[own] - first,
            group_field=positions.group_field[own],
            group_starts=positions.group_starts[groups[first] : groups[last] + 1] - rows[first],
            documents=positions.documents[places],
            positions=positions.positions[places],
            before=positions.before[places],
            frequent_runs=positions.frequent_runs,
        )


def _position_streams(positions: Positions, documents: int) -> list[Stream | Bits]:
    groups = _first_of_each(positions.group_word, len(positions.words))
    group = np.repeat(np.arange(len(positions.group_word)), np.diff(positions.group_starts))
    first = np.flatnonzero((np.diff(group, prepend=-1) != 0) | (np.diff(positions.documents, prepend=-1) != 0))
    rows = np.append(first, len(positions.documents))
    of_group = np.searchsorted(rows, positions.group_starts)
    of_word = of_group[groups]
    return [
        _heads(positions.group_field, np.diff(of_group), groups),
        _document_gaps(positions.documents[first], of_group, documents).by(of_word),
        varints(np.diff(rows)).by(of_word),
        varints(_gaps(positions.positions, rows)).by(rows[of_word]),
        _coded_runs(positions).by(rows[of_word]),
    ]


def _coded_runs(positions: Positions) -> Stream:
    """0 for none; a frequent run by its number; any other spelled out behind an escape: its length and its words."""
    code = np.full(len(positions.before), ESCAPED_RUN, dtype=np.int64)
    for number, frequent in enumerate((0, *positions.frequent_runs)):
        code[positions.before == frequent] = number
    lengths: Numbers = np.zeros(len(code), dtype=np.int64)
    for words in range(LONGEST_RUN):
        lengths += positions.before >> (BITS_OF_A_WORD * words) > 0
    row, place = spread(np.where(code == ESCAPED_RUN, lengths + 2, 1))
    word = (positions.before[row] >> (BITS_OF_A_WORD * np.maximum(place - 2, 0))) & ((1 << BITS_OF_A_WORD) - 1)
    numbers = np.select([place == 0, place == 1], [code[row], lengths[row]], word)
    return Stream(numbers.astype(np.uint8), np.append(np.flatnonzero(place == 0), len(row)))


def ending_shards(terms: Sequence[str]) -> Shards:
    """All terms written backwards: for a pattern that starts with a star, and for typos in a word's first half."""
    backwards = sorted((term[::-1] for term in terms), key=in_utf16)
    return _cut(backwards, [], SHARD_OF_ENDINGS)


def _first_of_each(of_group: Numbers, things: int) -> Numbers:
    """The first group of each thing and, behind the last, the number of groups."""
    return np.searchsorted(of_group, np.arange(things + 1))


def _heads(fields: Numbers, counts: Numbers, first_groups: Numbers) -> Stream:
    """Of each term, the set of the fields that it stands in, as bits, then in how many documents in each."""
    groups = np.diff(first_groups)
    row, place = spread(groups + 1)
    masks = np.add.reduceat(np.append(1 << fields, 0), first_groups[:-1]) if len(groups) else groups
    group = np.minimum(first_groups[row] + np.maximum(place - 1, 0), max(len(counts) - 1, 0))
    numbers = np.where(place == 0, masks[row], counts[group] if len(counts) else 0)
    return varints(numbers).by(np.append(np.flatnonzero(place == 0), len(row)))


def _document_gaps(numbers: Column, starts: Numbers, documents: int) -> Bits:
    """Behind the first of a group no gap is 0, so that each is told as one less."""
    gaps = _gaps(numbers, starts) - 1
    gaps[starts[:-1]] += 1
    counts = np.diff(starts)
    return rice_codes(gaps, np.repeat(rice_parameters(counts, documents), counts))


def _gaps(numbers: Column, starts: Numbers) -> Column:
    """Ascending numbers as differences, anew from each of the starts."""
    gaps = np.diff(numbers, prepend=numbers.dtype.type(0))
    first = starts[:-1]
    gaps[first] = numbers[first]
    return gaps


def _cut(terms: Sequence[str], streams: Sequence[Stream | Bits], size: int, before: str | None = None) -> Shards:
    """`before` is the term that stands before the first, where one does."""
    own = np.array([len(term.encode()) for term in terms], dtype=np.int64)
    borders = list(_borders(sum((stream.sizes() for stream in streams), own), size))
    starts: list[str] = []
    contents: list[tuple[bytes, ...]] = []
    for first, last in pairwise(borders):
        last_before = terms[first - 1] if first else before
        starts.append("" if last_before is None else _shortest_above(last_before, terms[first]))
        cut = [front_coded(terms[first:last]), *(stream.cut(first, last) for stream in streams)]
        contents.append(joined(last - first, cut))
    return Shards(tuple(starts), tuple(contents))


def _borders(sizes: npt.NDArray[np.int64], most: int) -> Iterator[int]:
    """Where a shard ends and the next one starts. A term that fills one by itself has it to itself."""
    if len(sizes):
        yield 0
    filled = 0
    for number, size in enumerate(sizes.tolist()):
        if filled and filled + size > most:
            yield number
            filled = 0
        filled += size
    yield len(sizes)


def _shortest_above(before: str, first: str) -> str:
    """
    >>> _shortest_above("salt", "salty"), _shortest_above("salt", "sea")
    ('salty', 'se')
    """
    units = range(1, len(first) + 1)
    return next(first[:unit] for unit in units if in_utf16(first[:unit]) > in_utf16(before))
