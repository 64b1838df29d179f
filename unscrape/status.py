"""What an archive holds, and what in it waits for a person."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from unscrape.archive import Archive
from unscrape.ledger import read_head
from unscrape.review import MISSING
from unscrape.source_drafts import read_header


@dataclass(frozen=True, slots=True)
class Status:
    """Paths are relative to the archive. `needs_review` gives the reasons that still hold, by article."""

    articles: int
    needs_review: dict[str, list[str]]
    proposals: list[str]
    failed: dict[str, str]
    scrapes_gone: list[str]
    sources_without_rights: list[str]

    def as_text(self) -> str:
        return "\n".join(_lines(self))


def read_status(archive: Archive) -> Status:
    """Reads headers and ledgers; changes nothing. Raises ArchiveError for a broken ledger."""
    files = sorted((archive.root / "content" / "articles").rglob("*.md"))
    reasons = {archive.relative(path): _reasons(read_header(path)) for path in files}
    sources = sorted((archive.root / "content" / "sources").glob("*.md"))
    folder = archive.root / "ledger"
    scrapes = [read_head(path)["scrape"]["path"] for path in archive.ledgers()]
    failed = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*/*.failed.json"))]
    return Status(
        articles=len(files),
        needs_review={path: found for path, found in reasons.items() if found},
        proposals=[archive.relative(path) for path in sorted(folder.glob("*/*.proposed.md"))],
        failed={told["scrape"]["path"]: told["error"] for told in failed},
        scrapes_gone=[scrape for scrape in scrapes if not (archive.root / scrape).exists()],
        sources_without_rights=[archive.relative(path) for path in sources if not read_header(path).get("rights")],
    )


def _reasons(header: Mapping[str, object]) -> list[str]:
    """What the header says must be looked at, but for what a hand has filled in since."""
    settled = {sentence for field, sentence in MISSING if header.get(field)}
    found = header.get("needs_review")
    return [str(one) for one in found if one not in settled] if isinstance(found, list) else []


def _lines(status: Status) -> Iterator[str]:
    articles = "1 article" if status.articles == 1 else f"{status.articles} articles"
    yield f"{articles}, {len(status.needs_review)} to be reviewed"
    for reason, count in Counter(one for found in status.needs_review.values() for one in found).most_common():
        yield f"  {count} × {reason}"
        yield from (f"      {path}" for path, found in status.needs_review.items() if reason in found)
    yield from _list("could not be cleaned", list(status.failed.values()))
    yield from _list("proposed beside an article corrected by hand", status.proposals)
    yield from _list("gone from scraped/; the article stays", status.scrapes_gone)
    yield from _list("without rights: `make publish` waits for it", status.sources_without_rights)


def _list(title: str, lines: list[str]) -> Iterator[str]:
    if lines:
        yield f"{len(lines)} {title}"
        yield from (f"  {line}" for line in lines)
