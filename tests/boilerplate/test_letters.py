"""Letters counted by a table: the same as a search finds, of all scripts and beyond them."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from unscrape.boilerplate.learned.letters import COMMA, QUOTE, SIGN, Letters

CAPITAL_WORD = re.compile(r"\b[^\W\d_a-z]\w*")
CHARACTERS = st.one_of(st.sampled_from('aB1_, \nÉ中Ⅷ𝐀𠀀😀-ßΣ²“|"→\ud800'), st.characters())


@given(st.lists(st.text(CHARACTERS, max_size=12), max_size=5))
def test_the_table_counts_what_a_search_finds(texts: list[str]) -> None:
    letters = Letters(texts)
    assert letters.capital_words.tolist() == [len(CAPITAL_WORD.findall(text)) for text in texts]
    for kind, signs in ((COMMA, ","), (QUOTE, '"“”'), (SIGN, "|©»›·•→@#")):
        assert letters.count(kind).tolist() == [sum(map(text.count, signs)) for text in texts]
