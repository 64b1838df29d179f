"""A page's words, counted straight from its texts: what the ledger must account for, whatever the walk does."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from unscrape.model import ScrapedPage, words_of

UNSEEN = frozenset({"script", "style", "template"})
OF_THE_HEAD = frozenset({"title", "meta", "link", "base", "basefont", "bgsound", "noscript"})
WITH_ALT = frozenset({"img", "image", "input", "area", "amp-img", "amp-anim"})


def words_as_read(page: ScrapedPage) -> tuple[str, ...]:
    """The page's words in order, before anything was mended or joined: text by text, alternative texts too."""
    text = page.text if page.tree is None else "\n".join(_texts(page.tree))
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


def _texts(tree: HtmlElement) -> Iterator[str]:
    """Text nodes in order, and the texts that stand for images."""
    walker = etree.iterwalk(tree, events=("start", "end", "comment"))
    for event, element in walker:
        if event == "start":
            if element.tag in UNSEEN or _is_of_the_head(element):
                walker.skip_subtree()
                continue
            yield element.text or ""
            if element.tag in WITH_ALT:
                yield element.get("alt") or ""
        elif element is not tree:
            yield element.tail or ""


def _is_of_the_head(element: HtmlElement) -> bool:
    """Of a head only what belongs there goes unseen: lxml leaves unknown elements in it, a browser shows them."""
    parent = element.getparent() if element.tag in OF_THE_HEAD else None
    return parent is not None and parent.tag == "head"
