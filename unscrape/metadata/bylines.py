"""Bylines that a page shows: by markup, by word ("By …"), by a link, by the shape of their lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from unscrape.metadata.author_notes import BIO_ROLE, speaks_of
from unscrape.metadata.dates import find_dates
from unscrape.metadata.lines import Line, Shown
from unscrape.metadata.names import SPACE, TEAM, Byline, begins_with_given_name, is_name, read_author, split_names
from unscrape.model import Block, Evidence
from unscrape.signs.ending import end_of_article
from unscrape.signs.phrases import furniture_name
from unscrape.signs.shape import ends_sentence
from unscrape.signs.trail import regions_of

BYLINE = re.compile(
    rf"^(?:(?:words|text|story|article|analysis|opinion|op-ed|report|posted|published|written|reported|commentary|"
    rf"created|authored|researched|a (?:commentary|report|paper|note))?{SPACE}*by{SPACE}?:?|authors?{SPACE}?:|writer:|"
    rf"written by:?|from|von|par|por|автор(?:ы)?:|текст:)(?:{SPACE}|(?<=:))+(?P<authors>\S.*)$",
    re.IGNORECASE,
)
BYLINE_NAMES = frozenset(
    {
        "author",
        "authors",
        "byline",
        "contributor",
        "contributors",
        "writer",
        "creator",
        "[rel=author]",
        "[itemprop=author]",
    }
)
POSTED_BY = re.compile(
    rf"^(?:posted|published|written|updated|last updated|created|authored)\b.{{0,60}}?\bby:?{SPACE}+(?P<authors>\S.*)$|"
    rf"^.{{4,60}}\d{{4}}\b.{{0,20}}?\b[bB]y{SPACE}+(?P<after_date>\S.*)$|"
    rf"^.{{8,180}}[.!?…]{SPACE}(?-i:By){SPACE}+(?P<after_dek>\S.*)$",
    re.IGNORECASE,
)
BY_ALONE = re.compile(
    r"^(?:written |posted |words |story )?by:?$|^authors?:?$|^(?:written|posted) by:?$", re.IGNORECASE
)
NAMES_APART = re.compile(r",\s+(?:and\s+)?|(?<!\s)\s+(?:and|&|und)\s+|(?:(?<!\s)\s+)?[;|]\s*", re.IGNORECASE)
# Each form begins with the slash, which is soon looked for.
AUTHORS_PAGE = re.compile(
    r"/(?:(?:authors?|contributors?|staff|profiles?|people|members?|writers?|users?|by|reporters?|journalists?|toireporter|"
    r"editors?|bios?|about-us/[\w-]+|team|experts?)/@?[\w.%-]+|(?:(?<=substack\.com/)|(?<=medium\.com/))@)",
    re.IGNORECASE,
)
OTHER_ROLE = re.compile(
    r"\b(?:(?:fact[ -]?check|review|edit|photograph|illustrat|translat|host|present|sponsor|approv|verif|narrat)\w*"
    r"(?: [\w-]+)? by|reviewer|fact[ -]?checker|editor|photos?(?:graphy)? by|images? by|hosted by)\b",
    re.IGNORECASE,
)
WRITER = re.compile(
    r"\b(?:written|words|story|text|posted|authored|researched) by\b|\bauthors?\b|\bwriter\b", re.IGNORECASE
)
NEAR = 8
MOST_OF_A_DATE = 14
ABOVE, BELOW = 8, 24
LONGEST = 30
COMMENT_NAMES = frozenset({"comment", "comments", "commentlist", "respond"})
ELSEWHERE = {
    "among comments": COMMENT_NAMES,
    "among teasers": frozenset({"related", "card", "teaser", "recommended", "popular", "testimonial", "sidebar"}),
}


def reads_as_byline(text: str) -> bool:
    """True for a line that says "By" and names.

    >>> reads_as_byline("By Ana Ilić and Tor Østby"), reads_as_byline("By the river")
    (True, False)
    """
    return bool((names := named_in(text)) and split_names(names))


def named_in(text: str) -> str | None:
    """What a byline gives as names: behind "By", or behind "Posted on … by"."""
    lowered = text.casefold()
    if not any(word in lowered for word in CUES):
        return None
    for line in GLUED_ON.sub(" ", GLUED_BY.sub(" ", text.strip())).split("\n"):
        match = BYLINE.match(line.strip()) or POSTED_BY.match(line.strip())
        if match:
            return next((group for group in match.groups() if group), None)
    return None


# Dumps lose the gap between two elements: "ByAna Ilić", "By Ana IlićPublished: 5 May".
GLUED_BY = re.compile(r"(?<=\b[Bb]y)(?=[A-Z][^\W\d_])")
GLUED_ON = re.compile(
    r"(?<=[a-zà-ž])(?=(?:Published|Updated|Posted|Last [Uu]pdated|Reviewed|Medically|Fact|In [A-Z]|"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d))"
)
CUES = ("by", "author", "writer", "from", "von", "par", "por", "автор", "текст")


def after_by(text: str) -> str:
    match = BYLINE.match(text.strip())
    return match["authors"] if match else text.strip()


def visible_bylines(shown: Shown) -> Iterator[tuple[Byline, frozenset[str]]]:
    """Lines that may name the authors, each with what speaks for and against it."""
    title = shown.title or 0
    # Below the article's end a dump's bylines are those of its teasers.
    end = end_of_article(shown.blocks, title) if shown.form == "text" else len(shown.blocks)
    lines = shown.lines
    for above, line, below in zip((None, *lines), lines, (*lines[1:], None), strict=False):
        if line.number >= end:
            return
        distance = line.number - title
        near = -ABOVE <= distance <= BELOW
        marked = bool(BYLINE_NAMES & line.names) and not COMMENT_NAMES & line.names
        if line.words <= LONGEST and (near or marked or _may_name(line, above)):
            for names, ways in _named(line, near, marked, above, below):
                told = Evidence(line.text, ways[0], str(line.block.place), 0.0)
                dated = _dated(line, above, below) if near else ()
                yield Byline(names, told, line.number), frozenset((*ways, *_where(line, distance, above), *dated))


def _dated(line: Line, above: Line | None, below: Line | None) -> Iterator[str]:
    """Where the date stands that a byline has beside it."""
    if find_dates(line.text):
        yield "a date in the byline"
    if above and above.words <= MOST_OF_A_DATE and _is_date_line(above.text):
        yield "a date right above the byline"
    if below and below.words <= MOST_OF_A_DATE and _is_date_line(below.text):
        yield "a date right below the byline"


def _may_name(line: Line, above: Line | None) -> bool:
    """Whether a line far from the title is worth a look."""
    if line.text[:12].casefold().startswith(FIRST_WORDS) or (
        above and len(above.text) <= 16 and BY_ALONE.match(above.text)
    ):
        return True
    return any(span.link and leads_to_an_author(span.link) for span in line.block.spans)


@lru_cache(maxsize=20_000)
def leads_to_an_author(link: str) -> bool:
    return bool(AUTHORS_PAGE.search(link))


FIRST_WORDS = ("by", "written", "author", "posted", "published", "words", "text", "story", "writer", "updated", "last")


def _named(
    line: Line, near: bool, marked: bool, above: Line | None, below: Line | None
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The names of a line, and by which ways it gives them, the surest first."""
    by_word = named_in(line.text)
    if not by_word and above and BY_ALONE.match(above.text):
        by_word = line.text
    linked = _linked(line)
    ways = [
        *(["byline"] if by_word else ()),
        *(["element marked as byline"] if marked else ()),
        *(["link to the author's page"] if linked else ()),
    ]
    if not ways and not near:
        return
    given = by_word or line.text
    if linked and (names := read_author(linked)) and not furniture_name(linked):
        yield names, tuple(ways)
    if linked and not by_word:
        return
    if not ways:
        yield from _bare(line, above, below)
    elif by_word or (marked and line.words <= 14):
        names = split_names(given) or read_author(given)
        if names and not (furniture_name(names[0]) or (ends_sentence(line.text) and line.words > 14)):
            yield names, tuple(ways)


def _bare(line: Line, above: Line | None, below: Line | None) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """What a line near the title names that nothing calls a byline."""
    if line.words > 14 or line.block.kind == "heading" or COMMENT_NAMES & line.names:
        return
    whole = split_names(line.text)
    if whole and _only_names(line.text):
        yield whole, (BARE,)
    elif whole and (role := ROLE.match(line.text, line.text.find(whole[-1]) + len(whole[-1]))):
        yield whole, (BARE, "a role beside the name" if BIO_ROLE.search(role[0]) else "a reading time beside the name")
    elif (name := _one_or_team(line)) and any(_dated(line, above, below)):
        yield (name,), (BARE, "one name or a team beside a date")


BARE = "line with the shape of a name"
ROLE = re.compile(
    r"\s*(?:[,|•·⋅–—-]\s*|\s)(?:(?=[^.!?]{3,60}$).*\b(?:editor|writer|reporter|correspondent|columnists?|author|contributor|"
    r"analyst|journalist|manager|director|professor|expert|specialist|researcher|strategist|engineer|founder|fellow)\b|"
    r".{0,30}?\b\d+\s?-?\s?min)",
    re.IGNORECASE,
)
ONE_OR_TEAM = re.compile(
    r"(?P<name>[^\W\d_][^|•·,\d]{1,40}?)\s*(?:[|•·,].*|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec).*)?$"
)


def _one_or_team(line: Line) -> str:
    found = ONE_OR_TEAM.match(line.text) if line.words <= 4 else None
    words = found["name"].split() if found else []
    known = begins_with_given_name(words[0]) if len(words) == 1 else TEAM & {word.casefold() for word in words}
    return found["name"] if found and known else ""


def _linked(line: Line) -> str:
    """The words of the links that lead to authors' pages."""
    found = [
        span.text.strip()
        for span in line.block.spans
        if span.link and "image" not in span.marks and leads_to_an_author(span.link)
    ]
    return ", ".join(dict.fromkeys(text for text in found if text)) if len(found) <= 6 else ""


def _where(line: Line, distance: int, above: Line | None) -> Iterator[str]:
    yield next(sign for least, sign in DISTANCES if distance <= least)
    if line.hidden:
        yield "byline hidden"
    if line.block.kind == "image":
        yield "byline in an image's text"
    yield from (f"byline {region}" for region in regions_of(line.block.place.trail))
    yield from (f"byline {sign}" for sign, names in ELSEWHERE.items() if names & line.names)
    before = f"{above.text if above and above.words <= 6 else ''}\n{line.text}"
    if OTHER_ROLE.search(before):
        yield "reviewer's or editor's line"
    if WRITER.search(before):
        yield "line that says who wrote"
    if "about" in before.casefold():
        yield "line about the author"


DISTANCES = (
    (-4, "byline far above the title"),
    (0, "byline right above the title"),
    (3, "byline right under the title"),
    (10, "byline under the title"),
    (BELOW, "byline farther under the title"),
    (10**9, "byline far below the title"),
)


def adjacent_bylines(found: Sequence[tuple[Byline, frozenset[str]]]) -> Iterator[tuple[Byline, frozenset[str]]]:
    """Authors who have a line each, one below the other, in elements of the same kind."""
    run: list[tuple[Byline, frozenset[str]]] = []
    for one in [*found, None]:
        if one and run and one[0].block is not None and _continues(run[-1], one):
            run.append(one)
            continue
        names = tuple(dict.fromkeys(name for byline, _ in run for name in byline.names))
        if len(names) > 1 and len({byline.names for byline, _ in run}) > 1:
            first = run[0][0]
            told = Evidence("; ".join(names), "bylines below each other", first.evidence.place, 0.0)
            more = tuple(byline.block for byline, _ in run[1:] if byline.block is not None)
            yield Byline(names, told, first.block, more), run[0][1] | {"bylines below each other"}
        run = [one] if one else []


def _continues(last: tuple[Byline, frozenset[str]], one: tuple[Byline, frozenset[str]]) -> bool:
    gap = (one[0].block or 0) - (last[0].block or 0)
    kinds = MARKED & last[1]
    return 0 < gap <= 4 and bool(kinds) and kinds == MARKED & one[1] and "reviewer's or editor's line" not in one[1]


MARKED = frozenset({"element marked as byline", "link to the author's page"})


def names_beside_date(blocks: Sequence[Block], title: int | None) -> Iterator[Byline]:
    """A dump's lines of nothing but names under the title, next to the date; the text itself doesn't speak of them."""
    if title is None or blocks[title].place.trail:
        return
    head = blocks[title + 1 : title + NEAR]
    run: list[Block] = []
    for block in head:
        if _only_names(block.text) and not speaks_of(split_names(block.text), blocks):
            run.append(block)
        elif run:
            break
    if not run or run[-1].number - run[0].number != len(run) - 1:
        return
    around = (*blocks[run[0].number - 1 : run[0].number], *blocks[run[-1].number + 1 : run[-1].number + 2])
    if any(find_dates(block.text) for block in run) or any(_is_beside_names(other.text) for other in around):
        names = tuple(dict.fromkeys(name for block in run for name in split_names(block.text)))
        told = Evidence("; ".join(block.text.strip() for block in run), "names beside the date", str(run[0].place), 0.6)
        yield Byline(names, told, run[0].number, tuple(block.number for block in run[1:]))


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


def _is_beside_names(text: str) -> bool:
    """A date, what the person is, or the button that follows a person."""
    role = len(text.split()) <= 10 and not ends_sentence(text) and bool(BIO_ROLE.search(text))
    return role or text.strip().lower() == "follow" or _is_date_line(text)


def _is_date_line(text: str) -> bool:
    found = find_dates(text)
    rest = text[: found[0].start] + text[found[0].stop :] if found else ""
    return bool(found) and len(rest.split()) <= 6


def names_under_by(blocks: Sequence[Block], title: int | None) -> Iterator[Byline]:
    """ "By" alone on its line, and names on the next."""
    for block in blocks[title or 0 : (title or 0) + NEAR]:
        below = next(iter(blocks[block.number + 1 : block.number + 2]), None)
        if below and BY_ALONE.match(block.text.strip()) and _only_names(below.text):
            told = Evidence(below.text.strip(), "line under “By”", str(below.place), 0.85)
            yield Byline(split_names(below.text), told, below.number, (block.number,))
