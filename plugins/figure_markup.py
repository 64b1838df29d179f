# SPDX-License-Identifier: AGPL-3.0-or-later
"""Figures: a paragraph of images, and the wholly emphasised paragraph after it, their caption (docs/formats.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString
from pelican.plugins import signals

if TYPE_CHECKING:
    from pelican.contents import Content


def register() -> None:
    signals.content_object_init.connect(mark_figures_of)


def mark_figures_of(content: Content) -> None:
    if content._content and "<img" in content._content:
        content._content = mark_figures(content._content)


def mark_figures(html: str) -> str:
    """
    >>> mark_figures('<p><img src="b.jpg"/></p><p><em>The third bridge.</em></p>')
    '<figure><img src="b.jpg"/><figcaption>The third bridge.</figcaption></figure>'
    """
    soup = BeautifulSoup(html, "html.parser")
    for paragraph in soup.find_all("p"):
        if _is_of_images(paragraph):
            _mark(paragraph, soup)
    return soup.decode(formatter="minimal")


def _mark(paragraph: Tag, soup: BeautifulSoup) -> None:
    caption = _caption_after(paragraph)
    paragraph.name = "figure"
    if caption:
        caption.name = "figcaption"
        for emphasis in caption.find_all("em", recursive=False):
            emphasis.unwrap()
        paragraph.append(caption.extract())


def _caption_after(paragraph: Tag) -> Tag | None:
    following = paragraph.find_next_sibling()
    return following if following and following.name == "p" and _is_made_of(following, "em") else None


def _is_of_images(paragraph: Tag) -> bool:
    """Images alone, or images that are links."""
    return bool(paragraph.find("img")) and not paragraph.get_text(strip=True) and _is_made_of(paragraph, "img", "a")


def _is_made_of(paragraph: Tag, *names: str) -> bool:
    """Nothing but such elements, white space and line breaks."""
    parts = [part for part in paragraph.children if not (isinstance(part, NavigableString) and not part.strip())]
    elements = [part for part in parts if not (isinstance(part, Tag) and part.name == "br")]
    return bool(elements) and all(isinstance(part, Tag) and part.name in names for part in elements)
