"""What is no scrape at all is refused with the next step, before anything tries to make words of it."""

from __future__ import annotations

from collections import Counter

from unscrape.errors import UnreadablePage

# First bytes, what they mean, and what to do about it.
BINARY_FORMS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF document", "save its text as .txt (pdftotext), or scrape the page as HTML"),
    (b"PK\x03\x04", "a zip archive or an office document", "unpack it, or save the document as HTML"),
    (b"PK\x05\x06", "an empty zip archive", "scrape the page again"),
    (b"\x1f\x8b", "gzip-compressed", "unpack it first (gunzip)"),
    (b"BZh", "bzip2-compressed", "unpack it first (bunzip2)"),
    (b"\xfd7zXZ\x00", "xz-compressed", "unpack it first (unxz)"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed", "unpack it first (unzstd)"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive", "unpack it first"),
    (b"Rar!\x1a\x07", "a rar archive", "unpack it first"),
    (b"\x89PNG\r\n", "a PNG image", "keep the page that shows it instead"),
    (b"\xff\xd8\xff", "a JPEG image", "keep the page that shows it instead"),
    (b"GIF87a", "a GIF image", "keep the page that shows it instead"),
    (b"GIF89a", "a GIF image", "keep the page that shows it instead"),
    (b"RIFF", "an image, sound or video", "keep the page that shows it instead"),
    (b"OggS", "sound or video", "keep the page that shows it instead"),
    (b"ID3", "sound", "keep the page that links to it instead"),
    (b"wOFF", "a web font", "remove it from the scrapes"),
    (b"wOF2", "a web font", "remove it from the scrapes"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "save it as HTML or as text"),
    (b"{\\rtf", "an RTF document", "save it as HTML or as text"),
    (b"bplist00", "a Safari web archive or a property list", "save the page as HTML (page source)"),
    (b"SQLite format 3\x00", "a database", "export its pages as HTML or text files"),
    (b"\x7fELF", "a program", "remove it from the scrapes"),
    (b"WARC/", "a WARC web archive", "extract its pages as HTML files first"),
    (b"From: <Saved by ", "a page saved as MHTML", "save it as HTML instead"),
)
UNICODE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff", b"\xef\xbb\xbf")
CONTROLS = bytes([*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)])
MOST_CONTROLS = 0.02
SAMPLE = 65_536
MOST_BYTES = 32 * 2**20
WHITE_SPACE = b" \t\r\n\f"
# In UTF-16 the upper bytes of a script are few: NUL for spaces, signs and Latin letters, one or two for its own.
UPPER_BYTES, UPPER_SHARE, LOWER_SHARE, LEAST_BYTES = 3, 0.9, 0.6, 64


def refuse_huge(size: int, name: str) -> None:
    """Raises UnreadablePage for more than MOST_BYTES: a page that long would take minutes and gigabytes."""
    if size > MOST_BYTES:
        told = f"{size / 2**20:.0f} MB, more than the {MOST_BYTES // 2**20} MB that we read as one page"
        raise UnreadablePage(f"{name}: {told}; split it into its articles, or remove it")


def refuse_binary(data: bytes, name: str) -> None:
    """Raises UnreadablePage for bytes that are no text in any encoding; a stray NUL is no reason."""
    head = data[:1024].lstrip(WHITE_SPACE)
    for magic, what, next_step in BINARY_FORMS:
        if head.startswith(magic):
            raise UnreadablePage(f"{name}: this is {what}, not a page; {next_step}")
    if not data.startswith(UNICODE_MARKS) and _noise(data[:SAMPLE]) > MOST_CONTROLS and not _is_utf16(data[:SAMPLE]):
        raise UnreadablePage(f"{name}: binary data, not a page; scrape it again as HTML or text, or remove it")


def refuse_empty(text: str, name: str) -> None:
    """Raises UnreadablePage when nothing but white space is there."""
    if not text or text.isspace():
        raise UnreadablePage(f"{name}: the file is empty; scrape the page again, or remove the file")


def unmarked_utf16(data: bytes) -> str | None:
    """The name of the UTF-16 that data without a byte order mark is in, or None.

    Text in Western scripts has a NUL in nearly every second byte of it, always on the same side; text in another
    alphabet that alphabet's upper byte, and NULs with its spaces.
    """
    even, odd = data[0::2], data[1::2]
    if len(data) >= 4 and odd.count(0) > 0.4 * len(odd) and even.count(0) < 0.05 * len(even):
        return "utf-16-le"
    if len(data) >= 4 and even.count(0) > 0.4 * len(even) and odd.count(0) < 0.05 * len(odd):
        return "utf-16-be"
    if len(data) < LEAST_BYTES or 0 not in data:
        return None
    return "utf-16-le" if _are_upper(odd, even) else "utf-16-be" if _are_upper(even, odd) else None


def _are_upper(upper: bytes, lower: bytes) -> bool:
    few = _share_of_commonest(upper) >= UPPER_SHARE and _share_of_commonest(lower) <= LOWER_SHARE
    return few and 0 in upper and 0 not in lower


def _share_of_commonest(data: bytes) -> float:
    return sum(count for _, count in Counter(data).most_common(UPPER_BYTES)) / len(data)


def _is_utf16(sample: bytes) -> bool:
    return unmarked_utf16(sample) is not None


def _noise(sample: bytes) -> float:
    return (len(sample) - len(sample.translate(None, CONTROLS))) / max(len(sample), 1)
