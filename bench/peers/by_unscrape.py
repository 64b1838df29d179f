"""Ours, as a user calls it: one call for text, Markdown, metadata and ledger."""

from __future__ import annotations

from collections.abc import Iterable

from bench.peers.told import Told
from unscrape import clean
from unscrape.model import Choice, CleanedPage


class Unscrape:
    package = "unscrape"

    def clean(self, data: bytes) -> CleanedPage:
        return clean(data)

    def tell(self, data: bytes, cleaned: object) -> Told:
        assert isinstance(cleaned, CleanedPage)
        return told(cleaned)


def told(page: CleanedPage) -> Told:
    return Told(
        text=page.text,
        markdown=page.markdown,
        title=page.title,
        authors=page.authors,
        date=page.published,
        sure=confidences(page),
    )


def confidences(page: CleanedPage) -> dict[str, float]:
    """How sure we are of the text, and of each field that we give."""
    found = page.article.metadata
    fields = {"title": [found.title], "author": found.authors, "date": [found.published]}
    known = {name: least(choices) for name, choices in fields.items()}
    return {"text": text_confidence(page)} | {name: sure for name, sure in known.items() if sure is not None}


def text_confidence(page: CleanedPage) -> float:
    """The expected F1 of the text. A version of ours that doesn't tell it is as sure as it has few doubts."""
    told: float | None = getattr(page, "confidence", None)
    return 1 / (1 + len(page.needs_review)) if told is None else told


def least(choices: Iterable[Choice]) -> float | None:
    return min((choice.chosen.confidence for choice in choices if choice.chosen), default=None)
