"""The table of elements is complete, and every element keeps its words."""

from __future__ import annotations

import pytest

from tests.blocks.told import blocks_of
from unscrape.blocks.tags import TREATMENTS

VOID = frozenset(
    "area base basefont bgsound br col embed frame hr img image input keygen link meta param source track wbr".split()
)
# In these the parser puts text elsewhere, or takes none.
ELSEWHERE = frozenset("html head body title frameset script style template colgroup isindex select plaintext".split())
STANDARD = """a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption cite code
col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure footer form h1 h2 h3
h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter
nav noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp script search section select
slot small source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr
track u ul var video wbr acronym applet basefont bgsound big blink center command content dir element font frame
frameset isindex keygen listing marquee menuitem multicol nextid nobr noembed noframes param plaintext rb rtc shadow
spacer strike tt xmp image""".split()


def test_every_element_is_in_the_table() -> None:
    assert [tag for tag in STANDARD if tag not in TREATMENTS] == []


def test_what_is_skipped_has_a_reason() -> None:
    assert all(treatment.why for treatment in TREATMENTS.values() if treatment.flow == "skipped")


@pytest.mark.parametrize("tag", sorted(set(TREATMENTS) - VOID - ELSEWHERE) + ["unheard-of", "o:p"])
def test_element_keeps_its_words(tag: str) -> None:
    text = " ".join(block.text for block in blocks_of(f"<div>One <{tag}>two</{tag}> three</div>"))
    assert sorted(text.replace("“", "").replace("”", "").split()) == ["One", "three", "two"]
