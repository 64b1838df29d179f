"""Cleaning a whole archive: scraped/ → content/ and ledger/. What did not change is left alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

from unscrape.archive import Archive, sha256_of, write_text
from unscrape.blocks import split_blocks
from unscrape.boilerplate import RepeatCounts, count_repeats
from unscrape.cleaning_memory import CleaningMemory, load_memory
from unscrape.corrections import load_corrections
from unscrape.errors import UnscrapeError
from unscrape.known_articles import KnownArticle, KnownArticles, load_known_articles
from unscrape.ledger import FORM, ledger_text, provenance, tool_version
from unscrape.model import Block, CleanedPage
from unscrape.pipeline import clean_page
from unscrape.reading import read_page
from unscrape.rules import SHIPPED, SiteRules, load_rules
from unscrape.slugs import new_slug
from unscrape.source_drafts import draft_sources
from unscrape.to_markdown.header import header

CLEANED, UNCHANGED, PROPOSED, FAILED = "cleaned", "unchanged", "proposed", "failed"
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Scrape:
    """A file in scraped/; `path` and `copies` (files of the same bytes) are relative to the archive."""

    file: Path
    path: str
    sha256: str
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one scrape. `article` is the article's path, None for a scrape that failed."""

    scrape: Scrape
    state: str
    article: str | None = None
    error: str | None = None


@dataclass(frozen=True)
class Site:
    """The scrapes of one site, and what its pages are cleaned with."""

    archive: Archive
    name: str
    scrapes: Sequence[Scrape]
    rules: Sequence[SiteRules]
    known: KnownArticles

    @cached_property
    def repeats(self) -> RepeatCounts:
        """Counted only where a page is to be cleaned: it reads all the pages of the site."""
        return count_repeats(_blocks_of(self.scrapes))

    @cached_property
    def digest(self) -> str:
        parts = [
            _fingerprint(),
            *(rule.sha256 for rule in self.rules),
            *sorted(scrape.sha256 for scrape in self.scrapes),
        ]
        return sha256(" ".join(parts).encode()).hexdigest()

    def inputs(self, scrape: Scrape, slug: str | None) -> str:
        """A digest over all that decides the outcome: tool, rules, the site's scrapes, this article's corrections."""
        path = self.archive.corrections(slug) if slug else None
        acts = path.read_bytes() if path and path.exists() else b""
        parts = [self.digest, scrape.sha256, scrape.path, *scrape.copies]
        return sha256(" ".join(parts).encode() + acts).hexdigest()


def clean_archive(archive: Archive, progress: Progress | None = None) -> list[Outcome]:
    """Cleans what is new or changed, site by site. A scrape that fails is reported and set aside; the run goes on.

    Raises ArchiveError and RulesError for faults of the archive itself, before anything is written.
    """
    rules = load_rules([archive.site_rules, SHIPPED])
    known, memory = load_known_articles(archive), load_memory(archive)
    sites: dict[str, list[Path]] = {}
    for file in archive.scrapes():
        sites.setdefault(archive.site_of(file), []).append(file)
    outcomes: list[Outcome] = []
    done, total = 0, sum(len(files) for files in sites.values())
    try:
        for outcome in _outcomes(archive, sites, rules, known, memory):
            outcomes.append(outcome)
            done += 1 + len(outcome.scrape.copies)
            if progress:
                progress(outcome.scrape.path, done, total)
    finally:  # an interrupted run goes on where it stopped
        memory.save({archive.relative(file) for files in sites.values() for file in files})
    _forget_failures_of_gone_scrapes(archive)
    draft_sources(archive, rules)
    return outcomes


def _forget_failures_of_gone_scrapes(archive: Archive) -> None:
    for failed in (archive.root / "ledger").glob("*/*.failed.json"):
        scrape = json.loads(failed.read_text(encoding="utf-8"))["scrape"]["path"]
        if not (archive.root / scrape).exists():
            failed.unlink()


def _outcomes(
    archive: Archive,
    sites: Mapping[str, Sequence[Path]],
    rules: Sequence[SiteRules],
    known: KnownArticles,
    memory: CleaningMemory,
) -> Iterator[Outcome]:
    for name, files in sites.items():
        site = Site(archive, name, distinct_scrapes(archive, files, known), rules, known)
        for scrape in site.scrapes:
            yield _clean(site, scrape, memory)


def distinct_scrapes(archive: Archive, files: Sequence[Path], known: KnownArticles) -> list[Scrape]:
    """One scrape for files of the same bytes: the one that was cleaned before, else the first."""
    same: dict[str, list[Path]] = {}
    for file in files:
        same.setdefault(sha256_of(file), []).append(file)
    scrapes = []
    for digest, alike in same.items():
        first = next((file for file in alike if archive.relative(file) in known.by_scrape), alike[0])
        copies = tuple(archive.relative(file) for file in alike if file != first)
        scrapes.append(Scrape(first, archive.relative(first), digest, copies))
    return scrapes


def _blocks_of(scrapes: Sequence[Scrape]) -> Iterator[Sequence[Block]]:
    for scrape in scrapes:
        try:
            yield split_blocks(read_page(scrape.file))
        except (UnscrapeError, RecursionError, ValueError):
            continue  # reported when its turn to be cleaned comes


@cache
def _fingerprint() -> str:
    """The tool's own code: a version number alone would miss a change between two releases."""
    digest = sha256(tool_version().encode())
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in (".py", ".json", ".yaml"):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _clean(site: Site, scrape: Scrape, memory: CleaningMemory) -> Outcome:
    known = site.known.find(site.archive, scrape.path, scrape.sha256)
    failed = site.archive.failed(scrape.file)
    if memory.knows(scrape.path, site.inputs(scrape, known.slug if known else None)):
        if failed.exists():
            return Outcome(scrape, FAILED, error=json.loads(failed.read_text(encoding="utf-8"))["error"])
        if known and (site.archive.root / known.head["article"]).exists():
            return Outcome(scrape, UNCHANGED, known.head["article"])
    try:
        outcome = _clean_scrape(site, scrape, known)
        failed.unlink(missing_ok=True)
    except Exception as error:  # noqa: BLE001 - one bad page must not stop a run over thousands
        outcome = _set_aside(scrape, failed, error)
    slug = Path(outcome.article).stem if outcome.article else known.slug if known else None
    memory.inputs[scrape.path] = site.inputs(scrape, slug)
    return outcome


def _set_aside(scrape: Scrape, failed: Path, error: Exception) -> Outcome:
    """The scrape stays where it is; what went wrong stands in the ledger's folder until the page can be cleaned."""
    foreseen = isinstance(error, UnscrapeError)
    said = str(error) if foreseen else f"{scrape.path}: {type(error).__name__}: {error}; please report this page"
    told = {"scrape": {"path": scrape.path, "sha256": scrape.sha256}, "error": said}
    write_text(failed, json.dumps(told, ensure_ascii=False, indent=1) + "\n")
    return Outcome(scrape, FAILED, error=said)


def _clean_scrape(site: Site, scrape: Scrape, known: KnownArticle | None) -> Outcome:
    page = read_page(scrape.file)
    slug = known.slug if known else None
    acts = load_corrections(site.archive.corrections(slug)) if slug else None
    cleaned = clean_page(page, site.rules, site.repeats, acts)
    if slug is None:
        slug = new_slug(cleaned.title or scrape.file.stem, scrape.sha256, site.known.slugs)
        site.known.slugs.add(slug)
        if site.archive.corrections(slug).exists():  # written before the article was
            cleaned = clean_page(page, site.rules, site.repeats, load_corrections(site.archive.corrections(slug)))
    article = site.archive.root / known.head["article"] if known else site.archive.article(site.name, slug)
    ledger = known.ledger if known else site.archive.ledger(site.name, slug)
    state, written = _place(article, ledger, _text(cleaned, slug), known)
    rules_sha256 = next((rule.sha256 for rule in site.rules if rule.name == cleaned.rules), None)
    head = {
        "ledger": FORM,
        "article": site.archive.relative(article),
        "scrape": {"path": scrape.path, "sha256": scrape.sha256, "encoding": page.encoding, "form": page.form},
        "also_scraped_as": list(scrape.copies),
        **provenance(page, cleaned, rules_sha256),
        "written_sha256": written,
    }
    write_text(ledger, ledger_text(head, cleaned.ledger))
    return Outcome(scrape, state, site.archive.relative(article))


def _text(cleaned: CleanedPage, slug: str) -> str:
    return f"{header(cleaned.article.metadata, slug, cleaned.needs_review)}\n{cleaned.markdown}"


def _place(article: Path, ledger: Path, text: str, known: KnownArticle | None) -> tuple[str, str]:
    """Writes the article; where a hand has corrected it, a proposal beside its ledger. Tells which, and our hash."""
    proposed = ledger.with_name(f"{ledger.stem}.proposed.md")
    ours = known.head["written_sha256"] if known else None
    digest = sha256(text.encode()).hexdigest()
    if not article.exists() or sha256_of(article) in (ours, digest):
        write_text(article, text)
        proposed.unlink(missing_ok=True)
        return CLEANED, digest
    if digest == ours:
        proposed.unlink(missing_ok=True)
    else:
        write_text(proposed, text)
    return PROPOSED, ours or ""
