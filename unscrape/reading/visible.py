"""A page's words, counted straight from its texts: what the ledger must account for, whatever the walk does."""

from __future__ import annotations

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
    text = page.text if page.tree is None else str(_TEXTS(page.tree))
    words = words_of(text)
    for before, after in page.repairs:
        _replace(words, words_of(after), words_of(before))
    return tuple(words)


def _replace(words: list[str], olds: list[str], news: list[str]) -> None:
    """Puts the new words where the first of the old ones stands."""
    position = words.index(olds[0]) if olds and olds[0] in words else len(words)
    for word in olds:
        if word in words:
            words.remove(word)
    words[position:position] = news
