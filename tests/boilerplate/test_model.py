"""The learned labeller: what it chooses, what goes along with it, and how it answers for what it leaves out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from unscrape import clean
from unscrape.boilerplate.belonging import keep_what_belongs
from unscrape.boilerplate.learned.choice import best_set, without_twins
from unscrape.boilerplate.learned.columns import shifted, summed_around
from unscrape.boilerplate.learned.elements import Elements
from unscrape.boilerplate.learned.page import Page
from unscrape.boilerplate.learned.score import tree_odds
from unscrape.boilerplate.learned.tokens import (
    bags,
    block_tokens,
    element_tokens,
    known_tokens,
    tokens_far,
    tokens_near,
    words_in,
)
from unscrape.boilerplate.learned.weights import Weights, read_weights, shipped_weights, write_weights
from unscrape.model import Article, Block, BlockKind, Container, Form, Ledger, Metadata, Place, Span
from unscrape.reading import read_data
from unscrape.review import find_doubts

PROSE = "The ferry to Skarn ran twice that winter, and both times it carried nobody but the man who wrote this down. "
TEXT = (
    "The harbour board met on Tuesday to hear why the crane had stood idle since the spring.",
    "Its engineer said that a part had been ordered from a works which no longer exists.",
    "Nobody asked him when he had known, and he did not say so of his own accord.",
    "The board resolved, by four votes to three, to order the same part again.",
)


def block(number: int, text: str, kind: BlockKind = "paragraph", **more: object) -> Block:
    return Block(number, kind, (Span(text),), Place(number + 1), **more)  # type: ignore[arg-type]


def page(*blocks: Block) -> Page:
    return Page(blocks, Metadata())


def test_a_block_more_is_kept_only_while_it_raises_the_expected_f1() -> None:
    likely, words = np.array([0.99, 0.5, 0.45, 0.02]), np.array([100.0, 10.0, 10.0, 300.0])
    choice = best_set(likely, words)
    assert choice.kept.tolist() == [True, True, False, False] or choice.kept.tolist() == [True, True, True, False]
    assert choice.expected > best_set(likely, words * [1, 0, 0, 1]).expected - 0.05
    assert 0 < choice.expected < 1


def test_nothing_is_kept_of_a_page_without_words() -> None:
    choice = best_set(np.array([0.9, 0.9]), np.zeros(2))
    assert not choice.kept.any()
    assert choice.expected == 0


def test_of_two_blocks_with_the_same_words_the_likelier_stays() -> None:
    blocks = [block(0, PROSE), block(1, "Menu"), block(2, PROSE), block(3, "Menu")]
    once, twins = without_twins(page(*blocks), np.array([0.2, 0.5, 0.9, 0.5]))
    assert once.tolist() == [0.0, 0.5, 0.9, 0.5]
    assert twins == {0: 2}


def test_a_page_that_sends_its_text_twice_is_read_once() -> None:
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXT)
    twice = f"<body><h1>The crane</h1><div class=wide>{paragraphs}</div><div class=narrow>{paragraphs}</div></body>"
    cleaned = clean(twice)
    assert [cleaned.text.count(text) for text in TEXT] == [1] * len(TEXT)
    assert {entry.rule for entry in cleaned.removed} == {"said twice"}
    assert not cleaned.ledger.balance()


def test_captions_pictures_and_notes_go_with_the_text_but_not_against_advice() -> None:
    blocks = (
        block(0, PROSE),
        block(1, "The quay in 1931.", "caption"),
        block(2, "A crane", "image"),
        block(3, PROSE + "Again."),
        block(4, "Ibid., p. 4.", "footnote"),
        block(5, "Our partner's offer", "caption"),
    )
    kept = np.array([True, False, False, True, False, False])
    advised = np.array([False] * 5 + [True])
    mended = keep_what_belongs(page(*blocks), kept, advised, np.zeros(6))
    assert mended.kept.tolist() == [True, True, True, True, True, False]
    assert set(mended.reasons) == {1, 2, 4}


def test_a_table_is_kept_whole_its_empty_cells_too() -> None:
    table = (Container("table", 1),)
    cells = [block(number, text, "table", nesting=table) for number, text in enumerate(("Port", "Lights lit", "", "7"))]
    mended = keep_what_belongs(page(*cells), np.array([True, True, False, False]), np.zeros(4, bool), np.zeros(4))
    assert mended.kept.all()


@pytest.mark.parametrize("form", ["html", "text"])
def test_the_shipped_weights_hold_together(form: Form) -> None:
    weights = shipped_weights(form)
    assert weights.linear.shape == (len(weights.tokens), 5)
    assert weights.columns.max() < len(weights.names)
    assert weights.leaves.shape == (len(weights.columns), 2 ** weights.columns.shape[1])
    assert np.isfinite(weights.linear).all()
    assert np.isfinite(weights.leaves).all()


def test_weights_are_read_as_they_were_written_but_for_rounding(tmp_path: Path) -> None:
    weights = shipped_weights("html")
    write_weights(tmp_path / "again.npz", weights)
    again = read_weights(tmp_path / "again.npz")
    assert (again.tokens, again.names, again.bias, again.base) == (
        weights.tokens, weights.names, weights.bias, weights.base
    )  # fmt: skip
    np.testing.assert_allclose(again.linear, weights.linear, atol=1e-5)
    np.testing.assert_allclose(again.leaves, weights.leaves, atol=1e-5)


def test_a_tree_adds_the_leaf_that_its_answers_lead_to() -> None:
    weights = Weights(
        {}, np.zeros((0, 5), np.float32), 0.0, ("a", "b"),
        np.array([[0, 1]], np.int32), np.array([[1.5, 0.5]], np.float32),
        np.array([[10, 20, 30, 40]], np.float32), 1.0,
    )  # fmt: skip
    table = np.array([[1.0, 2.0, 1.0, 2.0], [0.0, 0.0, 1.0, 1.0]], np.float32)
    assert tree_odds(table, weights).tolist() == [11, 21, 31, 41]
    many = np.tile(table, 2_000)
    assert tree_odds(many, weights).tolist() == [11, 21, 31, 41] * 2_000


def test_elements_are_summed_up_by_what_they_hold() -> None:
    elements = Elements([(1, 2), (1, 2, 3), (1, 4), ()])
    words = np.array([5.0, 7.0, 11.0, 13.0])
    sums = elements.sums(words)
    assert [sums[number] for number in (1, 2, 3, 4, elements.nowhere)] == [23, 12, 7, 11, 0]
    assert elements.around(0).tolist() == [2, 3, 4, elements.nowhere]
    assert elements.innermost_with(sums, 12) == 2
    assert elements.inside(2).tolist() == [True, True, False, False]
    shared, depth = elements.shared_depth(3)
    assert (shared.tolist(), depth) == ([2, 3, 1, 0], 3)


def test_a_dump_has_no_elements() -> None:
    elements = Elements([(), ()])
    assert not elements
    assert elements.innermost_with(elements.sums(np.ones(2)), 0.0) is None
    assert elements.around(3).tolist() == [elements.nowhere] * 2


def test_columns_of_neighbours_end_at_the_page() -> None:
    column = np.array([1.0, 2.0, 3.0])
    assert shifted(column, -1, 0.0).tolist() == [2, 3, 0]
    assert shifted(column, 5, 9.0).tolist() == [9, 9, 9]
    assert summed_around(column, 1).tolist() == [3, 6, 5]


def test_tokens_of_trails_that_share_a_beginning() -> None:
    trails = [("html", "body#top", "main", "div.Text", "p"), ("html", "body#top", "main", "div", "p")]
    near, far = (list(find(trails, element_tokens)) for find in (tokens_near, tokens_far))
    assert far == [{"t:html", "t:body", "n:top", "c:top"}] * 2
    assert near[0] - near[1] == {"n:text", "c:Text".lower()}


def test_trails_in_any_order_have_the_tokens_of_their_own_elements() -> None:
    trails = [("a", "b", "c", "d", "e"), ("a",), (), ("a", "x", "c", "d", "e"), ("a", "b", "c", "d", "e", "f")]
    assert list(tokens_far(trails, lambda element: (element,))) == [
        {"a", "b"}, set(), set(), {"a", "x"}, {"a", "b", "c"}
    ]  # fmt: skip
    assert known_tokens("div.menu", {"t:div": 4, "n:menu": 2}) == (4, 2)


def test_unknown_words_count_for_nothing() -> None:
    line = block(0, "Zyxwv ferries")
    known = bags([block_tokens(line, words_in(line))], {"ferries": 3})
    assert known.ids.tolist() == [3]
    assert known.sums(np.array([0, 0, 0, 2.0], np.float32)).tolist() == [2.0]


def test_what_is_left_out_of_an_unknown_site_is_answered_for_in_words() -> None:
    furniture = "<div class='sidebar promo'><p>Win a weekend for two on the island</p></div>"
    paragraphs = "".join(f"<p>{text}</p>" for text in TEXT * 3)
    cleaned = clean(f"<body><main><h1>The crane</h1>{paragraphs}</main>{furniture}</body>")
    entry = next(entry for entry in cleaned.removed if "weekend" in entry.words)
    assert entry.reason
    assert cleaned.confidence is not None
    assert 0.5 < cleaned.confidence <= 1


def test_a_page_that_is_all_menu_says_that_nothing_is_expected_of_it() -> None:
    menu = "".join(f"<li><a href=/{name}>{name}</a></li>" for name in ("Home", "News", "Sports", "Weather", "Contact"))
    cleaned = clean(f"<body><nav><ul>{menu}</ul></nav><footer>© Harbour Review</footer></body>")
    assert not cleaned.text
    assert cleaned.confidence is not None
    assert cleaned.confidence < 0.3
    assert not cleaned.ledger.balance()


@pytest.mark.parametrize("form", ["html", "text"])
def test_a_language_that_the_model_has_hardly_seen_is_read_too(form: Form) -> None:
    paragraphs = (
        "Совет порта собрался во вторник, чтобы узнать, почему кран стоит без дела с самой весны.",
        "Инженер сказал, что нужную деталь заказали на заводе, которого больше нет.",
        "Никто не спросил его, давно ли он это знает, а сам он об этом говорить не стал.",
        "Тем временем рыбаки выгружают улов вручную, и цена его на рынке упала почти вдвое.",
    )
    menu = ("Главная", "Новости", "Спорт", "Погода", "Контакты")
    if form == "html":
        links = "".join(f"<a href=/>{name}</a> " for name in menu)
        data = f"<nav>{links}</nav><div><h1>Кран молчит</h1>{''.join(f'<p>{text}</p>' for text in paragraphs)}</div>"
    else:
        data = "\n".join((*menu, "Кран молчит", "", *(f"{text}\n" for text in paragraphs)))
    cleaned = clean(data)
    assert all(text in cleaned.text for text in paragraphs)
    assert "Погода" not in cleaned.text


@pytest.mark.parametrize(("confidence", "doubted"), [(0.84, True), (0.95, False), (None, False)])
def test_a_text_that_the_model_is_unsure_of_is_for_a_person_to_look_at(confidence: float | None, doubted: bool) -> None:
    scraped = read_data("\n\n".join(TEXT * 4))
    article = Article(Metadata(), tuple(block(number, text) for number, text in enumerate(TEXT * 4)))
    doubts = find_doubts(scraped, article, Ledger((), ()), (), confidence)
    assert ("The text is uncertain: about 16% of its words may be furniture, or be missing." in doubts) == doubted
