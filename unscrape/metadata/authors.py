"""The article's authors: the byline that most speaks for, out of all that the page shows and declares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from unscrape.metadata.author_notes import about_the_author, by_closing_note, names_in_note
from unscrape.metadata.bylines import after_by, names_beside_date, names_under_by, visible_bylines
from unscrape.metadata.declared import Declared, values
from unscrape.metadata.names import Byline, split_names
from unscrape.model import Block, Choice, Evidence, Label
from unscrape.rules import SiteRules
from unscrape.signs.trail import matches

DECLARED = (
    "JSON-LD author",
    "meta citation_author",
    "meta author",
    "meta dc.creator",
    "meta dcterms.creator",
    "meta article:author",
    "meta parsely-author",
    "meta sailthru.author",
    "JSON-LD author of the web page",
)
SURE = {"JSON-LD author": 0.85, "meta citation_author": 0.9, "meta author": 0.7, "meta dc.creator": 0.75}


@dataclass(frozen=True, slots=True)
class FoundAuthors:
    choices: tuple[Choice, ...]
    used: dict[int, Label]


def find_authors(
    blocks: Sequence[Block], title: int | None, declared: Sequence[Declared], rules: SiteRules | None
) -> FoundAuthors:
    """One choice per person, in the byline's order; none where no candidate is sure enough."""
    bylines = [
        *_by_rule(blocks, rules),
        *visible_bylines(blocks, title),
        *_declared(declared),
        *about_the_author(blocks),
    ]
    bylines += [*names_beside_date(blocks, title), *names_under_by(blocks, title), *by_closing_note(blocks, title)]
    bylines = [_corroborated(_spelt_out(one, blocks), bylines, blocks) for one in bylines]
    best = max(bylines, key=lambda one: one.evidence.confidence, default=None)
    used: dict[int, Label] = {
        number: "byline"
        for one in bylines
        for number in (*one.more, *(() if one.block is None else (one.block,)))
        if one is best or (best and set(one.names) <= set(best.names) and one.evidence.confidence >= 0.5)
    }
    if best is None or best.evidence.confidence < 0.5:
        return FoundAuthors((), {})
    others = [one for one in bylines if set(one.names) != set(best.names)]
    rivals = tuple(one.evidence for one in others)[:5]
    return FoundAuthors(tuple(_choice(name, best, rivals) for name in best.names), used)


def _choice(name: str, byline: Byline, rivals: tuple[Evidence, ...]) -> Choice:
    told = byline.evidence
    return Choice(Evidence(name, told.origin, told.place, told.confidence), rivals)


def _by_rule(blocks: Sequence[Block], rules: SiteRules | None) -> Iterator[Byline]:
    for block in blocks if rules else ():
        for pattern in rules.fields.get("byline", ()) if rules else ():
            match = pattern.search(block.text.strip())
            if match and (names := split_names(match["authors"])):
                yield Byline(
                    names, Evidence(match["authors"].strip(), "site rule: byline", str(block.place), 0.97), block.number
                )
                return
        for selector in rules.field_selectors.get("byline", ()) if rules else ():
            if matches(block.place.trail, selector) and (names := split_names(after_by(block.text))):
                yield Byline(
                    names, Evidence(block.text.strip(), "site rule: byline", str(block.place), 0.97), block.number
                )
                return


def _spelt_out(byline: Byline, blocks: Sequence[Block]) -> Byline:
    """Names in capitals as a note on the author spells them."""
    if not any(name.isupper() for name in byline.names):
        return byline
    spelt = {name.upper(): name for block in blocks for name in names_in_note(block.text)}
    return replace(byline, names=tuple(spelt.get(name, name) for name in byline.names))


def _declared(declared: Sequence[Declared]) -> Iterator[Byline]:
    for name in DECLARED:
        found = values(declared, name)
        names = tuple(dict.fromkeys(person for statement in found for person in split_names(statement.value)))
        if names:
            text = "; ".join(statement.value for statement in found)
            yield Byline(names, Evidence(text, name, found[0].place, SURE.get(name, 0.6)))


def _corroborated(byline: Byline, others: Sequence[Byline], blocks: Sequence[Block]) -> Byline:
    """A byline gains where another place of the page names the same people, or a note on the author does."""
    told = byline.evidence
    agreeing = sum(set(other.names) == set(byline.names) and other is not byline for other in others)
    in_bio = any(name in byline.names for block in blocks for name in names_in_note(block.text))
    sure = min(0.99, told.confidence + 0.1 * min(agreeing, 2) + (0.25 if in_bio else 0.0))
    return replace(byline, evidence=replace(told, confidence=round(sure, 2)))
