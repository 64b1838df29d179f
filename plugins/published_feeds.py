# SPDX-License-Identifier: AGPL-3.0-or-later
"""Atom feeds of a published archive: one of all articles, and one of each source, author and topic.

Atom asks for an `updated` in each entry. It is the day on which the article was last modified, else published, else
captured, whichever is the first that is known to the day; the form demands a time, and the day's begin stands for that.
An article of which no such day is known is in no feed, and neither is one without a date of publication: nothing here
comes from `article.date`. A feed without an entry is not written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

from pelican.plugins import signals
from site_types import Article, ArticlesGenerator, Writer

ATOM = "http://www.w3.org/2005/Atom"
LONGEST = 50
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}")
# XML can't hold these at all, not even escaped.
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def register() -> None:
    signals.article_generator_finalized.connect(name_feeds)
    signals.article_writer_finalized.connect(write_feeds)


def name_feeds(generator: ArticlesGenerator) -> None:
    """Tell the templates which lists have a feed: `feed_url` of each, and FEED_ALL_ATOM for the home page's."""
    if generator.settings["PUBLISHED"]:
        context = generator.context
        context["FEED_ALL_ATOM"] = "feed.xml" if entries_of(generator.articles) else None
        for thing in (*context["sources"], *context["authors"], *context["topics"]):
            thing.feed_url = thing.url.replace("index.html", "feed.xml") if entries_of(thing.articles) else None


def write_feeds(generator: ArticlesGenerator, writer: Writer) -> None:
    context = generator.context
    if context.get("FEED_ALL_ATOM"):
        write_feed(generator, context["FEED_ALL_ATOM"], "index.html", context["SITENAME"], generator.articles)
    for thing in (*context["sources"], *context["authors"], *context["topics"]):
        if thing.feed_url:
            title = f"{thing.name} · {context['SITENAME']}"
            write_feed(generator, thing.feed_url, thing.url, title, thing.articles)


def entries_of(articles: list[Article]) -> list[tuple[str, Article]]:
    """The newest articles that an honest entry can be made of, each with its `updated`."""
    days = ((updated(article), article) for article in articles if article.published)
    return [(day, article) for day, article in days if day is not None][:LONGEST]


def updated(article: Article) -> str | None:
    """The day, as Atom writes a moment; None where nothing is known to the day."""
    captured = article.copy.captured.value if article.copy and article.copy.captured else None
    return next((moment(value) for value in (article.modified, article.published, captured) if is_day(value)), None)


def is_day(value: str | None) -> bool:
    return value is not None and bool(DAY.match(value))


def moment(value: str | None) -> str:
    """A day, or a moment with an offset, as RFC 3339 has it.

    >>> moment("2016-03-15"), moment("2024-07-18T09:30:00+02:00")
    ('2016-03-15T00:00:00Z', '2024-07-18T07:30:00Z')
    """
    try:
        exact = datetime.fromisoformat(value or "")
    except ValueError:
        exact = datetime.fromisoformat((value or "")[:10])
    exact = exact.replace(tzinfo=UTC) if exact.tzinfo is None else exact.astimezone(UTC)
    return exact.strftime("%Y-%m-%dT%H:%M:%SZ")


def write_feed(generator: ArticlesGenerator, feed_url: str, page_url: str, title: str, articles: list[Article]) -> None:
    root = generator.settings["SITEURL"]
    entries = entries_of(articles)
    feed = ET.Element("feed", xmlns=ATOM)
    _text(feed, "id", f"{root}/{feed_url}")
    _text(feed, "title", title)
    _text(feed, "updated", max(day for day, _ in entries))
    ET.SubElement(feed, "link", rel="self", type="application/atom+xml", href=f"{root}/{feed_url}")
    ET.SubElement(feed, "link", rel="alternate", type="text/html", href=f"{root}/{page_url}")
    _text(ET.SubElement(feed, "author"), "name", generator.settings["SITENAME"])
    feed.extend(_entry(day, article, root) for day, article in entries)
    ET.indent(feed)
    file = Path(generator.output_path, feed_url)
    file.parent.mkdir(parents=True, exist_ok=True)
    ET.ElementTree(feed).write(file, encoding="utf-8", xml_declaration=True)


def _entry(day: str, article: Article, root: str) -> ET.Element:
    entry = ET.Element("entry", {"xml:lang": article.lang} if article.lang else {})
    address = f"{root}/{article.url}"
    for name, words in _facts(day, article, address):
        _text(entry, name, words)
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    if article.source_url:
        ET.SubElement(entry, "link", rel="via", href=article.source_url)
    for author in article.authors:
        _text(ET.SubElement(entry, "author"), "name", author.name)
    for topic in article.topics:
        ET.SubElement(entry, "category", term=topic.slug, label=_xml(topic.name))
    return entry


def _facts(day: str, article: Article, address: str) -> Iterator[tuple[str, str]]:
    yield "id", address
    yield "title", article.title
    yield "updated", day
    if is_day(article.published):
        yield "published", moment(article.published)
    if article.dek:
        yield "summary", article.dek


def _text(parent: ET.Element, name: str, words: str) -> None:
    ET.SubElement(parent, name).text = _xml(words)


def _xml(words: str) -> str:
    return NO_XML.sub("\ufffd", words)
