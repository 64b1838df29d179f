"""Spans, cut into pieces that Markdown can mark: no white space at the edge of a mark, no two neighbours alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from unscrape.model import Span
from unscrape.to_markdown.addresses import image_address, link_address
from unscrape.to_markdown.escaping import SPACES, printable
from unscrape.to_markdown.notes import Notes, Reference

PieceKind = Literal["text", "code", "image", "reference", "space", "break"]
Wrap = tuple[Literal["strong", "emphasis", "link"], str]

WRAPPING_MARKS: tuple[Literal["strong", "emphasis"], ...] = ("strong", "emphasis")
NO_WRAPS: frozenset[Wrap] = frozenset()
GAPS: frozenset[PieceKind] = frozenset({"space", "break"})


class Piece(NamedTuple):
    """A run of inline content of one kind. `wraps` are the marks and the link around it; `address` is an image's."""

    kind: PieceKind
    text: str
    wraps: frozenset[Wrap] = NO_WRAPS
    address: str = ""

    def within(self, wraps: frozenset[Wrap]) -> Piece:
        return self._replace(wraps=self.wraps | wraps) if wraps else self

    def without(self, wraps: frozenset[Wrap]) -> Piece:
        return self._replace(wraps=self.wraps - wraps)


def pieces_of(spans: Iterable[Span], notes: Notes, around: frozenset[Wrap] = NO_WRAPS) -> list[Piece]:
    """The pieces of a block, trimmed: neither white space nor a break is first or last; `around` wraps them all."""
    cut = [piece.within(around) for span in spans for piece in _cut(span, notes)]
    if len(cut) == 1:  # as in most blocks
        return cut if cut[0].kind not in GAPS else []
    return _gaps_wrapped(list(_single_gaps(_merged(cut))))


def only_images(spans: Iterable[Span]) -> bool:
    """Whether a paragraph is one of images: what a figure begins with."""
    return all("image" in span.marks for span in _with_text(spans))


def wholly_emphasised(spans: Iterable[Span]) -> bool:
    """Whether a paragraph is emphasised from end to end: what reads as a caption."""
    return all("emphasis" in span.marks for span in _with_text(spans))


def _with_text(spans: Iterable[Span]) -> Iterator[Span]:
    return (span for span in spans if "break" not in span.marks and ("image" in span.marks or span.text.strip()))


def _cut(span: Span, notes: Notes) -> Iterator[Piece]:
    if "break" in span.marks:
        yield Piece("break", "")
    elif "image" in span.marks:
        # Unmarked: an emphasised image alone in its paragraph would read as a caption.
        yield Piece("image", clean(span.text).strip(), address=image_address(span.link))
    elif "footnote_ref" in span.marks:
        yield from _cut_reference(notes.reference(span), _wraps(span, link=None))
    else:
        kind: PieceKind = "code" if "code" in span.marks else "text"
        yield from _cut_edges(Piece(kind, clean(span.text), _wraps(span, link=span.link)))


def _cut_reference(reference: Reference, wraps: frozenset[Wrap]) -> Iterator[Piece]:
    yield from _cut_edges(Piece("text", clean(reference.before), wraps))
    if reference.label:
        yield Piece("reference", reference.label, wraps)
    yield from _cut_edges(Piece("text", clean(reference.after), wraps))


def _cut_edges(piece: Piece) -> Iterator[Piece]:
    text = piece.text
    core = text.strip()
    if core == text:
        if text:
            yield piece
        return
    start = text.index(core) if core else len(text)
    for part in (Piece("space", text[:start]), piece._replace(text=core), Piece("space", text[start + len(core) :])):
        if part.text:
            yield part


def clean(text: str) -> str:
    """The text as a line of Markdown may hold it: white space of all kinds as single spaces."""
    return text if text.isprintable() and "  " not in text else SPACES.sub(" ", printable(text))


def _wraps(span: Span, link: str | None) -> frozenset[Wrap]:
    if not span.marks and not link:
        return NO_WRAPS
    marks: set[Wrap] = {(mark, "") for mark in WRAPPING_MARKS if mark in span.marks}
    address = link_address(link) if link else None
    return frozenset(marks | {("link", address)} if address else marks)


def _merged(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Neighbours that would be marked alike become one, so that escaping sees what Python-Markdown will see."""
    last: Piece | None = None
    for piece in pieces:
        if last and last.kind == piece.kind and piece.kind in ("text", "code") and last.wraps == piece.wraps:
            last = last._replace(text=last.text + piece.text)
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _single_gaps(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """One gap between two pieces: a break where there was one, else the widest of the spaces; none at the edges."""
    gap: Piece | None = None
    begun = False
    for piece in pieces:
        if piece.kind in GAPS:
            gap = _stronger(gap, piece)
            continue
        if gap and begun:
            yield gap
        yield piece
        gap, begun = None, True


def _stronger(first: Piece | None, second: Piece) -> Piece:
    if first is None or second.kind == "break":
        return second
    return first if first.kind == "break" or first.text.strip(" ") else second


def _gaps_wrapped(pieces: list[Piece]) -> list[Piece]:
    """A gap is marked as both its neighbours are: a mark neither begins nor ends with white space."""
    return [
        piece._replace(wraps=pieces[index - 1].wraps & pieces[index + 1].wraps) if piece.kind in GAPS else piece
        for index, piece in enumerate(pieces)
    ]
