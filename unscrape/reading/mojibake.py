"""Mending mojibake by ftfy's encoding repair alone: quotes, ligatures, widths and spaces stay as they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import ftfy
from ftfy.chardata import UTF8_CLUES, UTF8_DETECTOR_RE
from lxml.html import HtmlElement

from unscrape.reading.xml_limits import xml_text

ENCODING_ONLY = ftfy.TextFixerConfig(replace_lossy_sequences=False, explain=False)
# Attributes that readers, or the search for metadata, take words from.
WORDED_ATTRIBUTES = ("alt", "title", "content")
UNSEEN = frozenset({"head", "script", "style", "template"})
SPACES = re.compile(r"[ \t\n\r\f]+")
C1_CONTROL = re.compile("[\x80-\x9f]")
# What UTF8_DETECTOR_RE finds begins with one of these; with the control characters, most pages have none of them.
FIRST_OF_BROKEN = re.compile(
    f"[\x80-\x9f{re.escape(''.join(UTF8_CLUES[f'utf8_first_of_{count}'] for count in (2, 3, 4)))}]"
)

Repair = tuple[str, str]


def mend(text: str) -> str:
    """The text as it was before somebody read UTF-8 as something else; any other text comes back unchanged.

    >>> mend("CafÃ© “Zur Brücke”")
    'Café “Zur Brücke”'
    """
    return text if text.isascii() else ftfy.fix_encoding(text, ENCODING_ONLY)


def mend_text(text: str) -> tuple[str, tuple[Repair, ...]]:
    """A dump, mended line by line, and what was changed, in the order of the lines."""
    if not _may_be_broken(text):
        return text, ()
    lines = text.splitlines(keepends=True)
    mended = [mend(line) for line in lines]
    return "".join(mended), tuple(_repairs(zip(lines, mended, strict=True)))


def mend_tree(tree: HtmlElement, text: str) -> tuple[Repair, ...]:
    """Mends a tree's texts in place, and tells the changes in those that a reader sees; `text` is what they say."""
    if not _may_be_broken(text):
        return ()
    return tuple(_repairs(_mended_parts(tree)))


def _may_be_broken(text: str) -> bool:
    """A quick look at the words: ftfy's own look at all the text takes longer than the rest of reading."""
    if text.isascii() or not FIRST_OF_BROKEN.search(text):
        return False
    for space in "\t\n\r\f":
        text = text.replace(space, " ")
    words = {f"{word} " for word in text.split(" ") if not word.isascii()}  # "à" lost its second half to a space
    return any((UTF8_DETECTOR_RE.search(word) or C1_CONTROL.search(word)) and mend(word) != word for word in words)


def _mended_parts(tree: HtmlElement) -> Iterator[Repair]:
    """The texts that a reader sees, before and after; the others are mended without a word."""
    for node in tree.iter():
        if isinstance(node.tag, str):
            alt, text = node.get("alt"), node.text
            _mend_inside(node)
            if not _is_unseen(node):
                yield from (
                    (before or "", after or "") for before, after in ((text, node.text), (alt, node.get("alt")))
                )
        tail = node.tail
        if tail:
            node.tail = xml_text(mend(tail))
            if not _is_unseen(node.getparent()):
                yield tail, node.tail


def _mend_inside(element: HtmlElement) -> None:
    if element.text:
        element.text = xml_text(mend(element.text))
    for name in WORDED_ATTRIBUTES:
        value = element.get(name)
        if value:
            element.set(name, xml_text(mend(value)))


def _is_unseen(element: HtmlElement | None) -> bool:
    return element is None or element.tag in UNSEEN or any(True for _ in element.iterancestors(*UNSEEN))


def _repairs(pairs: Iterable[Repair]) -> Iterator[Repair]:
    """Of each changed text the changed words only, where both have as many."""
    for before, after in pairs:
        if before == after:
            continue
        olds, news = SPACES.split(before), SPACES.split(after)  # no-break spaces are among what is mended
        if len(olds) == len(news):
            yield from ((old, new) for old, new in zip(olds, news, strict=True) if old != new)
        else:
            yield before.strip(), after.strip()
