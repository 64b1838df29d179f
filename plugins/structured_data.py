# SPDX-License-Identifier: AGPL-3.0-or-later
"""What each article is, in schema.org's words: JSON-LD for its page, and the `type` among its links.

Only what is known is told. Analysis and opinion are told from news by the article's own section, and by nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from citations.csl_json import address_here
from citations.names import is_body
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator

if TYPE_CHECKING:
    from author_variants import Author
    from source_pages import Source

# schema.org has no type for articles of magazines; its news article need not be of a newspaper.
TYPES = {
    "newspaperArticle": "NewsArticle",
    "magazineArticle": "NewsArticle",
    "blogPost": "BlogPosting",
    "report": "Report",
    "webpage": "Article",
}
UNKNOWN_TYPE = "Article"
SECTIONS = {
    "AnalysisNewsArticle": re.compile(r"\b(?:analys[ie]s|analytical)\b", re.IGNORECASE),
    "OpinionNewsArticle": re.compile(
        r"\b(?:opinions?|commentar(?:y|ies)|comment|editorials?|op-eds?|viewpoints?)\b", re.IGNORECASE
    ),
}


def register() -> None:
    signals.article_generator_finalized.connect(describe_articles)


def describe_articles(generator: ArticlesGenerator) -> None:
    """Give each article its schema.org type and what its page tells machines."""
    for article in generator.articles:
        kind = article.source.item_type if article.source else None
        article.schema_type = schema_type(kind, article.section)
        article.structured_data = structured_data(article, generator.settings)


def schema_type(item_type: str | None, section: str | None) -> str:
    """A section that is called both "Opinion & Analysis" tells neither.

    >>> schema_type("newspaperArticle", "Opinion"), schema_type("report", "Analysis"), schema_type(None, None)
    ('OpinionNewsArticle', 'Report', 'Article')
    """
    known = TYPES.get(item_type or "", UNKNOWN_TYPE)
    told = [narrower for narrower, words in SECTIONS.items() if words.search(section or "")]
    return told[0] if known == "NewsArticle" and len(told) == 1 else known


def structured_data(article: Article, settings: Mapping[str, Any]) -> dict[str, Any]:
    """`publisher` is the original's; this archive describes it (sdPublisher), and keeps a copy (archivedAt)."""
    source = article.source
    told = {
        "@context": "https://schema.org",
        "@type": article.schema_type,
        "headline": article.title,
        "author": [written_by(author, source) for author in article.authors],
        "datePublished": article.published,
        "dateModified": article.modified,
        "publisher": {"@type": "Organization", "name": source.name} if source else None,
        "inLanguage": article.lang,
        "keywords": [topic.name for topic in article.topics],
        "license": source.rights_statement if source else None,
        "isBasedOn": article.source_url,
        "archivedAt": address_here(article, settings),
        "identifier": f"sha256:{article.copy.sha256}" if article.copy else None,
        "sdPublisher": this_archive(settings),
    }
    return {key: value for key, value in told.items() if value}


def written_by(author: Author, source: Source | None) -> dict[str, str]:
    body = is_body(author, source.name if source else None)
    return {"@type": "Organization" if body else "Person", "name": author.name}


def this_archive(settings: Mapping[str, Any]) -> dict[str, str]:
    address = {"url": f"{settings['SITEURL']}/index.html"} if settings["PUBLISHED"] else {}
    return {"@type": "Organization", "name": settings["SITENAME"], **address}
