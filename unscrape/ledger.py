"""The ledger's files: provenance first, then what became of every block (form in docs/formats.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from unscrape.errors import ArchiveError
from unscrape.model import Choice, CleanedPage, Entry, Evidence, Ledger, Metadata, ScrapedPage

FORM = 1
FIELDS = ("title", "published", "modified", "source", "section", "url", "language", "dek", "image_credit", "author_bio")

Head = Mapping[str, Any]


def tool_version() -> str:
    try:
        return version("unscrape")
    except PackageNotFoundError:  # run from a checkout that was never installed
        return "0.1.0"


def provenance(page: ScrapedPage, cleaned: CleanedPage, rules_sha256: str | None) -> dict[str, Any]:
    """The part of the first line that the page itself decides; the archive adds its own."""
    ledger = cleaned.ledger
    return {
        "captured": asdict(page.captured) if page.captured else None,
        "tools": {"unscrape": tool_version()},
        "rules": {"name": cleaned.rules, "sha256": rules_sha256} if cleaned.rules else None,
        "words": {
            "page": len(ledger.page),
            "kept": ledger.count("kept"),
            "metadata": ledger.count("metadata"),
            "removed": ledger.count("removed"),
        },
        "fields": dict(_fields(cleaned.article.metadata)),
    }


def _fields(metadata: Metadata) -> Iterator[tuple[str, Any]]:
    for name in FIELDS:
        choice: Choice = getattr(metadata, name)
        if choice.chosen or choice.rivals:
            yield name, _told(choice)
    if metadata.authors:
        yield "authors", [_told(choice) for choice in metadata.authors]


def _told(choice: Choice) -> dict[str, Any]:
    nothing = Evidence("", "nothing was sure enough", "", 0.0)
    return {**asdict(choice.chosen or nothing), "rivals": [asdict(rival) for rival in choice.rivals]}


def ledger_text(head: Head, ledger: Ledger) -> str:
    """The whole file: one JSON object a line."""
    lines = [head, *(_entry(entry) for entry in ledger.entries)]
    return "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)


def _entry(entry: Entry) -> dict[str, str]:
    return {key: value for key, value in asdict(entry).items() if value is not None}


def read_head(path: Path) -> Head:
    """The provenance of one article. Raises ArchiveError for a file that is no ledger."""
    try:
        with path.open(encoding="utf-8") as lines:
            head: Head = json.loads(next(lines))
    except (OSError, ValueError, StopIteration) as error:
        raise ArchiveError(
            f"{path}:1: not a ledger ({error}); delete the file, and the next cleaning writes it anew"
        ) from error
    if not isinstance(head, dict) or head.get("ledger") != FORM:
        raise ArchiveError(
            f"{path}:1: not a ledger of form {FORM}; delete the file, and the next cleaning writes it anew"
        )
    return head
