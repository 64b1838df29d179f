"""An article's plain text, for reading machines and for comparisons."""

from __future__ import annotations

from unscrape.model import Article, Block


def plain_text(article: Article) -> str:
    """The dek, then headings, paragraphs, list items, quotes, table cells, captions, code and notes, each a paragraph.

    Paragraphs are split by blank lines. Title, byline and date are not part of it, and neither are the alternative
    texts of images: nobody sees them in the text. A break within a block is a line end.
    """
    paragraphs = [article.metadata.dek.value or "", *(_text(block) for block in article.blocks)]
    return "\n\n".join(text for text in (_no_blank_lines(paragraph) for paragraph in paragraphs) if text)


def _text(block: Block) -> str:
    spans = (span for span in block.spans if "image" not in span.marks)
    return "".join("\n" if "break" in span.marks else span.text for span in spans)


def _no_blank_lines(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().split("\n") if line.strip())
