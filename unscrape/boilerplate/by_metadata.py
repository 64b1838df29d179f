"""Blocks that were read for a field, and those that only say it again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unscrape.boilerplate.context import Context
from unscrape.model import Block, Finding, Metadata
from unscrape.signs.shape import folded, is_prose, says_any

NAMES = {
    "title": "the title",
    "dek": "the dek",
    "byline": "the byline",
    "date": "a date of the article",
    "source": "the source",
    "section": "the section",
    "image_credit": "the image's credit",
    "author_bio": "who the author is",
    "url": "the address",
}


def label_metadata(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """The blocks that a field was read from."""
    del context
    for block in blocks:
        label = metadata.used.get(block.number)
        if label:
            yield Finding(block.number, label, label.replace("_", " "), f"read as {NAMES[label]}")


def label_said_again(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """The title or dek a second time (glued to a breadcrumb too), and the section's line above the teasers."""
    del context
    for again, choice in (("title", metadata.title), ("dek", metadata.dek)):
        told = folded(choice.value or "")
        says, title = says_any({told}), (choice.value or "").strip()
        for block in blocks if told else ():
            if says(block.text) or _glued(block, title):
                yield Finding(block.number, "furniture", f"{again} again", f"says the {again} a second time")
    read_up = {folded(blocks[number].text) for number, label in metadata.used.items() if label in ("section", "byline")}
    says = says_any(read_up)
    for block in blocks if read_up else ():
        if says(block.text) and not _amid_prose(block, blocks):
            yield Finding(block.number, "furniture", "said again", "says a line about the article a second time")


def _amid_prose(block: Block, blocks: Sequence[Block]) -> bool:
    """A part of the article may be headed by the section's name."""
    around = (*blocks[max(block.number - 1, 0) : block.number], *blocks[block.number + 1 : block.number + 2])
    return len(around) == 2 and all(is_prose(other) for other in around)


def _glued(block: Block, title: str) -> bool:
    """ "HomeEurope" and the title, run together."""
    text = block.text.strip()
    return (
        text.endswith(title)
        and len(title.split()) >= 3
        and len(text) - len(title) <= 80
        and block.length <= len(title.split()) + 4
    )
