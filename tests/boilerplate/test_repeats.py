"""What several pages of one site teach: their furniture, and what looks like it and is not."""

from __future__ import annotations

import pytest

from unscrape.blocks import split_blocks
from unscrape.boilerplate import RepeatCounts, count_repeats
from unscrape.pipeline import clean_page
from unscrape.reading import read_data

NAMES = ("Ombe", "Varrow", "Teshmar")


def review(port: str) -> str:
    """A page about a port, with a banner, a notice and labels amid the text that the site's other pages have too."""
    return f"""<html><body><p>Our supporters pay for the coal in our lamps and for the paper that we print on.</p>
<h1>The Harbour of {port}</h1>
<p>Whoever comes to {port} by night sees the light of {port} first, and only then the wall behind it.</p>
<p>Good</p><ul><li>The inn of {port} keeps a fire burning for whoever comes late, whatever the weather.</li></ul>
<p>Bad</p><ul><li>The quay of {port} is slippery after rain, and nobody there has ever thought of a rail.</li></ul>
<p>We left {port} with the second tide, and {port} was out of sight before the bread was cut, the tea was poured and
the captain had told us what he thinks of harbours.</p>
<p>This page was set by hand, and whoever finds a fault in it may write to the printers.</p></body></html>"""


def together(port: str) -> tuple[str, list[str]]:
    """The text with what the other pages teach, and the reasons for what went."""
    pages = {name: read_data(review(name)) for name in NAMES}
    repeats = count_repeats(split_blocks(page) for page in pages.values())
    cleaned = clean_page(pages[port], repeats=repeats)
    return cleaned.text, [entry.reason for entry in cleaned.removed if entry.rule == "repeats over the site"]


@pytest.mark.parametrize("port", NAMES)
def test_furniture_leaves_and_labels_stay(port: str) -> None:
    text, reasons = together(port)
    assert "set by hand" not in text
    assert "supporters" not in text
    assert ("Good" in text, "Bad" in text, "second tide" in text) == (True, True, True)
    assert all("3 of the site's 3 pages" in reason for reason in reasons)


def test_versions_of_one_article_teach_nothing() -> None:
    page = split_blocks(read_data(review("Ombe")))
    assert count_repeats([page, page]) == RepeatCounts(1, {})
