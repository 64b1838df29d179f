# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where each word stands, so that phrases are found exactly as they are written.

The words here are not stemmed. Positions count the words that are no stop words; which stop words stand between two
of them is kept beside the second, as a code. So "state of the art" is told from "state and art" without a list of all
places of "of" and "the", which would be longer than those of all other words together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .analyser import parts_of
from .occurrences import FIELDS, Column, Numbers, Words, analyse_words
from .table import TABLE

FIELDS_WITH_PHRASES = tuple(FIELDS.index(name) for name in ("title", "text"))
STOP_WORDS = tuple(sorted(TABLE.stop_words))
# A run of stop words is one number with six bits for each word, so that the longest that a browser can tell has eight.
BITS_OF_A_WORD = 6
LONGEST_RUN = 8
FREQUENT_RUNS = 126


@dataclass(frozen=True, slots=True)
class Positions:
    """A row for each place of a word, sorted by word, field, document and position.

    `before` is the run of stop words that ends right before it, 0 for none. Groups are the (word, field) pairs, as in
    Postings.
    """

    words: tuple[str, ...]
    group_word: Numbers
    group_field: Numbers
    group_starts: Numbers
    documents: Column
    positions: Column
    before: Numbers
    frequent_runs: tuple[int, ...]


def find_positions(words: Words) -> Positions:
    analysis = analyse_words(words, _parts)
    kinds, line = analysis.pieces(words)
    has_phrases = np.isin(words.line_field, FIELDS_WITH_PHRASES)[line]
    kinds, line = kinds[has_phrases], line[has_phrases]
    stop_number = np.array([_stop_number(kind) for kind in analysis.kinds], dtype=np.uint8)[kinds]
    counted = stop_number == 0
    before = _runs(stop_number, line, np.flatnonzero(counted))
    kinds, line = kinds[counted], line[counted]
    document, field = words.line_document[line], words.line_field[line]
    positions = _positions(document * np.int32(len(FIELDS)) + field, line)
    group = kinds * np.int32(len(FIELDS)) + field
    del has_phrases, stop_number, counted, line, field
    # The words stand in the order of their documents and places, and stay in it within each group.
    order = np.argsort(group, kind="stable")
    group = group[order]
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    used, group_word = np.unique(group[starts] // len(FIELDS), return_inverse=True)
    return Positions(
        words=tuple(analysis.kinds[kind] for kind in used),
        group_word=group_word,
        group_field=group[starts] % len(FIELDS),
        group_starts=np.append(starts, len(group)),
        documents=document[order],
        positions=positions[order],
        before=before[order],
        frequent_runs=_most_frequent(before),
    )


def _most_frequent(before: Numbers) -> tuple[int, ...]:
    runs, times = np.unique(before[before > 0], return_counts=True)
    return tuple(runs[np.argsort(-times, kind="stable")][:FREQUENT_RUNS].tolist())


def _parts(word: str, _stemmed: bool) -> Sequence[str]:
    return parts_of(word)


def _stop_number(kind: str) -> int:
    return STOP_WORDS.index(kind) + 1 if kind in TABLE.stop_words else 0


def _runs(stop_number: npt.NDArray[np.uint8], line: Column, counted: Numbers) -> Numbers:
    """For each piece that is `counted`, the run of stop words right before it in its line: the nearest in the lowest
    bits.
    """
    runs = np.zeros(len(counted), dtype=np.int64)
    unbroken = np.ones(len(stop_number), dtype=bool)
    for distance in range(1, LONGEST_RUN + 1):
        unbroken[:distance] = False
        unbroken[distance:] &= (line[distance:] == line[:-distance]) & (stop_number[:-distance] > 0)
        longer = np.flatnonzero(unbroken[counted])
        runs[longer] |= stop_number[counted[longer] - distance].astype(np.int64) << (BITS_OF_A_WORD * (distance - 1))
    return runs


def _positions(field: Column, line: Column) -> Column:
    """Each word's place in its field. A new line leaves one place empty, so that no phrase reaches over it."""
    if len(line) == 0:
        return line
    step = 1 + (np.diff(line, prepend=line[0]) > 0)
    running = np.cumsum(step, dtype=np.int32)
    starts = np.flatnonzero(np.diff(field, prepend=-1))
    first: Column = np.repeat(running[starts], np.diff(np.append(starts, len(field))))
    return running - first
