"""Small archives, written into a folder and built by a real Pelican in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from bs4 import BeautifulSoup

from tests.search.reading import told_in

REPOSITORY = Path(__file__).parents[2]
SITEURL = "https://archive.example/kept"
WORDS = {"page": 9, "kept": 5, "metadata": 1, "removed": 3}


@dataclass(frozen=True)
class Site:
    """What a build left: its exit status, what it said, and the output."""

    output: Path
    status: int
    said: str

    def page(self, address: str) -> BeautifulSoup:
        return BeautifulSoup((self.output / address).read_text(encoding="utf-8"), "html.parser")

    def main(self, address: str) -> str:
        """The words of a page, without its head, menu and foot."""
        main = self.page(address).main
        assert main is not None
        return " ".join(main.get_text(" ").split())

    def links(self, address: str) -> list[str]:
        """Where the links in the page's main part lead, as they are written."""
        main = self.page(address).main
        assert main is not None
        return [str(link["href"]) for link in main.find_all("a", href=True)]

    def has(self, address: str) -> bool:
        return (self.output / address).is_file()

    def pages(self) -> list[str]:
        return sorted(file.relative_to(self.output).as_posix() for file in self.output.rglob("*.html"))

    def holds(self, words: str) -> list[str]:
        """The files anywhere in the output that have these words, in any case; the theme's own files aside."""
        words = words.casefold()
        return [
            file.relative_to(self.output).as_posix()
            for file in sorted(self.output.rglob("*"))
            if file.is_file() and "theme" not in file.parts and words in words_of(file).casefold()
        ]

    @property
    def report(self) -> dict[str, Any]:
        name = "publish-report.json" if self.output.name == "output-published" else "build-report.json"
        report: dict[str, Any] = json.loads((self.output.parent / ".cache" / name).read_text(encoding="utf-8"))
        return report


@dataclass(frozen=True)
class Archive:
    folder: Path

    def write(self, path: str, text: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def curate(self, path: str, content: object) -> None:
        self.write(f"curation/{path}", yaml.safe_dump(content, allow_unicode=True))

    def article(self, slug: str, text: str = "Words.", /, *, site: str = "a-site", **header: object) -> Path:
        """An article with this header; a title is made of the slug where none is told."""
        told = {"title": slug.replace("-", " ").title(), "slug": slug} | header
        head = yaml.safe_dump(told, allow_unicode=True, sort_keys=False)
        return self.write(f"content/articles/{site}/{slug}.md", f"---\n{head}---\n\n{text}\n")

    def source(self, slug: str, text: str = "", /, **header: object) -> Path:
        head = yaml.safe_dump({"slug": slug} | header, allow_unicode=True, sort_keys=False)
        return self.write(f"content/sources/{slug}.md", f"---\n{head}---\n\n{text}\n")

    def ledger(self, slug: str, entries: list[dict[str, str]], /, *, site: str = "a-site", **first: object) -> None:
        """A ledger in the form of docs/formats.md; `first` replaces keys of its first line."""
        provenance: dict[str, object] = {
            "ledger": 1,
            "article": f"content/articles/{site}/{slug}.md",
            "scrape": {"path": f"scraped/{site}/{slug}.html", "sha256": "ab" * 32, "encoding": "utf-8", "form": "html"},
            "also_scraped_as": [],
            "captured": None,
            "tools": {"unscrape": "0.1.0"},
            "rules": None,
            "inputs": "cd" * 32,
            "written_sha256": "ef" * 32,
            "words": WORDS,
            "fields": {},
        }
        lines = [provenance | first, *entries]
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        self.write(f"ledger/{site}/{slug}.jsonl", text)

    def build(self, *, siteurl: str | None = None, **changed: object) -> Site:
        """`make site`, or with an address `make publish`, without the cleaning; `changed` are settings of Pelican."""
        settings = "publishconf.py" if siteurl is not None else "pelicanconf.py"
        told = {"ARCHIVE": str(self.folder), "SITEURL": siteurl or ""}
        extra = [f"{key}={json.dumps(value)}" for key, value in changed.items()]
        command = [sys.executable, "-m", "pelican", "--quiet", "--settings", str(REPOSITORY / settings)]
        done = subprocess.run(
            [*command, "--extra-settings", *extra] if extra else command,
            cwd=self.folder,
            env=os.environ | told,
            capture_output=True,
            text=True,
            check=False,
        )
        output = self.folder / ("output" if siteurl is None else "output-published")
        return Site(output, done.returncode, done.stdout + done.stderr)


def words_of(file: Path) -> str:
    """What a file says; the search's scripts and packs are compressed, and would pass every search for words."""
    is_of_search = file.suffix in {".js", ".bin"} and "search" in file.parts and "theme" not in file.parts
    return told_in(file) if is_of_search else file.read_text(encoding="utf-8")


def built(archive: Archive, *, siteurl: str | None = None, **changed: object) -> Site:
    """The site of an archive in which nothing is wrong."""
    site = archive.build(siteurl=siteurl, **changed)
    assert site.status == 0, site.said
    return site
