# SPDX-License-Identifier: AGPL-3.0-or-later
"""An article that was withdrawn (curation/corrections/<slug>.yaml) leaves its address, and a page there that says so.

It is in no list, feed or index, and nothing of its text is in the output, whether its file is still there or not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from curated_yaml import Schema, keys, read_curated
from pelican.contents import Article as PelicanArticle
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator

DAY: Schema = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}-\d{2}-\d{2}$",
    "description": 'a day, such as "2026-05-01"',
}
REASON: Schema = {"type": ["string", "null"], "description": "a sentence that tells why"}
# The other keys are for the cleaning, which checks them.
CORRECTION: Schema = {
    "type": "object",
    "properties": {"withdrawn": keys({"on": DAY, "reason": REASON})},
    "description": "a mapping such as {withdrawn: {on: …, reason: …}}",
}


@dataclass(frozen=True, slots=True)
class Withdrawn:
    on: str | None
    reason: str | None


def register() -> None:
    signals.article_generator_pretaxonomy.connect(withdraw)


def withdraw(generator: ArticlesGenerator) -> None:
    """Move withdrawn articles out of the lists; what is left of each is its title and why it went."""
    withdrawn = dict(load_withdrawn(Path(generator.settings["ARCHIVE"])))
    by_slug = {article.slug: article for article in generator.articles if article.slug in withdrawn}
    generator.articles[:] = [article for article in generator.articles if article.slug not in withdrawn]
    for slug, notice in withdrawn.items():
        article = by_slug.get(slug) or without_file(slug, generator)
        empty(article, notice)
        generator.hidden_articles.append(article)


def load_withdrawn(archive: Path) -> Iterator[tuple[str, Withdrawn]]:
    """Slug and notice of each withdrawn article."""
    for file in sorted((archive / "curation" / "corrections").glob("*.yaml")):
        notice = (read_curated(file, archive, CORRECTION) or {}).get("withdrawn")
        if notice is not None:
            yield file.stem, Withdrawn(notice.get("on"), notice.get("reason"))


def without_file(slug: str, generator: ArticlesGenerator) -> Article:
    """A stand-in for an article whose file was deleted too: its address still has to answer."""
    archive = Path(generator.settings["ARCHIVE"])
    file = archive / "curation" / "corrections" / f"{slug}.yaml"
    header = {"title": "An article that is no longer here", "slug": slug, "source": source_in_ledger(slug, archive)}
    article: Article = PelicanArticle("", {"header": header}, generator.settings, str(file), generator.context)
    return article


def source_in_ledger(slug: str, archive: Path) -> str | None:
    """Whose article it was, if its ledger is still there: of a hidden source not even an address is told."""
    for ledger in archive.glob(f"ledger/*/{slug}.jsonl"):
        try:
            with ledger.open(encoding="utf-8") as lines:
                return str(json.loads(lines.readline())["fields"]["source"]["value"])
        except (ValueError, KeyError, TypeError):
            continue
    return None


def empty(article: Article, notice: Withdrawn) -> None:
    """Take out everything that a template could show of the text and of what surrounded it."""
    article.template = "withdrawn"
    article.withdrawn = notice
    article._content = ""
    article.metadata = {"title": article.title, "summary": ""}
    article.dek = ""
    article.section = article.source_url = article.image_credit = article.author_bio = None
    article.needs_review, article.author_names, article.own_tags = [], [], []
