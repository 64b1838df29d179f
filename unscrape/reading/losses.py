"""Which words of a page's markup its tree lacks: an independent count that costs a millisecond."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from unscrape.model import words_of

# Comments, elements without readers' words, and tags. Quotes matter in a tag only behind "=", as in browsers;
# all repeats are possessive, so that no broken tag can make the search slow.
NO_TEXT = re.compile(
    r"""<!--(?:-?>|.*?(?:--!?>|\Z))
      | <(script|style|template)\b.*?(?:</\1\b[^>]*>|\Z)
      | <[a-zA-Z/!?](?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+)*+>""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_TEXTS = etree.XPath("//text()[not(parent::script or parent::style)][not(ancestor::template)]", smart_strings=False)


def lost_words(markup: str, tree: HtmlElement) -> Counter[str]:
    """The words that stand in the markup more often than in the tree; mostly none."""
    from_markup, from_tree = unescape(NO_TEXT.sub(" ", markup)), " ".join(texts(tree))
    if _letters(from_markup) == _letters(from_tree):
        return Counter()
    return Counter(words_of(from_markup)) - Counter(words_of(from_tree))


def texts(tree: HtmlElement) -> list[str]:
    """A tree's text nodes in order, but for those in scripts, styles and templates."""
    return cast("list[str]", _TEXTS(tree))


def _letters(text: str) -> str:
    return "".join(text.split())
