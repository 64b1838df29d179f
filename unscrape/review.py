"""Reasons why a person should look at an article; they stand in its header and on its page."""

from __future__ import annotations

from collections.abc import Iterator

from unscrape.model import Article, Ledger, ScrapedPage, words_of

FEW_WORDS = 80
MISSING = (
    ("title", "No title was found."),
    ("authors", "No author was found."),
    ("published", "No date of publication was found."),
    ("source", "No source was found."),
)


def find_doubts(page: ScrapedPage, article: Article, ledger: Ledger) -> tuple[str, ...]:
    """Sentences, the gravest first; none where everything was found and nothing is odd."""
    return tuple(_doubts(page, article, ledger))


def _doubts(page: ScrapedPage, article: Article, ledger: Ledger) -> Iterator[str]:
    metadata = article.metadata
    off = sum(abs(count) for count in ledger.balance().values())
    if off:
        yield f"The ledger is off by {off} {'word' if off == 1 else 'words'}: please report this page."
    words = sum(len(words_of(block.text)) for block in article.blocks)
    if words < FEW_WORDS:
        yield f"Hardly any text was found: {words} {'word' if words == 1 else 'words'}."
    for name, sentence in MISSING:
        found = metadata.authors if name == "authors" else getattr(metadata, name).value
        if not found:
            yield sentence
    yield from metadata.doubts
    if page.repairs:
        count = len(page.repairs)
        yield f"Broken letters were mended in {count} {'place' if count == 1 else 'places'}."
