"""Which links on a page are references to notes, which elements are the notes, and which links lead back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

ANCHORS = etree.XPath("//a[contains(@href, '#')]")
TARGETS = etree.XPath("//*[@id] | //a[@name]")
# `1`, `[12]`, `(iv)`, `*`, `†`, `note 3`
LABEL = re.compile(r"[\[(]?\s*(?:note\s*)?(?:\d{1,3}|[ivx]{1,6}|[a-z]|[*†‡§¶]{1,4})\s*[\])]?[.:]?", re.IGNORECASE)
NOTE_ID = re.compile(r"(?:^|[_:.-])(?:s?dfoot|foot|end|cite|side|rev)?[_-]?(?:note|ftn|edn|fn|fnt|en)", re.IGNORECASE)
NOTE_NAME = re.compile(r"(?:foot|end|side)-?note", re.IGNORECASE)
BACK_ID = re.compile(r"ref|back|return|anc$|src|text", re.IGNORECASE)
BACK_NAME = re.compile(r"back-?(?:link|ref)|reverse|rev-?footnote|to-?top|return", re.IGNORECASE)
REFERENCE_NAME = re.compile(r"foot|note|\bfn|cit(?:e|ation)|\bref", re.IGNORECASE)
REFERENCE_ROLES = frozenset({"doc-noteref", "noteref"})
NOTE_ROLES = frozenset({"doc-endnote", "doc-footnote", "doc-endnotes", "doc-footnotes", "footnote", "endnote"})
NOTE_BLOCKS = frozenset({"p", "li", "div", "aside", "dd", "section", "blockquote"})
LONGEST_LABEL = 14


@dataclass(frozen=True, slots=True)
class Footnotes:
    """`references` and `notes` share their numbers, 1 for the note that is referred to first."""

    references: dict[HtmlElement, int] = field(default_factory=dict)
    notes: dict[HtmlElement, int] = field(default_factory=dict)
    back_links: set[HtmlElement] = field(default_factory=set)


def find_footnotes(tree: HtmlElement, url: str | None) -> Footnotes:
    """Notes in the usual forms: ARIA's doc-noteref, a raised `<a href="#fn1">`, of Word, Pandoc, WordPress, wikis."""
    anchors = [anchor for anchor in _anchors(tree, url) if looks_like_reference(anchor[0])]
    found = Footnotes()
    if anchors:
        page = _Page(tree, url)
        for anchor, fragment in anchors:
            if anchor not in found.back_links:
                _add(found, page, anchor, fragment)
    return found


def looks_like_reference(anchor: HtmlElement) -> bool:
    """By role, or by a short label that is raised or named like one."""
    if _roles(anchor) & REFERENCE_ROLES:
        return True
    label = "".join(anchor.itertext()).strip()
    if len(label) > LONGEST_LABEL or not LABEL.fullmatch(label):
        return False
    named = f"{anchor.get('class', '')} {anchor.get('href', '')} {anchor.get('rel', '')}"
    return _is_raised(anchor) or REFERENCE_NAME.search(named) is not None or NOTE_ID.search(named) is not None


class _Page:
    """The places that a link on the page can lead to, in their order."""

    def __init__(self, tree: HtmlElement, url: str | None) -> None:
        self.targets: dict[str, HtmlElement] = {}
        self.order: dict[HtmlElement, int] = {}
        self.url = url
        for element in cast("list[HtmlElement]", TARGETS(tree)):
            for key in (element.get("id"), element.get("name")):
                if key:
                    self.targets.setdefault(key, element)
        for position, element in enumerate(tree.iter("*")):
            self.order[element] = position

    def note_for(self, anchor: HtmlElement, fragment: str) -> HtmlElement | None:
        """The block that the link leads to, where it stands further down and looks like a note."""
        target = self.targets.get(fragment)
        note = (
            next((e for e in (target, *target.iterancestors()) if e.tag in NOTE_BLOCKS), None)
            if target is not None
            else None
        )
        if note is None or self.order[note] < self.order[anchor] or note in anchor.iterancestors():
            return None
        return note if _is_note(note, fragment) or any(True for _ in self.back_links(note, anchor)) else None

    def back_links(self, note: HtmlElement, anchor: HtmlElement) -> Iterator[HtmlElement]:
        """Links in the note that lead to the reference or to what stands around it, or say that they do."""
        around = {anchor, *anchor.iterdescendants(), *list(anchor.iterancestors())[:3]}
        previous = anchor.getprevious()
        for link, fragment in _anchors(note, self.url):
            named = f"{link.get('class', '')} {link.get('role', '')} {link.get('rev', '')}"
            target = self.targets.get(fragment)
            leads_back = target is not None and (target in around or target is previous)
            if leads_back or BACK_NAME.search(named) or (_is_short(link) and BACK_ID.search(fragment)):
                yield link


def _add(found: Footnotes, page: _Page, anchor: HtmlElement, fragment: str) -> None:
    note = page.note_for(anchor, fragment)
    if note is None:
        return
    found.references[anchor] = found.notes.setdefault(note, len(found.notes) + 1)
    found.back_links.update(page.back_links(note, anchor))


def _anchors(tree: HtmlElement, url: str | None) -> Iterator[tuple[HtmlElement, str]]:
    """Links to places on the page itself, with the place's name."""
    here = (url or "").partition("#")[0]
    for anchor in tree.iter("a"):
        address, sign, fragment = anchor.get("href", "").partition("#")
        if sign and fragment and address in {"", here}:
            yield anchor, fragment


def _is_note(note: HtmlElement, fragment: str) -> bool:
    around = [note, *list(note.iterancestors())[:4]]
    named = NOTE_ID.search(fragment) or NOTE_NAME.search(note.get("class", ""))
    return named is not None or any(_roles(element) & NOTE_ROLES for element in around)


def _roles(element: HtmlElement) -> set[str]:
    return {*element.get("role", "").split(), *element.get("epub:type", element.get("type", "")).split()}


def _is_raised(anchor: HtmlElement) -> bool:
    return any(True for _ in anchor.iterdescendants("sup")) or any(
        e.tag == "sup" for e in list(anchor.iterancestors())[:3]
    )


def _is_short(link: HtmlElement) -> bool:
    return len("".join(link.itertext()).strip()) <= LONGEST_LABEL
