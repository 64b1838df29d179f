# SPDX-License-Identifier: AGPL-3.0-or-later
"""An article as an item of CSL-JSON, the form that citation processors and Zotero read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from partial_dates import is_date

from .names import name_of

if TYPE_CHECKING:
    from site_types import Article

Item = dict[str, Any]

TYPES = {
    "newspaperArticle": "article-newspaper",
    "magazineArticle": "article-magazine",
    "blogPost": "post-weblog",
    "report": "report",
    "webpage": "webpage",
}


def item_of(article: Article, settings: Mapping[str, Any]) -> Item:
    """Only what is known. `URL` is the original's address, or this archive's where the archive's settings say so."""
    return dict(_facts(article, settings))


def _facts(article: Article, settings: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    kind = TYPES.get((article.source and article.source.item_type) or "", "webpage")
    yield "id", article.slug
    yield "type", kind
    if article.title:
        yield "title", article.title
    if article.authors:
        yield "author", [name_of(person) for person in article.authors]
    if article.published:
        yield "issued", date_parts(article.published)
    if article.source:
        yield "publisher" if kind == "report" else "container-title", article.source.name
    if address := address_of(article, settings):
        yield "URL", address
    if captured := day_of_capture(article):
        yield "accessed", date_parts(captured)
    if article.lang:
        yield "language", article.lang
    if article.dek:
        yield "abstract", article.dek
    if article.topics:
        yield "keyword", ", ".join(topic.name for topic in article.topics)
    yield "archive", settings["SITENAME"]
    if settings["PUBLISHED"]:
        yield "archive_location", f"{settings['SITEURL']}/{article.url}"


def address_of(article: Article, settings: Mapping[str, Any]) -> str | None:
    """The address that is cited: that of the original, but for archives that want their own copy cited."""
    here = f"{settings['SITEURL']}/{article.url}" if settings["PUBLISHED"] else None
    if settings["CITE_ADDRESS"] == "archive":
        return here or article.source_url
    return article.source_url or here


def day_of_capture(article: Article) -> str | None:
    """The day when the scrape was made, if anything tells it."""
    captured = article.copy.captured.value[:10] if article.copy and article.copy.captured else ""
    return captured if is_date(captured) else None


def date_parts(date: str) -> dict[str, list[list[int]]]:
    """A date as exact as it is known.

    >>> date_parts("2016-03")
    {'date-parts': [[2016, 3]]}
    """
    return {"date-parts": [[int(part) for part in date.split("-")]]}
