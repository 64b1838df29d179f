"""Over generated pages and dumps: the ledger balances, and the article's words are the words of the rendered page."""

from __future__ import annotations

import os
from collections import Counter

from hypothesis import HealthCheck, given, settings
from safe_markdown import render

import unscrape
from tests.to_markdown.reading_back import words_of_html
from tests.whole_pages.pages import dumps, html_pages
from unscrape.model import CleanedPage, words_of

SOAK = bool(os.environ.get("UNSCRAPE_SOAK"))
searched = settings(
    max_examples=3000 if SOAK else 120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.large_base_example],
)


def words_of_article(cleaned: CleanedPage) -> Counter[str]:
    """The words of the blocks, and the numbers that a rendered page writes for references to notes."""
    return Counter(word for block in cleaned.article.blocks for word in words_of(block.text))


def check(page: str) -> None:
    cleaned = unscrape.clean(page)
    assert not cleaned.ledger.balance()
    found, wanted = Counter(words_of_html(render(cleaned.markdown))), words_of_article(cleaned)
    assert found == wanted, (found - wanted, wanted - found)


@searched
@given(html_pages())
def test_html_pages(page: str) -> None:
    check(page)


@searched
@given(dumps())
def test_dumps(page: str) -> None:
    check(page)
