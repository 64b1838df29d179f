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
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from heapq import nlargest
from math import log, sqrt
from typing import NamedTuple

from lunr.stop_word_filter import WORDS as STOP_WORDS
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator

TAG = re.compile(r"<[^>]*>")
# Words of four letters or more, names and acronyms of two.
WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)?")
# One that follows a word or a comma: no sentence begins with it.
WITHIN = re.compile(rf"(?<=[\w,;]\s){WORD.pattern}")
POSSESSIVE = re.compile(r"['’]s$")
TELLING, SHOWN, MOST = 40, 3, 4
LEAST = 0.08
COMMON, NEVER_TOO_MANY = 1 / 3, 4
MOST_HOLDERS = 300

Vector = Mapping[str, float]


class Related(NamedTuple):
    article: Article
    shared: tuple[str, ...]


def register() -> None:
    signals.article_generator_finalized.connect(relate)


def relate(generator: ArticlesGenerator) -> None:
    """Give each article those nearest to it, the nearest first."""
    articles = [article for article in generator.articles if not article.excerpt_only]
    texts = [_text(article) for article in articles]
    spellings = [_spellings(text) for text in texts]
    names = _names(texts, spellings)
    vectors = list(_vectors(spellings, names))
    near = _nearest(vectors, names)
    for article in generator.articles:
        article.related = []
    for article, words, found in zip(articles, spellings, near, strict=True):
        article.related = [
            Related(articles[other], tuple(_shown(words[word]) for word in shared)) for other, shared in found
        ]


def _text(article: Article) -> str:
    return html.unescape(TAG.sub(" ", f"{article.title or ''} \n {article.dek} \n {article._content}"))


def _spellings(text: str) -> dict[str, Counter[str]]:
    """An article's words as it spells them, by what counts as one word."""
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for found in WORD.finditer(text):
        word = POSSESSIVE.sub("", found[0])
        if word.isupper() or (len(word) > 3 and word.casefold() not in STOP_WORDS):
            words[word.casefold()][word] += 1
    return words


def _shown(spellings: Counter[str]) -> str:
    """As it is spelled most; a name that a sentence begins with is spelled like that elsewhere too."""
    return max(spellings, key=lambda spelling: (spellings[spelling], spelling))


def _names(texts: Iterable[str], articles: Iterable[Mapping[str, Counter[str]]]) -> set[str]:
    """Words that stand with a capital amid a sentence, and that no article of the archive writes small."""
    within = {POSSESSIVE.sub("", word) for text in texts for word in WITHIN.findall(text)}
    small = {word for words in articles for word, spellings in words.items() if any(map(str.islower, spellings))}
    return {word.casefold() for word in within if not word.islower()} - small


def _vectors(articles: Sequence[Mapping[str, Counter[str]]], names: Collection[str]) -> Iterator[Vector]:
    holders = Counter(word for words in articles for word in words)
    total = len(articles)
    for words in articles:
        weights = {
            word: (1 + log(spellings.total())) * log(total / holders[word]) * (1.5 if word in names else 1.0)
            for word, spellings in words.items()
            if 1 < holders[word] <= max(NEVER_TOO_MANY, total * COMMON) and holders[word] < total
        }
        telling = dict(nlargest(TELLING, weights.items(), key=lambda one: (one[1], one[0])))
        length = sqrt(sum(weight * weight for weight in telling.values())) or 1.0
        yield {word: weight / length for word, weight in telling.items()}


def _nearest(vectors: Sequence[Vector], names: Collection[str]) -> Iterator[list[tuple[int, list[str]]]]:
    """For each vector the nearest others, with the words that weigh most in both."""
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, vector in enumerate(vectors):
        for word, weight in vector.items():
            holders[word].append((number, weight))
    for number, vector in enumerate(vectors):
        nearness: dict[int, float] = defaultdict(float)
        # A word that tells of hundreds of articles tells little of each, and would cost the square of their number.
        for word, weight in vector.items():
            for other, other_weight in holders[word] if len(holders[word]) <= MOST_HOLDERS else ():
                nearness[other] += weight * other_weight
        nearness.pop(number, None)
        best = nlargest(MOST, nearness.items(), key=lambda one: (one[1], -one[0]))
        yield [(other, _shared(vector, vectors[other], names)) for other, cosine in best if cosine >= LEAST]


def _shared(one: Vector, other: Vector, names: Collection[str]) -> list[str]:
    shared = one.keys() & other.keys()
    told = shared.intersection(names) or shared
    return nlargest(SHOWN, told, key=lambda word: (one[word] * other[word], word))
