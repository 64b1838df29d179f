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

from .analyser import parts_of
from .occurrences import FIELDS, Numbers, Words, analyse_words
from .postings import in_order
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
    documents: Numbers
    positions: Numbers
    before: Numbers
    frequent_runs: tuple[int, ...]


def find_positions(words: Words, documents: int) -> Positions:
    pieces = analyse_words(words, _parts)
    line = words.line_of[pieces.word]
    has_phrases = np.isin(words.line_field[line], FIELDS_WITH_PHRASES)
    line, kinds = line[has_phrases], pieces.ids[has_phrases]
    stop_number = np.array([_stop_number(kind) for kind in pieces.kinds], dtype=np.int64)[kinds]
    before = _runs(stop_number, line)
    counted = stop_number == 0
    document, field = words.line_document[line][counted], words.line_field[line][counted]
    positions = _positions(document * len(FIELDS) + field, line[counted])
    used, ids = np.unique(kinds[counted], return_inverse=True)
    found, ids = in_order(tuple(pieces.kinds[kind] for kind in used), ids)
    order = np.argsort((ids * len(FIELDS) + field) * documents + document, kind="stable")
    group = (ids * len(FIELDS) + field)[order]
    starts = np.flatnonzero(np.diff(group, prepend=-1))
    runs, times = np.unique(before[counted], return_counts=True)
    by_frequency = runs[np.argsort(-times, kind="stable")]
    return Positions(
        words=found,
        group_word=group[starts] // len(FIELDS),
        group_field=group[starts] % len(FIELDS),
        group_starts=np.append(starts, len(group)),
        documents=document[order],
        positions=positions[order],
        before=before[counted][order],
        frequent_runs=tuple(by_frequency[by_frequency > 0][:FREQUENT_RUNS].tolist()),
    )


def _parts(word: str, _stemmed: bool) -> Sequence[str]:
    return parts_of(word)


def _stop_number(kind: str) -> int:
    return STOP_WORDS.index(kind) + 1 if kind in TABLE.stop_words else 0


def _runs(stop_number: Numbers, line: Numbers) -> Numbers:
    """For each piece, the run of stop words right before it in its line: the nearest in the lowest bits."""
    runs = np.zeros(len(stop_number), dtype=np.int64)
    unbroken = np.ones(len(stop_number), dtype=bool)
    for distance in range(1, LONGEST_RUN + 1):
        unbroken[:distance] = False
        same_line = line[distance:] == line[:-distance]
        unbroken[distance:] &= same_line & (stop_number[:-distance] > 0)
        if not unbroken.any():
            break
        runs[distance:] |= np.where(unbroken[distance:], stop_number[:-distance], 0) << (
            BITS_OF_A_WORD * (distance - 1)
        )
    return runs


def _positions(field: Numbers, line: Numbers) -> Numbers:
    """Each word's place in its field. A new line leaves one place empty, so that no phrase reaches over it."""
    if len(line) == 0:
        return line
    step = 1 + (np.diff(line, prepend=line[0]) > 0)
    running = np.cumsum(step)
    starts = np.flatnonzero(np.diff(field, prepend=-1))
    first: Numbers = np.repeat(running[starts], np.diff(np.append(starts, len(field))))
    return running - first
