"""Bytes → text: byte order mark, then what the page declares, then UTF-8, then a guess by charset-normalizer."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

import ftfy  # noqa: F401  (registers the codecs sloppy-windows-1252 and its kin)
import webencodings
from charset_normalizer import CharsetMatch, CharsetMatches, from_bytes

from unscrape.errors import UnreadablePage
from unscrape.reading.unreadable import unmarked_utf16

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED_WITHIN = 1024
XML_DECLARATION = re.compile(rb"""^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']""")
META = re.compile(rb"<meta\b[^>]*>", re.IGNORECASE)
CHARSET = re.compile(rb"""\bcharset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
# Guessing among all that Python knows finds DOS and Mac code pages in Western prose; the web has these.
GUESSED = [
    "cp1252", "cp1251", "cp1250", "koi8_r", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "iso8859_2", "cp932",
    "euc_jp", "iso2022_jp", "gb18030", "big5", "cp949", "cp874", "cp866",
]  # fmt: skip
BROKEN_PER_GOOD = 0.1


def decode(data: bytes, name: str) -> tuple[str, str]:
    """The text in `data`, and the encoding that it was in. Raises UnreadablePage naming the file.

    A declared encoding that does not fit the bytes is passed over. ISO-8859-1 means windows-1252, as in browsers.
    In UTF-8 with a few broken bytes, each of them becomes U+FFFD.
    """
    for encoding, codec in _candidates(data):
        try:
            return data.decode(codec).removeprefix("\ufeff"), encoding
        except (UnicodeDecodeError, LookupError):
            continue
    found = _broken_utf8(data) or _guess(data)
    if found is None:
        raise UnreadablePage(f"{name}: in no encoding that we know; convert it to UTF-8 (iconv -t utf-8) and try again")
    return found


def declared_encoding(data: bytes) -> str | None:
    """What the page says of itself in its first kilobyte, by the WHATWG's name for it.

    >>> declared_encoding(b'<meta charset="ISO-8859-1">')
    'windows-1252'
    """
    head = COMMENT.sub(b"", data[:DECLARED_WITHIN])
    metas = (CHARSET.search(meta) for meta in META.findall(head))
    labels = (found[1] for found in (XML_DECLARATION.search(head), *metas) if found)
    return next(filter(None, map(_web_name, labels)), None)


def _candidates(data: bytes) -> Iterator[tuple[str, str]]:
    """Encodings to try in turn, each with Python's codec for it."""
    yield from ((encoding, encoding) for mark, encoding in BYTE_ORDER_MARKS if data.startswith(mark))
    declared = declared_encoding(data)
    if declared:
        yield declared, _codec(declared)
    unmarked = unmarked_utf16(data[:4096])
    if unmarked:
        yield unmarked, unmarked
    yield "utf-8", "utf-8"
    if declared and declared.startswith("windows-"):
        yield declared, f"sloppy-{declared}"  # the bytes that windows-1252 leaves free, as browsers read them


def _web_name(label: bytes) -> str | None:
    """A page that can be read for its declaration is no UTF-16, whatever it says."""
    found = webencodings.lookup(label.decode("ascii"))
    if found is None or found.name == "x-user-defined":
        return None
    return "utf-8" if found.name.startswith("utf-16") else found.name


def _codec(web_name: str) -> str:
    found = webencodings.lookup(web_name)
    return str(found.codec_info.name) if found else web_name


def _broken_utf8(data: bytes) -> tuple[str, str] | None:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    good = sum(not character.isascii() for character in text) - broken
    return (text, "utf-8") if broken <= BROKEN_PER_GOOD * good else None


def _guess(data: bytes) -> tuple[str, str] | None:
    matches = from_bytes(data, cp_isolation=GUESSED)
    best = _western_first(matches)
    return (str(best), _guessed_name(best.encoding)) if best else None


def _western_first(matches: CharsetMatches) -> CharsetMatch | None:
    """The best match; windows-1252 where it is as good: in short texts several come out even."""
    best = matches.best()
    for match in matches:
        if best and match.encoding == "cp1252" and match.chaos <= best.chaos and match.coherence >= best.coherence:
            return match
    return best


def _guessed_name(codec: str) -> str:
    found = webencodings.lookup(codec.replace("_", "-"))
    return str(found.name) if found else codec
