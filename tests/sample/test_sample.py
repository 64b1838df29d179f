"""Every page of the sample archive, cleaned as its archive cleans it, gives what a person saw in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.told_page import differences, read_told
from unscrape.explain import explain_file
from unscrape.model import CleanedPage

TRUTHS = sorted(Path(__file__).parent.glob("*/*.yaml"))
REPOSITORY = Path(__file__).parent.parent.parent


def named(truth: Path) -> str:
    return f"{truth.parent.name}/{truth.stem}"


def scrape_of(truth: Path) -> Path:
    return next((REPOSITORY / "scraped" / truth.parent.name).glob(f"{truth.stem}.*"))


@pytest.fixture(scope="module")
def pages() -> Mapping[Path, CleanedPage]:
    return {truth: explain_file(scrape_of(truth)).cleaned for truth in TRUTHS}


@pytest.mark.parametrize("truth", TRUTHS, ids=named)
def test_a_page_is_cleaned_as_a_person_would(truth: Path, pages: Mapping[Path, CleanedPage]) -> None:
    found = differences(read_told(truth), pages[truth])
    assert not found, "\n".join(found)


@pytest.mark.parametrize("truth", TRUTHS, ids=named)
def test_the_ledger_balances(truth: Path, pages: Mapping[Path, CleanedPage]) -> None:
    assert not pages[truth].ledger.balance()


def test_each_scrape_is_told_of() -> None:
    told = {scrape_of(truth) for truth in TRUTHS}
    scrapes = {file for file in (REPOSITORY / "scraped").glob("*/*") if file.suffix in {".html", ".txt"}}
    untold = {file.read_bytes() for file in scrapes - told} - {file.read_bytes() for file in told}
    assert not untold, "a page of the sample has no truth in tests/sample"
