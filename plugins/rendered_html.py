# SPDX-License-Identifier: AGPL-3.0-or-later
"""An article's HTML as safe_markdown renders it, opened and written again without waking Pelican.

Pelican replaces `{name}` and `|name|` in links. safe_markdown hides those that an article merely quotes behind
character references; BeautifulSoup reads these as the characters, so writing has to hide them again.
"""

from __future__ import annotations

from bs4 import BeautifulSoup
from bs4.dammit import EntitySubstitution
from bs4.formatter import HTMLFormatter

# What begins the address of a file that the archive itself holds.
HELD_HERE = ("{static}", "{attach}")


def open_html(html: str) -> BeautifulSoup:
    return BeautifulSoup(html, "html.parser")


def written(soup: BeautifulSoup) -> str:
    """
    >>> written(open_html('<p>A &amp; B <a href="&#123;filename}x">{b}</a><img src="{static}/b.png"></p>'))
    '<p>A &amp; B <a href="&#123;filename}x">&#123;b}</a><img src="{static}/b.png"></p>'
    """
    return soup.decode(formatter=FORMATTER)


def _escaped(text: str) -> str:
    kept = next((place for place in HELD_HERE if text.startswith(place)), "")
    quoted: str = EntitySubstitution.substitute_xml(text[len(kept) :])
    return kept + quoted.replace("{", "&#123;").replace("|", "&#124;")


FORMATTER = HTMLFormatter(entity_substitution=_escaped, void_element_close_prefix="")
