"""One routine for all: a query in a new profile, the next query in the same page, and what the page then holds."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from playwright.sync_api import Browser, Page, sync_playwright

from bench.search.serving import Host
from bench.search.systems import System
from setup.browser import find_browser
from tests.conftest import CHROMIUM_OPTIONS

# Else Chromium answers when it next collects garbage, which may take half a minute.
OPTIONS = (*CHROMIUM_OPTIONS, "--enable-blink-features=ForceEagerMeasureMemory")
WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
TIMEOUT = 180_000
QUIET = 0.3
HEAP_QUERIES = 5
MEMORY = "performance.measureUserAgentSpecificMemory().then(({ bytes }) => bytes)"


@dataclass(frozen=True, slots=True)
class Search:
    """One query as the reader's browser met it. `sizes`: bytes of bodies over the wire, without the page itself, by
    kind (code, texts, index); under `later` what was asked for when the results were drawn already.
    """

    query: str
    milliseconds: float | None
    shown: int
    sizes: Mapping[str, int]
    requests: int


@dataclass(frozen=True, slots=True)
class Site:
    """A system's site at one size, ready to be searched."""

    system: System
    host: Host


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(OPTIONS))
        yield browser
        browser.close()


def cold_and_next(browser: Browser, site: Site, first: str, second: str) -> tuple[Search, Search]:
    with fresh_page(browser) as page:
        return cold(page, site, first), asked_next(page, site, second)


@contextmanager
def fresh_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    context.add_init_script(WATCH)
    page = context.new_page()
    page.set_default_timeout(TIMEOUT)
    yield page
    context.close()


def cold(page: Page, site: Site, query: str) -> Search:
    site.host.sent.clear()
    page.goto(f"{site.host.address}/{site.system.page}?{urlencode({'q': query})}", wait_until="commit")
    return searched(page, site, query)


def asked_next(page: Page, site: Site, query: str) -> Search:
    site.host.sent.clear()
    page.evaluate("query => bench.ask(query)", query)
    return searched(page, site, query)


def searched(page: Page, site: Site, query: str) -> Search:
    told = page.evaluate("bench.finished()")
    wait_until_quiet(site.host)
    until = told["until"] or time.time()
    kinds = [(site.system.kind_of(sent.path), sent) for sent in site.host.sent]
    fetched = [(kind, sent) for kind, sent in kinds if kind != "page"]
    sizes: Counter[str] = Counter()
    for kind, sent in fetched:
        sizes[kind if sent.at <= until else "later"] += sent.size
    requests = sum(sent.at <= until for _, sent in fetched)
    return Search(query, told["milliseconds"], told["shown"], dict(sizes), requests)


def wait_until_quiet(host: Host) -> None:
    """What is fetched after the results belongs to this query, not to the next one."""
    while True:
        count = len(host.sent)
        time.sleep(QUIET)
        if count == len(host.sent):
            return


def heap_mb(browser: Browser, site: Site, queries: Sequence[str]) -> float:
    """What the page and its workers hold in JavaScript and DOM after some queries; Chromium leaves WebAssembly out."""
    with fresh_page(browser) as page:
        first, *others = queries[:HEAP_QUERIES]
        cold(page, site, first)
        for query in others:
            asked_next(page, site, query)
        return float(page.evaluate(MEMORY)) / 1_000_000
