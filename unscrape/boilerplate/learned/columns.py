"""The numbers that the trees look at, by name, computed over whole columns at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from unscrape.boilerplate.learned.letters import COMMA, QUOTE, SIGN
from unscrape.boilerplate.learned.page import Column, Page
from unscrape.model import BlockKind, ContainerKind, Finding, Label, words_of

Named = tuple[str, Column]

KINDS: tuple[BlockKind, ...] = (
    "paragraph", "heading", "list_item", "quote", "caption", "image", "table", "code", "rule", "footnote",
)  # fmt: skip
PLACES_OF_KINDS = {kind: place for place, kind in enumerate(KINDS)}
USES: tuple[Label, ...] = ("title", "dek", "byline", "date", "section", "author_bio", "image_credit")
BELOW: tuple[Label, ...] = ("byline", "date")
STANDING: tuple[ContainerKind, ...] = ("quote", "list", "figure", "table", "footnote")
# The rules of the other labellers, which the model takes as advice.
RULES = (
    "above the title", "after the text", "alt text", "below the author's note", "between title and text", "box",
    "byline in the text", "element", "end of the article", "furniture phrase", "hidden element", "image name",
    "links in a row", "outside the text's element", "said again", "title again",
)  # fmt: skip
CONTAINER = ("in the container", "steps up from the container", "steps below the container", "along the container",
             "to the container's end")  # fmt: skip
NEIGHBOURS = (1, 2, 3, -1, -2, -3)
WINDOWS = (2, 5, 10)
HEIGHTS = range(7)
ALIKE_HEIGHTS = range(6)
MOST = (0.5, 0.7, 0.85)
FAR = 99.0
UNKNOWN = -1.0
SENTENCE = re.compile(r"[.?!…][\"'”’»)\]]*(?:\s|$)")


def columns(page: Page, findings: Sequence[Finding]) -> dict[str, Column]:
    """What page and blocks look like. `findings` are the other labellers', each rule a column."""
    groups = (_shape, _standing, _position, _sameness, _neighbours, _held, _container, _likeness)
    named = {name: column for group in groups for name, column in group(page)}
    return named | dict(_rules(page, findings))


def shifted(column: Column, steps: int, fill: float = UNKNOWN) -> Column:
    """The column of the block that many places before; `fill` where there is none.

    >>> shifted(np.array([1.0, 2.0, 3.0]), 1)
    array([-1.,  1.,  2.])
    """
    found = np.full_like(column, fill)
    if 0 < steps < len(column):
        found[steps:] = column[:-steps]
    elif 0 < -steps < len(column):
        found[:steps] = column[-steps:]
    return found


def summed_around(column: Column, reach: int) -> Column:
    """Sums over each block and as many before and after it."""
    sums = np.concatenate(([0.0], np.cumsum(column)))
    places = np.arange(len(column))
    return np.asarray(sums[np.minimum(places + reach + 1, len(column))] - sums[np.maximum(places - reach, 0)])


def _shape(page: Page) -> Iterator[Named]:
    words = page.some_words
    yield "words", page.words
    yield "letters a word", page.letters / words
    yield "linked", page.share_linked
    yield "links", page.spans.links
    yield "commas", page.signs.count(COMMA) / words
    yield "sentences", np.array([len(SENTENCE.findall(text)) for text in page.texts], dtype=np.float64)
    yield "ends a sentence", page.ends
    yield "capitals", page.capitals
    yield "numbers", _count(page, str.isdigit) / words
    yield "begins low", np.array([text.lstrip()[:1].islower() for text in page.texts], dtype=np.float64)
    yield "longest word", np.array([max(map(len, said), default=0) for said in page.said], dtype=np.float64)
    yield "quote marks", page.signs.count(QUOTE)
    yield "signs", page.signs.count(SIGN)
    yield "emphasis", page.spans.emphasised / np.maximum(page.letters, 1)


def _count(page: Page, says: Callable[[str], bool]) -> Column:
    return np.array([sum(map(says, said)) for said in page.said], dtype=np.float64)


def _standing(page: Page) -> Iterator[Named]:
    yield "kind", _kinds(page)
    yield "level", page.column(lambda block: block.level)
    yield "hidden", 1 - page.shown
    yield "depth", page.elements.depths
    standing: dict[ContainerKind, list[int]] = {kind: [] for kind in STANDING}
    for block in page.blocks:
        for container in block.nesting:
            if container.kind in standing:
                standing[container.kind].append(block.number)
    for kind, numbers in standing.items():
        yield f"in a {kind}", _marked(page, numbers)
    for use in USES:
        yield f"used as {use}", _marked(page, [number for number, label in page.metadata.used.items() if label == use])


def _marked(page: Page, numbers: Sequence[int]) -> Column:
    """1 for these blocks, 0 for all others."""
    column = np.zeros(len(page))
    column[list(numbers)] = 1
    return column


def _kinds(page: Page) -> Column:
    return np.array([PLACES_OF_KINDS[block.kind] for block in page.blocks], dtype=np.float64)


def _position(page: Page) -> Iterator[Named]:
    places, count = np.arange(len(page), dtype=np.float64), len(page)
    before = np.cumsum(page.prose)
    yield "blocks", np.full(count, float(count))
    yield "words of the page", np.full(count, page.all_words)
    yield "prose of the page", np.full(count, page.all_prose)
    yield "share of prose", np.full(count, page.all_prose / page.all_words)
    yield "place", places
    yield "place of all", places / count
    yield "blocks below", count - places
    yield "prose above", before
    yield "prose above of all", before / page.all_prose
    yield "prose below", page.all_prose - before
    known = page.title is not None
    title = page.title or 0
    yield "blocks below the title", places - title if known else np.full(count, -10 * FAR)
    yield "prose below the title", before - before[title] if known else np.full(count, -10 * FAR)
    for use in BELOW:
        first = min((number for number, label in page.metadata.used.items() if label == use), default=None)
        yield f"blocks below the {use}", np.full(count, -10 * FAR) if first is None else places - first
    yield "to the prose above", distance(np.flatnonzero(page.prose), count, above=True)
    yield "to the prose below", distance(np.flatnonzero(page.prose), count, above=False)


def distance(marked: NDArray[np.int64], count: int, *, above: bool) -> Column:
    """Blocks from each to the next marked one before or after it; a marked one itself doesn't count."""
    places = np.arange(count)
    if not len(marked):
        return np.full(count, FAR)
    found = np.searchsorted(marked, places, side="left" if above else "right") - int(above)
    there = (found >= 0) & (found < len(marked))
    away = np.abs(places - marked[np.clip(found, 0, len(marked) - 1)])
    return np.where(there, np.minimum(away, FAR), FAR)


def _sameness(page: Page) -> Iterator[Named]:
    """Words shared with the title, lines that stand on the page twice, neighbours in the same element."""
    title = set(words_of((page.metadata.title.value or "").lower()))
    shared = np.fromiter((len(title.intersection(said)) for said in page.said), np.float64, len(page))
    yield "of the title's words", shared / max(len(title), 1)
    yield "shared with the title", shared / page.some_words
    yield "twins", np.bincount(page.firsts, minlength=len(page))[page.firsts].astype(np.float64)
    yield "first of twins", (page.firsts == np.arange(len(page))).astype(np.float64)
    innermost = page.elements.around(0)
    together = np.concatenate((innermost[1:] == innermost[:-1], [False])).astype(np.float64)
    yield "same element below", together
    yield "same element above", shifted(together, 1, 0.0)


def _neighbours(page: Page) -> Iterator[Named]:
    linked, ends, kinds, capitals = page.share_linked, page.ends, _kinds(page), page.capitals
    for steps in NEIGHBOURS:
        yield f"words {steps:+}", shifted(page.words, steps)
        yield f"linked {steps:+}", shifted(linked, steps)
    for steps in (1, 2, -1, -2):
        yield f"ends a sentence {steps:+}", shifted(ends, steps)
        yield f"kind {steps:+}", shifted(kinds, steps)
        yield f"capitals {steps:+}", shifted(capitals, steps)
    for reach in WINDOWS:
        words = summed_around(page.words, reach)
        yield f"words within {reach}", words / (2 * reach + 1)
        yield f"linked within {reach}", summed_around(page.linked, reach) / np.maximum(words, 1)
        yield f"prose within {reach}", summed_around(page.prose, reach) / np.maximum(words, 1)


def _held(page: Page) -> Iterator[Named]:
    """What the elements around a block hold, from the innermost outwards."""
    elements = page.elements
    words, prose = elements.sums(page.words * page.shown), elements.sums(page.prose)
    linked, blocks = elements.sums(page.linked * page.shown), elements.sums(np.ones(len(page)))
    for height in HEIGHTS:
        around = elements.around(height)
        yield f"words in element {height}", words[around] / page.all_words
        yield f"prose in element {height}", prose[around] / page.all_prose
        yield f"linked in element {height}", linked[around] / np.maximum(words[around], 1)
        yield f"blocks in element {height}", blocks[around]


def _container(page: Page) -> Iterator[Named]:
    """Where a block stands to the smallest element that holds half of the prose, or more of it."""
    elements, places = page.elements, np.arange(len(page), dtype=np.float64)
    sums = elements.sums(page.prose)
    for share in MOST:
        found = elements.innermost_with(sums, share * page.all_prose)
        if found is None:
            yield from ((f"{name} {share}", np.full(len(page), UNKNOWN)) for name in CONTAINER)
            continue
        inside = elements.inside(found)
        first, last = np.flatnonzero(inside)[[0, -1]]
        shared, depth = elements.shared_depth(found)
        ways = (inside.astype(np.float64), depth - shared, elements.depths - shared,
                (places - first) / max(last - first, 1), last - places)  # fmt: skip
        yield from ((f"{name} {share}", way) for name, way in zip(CONTAINER, ways, strict=True))


def _likeness(page: Page) -> Iterator[Named]:
    """How many elements look like those around a block: cards, comments and teasers come in numbers."""
    alike = page.likeness.alike
    for height in ALIKE_HEIGHTS:
        yield f"elements like element {height}", alike[page.elements.around(height)].astype(np.float64)
    yield "most elements like one around", page.likeness.most[page.elements.around(0)].astype(np.float64)


def _rules(page: Page, findings: Sequence[Finding]) -> Iterator[Named]:
    """Which of the other labellers' rules speak of a whole block."""
    said: dict[str, Column] = {rule: np.zeros(len(page)) for rule in RULES}
    for finding in findings:
        if finding.rule in said and finding.start is None:
            said[finding.rule][finding.block] = 1
    return ((f"rule: {rule}", column) for rule, column in said.items())
