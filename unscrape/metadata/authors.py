"""The article's authors: bylines by markup, by word ("By …") or by shape, and what the page declares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unscrape.metadata.declared import Declared, values
from unscrape.metadata.names import SPACE, is_name, split_names
from unscrape.model import Block, Choice, Evidence, Label
from unscrape.rules import SiteRules
from unscrape.signs.shape import ends_sentence
from unscrape.signs.trail import matches, tokens

BYLINE = re.compile(
    rf"^(?:(?:words|text|story|article|analysis|opinion|op-ed|report|posted|published|written|reported|commentary|"
    rf"a (?:commentary|report|paper|note))?{SPACE}*by:?|authors?:|written by:?|from){SPACE}+(?P<authors>\S.*)$",
    re.IGNORECASE,
)
BIO = re.compile(
    rf"^(?:AUTHORS?[’']?S?[’']?{SPACE}BIOS?:{SPACE}*)?(?P<name>[^\W\d_a-z][^,.;:()]{{3,40}}?)"
    rf"(?:,[^,]{{2,40}},)?{SPACE}+(?:is|was|are|works|teaches|writes|serves)"
    rf"{SPACE}+(?P<what>.+)$",
    re.DOTALL,
)
BIO_ROLE = re.compile(
    r"\b(?:fellow|professor|lecturer|researcher|analyst|journalist|writer|reporter|editor|director|historian|engineer|"
    r"scholar|economist|columnist|correspondent|author of|expert|adviser|advisor|associate|scientist|student|"
    r"candidate|consultant|president|founder|co-founder|geographer|hydrologist|anthropologist|teaches|writes|"
    r"specialist|coordinator|head of|member of)\b",
    re.IGNORECASE,
)
BYLINE_CLASSES = frozenset({"author", "authors", "byline", "contributor", "contributors"})
DECLARED = (
    "JSON-LD author",
    "meta citation_author",
    "meta author",
    "meta dc.creator",
    "meta dcterms.creator",
    "meta article:author",
    "meta parsely-author",
    "meta sailthru.author",
    "JSON-LD author of the web page",
)
SURE = {"JSON-LD author": 0.85, "meta citation_author": 0.9, "meta author": 0.7, "meta dc.creator": 0.75}
POSTED_BY = re.compile(
    rf"^(?:posted|published|written|updated)\b.{{0,60}}?\bby{SPACE}+(?P<authors>\S.*)$|"
    rf"^.{{4,40}}\d{{4}}{SPACE}+by{SPACE}+(?P<after_date>\S.*)$",
    re.IGNORECASE,
)
ABOUT = re.compile(r"^about the (?:authors?|writers?|contributors?)\s*:?$|^the authors?:?$", re.IGNORECASE)
NEAR = 8


@dataclass(frozen=True, slots=True)
class FoundAuthors:
    choices: tuple[Choice, ...]
    used: dict[int, Label]


@dataclass(frozen=True, slots=True)
class _Byline:
    names: tuple[str, ...]
    evidence: Evidence
    block: int | None = None


def find_authors(
    blocks: Sequence[Block], title: int | None, declared: Sequence[Declared], rules: SiteRules | None
) -> FoundAuthors:
    """One choice per person, in the byline's order; none where no candidate is sure enough."""
    bylines = [*_by_rule(blocks, rules), *_visible(blocks, title), *_declared(declared), *_about_the_author(blocks)]
    bylines = [_corroborated(one, bylines, blocks) for one in bylines]
    best = max(bylines, key=lambda one: one.evidence.confidence, default=None)
    used: dict[int, Label] = {
        one.block: "byline"
        for one in bylines
        if one.block is not None
        and (one is best or (best and set(one.names) <= set(best.names) and one.evidence.confidence >= 0.5))
    }
    if best is None or best.evidence.confidence < 0.5:
        return FoundAuthors((), {})
    others = [one for one in bylines if set(one.names) != set(best.names)]
    rivals = tuple(one.evidence for one in others)[:5]
    return FoundAuthors(tuple(_choice(name, best, rivals) for name in best.names), used)


def _choice(name: str, byline: _Byline, rivals: tuple[Evidence, ...]) -> Choice:
    told = byline.evidence
    return Choice(Evidence(name, told.origin, told.place, told.confidence), rivals)


def reads_as_byline(text: str) -> bool:
    """True for a line that says "By" and names.

    >>> reads_as_byline("By Ana Ilić and Tor Østby"), reads_as_byline("By the river")
    (True, False)
    """
    return bool((names := _named_in(text)) and split_names(names))


def _named_in(text: str) -> str | None:
    """What a byline gives as names: behind "By", or behind "Posted on … by"."""
    for line in text.strip().split("\n"):
        match = BYLINE.match(line.strip()) or POSTED_BY.match(line.strip())
        if match:
            return next((group for group in match.groups() if group), None)
    return None


def _by_rule(blocks: Sequence[Block], rules: SiteRules | None) -> Iterator[_Byline]:
    for block in blocks if rules else ():
        for pattern in rules.fields.get("byline", ()) if rules else ():
            match = pattern.search(block.text.strip())
            if match and (names := split_names(match["authors"])):
                yield _Byline(
                    names, Evidence(match["authors"].strip(), "site rule: byline", str(block.place), 0.97), block.number
                )
                return
        for selector in rules.field_selectors.get("byline", ()) if rules else ():
            if matches(block.place.trail, selector) and (names := split_names(_after_by(block.text))):
                yield _Byline(
                    names, Evidence(block.text.strip(), "site rule: byline", str(block.place), 0.97), block.number
                )
                return


def _after_by(text: str) -> str:
    match = BYLINE.match(text.strip())
    return match["authors"] if match else text.strip()


def _visible(blocks: Sequence[Block], title: int | None) -> Iterator[_Byline]:
    """Bylines by markup or word near the title, and lines near it that have a name's shape."""
    start = 0 if title is None else max(title - 3, 0)
    near = [block for block in blocks[start : (title or 0) + NEAR + 4] if not block.place.hidden]
    for block in near:
        text, distance = block.text.strip(), abs(block.number - (title or 0))
        named = _named_in(text)
        marked = _is_marked(block)
        if named and len(text.split()) <= 30 and (names := split_names(named)):
            yield _Byline(
                names, Evidence(text, "byline", str(block.place), 0.9 if distance <= NEAR else 0.6), block.number
            )
        elif len(text.split()) <= 14 and block.kind != "heading" and (names := split_names(text)):
            sure = 0.8 if marked else 0.4 if title is not None and 0 < block.number - title <= 4 else 0.0
            if sure:
                origin = "element marked as byline" if marked else "line under the title with the shape of a name"
                yield _Byline(names, Evidence(text, origin, str(block.place), sure), block.number)


def _about_the_author(blocks: Sequence[Block]) -> Iterator[_Byline]:
    """The name under "About the author", where a line below says who that is."""
    for block in blocks:
        if ABOUT.match(block.text.strip()):
            following = [other.text.strip() for other in blocks[block.number + 1 : block.number + 4]]
            names = tuple(dict.fromkeys(text for text in following if is_name(text) and _tells_of(text, following)))
            if names:
                yield _Byline(names, Evidence("; ".join(names), "box about the author", str(block.place), 0.7))
            return


def _tells_of(name: str, lines: Sequence[str]) -> bool:
    return any(line.startswith(f"{name} ") and len(line.split()) > len(name.split()) + 4 for line in lines)


def _is_marked(block: Block) -> bool:
    return any(
        BYLINE_CLASSES & set(tokens(element)) or "[rel=author]" in element or "[itemprop=author]" in element
        for element in block.place.trail[-5:]
    )


def _declared(declared: Sequence[Declared]) -> Iterator[_Byline]:
    for name in DECLARED:
        found = values(declared, name)
        names = tuple(dict.fromkeys(person for statement in found for person in split_names(statement.value)))
        if names:
            text = "; ".join(statement.value for statement in found)
            yield _Byline(names, Evidence(text, name, found[0].place, SURE.get(name, 0.6)))


def _corroborated(byline: _Byline, others: Sequence[_Byline], blocks: Sequence[Block]) -> _Byline:
    """A byline gains where another place of the page names the same people, or a note on the author does."""
    told = byline.evidence
    agreeing = sum(set(other.names) == set(byline.names) and other is not byline for other in others)
    in_bio = any(bio_name(block.text) in byline.names for block in blocks)
    sure = min(0.99, told.confidence + 0.1 * min(agreeing, 2) + (0.25 if in_bio else 0.0))
    return _Byline(byline.names, Evidence(told.value, told.origin, told.place, round(sure, 2)), byline.block)


def bio_name(text: str) -> str | None:
    """Whose biography the paragraph is, where it opens as one does.

    >>> bio_name("AUTHOR’S BIO: Stephen Blank is a Senior Fellow with a council.")
    'Stephen Blank'
    """
    text = text.strip()
    if len(text.split()) > 90:
        return None
    match = BIO.match(text)
    name = re.sub(r"^(?:Dr|Prof)\.?\s+|^Professor\s+", "", match["name"].strip()) if match else ""
    if match and is_name(name) and BIO_ROLE.search(match["what"][:160]) and ends_sentence(text):
        return name
    return None
