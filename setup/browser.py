"""Finds a Chromium for the tests, or brings one: `python setup/browser.py` prints its path. `… firefox`: a Firefox.

A Chromium that is there comes first ($CHROMIUM, then PATH), then Debian's package where packages may be installed, then
Playwright's download. Where none can be had it says what to install, and fails: the tests never pass by skipping it.
Firefox is for a smoke test. It comes from Debian alone, and where it can't be had its test is skipped and says so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable

FIREFOX = ("firefox-esr", "firefox")
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
HOW_TO = (
    "No Chromium for the browser tests: install one (apt-get install chromium), or name yours: CHROMIUM=/path make test"
)


class NoBrowser(Exception):
    """Says in one line what to install."""


def find_browser() -> str | None:
    """The path of a Chromium that is there and starts. Raises NoBrowser when $CHROMIUM names one that doesn't."""
    wanted = os.environ.get("CHROMIUM")
    if wanted:
        path = shutil.which(wanted)
        if path is None or not starts(path):
            raise NoBrowser(f"CHROMIUM={wanted} is no browser that starts. {HOW_TO}")
        return path
    return next((path for path in map(shutil.which, NAMES) if path and starts(path)), None)


def bring_browser() -> str:
    """The path of a Chromium, installed when there was none. Raises NoBrowser when none can be had."""
    for way in (find_browser, debian_package, playwright_download):
        path = way()
        if path:
            return path
    raise NoBrowser(HOW_TO)


def find_firefox() -> str | None:
    return next((path for path in map(shutil.which, FIREFOX) if path and starts(path)), None)


def bring_firefox() -> str:
    """The path of a Firefox; the empty string where none can be had."""
    if find_firefox() is None:
        install("firefox-esr")
    return find_firefox() or ""


def debian_package() -> str | None:
    """Debian's package `chromium`, where we may install packages without being asked for a password."""
    install("chromium")
    return find_browser()


def install(package: str) -> None:
    as_root = root_prefix()
    if as_root is None or shutil.which("apt-get") is None:
        return
    say(f"Installing Debian's package {package} for the browser tests")
    apt = [*as_root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    run([*apt, "update"])
    run([*apt, "install", "--yes", "--no-install-recommends", package])


def playwright_download() -> str | None:
    """Playwright's own Chromium, downloaded once into the user's cache."""
    say("Downloading Playwright's Chromium for the browser tests")
    with_libraries = ["--with-deps"] if root_prefix() is not None and shutil.which("apt-get") else []
    for options in (with_libraries, []):
        if run([sys.executable, "-m", "playwright", "install", *options, "chromium"]):
            break
    return next(filter(starts, playwright_paths()), None)


def playwright_paths() -> Iterable[str]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return (playwright.chromium.executable_path,)


def starts(path: str) -> bool:
    """Whether the program answers for its version: Ubuntu's `chromium-browser` may be a note that asks for a snap."""
    return run([path, "--version"], timeout=60, quiet=True)


def root_prefix() -> list[str] | None:
    """What to put before a command so that it runs as root; None when only a password would get us there."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if shutil.which("sudo") and run(["sudo", "-n", "true"], quiet=True) else None


def run(command: list[str], timeout: float = 900, quiet: bool = False) -> bool:
    """Whether the command ended well. Its output goes to stderr: stdout is for the path alone."""
    output = subprocess.DEVNULL if quiet else sys.stderr
    try:
        ended = subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=output, stderr=output, timeout=timeout, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0


def say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def main(ways: Callable[[], str] = bring_browser) -> None:
    try:
        print(ways())
    except NoBrowser as problem:
        raise SystemExit(str(problem)) from None


if __name__ == "__main__":
    main(bring_firefox if sys.argv[1:] == ["firefox"] else bring_browser)
