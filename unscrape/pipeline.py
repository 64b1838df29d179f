"""The way of a page, in order, on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from unscrape.blocks import Join, split_page
from unscrape.blocks.lead_ins import Change, split_lead_ins
from unscrape.boilerplate import Context, RepeatCounts, Template, find_template, label_blocks, settle
from unscrape.boilerplate.by_hand import find_idle_beginnings
from unscrape.corrections import Corrections, set_fields
from unscrape.metadata import find_addresses, find_metadata
from unscrape.model import Article, Block, CleanedPage, ScrapedPage
from unscrape.reading import read_data
from unscrape.reading.visible import words_as_read
from unscrape.review import find_doubts
from unscrape.rules import SHIPPED, SiteRules, find_rules, load_rules
from unscrape.to_markdown import to_markdown
from unscrape.to_markdown.plain_text import plain_text


def clean(data: bytes | str, *, url: str | None = None, rules: Sequence[SiteRules] | None = None) -> CleanedPage:
    """One scraped page, HTML or plain text, as a clean article with the account of every word.

    `url` is the page's address, where it is known. `rules` are tried in their order; without them the rules that
    ship with the package are. Raises UnreadablePage for data that is no page.
    """
    return clean_page(read_data(data, url=url), shipped_rules() if rules is None else rules)


def clean_page(
    page: ScrapedPage,
    rules: Sequence[SiteRules] = (),
    repeats: RepeatCounts | None = None,
    corrections: Corrections | None = None,
    template: Template | None = None,
) -> CleanedPage:
    """A scrape made an article. `corrections` are the curator's; `repeats` counts the lines of the site's pages, and
    `template` tells what the others of them are made of (`learn_template`).
    """
    corrections = corrections or Corrections()
    blocks, site, changes = _split(page, rules)
    metadata = set_fields(find_metadata(page, blocks, site), corrections)
    context = Context(page.form, site, repeats or RepeatCounts(), template or Template(), corrections)
    labels = label_blocks(blocks, metadata, context)
    kept, ledger = settle(blocks, labels.findings, words_as_read(page), changes)
    article = Article(metadata, kept)
    text = plain_text(article)
    doubts = find_doubts(page, article, ledger, find_idle_beginnings(blocks, corrections), labels.confidence)
    return CleanedPage(
        article, ledger, doubts, text, to_markdown(article), site.name if site else None, labels.confidence
    )


def learn_template(page: ScrapedPage, rules: Sequence[SiteRules] = ()) -> Template:
    """What this page tells of how its site's pages are made: to clean the others with."""
    blocks, site, _ = _split(page, rules)
    return find_template(blocks, find_metadata(page, blocks, site), Context(page.form, site))


class Split(NamedTuple):
    blocks: tuple[Block, ...]
    site: SiteRules | None
    changes: tuple[Change, ...]


def _split(page: ScrapedPage, rules: Sequence[SiteRules]) -> Split:
    """A page's blocks, the rules that know its site, and what was changed on the way."""
    split = split_page(page)
    site = find_rules(find_addresses(page), split.blocks, rules)
    blocks, lead_ins = split_lead_ins(split.blocks, site.lead_ins if site else ())
    return Split(blocks, site, (*_repairs(page.repairs), *_joins(split.joins), *lead_ins))


@cache
def shipped_rules() -> tuple[SiteRules, ...]:
    """The rules for sites that exist, as the package ships them."""
    return load_rules([SHIPPED])


def _repairs(repairs: Sequence[tuple[str, str]]) -> Iterator[Change]:
    for before, after in repairs:
        yield Change(before, after, "the whole page", "mojibake mended", "UTF-8 that was once read in another encoding")


def _joins(joins: Sequence[Join]) -> Iterator[Change]:
    for join in joins:
        reason = "markup inside a word: a browser shows it whole"
        yield Change(join.before, join.after, join.place, "words joined", reason)
