"""Each block as the fields look at it, read once: its words, where it stands, what its elements are called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from unscrape.model import Block, Form
from unscrape.signs.trail import words_of_names

SHORT = 400  # characters; what is longer is text, and no field's line
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
    names_of = cache(names_around)  # for this page alone: other pages' elements are called otherwise
    lines = (_read_line(block, names_of) for block in blocks)
    return tuple(line for line in lines if line)


def _read_line(block: Block, names_of: Callable[[tuple[str, ...]], frozenset[str]]) -> Line | None:
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
        names_of(trail[max(1, len(trail) - AROUND) :]),
    )


def names_around(trail: tuple[str, ...]) -> frozenset[str]:
    """The words in the ids and classes of these elements, and their telling attributes.

    >>> sorted(names_around(("div.post-meta", "a[rel=author]")))
    ['[rel=author]', 'meta', 'post']
    """
    return frozenset().union(*map(_names_of, trail))


def _names_of(element: str) -> tuple[str, ...]:
    words = words_of_names(element)
    return (*words, *[f"[{attribute}" for attribute in element.split("[")[1:]]) if "[" in element else words
