# SPDX-License-Identifier: AGPL-3.0-or-later
"""Makes the lists that templates show, after all plugins that take an article away or give it a source or a topic."""

from __future__ import annotations

from author_variants import list_authors
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
    for source in generator.context["sources"]:
        generator.context["neighbours"].update(neighbours(source.articles))


def neighbours(articles: list[Article]) -> dict[str, tuple[Article | None, Article | None]]:
    """The newer and the older article beside each dated one, by slug; the articles come newest first."""
    dated = [article for article in articles if article.published]
    return {
        article.slug: (newer, older)
        for newer, article, older in zip([None, *dated], dated, [*dated[1:], None], strict=False)
    }


def show_neighbours(generator: ArticlesGenerator, content: Article) -> None:
    """Pelican writes articles itself, and looks nowhere but in the context for what else the template needs."""
    newer, older = generator.context["neighbours"].get(content.slug, (None, None))
    generator.context.update(newer=newer, older=older)
