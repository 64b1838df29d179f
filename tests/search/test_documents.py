"""Which articles the search knows, and how much of them."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from search_index.documents import Named, searchable_documents
from search_index.plain_text import plain_text


def article(slug: str, **more: Any) -> Any:  # noqa: ANN401  (stands for Pelican's article)
    told = {
        "settings": {"PUBLISHED": True},
        "url": f"articles/{slug}/index.html",
        "title": f"About <{slug}>",
        "label": f"About <{slug}>",
        "authors": [SimpleNamespace(name="Ana Ilić", url="authors/ana-ilic/index.html")],
        "topics": [SimpleNamespace(name="Salt", url="topics/salt/index.html")],
        "source": SimpleNamespace(
            name="The Harbour Review", url="sources/the-harbour-review/index.html", rights="full"
        ),
        "published": None,
        "published_text": None,
        "lang": None,
        "dek": "A dek",
        "content": "<p>The text</p>",
        "excerpt_only": False,
        "withdrawn": None,
        "citation": None,
    }
    return SimpleNamespace(**told | more)


def test_articles_come_in_the_order_of_their_addresses() -> None:
    told = searchable_documents([article("b"), article("a")])
    assert [document.title for document in told] == ["About <a>", "About <b>"]
    assert told[0].published is None


def test_withdrawn_and_hidden_articles_are_not_found() -> None:
    hidden = SimpleNamespace(name="Hidden", url="sources/hidden/index.html", rights="hidden")
    assert searchable_documents([article("a", withdrawn=object()), article("b", source=hidden)]) == []
    private = article("b", source=hidden, settings={"PUBLISHED": False})
    assert len(searchable_documents([private])) == 1


def test_of_an_excerpt_the_text_stays_away() -> None:
    (told,) = searchable_documents([article("a", excerpt_only=True)])
    assert (told.text, told.dek) == ("", "A dek")
    assert told.topics == (Named("Salt", "topics/salt/index.html"),)
    assert told.source == Named("The Harbour Review", "sources/the-harbour-review/index.html")


@pytest.mark.parametrize(("language", "stemmed"), [("en-GB", True), (None, True), ("de", False), ("tr", False)])
def test_only_english_is_stemmed(language: str | None, stemmed: bool) -> None:
    assert searchable_documents([article("a", lang=language)])[0].stemmed is stemmed


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One <em>w</em>ord &lt;b&gt;</p>\n<ul><li>two</li><li>three</li></ul>", "One word <b>\ntwo\nthree"),
        ('<p>regime<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>.</p>', "regime ."),
        ("<table><tr><td>a</td><td>b</td></tr></table>", "a\nb"),
        ("<p>m<sup>2</sup><br>next</p>", "m 2\nnext"),
        ("<p>a line of\nthe source <!-- no text --> goes on</p>", "a line of the source goes on"),
        ("", ""),
    ],
)
def test_text_of_a_rendered_article(html: str, text: str) -> None:
    assert plain_text(html) == text
