"""Headings written as lead-ins ("BACKGROUND: While there is …"), split from the paragraph that they open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from unscrape.model import Block, Span
from unscrape.signs.phrases import end_name

# "put-strBACKGROUND: Russia has": an image's alt text may be glued to the heading.
CAPITALS = re.compile(
    r"^(?P<glued>[\w.,()-]*?[a-z0-9_)-])??(?P<heading>[^\W\d_a-z][^a-z:.!?]{2,48}?)\s?:[ \t\u00a0]+(?=\S)"
)
# "download.jpegWhile there is": so may an image's file name be, to the first word of a paragraph.
IMAGE_NAME = re.compile(r"^[^\s:/]+?\.(?:jpe?g|png|gif|webp)(?=[A-Z“\"])", re.IGNORECASE)
LEVEL = 2


@dataclass(frozen=True, slots=True)
class Change:
    """What stood in the page and what it reads now; becomes a `changed` entry of the ledger."""

    before: str
    after: str
    place: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class LeadIn:
    glued: str
    heading: str
    stop: int


def split_lead_ins(blocks: Sequence[Block], names: Sequence[str]) -> tuple[tuple[Block, ...], tuple[Change, ...]]:
    """Blocks with each lead-in as a heading of its own, and the changes that this made.

    `names` are the lead-ins that a site's rules give. Without rules, words in capitals before a colon are taken for
    lead-ins where at least two paragraphs of the page open so: one alone may be an acronym or an exclamation.
    """
    found = {block.number: lead_in for block in blocks if (lead_in := _lead_in(block, names))}
    if not names and len(found) < 2:
        found = {}
    found |= {block.number: image for block in blocks if block.number not in found and (image := _image_name(block))}
    pieces: list[Block] = []
    changes: list[Change] = []
    for block in blocks:
        lead_in = found.get(block.number)
        pieces += _split(block, lead_in) if lead_in else [block]
        changes += _changes(block, lead_in) if lead_in else []
    return tuple(_numbered(piece, number) for number, piece in enumerate(pieces)), tuple(changes)


def _numbered(block: Block, number: int) -> Block:
    return block if block.number == number else replace(block, number=number)


def _lead_in(block: Block, names: Sequence[str]) -> LeadIn | None:
    if block.kind not in ("paragraph", "quote") or not block.spans:
        return None
    text = block.text
    for name in names:
        match = re.match(rf"(?P<glued>[^\s:]*?){re.escape(name)}\s?:\s*", text)
        if match:
            return LeadIn(match["glued"], name, match.end())
    match = None if names else CAPITALS.match(text)
    if match and block.length > len(match["heading"].split()) + 4 and _in_capitals(match["heading"]):
        return LeadIn(match["glued"] or "", match["heading"], match.end())
    return None


def _image_name(block: Block) -> LeadIn | None:
    match = IMAGE_NAME.match(block.text) if block.kind == "paragraph" and not block.place.trail else None
    return LeadIn(match[0], "", match.end()) if match and block.length > 4 else None


def _in_capitals(heading: str) -> bool:
    """Capitals that are no notice about the article: "ABOUT THE AUTHOR:" opens no part of it."""
    return heading.upper() == heading and sum(letter.isalpha() for letter in heading) >= 4 and not end_name(heading)


def _split(block: Block, lead_in: LeadIn) -> Iterator[Block]:
    if lead_in.glued:
        yield replace(block, kind="image", spans=(Span(lead_in.glued, frozenset({"image"})),))
    if lead_in.heading:
        yield replace(block, kind="heading", level=LEVEL, spans=(Span(lead_in.heading),))
    rest = cut(block.spans, lead_in.stop, len(block.text))
    if "".join(span.text for span in rest).strip():
        yield replace(block, spans=rest)


def _changes(block: Block, lead_in: LeadIn) -> Iterator[Change]:
    before = block.text[: lead_in.stop].strip()
    after = f"{lead_in.glued} {lead_in.heading}".strip()
    if not lead_in.heading:
        first = block.text[lead_in.stop :].split()[0]
        reason = "the name of an image, glued to the first word of a paragraph"
        yield Change(before + first, f"{after} {first}", str(block.place), "image name", reason)
        return
    yield Change(before, after, str(block.place), "lead-in", "a heading written as a lead-in, split from its paragraph")


def cut(spans: Sequence[Span], start: int, stop: int) -> tuple[Span, ...]:
    """The spans' part between two offsets in their joined text (as Block.text counts: a break is one character)."""
    pieces: list[Span] = []
    offset = 0
    for span in spans:
        length = 1 if "break" in span.marks else len(span.text)
        first, last = max(start - offset, 0), min(stop - offset, length)
        if first < last:
            pieces.append(span if "break" in span.marks else replace(span, text=span.text[first:last]))
        offset += length
    return tuple(pieces)
