"""Images that a dump has lost: their alt texts and file names on lines of their own, captions below them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from unscrape.model import Block, Span
from unscrape.signs.phrases import end_name
from unscrape.signs.shape import ends_sentence, is_file_name, is_prose

ALT_WORDS, CAPTION_WORDS = 10, 60
# Where more short lines stand right above others without a credit, they are headings, or pairs of a table.
MOST_UNCREDITED = 2
CREDITED = re.compile(
    r"\((?:(?i:photo|image|picture|courtesy|credit|illustration)|[A-Z][^()]{2,40}/)[^()]{0,60}\)\.?$|"
    r"\b(?:Photograph|Photo|Image|Picture|Illustration)s?(?: by|:| courtesy of) [^.]{3,60}\.?$|"
    r"^(?:Figure|Fig\.|Chart|Map) \d+[.:] ",
)


def mark_images(blocks: Sequence[Block]) -> list[Block]:
    """Names of image files become image blocks, within the prose alt texts too; credited lines become captions."""
    first, last = _text(blocks)
    uncredited = sum(
        first < block.number < last and _is_alt_text(before, block, after) and not (after and _is_credited(after))
        for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
    )
    marked: list[Block] = []
    for before, block, after in zip([None, *blocks], blocks, [*blocks[1:], None], strict=False):
        inside = first < block.number < last
        above = marked[-1] if marked else None
        if block.kind == "paragraph" and (
            is_file_name(block.text)
            or (inside and uncredited <= MOST_UNCREDITED and _is_alt_text(before, block, after))
        ):
            marked.append(replace(block, kind="image", spans=(Span(block.text, frozenset({"image"})),)))
        elif _is_credited(block) or (above is not None and above.kind == "image" and _is_below(above, block)):
            marked.append(replace(block, kind="caption", level=0))
        else:
            marked.append(block)
    return marked


def _text(blocks: Sequence[Block]) -> tuple[int, int]:
    """Numbers of the first and the last block of prose, as far as no comments or teasers begin between them."""
    prose = [block.number for block in blocks if is_prose(block)]
    ends = [
        block.number
        for block in blocks
        if prose and block.number > prose[0] and end_name(block.text) in ("comments", "teasers")
    ]
    stop = ends[0] if ends and sum(number < ends[0] for number in prose) >= len(prose) / 2 else len(blocks)
    within = [number for number in prose if number < stop]
    return (within[0], within[-1]) if within else (0, 0)


def _is_alt_text(before: Block | None, block: Block, after: Block | None) -> bool:
    """A few words without an end, an empty line above them and a caption below."""
    alone = before is None or before.place.line < block.place.line - 1
    words = any(letter.isalpha() for letter in block.text)
    short = (
        words and len(block.text.split()) <= ALT_WORDS and not ends_sentence(block.text) and not end_name(block.text)
    )
    return alone and short and after is not None and (_is_below(block, after) or _is_credited(after))


def _is_below(image: Block, block: Block) -> bool:
    """Directly below, without an empty line, and no line that only credits the image."""
    adjoining = block.place.line == image.place.line + 1
    short = 3 < len(block.text.split()) <= CAPTION_WORDS
    return (
        adjoining
        and short
        and block.kind in ("paragraph", "heading")
        and not re.match(r"^[\w ]{0,16}(?:credit|photo)s?\s*:", block.text, re.IGNORECASE)
    )


def _is_credited(block: Block) -> bool:
    return (
        block.kind == "paragraph"
        and 5 <= len(block.text.split()) <= CAPTION_WORDS
        and bool(CREDITED.search(block.text))
    )
