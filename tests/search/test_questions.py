"""What a reader's question finds, against a search by brute force through the texts themselves."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from search_index.analyser import analyse, find_words, parts_of
from search_index.documents import Document
from search_index.files import in_index_order, write_search_files
from search_index.table import TABLE

from tests.search.in_node import run_in_node
from tests.search.made_up import made_up_documents

Question = dict[str, Any]
Wanted = Callable[[Document], bool]
SEEDS = [1, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(2, 8))]


@pytest.fixture(scope="module", params=SEEDS)
def chance(request: pytest.FixtureRequest) -> random.Random:
    return random.Random(request.param)


@pytest.fixture(scope="module")
def documents(chance: random.Random) -> list[Document]:
    return in_index_order(made_up_documents(400, chance.randint(1, 1000)))[0]


@pytest.fixture(scope="module")
def folder(documents: list[Document], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    write_search_files(folder, documents, for_a_host=True)
    return folder


def answers(folder: Path, questions: list[Question]) -> list[Any]:
    told: list[Any] = run_in_node("ask.mjs", {"folder": str(folder), "queries": questions})
    return told


def with_phrase(phrase: list[str]) -> Wanted:
    return lambda document: has_phrase(document, phrase)


def with_words(words: list[str], count: Callable[[list[bool]], bool]) -> Wanted:
    return lambda document: count([has_word(document, word) for word in words])


def found_by(documents: list[Document], wanted: Wanted) -> set[int]:
    return {number for number, document in enumerate(documents) if wanted(document)}


# ---- phrases


@cache
def lines(document: Document) -> list[list[str]]:
    texts = (document.title or "", document.dek, *document.text.split("\n"))
    return [[part for word in find_words(line) for part in parts_of(word)] for line in texts]


@cache
def spaced(document: Document) -> str:
    """Each word between spaces, each line between breaks."""
    return "\n".join(f" {' '.join(line)} " for line in lines(document))


def has_phrase(document: Document, phrase: list[str]) -> bool:
    return f" {' '.join(phrase)} " in spaced(document)


def some_phrase(documents: list[Document], chance: random.Random) -> list[str]:
    """A run of words of some document, sometimes with one word changed; the last is never a stop word."""
    line = chance.choice([line for line in lines(chance.choice(documents)) if len(line) > 4] or [["salt"]])
    start = chance.randrange(len(line))
    phrase = line[start : start + chance.randint(1, 5)]
    if chance.random() < 0.2:
        phrase[chance.randrange(len(phrase))] = chance.choice(["the", "salt", "of"])
    while phrase and phrase[-1] in TABLE.stop_words:
        phrase.pop()
    return phrase or ["salt"]


def test_phrases(documents: list[Document], folder: Path, chance: random.Random) -> None:
    phrases = [some_phrase(documents, chance) for _ in range(150)]
    told = answers(folder, [{"text": f'"{" ".join(phrase)}"'} for phrase in phrases])
    for phrase, answer in zip(phrases, told, strict=True):
        assert set(answer["numbers"]) == found_by(documents, with_phrase(phrase)), phrase
    assert sum(answer["total"] > 0 for answer in told) > 80


def test_words_beside_phrases_and_without_phrases(
    documents: list[Document], folder: Path, chance: random.Random
) -> None:
    for _ in range(4):
        phrase, other = some_phrase(documents, chance), some_phrase(documents, chance)
        word = some_phrase(documents, chance)[-1]
        (answer,) = answers(folder, [{"text": f'+{word} "{" ".join(phrase)}" -"{" ".join(other)}"'}])
        with_all = found_by(documents, with_words([word], all)) & found_by(documents, with_phrase(phrase))
        wanted = with_all - found_by(documents, with_phrase(other))
        assert set(answer["numbers"]) == wanted


def test_a_phrase_that_is_only_kept_out(documents: list[Document], folder: Path, chance: random.Random) -> None:
    phrases = [some_phrase(documents, chance) for _ in range(5)]
    told = answers(folder, [{"text": f'-"{" ".join(phrase)}"'} for phrase in phrases])
    for phrase, answer in zip(phrases, told, strict=True):
        without = set(range(len(documents))) - found_by(documents, with_phrase(phrase))
        assert set(answer["numbers"]) == without, phrase


# ---- words


@cache
def terms_in(document: Document) -> set[str]:
    texts = [document.title or "", document.dek, document.text]
    names = [*document.authors, *document.topics, *([document.source] if document.source else [])]
    return {term for text in (*texts, *(name.name for name in names)) for term in analyse(text, document.stemmed)}


def has_word(document: Document, word: str) -> bool:
    return bool(terms_in(document) & {*analyse(word), *analyse(word, stemmed=False)})


def test_all_words_are_wanted_and_else_some(documents: list[Document], folder: Path, chance: random.Random) -> None:
    known = sorted({word for document in documents for line in lines(document) for word in line} - TABLE.stop_words)
    queries = [chance.sample(known, chance.randint(1, 3)) for _ in range(150)]
    told = answers(folder, [{"text": " ".join(query)} for query in queries])
    for query, answer in zip(queries, told, strict=True):
        every = found_by(documents, with_words(query, all))
        some = found_by(documents, with_words(query, any))
        assert set(answer["numbers"]) == (every or some), query
        assert answer["fellBack"] == (not every and bool(some)), query
    assert any(answer["fellBack"] for answer in told)
    assert any(answer["total"] and not answer["fellBack"] for answer in told)


def test_of_many_words_some_do_behind_the_few_with_all(
    documents: list[Document], folder: Path, chance: random.Random
) -> None:
    """Unless the order is by date, where a document with one of the words could stand first."""
    # A stem may be a stop word, and a question has none of those.
    known = [sorted(terms_in(document) - TABLE.stop_words) for document in documents]
    asked = [chance.sample(chance.choice([words for words in known if len(words) >= 4]), 4) for _ in range(60)]
    told = answers(folder, [{"text": " ".join(words)} for words in asked])
    by_date = answers(folder, [{"text": " ".join(words), "sort": "newest"} for words in asked])
    for words, answer, dated in zip(asked, told, by_date, strict=True):
        every = found_by(documents, with_words(words, all))
        some = found_by(documents, with_words(words, any))
        assert set(answer["numbers"]) == (some if len(every) < 10 else every), words
        assert set(answer["numbers"][: answer["complete"]]) == every
        assert set(dated["numbers"]) == (every or some)
        assert answer["fellBack"] == (len(answer["numbers"]) > len(every))
    assert any(answer["complete"] and answer["fellBack"] for answer in told)


# ---- filters and facets


def year_of(document: Document) -> int:
    return int((document.published or "0")[:4])


def names_of(document: Document, kind: str) -> set[str]:
    if kind == "source":
        return {document.source.name} if document.source else set()
    return {name.name for name in (document.authors if kind == "author" else document.topics)}


def test_filters_in_the_query_and_beside_it(documents: list[Document], folder: Path, chance: random.Random) -> None:
    author = chance.choice([name for document in documents for name in names_of(document, "author")])
    source = chance.choice([name for document in documents for name in names_of(document, "source")])
    beside = {"author": [author], "years": {"from": 2015, "to": 2016}}
    questions: list[tuple[Question, Wanted]] = [
        ({"text": f'author:"{author.upper()}"'}, lambda d: is_named(d, "author", author)),
        (
            {"text": f'-source:"{source}" year:2014..2015'},
            lambda d: not is_named(d, "source", source) and 2014 <= year_of(d) <= 2015,
        ),
        ({"text": "year:2015.."}, lambda d: year_of(d) >= 2015),
        ({"text": "-year:2014"}, lambda d: year_of(d) != 2014),
        (
            {"text": "year:2014..2016", "filters": beside},
            lambda d: is_named(d, "author", author) and year_of(d) in {2015, 2016},
        ),
    ]
    told = answers(folder, [question for question, _wanted in questions])
    for (question, wanted), answer in zip(questions, told, strict=True):
        assert set(answer["numbers"]) == found_by(documents, wanted), question


def is_named(document: Document, kind: str, name: str) -> bool:
    return any(parts(name) == parts(other) for other in names_of(document, kind))


def parts(name: str) -> str:
    return "".join(part for word in find_words(name) for part in parts_of(word))


def test_facets_count_what_is_found(documents: list[Document], folder: Path) -> None:
    (told,) = answers(folder, [{"text": "year:2014..2016"}])
    found = [documents[number] for number in told["numbers"]]
    for kind in ("source", "author", "topic"):
        counted = Counter(name for document in found for name in names_of(document, kind))
        assert {row["name"]["name"]: row["count"] for row in told["facets"]["names"][kind]} == counted
    years = Counter(year_of(document) for document in found)
    assert {row["year"]: row["count"] for row in told["facets"]["years"]} == years


def test_a_facet_counts_beside_its_own_choice(documents: list[Document], folder: Path) -> None:
    chosen = {"years": {"from": 2014, "to": 2014}}
    (told,) = answers(folder, [{"text": "year:2014..2016", "filters": chosen}])
    assert {year_of(documents[number]) for number in told["numbers"]} == {2014}
    assert {row["year"] for row in told["facets"]["years"]} == {2014, 2015, 2016}
    sources = Counter(
        name for document in documents if year_of(document) == 2014 for name in names_of(document, "source")
    )
    assert {row["name"]["name"]: row["count"] for row in told["facets"]["names"]["source"]} == sources


@pytest.mark.parametrize("sort", ["newest", "oldest"])
def test_sorted_by_date_with_the_undated_last(documents: list[Document], folder: Path, sort: str) -> None:
    (told,) = answers(folder, [{"text": "-nosuchword", "sort": sort}])
    dates = [documents[number].published for number in told["numbers"]]
    assert len(dates) == len(documents)
    known = [date for date in dates if date]
    assert dates[len(known) :] == [None] * (len(dates) - len(known))
    assert known == sorted(known, key=lambda date: (date + "-00-00")[:10], reverse=sort == "newest")


def test_what_only_filters_lists_the_newest_and_words_and_phrases_the_best(folder: Path) -> None:
    beside = {"filters": {"years": {"from": 2015, "to": 2016}}}
    questions = ["year:2015..2016", "-salt", "", "salt", '"salt"', 'salt -"salt ka"']
    told = answers(folder, [{"text": text, **(beside if text == "" else {})} for text in questions])
    assert [answer["isRanked"] for answer in told] == [False, False, False, True, True, True]
    assert [answer["sort"] for answer in told] == ["newest"] * 3 + ["relevance"] * 3
    assert told[2]["numbers"] == told[0]["numbers"]
    assert told[2]["total"] > 0


def test_without_words_and_filters_nothing_is_asked(folder: Path) -> None:
    (told,) = answers(folder, [{"text": " ", "filters": {"source": [], "author": [], "topic": []}}])
    assert told["total"] == 0
