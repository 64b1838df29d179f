"""Words for generated articles: known ones as often as they stand in real articles, and new ones as fast as there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from math import ceil, sqrt
from random import Random

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")

# Two Pitman-Yor processes (Y. W. Teh 2006, "A hierarchical Bayesian language model"): the archive's gives Heaps's and
# Zipf's laws, the article's repeats what the article has said. Fitted on the 791 real articles, cut to 700 words: one
# half is learned, the other generated anew, and both together compared with all of the real ones (three shuffles;
# `python -m bench.search.growth` tells):
#                                             real            half generated
#     distinct words in all 791               28,712          28,346 to 28,517
#     of these in one article only            52.3 %          52.6 to 53.5 %
#     an article's words that are distinct    47.4 %          47.1 to 47.2 %
#     articles with the commonest words       99.5-100 %      94.8-98.4 %
# So it grows on: 32,665 distinct words at 1,000 articles, 73,475 at 5,000, 141,907 at 20,000 (13.9 million words).
ARCHIVE_DISCOUNT, ARCHIVE_STRENGTH = 0.64, 1.0
ARTICLE_DISCOUNT, ARTICLE_STRENGTH = 0.6, 75.0


class Vocabulary:
    """The words that an archive has said so far; each article that is drawn from it adds some."""

    def __init__(self, texts: Iterable[str], random: Random) -> None:
        self._random = random
        self._said: list[str] = []
        self._counts: Counter[str] = Counter()
        for words in map(WORD.findall, texts):
            self._learn([word.lower() for word in words])

    def article(self, length: int) -> list[str]:
        """The words of a new article, in lower case."""
        words: list[str] = []
        fresh = 0
        for place in range(length):
            room = ARTICLE_STRENGTH + ARTICLE_DISCOUNT * fresh
            if self._random.random() * (place + ARTICLE_STRENGTH) < room:
                words.append(self._draw())
                fresh += 1
            else:
                words.append(self._random.choice(words))
        self._learn(words)
        return words

    def _draw(self) -> str:
        room = ARCHIVE_STRENGTH + ARCHIVE_DISCOUNT * len(self._counts)
        if self._random.random() * (len(self._said) + ARCHIVE_STRENGTH) < room:
            return self._coin()
        while True:
            word = self._random.choice(self._said)
            if self._random.random() * self._counts[word] >= ARCHIVE_DISCOUNT:
                return word

    def _learn(self, words: Sequence[str]) -> None:
        """A word that an article says c times weighs √c, as each of its tables does in the process."""
        for word, count in Counter(words).items():
            weight = ceil(sqrt(count))
            self._said.extend([word] * weight)
            self._counts[word] += weight

    def _coin(self) -> str:
        """A word that nobody said yet. Of the words that stand in one real article only, 24 % have a hyphen and 11 % a
        digit; the others are names and rare words, made here of a beginning and an end of known ones.
        """
        while True:
            kind = self._random.random()
            if kind < 0.24:
                word = "-".join(self._random.sample(self._said, 2))
            elif kind < 0.35:
                word = str(int(10 ** self._random.uniform(1, 6)))
            else:
                head, tail = self._random.sample(self._said, 2)
                word = head[: ceil(len(head) / 2)] + tail[len(tail) // 2 :]
            if word not in self._counts and len(word) <= 30:
                return word
