"""Where other articles begin: what stands down there speaks about them."""

from __future__ import annotations

from collections.abc import Sequence

from unscrape.model import Block
from unscrape.signs.phrases import end_name
from unscrape.signs.shape import is_prose

LEAST_PROSE = 3


def end_of_article(blocks: Sequence[Block], title: int) -> int:
    """The number of the first line of teasers or comments below some prose; all blocks where there is none."""
    prose = 0
    for block in blocks[title:]:
        prose += is_prose(block)
        if prose >= LEAST_PROSE and end_name(block.text) in ("teasers", "comments"):
            return block.number
    return len(blocks)
