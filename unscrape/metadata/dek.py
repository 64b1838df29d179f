"""The dek: the sentence under the title that sums the article up. The lead paragraph is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from unscrape.model import Block, Choice, Evidence, Label
from unscrape.rules import SiteRules
from unscrape.signs.phrases import furniture_name
from unscrape.signs.shape import ends_sentence, folded, is_file_name
from unscrape.signs.trail import matches, tokens

CLASSES = frozenset(
    {"dek", "deck", "subtitle", "subhead", "subheadline", "standfirst", "summary", "lede", "tagline", "subheading"}
)
NEAR = 5
SHORTEST, LONGEST = 5, 60
LEAST_RUNNING = 5


def find_dek(
    blocks: Sequence[Block], title: int | None, used: Mapping[int, Label], rules: SiteRules | None
) -> tuple[Choice, dict[int, Label]]:
    """A marked element, or in a dump a sentence between the title and a line of byline, date or section."""
    if title is None:
        return Choice(), {}
    for block in blocks[title + 1 : title + 1 + NEAR]:
        if block.place.hidden or block.number in used:
            continue
        origin, sure = _judged(block, blocks, used, rules)
        if origin:
            return Choice(Evidence(block.text.strip(), origin, str(block.place), sure)), {block.number: "dek"}
    return Choice(), {}


def _judged(
    block: Block, blocks: Sequence[Block], used: Mapping[int, Label], rules: SiteRules | None
) -> tuple[str, float]:
    text = block.text.strip()
    fields = rules.fields.get("dek", ()) if rules else ()
    selectors = rules.field_selectors.get("dek", ()) if rules else ()
    if any(pattern.search(text) for pattern in fields) or any(matches(block.place.trail, one) for one in selectors):
        return "site rule: dek", 0.97
    words = len(text.split())
    if not SHORTEST <= words <= LONGEST or furniture_name(text) or is_file_name(text):
        return "", 0.0
    if any(CLASSES & set(tokens(element)) for element in block.place.trail[-2:]) and block.kind in (
        "paragraph",
        "heading",
    ):
        return "element marked as dek", 0.85
    if (
        block.kind in ("paragraph", "heading")
        and not block.place.trail
        and _meta_follows(block, blocks, used)
        and (ends_sentence(text) or _stands_above_byline(block, blocks, used))
    ):
        return "sentence between title and byline", 0.7
    return "", 0.0


def _meta_follows(block: Block, blocks: Sequence[Block], used: Mapping[int, Label]) -> bool:
    following = [other for other in blocks[block.number + 1 : block.number + 3] if not _is_label(other, used)][:1]
    before = [other for other in blocks[: block.number] if used.get(other.number) in ("byline", "date")]
    title = max((number for number, label in used.items() if label == "title"), default=-1)
    between = any(title < other.number for other in before)
    repeats = any(folded(other.text) == folded(block.text) for other in blocks if other.number != block.number)
    told = any(used.get(other.number) in ("byline", "date", "section") or _is_no_text(other) for other in following)
    return not between and not repeats and told


def _stands_above_byline(block: Block, blocks: Sequence[Block], used: Mapping[int, Label]) -> bool:
    """A dek without a full stop: a longer line of running words, right between title and byline or date."""
    around = [used.get(block.number - 1), *(used.get(other.number) for other in blocks[block.number + 1 :][:1])]
    running = sum(word[0].islower() for word in block.text.split())
    return around[0] == "title" and around[-1] in ("byline", "date") and running >= LEAST_RUNNING


def _is_label(block: Block, used: Mapping[int, Label]) -> bool:
    """A word or three that say what kind of piece it is ("Expert comment"), and are no share bar."""
    words = len(block.text.split())
    return words <= 3 and block.number not in used and not _is_no_text(block) and not ends_sentence(block.text)


def _is_no_text(block: Block) -> bool:
    """An image, or a share bar: what follows the head of an article, and no lead paragraph."""
    return block.kind == "image" or bool(furniture_name(block.text))
