"""The article's authors: the byline that most speaks for, out of all that the page shows and declares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from unscrape.metadata.author_notes import about_the_author, by_closing_note, names_in_note
from unscrape.metadata.bylines import (
    BARE,
    adjacent_bylines,
    after_by,
    names_beside_date,
    names_under_by,
    visible_bylines,
)
from unscrape.metadata.declared import Declared, Statements, kind_of_page
from unscrape.metadata.lines import Shown
from unscrape.metadata.names import NOT_NAMES, TEAM, Byline, begins_with_given_name, is_name, read_author, split_names
from unscrape.metadata.scorer import Candidate, by_confidence, chosen, merged, weights_for
from unscrape.metadata.title import SITE_SEPARATOR, SITES
from unscrape.model import Block, Choice, Evidence, Label
from unscrape.rules import SiteRules, host_of
from unscrape.signs.shape import folded
from unscrape.signs.trail import matches

DECLARED = (
    "JSON-LD author",
    "JSON-LD author organisation",
    "meta citation_author",
    "meta author",
    "meta article:author",
    "meta twitter:data1",
    "meta dc.creator",
    "meta dcterms.creator",
    "meta parsely-author",
    "meta sailthru.author",
    "meta cxenseparse:author",
    "microdata author",
    "JSON-LD author of the web page",
    "JSON-LD author organisation of the web page",
    "JSON-LD author of another thing",
    "JSON-LD author organisation of another thing",
)
OTHER_META = re.compile(
    r"^meta (?!twitter:|article:author|fediverse|smartbanner)[\w:.-]*(?:author|creator|byline|byl)(?:s|_?names?|1)?$"
)
WRITTEN_BY = re.compile(r"written|author|verfasst|geschrieben|escrito|par\b", re.IGNORECASE)
MOST = 40


@dataclass(frozen=True, slots=True)
class FoundAuthors:
    choices: tuple[Choice, ...]
    used: dict[int, Label]


@dataclass(frozen=True, slots=True)
class _Told:
    """A byline with what speaks for and against it."""

    byline: Byline
    signs: frozenset[str]

    @property
    def key(self) -> str:
        return "; ".join(sorted(folded(name) for name in self.byline.names))


def find_authors(shown: Shown, declared: Statements, rules: SiteRules | None) -> FoundAuthors:
    """One choice per person, in the byline's order; none where no candidate is sure enough."""
    by_rule = next(_by_rule(shown.blocks, rules), None)
    if by_rule:
        return FoundAuthors(tuple(_choice(name, by_rule.evidence, ()) for name in by_rule.names), _used(by_rule))
    told = _all_told(shown, declared)
    weighed = by_confidence(_candidates(told, shown, declared), weights_for("authors", shown.form))
    best = chosen("authors", shown.form, weighed)
    if best is None:
        return FoundAuthors((), {})
    rivals = tuple(one.evidence for one in weighed if one is not best)[:5]
    names = _spelt_out(next(one.byline.names for one in told if one.key == best.key), shown.blocks)
    used = {number: label for one in told if _agrees(one, best) for number, label in _used(one.byline).items()}
    return FoundAuthors(tuple(_choice(name, best.evidence, rivals) for name in names), used)


def author_candidates(shown: Shown, declared: Statements) -> tuple[Candidate, ...]:
    """Every set of authors that some place of the page names, with all that speaks for and against it."""
    return _candidates(_all_told(shown, declared), shown, declared)


def _choice(name: str, told: Evidence, rivals: tuple[Evidence, ...]) -> Choice:
    return Choice(replace(told, value=name), rivals)


def _used(byline: Byline) -> dict[int, Label]:
    numbers = (*byline.more, *(() if byline.block is None else (byline.block,)))
    return dict.fromkeys(numbers, "byline")


def _agrees(told: _Told, best: Candidate) -> bool:
    """The chosen byline, and each line by the title that names some of the same people."""
    return told.key == best.key or (
        bool(told.signs & NEAR_TITLE) and set(told.key.split("; ")) <= set(best.key.split("; "))
    )


NEAR_TITLE = frozenset({"byline right above the title", "byline right under the title", "byline under the title"})


def _all_told(shown: Shown, declared: Statements) -> list[_Told]:
    visible = list(visible_bylines(shown))
    found = [_Told(byline, signs) for byline, signs in (*visible, *adjacent_bylines(visible))]
    found = sorted(found, key=lambda one: abs((one.byline.block or 0) - (shown.title or 0)))[:MOST]
    found += [_Told(byline, frozenset({byline.evidence.origin})) for byline in _unmarked(shown)]
    return [*found, *_declared(declared), *_named_like_the_site(shown, declared)]


def _unmarked(shown: Shown) -> Iterator[Byline]:
    yield from about_the_author(shown.blocks)
    yield from names_beside_date(shown.blocks, shown.title)
    yield from names_under_by(shown.blocks, shown.title)
    yield from by_closing_note(shown.blocks, shown.title)


def _named_like_the_site(shown: Shown, declared: Statements) -> Iterator[_Told]:
    """Who has a site of one's own need not sign: the site is called like a person."""
    titles = [one.value for one in declared.values("title element")[:1]] or [line.text for line in shown.lines[:1]]
    parts = [part for title in titles if len(title) < 300 for part in SITE_SEPARATOR.split(title)]
    names = [one.value for one in declared.values(*SITES)] + (parts[-1:] + parts[:1] if len(parts) > 1 else [])
    for name in dict.fromkeys(OF_SOMEBODY.sub("", name.strip()) for name in names):
        if is_name(name) and begins_with_given_name(name):
            told = Evidence(name, SITE_LIKE_A_PERSON, "the site's name", 0.0)
            yield _Told(Byline((name,), told), frozenset({SITE_LIKE_A_PERSON}))


SITE_LIKE_A_PERSON = "the site is called like a person"
OF_SOMEBODY = re.compile(r"[’']s (?:blog|web ?site|site|weblog|journal|newsletter|home ?page)$", re.IGNORECASE)


def _declared(declared: Statements) -> Iterator[_Told]:
    labels = declared.values("meta twitter:label1")
    for name in DECLARED:
        if name != "meta twitter:data1" or any(WRITTEN_BY.search(label.value) for label in labels):
            yield from _stated(declared.values(name), name)
    others = [name for name in declared.named if name not in DECLARED and OTHER_META.match(name)]
    for name in others[:4]:
        yield from _stated(declared.values(name), "meta author by another name")


def _stated(found: Sequence[Declared], origin: str) -> Iterator[_Told]:
    """All whom one kind of statement names together, and where there are several, each by itself too."""
    given = [one for one in found if not one.value.startswith(("http", "@", "/"))]
    people = [read_author(one.value) for one in given]
    names = tuple({folded(name): name for some in people for name in some}.values())
    if names:
        told = Evidence("; ".join(one.value for one in given), origin, given[0].place, 0.0)
        yield _Told(Byline(names, told), frozenset({origin}))
    if len(names) > 1 and people[0] and people[0] != names:
        told = Evidence(given[0].value, f"the first {origin}", given[0].place, 0.0)
        yield _Told(Byline(people[0], told), frozenset({f"the first {origin}"}))


def _candidates(told: Sequence[_Told], shown: Shown, declared: Statements) -> tuple[Candidate, ...]:
    """The bylines merged by whom they name, with what can only be seen once all are known."""
    title = shown.blocks[shown.title].text if shown.title is not None else ""
    page = _Page(_sites(declared), _words_of(shown.blocks) if told else frozenset(), frozenset(folded(title).split()))
    kind = kind_of_page(declared)
    ones = merged(_candidate(one, page) for one in told)
    sets = [frozenset(one.key.split("; ")) for one in ones]
    ways = [_ways(one.signs) for one in ones]
    known = frozenset().union(*ways)
    return tuple(
        replace(
            one, signs=one.signs | kind | {*_among(mine, told, sets, ways), *_beside(told, known, GIVEN in one.signs)}
        )
        for one, mine, told in zip(ones, sets, ways, strict=True)
    )


class _Page(NamedTuple):
    """What the names are compared with: the site's names, the words that the page writes small, and the title's."""

    sites: frozenset[str]
    words: frozenset[str]
    title: frozenset[str]


def _words_of(blocks: Sequence[Block]) -> frozenset[str]:
    return frozenset(" ".join(block.text for block in blocks).split())


def _candidate(told: _Told, page: _Page) -> Candidate:
    signs = told.signs | {"any candidate", *_looks(told.byline.names, page)}
    return Candidate(told.key, told.byline.evidence, signs, told.byline.block)


SURE_WAYS = frozenset({"byline", "element marked as byline", "link to the author's page", "line under “By”"})


def _ways(signs: frozenset[str]) -> frozenset[str]:
    """By which kinds of ways the page names them."""
    near = "by the title" if NEAR_TITLE & signs else "elsewhere"
    told = {"declared": bool(STATED & signs), f"shown {near}": bool(SURE_WAYS & signs),
            f"a bare line {near}": BARE in signs and not SURE_WAYS & signs}  # fmt: skip
    return frozenset(way for way, found in told.items() if found)


STATED = frozenset({*DECLARED, *(f"the first {name}" for name in DECLARED), "meta author by another name"})


BARE_WAYS = frozenset({"a bare line by the title", "a bare line elsewhere"})


def _beside(ways: frozenset[str], known: frozenset[str], given: bool) -> Iterator[str]:
    """How the candidate is told, and whether others are told in a better way."""
    yield "; ".join(sorted(ways)) or "told by a note"
    if ways & BARE_WAYS and not ways - BARE_WAYS:
        yield f"{BARE} that {'begins' if given else 'does not begin'} with a given name"
    if "declared" not in ways and "declared" in known:
        yield "others are declared"
    if "shown by the title" not in ways and "shown by the title" in known:
        yield "others are shown by the title"


def _sites(declared: Statements) -> frozenset[str]:
    hosts = {host_of(one.value) or "" for one in declared.values("link canonical", "meta og:url")}
    names = {one.value for one in declared.values(*SITES)} | {label for host in hosts for label in host.split(".")[:-1]}
    return frozenset(folded(name).replace(" ", "") for name in names) - {""}


def _among(
    mine: frozenset[str], told: frozenset[str], sets: Sequence[frozenset[str]], ways: Sequence[frozenset[str]]
) -> Iterator[str]:
    """Whether other places name more of the same people, or fewer."""
    for other, theirs in zip(sets, ways, strict=True):
        if mine < other:
            yield "another place names more people"
            if "shown by the title" in theirs:
                yield "the byline names more people"
        elif other < mine:
            yield "another place names fewer people"
            if "shown by the title" in told and "declared" in theirs:
                yield "byline of more people than are declared"


GIVEN = "begins with a given name"


def _looks(names: tuple[str, ...], page: _Page) -> Iterator[str]:
    """What the names look like: a person's, a team's, a user's, the site's."""
    yield "several names" if len(names) > 1 else "one name"
    first = names[0]
    words = [word.casefold() for word in first.split()]
    yield _shape(first)
    yield GIVEN if begins_with_given_name(first) else "begins with no given name"
    if TEAM & set(words):
        yield "a team's word"
    elif NOT_NAMES & set(words):
        yield "a word that no person is called"
    if first != first.lower():
        small = sum(word in page.words for word in words)
        yield ("all" if small == len(words) else "some" if small else "none") + " of its words are written small too"
    if page.title & set(folded(first).split()):
        yield "a word of the title"
    if "@" in first:
        yield "an e-mail address"
    yield from _like_the_site(folded(first).replace(" ", ""), page.sites)


def _like_the_site(bare: str, sites: frozenset[str]) -> Iterator[str]:
    if bare in sites:
        yield "the site's name"
    elif any(len(site) > 3 and (site in bare or bare in site) for site in sites):
        yield "a part of the site's name"


def _shape(name: str) -> str:
    if is_name(name):
        return "shape of a person's name"
    if len(name.split()) == 1:
        return "one word in lower case" if name.islower() or any(map(str.isdigit, name)) else "one word"
    return "words in lower case" if name[0].islower() else "other words"


def _by_rule(blocks: Sequence[Block], rules: SiteRules | None) -> Iterator[Byline]:
    patterns = rules.fields.get("byline", ()) if rules else ()
    selectors = rules.field_selectors.get("byline", ()) if rules else ()
    for block in blocks if patterns or selectors else ():
        text = block.text.strip()
        given = next((match["authors"] for pattern in patterns if (match := pattern.search(text))), "")
        if not given and any(matches(block.place.trail, selector) for selector in selectors):
            given = after_by(text)
        if given and (names := split_names(given)):
            yield Byline(names, Evidence(given.strip(), "site rule: byline", str(block.place), 0.97), block.number)


def _spelt_out(names: tuple[str, ...], blocks: Sequence[Block]) -> tuple[str, ...]:
    """Names in capitals as a note on the author spells them."""
    if not any(name.isupper() for name in names):
        return names
    spelt = {name.upper(): name for block in blocks for name in names_in_note(block.text)}
    return tuple(spelt.get(name, name) for name in names)
