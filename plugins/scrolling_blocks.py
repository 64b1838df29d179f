# SPDX-License-Identifier: AGPL-3.0-or-later
"""Tables and preformatted lines that are wider than the column scroll by themselves, by keyboard too.

A cell's alignment, which Markdown gives as an attribute that HTML has given up, becomes a class on the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican.plugins import signals
from rendered_html import open_html, written

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
    soup = open_html(html)
    for table in soup.find_all("table"):
        table.wrap(soup.new_tag("div", attrs=FRAME))
    for cell in soup.find_all(["th", "td"], align=True):
        cell["class"] = f"align-{cell['align']}"
        del cell["align"]
    for block in soup.find_all("pre"):
        block["tabindex"] = "0"
    return written(soup)
