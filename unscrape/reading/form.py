"""HTML or plain text: the content decides, the file's extension only where the content could be either."""

from __future__ import annotations

import re
from pathlib import PurePath

from unscrape.model import Form

EXTENSIONS: dict[str, Form] = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".xht": "html", ".shtml": "html", ".mht": "html",
    ".php": "html", ".asp": "html", ".aspx": "html", ".jsp": "html", ".cfm": "html",
    ".txt": "text", ".text": "text", ".md": "text", ".log": "text", ".csv": "text",
}  # fmt: skip
SAMPLE = 20_000
# Declarations and comments may stand before a page's first tag.
DOCUMENT = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
TAG = re.compile(
    r"</?(?:html|head|body|title|meta|link|script|style|div|span|p|a|ul|ol|li|table|tr|td|h[1-6]|br|hr|img|b|i|em|strong"
    r"|article|section|main|header|footer|nav|aside|figure|blockquote|pre|form|font|center)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
CLOSING = re.compile(
    r"</(?:p|div|article|section|main|body|html|head|title|script|style|table|ul|ol|h[1-6]|blockquote)\s*>",
    re.IGNORECASE,
)


def find_form(text: str, path: str | None = None) -> Form:
    """What a browser or an editor would make of it.

    >>> find_form("<p>One.</p>"), find_form("Write <b> for bold.")
    ('html', 'text')
    """
    sample = text[:SAMPLE]
    if DOCUMENT.match(sample):
        return "html"
    hint = EXTENSIONS.get(PurePath(path).suffix.lower()) if path else None
    tags = len(TAG.findall(sample))
    if hint == "html":
        return "html" if tags else "text"
    begins = hint is None and TAG.match(sample.lstrip()) is not None
    return "html" if CLOSING.search(text) and (begins or _is_dense(sample, tags)) else "text"


def _is_dense(sample: str, tags: int) -> bool:
    """A dump may speak of tags; a page has one in every other line."""
    return tags > max(5, sample.count("\n") / 2)
