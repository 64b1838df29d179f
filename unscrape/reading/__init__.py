"""File → ScrapedPage: decoding, form, markers of capture, markup."""

from __future__ import annotations

from unscrape.reading.page import read_data, read_page

__all__ = ["read_data", "read_page"]
