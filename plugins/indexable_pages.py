# SPDX-License-Identifier: AGPL-3.0-or-later
"""What search engines may index of a published archive: nothing, but for sources that say `indexable: true`.

An article follows its source. A list quotes the summaries of the articles that it shows, so it may be indexed when each
of them may. The directories (of sources, authors, topics and years) show names and numbers alone, which are nobody's
text: they may be indexed as soon as an article may. The search page can show words of any
article, so it may be indexed when all of them may. All else says noindex: "nothing here", moved and withdrawn articles,
and the pages of removed lines, which are other people's furniture. One set of addresses serves the pages'
robots line, the sitemap and robots.txt, so that they can't contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from archive_faults import report_warning
from archive_pages import newest
from citations import lists_of
from paged_lists import pages_of
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator, Writer
from web_addresses import is_a_hosts_root
from xml_files import add, write_xml

DIRECTORIES = ("sources/index.html", "authors/index.html", "topics/index.html", "years/index.html")
SEARCH = "search/index.html"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
LONGEST_SITEMAP = 50_000  # what the protocol allows in one file
ROBOTS = """\
# Every page of this archive says for itself whether it may be indexed (<meta name="robots">). Nothing is disallowed
# here, since a robot has to read a page to learn that.
User-agent: *
Allow: /
"""


def register() -> None:
    signals.article_generator_finalized.connect(name_indexable)
    signals.article_writer_finalized.connect(write_for_robots)


def name_indexable(generator: ArticlesGenerator) -> None:
    """INDEXABLE, for templates: the addresses of the pages that may be indexed, in the order of the sitemap."""
    published = generator.settings["PUBLISHED"]
    generator.context["INDEXABLE"] = dict.fromkeys(indexable_pages(generator.context) if published else ())


def indexable_pages(context: dict[str, Any]) -> Iterator[str]:
    articles = [article.url for article in context["articles"] if is_indexable(article)]
    if articles:
        for page, shown in pages_with_lists(context):
            if shown and all(map(is_indexable, shown)):
                yield from pages_of(page, shown, context["ARTICLES_PER_PAGE"])[0].urls
        yield from DIRECTORIES
        if len(articles) == len(context["articles"]):
            yield SEARCH
        yield from articles


def pages_with_lists(context: dict[str, Any]) -> Iterator[tuple[str, Sequence[Article]]]:
    yield "index.html", newest(context["articles"])
    yield from lists_of(context)


def is_indexable(article: Article) -> bool:
    return article.source is not None and article.source.indexable


def write_for_robots(generator: ArticlesGenerator, writer: Writer) -> None:
    """Where anything may be indexed sitemap.xml, and robots.txt, which then names it."""
    if not generator.settings["PUBLISHED"]:
        return
    root, output, pages = generator.settings["SITEURL"], Path(generator.output_path), generator.context["INDEXABLE"]
    sitemap = f"{root}/sitemap.xml" if pages else None
    if pages:
        write_sitemap([f"{root}/{page}" for page in pages], root, output)
    if is_a_hosts_root(root):
        (output / "robots.txt").write_text(robots_txt(sitemap), encoding="utf-8")
    else:
        report_warning(generator.settings, "robots.txt", no_robots_txt(sitemap))


def robots_txt(sitemap: str | None) -> str:
    return ROBOTS + (f"\nSitemap: {sitemap}\n" if sitemap else "")


def no_robots_txt(sitemap: str | None) -> str:
    """Why there is none below a host's root, and what to do."""
    by_hand = f" Give search engines the address {sitemap} by hand." if sitemap else ""
    return (
        "was not written: robots look for it at a host's root alone, and this archive stands below. "
        f"See that the one at the root disallows nothing here: robots must read that pages say noindex.{by_hand}"
    )


def write_sitemap(addresses: Sequence[str], root: str, output: Path) -> None:
    """sitemap.xml; of more addresses than one file may hold, an index of such files."""
    if len(addresses) <= LONGEST_SITEMAP:
        write_xml(list_addresses("urlset", "url", addresses), output / "sitemap.xml")
        return
    parts = [addresses[start : start + LONGEST_SITEMAP] for start in range(0, len(addresses), LONGEST_SITEMAP)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        write_xml(list_addresses("urlset", "url", part), output / name)
    index = list_addresses("sitemapindex", "sitemap", [f"{root}/{name}" for name in names])
    write_xml(index, output / "sitemap.xml")


def list_addresses(form: str, entry: str, addresses: Iterable[str]) -> ET.Element:
    """No `lastmod`: when the original was modified says nothing of the page here."""
    listed = ET.Element(form, xmlns=SITEMAP)
    for address in addresses:
        add(add(listed, entry), "loc", address)
    return listed
