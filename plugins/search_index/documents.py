# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the search knows of an article, and what it shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .plain_text import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from author_variants import Author
    from site_types import Article
    from source_pages import Source
    from topics_by_vocabulary import AssignedTopic


@dataclass(frozen=True, slots=True)
class Named:
    """An author, a topic or a source, with the address of its own page, from the archive's root."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Document:
    """One article. Unknown is None or empty; `text` is empty where only an excerpt may be shown.

    `label` is the title, or what stands for it. `stemmed` says that it is in English, whose stemmer the index has:
    the words of all other languages are found as they are written. `citation` is an item of CSL-JSON.
    """

    address: str
    title: str | None
    label: str
    authors: tuple[Named, ...]
    topics: tuple[Named, ...]
    source: Named | None
    published: str | None
    published_text: str | None
    language: str | None
    stemmed: bool
    dek: str
    text: str
    citation: dict[str, Any] | None = None


def searchable_documents(articles: Iterable[Article]) -> list[Document]:
    """The articles that a reader may find, in the order of their addresses, so that the same articles give the same
    index. A withdrawn article is not found, nor one whose source is hidden from a published archive.
    """
    found = (searchable_document(article) for article in articles if not _is_out(article))
    return sorted(found, key=lambda document: document.address)


def _is_out(article: Article) -> bool:
    hidden = article.settings["PUBLISHED"] and article.source is not None and article.source.rights == "hidden"
    return hidden or article.withdrawn is not None


def searchable_document(article: Article) -> Document:
    return Document(
        address=article.url,
        title=article.title,
        label=article.label,
        authors=tuple(_named(author) for author in article.authors),
        topics=tuple(_named(topic) for topic in article.topics),
        source=_named(article.source) if article.source else None,
        published=article.published,
        published_text=article.published_text,
        language=article.lang,
        stemmed=is_english(article.lang or article.settings.get("ARCHIVE_LANGUAGE")),
        dek=article.dek,
        text="" if article.excerpt_only else plain_text(article.content),
        citation=article.citation.item if article.citation else None,
    )


def is_english(language: str | None) -> bool:
    """Where nobody says what language a text is in, it is taken for English, as most scrapes that say nothing are.

    >>> is_english("en-GB"), is_english(None), is_english("de")
    (True, True, False)
    """
    return language is None or language.lower().split("-")[0] in {"en", "und"}


def _named(thing: Author | AssignedTopic | Source) -> Named:
    return Named(thing.name, thing.url)
