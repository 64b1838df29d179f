"""Whatever is scraped, cleaning comes to an end within bounds: with an article, or with an error that tells what to do.

Each page is cleaned in a process of its own, with limits on processor time and on memory.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import unscrape
from tests.robustness.odd_pages import CYRILLIC, LARGE, READ, REFUSED, SENTENCE
from unscrape.errors import UnreadablePage
from unscrape.reading import read_page, unreadable

FAST, LONG = ("20", "1500"), ("120", "4000")  # seconds of processor time, megabytes of address space


def outcome(repository: Path, name: str, limits: tuple[str, str]) -> dict[str, object]:
    command = [sys.executable, "-m", "tests.robustness.clean_odd_page", name, *limits]
    ended = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, f"{name}: ended with {ended.returncode}: {ended.stderr[-500:]}"
    told: dict[str, object] = json.loads(ended.stdout)
    return told


@pytest.mark.parametrize("name", READ)
def test_an_odd_page_is_read(name: str, repository: Path) -> None:
    told = outcome(repository, name, FAST)
    assert told["balances"]
    assert SENTENCE.strip() in str(told["text"])


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_page_is_refused(name: str, repository: Path) -> None:
    assert REFUSED[name][1] in str(outcome(repository, name, FAST).get("refused"))


@pytest.mark.soak
@pytest.mark.parametrize("name", LARGE)
def test_a_large_page_is_read(name: str, repository: Path) -> None:
    told = outcome(repository, name, LONG)
    assert told["balances"]
    assert SENTENCE.strip() in str(told["text"])


def test_a_page_without_a_body_is_a_result_to_review() -> None:
    cleaned = unscrape.clean(b"<html><head><title>Harbour</title></head></html>")
    assert cleaned.text == ""
    assert any("Hardly any text" in reason for reason in cleaned.needs_review)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_of_another_alphabet_without_a_mark(encoding: str) -> None:
    cleaned = unscrape.clean(f"<html><body><h1>Гавань</h1><p>{CYRILLIC * 9}</p></body></html>".encode(encoding))
    assert cleaned.text.startswith(CYRILLIC)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.html"
    with huge.open("wb") as file:
        file.truncate(unreadable.MOST_BYTES + 1)
    with pytest.raises(UnreadablePage, match=r"huge\.html: 32 MB, more than the 32 MB .* split it"):
        read_page(huge)
