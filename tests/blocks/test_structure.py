"""Headings, lists, quotes, figures and tables, and what nests in what."""

from __future__ import annotations

import pytest

from tests.blocks.told import blocks_of, nestings, told


@pytest.mark.parametrize("rank", range(1, 7))
def test_headings(rank: int) -> None:
    assert told(f"<h{rank}>One <b>two</b></h{rank}>") == [f"heading {rank}: One two"]


def test_heading_by_role() -> None:
    assert told("<div role=heading aria-level=3>One</div><p role=heading>Two") == ["heading 3: One", "heading 2: Two"]


def test_nested_lists() -> None:
    body = "<ul><li>One<ol start=4><li>two</li><li>three</li></ol></li><li><p>four</p><p>five</p></li></ul>"
    assert told(body) == ["list_item: One", "list_item: two", "list_item: three", "list_item: four", "list_item: five"]
    assert nestings(body) == [
        "list1 item1",
        "list1 item1 list2 item2",
        "list1 item1 list2 item3",
        "list1 item4",
        "list1 item4",
    ]
    assert [block.nesting[-2].start for block in blocks_of(body)] == [None, 4, 4, None, None]


def test_list_right_in_a_list_gets_an_item() -> None:
    assert nestings("<ul><li>One</li><ul><li>two</li></ul></ul>") == ["list1 item1", "list1 item2 list2 item3"]


def test_items_without_a_list_share_one() -> None:
    assert nestings("<div><li>One</li><li>two</li></div>") == ["list1 item1", "list1 item2"]


def test_text_between_items_stands_in_no_list() -> None:
    assert nestings("<ul>One<li>two</li></ul>") == ["", "list1 item1"]


def test_definitions() -> None:
    body = "<dl><dt>Weir<dd>A low dam.<dd>A kind of trap.<dt>Quay<dd>A landing.</dl>"
    assert told(body) == [
        "paragraph: Weir",
        "list_item: A low dam.",
        "list_item: A kind of trap.",
        "paragraph: Quay",
        "list_item: A landing.",
    ]
    assert all(len(block.nesting) in {0, 2} for block in blocks_of(body))


def test_quotes() -> None:
    body = "<blockquote><p>One</p><ul><li>two</li></ul><blockquote>three</blockquote></blockquote>"
    assert told(body) == ["quote: One", "list_item: two", "quote: three"]
    assert nestings(body) == ["quote1", "quote1 list1 item1", "quote1 quote2"]


@pytest.mark.parametrize(
    "body",
    [
        "<figure><img src=a alt=One><figcaption>Two <cite>three</cite></figcaption></figure>",
        "<div class='wp-caption alignleft'><img src=a alt=One><p class='wp-caption-text'>Two <i>three</i></p></div>",
    ],
)
def test_figures(body: str) -> None:
    assert told(body) == ["image: One", "caption: Two three"]
    assert nestings(body) == ["figure1", "figure1"]


def test_data_table() -> None:
    body = """<table><caption>Tides</caption><thead><tr><th>Day<th>High</thead>
        <tr><td>Monday<td><p>04:10</p><p>16:32</p></tr><tr><td><b>Tuesday</b><td></table>"""
    assert told(body) == [
        "caption: Tides",
        "table: Day",
        "table: High",
        "table: Monday",
        "table: 04:10\n16:32",
        "table: Tuesday",
        "table: ",
    ]
    assert nestings(body) == [
        "table1",
        "table1 row1 header_cell1",
        "table1 row1 header_cell2",
        "table1 row2 cell1",
        "table1 row2 cell2",
        "table1 row3 cell3",
        "table1 row3 cell4",
    ]


def test_wide_and_high_cells_keep_the_columns() -> None:
    body = """<table><tr><th colspan=2>One<th>two<tr><td rowspan=2>three<td>four<td>five
        <tr><td>six<td>seven</table>"""
    rows: dict[int, list[str]] = {}
    for block in blocks_of(body):
        rows.setdefault(block.nesting[1].number, []).append(block.text)
    assert list(rows.values()) == [["One", "", "two"], ["three", "four", "five"], ["", "six", "seven"]]


@pytest.mark.parametrize(
    "body",
    [
        "<table role=presentation><tr><td>One</td><td>two</td></tr><tr><td>three<td>four</table>",
        "<table><tr><td><h2>One</h2><p>two</p></td><td>three</td></tr><tr><td>four<td></table>",
        "<table><tr><td>One</td><td>two<table><tr><td>three</table></td></tr><tr><td>four<td></table>",
        "<table><tr><td>One</td></tr><tr><td>two</td></tr><tr><td>three<p>four</table>",
        f"<table><tr><td>One<td>two</tr><tr><td>{'three ' * 400}<td>four</table>",
    ],
)
def test_layout_tables_are_flattened(body: str) -> None:
    blocks = blocks_of(body)
    assert {block.kind for block in blocks} <= {"paragraph", "heading"}
    assert all(not block.nesting for block in blocks)
    assert next(word for block in blocks for word in block.text.split()) == "One"


def test_numbers_are_unique_on_the_page() -> None:
    blocks = blocks_of("<ul><li>a<li>b</ul><blockquote>c</blockquote><figure>d</figure><table><tr><th>e<td>f</table>")
    containers = {container for block in blocks for container in block.nesting}
    assert len({container.number for container in containers}) == len(containers)
    assert [block.number for block in blocks] == list(range(len(blocks)))


def test_deep_nesting_of_every_kind() -> None:
    for opening in ("<div>", "<ul><li>", "<blockquote>", "<table><tr><td>", "<b>", "<dl><dd>", "<x-y>"):
        assert [block.text for block in blocks_of(opening * 10_000 + "word")] == ["word"]
