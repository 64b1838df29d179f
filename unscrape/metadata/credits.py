"""Lines that speak about the article rather than in it: image credits, and who the author is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from unscrape.metadata.author_notes import ABOUT, bio_name
from unscrape.model import Block, Choice, Evidence, Label
from unscrape.rules import SiteRules
from unscrape.signs.ending import end_of_article
from unscrape.signs.trail import matches

CREDIT = re.compile(
    r"^(?:(?:(?:top|cover|header|lead|featured|main) )?"
    r"(?:image|photo(?:graph)?|picture|cover|illustration|foto|bild|фото)s?(?: and [a-z]+)?"
    r"\s*+(?:credits?|attribution|source|courtesy(?: of)?|by|copyright)?|credits?|photo)\s*+:[\s:]*"
    r"(?P<image_credit>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
LABELLED_BIO = re.compile(
    r"^\**\s*(?:AUTHORS?[’']?S? BIOS?|About the authors?|About the writers?)\s*:\s*(?P<author_bio>\S.+)$",
    re.IGNORECASE | re.DOTALL,
)
CAPTION_CREDIT = re.compile(
    r"\(([^()]{4,80})\)\.?$|\b(?:Photograph|Photo|Image|Illustration)s?(?: by|:| courtesy of) ([^.]{3,60})\.?$"
)
LONGEST_CREDIT = 40


def find_image_credit(
    blocks: Sequence[Block], title: int | None, rules: SiteRules | None
) -> tuple[Choice, dict[int, Label]]:
    """The first line that credits the article's image by word; captions with a credit stay captions."""
    start = title or 0
    lines = [(number, told, "line") for number, told in islice(_credit_lines(blocks[max(start - 4, 0) :], rules), 1)]
    captions = [(number, told, "caption") for number, told in islice(_captions(blocks[start:]), 1)]
    # Where the article ends is only looked for where there is something to find.
    stop = end_of_article(blocks, start) if lines or captions else 0
    for number, told, kind in (*lines, *captions):
        if number < stop:
            return Choice(told), {number: "image_credit"} if kind == "line" else {}
    return Choice(), {}


def _credit_lines(blocks: Sequence[Block], rules: SiteRules | None) -> Iterator[tuple[int, Evidence]]:
    for block in blocks:
        if block.kind in ("paragraph", "heading") and not block.within("figure"):
            value, origin = _rule_or(block, rules, "image_credit", CREDIT)
            if value and len(value.split()) <= LONGEST_CREDIT:
                yield block.number, Evidence(value, origin, str(block.place), 0.85)


def _captions(blocks: Sequence[Block]) -> Iterator[tuple[int, Evidence]]:
    """Captions that end in a credit; they keep it."""
    for block in blocks:
        match = CAPTION_CREDIT.search(block.text.strip()) if block.kind == "caption" else None
        if match:
            value = next(group for group in match.groups() if group)
            yield block.number, Evidence(value.strip(), "end of the first caption", str(block.place), 0.7)


def find_author_bio(
    blocks: Sequence[Block], title: int | None, authors: Sequence[str], rules: SiteRules | None
) -> tuple[Choice, dict[int, Label]]:
    """The note on the author: labelled as one, or a paragraph that opens with the name and says who that is."""
    notes: list[tuple[Block, Evidence]] = []
    for block in blocks[title or 0 :]:
        value, origin = _rule_or(block, rules, "author_bio", LABELLED_BIO)
        if value:
            notes.append((block, Evidence(value, origin, str(block.place), 0.95)))
        elif _names_any(block, authors) and (bio_name(block.text) in authors or _in_author_box(block, blocks, authors)):
            notes.append(
                (block, Evidence(block.text.strip(), "paragraph that says who the author is", str(block.place), 0.85))
            )
    notes = notes[: max(len(authors), 1)]
    if not notes:
        return Choice(), {}
    joined = "\n\n".join(dict.fromkeys(evidence.value for _, evidence in notes))
    first = notes[0][1]
    used: dict[int, Label] = {block.number: "author_bio" for block, _ in notes}
    used |= {block.number - 1: "author_bio" for block, _ in notes if _heads_note(blocks[block.number - 1], authors)}
    return Choice(Evidence(joined, first.origin, first.place, first.confidence)), used


def _names_any(block: Block, authors: Sequence[str]) -> bool:
    text = block.text
    return any(author in text for author in authors)


def _heads_note(block: Block, authors: Sequence[str]) -> bool:
    """The author's name alone, or "About" and the name, above the note."""
    return block.text.strip().removeprefix("About ").rstrip(":") in authors


def _in_author_box(block: Block, blocks: Sequence[Block], authors: Sequence[str]) -> bool:
    """A paragraph that begins with the author's name, closely below "About the author"."""
    above = blocks[max(block.number - 4, 0) : block.number]
    opens = any(block.text.strip().startswith(f"{author} ") for author in authors)
    return opens and any(ABOUT.match(other.text.strip()) for other in above)


def _rule_or(block: Block, rules: SiteRules | None, field: str, pattern: re.Pattern[str]) -> tuple[str | None, str]:
    text = block.text.strip()
    for rule in rules.fields.get(field, ()) if rules else ():
        if match := rule.search(text):
            return match[field].strip(), f"site rule: {field}"
    if rules and any(matches(block.place.trail, selector) for selector in rules.field_selectors.get(field, ())):
        return text, f"site rule: {field}"
    match = pattern.match(text)
    return (match[field].strip(), "line that says what it is") if match else (None, "")
