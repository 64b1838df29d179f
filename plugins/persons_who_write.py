# SPDX-License-Identifier: AGPL-3.0-or-later
"""Persons whom articles speak of and who have written articles here: the topic and the author lead to each other.

They are one person where a spelling of the author (the name, or a variant in curation/authors.yaml) is the topic's name
or one of its aliases. Their pages stay two, since by whom and about whom are two lists.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from author_variants import Author, load_chosen_names
from pelican.plugins import signals
from site_types import ArticlesGenerator
from topics_by_vocabulary import Topic
from topics_by_vocabulary.matching import folded


def register() -> None:
    signals.article_generator_finalized.connect(join_persons)


def join_persons(generator: ArticlesGenerator) -> None:
    """Fill in `topic.authors` and `author.topics` of the authors and topics that are shown, in the lists' order."""
    chosen = load_chosen_names(Path(generator.settings["ARCHIVE"]))
    authors = by_spelling(generator.context["authors"], chosen)
    for topic in generator.context["topics"]:
        topic.authors = authors_in(topic, authors)
        for author in topic.authors:
            author.topics.append(topic)


def by_spelling(authors: Iterable[Author], chosen: Mapping[str, str]) -> dict[str, Author]:
    """Each way in which an author's name is written."""
    named = {author.name: author for author in authors}
    variants = {folded(spelling): named[name] for spelling, name in chosen.items() if name in named}
    return {folded(name): author for name, author in named.items()} | variants


def authors_in(topic: Topic, authors: Mapping[str, Author]) -> list[Author]:
    """More than one where the topic has aliases that the curator doesn't call one author's."""
    if topic.kind != "person":
        return []
    spellings = (folded(term) for term in (topic.name, *topic.aliases))
    return list(dict.fromkeys(authors[spelling] for spelling in spellings if spelling in authors))
