# SPDX-License-Identifier: AGPL-3.0-or-later
"""The controlled vocabulary: curation/topics.yaml, and the curator's own tags beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive_faults import ArchiveError
from ascii_slugs import by_name, slugs_of
from curated_yaml import TEXT, TEXT_OR_NOTHING, TEXTS, Schema, keys, read_curated
from site_types import Article

from .matching import folded

if TYPE_CHECKING:
    from author_variants import Author

KINDS = ("theme", "person", "place", "organisation")
FILE = "curation/topics.yaml"
TOPICS: Schema = {
    "type": "array",
    "items": keys(
        {"topic": TEXT, "kind": {"enum": list(KINDS)}, "aliases": TEXTS, "except": TEXTS, "broader": TEXT_OR_NOTHING},
        required=["topic"],
    ),
    "description": "a list of topics, each with `topic`, `kind`, `aliases`, `except` and `broader`",
}


@dataclass(eq=False, slots=True)
class Topic:
    """`kind` is None for a tag that the vocabulary doesn't have. `excepted` are phrases in which its terms mention
    something else. `articles` are those that have the topic or a narrower one; `own` is how many have it itself.
    `beside` are the topics that its articles have too, with how many of them have each. `authors` are this person as
    one who writes here.
    """

    name: str
    slug: str
    kind: str | None = None
    aliases: tuple[str, ...] = ()
    excepted: tuple[str, ...] = ()
    broader: Topic | None = None
    narrower: list[Topic] = field(default_factory=list)
    articles: list[Article] = field(default_factory=list)
    own: int = 0
    beside: list[tuple[Topic, int]] = field(default_factory=list)
    authors: list[Author] = field(default_factory=list)
    feed_url: str | None = None
    order: tuple[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.order = by_name(self.name)

    @property
    def url(self) -> str:
        return f"topics/{self.slug}/index.html"

    def upwards(self) -> Iterator[Topic]:
        """The topic itself and those above it."""
        topic: Topic | None = self
        while topic is not None:
            yield topic
            topic = topic.broader


@dataclass(frozen=True, slots=True)
class AssignedTopic:
    """A topic of one article, and in a sentence why it has it."""

    topic: Topic
    evidence: str

    @property
    def name(self) -> str:
        return self.topic.name

    @property
    def slug(self) -> str:
        return self.topic.slug

    @property
    def url(self) -> str:
        return self.topic.url

    @property
    def kind(self) -> str | None:
        return self.topic.kind


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """`topics` are those of the file: a tag names its articles itself, and is looked for in no text."""

    topics: tuple[Topic, ...]
    by_term: dict[str, Topic]

    def find(self, term: str) -> Topic | None:
        """The topic that has this name or alias, in any case."""
        return self.by_term.get(folded(term))


def load_vocabulary(archive: Path, tags: Iterable[str]) -> Vocabulary:
    """The file's topics, and one for each tag that it doesn't have. Mistakes in the file stop the build."""
    rows = read_curated(archive / "curation" / "topics.yaml", archive, TOPICS) or []
    slugs = slugs_of(dict.fromkeys(row["topic"] for row in rows))
    topics = [_topic(row, slugs) for row in rows]
    by_term = _by_term(topics)
    for topic, row in zip(topics, rows, strict=True):
        _connect(topic, row.get("broader"), by_term)
    _refuse_circles(topics)
    return Vocabulary(tuple(topics), by_term | _of_tags(tags, by_term, slugs.values()))


def _topic(row: Mapping[str, Any], slugs: Mapping[str, str]) -> Topic:
    aliases, excepted = (tuple(row.get(key, [])) for key in ("aliases", "except"))
    return Topic(row["topic"], slugs[row["topic"]], row.get("kind", "theme"), aliases, excepted)


def _of_tags(tags: Iterable[str], by_term: Mapping[str, Topic], taken: Collection[str]) -> dict[str, Topic]:
    """A topic for each tag that no topic of the file stands for; two spellings of one tag are one topic."""
    new: dict[str, str] = {}
    for tag in tags:
        if folded(tag) not in by_term:
            new.setdefault(folded(tag), tag)
    slugs = slugs_of(new.values(), taken)
    return {term: Topic(tag, slugs[tag]) for term, tag in new.items()}


def _by_term(topics: Iterable[Topic]) -> dict[str, Topic]:
    """Each name and alias, and its topic. A term can't stand for two topics."""
    by_term: dict[str, Topic] = {}
    for topic in topics:
        for term in dict.fromkeys(folded(term) for term in (topic.name, *topic.aliases)):
            other = by_term.setdefault(term, topic)
            if other is not topic:
                raise ArchiveError(f"{FILE}: “{term}” stands for “{other.name}” and for “{topic.name}”; choose one.")
    return by_term


def _connect(topic: Topic, broader: str | None, by_term: dict[str, Topic]) -> None:
    if broader is None:
        return
    above = by_term.get(folded(broader))
    if above is None:
        raise ArchiveError(f"{FILE}: {topic.name}: broader: there is no topic “{broader}”; add it, or mend the name.")
    topic.broader = above
    above.narrower.append(topic)
    above.narrower.sort(key=lambda narrower: narrower.order)


def _refuse_circles(topics: Iterable[Topic]) -> None:
    for topic in topics:
        seen: list[Topic] = []
        for above in topic.upwards():
            if above in seen:
                names = " → ".join(one.name for one in [*seen, above])
                raise ArchiveError(f"{FILE}: broader: {names} runs in a circle; take one of them out.")
            seen.append(above)
