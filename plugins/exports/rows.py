# SPDX-License-Identifier: AGPL-3.0-or-later
"""An article as one row of a table: what is known of it, its text and its citation. What isn't known is empty."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from search_index.plain_text import plain_text

if TYPE_CHECKING:
    from site_types import Article

Row = dict[str, str | list[str]]

# What a source's kind is called, in words that need no explanation.
KINDS = {
    "newspaperArticle": "newspaper article",
    "magazineArticle": "magazine article",
    "blogPost": "blog post",
    "report": "report",
    "webpage": "web page",
}
TAG = re.compile(r"<[^>]*>")


def row_of(article: Article) -> Row:
    source, copy = article.source, article.copy
    return {
        "slug": article.slug,
        "title": article.title or "",
        "authors": [person.name for person in article.authors],
        "published": article.published or "",
        "modified": article.modified or "",
        "source": source.name if source else "",
        "kind": KINDS.get((source and source.item_type) or "", ""),
        "rights": (source and source.rights) or "",
        "section": article.section or "",
        "language": article.lang or "",
        "topics": [topic.name for topic in article.topics],
        "summary": article.dek,
        "original_address": article.source_url or "",
        "captured": article.captured.value if article.captured else "",
        "scrape": copy.scrape_path if copy else "",
        "scrape_sha256": copy.sha256 if copy else "",
        "needs_review": article.needs_review,
        "citation": citation_of(article),
        "text": plain_text(article._content),
    }


def dublin_core_of(article: Article) -> Row:
    """The fifteen elements of Dublin Core 1.1, as far as an article has them; several values in one cell."""
    row = row_of(article)
    statement = (article.source and article.source.rights_statement) or ""
    return {
        "dc:identifier": row["slug"],
        "dc:title": row["title"],
        "dc:creator": row["authors"],
        "dc:date": row["published"],
        "dc:publisher": row["source"],
        "dc:type": ["Text", *([str(row["kind"])] if row["kind"] else [])],
        "dc:format": "text/markdown",
        "dc:language": row["language"],
        "dc:subject": row["topics"],
        "dc:description": row["summary"],
        "dc:source": row["original_address"],
        "dc:rights": statement or row["rights"],
    }


def citation_of(article: Article) -> str:
    """In Chicago's style, as text."""
    return html.unescape(TAG.sub("", article.citation.formatted["Chicago"])) if article.citation else ""
