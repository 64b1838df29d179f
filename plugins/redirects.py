# SPDX-License-Identifier: AGPL-3.0-or-later
"""Addresses that a curator gave up, and where each leads now: curation/redirects.yaml.

Articles that were renamed lead on by themselves (moved_articles), as long as their ledger is there. For sources,
authors and topics nothing tells what they were called before, so that has to be said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from archive_faults import ArchiveError, report_warning
from archive_pages import write_page
from citations import lists_of
from curated_yaml import Schema, read_curated
from moved_articles import first_slug
from pelican.plugins import signals
from site_types import ArticlesGenerator, Writer

FILE = "curation/redirects.yaml"
ADDRESS = r"^(articles|sources|authors|topics|years)/[a-z0-9-]+/index\.html$"
EXAMPLE = "an address such as topics/salt-trade/index.html"
REDIRECTS: Schema = {
    "type": "object",
    "propertyNames": {"pattern": ADDRESS, "description": EXAMPLE},
    "additionalProperties": {"type": "string", "pattern": ADDRESS, "description": EXAMPLE},
    "description": "a mapping of old addresses to new ones, such as {topics/brine/index.html: topics/salt/index.html}",
}


def register() -> None:
    signals.article_generator_finalized.connect(find_redirects)
    signals.article_writer_finalized.connect(write_redirects)


def find_redirects(generator: ArticlesGenerator) -> None:
    """Check them while a mistake doesn't cost the site that is there."""
    archive = Path(generator.settings["ARCHIVE"])
    told: dict[str, str] = read_curated(archive / FILE, archive, REDIRECTS) or {}
    pages = set(pages_of(generator))
    faults = list(faults_of(told, pages, published=generator.settings["PUBLISHED"]))
    if faults:
        raise ArchiveError("\n".join(faults))
    generator.context["redirects"] = told


def pages_of(generator: ArticlesGenerator) -> Iterator[str]:
    """What has an address of its own: articles, withdrawn ones too, and the lists of articles."""
    yield from (page for page, _ in lists_of(generator.context))
    yield from (article.url for article in (*generator.articles, *generator.hidden_articles))
    firsts = (first_slug(article) for article in generator.articles)
    yield from (f"articles/{first}/index.html" for first in firsts if first)


def faults_of(redirects: Mapping[str, str], pages: set[str], *, published: bool) -> Iterator[str]:
    """A published build may lack the new page because its source is hidden: that is no mistake."""
    for old, new in redirects.items():
        if old in pages:
            yield f"{FILE}: {old}: a page is at this address, so nothing can lead away from it; take the line out."
        if new in redirects:
            yield f"{FILE}: {old}: {new} leads on to {redirects[new]}; write that address here."
        elif new not in pages and not published:
            yield f"{FILE}: {old}: there is no page at {new}; write the address that the page has now."


def write_redirects(generator: ArticlesGenerator, writer: Writer) -> None:
    pages = set(pages_of(generator))
    for old, new in generator.context["redirects"].items():
        if new in pages:
            write_page(generator, writer, "redirect", old, address=new)
        else:
            report_warning(generator.settings, FILE, f"{old}: was not written: {new} is not published.")
