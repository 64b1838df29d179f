"""Does the generator's vocabulary grow as the real articles' does? `python -m bench.search.growth` tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random
from statistics import fmean

from bench.search.corpus import LENGTH, articles_of, real_articles
from bench.search.vocabulary import WORD, Vocabulary

SHUFFLES = 3
SIZES = (1_000, 5_000, 20_000)


def main() -> None:
    texts = [article.text for article in real_articles()]
    told("real articles", texts)
    for seed in range(SHUFFLES):
        told(f"half of them generated, seed {seed}", half_generated(texts, seed))
    every = [article.text for article in articles_of(max(SIZES))]
    for size in SIZES:
        told(f"corpus of {size:,}", every[:size])


def half_generated(texts: Sequence[str], seed: int) -> list[str]:
    random = Random(seed)  # noqa: S311 (nothing secret)
    shuffled = random.sample(texts, len(texts))
    half = len(texts) // 2
    vocabulary = Vocabulary(shuffled[:half], random)
    return shuffled[:half] + [" ".join(vocabulary.article(len(WORD.findall(text)))) for text in shuffled[half:]]


def told(name: str, texts: Sequence[str]) -> None:
    words = [WORD.findall(text.lower()) for text in texts]
    articles_with = Counter(word for article in words for word in set(article))
    once = sum(count == 1 for count in articles_with.values())
    whole = [article for article in words if len(article) >= LENGTH * 0.9]
    print(
        f"{name}: {len(texts):,} articles, {sum(map(len, words)):,} words, {len(articles_with):,} distinct; "
        f"{once / len(articles_with):.1%} in one article only; "
        f"{fmean(len(set(article)) / len(article) for article in whole):.1%} of an article's words are distinct; "
        f"common words in {' '.join(f'{count / len(texts):.1%}' for _, count in articles_with.most_common(5))}"
    )


if __name__ == "__main__":
    main()
