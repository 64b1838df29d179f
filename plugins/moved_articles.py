# SPDX-License-Identifier: AGPL-3.0-or-later
"""An article whose slug a hand has changed leaves a page at its first address that leads to the new one.

The ledger keeps the name that the article was first given; an article without a ledger has no address that we know of.
"""

from __future__ import annotations

from about_this_copy import ledger_of
from archive_pages import write_page
from pelican.plugins import signals
from site_types import Article, ArticlesGenerator, Writer


def register() -> None:
    signals.article_writer_finalized.connect(write_redirects)


def write_redirects(generator: ArticlesGenerator, writer: Writer) -> None:
    """A page at each address that was left, unless another article lives there now."""
    inhabited = {article.slug for articles in (generator.articles, generator.hidden_articles) for article in articles}
    for article in generator.articles:
        first = first_slug(article)
        if first and first not in inhabited:
            write_page(generator, writer, "moved", f"articles/{first}/index.html", article=article)


def first_slug(article: Article) -> str | None:
    """What the article was first called, where that is no longer its slug."""
    ledger = ledger_of(article)
    return ledger.stem if ledger.is_file() and ledger.stem != article.slug else None
