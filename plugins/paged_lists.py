# SPDX-License-Identifier: AGPL-3.0-or-later
"""Lists of articles. A long one goes on at …/page-2/index.html and so on, with ARTICLES_PER_PAGE on each page: what
curation/archive.yaml says, or else 200.

The citations and the feed of a list are those of the whole list, beside its first page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from archive_faults import ArchiveError
from archive_pages import write_page
from moved_articles import first_slug
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator, Writer

ALL_ARTICLES = "articles/index.html"
PAGE = re.compile(r"^page-\d+$")


@dataclass(frozen=True, slots=True)
class ListPage:
    """A part of a list, in its order. `urls` are those of all its pages; `has_dates` speaks of the whole list, so
    that each of its pages can be sorted in the same ways.
    """

    articles: Sequence[Article]
    number: int
    urls: Sequence[str]
    has_dates: bool

    @property
    def count(self) -> int:
        return len(self.urls)

    @property
    def previous_url(self) -> str | None:
        return self.urls[self.number - 2] if self.number > 1 else None

    @property
    def next_url(self) -> str | None:
        return self.urls[self.number] if self.number < self.count else None

    @property
    def dated(self) -> list[Article]:
        return [article for article in self.articles if article.published]

    @property
    def undated(self) -> list[Article]:
        return [article for article in self.articles if not article.published]


def register() -> None:
    signals.initialized.connect(check_page_size)
    signals.article_writer_finalized.connect(write_all_articles)


def check_page_size(pelican: Any) -> None:  # noqa: ANN401  (Pelican ships no types)
    """The setting may come from elsewhere than the archive: pelicanconf.py can be edited, and has a command line."""
    size = pelican.settings["ARTICLES_PER_PAGE"]
    if type(size) is not int or size < 1:
        raise ArchiveError(
            f"ARTICLES_PER_PAGE: should be a whole number from 1 up, not {size!r}; "
            "set articles_per_page: 200 in curation/archive.yaml, and nothing elsewhere."
        )


def write_all_articles(generator: ArticlesGenerator, writer: Writer) -> None:
    folder = "page--{}" if _some_article_lives_at_a_page(generator) else "page-{}"
    write_list(generator, writer, "articles", ALL_ARTICLES, generator.articles, folder)


def write_list(
    generator: ArticlesGenerator,
    writer: Writer,
    template: str,
    url: str,
    articles: Sequence[Article],
    folder: str = "page-{}",
    **context: Any,  # noqa: ANN401  (whatever the template needs)
) -> None:
    """The pages of one list; the template finds its part in `list_page`."""
    for page in pages_of(url, articles, generator.settings["ARTICLES_PER_PAGE"], folder):
        write_page(generator, writer, template, page.urls[page.number - 1], list_page=page, **context)


def pages_of(url: str, articles: Sequence[Article], size: int, folder: str = "page-{}") -> list[ListPage]:
    """A list without articles has a page too."""
    starts = range(0, len(articles), size) or range(1)
    later = (url.replace("index.html", f"{folder.format(number)}/index.html") for number in range(2, len(starts) + 1))
    urls, has_dates = (url, *later), any(article.published for article in articles)
    return [
        ListPage(articles[start : start + size], number, urls, has_dates)
        for number, start in enumerate(starts, start=1)
    ]


def _some_article_lives_at_a_page(generator: ArticlesGenerator) -> bool:
    """Articles live beside the pages of their list. No slug has two dashes in a row, so those pages give way."""
    here = {article.slug for article in (*generator.articles, *generator.hidden_articles)}
    left = {first_slug(article) or "" for article in generator.articles}
    return any(PAGE.match(slug) for slug in here | left)
