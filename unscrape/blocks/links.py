"""Addresses as a page gives them → addresses that work from anywhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from unscrape.reading.markers import unwrap_wayback

ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
NO_ADDRESS = re.compile(r"(?:javascript|vbscript|data|blob|about|cid):", re.IGNORECASE)
WEB = re.compile(r"https?://[^/\s]+", re.IGNORECASE)
# What urljoin takes over letter by letter, but for `/.` and `/..`.
PATH = re.compile(r"/(?!/)[\w.~%@!$&'()*+,:=/-]*(?:\?[\w.~%@!$&'()*+,:=/-]+)?(?:#[\w.~%@!$&'()*+,:=/-]+)?")
WHITE_SPACE = re.compile(r"[\t\n\r\f]")
# Where pages that load images late keep the true address; the first that is there wins.
IMAGE_SOURCES = ("src", "data-src", "data-lazy-src", "data-original", "data-srcset", "srcset")
PLACEHOLDER = re.compile(r"^data:|(?:^|/)(?:blank|spacer|placeholder|pixel|1x1)\.(?:gif|png|svg)$|^$", re.IGNORECASE)


class Links:
    """Makes one page's links absolute where its address is known; otherwise leaves them as they stand."""

    def __init__(self, tree: HtmlElement, url: str | None) -> None:
        self.base = _base(tree, url)
        self._root = _root(self.base)
        self._seen: dict[str, str | None] = {}

    def resolve(self, href: str) -> str | None:
        """None for what is no address (scripts, embedded data)."""
        if href not in self._seen:
            self._seen[href] = self._resolve(WHITE_SPACE.sub("", href.strip()))
        return self._seen[href]

    def image(self, attributes: Mapping[str, str]) -> str | None:
        """The address of an image, past the placeholders of pages that load it late."""
        candidates = (attributes.get(name, "").strip() for name in IMAGE_SOURCES)
        found = next((value for value in candidates if not PLACEHOLDER.search(value)), None)
        return self.resolve(found.split()[0].rstrip(",")) if found else None

    def _resolve(self, href: str) -> str | None:
        if NO_ADDRESS.match(href):
            return None
        if "/web/" in href:
            href = unwrap_wayback(href)[0]
        if ABSOLUTE.match(href) or not self.base:
            return href
        if self._root and PATH.fullmatch(href) and "/." not in href:
            return self._root + href
        try:
            return urljoin(self.base, href)
        except ValueError:  # `//[broken`
            return href


def _base(tree: HtmlElement, url: str | None) -> str | None:
    """What relative addresses start from: <base>, over the page's address, over the page's own word for it."""
    url = url or _own_address(tree)
    declared = next((element.get("href") for element in tree.iter("base") if element.get("href")), None)
    try:
        base = urljoin(url or "", unwrap_wayback(declared.strip())[0]) if declared else url
    except ValueError:
        return url
    return base if base and ABSOLUTE.match(base) else None


def _root(base: str | None) -> str | None:
    """What a plain path is set behind, for web addresses: urljoin says the same, and takes twenty times as long."""
    try:
        parts = urlsplit(base or "")
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}" if parts.scheme in ("http", "https") and parts.netloc else None


def _own_address(tree: HtmlElement) -> str | None:
    """The canonical address or og:url, where it is a whole one. A scrape without a known address often has it."""
    told = [element.get("href", "") for element in tree.iter("link") if element.get("rel", "").lower() == "canonical"]
    told += [element.get("content", "") for element in tree.iter("meta") if element.get("property") == "og:url"]
    return next((address.strip() for address in told if WEB.match(address.strip())), None)
