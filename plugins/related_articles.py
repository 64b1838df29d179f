# SPDX-License-Identifier: AGPL-3.0-or-later
"""Articles that speak of the same: those that share an article's rarest words, and which words these are.

Each article is known by its most telling words (how often here, how rare elsewhere: tf-idf with a damped frequency);
two articles are as near as the words that they share are telling for both (the cosine of these short vectors). A word
in one article alone tells of no other, and one in a third of all (but four articles are never too many) tells nothing.
What is shown are names, where any are shared: "also" and "possibly" explain nothing to a reader.
"""

from __future__ import annotations

import html
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import chain
from math import log, sqrt
from typing import NamedTuple

from lunr.stop_word_filter import WORDS as STOP_WORDS
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator

TAG = re.compile(r"<[^>]*>")
# Words of four letters or more, names and acronyms of two.
WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)?")
# What stands before a word that no sentence begins with.
BEFORE_WITHIN = re.compile(r"[\w,;]\s")
POSSESSIVE = re.compile(r"['’]s$")
TELLING, SHOWN, MOST = 40, 3, 4
LEAST = 0.08
COMMON, NEVER_TOO_MANY = 1 / 3, 4
LIKELY, MOST_LOOKED_AT = 20, 1_500

Vector = Mapping[str, float]


class Related(NamedTuple):
    article: Article
    shared: tuple[str, ...]


def register() -> None:
    signals.article_generator_finalized.connect(relate)


def relate(generator: ArticlesGenerator) -> None:
    """Give each article those nearest to it, the nearest first."""
    articles = [article for article in generator.articles if not article.excerpt_only]
    words = Words()
    counts = [words.count(_text(article)) for article in articles]
    names = words.names()
    vectors = list(_vectors(counts, names))
    del counts  # of a large archive it is the largest thing in memory
    shown = words.shown()
    for article in generator.articles:
        article.related = []
    for article, found in zip(articles, _nearest(vectors, names), strict=True):
        article.related = [Related(articles[other], tuple(shown[word] for word in shared)) for other, shared in found]


def _text(article: Article) -> str:
    return html.unescape(TAG.sub(" ", f"{article.title or ''} \n {article.dek} \n {article._content}"))


@dataclass(slots=True)
class Words:
    """The archive's words as they are spelled. Each spelling is looked at once, however often it stands somewhere."""

    _word: dict[str, str] = field(default_factory=dict)  # what counts as one word; "" for what tells nothing
    _spellings: Counter[str] = field(default_factory=Counter)
    _within: set[str] = field(default_factory=set)

    def count(self, text: str) -> Counter[str]:
        """How often the text has which word."""
        counts: Counter[str] = Counter()
        spellings = WORD.findall(text)
        self._spellings.update(spellings)
        for spelling, count in Counter(spellings).items():
            word = self._word.get(spelling)
            if word is None:
                word = self._word[spelling] = _word(spelling)
            if word:
                counts[word] += count
                if not spelling.islower() and spelling not in self._within and _stands_within(text, spelling):
                    self._within.add(spelling)
        return counts

    def names(self) -> set[str]:
        """Words that stand with a capital amid a sentence, and that no article of the archive writes small."""
        small = {self._word[spelling] for spelling in self._spellings if spelling.islower()}
        return {self._word[spelling] for spelling in self._within} - small

    def shown(self) -> dict[str, str]:
        """Each as it is spelled most; a name that a sentence begins with is spelled like that elsewhere too."""
        spelled: dict[str, Counter[str]] = defaultdict(Counter)
        for spelling, count in self._spellings.items():
            if word := self._word[spelling]:
                spelled[word][POSSESSIVE.sub("", spelling)] += count
        return {word: max(some, key=lambda spelling: (some[spelling], spelling)) for word, some in spelled.items()}


def _word(spelling: str) -> str:
    """
    >>> _word("Kabul’s"), _word("NATO"), _word("The"), _word("salt")
    ('kabul', 'nato', '', 'salt')
    """
    plain = POSSESSIVE.sub("", spelling)
    folded = plain.casefold()
    return folded if plain.isupper() or (len(plain) > 3 and folded not in STOP_WORDS) else ""


def _stands_within(text: str, spelling: str) -> bool:
    """Whether it follows a word or a comma somewhere.

    >>> _stands_within("Salt of Varrow", "Varrow"), _stands_within("Salt. Varrow", "Varrow")
    (True, False)
    """
    start = text.find(spelling, 2)
    while start >= 0:
        found = WORD.match(text, start)
        if found and found[0] == spelling and BEFORE_WITHIN.match(text, start - 2):
            return True
        start = text.find(spelling, start + 1)
    return False


def _vectors(articles: Sequence[Mapping[str, int]], names: Collection[str]) -> Iterator[Vector]:
    holders = Counter(word for words in articles for word in words)
    total = len(articles)
    most = min(max(NEVER_TOO_MANY, total * COMMON), total - 1)
    rarity = {
        word: log(total / count) * (1.5 if word in names else 1.0)
        for word, count in holders.items()
        if 1 < count <= most
    }
    for words in articles:
        weights = {word: (1 + log(count)) * rarity[word] for word, count in words.items() if word in rarity}
        telling = nlargest(TELLING, zip(weights.values(), weights, strict=True))
        length = sqrt(sum(weight * weight for weight, _ in telling)) or 1.0
        yield {word: weight / length for weight, word in telling}


def _nearest(vectors: Sequence[Vector], names: Collection[str]) -> Iterator[list[tuple[int, list[str]]]]:
    """For each vector the nearest others, with the words that weigh most in both."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for word in vector:
            holders[word].append(number)
    for number, vector in enumerate(vectors):
        shared = Counter(chain.from_iterable(_holders_of_rarest(vector, holders)))
        del shared[number]
        likely = [other for other, _ in shared.most_common(LIKELY)]
        best = nlargest(MOST, ((_cosine(vector, vectors[other]), -other) for other in likely))
        yield [(-other, _shared(vector, vectors[-other], names)) for cosine, other in best if cosine >= LEAST]


def _holders_of_rarest(vector: Vector, holders: Mapping[str, list[int]]) -> Iterator[list[int]]:
    """Which vectors have its rarest words, as many as fit: a word that tells of hundreds of articles tells little of
    each, and to weigh all words of all articles would cost the square of their number.
    """
    looked_at = 0
    for word in sorted(vector, key=lambda word: (len(holders[word]), word)):
        looked_at += len(holders[word])
        if looked_at > MOST_LOOKED_AT:
            break
        yield holders[word]


def _cosine(one: Vector, other: Vector) -> float:
    return sum(one[word] * other[word] for word in sorted(one.keys() & other.keys()))


def _shared(one: Vector, other: Vector, names: Collection[str]) -> list[str]:
    shared = one.keys() & other.keys()
    told = shared.intersection(names) or shared
    return nlargest(SHOWN, told, key=lambda word: (one[word] * other[word], word))
