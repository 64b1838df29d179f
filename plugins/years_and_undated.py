# SPDX-License-Identifier: AGPL-3.0-or-later
"""A page for each year that articles were published in, and one for those of which nobody knows when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from archive_pages import write_page
from paged_lists import write_list
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator, Writer


@dataclass(eq=False, slots=True)
class Year:
    year: str
    articles: list[Article] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"years/{self.year}/index.html"


def register() -> None:
    signals.article_writer_finalized.connect(write_years)


def list_years(articles: Iterable[Article]) -> list[Year]:
    """Years with an article, newest first. A date that is known to the year or month only counts for its year."""
    years: dict[str, Year] = {}
    for article in articles:
        if article.year:
            years.setdefault(article.year, Year(article.year)).articles.append(article)
    return sorted(years.values(), key=lambda year: year.year, reverse=True)


def write_years(generator: ArticlesGenerator, writer: Writer) -> None:
    write_page(generator, writer, "years", "years/index.html")
    write_list(generator, writer, "undated", "undated/index.html", generator.context["undated"])
    for year in generator.context["years"]:
        write_list(generator, writer, "year", year.url, year.articles, year=year)
