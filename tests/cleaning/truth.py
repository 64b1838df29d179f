"""What a cleaned page must give, read from a truth file (keys in tests/sample/README.md), and what it misses of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from unscrape.model import CleanedPage, Metadata

FIELDS = {"title": "title", "published": "published", "modified": "modified", "source": "source", "section": "section", "lang": "language",
          "dek": "dek", "author_bio": "author_bio", "url": "url"}


def load_truth(path: Path) -> dict[str, Any]:
    truth: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return truth


def misses(truth: dict[str, Any], cleaned: CleanedPage) -> list[str]:
    """One line for each thing that the page has and the article lacks, or the other way round."""
    return [*_fields(truth, cleaned), *_text(truth, cleaned), *_structure(truth, cleaned), *_account(cleaned)]


def _fields(truth: dict[str, Any], cleaned: CleanedPage) -> Iterator[str]:
    metadata: Metadata = cleaned.article.metadata
    for key, name in FIELDS.items():
        found = getattr(metadata, name).value
        if key in truth and squeeze(found or "") != squeeze(str(truth[key] or "")):
            yield f"{key}: {found!r} instead of {truth[key]!r}"
    if "authors" in truth and cleaned.authors != (truth["authors"] or []):
        yield f"authors: {cleaned.authors} instead of {truth['authors']}"
    if "image_credit" in truth:
        found, wanted = metadata.image_credit.value, truth["image_credit"]
        if bool(found) != bool(wanted) or (wanted and squeeze(wanted) not in squeeze(found or "")):
            yield f"image_credit: {found!r} instead of {wanted!r}"


def _text(truth: dict[str, Any], cleaned: CleanedPage) -> Iterator[str]:
    text = squeeze(" ".join(block.text for block in cleaned.article.blocks))
    for words in truth.get("with") or []:
        if squeeze(words) not in text:
            yield f"lost: {words!r} ({_rule(words, cleaned)})"
    for words in truth.get("without") or []:
        if squeeze(words) in text:
            yield f"left in: {words!r}"
    if truth.get("first") and squeeze(truth["first"]) not in text[: len(truth["first"]) + 900]:
        yield f"first: {text[:80]!r} instead of {truth['first']!r}"
    if truth.get("last") and not re.sub(r"\W+$", "", text).endswith(re.sub(r"\W+$", "", squeeze(truth["last"]))):
        yield f"last: {text[-80:]!r} instead of {truth['last']!r}"


def _rule(words: str, cleaned: CleanedPage) -> str:
    return next((f"{entry.rule}: {entry.reason}" for entry in cleaned.ledger.entries if squeeze(words) in squeeze(entry.words)), "in no entry")


def _structure(truth: dict[str, Any], cleaned: CleanedPage) -> Iterator[str]:
    blocks = cleaned.article.blocks
    found = {
        "headings": sum(block.kind == "heading" for block in blocks),
        "list_items": len({container.number for block in blocks for container in block.nesting if container.kind == "item"}),
        "quotes": sum(block.kind == "quote" or (block.kind == "paragraph" and block.within("quote")) for block in blocks),
        "captions": sum(block.kind == "caption" for block in blocks),
        "figures": len({container.number for block in blocks for container in block.nesting if container.kind == "figure"}),
        "table_cells": len({container.number for block in blocks for container in block.nesting
                            if container.kind in ("cell", "header_cell")}),
        "footnotes": len({container.number for block in blocks for container in block.nesting if container.kind == "footnote"}),
    }
    for key, count in (truth.get("structure") or {}).items():
        if key in found and count is not None and found[key] != count:
            yield f"{key}: {found[key]} instead of {count}"


def _account(cleaned: CleanedPage) -> Iterator[str]:
    off = cleaned.ledger.balance()
    if off:
        yield f"the ledger is off by {dict(off)}"


def squeeze(text: str) -> str:
    return " ".join(text.split())
