"""ScrapedPage → a flat sequence of Blocks. After this stage nothing asks whether a page was HTML or text."""

from __future__ import annotations

from unscrape.blocks.from_html import from_html
from unscrape.blocks.from_text import from_text
from unscrape.model import Block, ScrapedPage

FORMS = {"html": from_html, "text": from_text}


def split_blocks(page: ScrapedPage) -> tuple[Block, ...]:
    """The page's blocks in order; every visible word of it is in exactly one of them."""
    return FORMS[page.form](page)
