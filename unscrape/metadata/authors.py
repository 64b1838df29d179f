"""The article's authors: bylines by markup, by word ("By …") or by shape, and what the page declares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from unscrape.metadata.dates import find_dates
from unscrape.metadata.declared import Declared, values
from unscrape.metadata.names import SPACE, is_name, split_names
from unscrape.model import Block, Choice, Evidence, Label
from unscrape.rules import SiteRules
from unscrape.signs.phrases import end_name
from unscrape.signs.shape import ends_sentence, is_prose
from unscrape.signs.trail import matches, tokens

BYLINE = re.compile(
    rf"^(?:(?:words|text|story|article|analysis|opinion|op-ed|report|posted|published|written|reported|commentary|"
    rf"a (?:commentary|report|paper|note))?{SPACE}*by:?|authors?:|authors?{SPACE}:|written by:?|from|von|par|por|"
    rf"автор(?:ы)?:|текст:){SPACE}+(?P<authors>\S.*)$",
    re.IGNORECASE,
)
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
    r"candidate|consultant|president|founder|co-founder|geographer|hydrologist|anthropologist|teaches|writes|diplomat|ambassador|officer|chair|lawyer|activist|blogger|translator|freelance|"
    r"covers|intern|minister|reports on|"
    r"specialist|coordinator|head of|member of)\b",
    re.IGNORECASE,
)
# Who closes a text with a note on oneself writes for a living, or studies; a minister may be the last one it speaks of.
WRITES = re.compile(
    r"\b(?:fellow|professor|lecturer|researcher|analyst|journalist|writer|reporter|editor|historian|scholar|columnist|"
    r"correspondent|author of|associate|student|candidate|freelance|teaches|writes|covers|diplomat|contributor)\b",
    re.IGNORECASE,
)
REACHED_AT = re.compile(
    r"\s*(?:(?:Follow|Twitter|Tweets?|X|E-?mail|Contact|(?:You can|(?:He|She|They) can be) (?:reach|follow|contact)\w*)"
    r"\b[^.]{0,40}@.*|@\w+)$",
    re.DOTALL,
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
BY_ALONE = re.compile(r"^(?:written |posted )?by:?$|^authors?:?$", re.IGNORECASE)
NAMES_APART = re.compile(r",\s+(?:and\s+)?|\s+(?:and|&|und)\s+|\s*[;|]\s*", re.IGNORECASE)
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
    more: tuple[int, ...] = ()


def find_authors(
    blocks: Sequence[Block], title: int | None, declared: Sequence[Declared], rules: SiteRules | None
) -> FoundAuthors:
    """One choice per person, in the byline's order; none where no candidate is sure enough."""
    bylines = [*_by_rule(blocks, rules), *_visible(blocks, title), *_declared(declared), *_about_the_author(blocks)]
    bylines += [*_beside_date(blocks, title), *_under_by(blocks, title), *_by_closing_note(blocks, title)]
    bylines = [_corroborated(_spelt_out(one, blocks), bylines, blocks) for one in bylines]
    best = max(bylines, key=lambda one: one.evidence.confidence, default=None)
    used: dict[int, Label] = {
        number: "byline"
        for one in bylines
        for number in (*one.more, *(() if one.block is None else (one.block,)))
        if one is best or (best and set(one.names) <= set(best.names) and one.evidence.confidence >= 0.5)
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


def _beside_date(blocks: Sequence[Block], title: int | None) -> Iterator[_Byline]:
    """A dump's lines of nothing but names under the title, next to the date; the text itself doesn't speak of them."""
    if title is None or blocks[title].place.trail:
        return
    head = blocks[title + 1 : title + NEAR]
    run: list[Block] = []
    for block in head:
        if _only_names(block.text) and not _in_text(split_names(block.text), blocks):
            run.append(block)
        elif run:
            break
    if not run or run[-1].number - run[0].number != len(run) - 1:
        return
    around = (*blocks[run[0].number - 1 : run[0].number], *blocks[run[-1].number + 1 : run[-1].number + 2])
    if any(find_dates(block.text) for block in run) or any(_is_beside_names(other.text) for other in around):
        names = tuple(dict.fromkeys(name for block in run for name in split_names(block.text)))
        told = Evidence("; ".join(block.text.strip() for block in run), "names beside the date", str(run[0].place), 0.6)
        yield _Byline(names, told, run[0].number, tuple(block.number for block in run[1:]))


def _only_names(text: str) -> bool:
    """Names and nothing else, but for a date behind a bar or a bullet.

    >>> _only_names("Ana Ilić and Tor Østby | 5 May 2020"), _only_names("Harbour of Varrow, 5 May 2020")
    (True, False)
    """
    dates = find_dates(text)
    before = text[: dates[0].start].rstrip() if dates else text.strip()
    if dates and not before:
        before = text[dates[0].stop :].strip()
        return before.startswith(("|", "•", "·", "–", "—")) and _only_names(before.strip(" |•·–—"))
    if dates and not before.endswith(("|", "•", "·", "–", "—")):
        return False
    parts = [part for part in NAMES_APART.split(before.rstrip(" |•·–—")) if part.strip()]
    return bool(parts) and all(is_name(part.strip()) and len(part.split()) <= 4 for part in parts)


def _in_text(names: Sequence[str], blocks: Sequence[Block]) -> bool:
    """True where the running text speaks of one of them: then the line may name an image's subject or a topic."""
    prose = [block.text for block in blocks if is_prose(block) and bio_name(block.text) not in names]
    return any(name.casefold() in text.casefold() for name in names for text in prose)


def _is_beside_names(text: str) -> bool:
    """A date, what the person is, or the button that follows a person."""
    role = len(text.split()) <= 10 and not ends_sentence(text) and bool(BIO_ROLE.search(text))
    return role or text.strip().lower() == "follow" or _is_date_line(text)


def _is_date_line(text: str) -> bool:
    found = find_dates(text)
    rest = text[: found[0].start] + text[found[0].stop :] if found else ""
    return bool(found) and len(rest.split()) <= 6


def _under_by(blocks: Sequence[Block], title: int | None) -> Iterator[_Byline]:
    """ "By" alone on its line, and names on the next."""
    for block in blocks[title or 0 : (title or 0) + NEAR]:
        below = next(iter(blocks[block.number + 1 : block.number + 2]), None)
        if below and BY_ALONE.match(block.text.strip()) and _only_names(below.text):
            told = Evidence(below.text.strip(), "line under “By”", str(below.place), 0.85)
            yield _Byline(split_names(below.text), told, below.number, (block.number,))


def _by_closing_note(blocks: Sequence[Block], title: int | None) -> Iterator[_Byline]:
    """A dump that ends in a note on somebody whom the text never speaks of: that is who wrote it."""
    prose = [block for block in blocks[(title or 0) + 1 :] if is_prose(block)]
    for block in blocks[prose[0].number + 1 :] if prose else ():
        after = sum(other.number > block.number for other in prose)
        name = bio_name(block.text) if not block.place.trail else None
        if end_name(block.text) in ("comments", "teasers"):
            return
        if (
            name
            and WRITES.search(block.text)
            and len(prose) >= 4
            and after <= len(prose) / 3
            and not _in_text((name,), blocks)
        ):
            told = Evidence(block.text.strip(), "note on the author below the text", str(block.place), 0.3)
            yield _Byline((name,), told)
            return


def _spelt_out(byline: _Byline, blocks: Sequence[Block]) -> _Byline:
    """Names in capitals as a note on the author spells them."""
    if not any(name.isupper() for name in byline.names):
        return byline
    spelt = {name.upper(): name for block in blocks for name in names_in_note(block.text)}
    return replace(byline, names=tuple(spelt.get(name, name) for name in byline.names))


def names_in_note(text: str) -> tuple[str, ...]:
    """Everyone whom a note on the authors introduces, sentence by sentence."""
    sentences = re.split(r"(?<=[a-z0-9)][.])\s+(?=[A-Z])", text.strip())
    return tuple(name for sentence in sentences if (name := bio_name(sentence)))


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
    in_bio = any(name in byline.names for block in blocks for name in names_in_note(block.text))
    sure = min(0.99, told.confidence + 0.1 * min(agreeing, 2) + (0.25 if in_bio else 0.0))
    return replace(byline, evidence=replace(told, confidence=round(sure, 2)))


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
    ends = ends_sentence(REACHED_AT.sub("", text))
    if match and is_name(name) and BIO_ROLE.search(text[match.end("name") :][:180]) and ends:
        return name
    return None
