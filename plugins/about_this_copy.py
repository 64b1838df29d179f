# SPDX-License-Identifier: AGPL-3.0-or-later
"""Where each article's copy comes from and what was left out of it, read from its ledger (form in docs/formats.md).

The ledger of content/articles/<site>/<slug>.md is ledger/<site>/<slug>.jsonl; an article without one was written by
hand. Only its first line is read for the article; the entries are read when their page is written.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from archive_faults import report_fault
from archive_pages import write_page
from partial_dates import in_words, is_date
from pelican.plugins import signals
from safe_markdown import id_of
from site_types import Article, ArticlesGenerator, Writer

FORM = 1
MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d")
ADVICE = "run `unscrape articles` again"


@dataclass(frozen=True, slots=True)
class Captured:
    """`value` as the page told it: a date, whole or partial, or a moment in ISO 8601."""

    value: str
    origin: str

    @property
    def exact(self) -> str:
        """The moment as `<time datetime>` takes it."""
        moment = _moment(self.value)
        return moment.isoformat() if moment else self.value

    @property
    def in_words(self) -> str | None:
        """None where the calendar doesn't know it.

        >>> Captured("2016-03", "").in_words, Captured("20240718", "").in_words
        ('March 2016', None)
        >>> Captured("2024-07-18T09:30:05+02:00", "").in_words, Captured("2024-07-18T09:30:05Z", "").in_words
        ('18 July 2024, 09:30 (UTC+02:00)', '18 July 2024, 09:30 (UTC)')
        """
        if is_date(self.value):
            return in_words(self.value)
        moment = _moment(self.value)
        if moment is None:
            return None
        zone = f" ({moment.tzname()})" if moment.tzinfo else ""
        return f"{in_words(moment.date().isoformat())}, {moment:%H:%M}{zone}"


@dataclass(frozen=True, slots=True)
class Words:
    page: int
    kept: int
    metadata: int
    removed: int


@dataclass(frozen=True, slots=True)
class Copy:
    """`ledger_url` is None where no page of removed lines is written; `corrected` tells of a change by hand."""

    ledger: Path
    scrape_path: str
    sha256: str
    encoding: str
    form: str
    words: Words
    also: tuple[str, ...]
    rules_name: str | None
    tool_version: str | None
    fields: Mapping[str, Any]
    corrected: bool
    ledger_url: str | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """`paragraph` is the id of the article's paragraph with these words, where they were kept as one."""

    words: str
    place: str
    fate: str
    rule: str
    reason: str
    became: str | None = None
    paragraph: str | None = None


def register() -> None:
    signals.article_generator_finalized.connect(tell_of_copies)
    signals.article_writer_finalized.connect(write_ledgers)


def tell_of_copies(generator: ArticlesGenerator) -> None:
    """Give each article its copy and its capture, or None where no ledger is."""
    shown = not generator.settings["PUBLISHED"] or generator.settings["PUBLISH_LEDGER"]
    for article in generator.articles:
        ledger = ledger_of(article)
        if ledger.is_file():
            url = f"ledger/{article.slug}/index.html" if shown else None
            article.copy, article.captured = read_copy(ledger, article, url) or (None, None)


def ledger_of(article: Article) -> Path:
    """The same path as the article's, in ledger/."""
    below = Path(article.relative_source_path).relative_to("articles")
    return Path(article.settings["ARCHIVE"], "ledger", below).with_suffix(".jsonl")


def read_copy(ledger: Path, article: Article, url: str | None) -> tuple[Copy, Captured | None] | None:
    """The ledger's first line. One that can't be read is a fault: the article's page would tell less than we know."""
    try:
        with ledger.open(encoding="utf-8") as lines:
            first = json.loads(lines.readline())
            return _copy(ledger, first, article, url), _captured(first.get("captured"))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        report_fault(article.settings, ledger, f"line 1: not a ledger's first line ({error!r}); {ADVICE}.")
        return None


def read_entries(copy: Copy, settings: Mapping[str, Any]) -> Iterator[Entry]:
    """What became of each piece of the page, in its order."""
    with copy.ledger.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if number > 1 and line.strip():
                try:
                    yield _entry(json.loads(line))
                except (ValueError, KeyError, TypeError) as error:
                    report_fault(settings, copy.ledger, f"line {number}: not an entry ({error!r}); {ADVICE}.")


def write_ledgers(generator: ArticlesGenerator, writer: Writer) -> None:
    for article in generator.articles:
        if article.copy and article.copy.ledger_url:
            entries = [with_paragraph(entry, article) for entry in read_entries(article.copy, generator.settings)]
            write_page(generator, writer, "ledger", article.copy.ledger_url, article=article, entries=entries)


def with_paragraph(entry: Entry, article: Article) -> Entry:
    """Where the article has the entry's words: a paragraph is known by its words, wherever it stands."""
    name = id_of(entry.words) if entry.fate == "kept" else ""
    return replace(entry, paragraph=name) if name and f'id="{name}"' in article._content else entry


def _copy(ledger: Path, first: Mapping[str, Any], article: Article, url: str | None) -> Copy:
    if first["ledger"] != FORM:
        raise ValueError(f"its form is {first['ledger']}, known is {FORM}")
    scrape = first["scrape"]
    return Copy(
        ledger=ledger,
        scrape_path=scrape["path"],
        sha256=scrape["sha256"],
        encoding=scrape["encoding"],
        form=scrape["form"],
        words=Words(**{key: int(first["words"][key]) for key in Words.__slots__}),
        also=tuple(first.get("also_scraped_as") or ()),
        rules_name=(first.get("rules") or {}).get("name"),
        tool_version=(first.get("tools") or {}).get("unscrape"),
        fields=first.get("fields") or {},
        corrected=first["written_sha256"] != sha256(Path(article.source_path).read_bytes()).hexdigest(),
        ledger_url=url,
    )


def _captured(told: Mapping[str, Any] | None) -> Captured | None:
    return Captured(told["value"], told["origin"]) if told else None


def _moment(value: str) -> datetime | None:
    try:
        return datetime.fromisoformat(value) if MOMENT.match(value) else None
    except ValueError:
        return None


def _entry(told: Mapping[str, Any]) -> Entry:
    return Entry(told["words"], told["place"], told["fate"], told["rule"], told["reason"], told.get("became"))
