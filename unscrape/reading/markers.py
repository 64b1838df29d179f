"""What the tools that save pages leave in them: the page's address, and when it was captured."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple

from unscrape.model import Evidence
from unscrape.reading.capture_time import read_stamp, read_time


class Markers(NamedTuple):
    """The address that a page was captured from, and when; None where no marker tells."""

    url: str | None
    captured: Evidence | None


class Marker(NamedTuple):
    """One tool's habit. `sign` is looked for first, since that costs nothing; groups may be `url` and `time`."""

    tool: str
    sign: str
    pattern: re.Pattern[str]
    read: Callable[[str], str | None] = read_time


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.IGNORECASE | re.DOTALL)


# In the order of their authority.
MARKERS = (
    Marker(
        "SingleFile comment",
        "SingleFile",
        _pattern(
            r"<!--\s*Page saved with SingleFile\s+url:\s*(?P<url>\S+)"
            r"(?:\s+saved date:\s*(?P<time>[^\n]*?))?\s*(?:\n|-->)"
        ),
    ),
    Marker(
        "Save Page WE metadata",
        "savepage-url",
        _pattern(
            r"<meta name=\"savepage-url\" content=\"(?P<url>[^\"]+)\""
            r"(?:.{0,400}?<meta name=\"savepage-date\" content=\"(?P<time>[^\"]+)\")?"
        ),
    ),
    Marker(
        "WebScrapBook attribute",
        "data-scrapbook-source",
        _pattern(r"data-scrapbook-source=\"(?P<url>[^\"]+)\"(?:[^>]*data-scrapbook-create=\"(?P<time>\d+)\")?"),
        read_stamp,
    ),
    Marker(
        "monolith comment",
        "using monolith",
        _pattern(r"<!--\s*Saved from (?P<url>\S+) at (?P<time>\S+) using monolith"),
    ),
    Marker(
        "HTTrack comment",
        "by HTTrack",
        _pattern(r"<!--\s*Mirrored from (?P<url>\S+) by HTTrack[^>]*?\],\s*(?P<time>[^>]*?)\s*-->"),
    ),
    Marker(
        "Wayback Machine comment",
        "FILE ARCHIVED ON",
        _pattern(r"FILE ARCHIVED ON (?P<time>\d\d:\d\d:\d\d \w{3} \d\d, \d{4})"),
    ),
    Marker(
        "Wayback Machine toolbar",
        "__wm.wombat(",
        _pattern(r"__wm\.wombat\(\"(?P<url>[^\"]+)\",\s*\"(?P<time>\d{4,14})\""),
        read_stamp,
    ),
    Marker("saved-from comment", "saved from url=", _pattern(r"<!--\s*saved from url=\(\d+\)(?P<url>\S+)\s*-->")),
)
WAYBACK = re.compile(
    r"(?:https?:)?(?://web\.archive\.org)?/web/(?P<time>\d{4,14})(?:[a-z]{2}_)?/(?P<url>(?:https?:/{1,2}|mailto:).+)",
    re.IGNORECASE,
)


def find_markers(markup: str, url: str | None = None) -> Markers:
    """What markers and addresses tell; `url`, the caller's, wins. A Wayback Machine's address gives both.

    A file's modification time is no marker.
    """
    found = list(_found(markup, url))
    address = next((address for address, _ in found if address), None)
    captured = next((evidence for _, evidence in found if evidence), None)
    return Markers(address, captured)


def unwrap_wayback(url: str) -> tuple[str, str | None]:
    """The address that a Wayback Machine's address stands for, and the capture time in it.

    >>> unwrap_wayback("https://web.archive.org/web/2020im_/http://example.org/")
    ('http://example.org/', '2020')
    """
    found = WAYBACK.fullmatch(url)
    return (found["url"], read_stamp(found["time"])) if found else (url, None)


def _found(markup: str, url: str | None) -> Iterator[tuple[str | None, Evidence | None]]:
    if url:
        yield _from_address(url, "address given", "")
    for marker in MARKERS:
        match = marker.pattern.search(markup) if marker.sign in markup else None
        if match:
            yield from _read(marker, match)


def _read(marker: Marker, match: re.Match[str]) -> Iterator[tuple[str | None, Evidence | None]]:
    groups = match.groupdict()
    place = f"line {match.string.count(chr(10), 0, match.start()) + 1}"
    value = marker.read(groups["time"]) if groups.get("time") else None
    yield None, Evidence(value, marker.tool, place, 1.0) if value else None
    if groups.get("url"):
        yield _from_address(_absolute(unescape(groups["url"])), marker.tool, place)


def _from_address(url: str | None, origin: str, place: str) -> tuple[str | None, Evidence | None]:
    original, time = unwrap_wayback(url) if url else (None, None)
    return original, Evidence(time, f"{origin}: Wayback Machine’s address", place, 0.9) if time else None


def _absolute(url: str) -> str | None:
    """HTTrack leaves the scheme away; `about:internet` and files are no addresses."""
    if re.match(r"https?://", url, re.IGNORECASE):
        return url
    return f"http://{url}" if re.match(r"[\w-]+(\.[\w-]+)+(:\d+)?(/|$)", url) else None
