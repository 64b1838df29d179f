"""A plain-text dump to Blocks: a line is a block, unless the dump breaks its paragraphs into lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from unscrape.blocks.dump_images import mark_images
from unscrape.blocks.dump_lines import BULLET, NUMBER, paragraphs
from unscrape.blocks.dump_notes import mark_notes
from unscrape.blocks.dump_quotes import mark_quotes
from unscrape.model import Block, Container, Place, ScrapedPage, Span
from unscrape.signs.phrases import end_name, furniture_name

CLEAR_BULLETS = "•‣▪●◦∙►▶➤■◆✓✔"
ENDS_A_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»)\]]*(?:\[\d{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰])*$")
OPENING = "\"'“‘«„"
HEADING_WORDS, QUESTION_WORDS = 12, 9


def from_text(page: ScrapedPage) -> tuple[Block, ...]:
    """The dump's lines as blocks, in order; lines without a visible character are none.

    Bullets and numbers at the start of a run of lines become list items, short lines above prose become headings.
    """
    lines = paragraphs(page.text)
    blocks = [Block(at, "paragraph", (Span(line.text),), Place(line.number)) for at, line in enumerate(lines)]
    return tuple(mark_quotes(_mark_headings(mark_images(mark_notes(_mark_lists(blocks))))))


def _mark_lists(blocks: list[Block]) -> list[Block]:
    marked: list[Block] = []
    run: list[Block] = []
    for block in [*blocks, None]:
        if block is not None and _goes_on(run, block):
            run.append(block)
            continue
        marked += _list_items(run)
        run = [block] if block is not None and _starts(block) else []
        marked += [] if run or block is None else [block]
    return marked


def _starts(block: Block) -> bool:
    return bool(BULLET.match(block.text)) or _number(block) in (0, 1)


def _goes_on(run: list[Block], block: Block) -> bool:
    if not run:
        return False
    first = BULLET.match(run[0].text)
    if first:
        bullet = BULLET.match(block.text)
        return bool(bullet) and bullet["mark"] == first["mark"] if bullet else False
    return _number(block) == (_number(run[-1]) or 0) + 1


def _number(block: Block) -> int | None:
    match = NUMBER.match(block.text)
    return int(match["number"]) if match else None


def _list_items(run: list[Block]) -> list[Block]:
    """One dash or number alone is no list: it may be a sentence that starts so."""
    if not run or (len(run) == 1 and run[0].text[0] not in CLEAR_BULLETS):
        return run
    whole = Container("list", run[0].number, start=_number(run[0]))
    return [_list_item(block, whole) for block in run]


def _list_item(block: Block, whole: Container) -> Block:
    match = BULLET.match(block.text) or NUMBER.match(block.text)
    marker, text = (match[0].strip(), block.text[match.end() :]) if match else ("", block.text)
    nesting = (whole, Container("item", block.number))
    return replace(block, kind="list_item", spans=(Span(text),), nesting=nesting, marker=marker)


def _mark_headings(blocks: list[Block]) -> list[Block]:
    """Short lines above prose as headings; questions among them where the text has several."""
    tight = not any(_apart(above, below) for above, below in pairwise(blocks))
    beside = [_is_beside_text(block) for block in blocks]
    above = _nearest_text(blocks, beside)
    below = _nearest_text(blocks[::-1], beside[::-1])[::-1]

    def headed(candidates: Iterable[Block]) -> set[int]:
        numbers = [block.number for block in candidates]
        return {at for at in numbers if _heads(blocks[at], blocks, above[at], below[at], tight)}

    questions = headed(filter(_is_short_question, blocks))
    found = headed(filter(_is_short_line, blocks)) | (questions if len(questions) > 1 else set())
    return [replace(block, kind="heading", level=2) if block.number in found else block for block in blocks]


def _nearest_text(blocks: Sequence[Block], beside: Sequence[bool]) -> list[Block | None]:
    """For each block the nearest before it that is no share bar, image or caption."""
    nearest: list[Block | None] = [None]
    for block, passed_over in zip(blocks, beside, strict=True):
        nearest.append(nearest[-1] if passed_over else block)
    return nearest[: len(blocks)]


def _heads(block: Block, blocks: list[Block], before: Block | None, after: Block | None, tight: bool) -> bool:
    """Alone between two pieces of prose, or above a list; share bars, images and captions don't count as neighbours.

    A tight dump has no empty lines at all: there the prose on both sides must be long.
    """
    number = block.number
    around = [*blocks[max(number - 1, 0) : number + 2]]
    if len(around) == 3 and end_name(around[0].text) in ("teasers", "share bar", "newsletter"):
        return False
    alone = len(around) == 3 and (tight or all(_apart(above, below) for above, below in pairwise(around)))
    if not alone or before is None or after is None or block.kind != "paragraph":
        return False
    opens_list = after.kind == "list_item" and before.kind != "list_item" and not tight
    return opens_list or (_is_prose(before, 25 if tight else 5) and _is_prose(after, 25 if tight else 4))


def _apart(above: Block, below: Block) -> bool:
    return below.place.line > above.place.line + 1


def _is_beside_text(block: Block) -> bool:
    return block.kind in ("image", "caption") or bool(furniture_name(block.text))


def _is_short_line(block: Block) -> bool:
    text = block.text
    return (
        len(text.split()) <= HEADING_WORDS
        and NUMBER.sub("", text).lstrip(OPENING)[:1].isupper()
        and not ENDS_A_SENTENCE.search(text)
    )


def _is_short_question(block: Block) -> bool:
    return len(block.text.split()) <= QUESTION_WORDS and block.text[0].isupper() and block.text.endswith("?")


def _is_prose(block: Block, words: int) -> bool:
    """True for a list item, and for a paragraph that ends as a sentence does."""
    listed = block.kind in ("list_item", "quote")
    return listed or (len(block.text.split()) >= words and bool(ENDS_A_SENTENCE.search(block.text)))
