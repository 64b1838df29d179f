"""Blocks to Findings: labellers in the order of their authority, each with its reasons. None of them removes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from unscrape.boilerplate.by_box import label_boxes
from unscrape.boilerplate.by_element import label_elements, label_hidden
from unscrape.boilerplate.by_hand import label_by_site_rules, label_corrections
from unscrape.boilerplate.by_metadata import label_metadata, label_said_again
from unscrape.boilerplate.by_phrase import label_after_end, label_phrases
from unscrape.boilerplate.by_position import (
    label_above_title,
    label_after_bio,
    label_link_lists,
    label_loose_ends,
    label_outside_container,
)
from unscrape.boilerplate.context import Context, RepeatCounts
from unscrape.boilerplate.repeats import count_repeats, label_repeats
from unscrape.boilerplate.settle import settle
from unscrape.model import Block, Finding, Metadata

__all__ = ["LABELLERS", "Context", "RepeatCounts", "count_repeats", "label_blocks", "settle"]

Labeller = Callable[[Sequence[Block], Metadata, Context], Iterable[Finding]]

# In the order of authority: the first finding on a block decides. A model for unknown sites takes its place below the
# site rules (the seam for it: one more labeller here).
LABELLERS: tuple[Labeller, ...] = (
    label_corrections,
    label_metadata,
    label_by_site_rules,
    label_said_again,
    label_hidden,
    label_elements,
    label_repeats,
    label_phrases,
    label_after_end,
    label_boxes,
    label_above_title,
    label_after_bio,
    label_outside_container,
    label_link_lists,
    label_loose_ends,
)


def label_blocks(blocks: Sequence[Block], metadata: Metadata, context: Context) -> tuple[Finding, ...]:
    """All labellers' findings, the weightiest first."""
    return tuple(finding for label in LABELLERS for finding in label(blocks, metadata, context))
