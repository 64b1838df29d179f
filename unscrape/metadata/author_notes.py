"""Notes on authors ("Ana Ilić is an engineer."), and the names that they give."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from unscrape.metadata.names import SPACE, Byline, is_name
from unscrape.model import Block, Evidence
from unscrape.signs.phrases import REMEMBERED, end_name
from unscrape.signs.shape import ends_sentence, is_prose

BIO = re.compile(
    rf"^\**{SPACE}*(?:AUTHORS?[’']?S?[’']?{SPACE}BIOS?:{SPACE}*|About the authors?:{SPACE}*)?"
    rf"(?P<name>[^\W\d_a-z](?:[^,.;:()]|\b\w\.){{3,40}}?)"
    rf"(?:,[^,]{{2,40}},)?{SPACE}+(?:is|was|are|works|worked|teaches|writes|serves|"
    rf"served|covers|reports|holds|leads|heads|directs|studies|researches|specializes|specialises)"
    rf"{SPACE}+(?P<what>.+)$",
    re.DOTALL,
)
BIO_ROLE = re.compile(
    r"\b(?:fellow|professor|lecturer|researcher|analyst|journalist|writer|reporter|editor|director|historian|engineer|"
    r"scholar|economist|columnist|correspondent|author of|expert|adviser|advisor|associate|scientist|student|"
    r"candidate|consultant|president|founder|co-founder|geographer|hydrologist|anthropologist|teaches|writes|diplomat|"
    r"ambassador|officer|chair|lawyer|activist|blogger|translator|freelance|covers|intern|minister|reports on|"
    r"specialist|coordinator|head of|member of)\b",
    re.IGNORECASE,
)
# Who closes a text with a note on oneself writes for a living, or studies; a minister may be the last one it speaks of.
WRITES = re.compile(
    r"\b(?:fellow|professor|lecturer|researcher|analyst|journalist|writer|reporter|editor|historian|scholar|columnist|"
    r"correspondent|author of|associate|student|candidate|freelance|teaches|writes|covers|diplomat|contributor)\b",
    re.IGNORECASE,
)
# A match begins where its white space begins: else each space of a long run would be tried, to the run's end.
REACHED_AT = re.compile(
    r"(?<!\s)\s*(?:(?:Follow|Twitter|Tweets?|X|E-?mail|Contact|"
    r"(?:You can|(?:He|She|They) can be) (?:reach|follow|contact)\w*)"
    r"\b[^.]{0,40}@.*|@\w+)$",
    re.DOTALL,
)
ABOUT = re.compile(r"^about the (?:authors?|writers?|contributors?)\s*:?$|^the authors?:?$", re.IGNORECASE)


def bio_name(text: str) -> str | None:
    """Whose biography the paragraph is, where it opens as one does.

    >>> bio_name("AUTHOR’S BIO: Stephen Blank is a Senior Fellow with a council.")
    'Stephen Blank'
    """
    text = text.strip()
    if len(text) > 900 or len(text.split()) > 90:
        return None
    match = BIO.match(text)
    if not match:
        return None
    name = re.sub(r"^(?:Dr|Prof)\.?\s+|^Professor\s+", "", match["name"].strip())
    role = is_name(name) and BIO_ROLE.search(text[match.end("name") :][:180])
    return name if role and ends_sentence(REACHED_AT.sub("", text)) else None


@lru_cache(maxsize=REMEMBERED)
def names_in_note(text: str) -> tuple[str, ...]:
    """Everyone whom a note on the authors introduces, sentence by sentence."""
    sentences = re.split(r"(?<=[a-z0-9)][.])\s+(?=[A-Z])", text.strip())
    return tuple(name for sentence in sentences if (name := bio_name(sentence)))


def about_the_author(blocks: Sequence[Block]) -> Iterator[Byline]:
    """The name under "About the author", where a line below says who that is."""
    for block in blocks:
        text = block.text
        if len(text) <= 60 and ABOUT.match(text.strip()):
            following = [other.text.strip() for other in blocks[block.number + 1 : block.number + 4]]
            names = tuple(dict.fromkeys(text for text in following if is_name(text) and _tells_of(text, following)))
            if names:
                yield Byline(names, Evidence("; ".join(names), "box about the author", str(block.place), 0.7))
            return


def _tells_of(name: str, lines: Sequence[str]) -> bool:
    return any(line.startswith(f"{name} ") and len(line.split()) > len(name.split()) + 4 for line in lines)


def by_closing_note(blocks: Sequence[Block], title: int | None) -> Iterator[Byline]:
    """A dump that ends in a note on somebody whom the text never speaks of: that is who wrote it."""
    if any(block.place.trail for block in blocks[:1]):
        return
    prose = [block.number for block in blocks[(title or 0) + 1 :] if is_prose(block)]
    spoken_of: set[str] = set()
    for block in blocks[prose[0] + 1 :] if prose else ():
        after = len(prose) - bisect_right(prose, block.number)
        name = bio_name(block.text) if not block.place.trail else None
        if end_name(block.text) in ("comments", "teasers"):
            return
        if name and name not in spoken_of and WRITES.search(block.text) and len(prose) >= 4 and after <= len(prose) / 3:
            if speaks_of((name,), blocks):
                spoken_of.add(name)
                continue
            told = Evidence(block.text.strip(), "note on the author below the text", str(block.place), 0.3)
            yield Byline((name,), told)
            return


def speaks_of(names: Sequence[str], blocks: Sequence[Block]) -> bool:
    """True where the running text speaks of one of them: then the line may name an image's subject or a topic."""
    folded = [name.casefold() for name in names]
    return any(
        any(name in block.text.casefold() for name in folded) and is_prose(block) and bio_name(block.text) not in names
        for block in blocks
    )
