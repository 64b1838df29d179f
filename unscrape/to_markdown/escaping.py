"""Text that Python-Markdown gives back exactly as it stood."""

from __future__ import annotations

import re
from collections.abc import Callable

# What no HTML can carry: control characters, among them the STX and ETX of Python-Markdown's placeholders.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
SURROGATE = re.compile(r"[\ud800-\udfff]")
# Line ends of every kind are white space within a block; no-break and other wide spaces are characters of the text.
SPACES = re.compile(r"[ \t\n\r\x0b\x0c\x85\u2028\u2029]+")
LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

# Each rule is (what needs it, what is written instead). The order matters: backslashes first.
INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"([\\`*\[\]|])"), r"\\\1"),
    # An underscore between two letters or digits never starts or ends emphasis.
    (re.compile(r"(?<![^\W_])_|_(?![^\W_])"), r"\\_"),
    # An ampersand is a problem only where it would read as an entity, also after the escapes are undone ("&\#35;").
    (re.compile(r"&(?=#|[0-9A-Za-z]+;)"), "&amp;"),
    (re.compile(r"<(?!\s)"), "&lt;"),
)

# Most texts hold none of what the rules above are for.
SIGNS = re.compile(r"[\\`*\[\]|_&<]")

# What means something at the start of a line only.
LINE_START: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^([#>])"), r"\\\1"),
    (re.compile(r"^([+-])(?=[ -]|$)"), r"\\\1"),
    (re.compile(r"^(\d+)\.(?= |$)"), r"\1\\."),
    (re.compile(r"^=(?==*$)"), "&#61;"),
    (re.compile(r"^(\[\^[^\]]*\]):"), r"\1&#58;"),
)
SIGNS_AT_START = frozenset("#>+-=[")


def printable(text: str) -> str:
    """The text without what HTML cannot carry; words stay apart where a control character stood between them."""
    return SURROGATE.sub("\ufffd", UNPRINTABLE.sub(" ", text))


def code_lines(text: str) -> str:
    """A code block's text: every kind of line end one kind, tabs as spaces, no blank lines around it."""
    lines = LINE_ENDS.sub("\n", printable(text)).expandtabs(4).split("\n")
    return "\n".join(line.rstrip() for line in lines).strip("\n")


def escape(text: str) -> str:
    r"""Inline text, safe at every place of a line but its start.

    >>> escape("2 * 3_000 is [^1] in snake_case")
    '2 \\* 3_000 is \\[^1\\] in snake_case'
    """
    return _apply(INLINE, text) if SIGNS.search(text) else text


def escape_line_start(line: str) -> str:
    r"""A line of Markdown that Python-Markdown takes for a paragraph's, not for a heading, a list, a quote or a rule.

    >>> escape_line_start("1. Of the sea")
    '1\\. Of the sea'
    """
    first = line[:1]
    return _apply(LINE_START, line) if first in SIGNS_AT_START or first.isdecimal() else line


def _apply(rules: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...], text: str) -> str:
    for pattern, replacement in rules:
        text = pattern.sub(replacement, text)
    return text
