"""Pieces of text, gathered until something parts them, → Blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from unscrape.blocks.frame import Frame
from unscrape.blocks.inline import Piece, PieceKind, Run, at_double_breaks, collapsed, is_blank, preformatted, run_of
from unscrape.model import Block, BlockKind, Container, Place, Span, words_of

# Where breaks in a row part paragraphs, and where images alone are blocks of their own.
PROSE: frozenset[BlockKind] = frozenset({"paragraph", "list_item", "quote", "footnote"})

Lane = tuple[str | None, bool]


class Join(NamedTuple):
    """A word that stands in several texts of the markup, and at which place: `W hile` → `While`."""

    before: str
    after: str
    place: str


class Split(NamedTuple):
    """A page's blocks. `joins` lead from the words of its single texts to the words of its blocks."""

    blocks: tuple[Block, ...]
    joins: tuple[Join, ...] = ()


class Assembly:
    """The blocks so far, and the running text that is no block yet."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._joins: list[Join] = []
        self._pieces: list[Piece] = []

    def add_text(self, text: str, frame: Frame, near: HtmlElement) -> None:
        """Running text, but for the white space between blocks. `near` is the element that it stands in or after."""
        if self._pieces or not text.isspace() or frame.kind == "code" or "\u00a0" in text:
            self._pieces.append(Piece("text", text, frame, near))

    def add(self, kind: PieceKind, text: str, frame: Frame, near: HtmlElement, link: str | None = None) -> None:
        """What stands in running text beside its words."""
        self._pieces.append(Piece(kind, text, frame, near, link))

    def put(self, kind: BlockKind, frame: Frame, nesting: tuple[Container, ...] | None = None) -> None:
        """A block without words: a rule, an empty cell."""
        place = _place(frame.element, frame, frame.hidden)
        nesting = _standing(kind, frame.nesting) if nesting is None else nesting
        self._blocks.append(Block(len(self._blocks), kind, (), place, nesting))

    def flush(self, frame: Frame) -> None:
        """Makes blocks of the running text that stood in `frame`."""
        pieces = self._pieces
        if not pieces:
            return
        self._pieces = []
        block = frame.block or frame
        if len(pieces) == 1 and pieces[0].kind == "text" and block.kind != "code":  # as most blocks are
            self._emit_text(pieces[0], block)
            return
        while pieces and is_blank(pieces[-1]):  # says nothing at the end
            pieces.pop()
        for lane in _lanes(pieces) if pieces else ():
            self._emit(lane, block)

    def flush_cell(self, cell: Frame) -> None:
        """Makes one block of all that a cell shows, even if that is nothing, and one of all that it hides."""
        pieces, self._pieces = self._pieces, []
        shown = [piece for piece in pieces if piece.frame.hidden == cell.hidden]
        hidden = [piece for piece in pieces if piece.frame.hidden != cell.hidden]
        if not self._append("table", run_of(shown), shown, cell):
            self.put("table", cell, cell.nesting)
        for lane in _lanes(hidden) if hidden else ():
            self._emit(lane, cell)

    def finish(self, frame: Frame) -> Split:
        self.flush(frame)
        return Split(tuple(self._blocks), tuple(self._joins))

    def _emit(self, pieces: list[Piece], block: Frame) -> None:
        """Blocks of one lane: as many as double breaks make of it, and one for each image where there is no text."""
        if block.kind == "code":
            self._append("code", preformatted(pieces), pieces, block)
            return
        kind: BlockKind = "paragraph" if pieces[0].frame.aside else block.kind
        for part in at_double_breaks(pieces) if kind in PROSE else [pieces]:
            run = run_of(part)
            if kind in PROSE and _only_images(run.spans):
                for image in (piece for piece in part if piece.kind == "image"):
                    self._append("image", run_of([image]), [image], block)
            else:
                self._append(kind, run, part, block)

    def _emit_text(self, piece: Piece, block: Frame) -> None:
        """The block of one text: what becomes of a lane, the short way."""
        frame = piece.frame
        text = collapsed(piece.text).strip(" ")
        if text.isspace():
            return
        kind: BlockKind = "paragraph" if frame.aside else block.kind
        trail, elements = frame.path
        self._blocks.append(
            Block(
                len(self._blocks),
                kind,
                (Span(text, frame.marks, frame.link),),
                Place(piece.near.sourceline or 1, trail, frame.hidden, elements),
                _nesting(kind, block, frame) if block.nesting else (),
                block.level if kind == "heading" else 0,
            )
        )

    def _append(self, kind: BlockKind, run: Run, pieces: Sequence[Piece], context: Frame) -> bool:
        """Whether there was anything to see."""
        if not any(map(_is_seen, run.spans)):
            return False
        worded = [piece for piece in pieces if piece.kind != "break" and not is_blank(piece)]
        first = worded[0]
        place = _place(first.near, _around(worded) if len(worded) > 1 else first.frame, first.frame.hidden)
        nesting = _nesting(kind, context, first.frame) if context.nesting else ()
        level = context.level if kind == "heading" else 0
        block = Block(len(self._blocks), kind, run.spans, place, nesting, level)
        self._blocks.append(block)
        if run.glued:
            self._joins.extend(_joins(block, worded))
        return True


def _place(near: HtmlElement, frame: Frame, hidden: str | None) -> Place:
    trail, elements = frame.path
    return Place(near.sourceline or 1, trail, hidden, elements)


def _nesting(kind: BlockKind, block: Frame, first: Frame) -> tuple[Container, ...]:
    nesting = block.nesting
    if first.aside:
        nesting = tuple(container for container in nesting if container.kind != "footnote")
    return _standing(kind, nesting)


def _is_seen(span: Span) -> bool:
    return not span.text.isspace() and (span.text != "" or "image" in span.marks)


def _joins(block: Block, pieces: Sequence[Piece]) -> Iterator[Join]:
    """What the block's words were before they were put together; one change for all of a block."""
    texts = Counter(word for piece in pieces for word in words_of(piece.text))
    words = Counter(words_of(block.text))
    if texts != words:
        yield Join(" ".join((texts - words).elements()), " ".join((words - texts).elements()), str(block.place))


def _lanes(pieces: list[Piece]) -> list[list[Piece]]:
    """What shows, what is hidden (by each means), and the way back from a note, kept apart; what shows comes first."""
    if len(pieces) == 1:
        return [pieces]
    hidden, aside = pieces[0].frame.hidden, pieces[0].frame.aside
    if all(piece.frame.hidden == hidden and piece.frame.aside == aside for piece in pieces):
        return [pieces]
    lanes: dict[Lane, list[Piece]] = {}
    for piece in pieces:
        lanes.setdefault((piece.frame.hidden, piece.frame.aside), []).append(piece)
    return [
        lanes[key]
        for key in sorted(lanes, key=lambda key: (key[1], key[0] is not None))
        if not all(map(is_blank, lanes[key]))
    ]


def _only_images(spans: tuple[Span, ...]) -> bool:
    for span in spans:
        if "image" not in span.marks and span.text.strip():
            return False
    return any("image" in span.marks for span in spans)


def _around(pieces: list[Piece]) -> Frame:
    """The innermost frame that all the words stand in."""
    frame = pieces[0].frame
    for piece in pieces[1:]:
        if piece.frame is not frame:
            frame = frame.around(piece.frame)
    return frame


def _standing(kind: BlockKind, nesting: tuple[Container, ...]) -> tuple[Container, ...]:
    """Text right in a list, a table or a row, between its items and cells, stands behind or before it."""
    holders = {"list", "row"} if kind == "caption" else {"list", "table", "row"}
    while nesting and nesting[-1].kind in holders:
        nesting = nesting[:-1]
    return nesting
