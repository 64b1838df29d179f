"""Every case in this folder and in tests/known_failures: a page, what a person saw in it, what cleaning makes of it.

`make expected` writes article.md and ledger.txt; about.yaml is written by hand.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

import unscrape
from tests.told_page import differences, read_told
from unscrape.model import CleanedPage
from unscrape.to_markdown.header import header

PAGES = Path(__file__).parent
KNOWN_FAILURES = PAGES.parent / "known_failures"
EXPECTED = ("article.md", "ledger.txt")


def cases(folder: Path) -> list[Path]:
    return sorted({page.parent for page in folder.glob("*/*/page.*")})


def not_yet(folder: Path) -> list[ParameterSet]:
    """Cases that we can't do yet. An accidental fix is a failure: the case moves to tests/pages then."""
    return [pytest.param(case, marks=pytest.mark.xfail(strict=True)) for case in cases(folder)]


def named(case: Path) -> str:
    return f"{case.parent.name}/{case.name}"


def cleaned(case: Path) -> CleanedPage:
    """The case's page, cleaned as one of which nothing else is known, by the rules that ship."""
    page = next(case.glob("page.*"))
    return unscrape.clean(page.read_bytes())


def outcome(case: Path) -> dict[str, str]:
    """What article.md and ledger.txt should say."""
    page = cleaned(case)
    top = header(page.article.metadata, case.name, page.needs_review)
    entries = "".join(
        f"{entry.fate} by {entry.rule} ({entry.reason}) at {entry.place}\n    {entry.words!r}"
        + (f"\n    became {entry.became!r}" if entry.became is not None else "")
        + "\n"
        for entry in page.ledger.entries
    )
    return {"article.md": f"{top}\n{page.markdown}", "ledger.txt": entries}


@pytest.mark.parametrize("case", cases(PAGES), ids=named)
def test_a_page_is_cleaned_as_expected(case: Path, request: pytest.FixtureRequest) -> None:
    for name, text in outcome(case).items():
        file = case / name
        if request.config.getoption("--rewrite-expected"):
            file.write_text(text, encoding="utf-8")
        assert file.is_file(), f"{file} is missing: run make expected, read what it wrote, and commit it"
        assert text == file.read_text(encoding="utf-8"), f"{file} differs; if rightly so: make expected"


@pytest.mark.parametrize("case", [*cases(PAGES), *not_yet(KNOWN_FAILURES)], ids=named)
def test_a_page_is_cleaned_as_a_person_would(case: Path) -> None:
    found = differences(read_told(case / "about.yaml"), cleaned(case))
    assert not found, "\n".join(found)


@pytest.mark.parametrize("case", cases(PAGES) + cases(KNOWN_FAILURES), ids=named)
def test_the_ledger_balances(case: Path) -> None:
    assert not cleaned(case).ledger.balance()
