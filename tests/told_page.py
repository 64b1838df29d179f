"""What a person saw in a page (keys in tests/sample/README.md), and in which points a cleaned page differs from it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from unscrape.model import CleanedPage, Metadata

Told = Mapping[str, Any]
FIELDS = {
    "title": "title",
    "published": "published",
    "modified": "modified",
    "source": "source",
    "section": "section",
    "lang": "language",
    "dek": "dek",
    "author_bio": "author_bio",
    "url": "url",
}


def read_told(path: Path) -> Told:
    told: Told = yaml.safe_load(path.read_text(encoding="utf-8"))
    return told


def differences(told: Told, cleaned: CleanedPage) -> list[str]:
    """One line for each thing that the page has and the article lacks, or the other way round."""
    return [*_fields(told, cleaned), *_text(told, cleaned), *_structure(told, cleaned), *_account(cleaned)]


def _fields(told: Told, cleaned: CleanedPage) -> Iterator[str]:
    metadata: Metadata = cleaned.article.metadata
    for key, name in FIELDS.items():
        found = getattr(metadata, name).value
        if key in told and squeeze(found or "") != squeeze(str(told[key] or "")):
            yield f"{key}: {found!r} instead of {told[key]!r}"
    if "authors" in told and cleaned.authors != (told["authors"] or []):
        yield f"authors: {cleaned.authors} instead of {told['authors']}"
    if "image_credit" in told:
        found, wanted = metadata.image_credit.value, told["image_credit"]
        if bool(found) != bool(wanted) or (wanted and _bare(wanted) not in _bare(found or "")):
            yield f"image_credit: {found!r} instead of {wanted!r}"


def _text(told: Told, cleaned: CleanedPage) -> Iterator[str]:
    text = squeeze(" ".join(block.text for block in cleaned.article.blocks))
    running = squeeze(" ".join(block.text for block in cleaned.article.blocks if not block.within("footnote")))
    for words in told.get("with") or []:
        if squeeze(words) not in text:
            yield f"lost: {words!r} ({_rule(words, cleaned)})"
    for words in told.get("without") or []:
        if squeeze(words) in text:
            yield f"left in: {words!r}"
    if told.get("first") and squeeze(told["first"]) not in text[: len(told["first"]) + 900]:
        yield f"first: {text[:80]!r} instead of {told['first']!r}"
    ends = [re.sub(r"\W+$", "", one) for one in (text, running)]
    if told.get("last") and not any(end.endswith(re.sub(r"\W+$", "", squeeze(told["last"]))) for end in ends):
        yield f"last: {running[-80:]!r} instead of {told['last']!r}"


def _rule(words: str, cleaned: CleanedPage) -> str:
    return next(
        (f"{entry.rule}: {entry.reason}" for entry in cleaned.ledger.entries if squeeze(words) in squeeze(entry.words)),
        "in no entry",
    )


def _structure(told: Told, cleaned: CleanedPage) -> Iterator[str]:
    blocks = cleaned.article.blocks
    found = {
        "headings": sum(block.kind == "heading" for block in blocks),
        "list_items": len(
            {container.number for block in blocks for container in block.nesting if container.kind == "item"}
        ),
        "quotes": sum(
            block.kind == "quote" or (block.kind == "paragraph" and block.within("quote")) for block in blocks
        ),
        "captions": sum(block.kind == "caption" for block in blocks),
        "figures": len(
            {container.number for block in blocks for container in block.nesting if container.kind == "figure"}
        ),
        "table_cells": len(
            {
                container.number
                for block in blocks
                for container in block.nesting
                if container.kind in ("cell", "header_cell")
            }
        ),
        "footnotes": len(
            {container.number for block in blocks for container in block.nesting if container.kind == "footnote"}
        ),
    }
    for key, count in (told.get("structure") or {}).items():
        if key in found and count is not None and found[key] != count:
            yield f"{key}: {found[key]} instead of {count}"


def _account(cleaned: CleanedPage) -> Iterator[str]:
    off = cleaned.ledger.balance()
    if off:
        yield f"the ledger is off by {dict(off)}"


def _bare(credit: str) -> str:
    """A credit without the label that may stand before it."""
    return re.sub(r"^(?:photo|image|picture)s?\s*:\s*", "", squeeze(credit), flags=re.IGNORECASE)


def squeeze(text: str) -> str:
    return " ".join(text.split())
