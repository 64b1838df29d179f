"""curation/synonyms.yaml: what it may hold, and what a reader finds by it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from archive_faults import ArchiveError
from search_index.documents import Document
from search_index.files import write_search_files
from search_index.synonyms import load_synonyms

from tests.search.in_node import run_in_node
from tests.site.building import Archive, built


def told(tmp_path: Path, text: str) -> list[list[str]]:
    return load_synonyms(Archive(tmp_path).write("curation/synonyms.yaml", text).parents[1])


def test_an_archive_needs_none(tmp_path: Path) -> None:
    assert load_synonyms(tmp_path) == []
    assert told(tmp_path, "# none yet\n[]\n") == []


def test_words_are_folded_as_the_index_has_them(tmp_path: Path) -> None:
    assert told(tmp_path, "- [ISIS, I.S.I.L., Daesh’s]\n- [Türkiye, Turkey]\n") == [
        ["isis", "isil", "daesh"],
        ["turkiye", "turkey"],
    ]


FAULTS = [
    ("- [Taliban]\n", "line 1: [1]: should be a group of two words or more"),
    ("- Taliban\n", "line 1: [1]: should be a group of two words or more"),
    ("Taliban: Taleban\n", "line 1: should be a list of groups"),
    ("- [A1, B2]\n- [C3,\n   {d: e}]\n", "line 3: [2][2]: should be text"),
    ("- [ISIS, Islamic State]\n", "[1][2]: “Islamic State” is 2 words to the search (islamic, state)"),
    ("- [Qaida, al-Qaida]\n", "[1][2]: “al-Qaida” is 2 words to the search (al, qaida)"),
    ("- [ISIS, '…']\n", "[1][2]: “…” has no letter or digit"),
    ("- [ISIS, The]\n", "[1][2]: “The” is too common"),
    ("- [Taliban, TALIBAN]\n", "[1][2]: “TALIBAN” is the same word to the search as “Taliban” in [1]; leave one out"),
    ("- [ISIS, Daesh]\n- [Isis, Thames]\n", "[2][1]: “Isis” is the same word to the search as “ISIS” in [1]"),
]


@pytest.mark.parametrize(("text", "fault"), FAULTS)
def test_a_fault_is_told_with_file_and_place(tmp_path: Path, text: str, fault: str) -> None:
    with pytest.raises(ArchiveError) as error:
        told(tmp_path, text)
    assert str(error.value).startswith(f"curation/synonyms.yaml: {fault}")


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError) as error:
        told(tmp_path, "- [ISIS, Islamic State]\n- [the, Daesh]\n")
    assert len(str(error.value).splitlines()) == 2


def document(title: str, text: str, stemmed: bool = True) -> Document:
    names: dict[str, Any] = {"authors": (), "topics": (), "source": None, "published": None, "published_text": None}
    language = "en" if stemmed else "de"
    address = f"articles/{title}/index.html"
    return Document(address, title, title, **names, language=language, stemmed=stemmed, dek="", text=text)


DOCUMENTS = [
    document("One", "The Talebans of the valley."),
    document("Two", "A Taliban commander."),
    document("Three", "Mount Daesh, and the universe."),
    document("Vier", "Die Taleban im Tal.", stemmed=False),
    document("Five", "University life in the cosmos."),
]
GROUPS = [["taliban", "taleban"], ["isis", "daesh"], ["universe", "cosmos"], ["university", "college"]]
FINDS: dict[str, list[str]] = {
    "taliban": ["One", "Two", "Vier"],
    "Taleban": ["One", "Two", "Vier"],
    "talibans": ["One", "Two", "Vier"],
    "ISIS": ["Three"],
    "text:isis": ["Three"],
    "title:isis": [],
    '"taliban commander"': ["Two"],
    '"taleban commander"': [],
    '"taliban"': ["Two"],
    "valley -taliban": [],
    "cosmos": ["Five", "Three"],
}


def test_one_of_a_group_finds_the_others(tmp_path: Path) -> None:
    write_search_files(tmp_path, DOCUMENTS, for_a_host=True, synonyms=GROUPS)
    answers = run_in_node("ask.mjs", {"folder": str(tmp_path), "queries": list(FINDS)})
    found = {query: sorted(answer["titles"]) for query, answer in zip(FINDS, answers, strict=True)}
    assert found == FINDS


def test_a_build_writes_them_into_the_manifest(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    archive.article("one")
    archive.curate("synonyms.yaml", [["Taliban", "Taleban"]])
    manifest = (built(archive).output / "search/manifest.js").read_text(encoding="utf-8")
    start, end = manifest.index("{"), manifest.rindex("}") + 1
    assert json.loads(manifest[start:end])["synonyms"] == [["taliban", "taleban"]]
