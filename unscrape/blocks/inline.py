"""Pieces of running text → Spans: white space collapsed as in a browser, neighbours of one kind joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from lxml.html import HtmlElement

from unscrape.blocks.frame import Frame
from unscrape.model import Mark, Span

SPACES = re.compile(r"[ \t\n\r\f]+")
BREAK = Span("", frozenset({"break"}))
IMAGE: frozenset[Mark] = frozenset({"image"})


PieceKind = Literal["text", "image", "break", "space"]


class Piece(NamedTuple):
    """Text as it stands in the markup. `near` is the element that it stands in or after: it knows the line.

    A space is none of the page's: it keeps apart what a browser shows apart, buttons and images.
    """

    kind: PieceKind
    text: str
    frame: Frame
    near: HtmlElement
    link: str | None = None


class Run(NamedTuple):
    """Spans, and whether a word in them was put together from more than one text (`<b>W</b>ord`)."""

    spans: tuple[Span, ...]
    glued: bool


def run_of(pieces: Sequence[Piece]) -> Run:
    """Running text; spaces at the ends of lines are gone, breaks at the ends of the text too."""
    if len(pieces) == 1 and pieces[0].kind == "text":  # as most blocks are
        frame = pieces[0].frame
        return Run((Span(collapsed(pieces[0].text).strip(" "), frame.marks, frame.link),), glued=False)
    line = _Line()
    for piece in pieces:
        _ADD[piece.kind](line, piece)
    return Run(line.finish(), line.glued)


def preformatted(pieces: Iterable[Piece]) -> Run:
    """Code as it stands, in one span; the line break behind the opening tag is the markup's own."""
    text = "".join("\n" if piece.kind == "break" else piece.text for piece in pieces)
    return Run((Span(text.removeprefix("\n").rstrip()),), glued=True)


def at_double_breaks(pieces: list[Piece]) -> Iterator[list[Piece]]:
    """Parts between two or more breaks in a row: in old pages those are the paragraphs."""
    if len(pieces) < 3 or sum([piece.kind == "break" for piece in pieces]) < 2:
        yield pieces
        return
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
    """The spans so far, and whether a word in them came from more than one text of the markup."""

    def __init__(self) -> None:
        self.spans: list[Span] = []
        self.at_start = True  # of a line: no space may come
        self.spaced = True  # the last character is a space, or none is needed
        self.owed = False  # an image or a button went before: a letter needs a space
        self.frame: Frame | None = None  # of the last text
        self.glued = False

    def add(self, text: str, marks: frozenset[Mark], link: str | None) -> None:
        last = self.spans[-1] if self.spans else None
        if last and last.marks == marks and last.link == link and "image" not in marks:
            self.spans[-1] = Span(last.text + text, marks, link)
        else:
            self.spans.append(Span(text, marks, link))
        self.at_start = False
        self.spaced = text.endswith(" ")
        self.owed = False

    @property
    def last(self) -> str:
        """The last character so far."""
        return self.spans[-1].text[-1:] if self.spans else ""

    def trim(self) -> None:
        while self.spans and "image" not in self.spans[-1].marks and "break" not in self.spans[-1].marks:
            last = self.spans.pop()
            text = last.text.rstrip(" ")
            if text:
                self.spans.append(last if text == last.text else Span(text, last.marks, last.link))
                return

    def finish(self) -> tuple[Span, ...]:
        self.trim()
        while self.spans and self.spans[-1] is BREAK:
            self.spans.pop()
            self.trim()
        return tuple(self.spans)


def _add_text(line: _Line, piece: Piece) -> None:
    text = collapsed(piece.text)
    if line.spaced or line.at_start:
        text = text.removeprefix(" ")
    elif _is_wordy(text[:1]) and (line.owed or _is_wordy(line.last)):
        text = _joined(line, piece, text)
    if text:
        line.add(text, piece.frame.marks, piece.frame.link)
        line.frame = piece.frame


def collapsed(text: str) -> str:
    """White space as a browser shows it; most texts have none but single spaces, and no search is needed."""
    return text if text.isprintable() and "  " not in text else SPACES.sub(" ", text)


def _joined(line: _Line, piece: Piece, text: str) -> str:
    """Text that begins with a word where the last one ended in one: with a space where they stand apart."""
    if line.owed or (line.frame and _are_apart(line.frame, piece.frame, line.last, text[0])):
        return f" {text}"
    line.glued = True
    return text


def _are_apart(before: Frame, after: Frame, last: str, first: str) -> bool:
    """Two links in a row are two; so are elements beside each other whose words meet like `By` and `Ana`.

    Neither has white space between in the markup: their pages' styles set them apart.
    """
    links = before.anchor, after.anchor
    if links[0] is not links[1] and None not in links:
        return True
    meets = (last.islower() and not first.islower()) or (last.isdigit() and first.isupper())
    return meets and not before.encloses(after) and not after.encloses(before)


def _is_wordy(character: str) -> bool:
    return character.isalnum() or character == "_"


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
