"""The article's language as a BCP 47 tag: declared, or told by the small words of the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import islice

from unscrape.metadata.declared import Statements
from unscrape.model import Block, Choice, Evidence

TAG = re.compile(r"^[a-z]{2,3}(?:[-_][A-Za-z]{2,4})?$", re.IGNORECASE)
DECLARED = (
    ("JSON-LD inLanguage", 0.85),
    ("html lang", 0.8),
    ("meta dc.language", 0.75),
    ("meta content-language", 0.7),
)

# The most frequent words of each language that hardly occur in the others.
SMALL_WORDS = {
    "en": "the and that with was for his this have from they which their would there been were has not are",
    "de": "und nicht der die das ist ein eine auch sich mit von dem den auf für werden wurde noch über",
    "fr": "les des une est que dans pour qui pas sur avec sont cette mais aux été leur nous vous plus",
    "es": "los las una que por con para del como más pero sus este esta también fue entre está sobre",
    "it": "che della gli una sono anche per con nel alla dei più questo come delle dal non essere stato",
    "pt": "que não uma para com dos das por mais como mas foi seu sua são também pelo pela está ao",
    "nl": "het een van niet dat zijn voor met ook maar werd naar door bij aan deze nog wordt heeft als",
    "ru": "и в не на что с по как это но из за от его они для же был было также",
    "tr": "bir ve bu için ile olarak daha çok gibi olan kadar sonra ancak ise değil var en da de olduğu",
}
# A language is told as surely by a part of a page, unless that is its menu alone.
MOST_BLOCKS, MOST_CHARACTERS = 2_000, 20_000
LEAST_WORDS = 60
LEAST_SHARE = 0.10


def find_language(blocks: Sequence[Block], declared: Statements) -> Choice:
    """The language; no choice for a text too short or too mixed to tell."""
    found = [
        Evidence(statement.value.replace("_", "-"), name, statement.place, sure)
        for name, sure in DECLARED
        for statement in declared.values(name)[:1]
        if TAG.match(statement.value)
    ]
    if found:
        return Choice(found[0], tuple(found[1:]))
    told = _by_small_words(" ".join(block.text for block in islice(blocks, MOST_BLOCKS))[:MOST_CHARACTERS])
    return Choice(told) if told else Choice()


def _by_small_words(text: str) -> Evidence | None:
    words = re.findall(r"[^\W\d_]+", text.lower())
    if len(words) < LEAST_WORDS:
        return None
    count = Counter(words)
    shares = {tag: sum(count[word] for word in small.split()) / len(words) for tag, small in SMALL_WORDS.items()}
    best, second = sorted(shares, key=lambda tag: -shares[tag])[:2]
    if shares[best] < LEAST_SHARE or shares[best] < 2 * shares[second]:
        return None
    return Evidence(best, "small words of the text", "the whole page", 0.7)
