"""What the jump box is told by the browser's own code, and what a hit carries to its article."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from search_index.documents import Document
from search_index.files import write_search_files

from tests.search.in_node import run_in_node
from tests.search.test_index import ask, document, named

TITLES = [
    "Salt by the hour", "Company towns", "Companies of the coast", "al-Baghdadi speaks", "3.5 per cent", "A U.S. view",
    "The running of the ferries", "Why names are left", "Zealous keepers",
]  # fmt: skip
# In texts there are more words in zea… than an unfinished word may stand for.
FREQUENT = " ".join(f"zeal{letter}{other}" for letter in "abcdef" for other in "ghijkl")
DOCUMENTS: list[Document] = [
    *(document(title, "Salt, salt and companies.", authors=named("Ana Ilić")) for title in TITLES),
    *(document(f"Other {number}", FREQUENT) for number in range(3)),
]
SUGGESTED = {
    "salt": ["Salt by the hour"],
    "hour salt": ["Salt by the hour"],
    "sal": ["Salt by the hour"],
    "salt ho": ["Salt by the hour"],
    "salt hou": ["Salt by the hour"],
    "salt zzz": [],
    "companie": ["Company towns", "Companies of the coast"],
    "runnin": ["The running of the ferries"],
    "baghdadi": ["al-Baghdadi speaks"],
    "al-bagh": ["al-Baghdadi speaks"],
    "3.5": ["3.5 per cent"],
    "U.S.": ["A U.S. view"],
    "zeal": ["Zealous keepers"],
    "title:salt": [],
    '+"salt" -hour': ["Salt by the hour"],
    "the": [],
    "": [],
    "* ~ ^": [],
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("suggestions")
    write_search_files(folder, DOCUMENTS, for_a_host=False)
    return folder


def suggested(folder: Path, *texts: str) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = run_in_node("suggest.mjs", {"folder": str(folder), "texts": texts})
    return told


def test_titles_by_their_words_the_last_unfinished(folder: Path) -> None:
    told = suggested(folder, *SUGGESTED)
    found = {text: sorted(answer["titles"]) for text, answer in zip(SUGGESTED, told, strict=True)}
    assert found == {text: sorted(titles) for text, titles in SUGGESTED.items()}


def test_words_and_names(folder: Path) -> None:
    salt, ilic = suggested(folder, "sal", "ana il")
    assert salt["words"][0] == "salt"
    assert salt["marked"] == ["[Salt] by the hour"]
    assert ilic["names"] == ["Ana Ilić"]


def test_a_question_while_typing_goes_on_past_the_stem(tmp_path: Path) -> None:
    (answer,) = ask(tmp_path, {"text": "companie", "typing": True}, documents=DOCUMENTS)
    assert answer["total"] >= len(TITLES)


PHRASES = {
    '"salt and companies"': ([], ["salt and companies"]),
    '"salt and companies" salt': (["salt"], ["salt and companies"]),
    '"salt and companies" compan*': (["compani"], ["salt and companies"]),
    '"salt and companies" "company towns" salz~1': (["salt"], ["salt and companies", "company towns"]),
    'towns -"of the coast"': (["town"], []),
}


def test_a_hit_carries_its_phrases_and_the_words_beside_them(tmp_path: Path) -> None:
    for (query, carried), answer in zip(PHRASES.items(), ask(tmp_path, *PHRASES, documents=DOCUMENTS), strict=True):
        hit = next(hit for hit in answer["hits"] if hit["label"] == "Company towns")
        assert (hit["terms"], hit["phrases"]) == carried, query
