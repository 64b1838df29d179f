# SPDX-License-Identifier: AGPL-3.0-or-later
"""Images that stay at their own address: a frame with the alt text and a link takes their place.

A page of the archive asks no other host for anything, and its Content-Security-Policy wouldn't let it. Only images that
the archive itself holds ({static}, {attach}) are shown. The frame adds no word to the text: what the alt text doesn't
say, the style sheet takes from attributes, so that search, quotes and word counts see the original's words alone.
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from pelican.plugins import signals
from rendered_html import HELD_HERE, open_html, written

if TYPE_CHECKING:
    from pelican.contents import Content

REMOTE = ("http", "https")


def register() -> None:
    signals.content_object_init.connect(frame_images_of)


def frame_images_of(content: Content) -> None:
    if content._content and "<img" in content._content:
        content._content = frame_remote_images(content._content)


def frame_remote_images(html: str) -> str:
    """
    >>> print(frame_remote_images('<p><img alt="A bridge" src="https://example.org/b.jpg"/></p>'))
    <p><span class="remote-image" data-host="example.org"><a href="https://example.org/b.jpg" rel="external">A bridge</a></span></p>
    """  # noqa: E501
    soup = open_html(html)
    for image in soup.find_all("img"):
        if not _attribute(image, "src").startswith(HELD_HERE):
            image.replace_with(_frame(image, soup))
    return written(soup)


def _frame(image: Tag, soup: BeautifulSoup) -> Tag:
    """The link inside leads to the image, unless the image is itself the text of a link: links don't nest."""
    address, host = _address(image)
    frame = soup.new_tag("span", attrs={"class": "remote-image"} | ({"data-host": host} if host else {}))
    if host and image.find_parent("a") is None:
        frame.append(_named(soup.new_tag("a", attrs={"href": address, "rel": "external"}), image))
    else:
        frame.append(_named(soup.new_tag("span"), image))
    return frame


def _named(element: Tag, image: Tag) -> Tag:
    """With the alt text; an image without one goes by the name of its file, kept out of the text."""
    if alt := _attribute(image, "alt").strip():
        element.string = alt
    else:
        element["data-file"] = _file_name(image)
        element["aria-label"] = element["data-file"]
        if element.name == "span":
            element["role"] = "img"
    return element


def _address(image: Tag) -> tuple[str, str | None]:
    """The image's address, and its host where that is known: a relative address leads nowhere from here."""
    address = _attribute(image, "src")
    parts = _parts(f"https:{address}" if address.startswith("//") else address)
    return parts.geturl(), parts.hostname if parts.scheme in REMOTE else None


def _file_name(image: Tag) -> str:
    return PurePosixPath(unquote(_parts(_attribute(image, "src")).path)).name or "image"


def _parts(address: str) -> SplitResult:
    """An address that is none ("https://[") has no parts; the image then goes without a link."""
    try:
        return urlsplit(address)
    except ValueError:
        return urlsplit("")


def _attribute(element: Tag, name: str) -> str:
    value = element.get(name)
    return value if isinstance(value, str) else ""
