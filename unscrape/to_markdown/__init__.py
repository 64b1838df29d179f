"""Article → Markdown that `plugins/safe_markdown` renders with exactly the words it was written from."""

from __future__ import annotations

from unscrape.to_markdown.article import to_markdown

__all__ = ["to_markdown"]
