"""How likely each block is the article's: a linear score of words and elements, then trees over what is around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unscrape.boilerplate.learned.columns import columns, shifted
from unscrape.boilerplate.learned.judged import judged_columns, likelihood
from unscrape.boilerplate.learned.page import Column, Page
from unscrape.boilerplate.learned.tokens import Bags, bags, bags_of, block_tokens, known_tokens, tokens_far, tokens_near
from unscrape.boilerplate.learned.weights import Weights
from unscrape.model import Finding

# Blocks that the trees look at in one go: their answers for all blocks of a huge page would take gigabytes.
AT_ONCE = 2_000
MOST_LEVELS = 8  # of trees whose leaves' numbers fit into a byte


class Spoken(NamedTuple):
    """The known tokens of each block, and of the elements around it: one set for each trail of a page."""

    block: Bags
    near: Bags
    far: Bags
    trails: NDArray[np.int64]


def likelihoods(page: Page, findings: Sequence[Finding], weights: Weights, spoken: Spoken) -> Column:
    """0 to 1 for each block: the share of its words that the article has, as far as the model knows."""
    odds = linear_odds(spoken, weights)
    table = columns(page, findings) | judged_columns(page, odds)
    return likelihood(tree_odds(np.array([table[name] for name in weights.names], dtype=np.float32), weights))


def listen(page: Page, tokens: dict[str, int]) -> Spoken:
    """What the vocabulary knows of the page."""
    numbers: dict[tuple[str, ...], int] = {}
    trails = np.fromiter(
        (numbers.setdefault(block.place.trail, len(numbers)) for block in page.blocks), np.int64, len(page)
    )
    known = cache(partial(known_tokens, vocabulary=tokens))
    said = map(block_tokens, page.blocks, page.said)
    return Spoken(bags(said, tokens), bags_of(tokens_near(numbers, known)), bags_of(tokens_far(numbers, known)), trails)


def linear_odds(spoken: Spoken, weights: Weights) -> Column:
    """Log odds by the tokens alone, each in its role."""
    own, before, after, near, far = (np.ascontiguousarray(role) for role in weights.linear.T)
    odds = weights.bias + spoken.block.sums(own)
    odds += shifted(spoken.block.sums(before), 1, 0.0) + shifted(spoken.block.sums(after), -1, 0.0)
    return np.asarray(odds + (spoken.near.sums(near) + spoken.far.sums(far))[spoken.trails])


def tree_odds(table: NDArray[np.float32], weights: Weights) -> Column:
    """Log odds by the trees. `table` has a row for each of the weights' names and a column a block."""
    parts = [table[:, start : start + AT_ONCE] for start in range(0, table.shape[1], AT_ONCE)]
    return np.concatenate([_tree_odds(part, weights) for part in parts] or [np.zeros(0)])


def _tree_odds(table: NDArray[np.float32], weights: Weights) -> Column:
    """All trees at once, level by level: numpy's packbits along the levels takes four times as long as all of this."""
    trees, depth = weights.columns.shape
    leaves = np.zeros((trees, table.shape[1]), dtype=np.uint8 if depth <= MOST_LEVELS else np.int64)
    for level in reversed(range(depth)):
        leaves <<= 1
        leaves |= np.take(table, weights.columns[:, level], axis=0) > weights.borders[:, level, None]
    odds = np.take(weights.leaves.ravel(), leaves + np.arange(trees)[:, None] * weights.leaves.shape[1])
    return np.asarray(weights.base + odds.sum(axis=0, dtype=np.float64))
