"""No sentence of an article that may not be shown is anywhere in a published archive.

The sample is published with one source as excerpts, one hidden and one withdrawn article, with its ledgers and its
whole search, and every run of words of the restricted articles is looked for in every file.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from tests.search.reading import everything_in
from tests.site.building import REPOSITORY, Archive, Site, built
from tests.site.published_words import Run, runs, strings, texts_of

RIGHTS = {"ombe-dispatch": "excerpt", "lanternhouse-papers": "hidden"}
LONG = 6
# A word whose stem it is, at the end of each restricted text.
PLANTED = "qzplant"
HEADER = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)


@pytest.fixture(scope="module")
def restricted(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    archive = Archive(tmp_path_factory.mktemp("restricted"))
    for name in ("content", "curation", "ledger"):
        shutil.copytree(REPOSITORY / name, archive.folder / name)
    for slug, rights in RIGHTS.items():
        source = archive.folder / f"content/sources/{slug}.md"
        source.write_text(source.read_text(encoding="utf-8").replace("rights: full", f"rights: {rights}"), "utf-8")
        for file in (archive.folder / "content/articles" / slug).glob("*.md"):
            file.write_text(f"{file.read_text(encoding='utf-8')}\n{PLANTED}ed\n", encoding="utf-8")
    return archive


@pytest.fixture(scope="module")
def shown(restricted: Archive) -> Site:
    return built(restricted, siteurl="https://archive.example")


def articles(archive: Archive, site: str) -> list[tuple[dict[str, str], str]]:
    """Header and text of each article of a site."""
    files = sorted((archive.folder / "content/articles" / site).glob("*.md"))
    parts = [HEADER.fullmatch(file.read_text(encoding="utf-8")) for file in files]
    return [(yaml.safe_load(part[1]), part[2]) for part in parts if part]


def free_words(archive: Archive) -> set[Run]:
    """What may be shown: all of the other sources, and of the excerpts what cites them."""
    free = [path.name for path in (archive.folder / "content/articles").iterdir() if path.name not in RIGHTS]
    texts = [f"{header} {text}" for site in free for header, text in articles(archive, site)]
    cited = [f"{header['title']} {header.get('summary')}" for header, _ in articles(archive, "ombe-dispatch")]
    curated = [file.read_text(encoding="utf-8") for file in (archive.folder / "curation").rglob("*.yaml")]
    return {run for text in (*texts, *cited, *curated) for run in runs(text, LONG)}


def secret_words(archive: Archive) -> set[Run]:
    excerpts = [text for _, text in articles(archive, "ombe-dispatch")]
    hidden = [f"{header.get('summary') or ''} {text}" for header, text in articles(archive, "lanternhouse-papers")]
    return {run for text in (*excerpts, *hidden) for run in runs(text, LONG)} - free_words(archive)


def leaks(site: Site, secret: set[Run]) -> dict[str, str]:
    """A run of words for each file that has any."""
    found = {address: runs(text, LONG) & secret for address, text in texts_of(site.output)}
    return {address: " ".join(min(told)) for address, told in found.items() if told}


def test_no_file_of_a_published_archive_has_a_sentence_that_is_not_free(restricted: Archive, shown: Site) -> None:
    secret = secret_words(restricted)
    assert len(secret) > 5_000
    assert leaks(shown, secret) == {}


def test_the_same_is_found_where_all_is_shown(restricted: Archive) -> None:
    """Or the test above would prove nothing."""
    found = leaks(built(restricted), secret_words(restricted))
    assert any(re.fullmatch(r"search/\w+/documents/0\.js", address) for address in found)
    (article, *_) = (header["slug"] for header, _ in articles(restricted, "ombe-dispatch"))
    assert f"articles/{article}/index.html" in found
    assert f"ledger/{article}/index.html" in found


def test_the_index_knows_no_word_that_only_restricted_texts_have(restricted: Archive, shown: Site) -> None:
    """The index holds words apart, and stems of them, so no sentence would be found in it."""
    assert PLANTED in everything_in(built(restricted).output / "search")
    assert PLANTED not in everything_in(shown.output / "search")


def test_json_is_read_to_its_last_string() -> None:
    assert list(strings({"a": ["b", {"c": "d"}, 1, None]})) == ["a", "b", "c", "d"]


def test_a_search_script_in_another_form_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "search/0a").mkdir(parents=True)
    (tmp_path / "search/0a/index.js").write_text('archiveShard("H4sIAAAA")', encoding="utf-8")
    with pytest.raises(AssertionError, match="another form"):
        list(texts_of(tmp_path))
