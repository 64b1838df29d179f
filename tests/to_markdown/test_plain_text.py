"""An article's plain text."""

from __future__ import annotations

from unscrape.model import Article, Block, Choice, Evidence, Metadata, Place, Span
from unscrape.to_markdown.plain_text import plain_text


def test_the_dek_comes_first_and_images_are_silent() -> None:
    spans = (
        Span("Two"),
        Span("", frozenset({"break"})),
        Span("lines "),
        Span("A bridge", frozenset({"image"}), "b.jpg"),
    )
    metadata = Metadata(title=Choice(Evidence("Title", "", "", 1)), dek=Choice(Evidence("The dek.", "", "", 1)))
    blocks = (Block(0, "heading", (Span("Head"),), Place(1), level=2), Block(1, "paragraph", spans, Place(2)))
    rule = Block(2, "rule", (), Place(3))
    assert plain_text(Article(metadata, (*blocks, rule))) == "The dek.\n\nHead\n\nTwo\nlines"
