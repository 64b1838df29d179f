"""Mojibake is mended by its encoding alone, and each change is told."""

from __future__ import annotations

from collections import Counter

import pytest

from unscrape.model import words_of
from unscrape.reading import read_data
from unscrape.reading.mojibake import mend


def broken(text: str, codec: str = "sloppy-windows-1252") -> str:
    return text.encode().decode(codec)


def test_dump_is_mended_and_says_so() -> None:
    read = read_data(f"Plain line.\nThe {broken('café')} and it{broken('’')}s open.\n")
    assert read.text == "Plain line.\nThe café and it’s open.\n"
    assert read.repairs == ((broken("café"), "café"), (broken("it’s"), "it’s"))


def test_page_is_mended_in_texts_and_alternative_texts() -> None:
    read = read_data(f"<html><body><p>The {broken('café')}</p><img alt='{broken('Größe')}'>{broken('naïve')}</body>")
    assert read.tree is not None
    assert "".join(read.tree.itertext()) == "The cafénaïve"
    assert Counter(read.repairs) == Counter((broken(word), word) for word in ("café", "Größe", "naïve"))


def test_mojibake_written_in_entities_is_mended() -> None:
    read = read_data("<html><body><p>Caf&Atilde;&copy; in the old town</p></body></html>")
    assert read.tree is not None
    assert "Café" in "".join(read.tree.itertext())


def test_what_no_reader_sees_is_mended_without_a_word() -> None:
    read = read_data(
        f"<html><head><meta content='{broken('Größe')}'></head><body><p>{broken('café')}</p></body></html>"
    )
    assert read.tree is not None
    assert [meta.get("content") for meta in read.tree.iter("meta")] == ["Größe"]
    assert read.repairs == ((broken("café"), "café"),)


def test_repairs_lead_from_the_words_before_to_the_words_after() -> None:
    text = f"One {broken('“quoted” — naïve')} word,{broken(chr(0xA0))}and{broken('…')} no more."
    read = read_data(text)
    words = Counter(words_of(text))
    for before, after in read.repairs:
        words.subtract(words_of(before))
        words.update(words_of(after))
    assert +words == Counter(words_of(read.text))
    assert -words == Counter()


@pytest.mark.parametrize(
    "text",
    [
        "“Curly” and ‘single’ quotes stay",
        "ﬁne ligatures, ＦＵＬＬ width, e\u0301 in two pieces",
        "no-break\u00a0space, soft\u00adhyphen, &amp; entities",
        "Ärger, œuvre, ÉCOLE, Ångström: Â is a letter too",
        "Привет, 今日は, שלום",
    ],
)
def test_nothing_else_is_improved(text: str) -> None:
    assert mend(text) == text
    assert read_data(text).text == text
