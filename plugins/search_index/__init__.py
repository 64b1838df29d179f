# SPDX-License-Identifier: AGPL-3.0-or-later
"""Full-text search by Lunr: the search page, and the index that the reader's browser searches.

The browser's half is themes/reader/browser/search/.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from .documents import searchable_documents
from .files import write_search_files
from .synonyms import load_synonyms

if TYPE_CHECKING:
    from site_types import ArticlesGenerator, Writer

SEARCH_PAGE = "search/index.html"


def register() -> None:
    # This signal comes when every plugin has had its say about an article, and before the site counts as finished.
    signals.article_writer_finalized.connect(write_search)


def write_search(generator: ArticlesGenerator, writer: Writer) -> None:
    """Write search/index.html, search/manifest.js and the folder that it names."""
    documents = searchable_documents(generator.articles)
    folder = Path(generator.output_path, "search")
    synonyms = load_synonyms(Path(generator.settings["ARCHIVE"]))
    write_search_files(folder, documents, generator.settings["PUBLISHED"], synonyms)
    writer.write_file(
        SEARCH_PAGE,
        generator.get_template("search"),
        generator.context,
        relative_urls=generator.settings["RELATIVE_URLS"],
        url=SEARCH_PAGE,
    )
