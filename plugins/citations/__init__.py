# SPDX-License-Identifier: AGPL-3.0-or-later
"""Citations of articles: formatted to copy, as BibLaTeX, RIS and CSL-JSON to download; the same files for each list.

What is unknown is left out and never filled in: a citation without a date says so in its style's own way.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pelican.plugins import signals
from site_types import Article, ArticlesGenerator

from .biblatex import as_biblatex
from .coins import as_coins
from .csl_json import Item, item_of
from .directions import isolate_directions
from .formatted import STYLES, format_items
from .names import in_a_tag
from .ris import as_ris

__all__ = ["STYLES", "Citation", "register"]


class Citation(NamedTuple):
    """`formatted` is HTML by the name of a style; `coins` a ContextObject (Z39.88), for lists; `authors` as meta tags
    have them.
    """

    item: Item
    formatted: dict[str, str]
    coins: str
    authors: list[str]


def _as_json(items: Sequence[Item]) -> str:
    return json.dumps(items, ensure_ascii=False, indent=1) + "\n"


# The ending of a file, how it is made of items, what it is called, and its media type.
FORMATS: tuple[tuple[str, Callable[[Sequence[Item]], str], str, str], ...] = (
    ("bib", as_biblatex, "BibLaTeX", "application/x-bibtex"),
    ("ris", as_ris, "RIS", "application/x-research-info-systems"),
    ("json", _as_json, "CSL-JSON", "application/vnd.citationstyles.csl+json"),
)


def register() -> None:
    signals.article_generator_finalized.connect(cite_articles)
    signals.article_writer_finalized.connect(write_citations)


def cite_articles(generator: ArticlesGenerator) -> None:
    """Give each article its citation, and templates the names of the files."""
    items = [item_of(article, generator.settings) for article in generator.articles]
    cache = Path(generator.settings["ARCHIVE"], ".cache", "citations.json")
    for article, item, formatted in zip(generator.articles, items, format_items(items, cache), strict=True):
        isolated = {style: isolate_directions(words, item) for style, words in formatted.items()}
        article.citation = Citation(item, isolated, as_coins(item), [in_a_tag(name) for name in item.get("author", ())])
    generator.context["CITATION_FILES"] = [(f"citation.{end}", name, media) for end, _, name, media in FORMATS]
    generator.context["LIST_FILES"] = [(f"citations.{end}", name, media) for end, _, name, media in FORMATS]


def write_citations(generator: ArticlesGenerator, writer: object) -> None:
    """The files of each article, and of each list beside its page."""
    output = Path(generator.output_path)
    for article in generator.articles:
        _write(output / article.url, "citation", [article])
    for page, articles in lists_of(generator.context):
        _write(output / page, "citations", articles)


def lists_of(context: dict[str, Any]) -> Iterable[tuple[str, Sequence[Article]]]:
    """Every list page of articles, with its articles."""
    yield "articles/index.html", context["articles"]
    yield "undated/index.html", context["undated"]
    for thing in (*context["sources"], *context["authors"], *context["topics"], *context["years"]):
        yield thing.url, thing.articles


def _write(page: Path, name: str, articles: Sequence[Article]) -> None:
    items = [article.citation.item for article in articles if article.citation]
    if items:
        page.parent.mkdir(parents=True, exist_ok=True)
        for end, made, _, _ in FORMATS:
            page.with_name(f"{name}.{end}").write_text(made(items), encoding="utf-8")
