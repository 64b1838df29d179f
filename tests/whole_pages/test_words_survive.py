"""Over generated pages and dumps: the ledger balances, and the article's words are the words of the rendered page.

`make test` takes the same examples each time, `make soak` thousands of new ones.
"""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from safe_markdown import render

import unscrape
from tests.to_markdown.reading_back import words_of_html
from tests.whole_pages.pages import dumps, html_pages
from unscrape.model import CleanedPage, words_of

SLOW = [HealthCheck.too_slow, HealthCheck.large_base_example, HealthCheck.data_too_large]
same = settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=SLOW)
new = settings(max_examples=3000, deadline=None, suppress_health_check=SLOW)


def words_of_article(cleaned: CleanedPage) -> Counter[str]:
    return Counter(word for block in cleaned.article.blocks for word in words_of(block.text))


def check(page: str) -> None:
    cleaned = unscrape.clean(page)
    assert not cleaned.ledger.balance()
    found, wanted = Counter(words_of_html(render(cleaned.markdown))), words_of_article(cleaned)
    assert found == wanted, (found - wanted, wanted - found)


@same
@given(html_pages())
def test_html_pages(page: str) -> None:
    check(page)


@same
@given(dumps())
def test_dumps(page: str) -> None:
    check(page)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@new
@given(html_pages())
def test_many_html_pages(page: str) -> None:
    check(page)


@pytest.mark.soak
@pytest.mark.timeout(3600)
@new
@given(dumps())
def test_many_dumps(page: str) -> None:
    check(page)


def test_a_note_glued_to_its_raised_figure_is_text() -> None:
    """Found by the generated dumps: "³0" is one word."""
    prose = "The keeper said that the sea wall would stand for as long as it was paid for, and went home."
    check(
        "\n\n".join(
            ["A Keeper Goes Home in the Rain", prose, f"{prose[:-1]}:³", "³0", "³ In the rain.", "Leave a Reply"]
        )
    )
