"""ScrapedPage → a flat sequence of Blocks. After this stage nothing asks whether a page was HTML or text."""

from __future__ import annotations

from unscrape.blocks.assembly import Join, Split
from unscrape.blocks.from_html import from_html
from unscrape.blocks.from_text import from_text
from unscrape.model import Block, ScrapedPage

__all__ = ["Join", "Split", "split_blocks", "split_page"]


def split_blocks(page: ScrapedPage) -> tuple[Block, ...]:
    """The page's blocks in order; every visible word of it is in exactly one of them."""
    return split_page(page).blocks


def split_page(page: ScrapedPage) -> Split:
    """The same, with the words that inline markup cuts and the blocks have whole."""
    return from_html(page) if page.form == "html" else Split(from_text(page))
