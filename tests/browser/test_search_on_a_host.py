"""The search of a published archive: from a host that gives parts of files, from one that doesn't, and on a slow line.

The tab itself (`page`) fails a test on any error in its console or violation of the CSP.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from bench.search.serving import Host, hosted
from tests.site.building import Archive, built

ARTICLES = 40
PACK = re.compile(r"/packs/\d+\.bin$")
SCRIPT = re.compile(r"/documents/\d+\.js$")
# Bytes a second both ways, and milliseconds before an answer begins.
SLOW_LINE = {"offline": False, "downloadThroughput": 40_000, "uploadThroughput": 40_000, "latency": 300}


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    """Parts of files are answered with 206, as nearly all static hosts do."""
    archive = Archive(tmp_path_factory.mktemp("published archive"))
    archive.curate("archive.yaml", {"title": "Published", "description": "For the search.", "language": "en"})
    archive.source("the-quay", title="The Quay", rights="full")
    for number in range(ARTICLES):
        text = f"The tide of day {number} in a harbour. " + "A lantern burns. " * number
        archive.article(f"day-{number:02}", text, source="The Quay", lang="en", published=f"{1990 + number % 30}")
    with hosted(archive.folder) as host:
        host.folder = built(archive, siteurl=host.address).output
        host.compress()
        yield host


def search(page: Page, root: str, query: str) -> None:
    page.goto(f"{root}/search/index.html?q={query}")
    expect(page.locator(".search-result__excerpt")).to_have_count(10)


def test_articles_are_loaded_one_by_one_from_a_host_that_can(page: Page, host: Host) -> None:
    host.sent.clear()
    search(page, host.address, "lantern")
    expect(page.locator(".search-page__status")).to_contain_text("39 articles")
    expect(page.locator(".search-result__excerpt").first).to_contain_text("lantern burns")
    parts = [sent for sent in host.sent if PACK.search(sent.path)]
    assert len(parts) == 10
    whole = sum(file.stat().st_size for file in host.folder.rglob("*.bin"))
    assert sum(part.size for part in parts) < whole / 2
    assert not [sent for sent in host.sent if SCRIPT.search(sent.path)]


def test_scripts_serve_where_a_host_gives_no_parts(page: Page, host: Host) -> None:
    """It answers a request for a part with the whole file, as Python's own server does."""
    page.route(PACK, lambda route: route.fulfill(status=200, path=host.folder / urlsplit(route.request.url).path[1:]))
    host.sent.clear()
    search(page, host.address, "lantern")
    expect(page.locator(".search-result__excerpt").first).to_contain_text("lantern burns")
    assert [sent for sent in host.sent if SCRIPT.search(sent.path)]


def test_typing_goes_on_while_a_slow_line_loads(page: Page, host: Host) -> None:
    line = page.context.new_cdp_session(page)
    page.goto(f"{host.address}/search/index.html")
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_LINE)
    box = page.get_by_role("combobox", name="Search this archive")
    typed = "lantern harbour"
    box.press_sequentially(typed)
    # Each key's letter is there before anything that it asks for can have come.
    assert box.input_value() == typed
    assert page.locator(".search-result").count() == 0
    box.press("Enter")
    expect(page.locator(".search-page__status")).to_contain_text("39 articles", timeout=60_000)
    expect(page.locator(".search-result__excerpt")).to_have_count(10, timeout=60_000)
    expect(box).to_have_value(typed)


def test_a_published_page_asks_no_other_host(page: Page, host: Host) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    search(page, host.address, "lantern")
    page.locator(".search-result__link").first.click()
    expect(page.locator(".article-text mark").first).to_be_visible()
    assert {url for url in asked if not url.startswith((f"{host.address}/", "blob:"))} == set()


def test_the_published_files_are_as_the_docs_say(host: Host) -> None:
    (edition,) = (path for path in (host.folder / "search").iterdir() if path.is_dir())
    kinds = {path.name for path in edition.iterdir()}
    assert kinds == {"terms", "words", "endings", "documents", "packs", "sizes", "columns", "citations", "names.js"}
    told = Path(__file__).parents[2].joinpath("docs/search-index.md").read_text(encoding="utf-8")
    assert all(f"`{kind.removesuffix('.js')}" in told for kind in kinds)
