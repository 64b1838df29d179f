"""What every test may ask for: the sample archive as a built site, a server of it, and pages in a real Chromium."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, sync_playwright

from setup.browser import find_browser
from setup.serve import server

REPOSITORY = Path(__file__).parent.parent
ARCHIVE_FOLDERS = ("scraped", "curation", "content", "ledger")
BUNDLE = REPOSITORY / "themes/reader/static/js/reader.js"
CHROMIUM_OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TELL_VIOLATIONS = """document.addEventListener("securitypolicyviolation", event =>
    console.error(`CSP: ${event.violatedDirective} forbids ${event.blockedURI} at ${event.sourceFile}`))"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--rewrite-expected", action="store_true", help="write what cleaning cases yield as expected")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks what opens a browser, so that `-m "not browser"` leaves it out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def repository() -> Path:
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of seeds and real pages beside the repository; a clone alone doesn't have it."""
    folder = Path(os.environ.get("UNSCRAPE_SHARED", REPOSITORY.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"needs the folder {folder}, which is not part of the repository")
    return folder


@pytest.fixture(scope="session")
def sample_archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the repository's own archive, cleaned and built as `make site` does it, once a session."""
    if not BUNDLE.is_file():
        pytest.fail("The browser code isn't bundled yet: run make ready")
    archive = tmp_path_factory.mktemp("sample archive")
    for name in ARCHIVE_FOLDERS:
        if (REPOSITORY / name).is_dir():
            shutil.copytree(REPOSITORY / name, archive / name)
    build(archive)
    return archive


def build(archive: Path) -> None:
    """Does what `make site ARCHIVE=…` does, with this Python; fails with its output."""
    command = ["setup/site.sh", sys.executable, "pelicanconf.py", "build-report.json"]
    environment = os.environ | {"ARCHIVE": str(archive), "SITEURL": ""}
    made = subprocess.run(
        command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False, timeout=600
    )
    if made.returncode:
        pytest.fail(f"The sample archive doesn't build:\n{made.stdout}\n{made.stderr}", pytrace=False)


@pytest.fixture(scope="session")
def sample_site(sample_archive: Path) -> Path:
    """The folder output/ of the sample archive."""
    return sample_archive / "output"


@pytest.fixture(scope="session")
def site_address(sample_site: Path) -> Iterator[str]:
    """The address of the sample's site, without a slash at its end, served from 127.0.0.1."""
    with server(sample_site) as site:
        threading.Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}"
        site.shutdown()


@pytest.fixture(params=["http", "disk"])
def site_root(request: pytest.FixtureRequest, sample_site: Path) -> str:
    """Where the site begins, from a server and from disk: a test that asks for it runs twice."""
    if request.param == "disk":
        return sample_site.as_uri()
    address: str = request.getfixturevalue("site_address")
    return address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A Chromium with a new profile. `make test` brings one; without any, tests fail and say what to install."""
    path = find_browser()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_OPTIONS))
        yield started
        started.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """An empty tab. At the end of the test any error in its console, violation of the CSP or request to another host
    is a failure.
    """
    context = browser.new_context()
    tab = context.new_page()
    faults = watch(tab)
    yield tab
    context.close()
    assert not faults, "\n".join(faults)


def watch(tab: Page) -> list[str]:
    """The tab's faults, told as they happen: the list grows."""
    faults: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            faults.append(f"{tab.url}: console: {message.text}")

    def see(request: Request) -> None:
        if urlsplit(request.url).scheme in {"http", "https", "ws"} and urlsplit(request.url).hostname != "127.0.0.1":
            faults.append(f"{tab.url}: asks another host: {request.url}")

    tab.set_default_timeout(15_000)
    tab.add_init_script(TELL_VIOLATIONS)
    tab.on("console", hear)
    tab.on("pageerror", lambda error: faults.append(f"{tab.url}: {error}"))
    tab.on("request", see)
    return faults
