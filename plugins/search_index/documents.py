# SPDX-License-Identifier: AGPL-3.0-or-later
"""What the search knows of an article, and what it shows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .plain_text import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from site_types import Article


@dataclass(frozen=True, slots=True)
class Document:
    """One article. Unknown is None or empty; `text` is empty where only an excerpt may be shown.

    `label` is the title, or what stands for it.
    """

    address: str
    title: str | None
    label: str
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    source: str | None
    published: str | None
    published_text: str | None
    language: str | None
    dek: str
    text: str


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
        authors=tuple(author.name for author in article.authors),
        topics=tuple(topic.name for topic in article.topics),
        source=article.source.name if article.source else None,
        published=article.published,
        published_text=article.published_text,
        language=article.lang,
        dek=article.dek,
        text="" if article.excerpt_only else plain_text(article.content),
    )
