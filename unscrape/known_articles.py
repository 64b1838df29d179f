"""What earlier runs left in an archive: which scrape became which article, and which slugs are given away."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from unscrape.archive import Archive
from unscrape.ledger import Head, read_head


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article that was written before: its ledger's path and provenance. The ledger's name is its slug."""

    ledger: Path
    head: Head

    @property
    def slug(self) -> str:
        return self.ledger.stem


@dataclass(slots=True)
class KnownArticles:
    by_scrape: dict[str, KnownArticle] = field(default_factory=dict)
    by_hash: dict[str, KnownArticle] = field(default_factory=dict)
    slugs: set[str] = field(default_factory=set)

    def find(self, archive: Archive, scrape: str, sha256: str) -> KnownArticle | None:
        """The article of this scrape, also where the file was moved or renamed since."""
        found = self.by_scrape.get(scrape)
        moved = self.by_hash.get(sha256)
        return found or (moved if moved and not (archive.root / moved.head["scrape"]["path"]).exists() else None)


def load_known_articles(archive: Archive) -> KnownArticles:
    """Reads the first line of every ledger. Raises ArchiveError for a ledger that is broken."""
    known = KnownArticles()
    for path in archive.ledgers():
        article = KnownArticle(path, read_head(path))
        known.slugs.add(article.slug)
        known.by_scrape[article.head["scrape"]["path"]] = article
        known.by_hash.setdefault(article.head["scrape"]["sha256"], article)
    known.slugs.update(path.stem for path in (archive.root / "content" / "articles").rglob("*.md"))
    return known
