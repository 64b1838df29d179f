"""Which blocks to keep: the set with the best word F1 to be expected."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from unscrape.boilerplate.learned.page import Column, Page

TWIN_WORDS = 6


class Choice(NamedTuple):
    """`kept` for each block; `expected` is the word F1 against the article that the likelihoods promise, 0 to 1."""

    kept: NDArray[np.bool_]
    expected: float


def best_set(likely: Column, words: Column) -> Choice:
    """The blocks from the likeliest down to where one more would lower the expected F1.

    Expected F1 is taken as twice the words expected right over the words kept and the words expected in the article.

    >>> best_set(np.array([0.9, 0.1, 0.6]), np.array([50.0, 40.0, 10.0])).kept
    array([ True, False,  True])
    """
    order = np.argsort(-likely, kind="stable")
    right = np.cumsum((likely * words)[order])
    whole = right[-1] if len(right) else 0.0
    expected = 2 * right / np.maximum(np.cumsum(words[order]) + whole, 1)
    kept = np.zeros(len(likely), dtype=np.bool_)
    if not whole:
        return Choice(kept, 0.0)
    best = int(np.argmax(expected))
    kept[order[: best + 1]] = True
    return Choice(kept, float(expected[best]))


def without_twins(page: Page, likely: Column) -> tuple[Column, dict[int, int]]:
    """What stands on a page twice is said once: of blocks with the same words all but the likeliest count for nothing.

    Sites send one text for wide screens and one for narrow ones. Also: for each left out the place of its twin.
    """
    places: dict[int, list[int]] = {}
    for place, first in enumerate(page.firsts.tolist()):
        if place != first and len(page.said[place]) >= TWIN_WORDS:
            places.setdefault(first, [first]).append(place)
    once = likely.copy()
    twins: dict[int, int] = {}
    for same in places.values():
        best = max(same, key=lambda place: (round(float(likely[place]), 1), -place))
        twins |= {place: best for place in same if place != best}
    once[list(twins)] = 0.0
    return once, twins
