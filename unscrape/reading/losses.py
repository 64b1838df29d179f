"""Which words of a page's markup its tree lacks: an independent count that costs a millisecond."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape

from lxml import etree
from lxml.html import HtmlElement

from unscrape.model import words_of

# Comments, elements without readers' words, and tags. Quotes matter in a tag only behind "=", as in browsers. What is
# never closed goes on to the end, so no alternative fails once it has begun, and no broken tag makes the search slow.
# (Possessive repeats within each other would say the same, but Python 3.11.2, Debian 12's, loses matches by them.) Case
# is ignored in names alone, for each letter that is read so takes as long as ten others.
_ELEMENT = r"<(?i:{0})\b[^<]*(?:<(?!/(?i:{0})\b)[^<]*)*(?:</(?i:{0})\b[^>]*(?:>|\Z)|\Z)"
NO_TEXT = re.compile(
    rf"""<!--(?:-?>|[^-]*(?:-(?!-!?>)[^-]*)*(?:--!?>|\Z))
      | {_ELEMENT.format("script")} | {_ELEMENT.format("style")} | {_ELEMENT.format("template")}
      | <[a-zA-Z/!?](?:[^>=]+|=\s*(?:"[^"]*"|'[^']*')?)*(?:>|\Z)""",
    re.VERBOSE,
)
# By XSLT, since XPath's `//text()` takes quadratic time on long pages and a walk in Python ten times as long.
_TEXTS = etree.XSLT(
    etree.XML(
        """<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
             <xsl:output method="text"/>
             <xsl:template match="script|style|template"/>
             <xsl:template match="text()"><xsl:value-of select="."/><xsl:text> </xsl:text></xsl:template>
           </xsl:stylesheet>"""
    )
)


def lost_words(markup: str, text: str) -> Counter[str]:
    """The words that stand in the markup more often than in its tree's text; mostly none."""
    from_markup = unescape(NO_TEXT.sub(" ", markup))
    if _letters(from_markup) == _letters(text):
        return Counter()
    return Counter(words_of(from_markup)) - Counter(words_of(text))


def text_of(tree: HtmlElement) -> str:
    """All text nodes in order, but for those in scripts, styles and templates, with spaces between them."""
    return str(_TEXTS(tree))


def _letters(text: str) -> str:
    return "".join(text.split())
