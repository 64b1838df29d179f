"""Capture times as tools write them, in ISO 8601 and as exact as they are told."""

from __future__ import annotations

from datetime import UTC, datetime

FORMATS = (
    "%a %b %d %Y %H:%M:%S GMT%z",  # SingleFile, Save Page WE: JavaScript's Date
    "%a, %d %b %Y %H:%M:%S GMT",  # HTTrack: HTTP's date
    "%H:%M:%S %b %d, %Y",  # the Wayback Machine's comment
    "%Y-%m-%dT%H:%M:%S%z",  # monolith
)


def read_time(text: str) -> str | None:
    """None where the text is no time in a form that we know.

    >>> read_time("Mon Jan 01 2024 12:00:00 GMT+0100 (CET)")
    '2024-01-01T12:00:00+01:00'
    """
    plain = text.partition("(")[0].strip()
    for form in FORMATS:
        try:
            moment = datetime.strptime(plain, form)  # noqa: DTZ007 (the next step sees to the zone)
        except ValueError:
            continue
        return _iso(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
    return None


def read_stamp(stamp: str) -> str | None:
    """The digits that web archives name a capture by, always in UTC; 4 to 14 of them or more.

    >>> read_stamp("20200131235901"), read_stamp("202001")
    ('2020-01-31T23:59:01Z', '2020-01')
    """
    for length, form, shown in ((14, "%Y%m%d%H%M%S", 20), (8, "%Y%m%d", 10), (6, "%Y%m", 7), (4, "%Y", 4)):
        if len(stamp) >= length:
            try:
                return _iso(datetime.strptime(stamp[:length], form).replace(tzinfo=UTC))[:shown]
            except ValueError:
                return None
    return None


def _iso(moment: datetime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
