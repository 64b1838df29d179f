"""readability-lxml: the article as HTML, title and author."""

from __future__ import annotations

from readability import Document  # type: ignore[import-not-found]

from bench.peers.told import Told, as_authors


class Readability:
    package = "readability-lxml"

    def clean(self, data: bytes) -> Told:
        page = Document(data)
        author = page.author()
        return Told(
            title=page.short_title(),
            authors=as_authors("" if author == "[no-author]" else author),
            html=page.summary(html_partial=True),
        )

    def tell(self, data: bytes, cleaned: object) -> Told:
        assert isinstance(cleaned, Told)
        return cleaned
