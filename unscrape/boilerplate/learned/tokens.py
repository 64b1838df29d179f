"""What a block says and what the elements around it are called, as ids in the model's vocabulary."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, repeat
from typing import NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from unscrape.model import Block, words_of
from unscrape.signs.trail import words_of_names

Token = TypeVar("Token", str, int)
Trail = tuple[str, ...]
Ids = NDArray[np.int32]
Starts = NDArray[np.int64]

FIRST_WORDS, LAST_WORDS = 60, 15  # of a long block; its middle says nothing that its ends don't
NEAR = 3  # the innermost elements, which speak of the block rather than of the page
LONGEST_ATTRIBUTE = 30
UNKNOWN = -1  # the id of a token that the vocabulary lacks
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


def words_in(block: Block) -> tuple[str, ...]:
    """The block's words, lower case."""
    return tuple(words_of(block.text.lower()))


def block_tokens(block: Block, words: Sequence[str]) -> set[str]:
    """The words of a block, those at its ends also as such; a number is as many `#` as it has digits.

    >>> from unscrape.model import Place, Span
    >>> line = Block(0, "paragraph", (Span("Posted in 2016."),), Place(1))
    >>> sorted(block_tokens(line, words_in(line)))
    ['####', '$####', '$.', '^posted', '^posted in', 'in', 'posted']
    """
    tokens = set(words if len(words) <= FIRST_WORDS + LAST_WORDS else [*words[:FIRST_WORDS], *words[-LAST_WORDS:]])
    if numbers := list(filter(str.isdigit, tokens)):
        tokens.difference_update(numbers)
        tokens.update(map(_shape, numbers))
    if words:
        first = f"^{_shape(words[0])}"
        tokens.update((first, f"${_shape(words[-1])}"))
        if len(words) > 1:
            tokens.add(f"{first} {_shape(words[1])}")
    if (last := block.text.rstrip()[-1:]) in LAST_SIGNS and last:
        tokens.add(f"${last}")
    return tokens


def _shape(word: str) -> str:
    return "#" * len(word) if word.isdigit() else word


@lru_cache(maxsize=50_000)
def element_tokens(element: str) -> tuple[str, ...]:
    """An element's tag, its telling attributes, its id and classes, these whole and by their words.

    >>> element_tokens("div#relatedPosts[role=list]")
    ('t:div', 'n:relatedposts', 'c:related', 'c:posts', 'a:role=list')
    >>> element_tokens("p.post-2")
    ('t:p', 'n:post-2', 'c:post')
    """
    if "[" in element:
        return tuple(_tokens_by_parts(element))
    tag, *names = element.lower().replace("#", ".").split(".")
    words = [word for word in words_of_names(element) if len(word) > 1 and word.isalpha()]
    return (f"t:{tag}", *[f"n:{name}" for name in names if name], *[f"c:{word}" for word in words])


def _tokens_by_parts(element: str) -> Iterator[str]:
    """The same for an element with attributes, or with names that hold brackets."""
    tag, *others = COMPOUND.findall(element)
    yield f"t:{tag}"
    for part in others:
        if part[0] == "[":
            yield f"a:{part[1:-1].lower()[:LONGEST_ATTRIBUTE]}"
        else:
            yield f"n:{part[1:].lower()}"
            yield from (f"c:{word.lower()}" for word in NAME.findall(part[1:]) if len(word) > 1)


def known_tokens(element: str, vocabulary: Mapping[str, int]) -> tuple[int, ...]:
    """The ids of those of an element's tokens that the vocabulary has."""
    return tuple([vocabulary[token] for token in element_tokens(element) if token in vocabulary])


def tokens_near(trails: Iterable[Trail], of_element: Callable[[str], Iterable[Token]]) -> Iterator[set[Token]]:
    """For each trail the tokens of its innermost elements. `of_element` tells one's, as words or as ids."""
    nothing: set[Token] = set()
    return (nothing.union(*map(of_element, trail[-NEAR:])) for trail in trails)


def tokens_far(trails: Iterable[Trail], of_element: Callable[[str], Iterable[Token]]) -> Iterator[set[Token]]:
    """For each trail the tokens of all its other elements. It begins as the one before it does, for the most part."""
    path: Trail = ()
    known: list[set[Token]] = [set()]
    for trail in trails:
        outer = trail[:-NEAR]
        shared = _shared(path, outer)
        del known[shared + 1 :]
        for element in outer[shared:]:
            known.append(known[-1].union(of_element(element)))
        path = outer
        yield known[-1]


def _shared(one: Trail, other: Trail) -> int:
    """How many elements two trails have in common at their beginnings."""
    shared = 0
    for mine, its in zip(one, other, strict=False):
        if mine != its:
            break
        shared += 1
    return shared


def bags(sets: Iterable[set[str]], vocabulary: Mapping[str, int]) -> Bags:
    """The sets' tokens that the vocabulary has; all others are unknown words and count for nothing."""
    starts = [0]
    ids = np.fromiter(map(vocabulary.get, _in_a_row(sets, starts), repeat(UNKNOWN)), dtype=np.int32)
    known = ids != UNKNOWN
    before = np.concatenate(([0], np.cumsum(known)))
    return Bags(ids[known], before[starts])


def bags_of(sets: Iterable[set[int]]) -> Bags:
    """Sets of ids."""
    starts = [0]
    ids = np.fromiter(_in_a_row(sets, starts), dtype=np.int32)
    return Bags(ids, np.array(starts))


def _in_a_row(sets: Iterable[set[Token]], starts: list[int]) -> Iterator[Token]:
    """The tokens of all sets, and where each set ends: so none need be kept."""
    return chain.from_iterable(_noted(sets, starts))


def _noted(sets: Iterable[set[Token]], starts: list[int]) -> Iterator[set[Token]]:
    for tokens in sets:
        starts.append(starts[-1] + len(tokens))
        yield tokens
