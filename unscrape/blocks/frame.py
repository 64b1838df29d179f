"""An element that the walk is inside of, and what it gives to the text in it."""

from __future__ import annotations

from lxml.html import HtmlElement

from unscrape.blocks.tables import Grid
from unscrape.blocks.tags import Flow
from unscrape.model import BlockKind, Container, Mark

TELLING_ATTRIBUTES = frozenset({"role", "itemprop", "rel", "aria-hidden", "data-nosnippet"})
Marks = frozenset[Mark]


# The elements from the root to a frame, without the root: as compound selectors, and by their numbers.
Path = tuple[tuple[str, ...], tuple[int, ...]]


class Frame:
    """Everything is handed down from the parent; the walk changes what the element itself says.

    `anchor` is the link around; `aside` is set in the way back from a footnote, whose text stands in a block of its
    own; `implied` is the list around items that have none; `cell` is set in the cells of data tables, where blocks
    do not part.
    """

    __slots__ = (
        "_path", "anchor", "aside", "attributes", "block", "cell", "element", "flow", "grid", "hidden", "implied",
        "kind", "level", "link", "marks", "nesting", "number", "parent", "pre", "reference", "tag",
    )  # fmt: skip

    def __init__(
        self, element: HtmlElement, tag: str, attributes: dict[str, str], parent: Frame | None, number: int = 0
    ) -> None:
        self.element = element
        self.number = number
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.flow: Flow = "inline"
        self.implied: Container | None = None
        self._path: Path | None = None
        if parent is None:
            self._start()
            return
        # No method of its own: pages have thousands of elements.
        self.block: Frame | None = parent.block or parent
        self.anchor: HtmlElement | None = parent.anchor
        self.marks: Marks = parent.marks
        self.link: str | None = parent.link
        self.hidden: str | None = parent.hidden
        self.nesting: tuple[Container, ...] = parent.nesting
        self.kind: BlockKind = parent.kind
        self.level: int = parent.level
        self.grid: Grid | None = parent.grid
        self.pre: bool = parent.pre
        self.cell: bool = parent.cell
        self.aside: bool = parent.aside
        self.reference: bool = parent.reference

    def _start(self) -> None:
        """The frame around the root."""
        self._path = ((), ())
        self.block = self.link = self.anchor = self.hidden = self.grid = None
        self.marks = frozenset()
        self.nesting = ()
        self.kind = "paragraph"
        self.level = 0
        self.pre = self.cell = self.aside = self.reference = False

    @property
    def path(self) -> Path:
        """The elements from the root to here."""
        lacking: list[Frame] = []
        frame = self
        while frame._path is None:
            lacking.append(frame)
            assert frame.parent is not None, "the root's path is set when the walk starts"
            frame = frame.parent
        trail, elements = frame._path
        for part in reversed(lacking):
            trail, elements = part._path = (*trail, part.compound()), (*elements, part.number)
        return trail, elements

    def compound(self) -> str:
        """The element as a CSS compound selector; the way back from a footnote ends in `::back-link`."""
        attributes = self.attributes
        if not attributes:
            return self.tag
        named, classes = attributes.get("id"), attributes.get("class")
        written = f"{self.tag}#{named}" if named else self.tag
        if classes:
            written = ".".join([written, *classes.split()])
        if not TELLING_ATTRIBUTES.isdisjoint(attributes):
            written += "".join([f"[{key}={value}]" for key, value in attributes.items() if key in TELLING_ATTRIBUTES])
        return f"{written}::back-link" if self.aside and not (self.parent and self.parent.aside) else written

    def encloses(self, other: Frame) -> bool:
        """Whether the other stands in this one, or is it."""
        frame: Frame | None = other
        while frame is not None and frame is not self:
            frame = frame.parent
        return frame is self

    def around(self, other: Frame) -> Frame:
        """The innermost frame that both stand in."""
        frame = self
        while frame.parent is not None and not frame.encloses(other):
            frame = frame.parent
        return frame
