"""Markup nested deeper than lxml goes, made shallower."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Elements that end only at their end tags, whatever they are called: those that end by themselves (p, li, td …) or
# have no inside (br, `<path/>`) don't add up.
NO_DEPTH = (
    "p|li|dt|dd|tr|td|th|thead|tbody|tfoot|caption|colgroup|option|optgroup|rt|rp|html|head|body|br|hr|img|input|meta"
    "|link|area|base|col|embed|source|track|wbr|param|script|style|template|textarea|title"
)
TAG = re.compile(rf"<(/?)(?!(?:{NO_DEPTH})[\s/>])[a-z][\w:-]*(?=[\s/>])[^>]{{0,2000}}(?<!/)>", re.IGNORECASE)
DEEPEST = 500


def flatten(markup: str) -> str:
    """The markup without the tags below a depth of 500; all text stays, and so do the tags above.

    >>> flatten("<b>" * 501 + "word" + "</b>" * 501).count("<b>")
    500
    """
    return "".join(_shallow_parts(markup))


def _shallow_parts(markup: str) -> Iterator[str]:
    depth, end = 0, 0
    for tag in TAG.finditer(markup):
        yield markup[end : tag.start()]
        end = tag.end()
        deep = depth > DEEPEST if tag[1] else depth >= DEEPEST
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        if not deep:
            yield tag[0]
    yield markup[end:]
