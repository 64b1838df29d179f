"""A smoke test in Firefox, from disk and from a server: pages have their style, search finds, a paragraph is linked to.

All else is tested in Chromium. Firefox is Debian's, where it is or may be installed (setup/browser.py).
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from setup.browser import find_firefox
from tests.browser.marionette import Firefox, firefox
from tests.browser.page_kinds import PATTERNS, page_of_kind

LOADED = """return {headings: document.querySelectorAll("main h1").length,
    styled: getComputedStyle(document.body).marginTop === "0px",
    wide: document.documentElement.scrollWidth > innerWidth}"""
RESULTS = """return new Promise((found, failed) => {
    setTimeout(() => failed(new Error(document.querySelector("main").textContent)), 20_000);
    (function look() {
        const said = [...document.querySelectorAll("[role=status]")].map(one => one.textContent).join(" ");
        const marked = document.querySelectorAll("main mark").length;
        marked ? found({said, marked}) : setTimeout(look, 100); })(); })"""
SUGGESTS = """const field = document.querySelector(".search-box input");
    field.focus(); field.value = "salt by"; field.dispatchEvent(new Event("input"));
    const press = key => field.dispatchEvent(new KeyboardEvent("keydown", {key, cancelable: true}));
    return new Promise((told, failed) => { setTimeout(() => failed(new Error("no suggestion")), 20_000);
        (function look() { if (!document.querySelector(".jump-box__option")) return setTimeout(look, 100);
            press("ArrowDown"); press("Enter"); told(true); })(); })"""
QUOTE_BAR = """const paragraph = document.querySelector(".article-text > p[id]");
    getSelection().selectAllChildren(paragraph);
    return new Promise(done => setTimeout(() => done({
        mark: paragraph.querySelector(".paragraph-mark").getAttribute("href") === `#${paragraph.id}`,
        bar: !document.querySelector(".quote-bar").hidden,
        copies: document.querySelectorAll(".cite-box .copy-button").length}), 300))"""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    program = find_firefox()
    if program is None:
        pytest.skip("needs Firefox (apt-get install firefox-esr); the same pages are tested in Chromium")
    with firefox(program, tmp_path_factory.mktemp("firefox")) as opened:
        yield opened


def test_every_kind_of_page_opens(window: Firefox, site_root: str, sample_site: Path) -> None:
    for kind in PATTERNS:
        window.goto(f"{site_root}/{page_of_kind(sample_site, kind)}")
        assert window.run(LOADED) == {"headings": 1, "styled": True, "wide": False}, kind


def test_search_finds_and_marks(window: Firefox, site_root: str) -> None:
    window.goto(f"{site_root}/search/index.html?q=salt")
    told = window.run(RESULTS)
    assert "“salt”" in told["said"]
    assert told["marked"] > 0


def test_a_suggestion_is_opened(window: Firefox, site_root: str) -> None:
    window.goto(f"{site_root}/articles/index.html")
    assert window.run(SUGGESTS)
    soon = time.monotonic() + 20
    while "salt-by-the-hour" not in (window.run("return location.pathname") or "") and time.monotonic() < soon:
        time.sleep(0.1)
    assert window.run("return location.pathname").endswith("articles/salt-by-the-hour/index.html")


def test_an_article_has_its_marks_and_what_is_selected_can_be_quoted(
    window: Firefox, site_root: str, sample_site: Path
) -> None:
    window.goto(f"{site_root}/{page_of_kind(sample_site, 'article')}")
    assert window.run(QUOTE_BAR) == {"mark": True, "bar": True, "copies": 3}
