"""Boxes that interrupt a dump's text: a few teasers, a newsletter's form. The text goes on behind them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from unscrape.boilerplate.context import Context
from unscrape.model import Block, Finding, Metadata
from unscrape.signs.phrases import end_name, furniture_name
from unscrape.signs.shape import ends_sentence, is_prose

OPENERS = frozenset({"teasers", "newsletter", "appeal", "share bar"})
TEASER_WORDS = 16
FORM_WORDS = 25
REACH = 3


def label_boxes(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """Short lines under a line such as "Recommended", and what stands in a form between two lines of it."""
    if context.form != "text":
        return
    title = next((number for number, label in metadata.used.items() if label == "title"), -1)
    boxed = -1  # the last line of the box before: an opener within it has nothing below that the box has not
    for block in blocks[title + 1 :]:
        name = end_name(block.text) if block.kind in ("paragraph", "heading") else None
        if name in OPENERS:
            yield Finding(block.number, "furniture", "box", f"opens a box: {name}")
            for finding in _lines_below(block, blocks, name) if block.number > boxed else ():
                boxed = finding.block
                yield finding
    yield from _inside_forms(blocks, title)


def _lines_below(opener: Block, blocks: Sequence[Block], name: str) -> Iterator[Finding]:
    for block in (blocks[number] for number in range(opener.number + 1, len(blocks))):
        asks = block.text.rstrip().endswith("?")
        if is_prose(block, TEASER_WORDS) or (ends_sentence(block.text) and not asks) or block.kind != "paragraph":
            return
        yield Finding(
            block.number, "furniture", "box", f"a short line in the box under “{opener.text.strip()[:40]}” ({name})"
        )


def _inside_forms(blocks: Sequence[Block], title: int) -> Iterator[Finding]:
    """Between two form lines at most three blocks apart nothing is the article's."""
    forms = [block.number for block in blocks[title + 1 :] if furniture_name(block.text) in ("consent", "appeal")]
    for first, second in pairwise(forms):
        between = blocks[first + 1 : second]
        if 0 < len(between) < REACH and all(block.length <= FORM_WORDS for block in between):
            yield from (Finding(block.number, "furniture", "box", "inside a form") for block in between)
