# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables and preformatted lines that are wider than the column scroll by themselves, by keyboard too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from pelican.plugins import signals

if TYPE_CHECKING:
    from pelican.contents import Content

# A name that says what one has reached; a group is announced without becoming one more landmark of the page.
FRAME = {"class": "table-scroll", "role": "group", "aria-label": "Table", "tabindex": "0"}


def register() -> None:
    signals.content_object_init.connect(let_blocks_scroll)


def let_blocks_scroll(content: Content) -> None:
    if content._content and ("<table" in content._content or "<pre" in content._content):
        content._content = with_scrolling_blocks(content._content)


def with_scrolling_blocks(html: str) -> str:
    """
    >>> with_scrolling_blocks("<pre>a</pre>")
    '<pre tabindex="0">a</pre>'
    """
    soup = BeautifulSoup(html, "html.parser")
    for table in soup.find_all("table"):
        table.wrap(soup.new_tag("div", attrs=FRAME))
    for block in soup.find_all("pre"):
        block["tabindex"] = "0"
    return soup.decode(formatter="minimal")
