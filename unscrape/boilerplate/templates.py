"""A site's template, learned from its pages: what stands in elements of one look is the text's, or furniture, on all.

No single page tells whether `div.post-wide` holds its article or teasers of others. Where the model is sure of that on
the site's other pages, it is a good reason on this one. Elements' looks are those of `learned/likeness.py`; a text
dump has none, and learns nothing here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log

import numpy as np

from unscrape.boilerplate.learned.likeness import Look
from unscrape.boilerplate.learned.page import Column, Page

# Log odds that others' opinion may add or take at most, and the words from which it counts in full.
MOST, ENOUGH_WORDS = 3.0, 50


@dataclass(frozen=True, slots=True)
class Tally:
    """Words in elements of one look, and how many of them are likely the article's."""

    words: float = 0.0
    article: float = 0.0

    @property
    def odds(self) -> float:
        """Log odds that what stands there is the article's, within ±MOST; nearer to 0 the fewer words tell of it."""
        share = (self.article + 0.5) / (self.words + 1)
        return min(max(log(share / (1 - share)), -MOST), MOST) * min(self.words / ENOUGH_WORDS, 1.0)


NOTHING = Tally()


@dataclass(frozen=True, slots=True)
class Template:
    """What pages of a site, each judged by itself, tell of each look."""

    looks: Mapping[Look, Tally] = field(default_factory=dict)

    def odds(self, page: Page) -> Column:
        """Log odds to add for each block of another page of the site."""
        if not self.looks:
            return np.zeros(len(page))
        odds = [self.looks.get(look, NOTHING).odds for look in page.likeness.inner_looks]
        return np.array(odds, dtype=np.float64)[page.likeness.inner]


def template_of(page: Page, likely: Column) -> Template:
    """What one page tells, by the likelihoods of its blocks."""
    if not page.elements:
        return Template()
    looks = page.likeness.inner_looks
    words = np.bincount(page.likeness.inner, page.words, len(looks))
    article = np.bincount(page.likeness.inner, page.words * likely, len(looks))
    return Template({look: Tally(float(words[row]), float(article[row])) for row, look in enumerate(looks)})


def without(whole: Template, part: Template) -> Template:
    """What the others tell: a page must not be its own witness."""
    own = part.looks
    others = {
        look: Tally(tally.words - own[look].words, tally.article - own[look].article) if look in own else tally
        for look, tally in whole.looks.items()
    }
    return Template({look: tally for look, tally in others.items() if tally.words > 0})


def added_up(templates: Iterable[Template]) -> Template:
    """What all of them tell together."""
    sums: dict[Look, Tally] = {}
    for template in templates:
        for look, tally in template.looks.items():
            known = sums.get(look, NOTHING)
            sums[look] = Tally(known.words + tally.words, known.article + tally.article)
    return Template(sums)
