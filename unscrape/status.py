"""What an archive holds, and what in it waits for a person."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from unscrape.archive import Archive
from unscrape.ledger import read_head
from unscrape.source_drafts import read_header


@dataclass(frozen=True, slots=True)
class Status:
    """Paths are relative to the archive. `reasons` counts the sentences in the articles' needs_review."""

    articles: int
    need_review: int
    reasons: dict[str, int]
    proposals: list[str]
    failed: dict[str, str]
    scrapes_gone: list[str]
    sources_without_rights: list[str]

    def as_text(self) -> str:
        return "\n".join(_lines(self))


def read_status(archive: Archive) -> Status:
    """Reads headers and ledgers; changes nothing. Raises ArchiveError for a broken ledger."""
    headers = [read_header(path) for path in sorted((archive.root / "content" / "articles").rglob("*.md"))]
    reasons = [
        reason for header in headers if isinstance(found := header.get("needs_review"), list) for reason in found
    ]
    sources = sorted((archive.root / "content" / "sources").glob("*.md"))
    folder = archive.root / "ledger"
    scrapes = [read_head(path)["scrape"]["path"] for path in archive.ledgers()]
    failed = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*/*.failed.json"))]
    return Status(
        articles=len(headers),
        need_review=sum(bool(header.get("needs_review")) for header in headers),
        reasons=dict(Counter(map(str, reasons)).most_common()),
        proposals=[archive.relative(path) for path in sorted(folder.glob("*/*.proposed.md"))],
        failed={told["scrape"]["path"]: told["error"] for told in failed},
        scrapes_gone=[scrape for scrape in scrapes if not (archive.root / scrape).exists()],
        sources_without_rights=[archive.relative(path) for path in sources if not read_header(path).get("rights")],
    )


def _lines(status: Status) -> Iterator[str]:
    yield f"{status.articles} articles, {status.need_review} need review"
    yield from (f"  {count} × {reason}" for reason, count in status.reasons.items())
    yield from _list("scrapes that could not be cleaned", [f"{path}: {error}" for path, error in status.failed.items()])
    yield from _list("proposals beside articles corrected by hand", status.proposals)
    yield from _list("scrapes that are gone; their articles stay", status.scrapes_gone)
    yield from _list("sources without rights: `make publish` waits for them", status.sources_without_rights)


def _list(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{len(lines)} {title}"
        yield from (f"  {line}" for line in lines)
