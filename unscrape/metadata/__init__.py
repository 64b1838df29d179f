"""What is known of an article: a module a field, each giving its evidence and the rivals that lost."""

from __future__ import annotations

from collections.abc import Sequence

from unscrape.metadata.authors import find_authors
from unscrape.metadata.credits import find_author_bio, find_image_credit
from unscrape.metadata.declared import Declared, Statements, addresses_in, read_addresses, read_declared
from unscrape.metadata.dek import find_dek
from unscrape.metadata.language import find_language
from unscrape.metadata.lines import Shown, read_lines
from unscrape.metadata.published import find_published
from unscrape.metadata.section import find_section
from unscrape.metadata.source import find_source, lines_of_source
from unscrape.metadata.title import find_title
from unscrape.model import Block, Choice, Evidence, Label, Metadata, ScrapedPage
from unscrape.rules import SiteRules

__all__ = ["find_addresses", "find_metadata"]


def find_metadata(page: ScrapedPage, blocks: Sequence[Block], rules: SiteRules | None = None) -> Metadata:
    """Every field with its evidence; what nothing tells stays empty. `used` names the blocks that were read up."""
    declared = read_declared(page)
    lines = read_lines(blocks)
    title = find_title(Shown(page.form, blocks, lines), declared, rules)
    language = find_language(blocks, declared)
    shown = Shown(page.form, blocks, lines, title.block)
    authors = find_authors(shown, declared, rules)
    dates = find_published(shown, declared, rules, language.value)
    section, section_lines = find_section(blocks, title.block, title.choice.value, title.breadcrumb, declared, rules)
    credit, credit_line = find_image_credit(blocks, title.block, rules)
    names = [choice.value for choice in authors.choices if choice.value]
    bio, bio_lines = find_author_bio(blocks, title.block, names, rules)
    used: dict[int, Label] = lines_of_source(blocks, title.block)
    used |= {**section_lines, **dates.used, **authors.used, **credit_line, **bio_lines, **title.used}
    dek, dek_line = find_dek(blocks, title.block, used, rules)
    return Metadata(
        title=title.choice,
        authors=authors.choices,
        published=dates.published,
        modified=dates.modified,
        source=find_source(blocks, declared, rules, title.block),
        section=section,
        url=_address(page, declared),
        language=language,
        dek=dek,
        image_credit=credit,
        author_bio=bio,
        used={**used, **dek_line},
    )


def find_addresses(page: ScrapedPage) -> tuple[str, ...]:
    """Every address that the scrape's marker or the page itself gives, the surest first; () for most dumps."""
    return tuple(evidence.value for evidence in _addresses(page, read_addresses(page)))


def _addresses(page: ScrapedPage, stated: Sequence[Declared]) -> list[Evidence]:
    """The page's own statements come before the marker: a reader's address may hold a session's junk."""
    found = [Evidence(one.value, one.name, one.place, 0.95) for one in stated]
    return [*found, *([Evidence(page.url, "marker of capture", "the scrape", 0.9)] if page.url else [])]


def _address(page: ScrapedPage, declared: Statements) -> Choice:
    """Where the article was published."""
    found = _addresses(page, addresses_in(declared))
    return Choice(found[0], tuple(one for one in found[1:] if one.value != found[0].value)) if found else Choice()
