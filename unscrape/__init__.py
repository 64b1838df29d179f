"""unscrape: scraped articles, HTML pages and text dumps, made clean Markdown with an account of every word."""

from __future__ import annotations

from unscrape.model import CleanedPage
from unscrape.pipeline import clean

__all__ = ["CleanedPage", "clean"]
