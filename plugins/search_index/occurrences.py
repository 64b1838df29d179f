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
# The long columns, of a row for each word of the archive: millions, so that half the width is half the memory.
Column = npt.NDArray[np.int32]

FIELDS = ("title", "text", "author", "topic", "source")
# The sign between a word and the language that it is analysed in: no word can hold it.
UNSTEMMED = "\0"


@dataclass(frozen=True, slots=True)
class Words:
    """`ids` has a row for each word of the archive: its number in `spelled`. `line_of` has one for each word too: the
    line that it stands in. `line_document` and `line_field` say of each line whose it is.
    """

    spelled: tuple[str, ...]
    ids: Column
    line_of: Column
    line_document: Column
    line_field: Column


def read_words(documents: Iterable[Document]) -> Words:
    """The words of the documents in their order, of each document the fields in the order of FIELDS."""
    vocabulary: defaultdict[str, int] = defaultdict()
    vocabulary.default_factory = vocabulary.__len__
    ids, lengths, line_document, line_field = array("i"), array("i"), array("i"), array("B")
    for place, document in enumerate(documents):
        for field, line in _lines(document):
            words = find_words(line)
            if not document.stemmed:
                words = [word + UNSTEMMED for word in words]
            ids.extend(map(vocabulary.__getitem__, words))
            lengths.append(len(words))
            line_document.append(place)
            line_field.append(field)
    counted = np.frombuffer(lengths, dtype=np.int32)
    return Words(
        spelled=tuple(vocabulary),
        ids=np.frombuffer(ids, dtype=np.int32),
        line_of=np.repeat(np.arange(len(counted), dtype=np.int32), counted),
        line_document=np.frombuffer(line_document, dtype=np.int32),
        line_field=np.frombuffer(line_field, dtype=np.uint8).astype(np.int32),
    )


def in_order_of(words: Words, places: Numbers) -> Words:
    """The same words with the documents in another order: `places` has the old place of each."""
    number = np.empty(len(places), dtype=np.int32)
    number[places] = np.arange(len(places))
    line_document = number[words.line_document]
    lines = np.argsort(line_document, kind="stable")
    lengths = np.bincount(words.line_of, minlength=len(lines))
    row, place = spread(lengths[lines])
    starts = (np.cumsum(lengths) - lengths)[lines].astype(np.int32)
    return Words(
        spelled=words.spelled,
        ids=words.ids[starts[row] + place],
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
class Analysis:
    """What each spelled word was analysed to: `kinds` are the different pieces, `counts` has how many each word has,
    `flat` the numbers of all in order.
    """

    kinds: tuple[str, ...]
    counts: Column
    flat: Column

    def pieces(self, words: Words) -> tuple[Column, Column]:
        """A row for each piece of each word, in the order of the words: its number, and the line that it stands in."""
        word, place = spread(self.counts[words.ids])
        starts = np.cumsum(self.counts, dtype=np.int32) - self.counts
        return self.flat[starts[words.ids[word]] + place], words.line_of[word]

    def lengths(self, words: Words, documents: int) -> Numbers:
        """The number of pieces in each field of each document."""
        field = words.line_document * len(FIELDS) + words.line_field
        size = documents * len(FIELDS)
        counted = np.bincount(field[words.line_of], weights=self.counts[words.ids], minlength=size)
        return counted.astype(np.int64).reshape(documents, len(FIELDS))


def analyse_words(words: Words, analyse: Callable[[str, bool], Sequence[str]]) -> Analysis:
    """Each word's pieces by `analyse`, which is told the word and whether its language is stemmed; the kinds of
    piece in the order in which JavaScript sorts strings.
    """
    vocabulary: defaultdict[str, int] = defaultdict()
    vocabulary.default_factory = vocabulary.__len__
    flat, counts = array("i"), array("i")
    for spelled in words.spelled:
        found = analyse(spelled.removesuffix(UNSTEMMED), not spelled.endswith(UNSTEMMED))
        flat.extend(map(vocabulary.__getitem__, found))
        counts.append(len(found))
    kinds = tuple(vocabulary)
    order = sorted(range(len(kinds)), key=lambda number: in_utf16(kinds[number]))
    renumbered = np.empty(len(kinds), dtype=np.int32)
    renumbered[order] = np.arange(len(kinds))
    return Analysis(
        kinds=tuple(kinds[number] for number in order),
        counts=np.frombuffer(counts, dtype=np.int32),
        flat=renumbered[np.frombuffer(flat, dtype=np.int32)],
    )


def in_utf16(term: str) -> bytes:
    """The key by which JavaScript sorts strings."""
    return term.encode("utf-16-be", "surrogatepass")


def spread(counts: npt.NDArray[np.integer]) -> tuple[Column, Column]:
    """For rows that each stand for several things: the row of each thing, and its place among those of its row.

    >>> row, place = spread(np.array([2, 0, 1]))
    >>> row.tolist(), place.tolist()
    ([0, 0, 2], [0, 1, 0])
    """
    row = np.repeat(np.arange(len(counts), dtype=np.int32), counts)
    place = np.arange(len(row), dtype=np.int32)
    place -= (np.cumsum(counts) - counts).astype(np.int32)[row]
    return row, place
