# SPDX-License-Identifier: AGPL-3.0-or-later
"""An article as an item of CSL-JSON, the form that citation processors and Zotero read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from partial_dates import is_date

from .names import name_of

if TYPE_CHECKING:
    from site_types import Article

Item = dict[str, Any]
# CSL has one text for all; a comma may be part of a topic's name ("Salt, sea").
BETWEEN_KEYWORDS = "; "

TYPES = {
    "newspaperArticle": "article-newspaper",
    "magazineArticle": "article-magazine",
    "blogPost": "post-weblog",
    "report": "report",
    "webpage": "webpage",
}


def item_of(article: Article, settings: Mapping[str, Any]) -> Item:
    """Only what is known. `URL` is the original's address, or this archive's where the archive's settings say so."""
    kind = TYPES.get((article.source and article.source.item_type) or "", "webpage")
    source = article.source.name if article.source else None
    told = {
        "id": article.slug,
        "type": kind,
        "title": article.title,
        "author": [name_of(person, source) for person in article.authors],
        "issued": date_parts(article.published),
        "publisher" if kind == "report" else "container-title": source,
        "URL": address_of(article, settings),
        "accessed": date_parts(day_of_capture(article)),
        "language": article.lang,
        "abstract": article.dek,
        "keyword": BETWEEN_KEYWORDS.join(topic.name for topic in article.topics),
        "archive": settings["SITENAME"],
        "archive_location": address_here(article, settings),
    }
    return {key: value for key, value in told.items() if value}


def address_of(article: Article, settings: Mapping[str, Any]) -> str | None:
    """The address that is cited: that of the original, but for archives that want their own copy cited."""
    here = address_here(article, settings)
    if settings["CITE_ADDRESS"] == "archive":
        return here or article.source_url
    return article.source_url or here


def address_here(article: Article, settings: Mapping[str, Any]) -> str | None:
    """The article's address in this archive; one that isn't published has none that others could open."""
    return f"{settings['SITEURL']}/{article.url}" if settings["PUBLISHED"] else None


def day_of_capture(article: Article) -> str | None:
    """The day when the scrape was made, if anything tells it."""
    captured = article.captured.value[:10] if article.captured else ""
    return captured if is_date(captured) else None


def date_parts(date: str | None) -> dict[str, list[list[int]]] | None:
    """A date as exact as it is known.

    >>> date_parts("2016-03")
    {'date-parts': [[2016, 3]]}
    """
    return {"date-parts": [[int(part) for part in date.split("-")]]} if date else None
