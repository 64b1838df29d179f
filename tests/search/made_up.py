"""Documents and Lunr queries made up by chance, the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any

from search_index.documents import Document, Named

SYLLABLES = "ka lo mi ter salt har bor ing ed ation s y al ba gh dad i ti zu 1 20 ük é 𠀀 qur an".split()
STOPS = "the of and in to a with".split()
Clause = dict[str, Any]


def made_up_documents(count: int, seed: int = 1) -> list[Document]:
    chance = random.Random(seed)
    words = ["".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4)))) for _ in range(count * 6)]
    weights = [1 / rank for rank in range(1, len(words) + 1)]
    return [_document(number, chance, words, weights) for number in range(count)]


def _document(number: int, chance: random.Random, words: Sequence[str], weights: Sequence[float]) -> Document:
    def line(most: int) -> str:
        return " ".join(_with_stops(chance, chance.choices(words, weights, k=chance.randint(1, most))))

    def named(kind: str) -> Named:
        name = line(2).title()
        return Named(name, f"{kind}/{name}/index.html")

    title = line(8) if chance.random() > 0.02 else None
    year = chance.choice((None, "2014", "2015-03", f"2016-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"))
    return Document(
        address=f"articles/a{number}/index.html",
        title=title,
        label=title or "Untitled",
        authors=tuple(named("authors") for _ in range(chance.choice((0, 1, 1, 2)))),
        topics=tuple(named("topics") for _ in range(chance.choice((0, 1, 2, 3)))),
        source=named("sources") if chance.random() > 0.1 else None,
        published=year,
        published_text=year,
        language="en" if number % 9 else "de",
        stemmed=number % 9 > 0,
        dek=line(12) if chance.random() > 0.5 else "",
        text="\n".join(line(40) for _ in range(chance.randint(0, 6))),
    )


def _with_stops(chance: random.Random, words: Sequence[str]) -> list[str]:
    mixed = []
    for word in words:
        mixed += chance.choices(STOPS, k=chance.choice((0, 0, 0, 1, 1, 2)))
        mixed.append(chance.choice((word, word, word.title(), f"{word}-{chance.choice(words)}")))
    return mixed


def made_up_queries(terms: Sequence[str], fields: Sequence[str], count: int, seed: int = 2) -> list[list[Clause]]:
    """Queries of all kinds that Lunr knows, over the terms of an index and others that it doesn't have."""
    chance = random.Random(seed)
    return [[_clause(chance, terms, fields) for _ in range(chance.choice((1, 1, 2, 2, 3, 5)))] for _ in range(count)]


def _clause(chance: random.Random, terms: Sequence[str], fields: Sequence[str]) -> Clause:
    term = chance.choice(terms)
    kind = chance.choices(("exact", "unknown", "pattern", "typo"), (8, 1, 3, 3))[0]
    edits = 0
    if kind == "unknown":
        term += "zzz"
    if kind == "pattern":
        term = _pattern(chance, term)
    if kind == "typo":
        edits, term = chance.choice((1, 1, 1, 2)), _typo(chance, term)
    return {
        "term": term,
        "field": chance.choice((None, None, *fields)),
        "presence": chance.choices(("optional", "required", "prohibited"), (6, 2, 2))[0],
        "boost": chance.choice((1, 1, 2, 5)),
        "editDistance": edits,
    }


def _pattern(chance: random.Random, term: str) -> str:
    start, end = sorted((chance.randint(0, len(term)), chance.randint(0, len(term))))
    return chance.choice((term[:end] + "*", "*" + term[start:], term[:start] + "*" + term[end:]))


def _typo(chance: random.Random, term: str) -> str:
    place = chance.randrange(len(term))
    swapped = term[:place] + term[place + 1 : place + 2] + term[place : place + 1] + term[place + 2 :]
    other = chance.choice("aeo1k")
    ways = (
        term[:place] + term[place + 1 :],
        term[:place] + other + term[place:],
        term[:place] + other + term[place + 1 :],
        swapped,
    )
    return chance.choice(ways) or term
