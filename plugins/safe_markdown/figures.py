# SPDX-License-Identifier: AGPL-3.0-or-later
"""Figures: a paragraph of images, and the wholly emphasised paragraph after it, their caption and credit."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor


class FigureExtension(Extension):
    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        # Once inline patterns have made images and emphasis of the text.
        md.treeprocessors.register(FigureProcessor(md), "figures", 18)


class FigureProcessor(Treeprocessor):
    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for child in [child for child in parent if child.tag == "p" and is_of_images(child)]:
                _make_figure(parent, child)


def is_of_images(paragraph: Element) -> bool:
    """Whether it holds images alone, or images that are links."""
    return _is_made_of(paragraph, "img", "a") and all(
        child.tag == "img" or (_is_made_of(child, "img")) for child in paragraph
    )


def is_caption(paragraph: Element | None) -> bool:
    """Whether it is emphasised from end to end."""
    return paragraph is not None and _is_made_of(paragraph, "em") and len(paragraph) == 1


def to_caption(paragraph: Element, tag: str) -> Element:
    """The paragraph as a caption, which needs no emphasis any more."""
    emphasis = paragraph[0]
    caption = Element(tag)
    caption.text = emphasis.text
    caption.extend(list(emphasis))
    return caption


def _make_figure(parent: Element, paragraph: Element) -> None:
    position = list(parent).index(paragraph)
    following = parent[position + 1] if position + 1 < len(parent) else None
    paragraph.tag = "figure"
    if following is not None and is_caption(following):
        paragraph.append(to_caption(following, "figcaption"))
        parent.remove(following)


def _is_made_of(element: Element, *tags: str) -> bool:
    texts = [element.text, *(child.tail for child in element)]
    return (
        element.tag in {"p", "a"}
        and len(element) > 0
        and all(child.tag in tags for child in element)
        and not any(text and text.strip() for text in texts)
    )
