"""A page's words, counted straight from the tree or the text: what the ledger must account for, whatever the walk does."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from unscrape.blocks.tags import TREATMENTS
from unscrape.model import ScrapedPage, words_of

INLINE = frozenset({"inline"})


def words_of_page(page: ScrapedPage) -> tuple[str, ...]:
    """The page's words in order, as they were read: before anything was mended."""
    text = page.text if page.tree is None else "".join(_texts(page.tree))
    for before, after in page.repairs:
        text = text.replace(after, before, 1)
    return tuple(words_of(text))


def _texts(tree: HtmlElement) -> Iterator[str]:
    """Texts and alternative texts in order; between two elements that break a line, a line end."""
    walker = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        name = element.tag if isinstance(element.tag, str) else ""
        treatment = TREATMENTS.get(name)
        skipped = treatment is not None and treatment.flow == "skipped"
        apart = "" if treatment is None or treatment.flow in INLINE else "\n"
        if event == "start":
            yield apart
            if skipped:
                walker.skip_subtree()
            elif element.text:
                yield element.text
            if treatment is not None and treatment.flow == "image" and element.get("alt"):
                yield f"\n{element.get('alt')}\n"
        else:
            yield apart
            if element.tail and element is not tree:
                yield element.tail
