"""The index as it is written, searched by the browser's own code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from search_index.documents import Document, Named
from search_index.files import write_search_files

from tests.search.in_node import run_in_node


def named(*names: str) -> tuple[Named, ...]:
    return tuple(Named(name, f"{name}/index.html") for name in names)


def document(title: str, text: str = "", **more: Any) -> Document:  # noqa: ANN401
    told: dict[str, Any] = {"authors": (), "topics": (), "source": None, "published": None, "published_text": None}
    address = f"articles/{title}/index.html"
    known = {"address": address, "title": title, "label": title}
    return Document(**told | known | {"language": "en", "stemmed": True, "dek": "", "text": text} | more)


DOCUMENTS = [
    document("Keys", "Today they play with the company’s, and with Türkiye’s, keys. Why? 🙂 Emoji🙂."),
    document(
        "Ships", "The harbour of Łódź is no harbour. F-16 and IS-K. The U.S. paid 1,000 crowns.", dek="A dek of tar"
    ),
    document("Towers", "Light towers; al-Baghdadi’s towers in 2014.", authors=named("Ana Ilić", "Tor Østby-Venn")),
    document("Salt", "Salt roads, salted", topics=named("Salt trade"), source=named("The Harbour Review")[0]),
    document("Signs", "𠀀 \ufa0e 𐌰 constructor __proto__ toString"),
]


def ask(folder: Path, *queries: Any, documents: list[Document] = DOCUMENTS) -> Any:  # noqa: ANN401
    write_search_files(folder, documents, for_a_host=True)
    return run_in_node("ask.mjs", {"folder": str(folder), "queries": queries})


QUERIES = {
    "today": ["Keys"], "key": ["Keys"], "play": ["Keys"], "why": ["Keys"],
    "company's": ["Keys"], "company": ["Keys"], "company’s,": ["Keys"], "turkiye": ["Keys"], "TÜRKİYE": ["Keys"],
    "lodz": ["Ships"], "isk": ["Ships"], "IS-K": ["Ships"], "f16": ["Ships"], "us": ["Ships"], "U.S.": ["Ships"],
    "1000": ["Ships"], "1,000": ["Ships"], "tar": ["Ships"],
    "baghdadi": ["Towers"], "al-Baghdadi": ["Towers"], "albaghdadi": ["Towers"], "ostby": ["Towers"],
    "venn": ["Towers"],
    "constructor": ["Signs"], "tostring": ["Signs"], "proto": ["Signs"], "𠀀": ["Signs"], "𐌰": ["Signs"],
    "harbour": ["Ships", "Salt"], "title:harbour": [], "source:harbour": ["Salt"], "text:Harbour": ["Ships"],
    "author:ilic": ["Towers"], "Author:Ilić": ["Towers"], "authors:ilic": ["Towers"], "topic:trade": ["Salt"],
    "+harbour +salt": ["Salt"], "harbour -salt": ["Ships"], "-harbour -towers -signs": ["Keys"],
    "+harbour +nowhere": [], "+the +salt": ["Salt"], "-al-Baghdadi 2014": [], "+al-baghdadi": ["Towers"],
    "TÜRK*": ["Keys"], "*bour": ["Ships", "Salt"], "har*ur": ["Ships", "Salt"], "Østb*": ["Towers"],
    "al-bagh*": ["Towers"],
    "harbor~1": ["Ships", "Salt"], "salz~1": ["Salt"], "salt^10 tower": ["Salt", "Towers"],
    "salt tower^10": ["Towers", "Salt"],
    "text:harb*": ["Ships"], "+source:harbour~1": ["Salt"], "title:sal* -topic:trade": [],
}  # fmt: skip

WRONG = [
    "", " ", "+", "-", "*", "**", "~", "^", ":", "\\", '"', "+ -", "title:", "nosuch:harbour", "a:b:c", "::",
    "harbour~",
    "harbour^",
    "harbour~99", "harbour^99999999999999999999", "~1", "^2", "+title:", "the", "of the", "🙂", "\\:x", "http://a.b/c",
    "10:30",
    "x~1^2~1", "+*", "-*", "title:*", "(a OR b)", "\u0000", "\ud83d", "x" * 3000 + "~2", "[]{}", "__proto__",
    "__proto__:x", "+of~1",
]  # fmt: skip


def test_queries(tmp_path: Path) -> None:
    answers = ask(tmp_path, *QUERIES)
    found = {query: answer["titles"] for query, answer in zip(QUERIES, answers, strict=True)}
    assert {query: sorted(titles) for query, titles in found.items()} == {q: sorted(t) for q, t in QUERIES.items()}


def test_a_wrong_query_gets_a_line_and_never_an_exception(tmp_path: Path) -> None:
    answers = ask(tmp_path, *WRONG)
    notes = {query: answer["notes"] for query, answer in zip(WRONG, answers, strict=True)}
    assert "nosuch:" in notes["nosuch:harbour"][0]
    assert "too common" in notes["of the"][0]
    assert "right after the colon" in notes["title:"][-1]
    assert "no word" in notes["🙂"][0]
    assert "~2 is the most" in notes["harbour~99"][0]
    assert all(notes[query] for query in ("+", "-", "~", ":", '"', "\\", "+ -"))
    assert notes[""] == notes["10:30"] == notes["http://a.b/c"] == []


def test_an_index_with_any_signs_is_found_in_whole(tmp_path: Path) -> None:
    """Lunr refuses an index that is not in UTF-16 order, in which 𠀀 comes before \ufa0e."""
    words = "\uffdc 𠀀 \ufa0e 𐌰 \ufeff".split()
    documents = [*DOCUMENTS, document("Order", "🙂 \uffdc 𠀀 \ufa0e \U0010fffd 𐌰 \uf8ff")]
    answers = ask(tmp_path, *words[:4], documents=documents)
    assert all("Order" in answer["titles"] for answer in answers)


@pytest.mark.parametrize("factor", [28, 34, 59, 65])
def test_no_number_is_lost(tmp_path: Path, factor: int) -> None:
    """As shipped, Lunr's graph of these words lacks some of them and has others that are in no text."""
    numbers = [str((number * number * factor + number) % 99991) for number in range(3000)]
    answers = ask(
        tmp_path, *(f"{number}*" for number in numbers[::100]), documents=[document("Numbers", " ".join(numbers))]
    )
    for number, answer in zip(numbers[::100], answers, strict=True):
        found = {*answer["hits"][0]["terms"]}
        assert found == {other for other in numbers if other.startswith(number)}


def test_an_empty_archive_has_an_index(tmp_path: Path) -> None:
    answers = ask(tmp_path, "salt", "-salt", "sal*", "salt~1", '"salt road"', "author:x", "year:2014", documents=[])
    assert [answer["titles"] for answer in answers] == [[]] * 7


def test_the_same_articles_give_the_same_bytes(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        write_search_files(tmp_path / folder, DOCUMENTS, for_a_host=True)
    one, two = (
        {path.relative_to(tmp_path / folder): path.read_bytes() for path in (tmp_path / folder).rglob("*.*")}
        for folder in ("one", "two")
    )
    assert one == two
    assert len(one) > 10
