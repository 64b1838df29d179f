"""Blocks to Findings: labellers in the order of their authority, each with its reasons. None of them removes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from unscrape.boilerplate.by_box import label_boxes
from unscrape.boilerplate.by_element import label_elements, label_hidden
from unscrape.boilerplate.by_hand import label_by_site_rules, label_corrections
from unscrape.boilerplate.by_metadata import label_metadata, label_said_again
from unscrape.boilerplate.by_model import judge, learn_template
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
from unscrape.boilerplate.templates import Template, added_up, without
from unscrape.model import Block, Finding, Metadata

__all__ = ["ADVISING", "DECIDING", "Context", "Labels", "RepeatCounts", "Template", "added_up", "count_repeats",
           "find_advice", "find_template", "label_blocks", "settle", "without"]  # fmt: skip

Labeller = Callable[[Sequence[Block], Metadata, Context], Iterable[Finding]]

# In the order of authority: the first finding on a block decides.
DECIDING: tuple[Labeller, ...] = (
    label_corrections,
    label_metadata,
    label_by_site_rules,
    label_repeats,
)
# What is known of sites in general. The model weighs these on a page of an unknown site; where there are rules for
# the site, written beside these, they decide.
ADVISING: tuple[Labeller, ...] = (
    label_said_again,
    label_hidden,
    label_elements,
    label_phrases,
    label_after_end,
    label_boxes,
    label_above_title,
    label_after_bio,
    label_outside_container,
    label_link_lists,
    label_loose_ends,
)


class Labels(NamedTuple):
    """All findings, the weightiest first. `confidence` is the word F1 that the model expects; None under site rules."""

    findings: tuple[Finding, ...]
    confidence: float | None = None


def label_blocks(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Labels:
    """What every labeller says of the blocks."""
    decided = _findings(DECIDING, blocks, metadata, context)
    advice = find_advice(blocks, metadata, context)
    if context.rules:
        return Labels((*decided, *advice))
    judgement = judge(blocks, metadata, decided, advice, context)
    return Labels((*decided, *judgement.findings), judgement.expected)


def find_template(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Template:
    """What one page tells of how its site's pages are made; nothing where rules know the site, for they decide."""
    if context.rules:
        return Template()
    return learn_template(blocks, metadata, find_advice(blocks, metadata, context), context.form)


def find_advice(blocks: Sequence[Block], metadata: Metadata, context: Context) -> tuple[Finding, ...]:
    """What the model takes as advice: the findings of all labellers that know sites in general."""
    return _findings(ADVISING, blocks, metadata, context)


def _findings(
    labellers: Sequence[Labeller], blocks: Sequence[Block], metadata: Metadata, context: Context
) -> tuple[Finding, ...]:
    return tuple(finding for label in labellers for finding in label(blocks, metadata, context))
