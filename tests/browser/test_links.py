"""Every link of every page, checked without a browser: each leads to a file of the site, and stays within it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup

from tests.browser.page_kinds import all_pages

ADDRESSES = {"a": "href", "link": "href", "script": "src", "form": "action"}


def test_every_link_leads_to_a_file(sample_site: Path) -> None:
    broken = [
        f"{path}: {address}"
        for path in all_pages(sample_site)
        for address in own_addresses(sample_site / path)
        if not leads_to_a_file(sample_site, path, address)
    ]
    assert not broken, "\n".join(broken)


def own_addresses(page: Path) -> list[str]:
    soup = BeautifulSoup(page.read_bytes(), "lxml")
    found = [element.get(ADDRESSES[element.name]) for element in soup.find_all(list(ADDRESSES))]
    return [str(address) for address in found if address and not urlsplit(str(address)).scheme]


def leads_to_a_file(site: Path, path: str, address: str) -> bool:
    """Whether the address is relative, within the site, and of a file: a folder's address shows a listing from disk."""
    target = unquote(urlsplit(address).path)
    if target.startswith("/"):
        return False
    file = ((site / path).parent / target).resolve() if target else site / path
    return file.is_file() and file.is_relative_to(site.resolve())


def test_every_fragment_is_there(sample_site: Path) -> None:
    """On the page itself, and on other pages of the site."""
    pages = {path: BeautifulSoup((sample_site / path).read_bytes(), "lxml") for path in all_pages(sample_site)}
    there = {path: {str(element["id"]) for element in soup.find_all(id=True)} for path, soup in pages.items()}
    missing = []
    for path, soup in pages.items():
        for link in soup.select("a[href*='#']"):
            address, _, fragment = str(link["href"]).partition("#")
            if not urlsplit(address).scheme and unquote(fragment) not in there[page_at(sample_site, path, address)]:
                missing.append(f"{path}: {link['href']}")
    assert not missing, "\n".join(missing)


def page_at(site: Path, path: str, address: str) -> str:
    if not address:
        return path
    return ((site / path).parent / unquote(address)).resolve().relative_to(site.resolve()).as_posix()
