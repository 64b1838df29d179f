"""By which means a browser would not show an element."""

from __future__ import annotations

import re
from collections.abc import Mapping

UNSEEN_STYLE = re.compile(r"(display)\s*:\s*none|(visibility)\s*:\s*(?:hidden|collapse)", re.IGNORECASE)
HIDING_ATTRIBUTES = frozenset({"hidden", "aria-hidden", "popover", "style"})
STYLE_NAMES = ("display: none", "visibility: hidden")


def hidden_by(tag: str, attributes: Mapping[str, str]) -> str | None:
    """The means, in words for the ledger's reader, or None for an element that shows.

    >>> hidden_by("p", {"style": "color: red; DISPLAY:none"})
    'display: none'
    """
    if HIDING_ATTRIBUTES.isdisjoint(attributes) and tag != "dialog":  # as in most elements
        return None
    if "hidden" in attributes:
        return "hidden attribute"
    if attributes.get("aria-hidden") == "true":
        return "aria-hidden"
    if tag == "dialog" and "open" not in attributes:
        return "closed dialog"
    if "popover" in attributes:
        return "closed popover"
    return _hidden_by_style(attributes.get("style"))


def _hidden_by_style(style: str | None) -> str | None:
    found = UNSEEN_STYLE.search(style) if style else None
    return STYLE_NAMES[0 if found[1] else 1] if found else None
