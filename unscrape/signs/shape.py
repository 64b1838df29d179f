"""Where things stand on a page, as far as lines alone tell: image names, datelines, bylines, prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache

from unscrape.model import Block

FILE_NAME = re.compile(
    r"^(?:\S+\.(?:jpe?g|png|gif|webp|svg|bmp|tiff?)|(?:IMG|DSC|shutterstock|istock|getty|AP|image|photo)[_-]?\d[\w-]*|"
    r"\w+(?:-\w+)*[-_](?:scaled|\d{2,4}x\d{2,4}|\d+-\d+-scaled)|[a-z]+_\d{4,}[\w-]*|Screen ?[Ss]hot .{6,40}|"
    r"Shutterstock_\S+)$",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*(?:\[\d+\])?$")
WORDLY = re.compile(r"\w")
PROSE_WORDS = 25
PROSE_SIGN = re.compile(r"[.!?…:;,”\"]")


def is_file_name(text: str) -> bool:
    """True for what an image is called on a disk: nobody wrote it to be read.

    >>> is_file_name("Shutterstock_1068582437-1-scaled"), is_file_name("download.jpeg"), is_file_name("Harvest")
    (True, True, False)
    """
    words = text.split(None, 1)
    one_word = len(words) == 1 or (len(words) == 2 and words[0][:6].lower() == "screen")  # "Screen Shot 2020-…"
    return one_word and bool(FILE_NAME.match(text.strip()))


def is_prose(block: Block, words: int = PROSE_WORDS) -> bool:
    """True for a block that reads as written text: long enough, with a sentence's end somewhere."""
    return block.length >= words and block.kind not in ("image", "code") and bool(PROSE_SIGN.search(block.text))


def ends_sentence(text: str) -> bool:
    return bool(SENTENCE_END.search(text.strip()))


def link_share(block: Block) -> float:
    """Which share of the block's letters is linked, 0 to 1; 0 for a text dump."""
    spans = block.spans
    if len(spans) == 1:  # as in most blocks
        return 1.0 if spans[0].link and "footnote_ref" not in spans[0].marks and spans[0].text.strip() else 0.0
    linked = sum([len(span.text.strip()) for span in spans if span.link and "footnote_ref" not in span.marks])
    return linked / sum([len(span.text.strip()) for span in spans]) if linked else 0.0


def says_any(lines: Collection[str]) -> Callable[[str], bool]:
    """Whether a text says one of these folded lines. Most texts begin with another letter, and aren't folded for it.

    >>> says = says_any({"more in europe"})
    >>> says("More in: Europe"), says("Ferries")
    (True, False)
    """
    first = {line[:1].casefold() for line in lines}

    def says(text: str) -> bool:
        begins = WORDLY.search(text)
        return (begins[0].lower()[:1].casefold() if begins else "") in first and folded(text) in lines

    return says


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Text for comparing lines: letters and digits only, lower case.

    >>> folded("“Russian bounties” in Afghanistan: Stage 2")
    'russian bounties in afghanistan stage 2'
    """
    return " ".join(re.findall(r"\w+", text.lower()))
