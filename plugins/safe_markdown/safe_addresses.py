# SPDX-License-Identifier: AGPL-3.0-or-later
"""Links lead to the web or to a mailbox, or they are plain text; images come from the web or from the archive."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from .sanitising import is_address

LINK_SCHEMES = frozenset({"http", "https", "mailto"})
IMAGE_SCHEMES = frozenset({"http", "https", ""})
# Pelican's names for files of the archive itself; it replaces them by their addresses.
HELD_HERE = ("{static}", "{attach}")
OWN_CLASSES = frozenset({"footnote-ref", "footnote-backref"})


class SafeAddressExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        # Once escapes are undone: an address is judged as a browser will read it.
        md.treeprocessors.register(AddressJudge(md), "safe_addresses", -10)


class AddressJudge(Treeprocessor):
    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a" and element.get("class") not in OWN_CLASSES:
                _judge_link(element)
            elif element.tag == "img":
                _judge_image(element)


def _judge_link(link: Element) -> None:
    address = link.get("href", "")
    if not (_is_of(address, LINK_SCHEMES) and is_address(address)) or len(link) + len(link.text or "") == 0:
        link.tag = "span"
        link.attrib.clear()


def _judge_image(image: Element) -> None:
    source = image.get("src", "")
    if not (_is_held_here(source) or _is_elsewhere(source)):
        image.set("src", "")


def _is_held_here(source: str) -> bool:
    """Whether it names a file below the archive: Pelican decodes the path, and would follow a ".." out of it."""
    path = unquote(source).replace("\\", "/")
    return source.startswith(HELD_HERE) and ".." not in path.partition("}")[2].split("/")


def _is_elsewhere(source: str) -> bool:
    """Braces and bars are how Pelican marks names that it replaces."""
    return "{" not in source and "|" not in source and _is_of(source, IMAGE_SCHEMES)


def _is_of(address: str, schemes: frozenset[str]) -> bool:
    try:
        return urlsplit(address).scheme in schemes
    except ValueError:
        return False
