# SPDX-License-Identifier: AGPL-3.0-or-later
"""Sources: where the articles were first published. Each has a page, described in content/sources/<slug>.md.

A source that articles name and nobody described gets a page too, made of its name alone. An article whose source is
unknown belongs to none: it is in the lists of all articles, and no source is made up for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive_faults import ArchiveError, within_archive
from archive_pages import write_page
from ascii_slugs import by_name, is_slug, slug_of, slugs_of
from author_variants import one_spelling
from curated_yaml import TEXT, WEB_ADDRESS, Schema, check, keys
from paged_lists import write_list
from pelican.contents import Page
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator, Writer

ITEM_TYPES = ("newspaperArticle", "magazineArticle", "blogPost", "report", "webpage")
RIGHTS = ("full", "excerpt", "hidden")
TDM = ("reserved", "allowed")
HEADER: Schema = {
    **keys(
        {
            "title": TEXT,
            "slug": TEXT,
            "home_page": WEB_ADDRESS,
            "item_type": {"enum": [*ITEM_TYPES, None]},
            "rights": {"enum": [*RIGHTS, None]},
            "rights_statement": WEB_ADDRESS,
            "indexable": {"type": ["boolean", "null"], "description": "true or false"},
            "tdm": {"enum": [*TDM, None]},
        },
        required=["title"],
    ),
    "additionalProperties": True,
}


@dataclass(eq=False, slots=True)
class Source:
    """`file` is where its description is, or where it would have to be written."""

    name: str
    slug: str
    file: Path
    described: bool = True
    home_page: str | None = None
    item_type: str | None = None
    rights: str | None = None
    rights_statement: str | None = None
    indexable: bool = False  # by search engines, once published
    tdm_allowed: bool = False  # text and data mining
    page: Any = None
    articles: list[Article] = field(default_factory=list)
    feed_url: str | None = None

    @property
    def url(self) -> str:
        return f"sources/{self.slug}/index.html"

    @property
    def content(self) -> str:
        """What the curator says about it, as HTML with links that fit the page being written."""
        return self.page.content if self.page else ""


def register() -> None:
    signals.article_generator_finalized.connect(name_sources)
    signals.article_writer_finalized.connect(write_sources)


def name_sources(generator: ArticlesGenerator) -> None:
    """Give each article its source, described or not."""
    sources = {source.name: source for source in described_sources(generator)}
    named = sorted({one_spelling(article.source_name) for article in generator.articles if article.source_name})
    new = [name for name in named if name not in sources]
    sources |= {source.name: source for source in undescribed_sources(new, sources.values(), generator)}
    for article in generator.articles:
        article.source = sources[one_spelling(article.source_name)] if article.source_name else None
    generator.context["sources"] = list(sources.values())


def described_sources(generator: ArticlesGenerator) -> list[Source]:
    """The pages in content/sources/, each checked; two of them can't have one name or one address."""
    sources = [_read(file, generator) for file in sorted(generator.get_files(["sources"]))]
    for key in ("name", "slug"):
        first: dict[str, Source] = {}
        for source in sources:
            other = first.setdefault(getattr(source, key), source)
            if other is not source:
                here, there = (within_archive(generator.settings, one.file) for one in (source, other))
                raise ArchiveError(f"{here}: its {key} is also that of {there}; change one of them.")
    return sources


def undescribed_sources(
    names: Iterable[str], described: Iterable[Source], generator: ArticlesGenerator
) -> Iterator[Source]:
    """Sources that are known by name alone: nobody has said anything of them, so they have no rights either."""
    for name, slug in slugs_of(names, taken=[source.slug for source in described]).items():
        yield Source(name, slug, Path(generator.path, "sources", f"{slug}.md"), described=False)


def list_sources(generator: ArticlesGenerator) -> list[Source]:
    """All sources by name, described ones without articles too; their articles are filled in."""
    for article in generator.articles:
        if article.source:
            article.source.articles.append(article)
    return sorted(generator.context["sources"], key=lambda source: by_name(source.name))


def write_sources(generator: ArticlesGenerator, writer: Writer) -> None:
    write_page(generator, writer, "sources", "sources/index.html")
    for source in generator.context["sources"]:
        write_list(generator, writer, "source", source.url, source.articles, source=source)


def _read(relative: str, generator: ArticlesGenerator) -> Source:
    file = Path(generator.path, relative)
    page = generator.readers.read_file(generator.path, relative, content_class=Page, context=generator.context)
    header: dict[str, Any] = page.metadata.get("header") or {}
    check(header, HEADER, within_archive(generator.settings, file))
    _check_indexable(header, within_archive(generator.settings, file))
    slug = header.get("slug") or slug_of(header["title"])
    if not is_slug(slug):
        raise ArchiveError(f"{within_archive(generator.settings, file)}: slug: should be a-z, 0-9 and -, not “{slug}”.")
    return Source(
        one_spelling(header["title"]),
        slug,
        file,
        home_page=header.get("home_page"),
        item_type=header.get("item_type"),
        rights=header.get("rights"),
        rights_statement=header.get("rights_statement"),
        indexable=header.get("indexable") or False,
        tdm_allowed=header.get("tdm") == "allowed",
        page=page,
    )


def _check_indexable(header: dict[str, Any], file: str) -> None:
    """Whoever lets search engines keep the articles must be free to show them."""
    if header.get("indexable") and header.get("rights") != "full":
        raise ArchiveError(
            f"{file}: indexable: is only for sources with rights: full, "
            f"and these are {header.get('rights') or 'null'}; settle the rights first, or write indexable: false."
        )
