"""The Makefile's verbs: told by `make help`, safe with any archive, and clear about what a machine lacks."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

VERBS = {
    *("help", "site", "html", "new", "serve", "publish", "export", "verify", "screenshots", "test", "check", "bench"),
    *("bench-cleaning", "bench-pages", "bench-search", "train", "soak", "expected", "lock", "clean"),
}
KEPT = ("content/articles/a.md", "ledger/a.jsonl", "scraped/a.html", "curation/topics.yaml")
REMOVED = ("output/index.html", "output-published/index.html", ".cache/build-report.json")
MISTAKEN = {
    "/": "is the root",
    "//": "is the root",
    "/usr/..": "is the root",
    "a folder": "is no archive",
    "none": "no folder",
}
BARE_TOOLS = ("make", "sh", "cat", "sed", "awk", "find", "rm", "dirname", "env")


@pytest.fixture
def checkout(repository: Path, tmp_path: Path) -> Path:
    """A folder with what `make` reads before it has installed anything."""
    folder = tmp_path / "a clone"
    folder.mkdir()
    for name in ("setup", "requirements"):
        shutil.copytree(repository / name, folder / name)
    for name in ("unscrape", "plugins", "bench", "tests", "themes/reader/browser", "themes/reader/css"):
        (folder / name).mkdir(parents=True)
    for name in ("Makefile", "pyproject.toml", "themes/reader/package-lock.json", "themes/reader/build.mjs"):
        shutil.copy(repository / name, folder / name)
    return folder


def make(folder: Path, *words: str, path: str | None = None) -> subprocess.CompletedProcess[str]:
    ours = {"ARCHIVE", "SITEURL", "MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    return subprocess.run(
        ["make", *words],
        cwd=folder,
        env=environment | ({"PATH": path} if path else {}),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_help_tells_every_verb(repository: Path) -> None:
    told = re.findall(r"^  ([\w-]+) ", make(repository, "help").stdout, re.MULTILINE)
    assert set(told) == VERBS
    assert make(repository).stdout == make(repository, "help").stdout


def test_clean_removes_the_site_and_nothing_of_the_archive(checkout: Path) -> None:
    for name in (*KEPT, *REMOVED):
        file = checkout / "my archive" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("words", encoding="utf-8")
    assert make(checkout, "clean", "ARCHIVE=my archive").returncode == 0
    left = {file.relative_to(checkout / "my archive").as_posix() for file in (checkout / "my archive").rglob("*.*")}
    assert left == set(KEPT)


@pytest.mark.parametrize(("archive", "told"), MISTAKEN.items())
def test_clean_removes_nothing_where_there_is_no_archive(
    checkout: Path, tmp_path: Path, archive: str, told: str
) -> None:
    """The `rm` is a stand-in that only notes that it was called, lest a mistake here removes /output."""
    for name in REMOVED:
        file = checkout / "a folder" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("words", encoding="utf-8")
    tools = bare_tools(tmp_path / "bin", None)
    (tools / "rm").unlink()
    (tools / "rm").write_text(f"#!/bin/sh\n: > '{tmp_path}/removed'\n", encoding="utf-8")
    (tools / "rm").chmod(0o755)
    made = make(checkout, "clean", f"ARCHIVE={archive}", path=str(tools))
    sentence, *rest = made.stderr.splitlines()
    assert made.returncode != 0
    assert told in sentence
    assert "make clean ARCHIVE=dir" in sentence
    assert all(line.startswith("make:") for line in rest)
    assert not (tmp_path / "removed").exists()


@pytest.mark.parametrize(
    ("python", "told"),
    [
        (None, "apt-get install python3 python3-venv"),
        ('case "$*" in -V) echo Python 3.9.2;; *version_info*) exit 1;; esac', "make PYTHON="),
        ('case "$*" in *ensurepip*) exit 1;; esac', "apt-get install python3-venv"),
    ],
    ids=["no Python", "an old Python", "no venv"],
)
def test_what_is_lacking_is_told_in_one_line(checkout: Path, tmp_path: Path, python: str | None, told: str) -> None:
    tools = bare_tools(tmp_path / "bin", python)
    made = make(checkout, "site", path=str(tools))
    sentence, *rest = made.stderr.splitlines()
    assert made.returncode != 0
    assert "3.11" in sentence
    assert told in sentence
    assert all(line.startswith("make:") for line in rest)


def bare_tools(folder: Path, python: str | None) -> Path:
    """A PATH of its own: the few programs that any system has, and a stand-in for python3."""
    folder.mkdir()
    for name in BARE_TOOLS:
        found = shutil.which(name)
        assert found, f"this test needs {name}"
        (folder / name).symlink_to(found)
    if python is not None:
        (folder / "python3").write_text(f"#!/bin/sh\n{python}\n", encoding="utf-8")
        (folder / "python3").chmod(0o755)
    return folder


@pytest.mark.parametrize(("verb", "told"), [("new", "make new ARCHIVE=dir"), ("publish", "make publish SITEURL=")])
def test_a_verb_says_what_it_needs(repository: Path, verb: str, told: str) -> None:
    made = make(repository, verb)
    assert made.returncode != 0
    assert told in made.stderr


@pytest.mark.parametrize("verb", sorted(VERBS))
@pytest.mark.parametrize("empty", ["", "  "])
def test_an_empty_archive_is_refused(checkout: Path, verb: str, empty: str) -> None:
    """`-n`, lest a Makefile that lost this removes /output."""
    made = make(checkout, "-n", verb, f"ARCHIVE={empty}")
    assert made.returncode != 0
    assert "make VERB ARCHIVE=dir" in made.stderr
    assert made.stdout == ""


def test_site_names_a_folder_that_is_not_there(repository: Path) -> None:
    made = make(repository, "site", "ARCHIVE=no such folder")
    assert made.returncode != 0
    assert "make new ARCHIVE='no such folder'" in made.stderr
