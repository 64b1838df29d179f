"""A page's words, counted straight from its texts: what the ledger must account for, whatever the walk does."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence

from lxml import etree

from unscrape.model import ScrapedPage, words_of

# Script, style and template go unseen; of a head only what belongs there, since lxml leaves unknown elements in it and
# a browser shows them. An image's own text, where it has any, comes before its alternative.
_TEXTS = etree.XSLT(
    etree.XML(
        """<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
             <xsl:output method="text"/>
             <xsl:template match="script|style|template"/>
             <xsl:template match="head/title|head/meta|head/link|head/base|head/basefont|head/bgsound|head/noscript"/>
             <xsl:template match="img|image|input|area|amp-img|amp-anim">
               <xsl:apply-templates select="node()[1][self::text()]"/>
               <xsl:value-of select="@alt"/><xsl:text>&#10;</xsl:text>
               <xsl:apply-templates select="node()[position() > 1 or not(self::text())]"/>
             </xsl:template>
             <xsl:template match="text()"><xsl:value-of select="."/><xsl:text>&#10;</xsl:text></xsl:template>
           </xsl:stylesheet>"""
    )
)


def words_as_read(page: ScrapedPage) -> tuple[str, ...]:
    """The page's words in order, before anything was mended or joined: text by text, alternative texts too."""
    words = words_of(page.text if page.tree is None else str(_TEXTS(page.tree)))
    return tuple(_with_repairs_undone(words, page.repairs) if page.repairs else words)


def _with_repairs_undone(words: Sequence[str], repairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    """The words, with what a repair found in the place of what it made: once through, a page may have many repairs."""
    gone: set[int] = set()
    found: dict[int, list[str]] = defaultdict(list)
    places = _places(words, {word for _, after in repairs for word in words_of(after)})
    for before, after in repairs:
        taken = [places[word].popleft() for word in words_of(after) if places[word]]
        found[taken[0] if taken else len(words)] += words_of(before)
        gone.update(taken)
    for at, word in enumerate(words):
        yield from found.get(at, ())
        if at not in gone:
            yield word
    yield from found.get(len(words), ())


def _places(words: Sequence[str], wanted: set[str]) -> dict[str, deque[int]]:
    """Where each of the wanted words stands, first to last."""
    places: dict[str, deque[int]] = {word: deque() for word in wanted}
    for at, word in enumerate(words):
        if word in wanted:
            places[word].append(at)
    return places
