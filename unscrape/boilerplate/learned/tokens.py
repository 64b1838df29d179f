"""What a block says and what the elements around it are called, as ids in the model's vocabulary."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unscrape.model import Block, words_of

Ids = NDArray[np.int32]
Starts = NDArray[np.int64]

FIRST_WORDS, LAST_WORDS = 60, 15  # of a long block; its middle says nothing that its ends don't
NEAR = 3  # the innermost elements, which speak of the block rather than of the page
LONGEST_ATTRIBUTE = 30
LAST_SIGNS = frozenset('.?!:…”"')
COMPOUND = re.compile(r"[#.]?[^#.\[\]]+|\[[^\]]*\]")
NAME = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


class Bags(NamedTuple):
    """Sets of tokens, one after the other: set `i` is `ids[starts[i]:starts[i + 1]]`."""

    ids: Ids
    starts: Starts

    def set(self, number: int) -> Ids:
        return self.ids[self.starts[number] : self.starts[number + 1]]

    def sums(self, weights: NDArray[np.float32]) -> NDArray[np.float64]:
        """The weights of each set's tokens, added up and divided by the root of their number."""
        totals = np.concatenate(([0.0], np.cumsum(weights[self.ids], dtype=np.float64)))
        sizes = np.diff(self.starts)
        return np.asarray((totals[self.starts[1:]] - totals[self.starts[:-1]]) / np.sqrt(np.maximum(sizes, 1)))


def words_in(block: Block) -> list[str]:
    """The block's words, lower case."""
    return words_of(block.text.lower())


def block_tokens(block: Block, words: Sequence[str]) -> set[str]:
    """The words of a block, those at its ends also as such; a number is as many `#` as it has digits.

    >>> from unscrape.model import Place, Span
    >>> line = Block(0, "paragraph", (Span("Posted in 2016."),), Place(1))
    >>> sorted(block_tokens(line, words_in(line)))
    ['####', '$####', '$.', '^posted', '^posted in', 'in', 'posted']
    """
    if len(words) > FIRST_WORDS + LAST_WORDS:
        words = [*words[:FIRST_WORDS], *words[-LAST_WORDS:]]
    shapes = ["#" * len(word) if word.isdigit() else word for word in words]
    tokens = set(shapes)
    if shapes:
        tokens.update((f"^{shapes[0]}", f"${shapes[-1]}"))
    if len(shapes) > 1:
        tokens.add(f"^{shapes[0]} {shapes[1]}")
    if (last := block.text.rstrip()[-1:]) in LAST_SIGNS and last:
        tokens.add(f"${last}")
    return tokens


@lru_cache(maxsize=50_000)
def element_tokens(element: str) -> tuple[str, ...]:
    """An element's tag, its telling attributes, its id and classes, these whole and by their words.

    >>> element_tokens("div#relatedPosts[role=list]")
    ('t:div', 'n:relatedposts', 'c:related', 'c:posts', 'a:role=list')
    """
    tag, *others = COMPOUND.findall(element)
    tokens = [f"t:{tag}"]
    for part in others:
        if part[0] == "[":
            tokens.append(f"a:{part[1:-1].lower()[:LONGEST_ATTRIBUTE]}")
        else:
            tokens.append(f"n:{part[1:].lower()}")
            tokens += [f"c:{word.lower()}" for word in NAME.findall(part[1:]) if len(word) > 1]
    return tuple(tokens)


def tokens_around(trails: Sequence[tuple[str, ...]]) -> tuple[list[set[str]], list[set[str]]]:
    """For each trail the tokens of its innermost elements, and those of all the others."""
    outer: dict[tuple[str, ...], set[str]] = {(): set()}
    near = [{token for element in trail[-NEAR:] for token in element_tokens(element)} for trail in trails]
    return near, [_tokens_of_all(trail[:-NEAR], outer) for trail in trails]


def _tokens_of_all(trail: tuple[str, ...], known: dict[tuple[str, ...], set[str]]) -> set[str]:
    """The tokens of all elements of a trail; trails share their beginnings."""
    lacking = next(depth for depth in range(len(trail), -1, -1) if trail[:depth] in known)
    for depth in range(lacking, len(trail)):
        known[trail[: depth + 1]] = known[trail[:depth]].union(element_tokens(trail[depth]))
    return known[trail]


def bags(sets: Iterable[set[str]], vocabulary: Mapping[str, int]) -> Bags:
    """The sets' tokens that the vocabulary has; all others are unknown words and count for nothing."""
    number_of = vocabulary.get
    known = [[number for number in map(number_of, tokens) if number is not None] for tokens in sets]
    ids = np.fromiter(chain.from_iterable(known), dtype=np.int32)
    return Bags(ids, np.fromiter(accumulate(map(len, known), initial=0), dtype=np.int64))
