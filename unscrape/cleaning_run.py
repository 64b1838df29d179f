"""Cleaning a whole archive: scraped/ → content/ and ledger/. What did not change is left alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path

from unscrape.archive import Archive, Scrape, sha256_of, write_text
from unscrape.blocks import split_blocks
from unscrape.boilerplate import RepeatCounts, Template, added_up, count_repeats, without
from unscrape.cleaning_memory import CleaningMemory, load_memory
from unscrape.corrections import Corrections, load_corrections
from unscrape.errors import UnscrapeError
from unscrape.known_articles import KnownArticle, KnownArticles, load_known_articles
from unscrape.ledger import FORM, ledger_text, provenance, tool_version
from unscrape.model import Block, CleanedPage, ScrapedPage
from unscrape.pipeline import clean_page, learn_template
from unscrape.reading import read_page
from unscrape.rules import SHIPPED, SiteRules, load_rules
from unscrape.slugs import new_slug
from unscrape.source_drafts import draft_sources
from unscrape.to_markdown.header import header

CLEANED, UNCHANGED, PROPOSED, FAILED = "cleaned", "unchanged", "proposed", "failed"
# A site's pages are made alike: so many of them tell what all do, and a large site isn't read once more for it.
SAMPLE = 40
Progress = Callable[[str, int, int], None]


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
    def _templates(self) -> Mapping[str, Template]:
        """What each of a sample of the site's pages tells, by its path."""
        if len(self.scrapes) == 1:
            return {}
        return dict(_templates_of(_spread(self.scrapes, SAMPLE), self.rules))

    @cached_property
    def _template(self) -> Template:
        return added_up(self._templates.values())

    def clean(self, page: ScrapedPage, path: str, corrections: Corrections | None = None) -> CleanedPage:
        """A page of this site, at this path in the archive, with what its other pages teach."""
        others = without(self._template, self._templates.get(path, Template()))
        return clean_page(page, self.rules, self.repeats, corrections, others)

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
    sites = scrapes_by_site(archive, known)
    assigned = known.assign([scrape for scrapes in sites.values() for scrape in scrapes])
    total = sum(1 + len(scrape.copies) for scrapes in sites.values() for scrape in scrapes)
    outcomes: list[Outcome] = []
    done = 0
    try:
        for name, scrapes in sites.items():
            site = Site(archive, name, scrapes, rules, known)
            for scrape in scrapes:
                outcomes.append(_clean(site, scrape, assigned.get(scrape.path), memory))
                done += 1 + len(scrape.copies)
                if progress:
                    progress(scrape.path, done, total)
    finally:  # an interrupted run goes on where it stopped
        memory.save({scrape.path for scrapes in sites.values() for scrape in scrapes})
    _forget_failures_of_gone_scrapes(archive)
    draft_sources(archive, rules)
    return outcomes


def _forget_failures_of_gone_scrapes(archive: Archive) -> None:
    for failed in (archive.root / "ledger").glob("*/*.failed.json"):
        scrape = json.loads(failed.read_text(encoding="utf-8"))["scrape"]["path"]
        if not (archive.root / scrape).exists():
            failed.unlink()


def scrapes_by_site(archive: Archive, known: KnownArticles) -> dict[str, list[Scrape]]:
    """The archive's scrapes; of a site's files of the same bytes the one that was cleaned before, else the first."""
    before = known.paths()
    same: dict[str, dict[str, list[Path]]] = {}
    for file in archive.scrapes():
        same.setdefault(archive.site_of(file), {}).setdefault(sha256_of(file), []).append(file)
    return {
        site: [_scrape(archive, digest, files, before) for digest, files in by_hash.items()]
        for site, by_hash in same.items()
    }


def _scrape(archive: Archive, digest: str, files: Sequence[Path], before: Container[str]) -> Scrape:
    first = next((file for file in files if archive.relative(file) in before), files[0])
    copies = tuple(archive.relative(file) for file in files if file != first)
    return Scrape(first, archive.relative(first), digest, copies)


def _blocks_of(scrapes: Sequence[Scrape]) -> Iterator[Sequence[Block]]:
    for scrape in scrapes:
        try:
            yield split_blocks(read_page(scrape.file))
        except Exception:  # noqa: BLE001, S112 - else one page that we can't split would take its whole site along
            continue  # reported when its turn to be cleaned comes


def _templates_of(scrapes: Iterable[Scrape], rules: Sequence[SiteRules]) -> Iterator[tuple[str, Template]]:
    for scrape in scrapes:
        try:
            yield scrape.path, learn_template(read_page(scrape.file), rules)
        except Exception:  # noqa: BLE001, S112 - as with blocks: reported when its turn comes
            continue


def _spread(scrapes: Sequence[Scrape], most: int) -> Sequence[Scrape]:
    """So many of them at the most, from all over the list: pages next to each other are often of one kind."""
    step = max(len(scrapes) / most, 1.0)
    return [scrapes[int(number * step)] for number in range(min(most, len(scrapes)))]


@cache
def _fingerprint() -> str:
    """The tool's own code: a version number alone would miss a change between two releases."""
    digest = sha256(tool_version().encode())
    for path in sorted(Path(__file__).parent.rglob("*")):
        if path.suffix in (".py", ".json", ".yaml"):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _clean(site: Site, scrape: Scrape, known: KnownArticle | None, memory: CleaningMemory) -> Outcome:
    failed = site.archive.failed(scrape.file)
    if memory.knows(scrape.path, site.inputs(scrape, known.slug if known else None)):
        if failed.exists():
            return Outcome(scrape, FAILED, error=json.loads(failed.read_text(encoding="utf-8"))["error"])
        if known and known.file.exists() and known.head["article"] == site.archive.relative(known.file):
            return Outcome(scrape, UNCHANGED, site.archive.relative(known.file))
    try:
        outcome = _clean_scrape(site, scrape, known)
        failed.unlink(missing_ok=True)
    except Exception as error:  # noqa: BLE001 - one bad page must not stop a run over thousands
        outcome = _set_aside(scrape, failed, error)
    slug = known.slug if known else Path(outcome.article).stem if outcome.article else None
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
    if known:
        cleaned = _cleaned(site, page, scrape.path, known.slug)
        slug, article = known.slug, known.file
        ledger = site.archive.ledger(article.parent.name, known.name)  # goes along where a hand moved the article
    else:
        slug, cleaned = _named(site, scrape, page)
        article, ledger = site.archive.article(site.name, slug), site.archive.ledger(site.name, slug)
    state, written = _place(article, ledger, _text(cleaned, slug), known)
    head = {
        "ledger": FORM,
        "article": site.archive.relative(article),
        "scrape": {"path": scrape.path, "sha256": scrape.sha256, "encoding": page.encoding, "form": page.form},
        "also_scraped_as": list(scrape.copies),
        **provenance(page, cleaned, next((one.sha256 for one in site.rules if one.name == cleaned.rules), None)),
        "written_sha256": written,
    }
    write_text(ledger, ledger_text(head, cleaned.ledger))
    if known and known.ledger != ledger:
        known.ledger.unlink()
    return Outcome(scrape, state, site.archive.relative(article))


def _cleaned(site: Site, page: ScrapedPage, path: str, slug: str) -> CleanedPage:
    """The page, cleaned with what the curator has said of the article at this address."""
    return site.clean(page, path, load_corrections(site.archive.corrections(slug)))


def _named(site: Site, scrape: Scrape, page: ScrapedPage) -> tuple[str, CleanedPage]:
    """A new article's slug, and the article cleaned with corrections that were written before it was.

    An article that stands there word for word, but has lost its ledger, is the same article: a run was interrupted
    between the two, or a broken ledger was deleted.
    """
    cleaned = site.clean(page, scrape.path)
    for name in _lost_names(site, cleaned.title or scrape.file.stem, scrape.sha256):
        again = _cleaned(site, page, scrape.path, name)
        if sha256_of(site.archive.article(site.name, name)) == _digest(_text(again, name)):
            return name, again
    name = new_slug(cleaned.title or scrape.file.stem, scrape.sha256, site.known.slugs)
    site.known.slugs.add(name)
    return name, _cleaned(site, page, scrape.path, name) if site.archive.corrections(name).exists() else cleaned


def _lost_names(site: Site, title: str, sha256: str) -> Iterator[str]:
    """Slugs that this article would have had, where an article without a ledger stands."""
    plain = new_slug(title, sha256, ())
    for name in (plain, new_slug(title, sha256, (plain,))):
        if site.archive.article(site.name, name).exists() and not site.archive.ledger(site.name, name).exists():
            yield name


def _text(cleaned: CleanedPage, slug: str) -> str:
    return f"{header(cleaned.article.metadata, slug, cleaned.needs_review)}\n{cleaned.markdown}"


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def _place(article: Path, ledger: Path, text: str, known: KnownArticle | None) -> tuple[str, str]:
    """Writes the article; where a hand has corrected it, a proposal beside its ledger. Tells which, and our hash."""
    proposed = ledger.with_name(f"{ledger.stem}.proposed.md")
    ours = known.head["written_sha256"] if known else None
    digest = _digest(text)
    if not article.exists() or sha256_of(article) in (ours, digest):
        write_text(article, text)
        proposed.unlink(missing_ok=True)
        return CLEANED, digest
    if digest == ours:
        proposed.unlink(missing_ok=True)
    else:
        write_text(proposed, text)
    return PROPOSED, ours or ""
