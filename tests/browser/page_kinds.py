"""Which kinds of page a site has, and where to find one of each."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

Kind = Literal[
    "home",
    "all articles",
    "article",
    "ledger",
    "sources",
    "source",
    "authors",
    "author",
    "topics",
    "topic",
    "years",
    "year",
    "undated",
    "search",
    "not found",
]
PATTERNS: dict[Kind, str] = {
    "home": "index.html",
    "all articles": "articles/index.html",
    "article": "articles/*/index.html",
    "ledger": "ledger/*/index.html",
    "sources": "sources/index.html",
    "source": "sources/*/index.html",
    "authors": "authors/index.html",
    "author": "authors/*/index.html",
    "topics": "topics/index.html",
    "topic": "topics/*/index.html",
    "years": "years/index.html",
    "year": "years/*/index.html",
    "undated": "undated/index.html",
    "search": "search/index.html",
    "not found": "404.html",
}


def page_of_kind(site: Path, kind: Kind) -> str:
    """The longest page of this kind, as a path in the site: it shows most of what such a page can hold."""
    longest = max(site.glob(PATTERNS[kind]), key=lambda file: file.stat().st_size)
    return longest.relative_to(site).as_posix()


def all_pages(site: Path) -> list[str]:
    return sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
