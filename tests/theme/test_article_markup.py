"""What the theme's plugins make of rendered articles: frames for remote images, blocks that scroll."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from remote_images import frame_remote_images
from scrolling_blocks import with_scrolling_blocks


@pytest.mark.parametrize(
    "source",
    ["https://example.org/a b.jpg", "//example.org/b.jpg", "images/b.jpg", "/b.jpg", "", "https://[", "data:,x"],
)
def test_no_image_is_loaded_from_elsewhere(source: str) -> None:
    assert "<img" not in frame_remote_images(f'<p><img alt="Bridge" src="{source}"/></p>')


def test_images_of_the_archive_stay() -> None:
    html = '<p><img alt="Map" src="{static}/images/map.png"></p>'
    assert frame_remote_images(html) == html


def test_the_words_stay_the_same() -> None:
    html = '<p>Before <img alt="A “bridge” &amp; a &lt;boat&gt;" src="https://example.org/b.jpg"/> after.</p>'
    assert _text(frame_remote_images(html)) == "Before A “bridge” & a <boat> after."


def test_an_image_without_alt_text_adds_no_word() -> None:
    framed = frame_remote_images('<p>One <img alt="" src="https://example.org/two%20boats.jpg"/> three.</p>')
    assert _text(framed) == "One  three."
    assert 'data-file="two boats.jpg"' in framed


def test_links_do_not_nest() -> None:
    framed = frame_remote_images(
        '<a href="https://example.org/"><img alt="Bridge" src="https://example.org/b.jpg"/></a>'
    )
    assert len(BeautifulSoup(framed, "html.parser").find_all("a")) == 1


def test_wide_blocks_can_be_reached_by_keyboard() -> None:
    soup = BeautifulSoup(with_scrolling_blocks("<table><tr><td>1</td></tr></table><pre>x</pre>"), "html.parser")
    assert [element.name for element in soup.find_all(tabindex="0")] == ["div", "pre"]


def test_alignment_becomes_a_class() -> None:
    assert '<td class="align-right">1</td>' in with_scrolling_blocks('<table><tr><td align="right">1</td></tr></table>')


def test_names_that_pelican_would_replace_stay_hidden() -> None:
    html = (
        '<pre>x</pre><a href="&#123;filename}/a.md">&#123;filename}</a><img alt="" src="https://example.org/&#124;a|">'
    )
    for rendered in (with_scrolling_blocks(html), frame_remote_images(html)):
        assert "{filename}" not in rendered
        assert "|a|" not in rendered


def _text(html: str) -> str:
    return BeautifulSoup(html, "html.parser").get_text()
