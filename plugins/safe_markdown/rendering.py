# SPDX-License-Identifier: AGPL-3.0-or-later
"""Markdown → HTML, by Python-Markdown with raw HTML off."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from markdown import Markdown
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension

from .figures import FigureExtension
from .loose_items import LooseItemExtension
from .marks_apart import MarksApartExtension
from .notes import NoteExtension
from .paragraph_ids import ParagraphIdExtension
from .safe_addresses import SafeAddressExtension
from .sanitising import changes_made, sanitised
from .simple_tables import SimpleTableExtension


@dataclass(frozen=True, slots=True)
class Rendering:
    """HTML that is safe to show; `changes` tells what had to be taken out of what the Markdown gave: nothing should."""

    html: str
    changes: tuple[str, ...] = ()


def render(markdown: str, name: str = "") -> str:
    """The HTML of an article's or a source's Markdown. With its `name`, footnotes have ids of their own on a page, and
    paragraphs have ids at all.

    >>> render("One *word*[^1]\\n\\n[^1]: <b>")[:96]
    '<p>One <em>word</em><sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup></p>\\n<div '
    """
    return render_and_compare(markdown, name).html


def render_and_compare(markdown: str, name: str = "") -> Rendering:
    """The same, and what sanitising had to change: always a fault of this package."""
    converter = _converter()
    converter.reset()
    for extension in converter.registeredExtensions:
        if isinstance(extension, NoteExtension):
            extension.article = name
        elif isinstance(extension, ParagraphIdExtension):
            extension.wanted = bool(name)
    written = converter.convert(markdown)
    safe = sanitised(written)
    return Rendering(safe, tuple(changes_made(written, safe)))


@lru_cache(maxsize=1)
def _converter() -> Markdown:
    """What `unscrape/to_markdown` writes for, and no more: `<b>` is text, and so is `{: .attribute}`."""
    converter = Markdown(
        output_format="html",
        extensions=[
            TableExtension(use_align_attribute=True),
            SaneListExtension(),
            NoteExtension(),
            MarksApartExtension(),
            LooseItemExtension(),
            FigureExtension(),
            SimpleTableExtension(),
            SafeAddressExtension(),
            ParagraphIdExtension(),
        ],
    )
    converter.preprocessors.deregister("html_block")
    for pattern in ("html", "automail"):
        converter.inlinePatterns.deregister(pattern)
    return converter
