"""A page's blocks as arrays: what the model's columns are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from unscrape.boilerplate.learned.elements import Elements
from unscrape.boilerplate.learned.tokens import words_in
from unscrape.model import Block, Metadata
from unscrape.signs.shape import SENTENCE_END

Column = NDArray[np.float64]

PROSE_WORDS = 12
MOSTLY_LINKS = 0.5
CAPITAL = re.compile(r"\b[^\W\d_a-z]\w*")


@dataclass(frozen=True)
class Page:
    """One page, or one dump. A column has one number a block, in the order of the blocks."""

    blocks: Sequence[Block]
    metadata: Metadata

    def __len__(self) -> int:
        return len(self.blocks)

    def column(self, value: Callable[[Block], float]) -> Column:
        return np.fromiter(map(value, self.blocks), dtype=np.float64, count=len(self.blocks))

    @cached_property
    def said(self) -> list[list[str]]:
        """The words of each block, lower case."""
        return [words_in(block) for block in self.blocks]

    @cached_property
    def words(self) -> Column:
        return np.fromiter(map(len, self.said), dtype=np.float64, count=len(self.blocks))

    @cached_property
    def some_words(self) -> Column:
        """The words, and one where there are none: to divide by."""
        return np.maximum(self.words, 1)

    @cached_property
    def linked(self) -> Column:
        """Words inside links."""
        return self.column(_linked_words)

    @cached_property
    def shown(self) -> Column:
        return self.column(lambda block: block.place.hidden is None)

    @cached_property
    def prose(self) -> Column:
        """The words of each block that is long and no list of links; 0 for the others."""
        reads = (self.words >= PROSE_WORDS) & (self.linked < MOSTLY_LINKS * self.words)
        return self.words * reads * self.shown

    @cached_property
    def all_prose(self) -> float:
        return max(float(self.prose.sum()), 1.0)

    @cached_property
    def all_words(self) -> float:
        return max(float((self.words * self.shown).sum()), 1.0)

    @cached_property
    def share_linked(self) -> Column:
        return np.asarray(self.linked / self.some_words)

    @cached_property
    def capitals(self) -> Column:
        """The share of words that begin with a capital."""
        return self.column(lambda block: len(CAPITAL.findall(block.text))) / self.some_words

    @cached_property
    def ends(self) -> Column:
        """1 where a block ends as a sentence does."""
        return self.column(lambda block: bool(SENTENCE_END.search(block.text.rstrip()[-6:])))

    @cached_property
    def elements(self) -> Elements:
        return Elements([block.place.elements for block in self.blocks])

    @cached_property
    def title(self) -> int | None:
        """The number of the block that is the title."""
        return next((number for number, label in self.metadata.used.items() if label == "title"), None)


def _linked_words(block: Block) -> float:
    return sum(len(span.text.split()) for span in block.spans if span.link and "image" not in span.marks)
