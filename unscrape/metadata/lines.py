"""Each block as the fields look at it, read once: its words, where it stands, what its elements are called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from unscrape.model import Block, Form

SHORT = 400  # characters; what is longer is text, and no field's line
NOT_TAG = re.compile(r"[#.]")
WORDS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
AROUND = 6  # elements: what a line is called is said by those that stand nearest to it, and not by body


class Line(NamedTuple):
    """A block of few words. `names` are the words in the ids and classes of the elements around it."""

    block: Block
    number: int
    text: str
    words: int
    hidden: bool
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page shows: its short lines by their block's number, and where its title stands, once that is known."""

    form: Form
    blocks: Sequence[Block]
    lines: tuple[Line, ...]
    title: int | None = None

    def near(self, before: int, after: int) -> list[Line]:
        """The short lines around the title, or at the top of a page whose title isn't shown."""
        start, stop = (self.title or 0) - before, (self.title or 0) + after
        return [line for line in self.lines if start <= line.number <= stop]


def read_lines(blocks: Sequence[Block]) -> tuple[Line, ...]:
    """The lines that may say something about the article."""
    lines = (_read_line(block) for block in blocks)
    return tuple(line for line in lines if line)


def _read_line(block: Block) -> Line | None:
    text = block.text
    if len(text) > SHORT or not (text := text.strip()):
        return None
    place, trail = block.place, block.place.trail
    return Line(
        block,
        block.number,
        text,
        len(text.split()),
        place.hidden is not None,
        names_around(trail[max(1, len(trail) - AROUND) :]),
    )


@lru_cache(maxsize=20_000)
def names_around(trail: tuple[str, ...]) -> frozenset[str]:
    """The words in the ids and classes of these elements, and their telling attributes.

    >>> sorted(names_around(("div.post-meta", "a[rel=author]")))
    ['[rel=author]', 'meta', 'post']
    """
    return frozenset().union(*map(_names_of, trail))


@lru_cache(maxsize=20_000)
def _names_of(element: str) -> frozenset[str]:
    compound, *attributes = element.split("[")
    start = NOT_TAG.search(compound)
    words = WORDS.findall(compound, start.start()) if start else ()
    return frozenset([*map(str.lower, words), *(f"[{attribute}" for attribute in attributes)])


REGIONS = {"nav": "in a nav", "footer": "in a footer", "aside": "in an aside", "header": "in a header"}


@lru_cache(maxsize=20_000)
def regions_of(trail: tuple[str, ...]) -> frozenset[str]:
    """In which parts of the page the elements are, in phrases.

    >>> sorted(regions_of(("body", "header.top", "nav", "a")))
    ['in a header', 'in a nav']
    """
    tags = {NOT_TAG.split(element, maxsplit=1)[0].split("[")[0] for element in trail}
    found = {sign for tag, sign in REGIONS.items() if tag in tags}
    return frozenset(found | ({"in an article or main element"} if {"article", "main"} & tags else set()))
