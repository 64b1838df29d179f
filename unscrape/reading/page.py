"""The way from a file, or from bytes or text that a caller has, to a ScrapedPage."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from unscrape.errors import UnreadablePage
from unscrape.model import ScrapedPage
from unscrape.reading.decoding import decode
from unscrape.reading.form import find_form
from unscrape.reading.markers import find_markers
from unscrape.reading.markup import parse
from unscrape.reading.mojibake import mend_text, mend_tree
from unscrape.reading.unreadable import refuse_binary, refuse_empty, refuse_huge


def read_page(path: Path) -> ScrapedPage:
    """The scrape in a file. The file's name is a hint at its form; its modification time is never evidence.

    Raises UnreadablePage when the file is missing, empty, binary, larger than 32 MB or in no encoding that we know.
    """
    try:
        refuse_huge(path.stat().st_size, str(path))  # before its bytes are in memory
        data = path.read_bytes()
    except OSError as error:
        raise UnreadablePage(f"{path}: {error.strerror}; check the name and the right to read it") from error
    return read_data(data, path=str(path))


def read_data(data: bytes | str, *, url: str | None = None, path: str | None = None) -> ScrapedPage:
    """The scrape in `data`: bytes are decoded, text is taken as it stands; mojibake is mended in both.

    `url` is where the page was fetched: it wins over what the scrape says of itself. `path` serves messages and
    as a hint at the form; nothing is opened. Raises UnreadablePage.
    """
    raw, text, encoding = _decoded(data, path or "this scrape")
    facts = _Facts(sha256(raw).hexdigest(), encoding, path, url)
    return _html_page(text, facts) if find_form(text, path) == "html" else _text_page(text, facts)


class _Facts(NamedTuple):
    """What is known of a scrape before its text is looked at."""

    raw_sha256: str
    encoding: str
    path: str | None
    url: str | None


def _decoded(data: bytes | str, name: str) -> tuple[bytes, str, str]:
    refuse_huge(len(data), name)
    if isinstance(data, str):
        raw, text, encoding = data.encode("utf-8", "surrogatepass"), data, "given as text"
    else:
        refuse_binary(data, name)
        raw, (text, encoding) = data, decode(data, name)
    text = text.removeprefix("\ufeff").replace("\0", "")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    refuse_empty(text, name)
    return raw, text, encoding


def _html_page(text: str, facts: _Facts) -> ScrapedPage:
    tree, words = parse(text)
    repairs = mend_tree(tree, words)
    url, captured = find_markers(text, facts.url)
    return ScrapedPage("html", text, facts.raw_sha256, facts.encoding, facts.path, url, captured, repairs, tree)


def _text_page(text: str, facts: _Facts) -> ScrapedPage:
    mended, repairs = mend_text(text)
    url, captured = find_markers("", facts.url)
    return ScrapedPage("text", mended, facts.raw_sha256, facts.encoding, facts.path, url, captured, repairs)
