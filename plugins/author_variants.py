# SPDX-License-Identifier: AGPL-3.0-or-later
"""Authors and their pages. What curation/authors.yaml calls variants of one name is one author."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from archive_faults import ArchiveError
from archive_pages import write_page
from ascii_slugs import by_name, slugs_of
from curated_yaml import TEXT, TEXTS, Schema, keys, read_curated
from paged_lists import write_list
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator, Writer

if TYPE_CHECKING:
    from topics_by_vocabulary import Topic

AUTHORS: Schema = {
    "type": "array",
    "items": keys({"name": TEXT, "variants": TEXTS, "family": TEXT, "given": TEXT}, required=["name"]),
    "description": "a list of authors, each with `name`, and perhaps `variants`, `family` and `given`",
}


@dataclass(eq=False, slots=True)
class Author:
    """`family` and `given` where the curator says how the name is parted; `family` alone is a name that isn't. `topics`
    are this person as articles speak of them.
    """

    name: str
    slug: str
    family: str | None = None
    given: str | None = None
    articles: list[Article] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    feed_url: str | None = None

    @property
    def url(self) -> str:
        return f"authors/{self.slug}/index.html"


def register() -> None:
    signals.article_generator_finalized.connect(name_authors)
    signals.article_writer_finalized.connect(write_authors)


def name_authors(generator: ArticlesGenerator) -> None:
    """Give each article its authors, and each author their articles in the articles' order."""
    archive = Path(generator.settings["ARCHIVE"])
    chosen, parts = load_chosen_names(archive), load_parted_names(archive)
    names = {article.slug: _names(article, chosen) for article in generator.articles}
    known = [*dict.fromkeys(chosen.values()), *sorted({name for some in names.values() for name in some})]
    slugs = slugs_of(dict.fromkeys(known))
    authors = {name: Author(name, slug, *parts.get(name, ())) for name, slug in slugs.items()}
    for article in generator.articles:
        article.authors = [authors[name] for name in names[article.slug]]


def list_authors(generator: ArticlesGenerator) -> list[Author]:
    """Those who have an article here, by name; their articles are filled in."""
    authors = dict.fromkeys(author for article in generator.articles for author in article.authors)
    for article in generator.articles:
        for author in article.authors:
            author.articles.append(article)
    return sorted(authors, key=lambda author: by_name(author.name))


def write_authors(generator: ArticlesGenerator, writer: Writer) -> None:
    authors: list[Author] = generator.context["authors"]
    write_page(generator, writer, "authors", "authors/index.html")
    for author in authors:
        write_list(generator, writer, "author", author.url, author.articles, author=author)


def load_chosen_names(archive: Path) -> dict[str, str]:
    """Each spelling and the name that it stands for. A spelling can't stand for two names."""
    chosen: dict[str, str] = {}
    for author in read_curated(archive / "curation" / "authors.yaml", archive, AUTHORS) or []:
        for spelling in (author["name"], *author.get("variants", [])):
            name = chosen.setdefault(one_spelling(spelling), author["name"])
            if name != author["name"]:
                raise ArchiveError(
                    f"curation/authors.yaml: “{spelling}” belongs to “{name}” and to “{author['name']}”; choose one."
                )
    return chosen


def load_parted_names(archive: Path) -> dict[str, tuple[str, str | None]]:
    """By name what the curator says is the family's, and what was given."""
    told = read_curated(archive / "curation" / "authors.yaml", archive, AUTHORS) or []
    return {author["name"]: (author["family"], author.get("given")) for author in told if "family" in author}


def one_spelling(name: str) -> str:
    """The same letters written in another Unicode form, or with other white space, are the same name."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def _names(article: Article, chosen: dict[str, str]) -> list[str]:
    spellings = (one_spelling(name) for name in article.author_names)
    return list(dict.fromkeys(chosen.get(spelling, spelling) for spelling in spellings if spelling))
