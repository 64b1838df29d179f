"""The article's title: of all that the page shows and declares, what most speaks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unscrape.metadata.declared import Declared, Statements
from unscrape.metadata.lines import Line, Shown
from unscrape.metadata.scorer import Candidate, chosen, weigh
from unscrape.metadata.title_lines import glued_breadcrumb, lines_as_titles
from unscrape.model import Block, Choice, Evidence, Label
from unscrape.rules import SiteRules, host_of
from unscrape.signs.shape import ends_sentence, folded, is_file_name, link_share
from unscrape.signs.trail import matches, regions_of

DECLARED = (
    "JSON-LD headline",
    "meta og:title",
    "meta citation_title",
    "meta dc.title",
    "meta dcterms.title",
    "meta parsely-title",
    "meta sailthru.title",
    "meta title",
    "microdata headline",
    "meta twitter:title",
    "JSON-LD headline of the web page",
    "JSON-LD name of the web page",
    "title element",
)
SITES = ("meta og:site_name", "JSON-LD publisher", "JSON-LD publisher of the web page", "meta application-name")
ADDRESSES = ("link canonical", "meta og:url")
# White space is looked at from its first character on: in a long run each one would be tried to the run's end.
SEPARATOR = re.compile(r"(?<!\s)\s+[|–—·•»~:-]+\s+|(?:(?<!\s)\s+)?[|»]\s*|:\s+")
SITE_SEPARATOR = re.compile(r"(?<!\s)\s+[|–—·•»~-]+\s+|(?:(?<!\s)\s+)?[|»]\s*")
TITLE_NAMES = frozenset({"title", "headline", "pagetitle", "heading", "articletitle", "posttitle"})
# Elements that hold titles of other things.
ELSEWHERE = {
    "called a card, teaser or list of others": frozenset(
        {
            "card",
            "teaser",
            "related",
            "recommended",
            "popular",
            "trending",
            "more",
            "latest",
            "carousel",
            "slider",
            "promo",
        }
    ),
    "called a menu or the site's own": frozenset(
        {"menu", "nav", "navbar", "logo", "brand", "site", "masthead", "sidebar"}
    ),
    "called a form, notice or newsletter": frozenset(
        {"modal", "popup", "cookie", "newsletter", "subscribe", "form", "cta", "banner", "consent", "dialog"}
    ),
    "called the article's head": frozenset({"entry", "post", "article", "story", "hero", "blog"}),
}
LONGEST = 45
NEAR = 4


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """The choice, the block that shows it or is likeliest to (None where none is), and every block used up by it."""

    choice: Choice
    block: int | None
    used: dict[int, Label]
    breadcrumb: str | None = None


def find_title(shown: Shown, declared: Statements, rules: SiteRules | None) -> FoundTitle:
    """What a site's rules say; else the surest of the headings, lines and declared titles."""
    by_rule = _by_rule(shown.blocks, rules)
    weighed = by_rule or weigh("title", shown.form, title_candidates(shown, declared))
    best = weighed[0] if by_rule else chosen("title", shown.form, weighed)
    evidence = [one.evidence for one in weighed]
    if best is None:
        return FoundTitle(Choice(None, tuple(evidence[:5])), None, {})
    crumbs = glued_breadcrumb(shown.blocks, best.evidence.value)
    used: dict[int, Label] = {best.block: "title"} if best.block is not None else {}
    # A title that is only declared has its place where the likeliest heading stands: byline and date are by that.
    stands = next((one.block for one in weighed if one.block is not None), None)
    return FoundTitle(Choice(best.evidence, tuple(evidence[1:6])), stands, used, crumbs)


def _by_rule(blocks: Sequence[Block], rules: SiteRules | None) -> tuple[Candidate, ...]:
    patterns = rules.fields.get("title", ()) if rules else ()
    selectors = rules.field_selectors.get("title", ()) if rules else ()
    for block in blocks if patterns or selectors else ():
        match = next((match for pattern in patterns if (match := pattern.search(block.text))), None)
        selected = not match and any(matches(block.place.trail, one) for one in selectors) and block.text.strip()
        if match or selected:
            value = match["title"].strip() if match else one_line(block.text)
            return (_candidate(Evidence(value, "site rule", str(block.place), 0.99), frozenset(), block.number),)
    return ()


def title_candidates(shown: Shown, declared: Statements) -> list[Candidate]:
    """Every heading, line and statement that may be the title. A page that declares nothing and has no h1 is read by
    its lines, as a text dump is."""
    stated = declared.values(*DECLARED)
    headed = any(line.block.kind == "heading" and line.block.level == 1 for line in shown.lines)
    if not stated and not headed:
        return list(lines_as_titles(shown))
    page = _Named(declared, stated)
    return [*_headings(shown, page), *_stated(page)]


class _Named:
    """What the page calls itself and its site, folded for comparison."""

    def __init__(self, declared: Statements, stated: Sequence[Declared]) -> None:
        self.stated = stated
        self.sites = _site_names(declared)
        self.variants = {
            name: one for one in stated for name in (folded(one.value), folded(self.without_site(one.value)))
        }
        self.parts = {folded(part): one.name for one in stated for part in (one.value, *SEPARATOR.split(one.value))}
        self.parts |= {name: one.name for name, one in self.variants.items()}
        self.initials = {one.value[at] for one in stated for at in _starts(one.value)}
        self.bags = [bag for name in self.variants if (bag := frozenset(name.split()))]
        self.slug = _slug(declared)

    def without_site(self, text: str) -> str:
        """The text without the site's name at its end or beginning; a title element's last part goes in any case."""
        parts = SITE_SEPARATOR.split(text)
        ends = [match.end() for match in SITE_SEPARATOR.finditer(text)]
        starts = [match.start() for match in SITE_SEPARATOR.finditer(text)]
        if len(parts) > 1 and self._is_site(parts[-1]):
            return text[: starts[-1]]
        return text[ends[0] :] if len(parts) > 1 and self._is_site(parts[0]) else text

    def _is_site(self, part: str) -> bool:
        name = folded(part)
        return name in self.sites or name.replace(" ", "") in self.sites

    def agreement(self, heading: str) -> float:
        """Share of words in common with the nearest declared title (Dice)."""
        bag = frozenset(folded(heading).split())
        shares = (2 * len(bag & other) / (len(bag) + len(other)) for other in self.bags)
        return max(shares, default=0.0) if bag else 0.0


def _starts(text: str) -> Iterator[int]:
    """Where the text and its parts begin."""
    yield 0
    yield from (match.end() for match in SEPARATOR.finditer(text) if match.end() < len(text))


def _site_names(declared: Statements) -> frozenset[str]:
    named = {folded(one.value) for one in declared.values(*SITES)}
    hosts = {host_of(one.value) or "" for one in declared.values(*ADDRESSES)}
    labels = {label for host in hosts for label in (host, *host.split("."))}
    return frozenset(
        {*named, *(folded(label) for label in labels), *labels} - {"", "com", "org", "net", "blog", "co", "uk"}
    )


def _slug(declared: Statements) -> frozenset[str]:
    paths = [re.sub(r"^https?://[^/]+", "", one.value) for one in declared.values(*ADDRESSES)]
    return frozenset(word for path in paths for word in folded(path.replace("-", " ").replace("_", " ")).split())


def _headings(shown: Shown, page: _Named) -> Iterator[Candidate]:
    first_prose = next((block.number for block in shown.blocks if len(block.text) > 250), len(shown.blocks))
    h1s = [line.number for line in shown.lines if _is_h1(line) and not line.hidden]
    for index, line in enumerate(shown.lines):
        heading = line.block.kind == "heading" and line.block.level <= 3
        part = None if heading else _declares(line, page)
        if not heading and not part:
            continue
        if line.words > LONGEST or is_file_name(line.text) or line.block.kind in ("image", "code"):
            continue
        agreement = page.agreement(line.text)
        if line.block.level > 1 and agreement < 0.2 and line.number > first_prose:
            continue
        signs = {*_kind(line, agreement, h1s), *_where(line, first_prose), *_looks(line, page)}
        if any(_opens_article(below) for below in shown.lines[index + 1 : index + 1 + NEAR]):
            signs.add("a byline or date close below")
        yield from _variants(line, frozenset(signs), page)


def _is_h1(line: Line) -> bool:
    return line.block.kind == "heading" and line.block.level == 1


def _declares(line: Line, page: _Named) -> str | None:
    """Where a page has no heading for its title (tables and font elements): which statement the line is a part of."""
    shown = line.block.kind in ("paragraph", "table", "list_item")
    return page.parts.get(folded(line.text)) if shown and line.text[0] in page.initials else None


def _variants(line: Line, signs: frozenset[str], page: _Named) -> Iterator[Candidate]:
    """The heading as it stands, and without the site's name where it ends in that."""
    text = one_line(line.text)
    kind = f"h{line.block.level}" if line.block.kind == "heading" else "line that the page declares its title"
    bare = page.without_site(text)
    ends = {"ends in the site's name"} if bare != text else set()
    yield _candidate(Evidence(text, kind, str(line.block.place), 0.0), signs | ends, line.number)
    if ends:
        told = Evidence(bare.strip(), f"{kind} without the site's name", str(line.block.place), 0.0)
        yield _candidate(told, signs | {"cut before the site's name"}, line.number)


def _candidate(evidence: Evidence, signs: frozenset[str], block: int | None = None) -> Candidate:
    return Candidate(folded(evidence.value), evidence, signs | {"any candidate"}, block)


def _kind(line: Line, agreement: float, h1s: Sequence[int]) -> Iterator[str]:
    kind = f"h{line.block.level}" if line.block.kind == "heading" else "line"
    grade = next(name for least, name in AGREEMENTS if agreement >= least)
    yield f"{kind} that {grade}"
    if kind == "h1" and not line.hidden:
        yield "the only h1" if len(h1s) == 1 else "the first of several h1" if line.number == h1s[0] else "a later h1"


AGREEMENTS = (
    (0.999, "says what the page declares"),
    (0.75, "says nearly what the page declares"),
    (0.5, "says half of what the page declares"),
    (0.2, "says little of what the page declares"),
    (0.0, "says nothing of what the page declares"),
)


def _where(line: Line, first_prose: int) -> Iterator[str]:
    yield "above the text" if line.number < first_prose else "below the text's beginning"
    if line.hidden:
        yield "hidden"
    if link_share(line.block) > 0.5:
        yield "linked"
    yield from regions_of(line.block.place.trail)
    yield from (sign for sign, names in ELSEWHERE.items() if names & line.names)
    if TITLE_NAMES & line.names or "[itemprop=headline]" in line.names:
        yield "called a title"


def _looks(line: Line, page: _Named) -> Iterator[str]:
    yield next(name for most, name in LENGTHS if line.words <= most)
    name = folded(line.text)
    if name in page.sites or name.replace(" ", "") in page.sites:
        yield "says the site's name alone"
    words = [word for word in name.split() if len(word) > 3]
    share = sum(word in page.slug for word in words) / len(words) if words else 0.0
    if page.slug:
        yield "the address has most of its words" if share >= 0.6 else "the address has few of its words"
    if ends_sentence(line.text) and not line.text.endswith("?"):
        yield "ends as a sentence"


LENGTHS = (
    (1, "one word"),
    (3, "two or three words"),
    (20, "four to twenty words"),
    (LONGEST, "more than twenty words"),
)


def _opens_article(line: Line) -> bool:
    """A byline or date by its elements' names, or by its first word."""
    return bool(HEAD_NAMES & line.names) or line.text[:3].casefold() == "by "


HEAD_NAMES = frozenset(
    {"byline", "author", "date", "published", "pubdate", "timestamp", "[itemprop=author]", "[rel=author]"}
)


def _stated(page: _Named) -> Iterator[Candidate]:
    """What the page declares, as it stands and without the site's name."""
    for one in page.stated:
        bare = page.without_site(one.value)
        cut = SITE_SEPARATOR.split(one.value)
        forms = {one.value: "", bare: " without the site's name"} if bare != one.value else {one.value: ""}
        if bare == one.value and len(cut) > 1:
            forms[one.value[: one.value.rindex(cut[-1])].rstrip(" |–—·•»~-\t\u00a0")] = " without its last part"
        for text, form in forms.items():
            if folded(text) and len(text.split()) <= LONGEST:
                told = Evidence(text.strip(), f"{one.name}{form}", one.place, 0.0)
                yield _candidate(told, frozenset({f"{one.name}{form}", *_separated(text)}))


def _separated(text: str) -> Iterator[str]:
    if SITE_SEPARATOR.search(text):
        yield "has parts"


def one_line(text: str) -> str:
    return re.sub(r"[ \t\n\r\f]+", " ", text).strip()
