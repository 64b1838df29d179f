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

    `aside` is set in the way back from a footnote, whose text stands in a block of its own; `cell` is set in the cells
    of data tables, where blocks do not part.
    """

    __slots__ = (
        "_path", "aside", "attributes", "block", "cell", "element", "flow", "grid", "hidden", "kind", "level", "link",
        "marks", "nesting", "number", "parent", "tag",
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
        self._path: Path | None = None
        if parent is None:
            self._start()
            return
        # No method of its own: pages have thousands of elements.
        self.block: Frame | None = parent.block or parent
        self.marks: Marks = parent.marks
        self.link: str | None = parent.link
        self.hidden: str | None = parent.hidden
        self.nesting: tuple[Container, ...] = parent.nesting
        self.kind: BlockKind = parent.kind
        self.level: int = parent.level
        self.grid: Grid | None = parent.grid
        self.cell: bool = parent.cell
        self.aside: bool = parent.aside

    def _start(self) -> None:
        """The frame around the root."""
        self._path = ((), ())
        self.block = self.link = self.hidden = self.grid = None
        self.marks = frozenset()
        self.nesting = ()
        self.kind = "paragraph"
        self.level = 0
        self.cell = self.aside = False

    @property
    def path(self) -> Path:
        """The elements from the root to here."""
        lacking: list[Frame] = []
        frame = self
        while frame._path is None:
            lacking.append(frame)
            assert frame.parent is not None, "the root's path is set when the walk starts"
            frame = frame.parent
        path = frame._path
        while lacking:
            part = lacking.pop()
            # Tuples put together by + are made at once; by stars, each would be a list before.
            path = part._path = path[0] + (part.compound(),), path[1] + (part.number,)
        return path

    def compound(self) -> str:
        """The element as a CSS compound selector; the way back from a footnote ends in `::back-link`."""
        attributes, written = self.attributes, self.tag
        if not attributes:
            return written
        if named := attributes.get("id"):
            written = f"{written}#{named}"
        if classes := attributes.get("class"):
            written = ".".join([written, *classes.split()])
        if not TELLING_ATTRIBUTES.isdisjoint(attributes):
            written += "".join([f"[{key}={value}]" for key, value in attributes.items() if key in TELLING_ATTRIBUTES])
        return f"{written}::back-link" if self.aside and not (self.parent and self.parent.aside) else written

    @property
    def anchor(self) -> Frame | None:
        """The link around."""
        frame: Frame | None = self
        while frame is not None and frame.flow != "link":
            frame = frame.parent
        return frame

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
