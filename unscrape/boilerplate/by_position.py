"""Where a block stands: above the title, beside the container that holds the text, in the loose ends of a dump."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from unscrape.boilerplate.context import Context
from unscrape.metadata.bylines import reads_as_byline
from unscrape.model import Block, Finding, Metadata
from unscrape.signs.shape import ends_sentence, is_prose, link_share

MOST_OF_IT = 0.85
LINKED = 0.6
SHORT = 12
BYLINE_WORDS = 8
MOST_BELOW_BIO = 0.5
NOTE = re.compile(r"\[?\d+[\].)]|\*|(?:notes|endnotes|references|sources|correction)\b", re.IGNORECASE)


def label_above_title(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """What stands above the title is the site's, but prose; a title below most of the prose is another article's."""
    del context
    title = next((number for number, label in metadata.used.items() if label == "title"), None)
    above = sum(len(block.text) for block in blocks[:title] if is_prose(block))
    if above > sum(len(block.text) for block in blocks[title:] if is_prose(block)):
        return
    for block in blocks[:title] if title is not None else ():
        if not is_prose(block, 40) or block.place.trail:
            yield Finding(block.number, "furniture", "above the title", "stands above the article's title")


def label_outside_container(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """HTML: what is not in the smallest element with most of the prose; the lead figure above it stays."""
    del context
    container = find_container(blocks)
    title = next((number for number, label in metadata.used.items() if label == "title"), len(blocks))
    reason = f"outside {container[-1][:80]}, which holds most of the text" if container else ""
    depth = len(container)
    for block in blocks if container else ():
        if block.place.trail[:depth] == container:
            continue
        if not (block.number > title and block.within("figure") and block.place.trail[: depth - 1] == container[:-1]):
            yield Finding(block.number, "furniture", "outside the text's element", reason)


def find_container(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The deepest element trail that holds most of the page's unlinked prose; () for a text dump."""
    inside: Counter[tuple[str, ...]] = Counter()
    for block in blocks:
        if block.place.trail and not block.place.hidden and is_prose(block, 12) and link_share(block) <= LINKED:
            inside[block.place.trail] += block.length
    least = MOST_OF_IT * inside.total()
    container: tuple[str, ...] = ()
    while inside:
        element, words = _heaviest(inside, len(container))
        if words < least:
            break
        container = (*container, element)
        inside = Counter({trail: words for trail, words in inside.items() if trail[: len(container)] == container})
    return container


def _heaviest(trails: Counter[tuple[str, ...]], depth: int) -> tuple[str, int]:
    """The element at this depth, with others in it, that holds most words; none is ("", 0)."""
    weights: Counter[str] = Counter()
    for trail, words in trails.items():
        if len(trail) > depth + 1:
            weights[trail[depth]] += words
    return max(weights.items(), key=lambda weighed: weighed[1], default=("", 0))


def label_link_lists(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """HTML: two or more short blocks in a row that are hardly more than links."""
    del metadata, context
    linked = [block.length <= 25 and block.kind != "table" and link_share(block) >= LINKED for block in blocks]
    for number, block in enumerate(blocks):
        if linked[number] and any(linked[max(number - 1, 0) : number] + linked[number + 1 : number + 2]):
            yield Finding(block.number, "furniture", "links in a row", "one of several blocks that are mostly links")


def label_loose_ends(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """Dumps: short lines between title and text, an image's alt text above its caption, short lines after the text."""
    if context.form != "text":
        return
    title = next((number for number, label in metadata.used.items() if label == "title"), -1)
    prose = [block.number for block in blocks if block.number > title and is_prose(block, 20)]
    if not prose:
        return
    for block in blocks[title + 1 : prose[0]]:
        if block.length <= 6 and not ends_sentence(block.text) and block.kind != "list_item":
            yield Finding(
                block.number, "furniture", "between title and text", "a short line between the title and the text"
            )
    for block in blocks[prose[0] : prose[-1]]:
        if block.length <= BYLINE_WORDS and reads_as_byline(block.text):
            yield Finding(block.number, "furniture", "byline in the text", "names who wrote another article")
        if block.kind == "image":
            yield Finding(block.number, "furniture", "alt text", "an image's text or name; the dump has lost the image")
    for block in blocks[prose[-1] + 1 :]:
        if block.kind in ("paragraph", "heading") and block.length <= SHORT and not _may_end_a_text(block):
            yield Finding(block.number, "furniture", "after the text", "a short line after the last of the text")


def label_after_bio(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """Dumps: what stands below the note on the author, but notes and captions, where most of the text is above it."""
    if context.form != "text":
        return
    notes = [number for number, label in metadata.used.items() if label == "author_bio"]
    prose = [block.number for block in blocks if is_prose(block, 20) and block.number not in metadata.used]
    above = sum(number < min(notes) for number in prose) if notes else 0
    if not notes or above < 3 or len(prose) - above > MOST_BELOW_BIO * above:
        return
    for block in blocks[max(notes) + 1 :]:
        if block.kind not in ("footnote", "caption", "list_item") and not _may_be_note(block):
            yield Finding(block.number, "furniture", "below the author's note", "stands below the note on the author")


def _may_be_note(block: Block) -> bool:
    return bool(NOTE.match(block.text))


def _may_end_a_text(block: Block) -> bool:
    return bool(re.search(r"[.!?…][\"'”’»)\]]*$|^\[?\d+\]|^\*", block.text.strip()))
