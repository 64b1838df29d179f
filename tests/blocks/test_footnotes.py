"""References, notes and ways back, in the forms that pages have them in."""

from __future__ import annotations

import pytest

from tests.blocks.told import blocks_of

PANDOC = """<p>Text<a href="#fn1" class="footnote-ref" id="fnref1" role="doc-noteref"><sup>1</sup></a> goes on.</p>
<section class="footnotes" role="doc-endnotes"><hr><ol><li id="fn1"><p>The note.<a href="#fnref1"
class="footnote-back" role="doc-backlink">↩ back</a></p></li></ol></section>"""
PLAIN = """<p>Text<sup><a href="#fn1" name="ref1">1</a></sup> goes on.</p>
<p id="fn1">The note. <a href="#ref1">back</a></p>"""
WORD = """<p>Text<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> goes on.</p>
<p><a href="#_ftnref1" name="_ftn1">[1]</a> The note.</p>"""
WIKI = """<p>Text<sup id="cite_ref-1" class="reference"><a href="#cite_note-1">[1]</a></sup> goes on.</p>
<ol class="references"><li id="cite_note-1"><span class="mw-cite-backlink"><b><a href="#cite_ref-1">^</a></b></span>
<span class="reference-text">The note.</span></li></ol>"""
WORDPRESS = """<p>Text<sup class="modern-footnotes-footnote"><a href="#mfn-content-1">1</a></sup> goes on.</p>
<div>Notes</div><div id="mfn-content-1" class="footnote">The note.</div>"""


@pytest.mark.parametrize("body", [PANDOC, PLAIN, WORD, WIKI, WORDPRESS])
def test_forms(body: str) -> None:
    blocks = blocks_of(body)
    [reference] = [span for block in blocks for span in block.spans if "footnote_ref" in span.marks]
    [note] = [block for block in blocks if block.kind == "footnote"]
    assert reference.text.strip("[]") == "1"
    assert reference.marks == {"footnote_ref"}
    assert reference.link == "fn-1"
    assert note.text == "The note."
    assert [(container.kind, container.number) for container in note.nesting] == [("footnote", 1)]
    assert blocks[0].text.startswith("Text")


@pytest.mark.parametrize(("body", "text"), [(PANDOC, "↩ back"), (PLAIN, "back"), (WORD, "[1]"), (WIKI, "^")])
def test_way_back_is_a_block_of_its_own(body: str, text: str) -> None:
    [back] = [block for block in blocks_of(body) if block.place.trail[-1].endswith("::back-link")]
    assert back.text == text
    assert not back.within("footnote")


def test_notes_are_numbered_by_their_first_references() -> None:
    body = """<p>a<sup><a href="#n2">2</a></sup> b<sup><a href="#n1">1</a></sup> c<sup><a href="#n2">2</a></sup></p>
        <ol><li id="n1">One <a href="#x" class="backlink">^</a>
        <li id="n2">Two <a href="#y" class="backlink">^</a></ol>"""
    blocks = blocks_of(body)
    links = [span.link for block in blocks for span in block.spans if "footnote_ref" in span.marks]
    assert links == ["fn-1", "fn-2", "fn-1"]
    assert {block.text: block.nesting[-1].number for block in blocks if block.kind == "footnote"} == {
        "One": 2,
        "Two": 1,
    }


@pytest.mark.parametrize(
    "body",
    [
        '<p><a href="#part">1</a></p><h2 id="part">Part one</h2>',
        '<p><a href="#fn1">See the first note below</a></p><p id="fn1">x</p>',
        '<p><sup><a href="#gone">1</a></sup></p>',
        '<p><sup><a href="https://example.com/#fn1">1</a></sup></p><p id="fn1">x</p>',
        '<ul><li><a href="#c">c</a></ul><div id="c">Countries</div>',
    ],
)
def test_other_links_are_no_footnotes(body: str) -> None:
    blocks = blocks_of(body)
    assert all(block.kind != "footnote" for block in blocks)
    assert all("footnote_ref" not in span.marks for block in blocks for span in block.spans)
