"""Bylines that a page shows: by markup, by word ("By …"), or by the shape of their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unscrape.metadata.author_notes import BIO_ROLE, speaks_of
from unscrape.metadata.dates import find_dates
from unscrape.metadata.names import SPACE, Byline, is_name, split_names
from unscrape.model import Block, Evidence
from unscrape.signs.shape import ends_sentence
from unscrape.signs.trail import tokens

BYLINE = re.compile(
    rf"^(?:(?:words|text|story|article|analysis|opinion|op-ed|report|posted|published|written|reported|commentary|"
    rf"a (?:commentary|report|paper|note))?{SPACE}*by:?|authors?:|authors?{SPACE}:|written by:?|from|von|par|por|"
    rf"автор(?:ы)?:|текст:){SPACE}+(?P<authors>\S.*)$",
    re.IGNORECASE,
)
BYLINE_CLASSES = frozenset({"author", "authors", "byline", "contributor", "contributors"})
POSTED_BY = re.compile(
    rf"^(?:posted|published|written|updated)\b.{{0,60}}?\bby{SPACE}+(?P<authors>\S.*)$|"
    rf"^.{{4,40}}\d{{4}}{SPACE}+by{SPACE}+(?P<after_date>\S.*)$",
    re.IGNORECASE,
)
BY_ALONE = re.compile(r"^(?:written |posted )?by:?$|^authors?:?$", re.IGNORECASE)
NAMES_APART = re.compile(r",\s+(?:and\s+)?|(?<!\s)\s+(?:and|&|und)\s+|(?:(?<!\s)\s+)?[;|]\s*", re.IGNORECASE)
NEAR = 8


def reads_as_byline(text: str) -> bool:
    """True for a line that says "By" and names.

    >>> reads_as_byline("By Ana Ilić and Tor Østby"), reads_as_byline("By the river")
    (True, False)
    """
    return bool((names := _named_in(text)) and split_names(names))


def _named_in(text: str) -> str | None:
    """What a byline gives as names: behind "By", or behind "Posted on … by"."""
    for line in text.strip().split("\n"):
        match = BYLINE.match(line.strip()) or POSTED_BY.match(line.strip())
        if match:
            return next((group for group in match.groups() if group), None)
    return None


def after_by(text: str) -> str:
    match = BYLINE.match(text.strip())
    return match["authors"] if match else text.strip()


def visible_bylines(blocks: Sequence[Block], title: int | None) -> Iterator[Byline]:
    """Bylines by markup or word near the title, and lines near it that have a name's shape."""
    start = 0 if title is None else max(title - 3, 0)
    near = [block for block in blocks[start : (title or 0) + NEAR + 4] if not block.place.hidden]
    for block in near:
        text, distance = block.text.strip(), abs(block.number - (title or 0))
        named = _named_in(text)
        marked = _is_marked(block)
        if named and len(text.split()) <= 30 and (names := split_names(named)):
            yield Byline(
                names, Evidence(text, "byline", str(block.place), 0.9 if distance <= NEAR else 0.6), block.number
            )
        elif len(text.split()) <= 14 and block.kind != "heading" and (names := split_names(text)):
            sure = 0.8 if marked else 0.4 if title is not None and 0 < block.number - title <= 4 else 0.0
            if sure:
                origin = "element marked as byline" if marked else "line under the title with the shape of a name"
                yield Byline(names, Evidence(text, origin, str(block.place), sure), block.number)


def _is_marked(block: Block) -> bool:
    return any(
        BYLINE_CLASSES & set(tokens(element)) or "[rel=author]" in element or "[itemprop=author]" in element
        for element in block.place.trail[-5:]
    )


def names_beside_date(blocks: Sequence[Block], title: int | None) -> Iterator[Byline]:
    """A dump's lines of nothing but names under the title, next to the date; the text itself doesn't speak of them."""
    if title is None or blocks[title].place.trail:
        return
    head = blocks[title + 1 : title + NEAR]
    run: list[Block] = []
    for block in head:
        if _only_names(block.text) and not speaks_of(split_names(block.text), blocks):
            run.append(block)
        elif run:
            break
    if not run or run[-1].number - run[0].number != len(run) - 1:
        return
    around = (*blocks[run[0].number - 1 : run[0].number], *blocks[run[-1].number + 1 : run[-1].number + 2])
    if any(find_dates(block.text) for block in run) or any(_is_beside_names(other.text) for other in around):
        names = tuple(dict.fromkeys(name for block in run for name in split_names(block.text)))
        told = Evidence("; ".join(block.text.strip() for block in run), "names beside the date", str(run[0].place), 0.6)
        yield Byline(names, told, run[0].number, tuple(block.number for block in run[1:]))


def _only_names(text: str) -> bool:
    """Names and nothing else, but for a date behind a bar or a bullet.

    >>> _only_names("Ana Ilić and Tor Østby | 5 May 2020"), _only_names("Harbour of Varrow, 5 May 2020")
    (True, False)
    """
    dates = find_dates(text)
    before = text[: dates[0].start].rstrip() if dates else text.strip()
    if dates and not before:
        before = text[dates[0].stop :].strip()
        return before.startswith(("|", "•", "·", "–", "—")) and _only_names(before.strip(" |•·–—"))
    if dates and not before.endswith(("|", "•", "·", "–", "—")):
        return False
    parts = [part for part in NAMES_APART.split(before.rstrip(" |•·–—")) if part.strip()]
    return bool(parts) and all(is_name(part.strip()) and len(part.split()) <= 4 for part in parts)


def _is_beside_names(text: str) -> bool:
    """A date, what the person is, or the button that follows a person."""
    role = len(text.split()) <= 10 and not ends_sentence(text) and bool(BIO_ROLE.search(text))
    return role or text.strip().lower() == "follow" or _is_date_line(text)


def _is_date_line(text: str) -> bool:
    found = find_dates(text)
    rest = text[: found[0].start] + text[found[0].stop :] if found else ""
    return bool(found) and len(rest.split()) <= 6


def names_under_by(blocks: Sequence[Block], title: int | None) -> Iterator[Byline]:
    """ "By" alone on its line, and names on the next."""
    for block in blocks[title or 0 : (title or 0) + NEAR]:
        below = next(iter(blocks[block.number + 1 : block.number + 2]), None)
        if below and BY_ALONE.match(block.text.strip()) and _only_names(below.text):
            told = Evidence(below.text.strip(), "line under “By”", str(below.place), 0.85)
            yield Byline(split_names(below.text), told, below.number, (block.number,))
