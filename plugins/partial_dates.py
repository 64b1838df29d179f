# SPDX-License-Identifier: AGPL-3.0-or-later
"""Dates as exact as they are known: "2016-03-15", "2016-03", "2016" or none.

Pelican skips an article without a date, and pads a partial one with today's month and day. So each article gets an
`article.date` for sorting alone (a missing part is its earliest, an unknown date the sentinel); whatever is shown comes
from `article.published`.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from archive_faults import report_fault
from pelican.contents import Article as PelicanArticle
from pelican.plugins import signals
from site_types import Article

UNKNOWN = datetime(1, 1, 1, tzinfo=UTC)
DATE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip
WANTED = 'should be "2016-03-15", "2016-03" or "2016", or null where it is unknown'


def register() -> None:
    signals.content_object_init.connect(give_dates)


def give_dates(article: Article) -> None:
    """Set published, published_text, year, modified, and the date that only sorting may read."""
    if not isinstance(article, PelicanArticle):
        return
    article.published = _field(article, "published")
    article.modified = _field(article, "modified")
    article.published_text = in_words(article.published) if article.published else None
    article.year = article.published[:4] if article.published else None
    article.date = for_sorting(article.published)


def newest_first(article: Article) -> tuple[int, str, str]:
    """The order of all lists: newest first, undated last, and the same on every machine."""
    return -article.date.toordinal(), article.label.casefold(), article.slug


def in_words(published: str) -> str:
    """
    >>> in_words("2016-03-15"), in_words("2016-03"), in_words("2016")
    ('15 March 2016', 'March 2016', '2016')
    """
    year, month, day = [*published.split("-"), "", ""][:3]
    return " ".join(part for part in (day.lstrip("0"), MONTHS[int(month) - 1] if month else "", year) if part)


def for_sorting(published: str | None) -> datetime:
    """The earliest moment that the date allows; the sentinel where there is none. Never to be shown."""
    if published is None:
        return UNKNOWN
    year, month, day = [*map(int, published.split("-")), 1, 1][:3]
    return datetime(year, month, day, tzinfo=UTC)


def is_date(text: str) -> bool:
    """Whether the text is a date, whole or partial, that the calendar knows."""
    if not DATE.match(text):
        return False
    try:
        for_sorting(text)
    except ValueError:
        return False
    return True


def _field(article: Article, key: str) -> str | None:
    """The header's date, checked; a fault leaves the article out."""
    value = article.metadata.get("header", {}).get(key)
    text = "" if value is None else str(value).strip()
    if text and not is_date(text):
        report_fault(article.settings, article.source_path, f"{key}: {WANTED}, not {text!r}.")
        article.faulty = True
        return None
    return text or None
