"""The articles that search is measured on: the same at every call, and as varied as real ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from bench.search.corpus import (
    LENGTH,
    Article,
    NothingShared,
    beginning,
    generated,
    read_articles,
    shared,
    write_articles,
)
from bench.search.queries import WORDS_WANTED, is_a_name, real_queries
from bench.search.vocabulary import WORD, Vocabulary

SYLLABLES = "har bour salt toll quay mer chant pump well light ship ta ble".split()


def some_articles(count: int) -> Iterator[Article]:
    random = Random(1)
    for number in range(count):
        words = ["".join(random.choices(SYLLABLES, k=random.randint(2, 4))) for _ in range(300)]
        title = " ".join(random.sample(words, 6))
        author = f"{random.choice(SYLLABLES)} {random.choice(words)}".title()
        yield Article(f"real-{number}", title, (author,), (), "a.example", None, " ".join(words))


def test_the_same_articles_at_every_call() -> None:
    real = list(some_articles(20))
    assert list(generated(real, 5)) == list(generated(real, 5))


def test_a_larger_corpus_begins_with_the_smaller_one() -> None:
    real = list(some_articles(20))
    assert list(generated(real, 9))[:4] == list(generated(real, 4))


def test_a_vocabulary_grows_ever_more_slowly() -> None:
    vocabulary = Vocabulary((article.text for article in some_articles(20)), Random(1))
    known: set[str] = set()
    sizes = [len(known := known | set(vocabulary.article(LENGTH))) for _ in range(40)]
    assert sizes[39] > sizes[19] > sizes[9]
    assert sizes[39] - sizes[29] < sizes[9]


def test_a_real_article_is_cut_at_700_words() -> None:
    assert beginning("one two\n\nthree") == "one two\nthree"
    assert len(beginning("\n".join(["word " * 300] * 4)).split()) == LENGTH


def test_articles_are_read_as_they_were_written(tmp_path: Path) -> None:
    articles = list(some_articles(3))
    write_articles(tmp_path / "articles", articles)
    assert list(read_articles(tmp_path / "articles")) == articles


def test_fifty_queries_whose_words_an_article_has() -> None:
    articles = list(some_articles(80))
    queries = real_queries(articles)
    assert queries == real_queries(articles)
    assert len(queries) == len(WORDS_WANTED) + 10
    texts = [f"{article.text} {article.authors[0]}".lower() for article in articles]
    assert all(any(set(WORD.findall(query)) <= set(WORD.findall(text)) for text in texts) for query in queries)


@pytest.mark.parametrize(
    ("author", "name"), [("Ana Ilic", True), ("Ana Ilić", False), ("Staff", False), ("The Quay Review", False)]
)
def test_which_authors_are_asked_for(author: str, name: bool) -> None:
    assert is_a_name(author) == name


def test_without_the_shared_folder_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UNSCRAPE_SHARED", str(tmp_path))
    with pytest.raises(NothingShared, match="UNSCRAPE_SHARED=dir make bench-search"):
        shared("relevance")
