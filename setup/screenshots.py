"""Photographs a site: each kind of page, as a phone and as a desktop show it, light and dark.

python setup/screenshots.py SITE FOLDER
"""

from __future__ import annotations

import os
import sys
from itertools import product
from pathlib import Path
from typing import Literal, get_args

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.browser.page_kinds import Kind, page_of_kind

SIZES = {"phone": (390, 844), "desktop": (1280, 900)}
Colours = Literal["light", "dark"]
ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


def main() -> None:
    site, folder = (Path(argument).resolve() for argument in sys.argv[1:3])
    if not (site / "index.html").is_file():
        sys.exit(f"{site}: is no site; build one first: make site")
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"), args=ARGUMENTS)
        for kind, size, colours in product(get_args(Kind), SIZES, get_args(Colours)):
            photograph(
                browser, site / page_of_kind(site, kind), SIZES[size], colours, folder / name(kind, size, colours)
            )
        browser.close()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


def name(kind: Kind, size: str, colours: Colours) -> str:
    return f"{kind.replace(' ', '-')}-{size}-{colours}.png"


def photograph(browser: Browser, page: Path, size: tuple[int, int], colours: Colours, picture: Path) -> None:
    """The whole page, however long it is."""
    context = browser.new_context(viewport={"width": size[0], "height": size[1]}, color_scheme=colours)
    tab = context.new_page()
    tab.goto(page.as_uri())
    tab.screenshot(path=picture, full_page=True)
    context.close()


if __name__ == "__main__":
    main()
