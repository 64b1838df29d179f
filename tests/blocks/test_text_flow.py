"""Running text: white space, breaks, marks, links and images inside it."""

from __future__ import annotations

import pytest

from tests.blocks.told import blocks_of, told
from unscrape.blocks import split_page
from unscrape.reading import read_data


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>  One\n  <b> two </b>\tthree </p>", ["paragraph: One two three"]),
        ("<p>a\u00a0 b</p>", ["paragraph: a\u00a0 b"]),
        ("<p>One<br>two</p>", ["paragraph: One\ntwo"]),
        ("<p><br>One <br> two<br></p>", ["paragraph: One\ntwo"]),
        ("<p>One<br><br>two<br> <br/><br>three</p>", ["paragraph: One", "paragraph: two", "paragraph: three"]),
        ("<h2>One<br><br>two</h2>", ["heading 2: One\ntwo"]),
        (
            "One<p>two</p>three<div>four</div>",
            ["paragraph: One", "paragraph: two", "paragraph: three", "paragraph: four"],
        ),
        ("<p>One<!-- no --> two</p>", ["paragraph: One two"]),
        ("<p>in<wbr>side, <nobr>no</nobr>-<unheard-of>where</unheard-of></p>", ["paragraph: inside, no-where"]),
        ("<p>He said <q>yes</q>.</p>", ["paragraph: He said “yes”."]),
        ("<p>&nbsp;</p><p> </p><div><span></span></div>", []),
        ("<pre>\n  a\n   b  <b>c</b>\n</pre>", ["code:   a\n   b  c"]),
        ("<pre>a<br>b</pre>", ["code: a\nb"]),
        ("<p>One</p><hr><p>two</p>", ["paragraph: One", "rule: ", "paragraph: two"]),
        # Words that a browser shows apart without white space in the markup.
        ("<div><a href=a>Home</a><a href=b>News</a></div>", ["paragraph: Home News"]),
        ("<div><button>Share</button><button>Save</button></div>", ["paragraph: Share Save"]),
        ("<div><span>By</span><span>Ana</span></div>", ["paragraph: By Ana"]),
        ("<div>By<time>5 May</time></div>", ["paragraph: By 5 May"]),
        ("<select><option>One<option>Two</select>", ["paragraph: One", "paragraph: Two"]),
        # And words that it shows whole.
        ("<p><span class=cap>W</span>hile</p>", ["paragraph: While"]),
        ("<p>Open<b>Access</b></p>", ["paragraph: OpenAccess"]),
        ("<p>the 12<sup>th</sup> <a href=x>boat</a>s</p>", ["paragraph: the 12th boats"]),
        ("<p><span>o</span><span>ne</span></p>", ["paragraph: one"]),
    ],
)
def test_text(body: str, expected: list[str]) -> None:
    assert told(body) == expected


@pytest.mark.parametrize(
    ("tag", "mark"),
    [
        ("b", "strong"), ("strong", "strong"), ("i", "emphasis"), ("em", "emphasis"), ("cite", "emphasis"),
        ("code", "code"), ("kbd", "code"), ("tt", "code"), ("sup", "superscript"), ("sub", "subscript"),
        ("s", "strike"), ("del", "strike"), ("strike", "strike"),
    ],
)  # fmt: skip
def test_marks(tag: str, mark: str) -> None:
    [block] = blocks_of(f"<p>One <{tag}>two</{tag}> three</p>")
    assert [(span.text, set(span.marks)) for span in block.spans] == [
        ("One ", set()),
        ("two", {mark}),
        (" three", set()),
    ]


@pytest.mark.parametrize(
    "tag", ["u", "ins", "mark", "small", "font", "span", "abbr", "bdi", "unknown", "big", "acronym"]
)
def test_no_marks(tag: str) -> None:
    [block] = blocks_of(f"<p>One <{tag}>two</{tag}> three</p>")
    assert [(span.text, set(span.marks)) for span in block.spans] == [("One two three", set())]


def test_word_processors_bold_that_is_none() -> None:
    [block] = blocks_of('<b style="font-weight:normal"><p>One <b>two</b></p></b>')
    assert [set(span.marks) for span in block.spans] == [set(), {"strong"}]


@pytest.mark.parametrize(
    ("href", "link"),
    [
        ("b.html", "https://example.org/a/b.html"),
        ("/c?d#e", "https://example.org/c?d#e"),
        ("#here", "https://example.org/a/page#here"),
        ("//other.example/x", "https://other.example/x"),
        ("mailto:ana@example.org", "mailto:ana@example.org"),
        ("javascript:void(0)", None),
        ("/web/20200101000000/https://example.com/y", "https://example.com/y"),
        ("https://[broken", "https://[broken"),
    ],
)
def test_links_are_absolute(href: str, link: str | None) -> None:
    [block] = blocks_of(f'<p><a href="{href}">word</a></p>', url="https://example.org/a/page")
    assert block.spans[0].link == link


def test_links_without_a_known_address_stay() -> None:
    [block] = blocks_of('<p><a href="b.html">word</a></p>')
    assert block.spans[0].link == "b.html"


def test_base_counts() -> None:
    page = read_data('<html><head><base href="/b/"></head><body><a href=c>d</a>', url="https://example.org/a")
    assert split_page(page).blocks[0].spans[0].link == "https://example.org/b/c"


def test_image_inside_text_is_a_span_of_its_own() -> None:
    [block] = blocks_of("<p>One<img src=i.png alt='an image'>two</p>", url="https://example.org/")
    assert block.text == "One an image two"
    assert [(span.text, span.link) for span in block.spans if "image" in span.marks] == [
        ("an image", "https://example.org/i.png")
    ]


@pytest.mark.parametrize(
    ("image", "link"),
    [
        ("<img src=a.png>", "a.png"),
        ("<img src='data:image/gif;base64,R0' data-src=a.png>", "a.png"),
        ("<img srcset='a.png 1x, b.png 2x'>", "a.png"),
        ("<picture><source srcset=b.webp><img src=a.png></picture>", "a.png"),
        ("<a href=c><img src=a.png></a>", "a.png"),
        ("<amp-img src=a.png></amp-img>", "a.png"),
    ],
)
def test_paragraph_of_images_alone_is_image_blocks(image: str, link: str) -> None:
    blocks = blocks_of(f"<p>{image} {image}</p>")
    assert [(block.kind, block.spans[0].link) for block in blocks] == [("image", link)] * 2


def test_alternative_texts_without_address_are_kept() -> None:
    assert told("<p><img alt='One two'></p><input type=image alt=Go><map><area alt=Spot></map>") == [
        "image: One two",
        "image: Go",
        "image: Spot",
    ]


def test_joined_words_are_told() -> None:
    joins = split_page(read_data("<html><body><p><b>W</b>hile the <i>bo</i><b>at</b>s</p></body></html>")).joins
    assert [(join.before, join.after) for join in joins] == [("W hile bo at s", "While boats")]
