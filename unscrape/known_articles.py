"""What earlier runs left in an archive: which scrape became which article, and which slugs are given away."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from unscrape.archive import Archive, Scrape
from unscrape.ledger import Head, read_head
from unscrape.slugs import slug_of

SLUG_LINE = re.compile(r"^slug:[ \t]*[\"']?(?P<slug>[^\s\"'#]+)", re.MULTILINE)
LONGEST_HEADER = 8_000  # characters; the slug is the second line of ours


@dataclass(frozen=True, slots=True)
class KnownArticle:
    """An article that was written before: its file, its ledger and the ledger's first line.

    `name` is what the ledger is called, for ever; `slug` is the last part of the article's address, which a hand may
    have changed in the header since.
    """

    file: Path
    ledger: Path
    head: Head
    slug: str

    @property
    def name(self) -> str:
        return self.ledger.stem


@dataclass(slots=True)
class KnownArticles:
    """All known articles, and every slug that an article of the archive has or had."""

    articles: list[KnownArticle] = field(default_factory=list)
    slugs: set[str] = field(default_factory=set)

    def paths(self) -> set[str]:
        """The scrapes that articles were made of, as paths in the archive."""
        return {article.head["scrape"]["path"] for article in self.articles}

    def assign(self, scrapes: Sequence[Scrape]) -> dict[str, KnownArticle]:
        """The known article of each scrape, by the scrape's path; no article twice.

        What has not changed goes first, then what was moved or renamed (the same bytes under another name), then
        what was scraped anew under the same name: two scrapes that changed names keep their articles.
        """
        assigned: dict[str, KnownArticle] = {}
        free = list(self.articles)
        for same_path, same_bytes in ((True, True), (False, True), (True, False)):
            waiting = {self._key(article, same_path, same_bytes): article for article in reversed(free)}
            for scrape in scrapes:
                key = (scrape.path if same_path else None, scrape.sha256 if same_bytes else None)
                if scrape.path not in assigned and key in waiting:
                    assigned[scrape.path] = waiting.pop(key)
            taken = {id(article) for article in assigned.values()}
            free = [article for article in free if id(article) not in taken]
        return assigned

    def _key(self, article: KnownArticle, path: bool, sha256: bool) -> tuple[str | None, str | None]:
        scrape = article.head["scrape"]
        return (scrape["path"] if path else None, scrape["sha256"] if sha256 else None)


def load_known_articles(archive: Archive) -> KnownArticles:
    """Reads the first line of every ledger. Raises ArchiveError for a ledger that is broken.

    An article whose file was moved to another folder of content/articles is found by its name.
    """
    files = {path.stem: path for path in sorted((archive.root / "content" / "articles").rglob("*.md"))}
    slugs = {name: read_slug(path) for name, path in files.items()}
    known = KnownArticles()
    for ledger in archive.ledgers():
        head = read_head(ledger)
        own = archive.root / head["article"]
        file = own if own.exists() else files.get(ledger.stem, own)
        known.articles.append(KnownArticle(file, ledger, head, slugs.get(ledger.stem, ledger.stem)))
    known.slugs = {*slugs, *slugs.values(), *(slug_of(name) for name in slugs), *(one.name for one in known.articles)}
    return known


def read_slug(article: Path) -> str:
    """The slug in an article's header; the file's name where it has none."""
    with article.open(encoding="utf-8", errors="replace") as file:
        header = file.read(LONGEST_HEADER).split("\n---", 1)[0]
    match = SLUG_LINE.search(header)
    return match["slug"] if match else article.stem
