"""Labels that people decided: the curator's acts on this article, then the rules for its site."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from unscrape.boilerplate.context import Context
from unscrape.corrections import Corrections
from unscrape.model import Block, Finding, Metadata
from unscrape.rules import Removal, SiteRules
from unscrape.signs.trail import matches


def label_corrections(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """What the curator said of this article's lines, by their beginnings."""
    del metadata
    for label, beginnings in (("article", context.corrections.keep), ("furniture", context.corrections.remove)):
        for block in blocks if beginnings else ():
            if any(_begins(block, beginning) for beginning in beginnings):
                yield Finding(
                    block.number,
                    "article" if label == "article" else "furniture",
                    "correction",
                    f"the curator's decision in {context.corrections.place}",
                )


def find_idle_beginnings(blocks: Sequence[Block], corrections: Corrections) -> tuple[str, ...]:
    """Beginnings in the curator's corrections that no line has: an act that did nothing must not go unnoticed."""
    given = dict.fromkeys((*corrections.keep, *corrections.remove))
    return tuple(one for one in given if not any(_begins(block, one) for block in blocks))


def _begins(block: Block, beginning: str) -> bool:
    return block.text.strip().startswith(beginning.strip())


def label_by_site_rules(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """What the site's rules say: phrases, patterns and elements that are furniture, and where the article lies."""
    rules = context.rules
    if rules is None:
        return
    for block in blocks:
        removal = next((one for one in rules.remove if _removes(one, block)), None)
        if removal:
            yield Finding(block.number, "furniture", "site rule: remove", f"{removal} is furniture at {rules.name}")
    yield from _outside_the_body(blocks, metadata, rules)
    yield from _before_start(blocks, rules)
    yield from _after_end(blocks, metadata, rules)


def _removes(removal: Removal, block: Block) -> bool:
    if removal.kind == "selector":
        return matches(block.place.trail, removal.value)
    text = block.text.strip()
    return bool(removal.pattern.search(text)) if removal.pattern else text == removal.value


def _outside_the_body(blocks: Sequence[Block], metadata: Metadata, rules: SiteRules) -> Iterator[Finding]:
    """Where the rules name the element of the article and the page has it, all else is furniture."""
    inside = {block.number for block in blocks if any(matches(block.place.trail, selector) for selector in rules.body)}
    for block in blocks if inside else ():
        if block.number not in inside and block.number not in metadata.used:
            yield Finding(
                block.number, "furniture", "site rule: body", f"outside the article's element at {rules.name}"
            )


def _before_start(blocks: Sequence[Block], rules: SiteRules) -> Iterator[Finding]:
    starts = [
        block.number for block in blocks if any(pattern.search(block.text.strip()) for pattern in rules.starts_after)
    ]
    for block in blocks[: starts[0] + 1] if starts else ():
        yield Finding(
            block.number, "furniture", "site rule: starts_after", f"before the article starts at {rules.name}"
        )


def _after_end(blocks: Sequence[Block], metadata: Metadata, rules: SiteRules) -> Iterator[Finding]:
    title = next((number for number, label in metadata.used.items() if label == "title"), -1)
    for end in blocks[title + 1 :]:
        pattern = next((one for one in rules.ends_before if one.search(end.text.strip())), None)
        if pattern:
            reason = f"after “{end.text.strip()[:60]}”, where an article ends at {rules.name}"
            yield from (
                Finding(block.number, "furniture", "site rule: ends_before", reason) for block in blocks[end.number :]
            )
            return
