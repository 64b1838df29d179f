"""Addresses of links and images, as they may stand in Markdown."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

LINK_SCHEMES = frozenset({"http", "https", "mailto"})
IMAGE_SCHEMES = frozenset({"http", "https", ""})
# Characters that no address may hold as they are, or that Markdown, tables, Pelican ("{filename}", "|static|") and
# HTML would read something into.
UNSAFE = re.compile(r"[\s\x00-\x20\x7f-\x9f\"'<>\[\]\\^`{|}\ud800-\udfff]")
PLAIN = re.compile(r"https?://[a-z0-9.-]+(?:/[A-Za-z0-9_.~%/?#=,:@!$*+-]*)?")
HOST = re.compile(r"^[^\s%<>\[\]\\^`{|}\"]+$")


def link_address(link: str) -> str | None:
    """The address to link to, or None where it must not be a link.

    >>> link_address("https://example.org/a b")
    'https://example.org/a%20b'
    >>> link_address("javascript:alert(1)") is None
    True
    """
    if PLAIN.fullmatch(link):  # as most are: nothing in it to look up or to write otherwise
        return link
    return _written(link) if _scheme(link) in LINK_SCHEMES and _leads_somewhere(link) else None


def image_address(link: str | None) -> str:
    """The address of an image; empty where it is unknown or of a kind that no page should load (`data:`)."""
    return _written(link) if link and _scheme(link) in IMAGE_SCHEMES else ""


def _scheme(link: str) -> str | None:
    try:
        return urlsplit(link.strip()).scheme
    except ValueError:
        return None


def _leads_somewhere(link: str) -> bool:
    """Pages link to "http://Photo Diary" too: that has no host which a browser would look for."""
    parts = urlsplit(link.strip())
    return bool(parts.path) if parts.scheme == "mailto" else bool(HOST.match(parts.netloc))


def _written(link: str) -> str:
    encoded = UNSAFE.sub(lambda match: quote(match[0], safe="", errors="replace"), link.strip())
    if not _balanced(encoded):
        encoded = encoded.replace("(", "%28").replace(")", "%29")
    return re.sub(r"&(?=#|[0-9A-Za-z]+;)", "&amp;", encoded)


def _balanced(address: str) -> bool:
    """Whether each parenthesis has its partner: then Python-Markdown finds the end of the address by itself."""
    depth = 0
    for character in address:
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return False
    return depth == 0
