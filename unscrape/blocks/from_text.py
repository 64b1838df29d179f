"""A plain-text dump to Blocks: a line is a block, unless the dump breaks its paragraphs into lines of one width."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median

from unscrape.blocks.dump_images import mark_images
from unscrape.blocks.dump_notes import mark_notes
from unscrape.blocks.dump_quotes import mark_quotes
from unscrape.model import Block, Container, Place, ScrapedPage, Span
from unscrape.signs.phrases import end_name, furniture_name

Line = tuple[int, str]

BULLET = re.compile(r"^(?P<mark>[•‣▪●◦∙►▶➤■◆✓✔·*–-])[ \t\u00a0]+(?=\S)")
NUMBER = re.compile(r"^(?P<number>\d{1,3})[.)][ \t\u00a0]+(?=\S)")
CLEAR_BULLETS = "•‣▪●◦∙►▶➤■◆✓✔"
ENDS_A_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»)\]]*(?:\[\d{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰])*$")
LEAST_FILLED = 0.7
OPENING = "\"'“‘«„"
HEADING_WORDS, QUESTION_WORDS = 12, 9


def from_text(page: ScrapedPage) -> tuple[Block, ...]:
    """The dump's lines as blocks, in order; lines without a visible character are none.

    Bullets and numbers at the start of a run of lines become list items, short lines above prose become headings.
    """
    lines = list(_joined(_visible_lines(page.text)))
    blocks = [Block(number, "paragraph", (Span(text),), Place(line)) for number, (line, text) in enumerate(lines)]
    return tuple(mark_quotes(_mark_headings(mark_images(mark_notes(_mark_lists(blocks))))))


def _visible_lines(text: str) -> list[Line]:
    """Lines with their numbers from 1. str.strip() takes no-break spaces too: a line of those shows nothing."""
    return [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()]


def _joined(lines: list[Line]) -> Iterator[Line]:
    """Lines of a hard-wrapped dump joined to paragraphs; other dumps' lines as they are.

    A line with room for the next one's first word ends its paragraph.
    """
    if not _is_hard_wrapped(lines):
        yield from lines
        return
    widest = max(len(text) for text in _going_on(lines))
    start, last, parts = 0, -1, list[str]()
    for number, line in lines:
        room = parts and len(parts[-1]) + len(line.split()[0]) < widest * LEAST_FILLED
        if parts and (number != last + 1 or room or BULLET.match(line) or NUMBER.match(line)):
            yield start, " ".join(parts)
            parts = []
        start, last = (start if parts else number), number
        parts.append(line)
    if parts:
        yield start, " ".join(parts)


def _is_hard_wrapped(lines: list[Line]) -> bool:
    """True where most lines go on in the next one and are filled to nearly one width, as a mail program would."""
    going_on = _going_on(lines)
    if len(going_on) < 6 or len(going_on) < len(lines) / 2:
        return False
    widest = max(len(text) for text in going_on)
    return 40 <= widest <= 120 and median(len(text) for text in going_on) >= widest * 0.8


def _going_on(lines: list[Line]) -> list[str]:
    """Lines right above another one."""
    return [text for (number, text), (after, _) in pairwise(lines) if after == number + 1]


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
    above = _nearest_text(blocks)
    below = _nearest_text(blocks[::-1])[::-1]
    heads = {
        block.number
        for block, before, after in zip(blocks, above, below, strict=True)
        if (_is_short_line(block) or _is_short_question(block)) and _heads(block, blocks, before, after, tight)
    }
    found = {number for number in heads if _is_short_line(blocks[number])}
    questions = {number for number in heads if _is_short_question(blocks[number])}
    found |= questions if len(questions) > 1 else set()
    return [replace(block, kind="heading", level=2) if block.number in found else block for block in blocks]


def _nearest_text(blocks: list[Block]) -> list[Block | None]:
    """For each block the nearest before it that is no share bar, image or caption."""
    nearest: list[Block | None] = [None]
    for block in blocks[:-1]:
        nearest.append(nearest[-1] if _is_beside_text(block) else block)
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
