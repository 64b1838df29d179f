"""Dates as people write them, read no more exactly than they are written."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import dateparser

# English, German, French, Spanish, Russian (as it writes months in dates).
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier enero января",
            "february feb februar février febrero февраля",
            "march mar märz mars marzo марта",
            "april apr avril abril апреля",
            "may mai mayo мая",
            "june jun juni juin junio июня",
            "july jul juli juillet julio июля",
            "august aug août agosto августа",
            "september sept sep septembre septiembre сентября",
            "october oct oktober octobre octubre октября",
            "november nov novembre noviembre ноября",
            "december dec dezember décembre diciembre декабря",
        ),
        1,
    )
    for name in names.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:1[89]|20)\d{2})"
# A dump glues lines together: "by Ana IlićMar 5, 2025", "May 5, 2025May 9, 2025", "May 5, 20256:01 PM".
BEGIN = r"(?:\b|(?<=\d)|(?-i:(?<=[a-zà-ž])(?=[A-Z])))"
END = r"(?:(?!\d)|(?=\d{1,2}(?::\d\d|\s?mins?\b)))"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<weekday>{WEEKDAY})?{BEGIN}(?P<month>{MONTH})\b\.?\s+{DAY}[,.]?\s+{YEAR}{END}",
        rf"(?P<weekday>{WEEKDAY})?\b{DAY}\.?(?:\s+(?:of|de))?[\s.-]+(?P<month>{MONTH})\b\.?,?(?:\s+de)?[\s.-]+{YEAR}{END}",
        rf"\b{YEAR}(?P<mark>[-.])(?P<month>\d{{2}})(?P=mark)(?P<day>\d{{2}})(?!\d)",
        rf"\b{YEAR}/(?P<month>\d{{1,2}})/(?P<day>\d{{1,2}})\b",
        rf"(?<![\d./-])(?P<first>\d{{1,2}})(?P<mark>[./-])\s?(?P<second>\d{{1,2}})(?P=mark)\s?{YEAR}\b",
        rf"\b(?P<month>{MONTH})\b\.?,?\s+{YEAR}\b",
        rf"\b{YEAR}-(?P<month>\d{{2}})(?![\d-])",
    )
)
HAS_YEAR = re.compile(r"(?:1[89]|20)\d\d")
ONLY_YEAR = re.compile(rf"^\W*{YEAR}\W*$")
MOST_FOREIGN = 40


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date found in a text: its value as exact as written, and where in the text it stood.

    `readings` are both days that an ambiguous one may be, the one with the month first before the other.
    """

    value: str
    start: int
    stop: int
    weekday: bool = False
    ambiguous: bool = False
    readings: tuple[str, ...] = ()


@lru_cache(maxsize=5_000)
def find_dates(text: str) -> tuple[WrittenDate, ...]:
    """Dates in the text, in order; overlapping readings give the most exact one, impossible ones give none.

    >>> [found.value for found in find_dates("Tuesday, 15 March 2016; updated in May 2017; on January 34, 2022")]
    ['2016-03-15', '2017-05']
    >>> find_dates("03/04/2016")[0].value  # the day may be either
    '2016'
    """
    if not HAS_YEAR.search(text):
        return ()
    taken: list[tuple[int, int]] = []
    found: list[WrittenDate] = []
    for form in FORMS:
        for match in form.finditer(text):
            after = bisect_left(taken, match.span())
            beside = taken[max(after - 1, 0) : after + 1]
            if any(match.start() < stop and start < match.end() for start, stop in beside):
                continue
            taken.insert(after, match.span())
            found += _written(match)
    return tuple(sorted(found, key=lambda written: written.start))


def find_lone_date(text: str, language: str | None = None) -> WrittenDate | None:
    """The date that a short line consists of, a bare year included; languages other than English through dateparser."""
    found = find_dates(text)
    if found:
        return found[0] if len(found) == 1 else None
    year = ONLY_YEAR.match(text)
    if year:
        return WrittenDate(year["year"], *year.span())
    return _foreign(text, language) if language and not language.startswith("en") else None


def _written(match: re.Match[str]) -> Iterator[WrittenDate]:
    given = match.groupdict()
    weekday = bool(given.get("weekday"))
    if given.get("first"):
        yield from _numeric(match)
        return
    month = given["month"].lower()
    number = MONTHS.get(month) or int(month)
    value = date_value(int(given["year"]), number, int(given["day"]) if given.get("day") else None)
    if value:
        yield WrittenDate(value, *match.span(), weekday=weekday)


def _numeric(match: re.Match[str]) -> Iterator[WrittenDate]:
    """31.12.2016 and 12/31/2016 can be read in one way; 3/4/2016 in two, and then only the year is known."""
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    readings = {date_value(year, second, first), date_value(year, first, second)} - {None}
    if match["mark"] == "." and date_value(year, second, first):
        readings = {date_value(year, second, first)}
    if len(readings) == 1:
        yield WrittenDate(readings.pop() or "", *match.span())
    elif readings:
        both = tuple(value for value in (date_value(year, first, second), date_value(year, second, first)) if value)
        yield WrittenDate(str(year), *match.span(), ambiguous=True, readings=both)


def date_value(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The date in ISO 8601 at its precision; None where the calendar has no such day.

    >>> date_value(2022, 1, 34) is None, date_value(2016, 3)
    (True, '2016-03')
    """
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join(part for part in (f"{year:04}", month and f"{month:02}", day and f"{day:02}") if part)


def _foreign(text: str, language: str) -> WrittenDate | None:
    if len(text) > MOST_FOREIGN or not re.search(YEAR, text):
        return None
    settings = {"STRICT_PARSING": True, "REQUIRE_PARTS": ["day", "month", "year"]}
    try:
        parsed = dateparser.parse(text, languages=[language.split("-")[0]], settings=settings)
    except ValueError:
        return None
    return WrittenDate(parsed.date().isoformat(), 0, len(text)) if parsed else None
