"""Block quotes in text dumps: the indentation is lost, but the sentence before tells that somebody speaks next."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from unscrape.model import Block, Container
from unscrape.signs.phrases import end_name, furniture_name

SPEECH = re.compile(
    r"\b(?:say|says|said|saying|tells?|told|reports?|reported|respond(?:s|ed)?|repl(?:y|ies|ied)|reverted|writes?|wrote|"
    r"not(?:es|ed)|states?|stated|declares?|declared|explain(?:s|ed)?|add(?:s|ed)?|argue[sd]?|warn(?:s|ed)?|"
    r"conclude[sd]?|observe[sd]?|remark(?:s|ed)?|put (?:it|on)|quote[sd]?|reads?|recall(?:s|ed)?|testifie[sd]|"
    r"announce[sd]?|"
    r"comment(?:s|ed)?|insist(?:s|ed)?|claim(?:s|ed)?|asks?|asked|continue[sd]?|answer(?:s|ed)?|as follows|"
    r"in (?:his|her|their|its) words|the following|according to|ran|runs|"
    r"like this|this|thus|printed?|prints|hung|moved|proposed|entry|entries|letter|motion|asking|writing|telling)\b",
    re.IGNORECASE,
)
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Mm]y|[Uu]s|[Mm]e|[Oo]urs|I’m|I'm)\b(?!\.)")
QUOTED = re.compile(r"[“\"‘«„][^”\"»]*[”\"»]?")
SINGULAR = re.compile(r"\b(?:I|I’m|I'm|I’ve|I've)\b(?!\.)")
NAME = re.compile(r"\b[A-Z][\w’'-]{2,}")
OPENS_QUOTED = re.compile(r"^[“\"‘'«„]")
LEAST_WORDS, LEAST_QUOTED = 12, 4


def mark_quotes(blocks: list[Block]) -> list[Block]:
    """Paragraphs that a line ending in ":" or "said," announces become quotes, and what the same voice goes on with.

    A paragraph that carries its own quotation marks is left alone: nothing was lost there.
    """
    marked: list[Block] = []
    narrator_says_i = _narrator_says_i(blocks)
    speakers: set[str] = set()
    for block in blocks:
        before = marked[-1] if marked else None
        if before is not None and (_announced(before, block) or _announced_next(marked, block)):
            speakers = _names(_last_sentence(before))
            marked.append(_quoted(block, block.number))
        elif before is not None and before.kind == "quote" and not narrator_says_i and _same_voice(block, speakers):
            marked.append(_quoted(block, before.nesting[-1].number))
        else:
            marked.append(block)
    return marked


def _quoted(block: Block, number: int) -> Block:
    return replace(block, kind="quote", nesting=(*block.nesting, Container("quote", number)))


def _announced(before: Block, block: Block) -> bool:
    if not before.text.rstrip().endswith((":", ",")) or before.kind not in ("paragraph", "quote"):
        return False
    prose = block.kind == "paragraph" and len(block.text.split()) >= LEAST_QUOTED and not OPENS_QUOTED.match(block.text)
    if not prose or len(before.text.split()) < 3 or furniture_name(before.text) or end_name(before.text):
        return False
    sentence = _last_sentence(before)
    if sentence.endswith(":"):
        return bool(SPEECH.search(sentence))
    return bool(SPEECH.search(" ".join(sentence.split()[-4:])))


def _announced_next(marked: list[Block], block: Block) -> bool:
    """Behind a quote, a short line that ends in a colon turns to the next voice: "The steward, in the same week:"."""
    if len(marked) < 2 or marked[-2].kind != "quote" or marked[-1].kind != "paragraph":
        return False
    text = marked[-1].text.rstrip()
    return (
        text.endswith(":")
        and len(text.split()) <= 14
        and block.kind == "paragraph"
        and not OPENS_QUOTED.match(block.text)
    )


def _same_voice(block: Block, speakers: set[str]) -> bool:
    """The speaker goes on where the text says "we" outside quotation marks and does not name the speaker."""
    return (
        block.kind == "paragraph"
        and not block.text.rstrip().endswith(":")
        and not speakers & _names(block.text)
        and bool(FIRST_PERSON.search(QUOTED.sub(" ", block.text)))
    )


def _narrator_says_i(blocks: list[Block]) -> bool:
    """True where the text itself says "I" outside of what it announces: then "we" tells nothing about who speaks."""
    told = [block for before, block in pairwise(blocks) if not before.text.rstrip().endswith((":", ","))]
    return any(SINGULAR.search(QUOTED.sub(" ", block.text)) for block in told if len(block.text.split()) >= LEAST_WORDS)


def _last_sentence(block: Block) -> str:
    return re.split(r"(?<=[.!?])\s+", block.text.rstrip())[-1]


def _names(text: str) -> set[str]:
    """Capitalised words, but for those that open sentences and for days and months."""
    return set(NAME.findall(text)) - COMMON_OPENERS


COMMON_OPENERS = frozenset(
    "The This That These Those There Then They Their His Her Its However Interestingly Meanwhile But And For When "
    "While After Before Now Our United States On In At He She Monday Tuesday Wednesday Thursday Friday Saturday Sunday "
    "January February March April May June July August September October November December".split()
)
