"""What became of each line of one scrape, and why, for the eyes of a person or for a program."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from unscrape.archive import Archive, open_archive
from unscrape.cleaning_run import Site, scrapes_by_site
from unscrape.corrections import load_corrections
from unscrape.errors import ArchiveError
from unscrape.known_articles import load_known_articles
from unscrape.ledger import provenance
from unscrape.model import CleanedPage, Entry, ScrapedPage
from unscrape.pipeline import clean_page
from unscrape.reading import read_page
from unscrape.rules import SHIPPED, SiteRules, load_rules

STYLES = {"kept": "green", "metadata": "cyan", "removed": "red", "changed": "yellow"}
SIGNS = {"kept": "+", "metadata": "=", "removed": "-", "changed": "~"}


@dataclass(frozen=True, slots=True)
class Explanation:
    page: ScrapedPage
    cleaned: CleanedPage

    def as_json(self) -> dict[str, Any]:
        told = provenance(self.page, self.cleaned, None)
        return {
            "scrape": self.page.path,
            **told,
            "needs_review": list(self.cleaned.needs_review),
            "entries": [asdict(entry) for entry in self.cleaned.ledger.entries],
        }


def explain_file(file: Path, folder: Path | None = None) -> Explanation:
    """Cleans a scrape as its archive would, without writing. Raises UnreadablePage, ArchiveError, RulesError.

    The archive is `folder`, else the one whose scraped/ the file lies in; a file elsewhere is cleaned by the shipped
    rules alone, and nothing is known of what repeats.
    """
    page = read_page(file)
    archive = open_archive(folder) if folder else _archive_around(file.resolve())
    if archive is None:
        return Explanation(page, clean_page(page, load_rules([SHIPPED])))
    rules = load_rules([archive.site_rules, SHIPPED])
    return Explanation(page, _cleaned_as_in(archive, file.resolve(), page, rules))


def _archive_around(file: Path) -> Archive | None:
    folder = next((parent for parent in file.parents if parent.name == "scraped"), None)
    return Archive(folder.parent) if folder else None


def _cleaned_as_in(archive: Archive, file: Path, page: ScrapedPage, rules: tuple[SiteRules, ...]) -> CleanedPage:
    """The page with what the other pages of its site teach, and the curator's acts on its article."""
    if archive.scraped not in file.parents:
        raise ArchiveError(f"{file}: not in {archive.scraped}; leave --archive away to explain it by the shipped rules")
    known = load_known_articles(archive)
    name, path = archive.site_of(file), archive.relative(file)
    sites = scrapes_by_site(archive, known)
    assigned = known.assign([scrape for scrapes in sites.values() for scrape in scrapes])
    scrape = next((one for one in sites.get(name, ()) if path in (one.path, *one.copies)), None)
    article = assigned.get(scrape.path) if scrape else None
    site = Site(archive, name, sites.get(name, ()), rules, known)
    corrections = load_corrections(archive.corrections(article.slug)) if article else None
    return site.clean(page, scrape.path if scrape else path, corrections)


def show_explanation(explanation: Explanation, console: Console) -> None:
    """Fields, then line by line: + kept, = metadata, - removed, ~ changed; coloured where the terminal can."""
    cleaned = explanation.cleaned
    for name, told in explanation.as_json()["fields"].items():
        for choice in told if isinstance(told, list) else [told]:
            console.print(_field(name, choice))
    for reason in cleaned.needs_review:
        console.print(Text(f"needs review: {reason}", "bold yellow"))
    console.print()
    for entry in cleaned.ledger.entries:
        console.print(_line(entry))
    ledger = cleaned.ledger
    counts = ", ".join(f"{ledger.count(fate)} {fate}" for fate in ("kept", "metadata", "removed"))
    console.print(f"\n{len(ledger.page)} words: {counts}; rules: {cleaned.rules or 'none for this site'}")


def _field(name: str, choice: dict[str, Any]) -> Text:
    text = Text(f"{name}: ", "bold")
    text.append(choice["value"] or "unknown", "cyan" if choice["value"] else "yellow")
    text.append(
        f"  {choice['origin']}, {choice['place']} ({choice['confidence']:.2f})" if choice["value"] else "", "dim"
    )
    for rival in choice["rivals"]:
        text.append(
            f"\n    rival: {rival['value']}  {rival['origin']}, {rival['place']} ({rival['confidence']:.2f})", "dim"
        )
    return text


def _line(entry: Entry) -> Text:
    text = Text(f"{SIGNS[entry.fate]} ", f"bold {STYLES[entry.fate]}")
    text.append(entry.words if entry.became is None else f"{entry.words} → {entry.became}", STYLES[entry.fate])
    text.append(f"\n    {entry.rule}: {entry.reason} ({entry.place})", "dim")
    return text
