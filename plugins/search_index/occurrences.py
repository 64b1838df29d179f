# SPDX-License-Identifier: AGPL-3.0-or-later
"""All words of an archive in the order in which they stand, as columns of numbers.

A word is analysed once, however often it stands in the texts: that is most of what makes the index quick to build.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from .analyser import find_words

if TYPE_CHECKING:
    from .documents import Document

Numbers = npt.NDArray[np.int64]

FIELDS = ("title", "text", "author", "topic", "source")
# The sign between a word and the language that it is analysed in: no word can hold it.
UNSTEMMED = "\0"


@dataclass(frozen=True, slots=True)
class Words:
    """`ids` has a row for each word of the archive: its number in `spelled`. `line_of` has one for each word too: the
    line that it stands in. `line_document` and `line_field` say of each line whose it is.
    """

    spelled: tuple[str, ...]
    ids: Numbers
    line_of: Numbers
    line_document: Numbers
    line_field: Numbers


def read_words(documents: Iterable[Document]) -> Words:
    """The words of the documents in their order, of each document the fields in the order of FIELDS."""
    vocabulary: defaultdict[str, int] = defaultdict()
    vocabulary.default_factory = vocabulary.__len__
    ids, lengths, line_document, line_field = array("I"), array("I"), array("I"), array("B")
    for place, document in enumerate(documents):
        for field, line in _lines(document):
            words = find_words(line)
            if not document.stemmed:
                words = [word + UNSTEMMED for word in words]
            ids.extend(map(vocabulary.__getitem__, words))
            lengths.append(len(words))
            line_document.append(place)
            line_field.append(field)
    counted = np.asarray(lengths, dtype=np.int64)
    return Words(
        spelled=tuple(vocabulary),
        ids=np.asarray(ids, dtype=np.int64),
        line_of=np.repeat(np.arange(len(counted)), counted),
        line_document=np.asarray(line_document, dtype=np.int64),
        line_field=np.asarray(line_field, dtype=np.int64),
    )


def in_order_of(words: Words, places: Numbers) -> Words:
    """The same words with the documents in another order: `places` has the old place of each."""
    number = np.empty(len(places), dtype=np.int64)
    number[places] = np.arange(len(places))
    line_document = number[words.line_document]
    lines = np.argsort(line_document, kind="stable")
    lengths = np.bincount(words.line_of, minlength=len(lines))
    row, place = spread(lengths[lines])
    starts = np.cumsum(lengths) - lengths
    return Words(
        spelled=words.spelled,
        ids=words.ids[starts[lines][row] + place],
        line_of=row,
        line_document=line_document[lines],
        line_field=words.line_field[lines],
    )


def _lines(document: Document) -> Iterator[tuple[int, str]]:
    lines = {
        "title": [document.title or ""],
        "text": [document.dek, *document.text.split("\n")],
        "author": [author.name for author in document.authors],
        "topic": [topic.name for topic in document.topics],
        "source": [document.source.name if document.source else ""],
    }
    for number, field in enumerate(FIELDS):
        for line in lines[field]:
            yield number, line


@dataclass(frozen=True, slots=True)
class Pieces:
    """What words were analysed to: a row for each piece, in the order of the words. `kinds` are the different pieces,
    `ids` their numbers, `word` the row of the word that a piece comes from.
    """

    kinds: tuple[str, ...]
    ids: Numbers
    word: Numbers


def analyse_words(words: Words, analyse: Callable[[str, bool], Sequence[str]]) -> Pieces:
    """Each word's pieces by `analyse`, which is told the word and whether its language is stemmed."""
    vocabulary: defaultdict[str, int] = defaultdict()
    vocabulary.default_factory = vocabulary.__len__
    flat, counts = array("I"), array("I")
    for spelled in words.spelled:
        found = analyse(spelled.removesuffix(UNSTEMMED), not spelled.endswith(UNSTEMMED))
        flat.extend(map(vocabulary.__getitem__, found))
        counts.append(len(found))
    per_word = np.asarray(counts, dtype=np.int64)
    word, place = spread(per_word[words.ids])
    starts = np.cumsum(per_word) - per_word
    return Pieces(tuple(vocabulary), np.asarray(flat, dtype=np.int64)[starts[words.ids[word]] + place], word)


def spread(counts: Numbers) -> tuple[Numbers, Numbers]:
    """For rows that each stand for several things: the row of each thing, and its place among those of its row.

    >>> row, place = spread(np.array([2, 0, 1]))
    >>> row.tolist(), place.tolist()
    ([0, 0, 2], [0, 1, 0])
    """
    row = np.repeat(np.arange(len(counts)), counts)
    return row, np.arange(len(row)) - (np.cumsum(counts) - counts)[row]
