"""Footnotes of text dumps: "[1]" in the running text, and below it lines that open with the same mark."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from unscrape.model import Block, Container, Span

# A raised figure is a letter to those who count words: glued to the note's first word it is a part of it.
NOTE = re.compile(r"^(?P<mark>\[\d{1,3}\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3}(?=[ \t\u00a0]))[ \t\u00a0]*(?=\S)")
REFERENCE = re.compile(r"(?<=\S)(?:\[\d{1,3}\]|(?<!\d)[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,3})")


def mark_notes(blocks: Sequence[Block]) -> list[Block]:
    """Lines that open with a mark which the text above refers to become notes; the references point at them.

    A mark without its counterpart stays text: it may be a list of sources, or an index of something else.
    """
    referred: set[str] = set()
    notes: dict[str, int] = {}
    for block in blocks:
        opening = NOTE.match(block.text) if block.kind == "paragraph" else None
        if opening and opening["mark"] in referred and opening["mark"] not in notes:
            notes[opening["mark"]] = block.number
        referred.update(REFERENCE.findall(block.text))
    numbers = frozenset(notes.values())
    return [_note(block) if block.number in numbers else _referring(block, notes) for block in blocks]


def _note(block: Block) -> Block:
    opening = NOTE.match(block.text)
    assert opening
    text = block.text[opening.end() :]
    container = Container("footnote", block.number)
    return replace(block, kind="footnote", spans=(Span(text),), nesting=(container,), marker=opening["mark"])


def _referring(block: Block, notes: dict[str, int]) -> Block:
    if not notes or not REFERENCE.search(block.text):
        return block
    return replace(block, spans=tuple(_spans(block.text, notes)))


def _spans(text: str, notes: dict[str, int]) -> Iterator[Span]:
    done = 0
    for match in REFERENCE.finditer(text):
        if match[0] not in notes:
            continue
        if match.start() > done:
            yield Span(text[done : match.start()])
        yield Span(match[0], frozenset({"footnote_ref"}), f"fn-{notes[match[0]]}")
        done = match.end()
    if done < len(text):
        yield Span(text[done:])
