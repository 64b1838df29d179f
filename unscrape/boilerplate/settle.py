"""The one place where a block leaves the article, and where the account of it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from unscrape.blocks.lead_ins import Change, cut
from unscrape.model import Block, Entry, Fate, Finding, Label, Ledger

KEPT_RULE, KEPT_REASON = "article", "nothing speaks against it"


def settle(
    blocks: Sequence[Block], findings: Sequence[Finding], page_words: Sequence[str], changes: Sequence[Change] = ()
) -> tuple[tuple[Block, ...], Ledger]:
    """The article's blocks, and the ledger. The first finding on a block, or on a part of it, decides.

    `page_words` are the page's words as it was read; `changes` what was mended before labelling.
    """
    by_block: dict[int, list[Finding]] = {}
    for finding in findings:
        by_block.setdefault(finding.block, []).append(finding)
    kept: list[Block] = []
    entries = [Entry(one.before, one.place, "changed", one.rule, one.reason, one.after) for one in changes]
    for block in blocks:
        told = by_block.get(block.number)
        pieces = [(block, None)] if told is None else list(_pieces(block, told))
        entries += [_entry(block, piece, finding) for piece, finding in pieces if piece.text.strip()]
        kept += [piece for piece, finding in pieces if _fate(finding) == "kept"]
    return tuple(kept), Ledger(tuple(page_words), tuple(entries))


def _pieces(block: Block, findings: Sequence[Finding]) -> Iterator[tuple[Block, Finding | None]]:
    """The block, or the parts that findings cut it into, each with the finding that decides on it."""
    if not findings or findings[0].start is None:  # as on nearly all blocks
        yield block, findings[0] if findings else None
        return
    whole = next((finding for finding in findings if finding.start is None), None)
    parts = sorted((finding for finding in findings if finding.start is not None), key=lambda one: one.start or 0)
    if whole and findings.index(whole) < findings.index(parts[0]):
        yield block, whole
        return
    done, length = 0, len(block.text)
    for part in parts:
        start, stop = max(part.start or 0, done), length if part.stop is None else part.stop
        yield from _part(block, done, start, whole)
        yield from _part(block, start, stop, part)
        done = max(done, stop)
    yield from _part(block, done, length, whole)


def _part(block: Block, start: int, stop: int, finding: Finding | None) -> Iterator[tuple[Block, Finding | None]]:
    if start < stop:
        spans = cut(block.spans, start, stop)
        yield replace(block, spans=spans, marker="" if start else block.marker), finding


def _fate(finding: Finding | None) -> Fate:
    label: Label = finding.label if finding else "article"
    return "kept" if label == "article" else "removed" if label == "furniture" else "metadata"


def _entry(block: Block, piece: Block, finding: Finding | None) -> Entry:
    rule, reason = (finding.rule, finding.reason) if finding else (KEPT_RULE, KEPT_REASON)
    words = f"{piece.marker} {piece.text}" if piece.marker else piece.text
    return Entry(words.strip(), str(block.place), _fate(finding), rule, reason)
