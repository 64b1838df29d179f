"""Lines that read as furniture on any site, and lines after which an article is over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from unscrape.boilerplate.context import Context
from unscrape.model import Block, Finding, Metadata
from unscrape.signs.phrases import end_name, furniture_name
from unscrape.signs.shape import is_file_name, is_prose

# Comments and an author's box always come after the text; teasers and appeals may interrupt it.
CERTAIN_ENDS = frozenset({"comments"})
LABEL_WORDS = 4
MAY_INTERRUPT = frozenset({"teasers", "newsletter", "appeal", "share bar"})
# "Subscribe to nothing at the kiosk" may be advice: what is listed, quoted or set in a table speaks in the text.
TEXT_KINDS = frozenset({"table", "quote", "list_item", "caption", "footnote", "code"})
MAY_BE_HEADINGS = frozenset({"menu", "licence line", "reading aid"})
LEAST_WORDS_BEFORE = 60
# How much prose may follow a cue, as a share of what stands before it. Markup tells most boxes by itself.
MOST_AFTER = {"text": 0.8, "html": 0.25}
HTML_ENDS = frozenset({"comments", "teasers", "newsletter", "about the author"})


def label_phrases(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """Whole lines of furniture: share bars, counters, cookie notices. Headings and list items inside prose stay."""
    del metadata, context
    for block in blocks:
        name = furniture_name(block.text) if block.kind not in TEXT_KINDS else None
        if name and not (name in MAY_BE_HEADINGS and _inside_prose(block, blocks)):
            yield Finding(block.number, "furniture", "furniture phrase", f"reads as: {name}")
        elif len(block.text) < 120 and is_file_name(block.text):
            yield Finding(block.number, "furniture", "image name", "what an image is called, not something to read")


def _inside_prose(block: Block, blocks: Sequence[Block]) -> bool:
    """A heading such as "About us" between two long paragraphs may well be the article's."""
    around = (*blocks[max(block.number - 1, 0) : block.number], *blocks[block.number + 1 : block.number + 2])
    return block.kind == "heading" and len(around) == 2 and all(is_prose(other) for other in around)


def label_after_end(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """Everything from the first line that ends the article, where enough text stands before it."""
    most_after = MOST_AFTER[context.form]
    start = next((number for number, label in metadata.used.items() if label == "title"), -1)
    body = [block for block in blocks if block.number > start and not block.place.hidden]
    whole = sum(_prose_words(block) for block in body)
    before = 0
    for block in body:
        name = end_name(block.text) if block.kind not in TEXT_KINDS else None
        name = name if context.form == "text" or name in HTML_ENDS else None
        if (
            name
            and before >= LEAST_WORDS_BEFORE
            and not _is_box(name, block, blocks, metadata)
            and (name in CERTAIN_ENDS or whole - before <= most_after * before)
        ):
            first = block.number - _announces(blocks[block.number - 1])
            reason = f"after “{block.text.strip()[:60]}”, where {name} begin"
            yield from (Finding(other.number, "furniture", "end of the article", reason) for other in blocks[first:])
            return
        before += _prose_words(block)


def _announces(above: Block) -> bool:
    """True for "A message from the editors:" above the cue."""
    return above.text.rstrip().endswith(":") and above.length <= LABEL_WORDS * 2


def _is_box(name: str, cue: Block, blocks: Sequence[Block], metadata: Metadata) -> bool:
    """A cue inside the text: two paragraphs run on, further below, into the note on the author."""
    if name not in MAY_INTERRUPT:
        return False
    note = min((number for number, label in metadata.used.items() if label == "author_bio"), default=-1)
    below = (blocks[number] for number in range(note - 1, cue.number, -1))
    last = list(islice((block for block in below if block.length > LABEL_WORDS), 2))
    return len(last) == 2 and all(is_prose(block) for block in last)


def _prose_words(block: Block) -> int:
    return block.length if is_prose(block, 12) else 0
