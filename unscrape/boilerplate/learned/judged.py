"""What the trees are told of the linear score: of the block's own, and of all that stands around it."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from unscrape.boilerplate.learned.columns import (
    FAR,
    HEIGHTS,
    NEIGHBOURS,
    UNKNOWN,
    WINDOWS,
    Named,
    distance,
    shifted,
    summed_around,
)
from unscrape.boilerplate.learned.page import Column, Page

MOST_OF_ARTICLE = 0.8
SURE, SURE_WORDS = 0.7, 8


def judged_columns(page: Page, odds: Column) -> dict[str, Column]:
    """What the words' and elements' scores (log odds of being the article's) add, summed up around each block."""
    groups = (_odds_around, _odds_before, _odds_of_elements, _odds_distance, _odds_of_heading, _odds_of_the_alike)
    return {name: column for group in groups for name, column in group(page, odds)}


def likelihood(odds: Column) -> Column:
    """Log odds as a probability."""
    return np.asarray(1 / (1 + np.exp(-odds)))


def _odds_around(page: Page, odds: Column) -> Iterator[Named]:
    yield "odds", odds
    for steps in NEIGHBOURS:
        yield f"odds {steps:+}", shifted(odds, steps, -9.0)
    likely = likelihood(odds) * page.words
    for reach in WINDOWS:
        yield f"odds within {reach}", summed_around(likely, reach) / np.maximum(summed_around(page.words, reach), 1)


def _odds_before(page: Page, odds: Column) -> Iterator[Named]:
    likely = likelihood(odds) * page.words
    above, whole = np.cumsum(likely), max(float(likely.sum()), 1.0)
    yield "article above of all", above / whole
    yield "article above", above
    yield "article below", whole - above
    yield "article", np.full(len(page), whole)
    yield "share of article", np.full(len(page), whole / max(float(page.words.sum()), 1.0))


def _odds_of_elements(page: Page, odds: Column) -> Iterator[Named]:
    """How likely what the elements around a block hold is, with the block and without it."""
    elements, likely = page.elements, likelihood(odds) * page.words
    words, article = elements.sums(page.words), elements.sums(likely)
    whole = max(float(likely.sum()), 1.0)
    for height in HEIGHTS:
        around = elements.around(height)
        yield f"likely in element {height}", article[around] / np.maximum(words[around], 1)
        yield f"of the article in element {height}", article[around] / whole
        yield (
            f"likely beside in element {height}",
            (article[around] - likely) / np.maximum(words[around] - page.words, 1),
        )
    found = elements.innermost_with(article, MOST_OF_ARTICLE * whole)
    yield (
        "in the article's element",
        (np.full(len(page), UNKNOWN) if found is None else elements.inside(found).astype(np.float64)),
    )


def _odds_distance(page: Page, odds: Column) -> Iterator[Named]:
    """Blocks to the nearest that are almost surely the article's, and to the first and last of them."""
    places = np.arange(len(page), dtype=np.float64)
    sure = np.flatnonzero((likelihood(odds) > SURE) & (page.words >= SURE_WORDS))
    own = np.isin(np.arange(len(page)), sure)
    for way, above in (("above", True), ("below", False)):
        yield f"to the article {way}", np.where(own, 0.0, distance(sure, len(page), above=above))
    yield "below the article's first", places - sure[0] if len(sure) else np.full(len(page), -FAR)
    yield "above the article's last", sure[-1] - places if len(sure) else np.full(len(page), -FAR)


def _odds_of_heading(page: Page, odds: Column) -> Iterator[Named]:
    """The odds of the heading that a block stands under."""
    headings = np.flatnonzero(page.column(lambda block: block.kind == "heading"))
    found = np.searchsorted(headings, np.arange(len(page))) - 1
    under = headings[np.maximum(found, 0)] if len(headings) else np.zeros(len(page), dtype=np.int64)
    yield "odds of the heading", np.where(found >= 0, odds[under], 0.0)
    yield "to the heading", np.where(found >= 0, np.minimum(np.arange(len(page)) - under, FAR), FAR)


def _odds_of_the_alike(page: Page, odds: Column) -> Iterator[Named]:
    """How likely the other blocks are that stand in elements of the same looks, wherever on the page."""
    likely = likelihood(odds) * page.words
    whole = max(float(page.words.sum()), 1.0)
    for name, groups in (("all around", page.likeness.trails), ("near", page.likeness.inner)):
        words, article = np.bincount(groups, page.words)[groups], np.bincount(groups, likely)[groups]
        # Half a word of an article is presumed, so that a block without any like it is in two minds.
        yield f"likely with the same {name}", (article - likely + 0.5) / (words - page.words + 1)
        yield f"blocks with the same {name}", np.bincount(groups)[groups].astype(np.float64)
        yield f"words with the same {name}", words / whole
