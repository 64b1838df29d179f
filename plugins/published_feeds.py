# SPDX-License-Identifier: AGPL-3.0-or-later
"""Feeds of a published archive, as Atom and as JSON Feed: of all articles, and of each source, author and topic.

Atom asks for an `updated` in each entry. It is the day on which the article was last modified, else published, else
captured, whichever is the first that is known to the day; the form demands a time, and the day's begin stands for that.
An article of which no such day is known is in no feed, and neither is one without a date of publication: nothing here
comes from `article.date`. A feed without an entry is not written. The JSON Feed beside each has the same entries.

No feed carries an article's text, whatever its rights: title, summary and link lead to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from pelican.plugins import signals
from site_types import Article, ArticlesGenerator, Writer
from xml_files import add, write_xml

ATOM = "http://www.w3.org/2005/Atom"
LONGEST = 50
DAY = re.compile(r"^\d{4}-\d{2}-\d{2}")


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
        write_feeds_of(generator, context["FEED_ALL_ATOM"], "index.html", context["SITENAME"], generator.articles)
    for thing in (*context["sources"], *context["authors"], *context["topics"]):
        if thing.feed_url:
            title = f"{thing.name} · {context['SITENAME']}"
            write_feeds_of(generator, thing.feed_url, thing.url, title, thing.articles)


def write_feeds_of(
    generator: ArticlesGenerator, feed_url: str, page_url: str, title: str, articles: list[Article]
) -> None:
    write_feed(generator, feed_url, page_url, title, articles)
    feed = json_feed(generator.settings["SITEURL"], json_address(feed_url), page_url, title, entries_of(articles))
    file = Path(generator.output_path, json_address(feed_url))
    file.write_text(json.dumps(feed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def json_address(feed_url: str) -> str:
    """The JSON Feed's address beside the Atom feed's."""
    return feed_url.removesuffix(".xml") + ".json"


def entries_of(articles: list[Article]) -> list[tuple[str, Article]]:
    """The newest articles that an honest entry can be made of, each with its `updated`."""
    days = ((updated(article), article) for article in articles if article.published)
    return [(day, article) for day, article in days if day is not None][:LONGEST]


def updated(article: Article) -> str | None:
    """The day, as Atom writes a moment; None where nothing is known to the day."""
    captured = article.captured.value if article.captured else None
    moments = (moment(value) for value in (article.modified, article.published, captured))
    return next((known for known in moments if known), None)


def moment(value: str | None) -> str | None:
    """A day, or a moment with an offset, as RFC 3339 has it; None where no day is told, or one that never was.

    >>> moment("0999-01-02"), moment("2024-07-18T09:30:00+02:00"), moment("2016-03"), moment("2015-02-29")
    ('0999-01-02T00:00:00Z', '2024-07-18T07:30:00Z', None, None)
    """
    if value is None or not DAY.match(value):
        return None
    exact = _in_utc(value) or _in_utc(value[:10])
    # strftime would write the year 999 with three digits.
    return f"{exact.replace(tzinfo=None).isoformat(timespec='seconds')}Z" if exact else None


def _in_utc(text: str) -> datetime | None:
    try:
        exact = datetime.fromisoformat(text)
        return exact.replace(tzinfo=UTC) if exact.tzinfo is None else exact.astimezone(UTC)
    except (ValueError, OverflowError):  # an offset may lead out of the years that there are
        return None


def write_feed(generator: ArticlesGenerator, feed_url: str, page_url: str, title: str, articles: list[Article]) -> None:
    root = generator.settings["SITEURL"]
    entries = entries_of(articles)
    feed = ET.Element("feed", xmlns=ATOM)
    add(feed, "id", f"{root}/{feed_url}")
    add(feed, "title", title)
    add(feed, "updated", max(day for day, _ in entries))
    add(feed, "link", rel="self", type="application/atom+xml", href=f"{root}/{feed_url}")
    add(feed, "link", rel="alternate", type="text/html", href=f"{root}/{page_url}")
    add(add(feed, "author"), "name", generator.settings["SITENAME"])
    for day, article in entries:
        _add_entry(feed, day, article, root)
    write_xml(feed, Path(generator.output_path, feed_url))


def _add_entry(feed: ET.Element, day: str, article: Article, root: str) -> None:
    entry = add(feed, "entry", **({"xml:lang": article.lang} if article.lang else {}))
    address = f"{root}/{article.url}"
    for name, words in _facts(day, article, address):
        add(entry, name, words)
    add(entry, "link", rel="alternate", type="text/html", href=address)
    if article.source_url:
        add(entry, "link", rel="via", href=article.source_url)
    for name in _signed_by(article):
        add(add(entry, "author"), "name", name)
    for topic in article.topics:
        add(entry, "category", term=topic.slug, label=topic.name)


def _signed_by(article: Article) -> list[str]:
    """An entry without an author gets the feed's, which is this archive; who published it unsigned stands for it."""
    source = [article.source.name] if article.source else []
    return [author.name for author in article.authors] or source


def _facts(day: str, article: Article, address: str) -> Iterator[tuple[str, str]]:
    yield "id", address
    yield "title", article.label
    yield "updated", day
    if published := moment(article.published):
        yield "published", published
    if article.dek:
        yield "summary", article.dek


def json_feed(
    root: str, feed_url: str, page_url: str, title: str, entries: list[tuple[str, Article]]
) -> dict[str, Any]:
    """https://www.jsonfeed.org/version/1.1/"""
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": title,
        "home_page_url": f"{root}/{page_url}",
        "feed_url": f"{root}/{feed_url}",
        "items": [_item(article, root) for _, article in entries],
    }


def _item(article: Article, root: str) -> dict[str, Any]:
    """The form demands a `content_text`: it holds the summary again, or nothing."""
    told = {
        "id": f"{root}/{article.url}",
        "url": f"{root}/{article.url}",
        "external_url": article.source_url,
        "title": article.label,
        "summary": article.dek,
        "date_published": moment(article.published),
        "date_modified": moment(article.modified),
        "authors": [{"name": author.name, "url": f"{root}/{author.url}"} for author in article.authors],
        "tags": [topic.name for topic in article.topics],
        "language": article.lang,
    }
    return {key: value for key, value in told.items() if value} | {"content_text": article.dek}
