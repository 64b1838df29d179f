"""`make site` as its user meets it: what it says, what a second run does, and what one bad scrape does to the rest."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PAGE = """<!DOCTYPE html><html lang="en"><head><title>A bridge for {name}</title></head><body><article>
<h1>A bridge for {name}</h1><p>The council of {name} met on Monday and voted for a bridge of wood, since stone is dear
this year and the ferry no longer runs after dusk.</p><p>Nobody spoke against it, and the carpenters were asked to begin
before the first frost.</p></article></body></html>"""


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "my archive"
    for name in ("Varrow", "Orra"):
        file = folder / "scraped" / "valley-post" / f"{name.lower()}.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(name=name), encoding="utf-8")
    return folder


def site(repository: Path, archive: Path) -> subprocess.CompletedProcess[str]:
    """What `make site` runs when all packages are there."""
    return subprocess.run(
        ["setup/site.sh", sys.executable, "pelicanconf.py", "build-report.json"],
        cwd=repository,
        env=os.environ | {"ARCHIVE": str(archive), "SITEURL": ""},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def times(archive: Path) -> dict[str, int]:
    return {
        str(file.relative_to(archive)): file.stat().st_mtime_ns
        for folder in ("scraped", "content", "ledger")
        for file in sorted((archive / folder).rglob("*.*"))
    }


def test_it_says_what_it_made_and_how_to_open_it(repository: Path, archive: Path) -> None:
    made = site(repository, archive)
    assert made.returncode == 0, made.stdout + made.stderr
    assert "2 articles" in made.stdout
    assert "need review" in made.stdout
    assert str(archive / "output" / "index.html") in made.stdout
    assert (archive / "output" / "index.html").is_file()


def test_a_second_run_cleans_nothing_again(repository: Path, archive: Path) -> None:
    site(repository, archive)
    before = times(archive)
    made = site(repository, archive)
    assert "2 unchanged" in made.stdout
    assert times(archive) == before


def test_a_bad_scrape_is_told_at_the_end_and_the_others_are_built(repository: Path, archive: Path) -> None:
    (archive / "scraped" / "valley-post" / "picture.html").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(200))
    made = site(repository, archive)
    assert made.returncode == 1
    assert "picture.html" in made.stderr
    assert "could not be cleaned" in made.stderr.splitlines()[-1]
    assert len(list((archive / "output" / "articles").glob("*/index.html"))) == 2


def test_a_broken_build_is_an_error_without_an_old_report(repository: Path, archive: Path) -> None:
    site(repository, archive)
    (archive / "curation").mkdir(exist_ok=True)
    (archive / "curation" / "archive.yaml").write_text("titel: A\n", encoding="utf-8")
    made = site(repository, archive)
    assert made.returncode == 1
    assert "titel" in made.stderr
    assert "2 articles" not in made.stdout


def test_a_fault_of_the_archive_stops_before_the_build(repository: Path, archive: Path) -> None:
    rules = archive / "curation" / "site_rules" / "valley-post.yaml"
    rules.parent.mkdir(parents=True)
    rules.write_text("nonsense: true\n", encoding="utf-8")
    made = site(repository, archive)
    assert made.returncode == 2
    assert "valley-post.yaml" in made.stderr
    assert "No site was built" in made.stderr.splitlines()[-1]
    assert "could not be cleaned" not in made.stderr
    assert not (archive / "output").exists()
