# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes the lists that templates show, after all plugins that take an article away or give it a source or a topic."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from author_variants import list_authors
from partial_dates import newest_first
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator
from source_pages import list_sources
from topics_by_vocabulary import list_topics
from years_and_undated import list_years


def register() -> None:
    signals.article_generator_finalized.connect(make_lists)
    signals.article_generator_write_article.connect(show_neighbours)


def make_lists(generator: ArticlesGenerator) -> None:
    """`articles` in the context is every listed article, newest first and the undated last."""
    generator.context.update(
        articles=generator.articles,
        undated=[article for article in generator.articles if not article.published],
        sources=list_sources(generator),
        authors=list_authors(generator),
        topics=list_topics(generator),
        years=list_years(generator.articles),
    )
    generator.context["neighbours"] = {}
    for thing in (*generator.context["sources"], *generator.context["topics"]):
        generator.context["neighbours"][thing.url] = neighbours(thing.articles)


def neighbours(articles: list[Article]) -> dict[str, tuple[Article | None, Article | None]]:
    """The newer and the older article beside each dated one, by slug; the articles come newest first."""
    dated = sorted((article for article in articles if article.published), key=newest_first)
    return {
        article.slug: (newer, older)
        for newer, article, older in zip([None, *dated], dated, [*dated[1:], None], strict=False)
    }


class Neighbours(NamedTuple):
    """The articles before and after one in a list: `list` is the source or topic, `kind` how it is told."""

    kind: str
    label: str
    list: Any
    newer: Article | None
    older: Article | None


def show_neighbours(generator: ArticlesGenerator, content: Article) -> None:
    """Pelican writes articles itself, and looks nowhere but in the context for what else the template needs."""
    generator.context["neighbours_here"] = list(_neighbours_of(content, generator.context["neighbours"]))


def _neighbours_of(article: Article, known: Mapping[str, Mapping[str, Any]]) -> Iterator[Neighbours]:
    """In its source, and in the topic that it speaks of most."""
    lists = [
        ("from", "In the same source", article.source),
        *(("on", "On the same topic", one) for one in article.topics[:1]),
    ]
    for kind, label, thing in lists:
        newer, older = known.get(thing.url, {}).get(article.slug, (None, None)) if thing else (None, None)
        if newer or older:
            yield Neighbours(kind, label, thing, newer, older)
