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
# Anything may stand before the first tag of a page: declarations, comments, text that a server let slip.
DOCUMENT = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
TAG = re.compile(
    r"</?(?:html|head|body|title|meta|link|script|style|div|span|p|a|ul|ol|li|table|tr|td|h[1-6]|br|hr|img|b|i|em|strong"
    r"|article|section|main|header|footer|nav|aside|figure|blockquote|pre|form|font|center)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
CLOSING_BLOCK = re.compile(
    r"</(?:p|div|article|section|main|body|html|table|ul|ol|h[1-6]|blockquote)\s*>", re.IGNORECASE
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
    return "html" if _reads_as_markup(sample, tags, starts_so=hint is None) else "text"


def _reads_as_markup(sample: str, tags: int, starts_so: bool) -> bool:
    """A dump may speak of tags; a page begins with one, or has one in every other line."""
    if not CLOSING_BLOCK.search(sample):
        return False
    begins = starts_so and sample.lstrip().startswith("<")
    return begins or tags > max(5, sample.count("\n") / 2)
