"""Fifty queries as readers type them, from the real articles' titles and authors; the same for all systems."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from bench.search.corpus import Article
from bench.search.vocabulary import WORD

SEED = 50
WORDS_WANTED = (1,) * 10 + (2,) * 15 + (3,) * 10 + (4,) * 5
PEOPLE = 10
LEAST_LETTERS = 4
# Words that no one searches for by themselves, beside those of fewer than four letters.
COMMON = frozenset(
    "about after again also because been best before being from have here into just know like more most need only "
    "other over should some than that their them then there these they this those under until very want ways were what "
    "when where which while will with without would your".split()
)


def real_queries(articles: Sequence[Article]) -> list[str]:
    """One- to four-word queries, whose words stand in one title in this order, and names of people."""
    random = Random(SEED)  # noqa: S311 (nothing secret)
    titles = [words for words in map(telling_words, articles) if len(words) >= max(WORDS_WANTED)]
    queries = [pick(title, count, random) for title, count in zip(random.sample(titles, 40), WORDS_WANTED, strict=True)]
    names = sorted({name for article in articles for name in article.authors if is_a_name(name)})
    mixed = queries + [name.lower() for name in random.sample(names, PEOPLE)]
    random.shuffle(mixed)
    return mixed


def telling_words(article: Article) -> list[str]:
    """Those of the title that the article's text has too: a query that nothing answers tells nothing."""
    said = set(WORD.findall(article.text.lower()))
    words = dict.fromkeys(WORD.findall(article.title.lower()))
    return [
        word for word in words if len(word) >= LEAST_LETTERS and word not in COMMON and word.isascii() and word in said
    ]


def pick(words: Sequence[str], count: int, random: Random) -> str:
    places = sorted(random.sample(range(len(words)), count))
    return " ".join(words[place] for place in places)


def is_a_name(author: str) -> bool:
    words = author.split()
    return len(words) == 2 and all(word.isalpha() and word.istitle() and word.isascii() for word in words)
