"""trafilatura without comments, and its variants for precision and recall."""

from __future__ import annotations

import trafilatura  # type: ignore[import-not-found]

from bench.peers.told import Told, as_authors

VARIANTS = {"": {}, "precision": {"favor_precision": True}, "recall": {"favor_recall": True}}
WITH_ALL = {
    "output_format": "markdown",
    "with_metadata": True,
    "include_links": True,
    "include_images": True,
    "include_formatting": True,
}


class Trafilatura:
    package = "trafilatura"

    def __init__(self, variant: str = "") -> None:
        self.options = {"include_comments": False, "include_tables": True} | VARIANTS[variant]

    def clean(self, data: bytes) -> str:
        """Metadata and Markdown in one call, since ours gives both; the metadata stand above the text."""
        return trafilatura.extract(data, **self.options, **WITH_ALL) or ""

    def tell(self, data: bytes, cleaned: object) -> Told:
        """Asked again for the plain text and for the fields: its Markdown's header would have to be parsed."""
        text = trafilatura.extract(data, **self.options) or ""
        found = trafilatura.bare_extraction(data, **self.options, with_metadata=True)
        markdown = str(cleaned)
        if not found:
            return Told(text=text, markdown=markdown)
        return Told(
            text=text,
            markdown=without_header(markdown),
            title=found.title,
            authors=as_authors(found.author),
            date=found.date,
        )


def without_header(markdown: str) -> str:
    """The Markdown below its YAML header."""
    _, begun, rest = markdown.partition("---\n")
    return rest.partition("\n---\n")[2] if begun and markdown.startswith("---\n") else markdown
