# SPDX-License-Identifier: AGPL-3.0-or-later
"""Gives an article what its header says, and nothing else: Pelican's own guesses are taken out.

The reader (safe_markdown) hands over the whole header as `metadata["header"]`. Keys that docs/formats.md doesn't name
are ignored, so no header can set a template or write outside of its address.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from archive_faults import ArchiveError, report_fault, report_warning, within_archive
from ascii_slugs import is_slug, slug_of
from pelican.contents import Article as PelicanArticle
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator
from web_addresses import web_address

Header = dict[str, Any]

LANGUAGE = re.compile(r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$")
# What the cleaning says of a field that it didn't find; a hand that fills the field in has settled it.
SETTLED_BY = {
    "No title was found.": "title",
    "No author was found.": "authors",
    "No date of publication was found.": "published",
    "No source was found.": "source",
}


def register() -> None:
    signals.article_generator_context.connect(keep_header_alone)
    signals.content_object_init.connect(read_header)
    signals.article_generator_pretaxonomy.connect(leave_out_faulty)
    signals.article_generator_pretaxonomy.connect(refuse_shared_slugs)


def keep_header_alone(generator: ArticlesGenerator, metadata: dict[str, Any]) -> None:
    """Drop whatever Pelican or a reader derived: the header is all that counts."""
    header = metadata.get("header") or {}
    metadata.clear()
    metadata["header"] = header


def read_header(article: Article) -> None:
    """Set the fields that the header tells; report each fault in it and leave the article out."""
    if not isinstance(article, PelicanArticle):
        return
    header = without_blanks(article.metadata.get("header", {}))
    faults = list(faults_of(header))
    for fault in faults:
        report_fault(article.settings, article.source_path, fault)
    article.faulty = bool(faults)
    set_fields(article, {"slug": "faulty"} if faults else header)
    warn_of_address(article, header)


def warn_of_address(article: Article, header: Header) -> None:
    """An article whose original can't be linked to is an article all the same."""
    told = header.get("source_url")
    if told is not None and article.source_url is None and not article.faulty:
        report_warning(
            article.settings,
            article.source_path,
            f"source_url: should be an address that begins with https:// or http://, not {told!r}; no link was made.",
        )


def without_blanks(header: Header) -> Header:
    """Fields in which somebody left an empty text are as unknown as those with null."""
    return {key: (value.strip() or None) if isinstance(value, str) else value for key, value in header.items()}


def leave_out_faulty(generator: ArticlesGenerator) -> None:
    """Leave out articles with a fault in the header: it was reported, and a page would say something wrong."""
    generator.articles[:] = [article for article in generator.articles if not article.faulty]


def faults_of(header: Header) -> Iterator[str]:
    """What in the header can't be used, each with what would be right."""
    if "title" not in header:
        yield "title: is missing; write it, or null where it is unknown."
    for key, (fits, wanted) in SHAPES.items():
        value = header.get(key)
        if value is not None and not fits(value):
            yield f"{key}: should be {wanted}, not {value!r}."


def set_fields(article: Article, header: Header) -> None:
    """What the header leaves open is None, "" or []."""
    article.title = header.get("title")
    article.slug = header.get("slug") or slug_of(Path(article.source_path).stem)
    article.label = article.title or f"Untitled ({article.slug})"
    article.lang = header.get("lang")
    article.dek = header.get("summary") or ""
    article.section = header.get("section")
    article.source_url = web_address(header.get("source_url"))
    article.image_credit = header.get("image_credit")
    article.author_bio = header.get("author_bio")
    article.needs_review = [one for one in header.get("needs_review") or [] if not header.get(SETTLED_BY.get(one, ""))]
    article.author_names = list(header.get("authors") or [])
    article.source_name = header.get("source")
    article.own_tags = [tag.strip() for tag in header.get("tags") or [] if tag.strip()]
    article.authors, article.topics = [], []
    article.source = article.copy = article.captured = article.withdrawn = article.citation = None
    article.excerpt_only = False
    article.minutes, article.outline, article.related, article.cited_by = 0, [], [], []
    article.wayback_url = None
    # Pelican would put the address together anew for each link to the article.
    article.override_url = article.settings["ARTICLE_URL"].format(slug=article.slug)
    # Pelican cuts a summary out of the text where `metadata` has none.
    article.metadata.update(title=article.title, summary=article.dek)


def refuse_shared_slugs(generator: ArticlesGenerator) -> None:
    """Two articles can't have one address: which of them would a link mean?"""
    first: dict[str, Article] = {}
    for article in generator.articles:
        other = first.setdefault(article.slug, article)
        if other is not article:
            files = sorted(within_archive(generator.settings, one.source_path) for one in (other, article))
            raise ArchiveError(f"{files[1]}: slug: “{article.slug}” is also that of {files[0]}; change one of them.")


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_slug(value: object) -> bool:
    return isinstance(value, str) and is_slug(value)


def _is_language(value: object) -> bool:
    return isinstance(value, str) and bool(LANGUAGE.match(value))


TEXT = (_is_text, "text")
TEXTS = (_is_texts, "a list of texts, such as [Ana Ilić]")
SHAPES: dict[str, tuple[Callable[[object], bool], str]] = {
    "title": TEXT,
    "slug": (_is_slug, "at most 80 of a-z, 0-9 and - (and no device's name)"),
    "authors": TEXTS,
    "source": TEXT,
    "section": TEXT,
    "lang": (_is_language, 'a language tag such as "en" or "pt-BR"'),
    "tags": TEXTS,
    "needs_review": TEXTS,
    "summary": TEXT,
    "image_credit": TEXT,
    "author_bio": TEXT,
}
