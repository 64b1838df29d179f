"""Both analysers give the same terms for the same text, and the terms that a reader expects."""

from __future__ import annotations

import json
import random
import re
import unicodedata
from pathlib import Path

import pytest
from search_index.analyser import analyse
from search_index.stemmer import stem
from search_index.table import FOLDER, TABLE

from tests.search.in_node import run_in_node
from tests.search.words import TERMS

# From the published vocabulary's kinds of word: each step of the stemmer, its exceptions, and what must stay apart.
STEMS = {
    "caresses": "caress", "flies": "fli", "ties": "tie", "gas": "gas", "gaps": "gap", "kiwis": "kiwi", "skies": "sky",
    "agreed": "agre", "feed": "feed", "luxuriating": "luxuri", "hopping": "hop", "hoping": "hope", "sized": "size",
    "cry": "cri", "by": "by", "say": "say", "youth": "youth", "generate": "generat", "general": "general",
    "communism": "communism", "arsenal": "arsenal", "inning": "inning", "succeed": "succeed", "news": "news",
    "rationalization": "ration", "conditional": "condit", "apologize": "apolog", "hopefully": "hope",
    "adoption": "adopt",
    "electricity": "electr", "formative": "format", "rate": "rate", "controlling": "control", "dying": "die",
}  # fmt: skip


def both(texts: list[str]) -> list[tuple[list[str], list[str]]]:
    return list(zip(map(analyse, texts), run_in_node("analyse.mjs", texts), strict=True))


def test_both_find_the_terms_that_a_reader_expects() -> None:
    for (text, expected), (here, there) in zip(TERMS.items(), both(list(TERMS)), strict=True):
        assert here == expected, text
        assert there == expected, text


def test_no_difference_over_real_articles(shared: Path) -> None:
    files = sorted((shared / "wcxb-articles/truth").glob("*.json"))
    texts = [json.loads(file.read_text(encoding="utf-8"))["main_content"] or "" for file in files]
    for file, (here, there) in zip(files, both(texts), strict=True):
        assert here == there, file.name


def test_no_difference_over_all_of_unicode() -> None:
    """Whatever a scrape holds. Lone surrogates can't stand in a UTF-8 file."""
    chance = random.Random(2)
    letters = [chr(code) for code in range(0x110000) if not 0xD800 <= code <= 0xDFFF]
    chance.shuffle(letters)
    likely = "aeiouySTnr019.,-'’&\u00ad\u0301\u200d "
    mixed = "".join(chance.choice((letter, letter + chance.choice(likely))) for letter in letters)
    texts = [mixed[start : start + 5000] for start in range(0, len(mixed), 5000)]
    for here, there in both(texts):
        assert here == there


def test_no_difference_over_made_up_english() -> None:
    """Each ending after each beginning: every row of the stemmer's table is met, in its region and out of it."""
    table = json.loads((FOLDER / "table.json").read_text(encoding="utf-8"))["stemmer"]
    endings = [row[0] for step in table["steps"] for row in step] + table["plurals"] + table["past_and_participle"]
    beginnings = ["t", "ay", "str", "comm", "gener", "yell", "nat", "hab", "possib", "realiz", "cong", "ski", "beyy"]
    words = [first + second + last for first in beginnings for second in endings for last in ("", "e", "s", "ly", "y")]
    (here, there), *_ = both([" ".join(words)])
    assert here == there
    assert len(here) == len(words)


@pytest.mark.parametrize(("word", "expected"), STEMS.items())
def test_stem(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_lower_case_changes_nothing() -> None:
    """lunr.py's tokenizer hands texts over in lower case, as the whole index of the tests has them."""
    for text in TERMS:
        assert analyse(text.lower()) == analyse(text)


@pytest.mark.skipif(unicodedata.unidata_version != "14.0.0", reason="the table is that of Unicode 14, as Python 3.11's")
def test_the_table_of_word_characters_is_unicodes() -> None:
    letter = re.compile(f"[{TABLE.word_characters}]")
    told = {code for code in range(0x110000) if letter.match(chr(code))}
    assert told == {code for code in range(0x110000) if _is_word_character(chr(code))}


def _is_word_character(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] in "LM" or category in {"Nd", "Nl"}
