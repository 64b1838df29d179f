# SPDX-License-Identifier: AGPL-3.0-or-later
"""The words of a rendered article, without its markup."""

from __future__ import annotations

from html.parser import HTMLParser

# A word may go on through these; any other element is a break.
BREAK = "¶"  # no white space: the last word of a paragraph and the first of the next are no term
INLINE = frozenset({"a", "abbr", "b", "code", "del", "em", "i", "s", "span", "strong", "sub", "u"})


def plain_text(html: str) -> str:
    """
    >>> plain_text("<p>S<em>alt</em></p><p>trade</p>")
    '¶Salt¶¶trade¶'
    """
    words = _Words()
    words.feed(html)
    words.close()
    return "".join(words.pieces)


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._break(tag)

    def handle_endtag(self, tag: str) -> None:
        self._break(tag)

    def handle_data(self, data: str) -> None:
        self.pieces.append(data)

    def _break(self, tag: str) -> None:
        if tag not in INLINE:
            self.pieces.append(BREAK)
