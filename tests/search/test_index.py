"""The index as it is written, searched by the browser's own code."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from search_index.documents import Document
from search_index.index import build_index, in_utf16
from search_index.scripts import write_scripts

from tests.search.in_node import run_in_node


def document(title: str, text: str = "", **more: Any) -> Document:  # noqa: ANN401
    told: dict[str, Any] = {"authors": (), "topics": (), "source": None, "published": None, "published_text": None}
    address = f"articles/{title}/index.html"
    named = {"address": address, "title": title, "label": title}
    return Document(**told | named | {"language": "en", "dek": "", "text": text} | more)


DOCUMENTS = [
    document("Keys", "Today they play with the company’s, and with Türkiye’s, keys. Why? 🙂 Emoji🙂."),
    document(
        "Ships", "The harbour of Łódź is no harbour. F-16 and IS-K. The U.S. paid 1,000 crowns.", dek="A dek of tar"
    ),
    document("Towers", "Light towers; al-Baghdadi’s towers in 2014.", authors=("Ana Ilić", "Tor Østby-Venn")),
    document("Salt", "Salt roads, salted", topics=("Salt trade",), source="The Harbour Review"),
    document("Signs", "𠀀 \ufa0e 𐌰 constructor __proto__ toString"),
]


def ask(folder: Path, *queries: str, documents: list[Document] = DOCUMENTS) -> Any:  # noqa: ANN401
    write_scripts(folder, build_index(documents), documents)
    told = {"scripts": [str(folder / f"{name}.js") for name in ("index", "documents")], "queries": queries}
    return run_in_node("ask.mjs", told)


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
    answered = ask(tmp_path, *QUERIES)
    found = {query: answer["titles"] for query, answer in zip(QUERIES, answered["answers"], strict=True)}
    assert {query: sorted(titles) for query, titles in found.items()} == {q: sorted(t) for q, t in QUERIES.items()}
    assert found["salt^10 tower"][0] == "Salt"
    assert found["salt tower^10"][0] == "Towers"
    assert answered["same_edition"]


def test_a_wrong_query_gets_a_line_and_never_an_exception(tmp_path: Path) -> None:
    answered = ask(tmp_path, *WRONG)["answers"]
    notes = {query: answer["notes"] for query, answer in zip(WRONG, answered, strict=True)}
    assert "nosuch:" in notes["nosuch:harbour"][0]
    assert "too common" in notes["of the"][0]
    assert "right after the colon" in notes["title:"][-1]
    assert "no word" in notes["🙂"][0]
    assert "~2 is the most" in notes["harbour~99"][0]
    assert all(notes[query] for query in ("+", "-", "~", ":", '"', "\\", "+ -"))
    assert notes[""] == notes["10:30"] == notes["http://a.b/c"] == []


def test_an_index_with_any_signs_loads_whole(tmp_path: Path) -> None:
    """Lunr refuses an index that is not in UTF-16 order."""
    signs = document("Order", "🙂 \uffdc 𠀀 \ufa0e \U0010fffd 𐌰 \uf8ff")
    answered = ask(tmp_path, "𐌰", documents=[*DOCUMENTS, signs])
    assert answered["lost_words"] == answered["false_words"] == []
    assert answered["answers"][0]["titles"] == ["Order", "Signs"]


@pytest.mark.parametrize("factor", [28, 34, 59, 65])
def test_no_number_is_lost(tmp_path: Path, factor: int) -> None:
    """As shipped, Lunr's graph of these words lacks some of them and has others that are in no text."""
    numbers = " ".join(str((number * number * factor + number) % 99991) for number in range(3000))
    answered = ask(tmp_path, documents=[document("Numbers", numbers)])
    assert answered["lost_words"] == answered["false_words"] == []


def test_terms_stand_in_javascripts_order() -> None:
    terms = [term for term, _posting in build_index(DOCUMENTS)["invertedIndex"]]
    assert terms == sorted(terms, key=in_utf16)
    assert terms.index("𠀀") < terms.index("\ufa0e")


def test_an_empty_archive_has_an_index(tmp_path: Path) -> None:
    assert ask(tmp_path, "salt", "-salt", documents=[])["answers"][0]["titles"] == []


@pytest.mark.parametrize("name", ["index.js", "documents.js"])
def test_the_same_articles_give_the_same_bytes(tmp_path: Path, name: str) -> None:
    for folder in ("one", "two"):
        write_scripts(tmp_path / folder, build_index(DOCUMENTS), DOCUMENTS)
    assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
