"""Where and when a page was captured, from what the saving tools leave; never from the file's time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from unscrape.reading import read_data, read_page

URL = "https://example.org/harbour?a=1"


@pytest.mark.parametrize(
    ("marker", "url", "captured"),
    [
        (
            f"<!--\n Page saved with SingleFile \n url: {URL} \n"
            " saved date: Thu Jul 18 2024 09:30:05 GMT+0200 (Central European Summer Time)\n-->",
            URL,
            "2024-07-18T09:30:05+02:00",
        ),
        (f"<!-- saved from url=(0031){URL} -->", URL, None),
        ("<!-- saved from url=(0014)about:internet -->", None, None),
        (
            "<!-- Mirrored from example.org/harbour.html by HTTrack Website Copier/3.x [XR&CO'2014],"
            " Mon, 01 Jan 2018 07:00:00 GMT -->",
            "http://example.org/harbour.html",
            "2018-01-01T07:00:00Z",
        ),
        (f"<!-- Saved from {URL} at 2023-05-06T07:08:09Z using monolith v2.7 -->", URL, "2023-05-06T07:08:09Z"),
        (
            f'<script>__wm.wombat("{URL}","20150203040506","https://web.archive.org/");</script>',
            URL,
            "2015-02-03T04:05:06Z",
        ),
        (
            "<!--\n     FILE ARCHIVED ON 04:05:06 Feb 03, 2015 AND RETRIEVED FROM THE\n     INTERNET ARCHIVE -->",
            None,
            "2015-02-03T04:05:06Z",
        ),
        (
            f"<!-- saved from url=(0099)https://web.archive.org/web/20150203040506/{URL} -->",
            URL,
            "2015-02-03T04:05:06Z",
        ),
        (
            f'<meta name="savepage-url" content="{URL}"><meta name="savepage-title" content="T">'
            '<meta name="savepage-date" content="Thu Jul 18 2024 09:30:05 GMT+0200 (CEST)">',
            URL,
            "2024-07-18T09:30:05+02:00",
        ),
        ("<!-- saved once upon a time -->", None, None),
    ],
)
def test_markers(marker: str, url: str | None, captured: str | None) -> None:
    page = read_data(f"<!DOCTYPE html>\n{marker}\n<html><body><p>The harbour.</p></body></html>")
    assert page.url == url
    assert (page.captured.value if page.captured else None) == captured
    if page.captured:
        assert page.captured.place.startswith("line ")


def test_callers_address_wins() -> None:
    marker = "<!-- saved from url=(0020)https://example.org/ -->"
    assert read_data(f"{marker}<html><p>x</p></html>", url=URL).url == URL


def test_callers_address_may_be_the_archives() -> None:
    page = read_data("A dump.", url=f"https://web.archive.org/web/2015id_/{URL}")
    assert page.url == URL
    assert page.captured
    assert page.captured.value == "2015"


def test_canonical_link_is_no_marker() -> None:
    assert read_data(f'<html><head><link rel="canonical" href="{URL}"></head><p>x</p></html>').url is None


def test_modification_time_is_no_evidence(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<html><body><p>The harbour.</p></body></html>")
    os.utime(file, (1_000_000_000, 1_000_000_000))
    page = read_page(file)
    assert page.captured is None
    assert page.path == str(file)


def test_dump_that_speaks_of_markers_has_none() -> None:
    assert read_data(f"The comment reads <!-- saved from url=(0020){URL} --> in such pages.").url is None
