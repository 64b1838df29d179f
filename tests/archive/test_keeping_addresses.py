"""An article keeps its address, whatever happens to scrapes, ledgers and files around it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.archive.conftest import clean, dump, run

ENGINE, BOLLARD = "the-engine-that-was-sold-twice", "a-bollard-remembers-the-year-of-the-herring"


def titles(archive: Path) -> dict[str, str]:
    """The title of each article, by its file's name."""
    files = (archive / "content/articles").rglob("*.md")
    return {file.stem: yaml.safe_load(file.read_text(encoding="utf-8").split("---\n")[1])["title"] for file in files}


def swap_two_scrapes(archive: Path) -> None:
    folder = archive / "scraped/pier"
    (folder / "engine.txt").rename(folder / "third.txt")
    (folder / "bollard.txt").rename(folder / "engine.txt")
    (folder / "third.txt").rename(folder / "bollard.txt")


def rename_one_and_use_its_name_again(archive: Path) -> None:
    folder = archive / "scraped/pier"
    (folder / "engine.txt").rename(folder / "engine-1.txt")
    (folder / "engine.txt").write_text(dump("A New Page Under an Old Name", "Ana Ilić"), encoding="utf-8")


def lose_the_ledgers(archive: Path) -> None:
    for ledger in (archive / "ledger").rglob("*.jsonl"):
        ledger.unlink()


def lose_ledgers_and_memory(archive: Path) -> None:
    lose_the_ledgers(archive)
    (archive / ".cache/cleaned.json").unlink()


def move_the_articles(archive: Path) -> None:
    (archive / "content/articles/pier").rename(archive / "content/articles/harbour")


def copy_a_scrape_to_another_site(archive: Path) -> None:
    for site in ("quay", "mole"):
        (archive / "scraped" / site).mkdir()
    (archive / "scraped/quay/engine.txt").write_bytes((archive / "scraped/pier/engine.txt").read_bytes())
    (archive / "scraped/pier/engine.txt").rename(archive / "scraped/mole/engine.txt")


@pytest.mark.parametrize(
    "change",
    [
        swap_two_scrapes,
        rename_one_and_use_its_name_again,
        lose_the_ledgers,
        lose_ledgers_and_memory,
        move_the_articles,
        copy_a_scrape_to_another_site,
    ],
)
def test_articles_stay_where_they_are(archive: Path, change: Callable[[Path], None]) -> None:
    clean(archive)
    before = titles(archive)
    change(archive)
    for _ in range(2):
        result = clean(archive)
        assert result.exit_code == 0, result.output
        now = titles(archive)
        assert {slug: now.get(slug) for slug in before} == before
    articles = {path.relative_to(archive / "content/articles") for path in (archive / "content/articles").rglob("*.md")}
    ledgers = {path.relative_to(archive / "ledger") for path in (archive / "ledger").rglob("*.jsonl")}
    assert {path.with_suffix(".md") for path in ledgers} == articles


def test_a_slug_changed_by_hand_is_the_articles_address(archive: Path) -> None:
    clean(archive)
    article = archive / f"content/articles/pier/{ENGINE}.md"
    article.write_text(
        article.read_text(encoding="utf-8").replace(f"slug: {ENGINE}", "slug: engine-news"), encoding="utf-8"
    )
    assert run("withdraw", ENGINE, "--reason", "No longer its address.", "--archive", archive).exit_code == 2
    assert run("withdraw", "engine-news", "--reason", "At the author’s wish.", "--archive", archive).exit_code == 0
    assert (archive / "curation/corrections/engine-news.yaml").exists()
    assert clean(archive).exit_code == 0
    assert "slug: engine-news" in article.read_text(encoding="utf-8")


def test_a_slug_that_a_written_article_has_is_not_given_away(archive: Path) -> None:
    own = archive / "content/articles/own/essay.md"
    own.parent.mkdir(parents=True)
    own.write_text(f"---\ntitle: Mine\nslug: {ENGINE}\n---\nText.\n", encoding="utf-8")
    (own.parent / "A Bollard remembers the year of the herring.md").write_text(
        "---\ntitle: Too\n---\n", encoding="utf-8"
    )
    clean(archive)
    names = {path.stem for path in (archive / "content/articles/pier").glob("*.md")}
    assert not {ENGINE, BOLLARD} & names
    assert len(names) == 3


def test_what_browsers_save_beside_a_page_is_no_scrape(archive: Path) -> None:
    beside = archive / "scraped/pier/page_files"
    beside.mkdir()
    for name in ("base.css", "reader.js", "logo.png"):
        (beside / name).write_bytes(b"body { color: red }")
    (archive / "scraped/pier/link.txt").symlink_to("/etc/hostname")
    result = clean(archive)
    assert result.exit_code == 0
    assert "3 scrapes: 3 cleaned" in result.output
    assert "3 files of saved pages left out" in result.output


def test_a_broken_ledger_is_told_with_what_to_do(archive: Path) -> None:
    clean(archive)
    ledger = archive / f"ledger/pier/{ENGINE}.jsonl"
    ledger.write_text("{", encoding="utf-8")
    result = clean(archive)
    assert result.exit_code == 2
    assert f"{ENGINE}.jsonl:1: not a ledger" in result.output
    ledger.unlink()
    assert clean(archive).exit_code == 0
    assert json.loads(ledger.read_text(encoding="utf-8").splitlines()[0])["ledger"] == 1
