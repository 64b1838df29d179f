"""Pieces of running text → Spans: white space collapsed as in a browser, neighbours of one kind joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from lxml.html import HtmlElement

from unscrape.blocks.frame import Frame
from unscrape.model import Mark, Span

SPACES = re.compile(r"[ \t\n\r\f]+")
BREAK = Span("", frozenset({"break"}))
IMAGE: frozenset[Mark] = frozenset({"image"})


class Piece(NamedTuple):
    """Text as it stands in the markup. `near` is the element that it stands in or after: it knows the line.

    A space is none of the page's: it keeps apart what a browser shows apart, buttons and images.
    """

    kind: Literal["text", "image", "break", "space"]
    text: str
    frame: Frame
    near: HtmlElement
    link: str | None = None


def spans_of(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """Running text; spaces at the ends of lines are gone, breaks at the ends of the text too.

    >>> SPACES.sub(" ", "  two \\n words\\u00a0")
    ' two words\\xa0'
    """
    line = _Line()
    for piece in pieces:
        _ADD[piece.kind](line, piece)
    return line.finish()


def preformatted(pieces: Iterable[Piece]) -> tuple[Span, ...]:
    """Code as it stands, in one span; the line break behind the opening tag is the markup's own."""
    text = "".join("\n" if piece.kind == "break" else piece.text for piece in pieces)
    return (Span(text.replace("\r\n", "\n").removeprefix("\n").rstrip()),)


def at_double_breaks(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Parts between two or more breaks in a row: in old pages those are the paragraphs."""
    part: list[Piece] = []
    breaks: list[Piece] = []
    for piece in pieces:
        if piece.kind == "break":
            breaks.append(piece)
        elif breaks and not is_blank(piece):
            if len(breaks) > 1:
                yield part
                part = []
            part += [*breaks[:1], piece]
            breaks = []
        elif not breaks:
            part.append(piece)
    yield part


def is_blank(piece: Piece) -> bool:
    return piece.kind == "space" or (piece.kind == "text" and not piece.text.strip(" \t\n\r\f"))


class _Line:
    """The spans so far."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.at_start = True  # of a line: no space may come
        self.spaced = True  # the last character is a space, or none is needed
        self.owed = False  # an image or a button went before: a letter needs a space

    def add(self, text: str, marks: frozenset[Mark], link: str | None) -> None:
        last = self.spans[-1] if self.spans else None
        if last and last.marks == marks and last.link == link and "image" not in marks:
            self.spans[-1] = Span(last.text + text, marks, link)
        else:
            self.spans.append(Span(text, marks, link))
        self.at_start = False
        self.spaced = text.endswith(" ")
        self.owed = False

    def trim(self) -> None:
        while self.spans and "image" not in self.spans[-1].marks and "break" not in self.spans[-1].marks:
            last = self.spans.pop()
            text = last.text.rstrip(" ")
            if text:
                self.spans.append(Span(text, last.marks, last.link))
                return

    def finish(self) -> tuple[Span, ...]:
        self.trim()
        while self.spans and self.spans[-1] is BREAK:
            self.spans.pop()
            self.trim()
        return tuple(self.spans)


def _add_text(line: _Line, piece: Piece) -> None:
    text = SPACES.sub(" ", piece.text)
    if line.spaced or line.at_start:
        text = text.removeprefix(" ")
    elif line.owed and (text[:1].isalnum() or text[:1] == "_"):
        text = f" {text}"
    if text:
        line.add(text, piece.frame.marks, piece.frame.link)


def _add_break(line: _Line, piece: Piece) -> None:
    line.trim()
    if line.spans and line.spans[-1] is not BREAK:
        line.spans.append(BREAK)
        line.at_start, line.owed = True, False


def _add_space(line: _Line, piece: Piece) -> None:
    line.owed = not line.at_start


def _add_image(line: _Line, piece: Piece) -> None:
    if not (line.at_start or line.spaced):
        line.add(" ", frozenset(), None)
    line.add(SPACES.sub(" ", piece.text).strip(" "), piece.frame.marks | IMAGE, piece.link)
    line.spaced, line.owed = False, True


_ADD = {"text": _add_text, "image": _add_image, "break": _add_break, "space": _add_space}
