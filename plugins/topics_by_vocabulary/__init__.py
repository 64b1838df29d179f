# SPDX-License-Identifier: AGPL-3.0-or-later
"""Topics, assigned at each build from curation/topics.yaml, with the evidence for each.

An article has a topic when its title, its summary or its text names it, or when the curator's own tags say so; the tag
`-Topic` takes it away. A change of vocabulary therefore rewrites no article.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from archive_pages import write_page
from paged_lists import write_list
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator, Writer

from .evidence import Mentions, in_words
from .matching import Matcher
from .plain_text import plain_text
from .vocabulary import AssignedTopic, Topic, Vocabulary, load_vocabulary

__all__ = ["AssignedTopic", "Topic", "list_topics", "register"]

MOST_BESIDE = 8
OWN_TAG = "The curator’s own tag."


def register() -> None:
    signals.article_generator_finalized.connect(assign_topics)
    signals.article_writer_finalized.connect(write_topics)


def assign_topics(generator: ArticlesGenerator) -> None:
    """Give each article its topics: the curator's tags first, then those that it names, the best evidence first."""
    tags = sorted({tag for article in generator.articles for tag in article.own_tags if not tag.startswith("-")})
    vocabulary = load_vocabulary(Path(generator.settings["ARCHIVE"]), tags)
    matcher = Matcher(vocabulary.topics)
    for article in generator.articles:
        article.topics = list(topics_of(article, vocabulary, matcher))


def topics_of(article: Article, vocabulary: Vocabulary, matcher: Matcher) -> Iterable[AssignedTopic]:
    """The article's topics, each once."""
    removed = {vocabulary.find(tag[1:]) for tag in article.own_tags if tag.startswith("-")}
    own = dict.fromkeys(vocabulary.find(tag) for tag in article.own_tags if not tag.startswith("-"))
    found = find_topics(article, matcher)
    ranked = sorted(found, key=lambda topic: (found[topic].rank(), topic.order))
    evidence = {topic: in_words(found[topic]) for topic in ranked} | dict.fromkeys(own, OWN_TAG)
    for topic in dict.fromkeys([*own, *ranked]):
        if topic is not None and topic not in removed:
            yield AssignedTopic(topic, evidence[topic])


def find_topics(article: Article, matcher: Matcher) -> dict[Topic, Mentions]:
    """Where the article names which topic."""
    found: dict[Topic, Mentions] = {}
    places = {"title": article.title or "", "summary": article.dek, "text": plain_text(article._content)}
    for place, text in places.items():
        for topic, term in matcher.find(text):
            found.setdefault(topic, Mentions()).add(place, term)
    return found


def list_topics(generator: ArticlesGenerator) -> list[Topic]:
    """Topics that an article has, and the broader ones above them; by name, with their articles filled in.

    An article on salt is one on trade too: a broader topic has the articles of those that it takes in, each once.
    """
    used: dict[Topic, None] = {}
    for article in generator.articles:
        for topic in topics_upwards(article):
            topic.articles.append(article)
            used[topic] = None
        for assigned in article.topics:
            assigned.topic.own += 1
    for topic in used:
        topic.narrower = [narrower for narrower in topic.narrower if narrower in used]
        topic.beside = topics_beside(topic)
    return sorted(used, key=lambda topic: topic.order)


def topics_upwards(article: Article) -> dict[Topic, None]:
    """The article's topics and those above them."""
    return dict.fromkeys(above for assigned in article.topics for above in assigned.topic.upwards())


def topics_beside(topic: Topic) -> list[tuple[Topic, int]]:
    """Those that its articles have too, most first; in one article alone, two topics meet by chance.

    One above or below it in the tree has the same articles for that reason alone.
    """
    counts = Counter(other for article in topic.articles for other in topics_upwards(article))
    often = [(other, count) for other, count in counts.items() if count > 1 and not are_kin(topic, other)]
    return sorted(often, key=lambda one: (-one[1], one[0].order))[:MOST_BESIDE]


def are_kin(one: Topic, other: Topic) -> bool:
    """Whether one takes in the other, or both are the same."""
    return one in other.upwards() or other in one.upwards()


def write_topics(generator: ArticlesGenerator, writer: Writer) -> None:
    write_page(generator, writer, "topics", "topics/index.html")
    for topic in generator.context["topics"]:
        write_list(generator, writer, "topic", topic.url, topic.articles, topic=topic)
