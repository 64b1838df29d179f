"""A page's tree → Blocks: one walk, without recursion, over every element, text and alternative text."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from lxml import etree
from lxml.html import HtmlElement

from unscrape.blocks.assembly import Assembly, Split
from unscrape.blocks.footnotes import Footnotes, find_footnotes
from unscrape.blocks.frame import Frame
from unscrape.blocks.links import Links
from unscrape.blocks.tables import Grid, is_data_table
from unscrape.blocks.tags import (
    BLOCK,
    INLINE,
    TREATING_ATTRIBUTES,
    TREATING_CLASS,
    TREATMENTS,
    Flow,
    Treatment,
    treatment_by_attributes,
)
from unscrape.blocks.visibility import HIDING_ATTRIBUTES, hidden_by
from unscrape.model import Container, ContainerKind, ScrapedPage

METADATA = frozenset(
    {"title", "meta", "link", "base", "basefont", "bgsound", "script", "style", "noscript", "template"}
)


def from_html(page: ScrapedPage) -> Split:
    """The page's blocks in order: every text outside head, scripts, styles and templates, and every alt text.

    What a browser hides is among them, in blocks of its own whose place says how it is hidden.
    """
    if page.tree is None:
        return Split((), ())
    footnotes = find_footnotes(page.tree, page.url)
    return _Walk(page.tree, Links(page.tree, page.url), footnotes, telling_attributes(page.text)).split()


def telling_attributes(markup: str) -> frozenset[str]:
    """Those by which an element may be treated otherwise than its tag says. Most pages' classes are none of them."""
    return TREATING_ATTRIBUTES | HIDING_ATTRIBUTES | ({"class"} if TREATING_CLASS in markup else frozenset())


class _Walk:
    """Where the walk stands. It refers to none of its own methods: a ring would keep the page until a collection."""

    def __init__(self, tree: HtmlElement, links: Links, footnotes: Footnotes, telling: frozenset[str]) -> None:
        self._walker = etree.iterwalk(tree, events=("start", "end", "comment"))
        self._links = links
        self._footnotes = footnotes
        self._notes = footnotes.notes
        self._telling = telling
        self._implied: dict[Frame, Container] = {}  # the lists around items that have none, by what the items are in
        self._numbers = count(len(footnotes.notes) + 1)
        self._elements = count(1)
        self._frame = Frame(tree, "", {}, None)
        self._assembly = Assembly()

    def split(self) -> Split:
        assembly = self._assembly
        for event, element in self._walker:
            if event == "start":
                self._open(element)
            else:
                frame = self._frame
                if frame.element is element:  # else a comment, or what was skipped
                    if frame.flow != "inline":
                        self._close(frame, frame.flow)
                    frame = self._frame = frame.parent or frame
                if tail := element.tail:
                    assembly.add_text(tail, frame, element)
        return assembly.finish(self._frame)

    def _open(self, element: HtmlElement) -> None:
        tag = element.tag
        treatment = TREATMENTS.get(tag, INLINE)
        outer = self._frame
        if treatment.flow == "skipped" or (tag in METADATA and outer.tag == "head"):
            if tag != "head" or all(child.tag in METADATA for child in element.iterchildren("*")):
                self._walker.skip_subtree()
                return
            treatment = BLOCK  # lxml leaves unknown elements in the head; a browser shows them
        attributes = dict(element.items())
        frame = Frame(element, tag, attributes, outer, next(self._elements))
        if attributes and not self._telling.isdisjoint(attributes):
            treatment = treatment_by_attributes(attributes, treatment)
            if frame.hidden is None:
                frame.hidden = hidden_by(tag, attributes)
        if treatment.hidden and frame.hidden is None:
            frame.hidden = treatment.hidden
        if self._notes or frame.cell:
            self._enter(frame, treatment)
        elif treatment is not INLINE:  # plain elements in running text change nothing
            _OPENERS[treatment.flow](self, frame, treatment)
        self._frame = frame
        if text := element.text:
            self._assembly.add_text(text, frame, element)

    def _enter(self, frame: Frame, treatment: Treatment) -> None:
        note = self._notes.get(frame.element)
        if note:
            self._open_note(frame, note)
        elif frame.cell and treatment.flow in {"block", "list", "item", "rule", "row"}:
            self._open_inside_cell(frame, treatment)
        else:
            _OPENERS[treatment.flow](self, frame, treatment)

    def _close(self, frame: Frame, flow: Flow) -> None:
        """Ends what is more than running text."""
        if flow == "block":
            self._assembly.flush(frame)
        elif flow == "cell":
            self._assembly.flush_cell(frame)
        elif flow == "break":
            self._assembly.add("break", "", frame, frame.element)
        elif flow == "spaced":
            self._assembly.add("space", "", frame, frame.element)
        elif flow == "quotation":
            self._assembly.add_text("”", frame, frame.element)

    # Running text.

    def _open_inline(self, frame: Frame, treatment: Treatment) -> None:
        mark = treatment.mark
        if mark and "footnote_ref" not in frame.marks and not (mark == frame.kind == "code"):
            frame.marks |= {mark}

    def _open_link(self, frame: Frame, treatment: Treatment) -> None:
        frame.flow = "link"
        note = self._footnotes.references.get(frame.element)
        href = frame.attributes.get("href")
        if note:
            frame.marks, frame.link = frozenset({"footnote_ref"}), f"fn-{note}"
        elif frame.element in self._footnotes.back_links:
            frame.marks, frame.aside = frozenset(), True
        elif href:
            frame.link = self._links.resolve(href)

    def _open_spaced(self, frame: Frame, treatment: Treatment) -> None:
        frame.flow = "spaced"
        self._assembly.add("space", "", frame, frame.element)

    def _open_quotation(self, frame: Frame, treatment: Treatment) -> None:
        """A browser shows marks around a <q>."""
        frame.flow = "quotation"
        self._assembly.add_text("“", frame, frame.element)

    def _open_break(self, frame: Frame, treatment: Treatment) -> None:
        self._assembly.add("break", "", frame, frame.element)

    def _open_image(self, frame: Frame, treatment: Treatment) -> None:
        """An input is an image where it has an alternative text or an address; otherwise it only sets words apart."""
        alt, link = frame.attributes.get("alt", ""), self._links.image(frame.attributes)
        self._assembly.add("image" if alt.strip() or link else "space", alt, frame, frame.element, link)

    def _open_inside_cell(self, frame: Frame, treatment: Treatment) -> None:
        """A cell is one block, whatever it holds: what would part blocks elsewhere breaks its lines."""
        frame.flow = "break"
        self._assembly.add("break", "", frame, frame.element)

    # Blocks.

    def _open_block(self, frame: Frame, treatment: Treatment) -> None:
        self._assembly.flush(self._frame)
        frame.flow, frame.block = "block", None
        if treatment.kind:
            frame.kind, frame.level = treatment.kind, treatment.level
        if treatment.container:
            self._contain(frame, treatment.container)

    def _open_rule(self, frame: Frame, treatment: Treatment) -> None:
        self._open_block(frame, treatment)
        self._assembly.put("rule", frame)

    def _open_note(self, frame: Frame, number: int) -> None:
        self._open_block(frame, BLOCK)
        if frame.kind != "code":
            frame.kind, frame.level = "footnote", 0
        while frame.nesting and frame.nesting[-1].kind in {"list", "item"}:
            frame.nesting = frame.nesting[:-1]
        frame.nesting = (*frame.nesting, Container("footnote", number))

    def _open_list(self, frame: Frame, treatment: Treatment) -> None:
        self._open_block(frame, BLOCK)
        if frame.nesting and frame.nesting[-1].kind == "list":
            self._contain(frame, "item")  # a list right in a list, as old editors nest them
        self._contain(frame, "list", _first_number(frame))

    def _open_item(self, frame: Frame, treatment: Treatment) -> None:
        self._open_block(frame, treatment)
        outer = self._frame
        if outer.nesting and outer.nesting[-1].kind == "list":
            return
        if outer.tag == "dd" == frame.tag:  # lxml hangs a <dd> into an unclosed one
            frame.nesting = outer.nesting[:-1]
        else:
            implied = self._implied.get(outer) or Container("list", next(self._numbers))
            self._implied[outer] = implied
            frame.nesting = (*outer.nesting, implied)
        self._contain(frame, "item")

    def _open_table(self, frame: Frame, treatment: Treatment) -> None:
        self._open_block(frame, BLOCK)
        frame.grid = Grid() if is_data_table(frame.element) else None
        if frame.grid:
            self._contain(frame, "table")

    def _open_row(self, frame: Frame, treatment: Treatment) -> None:
        self._open_block(frame, BLOCK)
        if frame.grid:
            frame.grid.start_row()
            self._contain(frame, "row")

    def _open_cell(self, frame: Frame, treatment: Treatment) -> None:
        if not frame.grid:
            self._open_block(frame, BLOCK)
            return
        self._open_block(frame, treatment)
        frame.flow, frame.cell = "cell", True
        row = frame.nesting[:-1]
        for _ in range(frame.grid.place(frame.attributes)):
            self._assembly.put("table", frame, (*row, Container("cell", next(self._numbers))))

    def _contain(self, frame: Frame, kind: ContainerKind, start: int | None = None) -> None:
        frame.nesting = (*frame.nesting, Container(kind, next(self._numbers), start))


# What an element does to the text around it.
_OPENERS: dict[Flow, Callable[[_Walk, Frame, Treatment], None]] = {
    "inline": _Walk._open_inline,
    "link": _Walk._open_link,
    "spaced": _Walk._open_spaced,
    "block": _Walk._open_block,
    "break": _Walk._open_break,
    "rule": _Walk._open_rule,
    "image": _Walk._open_image,
    "quotation": _Walk._open_quotation,
    "list": _Walk._open_list,
    "item": _Walk._open_item,
    "table": _Walk._open_table,
    "row": _Walk._open_row,
    "cell": _Walk._open_cell,
}


def _first_number(frame: Frame) -> int | None:
    if frame.tag != "ol":
        return None
    start = frame.attributes.get("start", "").strip()
    return int(start) if start.lstrip("-").isdecimal() else 1
