"""How articles look in Markdown, and that the page shows what was meant."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from bs4 import BeautifulSoup
from safe_markdown import render

from unscrape.model import Article, Block, BlockKind, Container, ContainerKind, Mark, Metadata, Place, Span
from unscrape.to_markdown import to_markdown

BREAK = Span("", frozenset({"break"}))


def block(kind: BlockKind, *spans: Span | str, nesting: Sequence[Container] = (), level: int = 0) -> Block:
    whole = tuple(Span(span) if isinstance(span, str) else span for span in spans)
    return Block(0, kind, whole, Place(1), tuple(nesting), level)


def marked(text: str, *marks: Mark, link: str | None = None) -> Span:
    return Span(text, frozenset(marks), link)


def markdown_of(*blocks: Block) -> str:
    return to_markdown(Article(Metadata(), blocks))


def page_of(*blocks: Block) -> BeautifulSoup:
    return BeautifulSoup(render(markdown_of(*blocks)), "html5lib")


UNCHANGED = [
    "snake_case and a_b_c",
    "https://example.org/a_b_c?d=e#f",
    "R&D, 3 < 4 > 2",
    "Wow! (really)",
    "a - b + c = d",
    "12.5 % of 3.000",
    "C# and F#",
    "~~~ text",
    ":::note",
    "!!! note",
    "title: Text",
    "{not an attribute}",
    "“quoted”",
]


@pytest.mark.parametrize("text", UNCHANGED)
def test_common_text_stays_as_it_is_in_the_file(text: str) -> None:
    assert markdown_of(block("paragraph", text)) == f"{text}\n"


MISREAD = [
    "# no heading",
    "#hashtag",
    "1. no item",
    "12. ",
    "- no item",
    "+ no item",
    "* no item",
    "> no quote",
    "---",
    "***",
    "___",
    "- - -",
    "[^1]: no note",
    "[a]: https://example.org",
    "[a](https://example.org)",
    "![a](b)",
    "*a* and **b**",
    "_a_ __b__",
    "`code` and ``",
    "<b>bold</b>",
    "<!-- gone -->",
    "<!-- -->",
    "<br>",
    "<?php gone ?>",
    "<http://example.org>",
    "<a@b.org>",
    "&amp; &lt; &#35; &",
    r"\# \\ \* C:\new",
    "| a | b |",
    "{filename}/a.md |static|",
    "{: .class }",
    "٣. no item",
    "a\\",
]


@pytest.mark.parametrize("text", MISREAD)
@pytest.mark.parametrize("kind", ["paragraph", "heading", "list_item", "quote", "table"])
def test_text_that_markdown_could_misread_is_shown_as_it_stands(text: str, kind: BlockKind) -> None:
    level = 2 if kind == "heading" else 0
    cell = [Container("table", 1), Container("row", 2), Container("cell", 3)] if kind == "table" else []
    page = page_of(block(kind, text, nesting=cell, level=level))
    assert page.body is not None
    assert page.body.get_text().strip() == text.strip()
    assert not page.select("a, img, code, em, strong, hr, br")


@pytest.mark.parametrize("text", MISREAD)
def test_a_line_after_a_break_is_safe_too(text: str) -> None:
    page = page_of(block("paragraph", "first", BREAK, text, BREAK, text))
    assert page.p is not None
    assert list(page.p.stripped_strings) == ["first", text.strip(), text.strip()]


@pytest.mark.parametrize(
    "text", ["a = b", "====", "a\u2028# b", "\u00a0", "\u200b", "x\x02klzzwxh:0001\x03y", "\x0242\x03"]
)
def test_odd_characters_do_no_harm(text: str) -> None:
    page = page_of(block("paragraph", "first", BREAK, text), block("paragraph", "last"))
    assert [p.name for p in page.select("body > *")] == ["p", "p"]


def test_the_articles_top_heading_is_of_second_level() -> None:
    headings = [block("heading", text, level=level) for text, level in (("a", 3), ("b", 5), ("c", 3), ("d", 6))]
    assert markdown_of(*headings) == "## a\n\n### b\n\n## c\n\n#### d\n"


def test_emphasis_within_words_and_beside_other_marks() -> None:
    spans: list[Span | str] = [
        marked("Un", "emphasis"),
        marked("do", "strong"),
        "ing ",
        marked("both ", "strong", "emphasis"),
        "end",
    ]
    text = markdown_of(block("paragraph", *spans))
    assert text == "*Un*<!-- -->**do**ing ***both*** end\n"
    assert str(page_of(block("paragraph", *spans)).p) == (
        "<p><em>Un</em><strong>do</strong>ing <strong><em>both</em></strong> end</p>"
    )


def test_white_space_stands_outside_of_marks() -> None:
    text = markdown_of(
        block("paragraph", "a", marked(" b ", "strong"), "c", marked(" ", "emphasis"), marked("d", "strong"))
    )
    assert text == "a **b** c **d**\n"


def test_only_web_and_mail_addresses_are_links() -> None:
    links = [
        "https://example.org/a b",
        "mailto:a@b.org",
        "javascript:alert(1)",
        "{filename}/a.md",
        "/a",
        "http://no host",
    ]
    page = page_of(block("paragraph", *(marked("x ", link=link) for link in links)))
    assert [a["href"] for a in page.select("a")] == ["https://example.org/a%20b", "mailto:a@b.org"]
    assert page.get_text().split() == ["x"] * 6


def test_addresses_reach_the_page_as_they_were() -> None:
    address = "https://example.org/a_(b)/*c*?d=1&amp;e=[2]&copy;=3#f"
    page = page_of(block("paragraph", marked("x", link=address)))
    assert page.a is not None
    assert page.a["href"] == address.replace("[", "%5B").replace("]", "%5D")


def test_marks_without_a_markdown_form_leave_their_text() -> None:
    spans = [Span("H"), marked("2", "subscript"), Span("O x"), marked("2", "superscript"), marked(" old", "strike")]
    assert markdown_of(block("paragraph", *spans)) == "H2O x2 old\n"


def test_lists_nest_with_all_that_items_hold() -> None:
    bullets, numbers = Container("list", 1), Container("list", 2, start=3)
    first, second, inner = Container("item", 3), Container("item", 4), Container("item", 5)
    text = markdown_of(
        block("list_item", "a", nesting=[bullets, first]),
        block("list_item", "b", nesting=[bullets, first, numbers, inner]),
        block("list_item", "c", nesting=[bullets, second]),
    )
    assert text == "- a\n    3. b\n- c\n"
    page = page_of(
        block("list_item", "a", nesting=[bullets, first]),
        block("paragraph", "more", nesting=[bullets, first]),
        block("code", "x = 1\n\n    y", nesting=[bullets, first]),
        block("quote", "said", nesting=[bullets, first, Container("quote", 6)]),
        block("code", "first in its item", nesting=[bullets, second]),
    )
    assert [child.name for child in page.select("ul > li:first-child > *")] == ["p", "p", "pre", "blockquote"]
    assert [child.name for child in page.select("ul > li:last-child > *")] == ["pre"]


def test_neighbours_of_one_kind_stay_apart() -> None:
    def item(number: int) -> Block:
        return block("list_item", "a", nesting=[Container("list", number), Container("item", number + 50)])

    quotes = [block("quote", "q", nesting=[Container("quote", number)]) for number in (1, 2)]
    page = page_of(item(3), item(4), *quotes, block("code", "x"), block("code", "y"))
    assert [child.name for child in page.select("body > *")] == ["ul", "ul", "blockquote", "blockquote", "pre", "pre"]


def table(*rows: tuple[ContainerKind, Sequence[str]], caption: str = "") -> list[Block]:
    container, number = Container("table", 1), 2
    blocks = [block("caption", caption, nesting=[container])] if caption else []
    for kind, cells in rows:
        row, number = Container("row", number), number + 1
        for cell in cells:
            number += 1
            blocks.append(block("table", cell, nesting=[container, row, Container(kind, number)]))
    return blocks


def test_tables_are_padded_and_captioned() -> None:
    blocks = table(("header_cell", ["Name", "a|b"]), ("cell", ["x"]), caption="Of names")
    assert markdown_of(*blocks) == "*Of names*\n\n| Name | a\\|b |\n| --- | --- |\n| x |  |\n"
    page = page_of(*blocks)
    assert [cell.get_text() for cell in page.select("th, td")] == ["Name", "a|b", "x", ""]
    assert [caption.get_text() for caption in page.select("table > caption")] == ["Of names"]


def test_a_table_without_a_header_gets_none() -> None:
    page = page_of(*table(("cell", ["a", "b"]), ("cell", ["c", "d"])))
    assert not page.select("thead, th")
    assert len(page.select("tbody > tr > td")) == 4


def test_a_cell_may_have_lines_and_a_layout_table_is_laid_out() -> None:
    container = [Container("table", 1), Container("row", 2), Container("cell", 3)]
    lines = [block("paragraph", "a", BREAK, "b", nesting=container), block("paragraph", "c", nesting=container)]
    assert str(page_of(*lines).td) == "<td>a<br/>\nb<br/>\nc</td>"
    page = page_of(*lines, block("list_item", "d", nesting=[*container, Container("list", 4), Container("item", 5)]))
    assert [child.name for child in page.select("body > *")] == ["p", "p", "ul"]


def test_a_figure_is_images_and_an_emphasised_paragraph() -> None:
    figure = [Container("figure", 1)]
    blocks = [
        block("image", marked("A *bridge*", "image", link="https://example.org/b.jpg"), nesting=figure),
        block("caption", "The third ", marked("bridge", "emphasis"), nesting=figure),
        block("caption", "Photo: Ana Ilić", nesting=figure),
    ]
    assert markdown_of(*blocks) == (
        "![A \\*bridge\\*](https://example.org/b.jpg)\n\n*The third bridge  \nPhoto: Ana Ilić*\n"
    )
    page = page_of(*blocks)
    assert page.img is not None
    assert page.figcaption is not None
    assert page.img["alt"] == "A *bridge*"
    assert page.figcaption.get_text() == "The third bridge\nPhoto: Ana Ilić"


def test_an_emphasised_paragraph_of_the_text_is_no_caption() -> None:
    image = block("image", marked("A bridge", "image", link="https://example.org/b.jpg"))
    page = page_of(image, block("paragraph", marked("Later that day", "emphasis")), *table(("cell", ["a", "b"])))
    assert [child.name for child in page.select("body > *")] == ["figure", "p", "table"]


def reference(text: str, note: int) -> Span:
    return marked(text, "footnote_ref", link=f"fn-{note}")


def test_notes_keep_the_words_of_their_references() -> None:
    blocks = [
        block("paragraph", "One", reference("[12]", 7), " two", reference("*", 8), " three", reference("12", 7)),
        block("footnote", "A source.", nesting=[Container("footnote", 7)]),
        block("footnote", "A remark.", nesting=[Container("footnote", 8)]),
        block("paragraph", "After the notes."),
    ]
    assert markdown_of(*blocks) == (
        "One\\[[^12]\\] two[^*] three[^12]\n\nAfter the notes.\n\n[^12]: A source.\n\n[^*]: A remark.\n"
    )
    page = page_of(*blocks)
    assert page.p is not None
    assert page.p.get_text() == "One[12] two* three12"
    assert [note["value"] for note in page.select(".footnote li[value]")] == ["12"]
    assert all(page.find(id=str(link["href"]).removeprefix("#")) for link in page.select("a[href^='#']"))


def test_notes_of_one_label_are_told_apart() -> None:
    notes = [block("footnote", text, nesting=[Container("footnote", number)]) for number, text in ((7, "a"), (8, "b"))]
    page = page_of(block("paragraph", "x", reference("1", 7), " y", reference("1", 8)), *notes)
    assert [link.get_text() for link in page.select("a.footnote-ref")] == ["1", "1"]
    assert len({link["href"] for link in page.select("a.footnote-ref")}) == 2


def test_a_reference_without_its_note_is_text_and_so_is_a_note_without_reference() -> None:
    text = markdown_of(
        block("paragraph", "One", reference("[1]", 9)), block("footnote", "Alone.", nesting=[Container("footnote", 3)])
    )
    assert text == "One\\[1\\]\n\nAlone.\n"


def test_an_empty_article_is_an_empty_body() -> None:
    assert markdown_of() == ""
    assert markdown_of(block("paragraph", " \u00a0 ")) == ""
