# SPDX-License-Identifier: AGPL-3.0-or-later
"""Pelican's reader of articles and of pages about sources.

What it gives Pelican: the rendered text, and as metadata `title`, `slug` and `summary` (the header's `summary`, that is
the dek, as HTML; "" where there is none, so that Pelican cuts none out of the text) and `header`, the whole header as
it was typed: texts, lists of texts, None; and under `changed_by_sanitising` what nh3 had to change, where it had to.
`published` and `modified` stay in `header` alone: as `date` and `modified` Pelican would fill in what is unknown
(`partial_dates` knows better). So do `authors`, `source`, `lang` and `tags`: `article_header`, `author_variants`,
`source_pages` and `topics_by_vocabulary` make of them what the templates read.

A header that can't be read is a fault of that one article, told with file and line; for a source it stops the build.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from archive_faults import ArchiveError, report_fault, within_archive
from pelican.readers import BaseReader

from .header import BrokenHeaderError, split_header
from .rendering import render_and_compare

if TYPE_CHECKING:
    from pelican.contents import Content
    from pelican.readers import Readers

CHANGES = "changed_by_sanitising"


def add_reader(readers: Readers) -> None:
    readers.reader_classes["md"] = SafeMarkdownReader


def report_changes(content: Content) -> None:
    """A page that sanitising had to change is shown as it is safe to, and is a fault, on cached builds too."""
    for change in (content.metadata.get("header") or {}).get(CHANGES, ()):
        report_fault(content.settings, content.source_path, f"unsafe HTML was left out: {change}")


class SafeMarkdownReader(BaseReader):  # type: ignore[misc]  # Pelican ships no types
    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        try:
            header, markdown = split_header(_text_of(Path(source_path)))
        except BrokenHeaderError as error:
            self._report(source_path, error)
            raise
        rendering = render_and_compare(markdown, name=str(header.get("slug") or Path(source_path).stem))
        if rendering.changes:
            header[CHANGES] = list(rendering.changes)
        return rendering.html, _metadata(header)

    def _report(self, source_path: str, error: BrokenHeaderError) -> None:
        articles = [Path(self.settings["PATH"], folder) for folder in self.settings["ARTICLE_PATHS"]]
        if not any(Path(source_path).is_relative_to(folder) for folder in articles):
            raise ArchiveError(f"{within_archive(self.settings, source_path)}: {error}") from None
        report_fault(self.settings, source_path, str(error))


def _text_of(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise BrokenHeaderError(f"line {line}: is not UTF-8; save the file as UTF-8.") from None


def _metadata(header: dict[str, Any]) -> dict[str, Any]:
    """Pelican sets these on the article; a key without a value is left out, for it would become "None"."""
    named = {key: str(header[key]) for key in ("title", "slug") if header.get(key)}
    return {**named, "summary": escape(str(header.get("summary") or ""), quote=False), "header": header}
