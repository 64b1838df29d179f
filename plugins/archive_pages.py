# SPDX-License-Identifier: AGPL-3.0-or-later
"""The pages that speak of the archive as a whole: home, and "nothing here"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from pelican.plugins import signals
from published_feeds import moment
from site_types import Article, ArticlesGenerator, Writer

NEWEST = 10


def register() -> None:
    signals.article_writer_finalized.connect(write_archive_pages)


def write_archive_pages(generator: ArticlesGenerator, writer: Writer) -> None:
    dated = [article for article in generator.articles if article.published]
    topics = sorted(generator.context["topics"], key=lambda topic: -len(topic.articles))
    shown, additions = newest(generator.articles), newest_additions(generator.articles)
    write_page(
        generator, writer, "index", "index.html",
        articles=dated, weighty_topics=topics, newest=shown, additions=bool(additions),
    )  # fmt: skip
    write_not_found(generator, writer)


def newest(articles: Sequence[Article]) -> list[Article]:
    """What the home page shows: what was added last, or else published last; the undated stand last in `articles`."""
    return list(newest_additions(articles) or articles)[:NEWEST]


def newest_additions(articles: Sequence[Article]) -> list[Article]:
    """Those with a day of capture, the last captured first; none where it is known for no more than half of them."""
    captured = [(moment(article.captured.value), article) for article in articles if article.captured]
    known = [(day, article) for day, article in captured if day]
    if 2 * len(known) <= len(articles):
        return []
    return [article for _, article in sorted(known, key=lambda one: one[0], reverse=True)]


def write_page(
    generator: ArticlesGenerator,
    writer: Writer,
    template: str,
    save_as: str,
    **context: Any,  # noqa: ANN401  (whatever the template needs)
) -> None:
    """Render a template to an address, with the links in it relative to there unless the build is published."""
    writer.write_file(
        save_as,
        generator.get_template(template),
        generator.context,
        relative_urls=generator.settings["RELATIVE_URLS"],
        url=save_as,
        **context,
    )


def write_not_found(generator: ArticlesGenerator, writer: Writer) -> None:
    """A host shows this page at addresses of any depth, so a published one needs links from the host's root."""
    if generator.settings["PUBLISHED"]:
        root = urlsplit(generator.settings["SITEURL"]).path.rstrip("/")
        write_page(generator, writer, "404", "404.html", SITEURL=root)
    else:
        write_page(generator, writer, "404", "404.html")
