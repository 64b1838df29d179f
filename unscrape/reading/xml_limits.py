"""What lxml takes as a name and as text: less than HTML allows."""

from __future__ import annotations

import re

NOT_IN_A_NAME = re.compile(r"[^\w.-]+", re.ASCII)
NOT_IN_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_name(name: str) -> str:
    """A name that lxml takes.

    >>> xml_name("svg:path"), xml_name('"')
    ('path', '_')
    """
    plain = NOT_IN_A_NAME.sub("_", name.rpartition(":")[2])
    return plain if plain[:1].isalpha() or plain[:1] == "_" else f"_{plain}"


def xml_text(text: str) -> str:
    """The text without control characters and half surrogates, none of which is a letter."""
    return NOT_IN_TEXT.sub("", text)
