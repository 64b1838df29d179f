# SPDX-License-Identifier: AGPL-3.0-or-later
"""What helps to read an article: an outline where it is long and has headings, and how long reading it takes."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from pelican.plugins import signals
from site_types import ArticlesGenerator

HEADING = re.compile(r'<h([2-6]) id="(?P<id>[^"]+)">(?P<words>.*?)</h\1>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
WORD = re.compile(r"\w+")
# Silent reading of English prose takes 238 words a minute: Brysbaert 2019, a mean over 190 studies.
WORDS_A_MINUTE = 238
FEWEST_HEADINGS, FEWEST_MINUTES = 3, 4


class Heading(NamedTuple):
    """`depth` is 0 for the article's highest headings, 1 for those below."""

    id: str
    words: str
    depth: int


def register() -> None:
    signals.article_generator_finalized.connect(give_aids)


def give_aids(generator: ArticlesGenerator) -> None:
    for article in generator.articles:
        article.minutes = minutes_of(article._content)
        article.outline = outline_of(article._content) if article.minutes >= FEWEST_MINUTES else []


def minutes_of(rendered: str) -> int:
    """At least one, but for an article whose text isn't here."""
    words = sum(1 for _ in WORD.finditer(TAG.sub(" ", rendered)))
    return max(1, round(words / WORDS_A_MINUTE)) if words else 0


def outline_of(rendered: str) -> list[Heading]:
    """The headings of the two highest levels; none where there are too few to find one's way by.

    >>> outline_of('<h2 id="a">A</h2><h3 id="b">B <em>&amp;</em></h3><h2 id="c">C</h2>')
    [Heading(id='a', words='A', depth=0), Heading(id='b', words='B &', depth=1), Heading(id='c', words='C', depth=0)]
    """
    found = list(HEADING.finditer(rendered))
    highest = min((int(heading[1]) for heading in found), default=0)
    outline = list(_outlined(found, highest))
    return outline if len(outline) >= FEWEST_HEADINGS else []


def _outlined(found: list[re.Match[str]], highest: int) -> Iterator[Heading]:
    for heading in found:
        depth = int(heading[1]) - highest
        words = " ".join(html.unescape(TAG.sub("", heading["words"])).split())
        if depth <= 1 and words:
            yield Heading(heading["id"], words, depth)
