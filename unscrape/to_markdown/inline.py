"""Spans → inline Markdown: emphasis, links, code, images, footnote references, breaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from unscrape.model import Span
from unscrape.to_markdown.escaping import escape, escape_line_start
from unscrape.to_markdown.notes import Notes
from unscrape.to_markdown.pieces import GAPS, NO_WRAPS, Piece, Wrap, clean, pieces_of

Setting = Literal["lines", "heading", "cell"]
BREAKS: dict[Setting, str] = {"lines": "  \n", "heading": "<br>", "cell": "<br>"}
# Keeps two marks apart that would run into one; renders as nothing.
APART = "<!-- -->"
DELIMITERS = {"strong": "**", "emphasis": "*"}


class Token(NamedTuple):
    """A bit of Markdown; `edge` tells the delimiters of emphasis from what stands between them."""

    markdown: str
    edge: Literal["opens", "closes", ""] = ""


def inline(spans: Sequence[Span], notes: Notes, setting: Setting = "lines", emphasised: bool = False) -> str:
    """The Markdown of a block's spans; several lines where there are breaks and the setting has lines.

    `emphasised` puts all of it in emphasis, as a caption is.
    """
    if not emphasised and len(spans) == 1 and not spans[0].marks and not spans[0].link:  # as most blocks are
        markdown = _escaped(clean(spans[0].text).strip(), setting)
        return escape_line_start(markdown) if setting == "lines" else markdown
    around: frozenset[Wrap] = frozenset({("emphasis", "")}) if emphasised else NO_WRAPS
    markdown = _joined(_tokens(pieces_of(spans, notes, around), setting))
    return "\n".join(escape_line_start(line) for line in markdown.split("\n")) if setting == "lines" else markdown


def _tokens(pieces: Sequence[Piece], setting: Setting) -> list[Token]:
    tokens: list[Token] = []
    start = 0
    while start < len(pieces):
        wraps, stop = _outermost(pieces, start)
        if wraps:
            inner = [piece.without(wraps) for piece in pieces[start:stop]]
            tokens += _wrapped(wraps, _tokens(inner, setting))
        else:
            tokens.append(Token(_leaf(pieces[start], setting)))
        start = stop
    return tokens


def _outermost(pieces: Sequence[Piece], start: int) -> tuple[frozenset[Wrap], int]:
    """What to wrap the next pieces in, and up to where: marks nest, so the one that reaches furthest comes first.

    Strong and emphasis of the same reach come together. Nothing begins at a gap.
    """
    if pieces[start].kind in GAPS or not pieces[start].wraps:
        return NO_WRAPS, start + 1
    reaches = {wrap: _reach(pieces, start, wrap) for wrap in pieces[start].wraps}
    stop = max(reaches.values())
    furthest = frozenset(wrap for wrap, reach in reaches.items() if reach == stop)
    links = frozenset(wrap for wrap in furthest if wrap[0] == "link")
    return links or furthest, stop


def _reach(pieces: Sequence[Piece], start: int, wrap: Wrap) -> int:
    return next((index for index in range(start, len(pieces)) if wrap not in pieces[index].wraps), len(pieces))


def _wrapped(wraps: frozenset[Wrap], inner: list[Token]) -> list[Token]:
    address = next((address for kind, address in wraps if kind == "link"), None)
    if address:
        return [Token(f"[{_joined(inner)}]({address})")]
    delimiter = "".join(sorted(DELIMITERS[kind] for kind, _ in wraps))
    return [Token(delimiter, "opens"), *inner, Token(delimiter, "closes")]


def _leaf(piece: Piece, setting: Setting) -> str:
    match piece.kind:
        case "break":
            return BREAKS[setting]
        case "code":
            return _code(piece.text, setting)
        case "image":
            return f"![{_escaped(piece.text, setting)}]({piece.address})"
        case "reference":
            return f"[^{piece.text}]"
        case _:
            return _escaped(piece.text, setting)


def _escaped(text: str, setting: Setting) -> str:
    return escape(text).replace("#", r"\#") if setting == "heading" else escape(text)


def _code(text: str, setting: Setting) -> str:
    """A code span; plain text in a table's cell where its row would be split at what the code holds."""
    if setting == "cell" and re.search(r"[|\\`]", text):
        return escape(text)
    fence = "`" * (1 + max((len(ticks) for ticks in re.findall("`+", text)), default=0))
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}"


def _joined(tokens: Sequence[Token]) -> str:
    written = [tokens[0].markdown] if tokens else []
    for index in range(1, len(tokens)):
        if _run_together(tokens, index):
            written.append(APART)
        if written[-1].endswith("!") and tokens[index].markdown.startswith("["):
            written[-1] = written[-1][:-1] + r"\!"
        written.append(tokens[index].markdown)
    return "".join(written)


def _run_together(tokens: Sequence[Token], index: int) -> bool:
    """Whether the delimiter at `index` would be misread with the one before it.

    Only where marks end together before white space is their run of asterisks understood.
    """
    before, after = tokens[index - 1].edge, tokens[index].edge
    if not (before and after):
        return False
    inside = (tokens[after] for after in range(index, len(tokens)))
    outside = next((token.markdown[0] for token in inside if token.edge != "closes"), " ")
    return not (before == after == "closes" and outside.isspace())
