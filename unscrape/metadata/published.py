"""When the article was published and modified, out of all dates that the page shows and declares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from unscrape.metadata.dates import HAS_YEAR, WrittenDate, find_dates, find_lone_date
from unscrape.metadata.declared import Statements, kind_of_page
from unscrape.metadata.lines import Line, Shown
from unscrape.metadata.scorer import Candidate, chosen, weigh
from unscrape.model import Block, Choice, Evidence, Label
from unscrape.rules import SiteRules
from unscrape.signs.ending import end_of_article
from unscrape.signs.shape import ends_sentence
from unscrape.signs.trail import matches, regions_of

PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|date|issued|released|publication date|created|written|dated|publish)\b",
    re.IGNORECASE,
)
MODIFIED = re.compile(
    r"\b(?:modified|updated?|last (?:edited|reviewed|changed)|revised|reviewed|edited|верифицировано|обновлено)\b",
    re.IGNORECASE,
)
NO_DATE_OF_THE_ARTICLE = re.compile(
    r"\b(?:accessed|retrieved|visited|today|copyright|all rights reserved|printed|downloaded|saved|attribution|"
    r"image source|photo|comments?|reply|joined|register by|deadline|event|upcoming|captured|archived)\b|©",
    re.IGNORECASE,
)
COMMENT_COUNT = re.compile(
    r"\b(?:\d+|no|one) comments?\b|\bleave a comment\b|[|•·]\s*comments?\s*$|^\s*comments?\b", re.IGNORECASE
)
DECLARED = (
    "JSON-LD datePublished",
    "meta article:published_time",
    "meta citation_publication_date",
    "meta citation_online_date",
    "meta citation_date",
    "meta dc.date.issued",
    "meta dcterms.issued",
    "meta datepublished",
    "meta parsely-pub-date",
    "meta sailthru.date",
    "meta dc.date",
    "meta dcterms.date",
    "meta date",
    "meta pubdate",
    "meta og:published_time",
    "meta cxenseparse:publishtime",
    "time published",
    "microdata datePublished",
    "JSON-LD datePublished of the web page",
    "JSON-LD datePublished of another thing",
    "meta dcterms.created",
    "time, the first below an h1",
    "time",
    "script datePublished",
)
DECLARED_MODIFIED = (
    "JSON-LD dateModified",
    "meta article:modified_time",
    "meta dcterms.modified",
    "meta og:updated_time",
    "meta datemodified",
    "meta last-modified",
    "microdata dateModified",
    "JSON-LD dateModified of the web page",
    "JSON-LD dateModified of another thing",
    "time modified",
    "script dateModified",
)
OTHER_META = re.compile(r"^meta [\w:.-]*(?:publish|pub)[\w:.-]*$")
FEW = {"time": 1, "script datePublished": 1, "script dateModified": 1}
ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])(?:[/-]?(0[1-9]|[12]\d|3[01]))?(?=[/_-])")
ISO = re.compile(r"^\s*(\d{4})(?:[-/]?(\d{2})(?:[-/]?(\d{2}))?)?(?=\D|$)")
DATE_NAMES = frozenset({"date", "published", "pubdate", "dateline", "time", "timestamp", "posted", "publish"})
META_NAMES = frozenset({"meta", "byline", "entry", "author", "info"})
COMMENT_NAMES = frozenset({"comment", "commentlist", "comments", "respond"})
NOT_HERE = frozenset({"comment", "comments", "related", "card", "teaser", "recommended", "popular", "event", "events"})
LABEL_ALONE = re.compile(
    r"^(?:first |last |date )?(?:published|posted|date|publish(?:ing)? date|updated|last updated|modified)(?: on)?:?$",
    re.IGNORECASE,
)
A_CHANGE = "date of a change"
MOST_VISIBLE = 24
LONGEST = 40
NEAR = 10


@dataclass(frozen=True, slots=True)
class FoundDates:
    published: Choice
    modified: Choice
    used: dict[int, Label]


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date that the page gives: `whole` where its line is hardly more than it."""

    value: str
    evidence: Evidence
    signs: frozenset[str]
    modified: bool = False
    block: int | None = None
    whole: bool = False


def find_published(shown: Shown, declared: Statements, rules: SiteRules | None, language: str | None) -> FoundDates:
    """The dates that the page ties to publication and to modification, each no more exact than it is written."""
    dated = all_dated(shown, declared, language)
    by_rule = next(_by_rule(shown.blocks, rules), None)
    weighed = weigh("published", shown.form, _candidates(dated, kind_of_page(declared)))
    best = None if by_rule else chosen("published", shown.form, weighed)
    first = by_rule.evidence if by_rule else _told(best) if best else None
    changed = _modified(dated, first)
    told = {one.value for one in (first, changed) if one}
    used: dict[int, Label] = {
        one.block: "date"
        for one in (*dated, *([by_rule] if by_rule else ()))
        if one.block is not None and one.whole and (one.value in told or _is_under(one.block, shown.title))
    }
    rivals = tuple(one.evidence for one in weighed if first is None or one.evidence.value != first.value)[:8]
    return FoundDates(Choice(first, rivals), Choice(changed), used)


def _told(best: Candidate) -> Evidence:
    """The evidence of the chosen date, which says so where that is known as the day of a change alone."""
    changed = any(sign.startswith("changed, ") for sign in best.signs)
    return replace(best.evidence, origin=f"{A_CHANGE}: {best.evidence.origin}") if changed else best.evidence


def date_candidates(shown: Shown, declared: Statements, language: str | None) -> list[Candidate]:
    """Every date that the page gives, with what speaks for and against its being the day of publication."""
    return _candidates(all_dated(shown, declared, language), kind_of_page(declared))


def _candidates(dated: Sequence[_Dated], kind: frozenset[str]) -> list[Candidate]:
    known = {one.value for one in dated}
    ways = _ways(dated, "JSON-LD of a news article" in kind)
    first = min((value for value, told in ways.items() if FIRST & told), default=None)
    found = []
    for one in dated:
        signs = set(one.signs) | {
            "any candidate",
            *kind,
            *ways[one.value],
            *_beside(one.value, ways, first),
        }
        if len(one.value) < 10:
            signs.add("month and year alone" if len(one.value) == 7 else "year alone")
            signs |= (
                {"another place has the day"} if any(value.startswith(f"{one.value}-") for value in known) else set()
            )
        found.append(Candidate(one.value, one.evidence, frozenset(signs), one.block))
    return found


def _ways(dated: Sequence[_Dated], news: bool) -> dict[str, set[str]]:
    """By which kinds of ways the page gives each date."""
    ways: dict[str, set[str]] = {}
    for one in dated:
        ways.setdefault(one.value, set()).add(_way(one, news))
    return ways


def _way(one: _Dated, news: bool) -> str:
    name = one.evidence.origin
    if name == "address":
        return "in the address"
    changed = " as modified" if one.modified else ""
    if one.block is None:
        return "declared as modified" if changed else f"declared {_declared_in(name, news)}"
    return f"shown {'by the title' if BY_TITLE & one.signs else 'elsewhere'}{changed}"


def _declared_in(name: str, news: bool) -> str:
    """People read what a page shows, and tools its meta elements; what only JSON-LD tells is seen by search engines.
    Newspapers date that with care too."""
    if name.endswith(("of the web page", "of another thing")):
        return "in JSON-LD of the web page"
    if news and name.startswith("JSON-LD"):
        return "in JSON-LD of a news article"
    return DECLARED_IN.get(name.split(" ", 1)[0], "by an element")


DECLARED_IN = {"meta": "in a meta element", "JSON-LD": "in JSON-LD", "script": "in a script"}
BY_TITLE = frozenset(
    {"date right above the title", "date in the title", "date right under the title", "date under the title"}
)
SHOWN = ("shown by the title", "shown by the title as modified")
PUBLICATION = (
    "declared in a meta element",
    "declared in JSON-LD of a news article",
    "declared in JSON-LD",
    "declared in JSON-LD of the web page",
)
FIRST = frozenset({*PUBLICATION, "declared by an element", "declared in a script"})


def _beside(value: str, ways: Mapping[str, set[str]], first: str | None) -> Iterator[str]:
    """How the date compares with the others of the page."""
    mine = ways[value]
    others = set().union(*(told for other, told in ways.items() if not _same(other, value)))
    if all("modified" in way or way == "in the address" for way in mine):
        yield "changed, beside a date of publication" if first else "changed, and nothing tells the publication"
    if len(ways) == 1:
        yield "the only date of the page"
    if first and value < first:
        yield "before the declared publication"
    if first and value > first:
        yield "after the declared publication"
    yield from _shown_and_declared(mine, others)
    if any(abs(_days(other) - _days(value)) == 1 for other in ways if len(other) == len(value) == 10):
        yield "a day from another date"


def _shown_and_declared(mine: set[str], others: set[str]) -> Iterator[str]:
    """Whether the page shows the day that it declares, and which one it shows or declares instead."""
    shown = next((way for way in SHOWN if way in mine), None)
    stated = next((way for way in PUBLICATION if way in mine), None)
    other = next((way for way in PUBLICATION if way in others), None)
    seen = next((way for way in SHOWN if way in others), None)
    if stated and (shown or seen):
        yield f"{stated}, {shown or f'another: {seen}'}"
    elif stated:
        yield f"{stated}, none shown"
    elif shown:
        yield f"{shown}, another: {other or 'none declared'}"


def _same(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _days(value: str) -> int:
    return date.fromisoformat(value).toordinal()


def _modified(dated: Sequence[_Dated], published: Evidence | None) -> Evidence | None:
    """What the page says it was changed on. "Last modified" may lie before publication (seed 000): then it is
    evidence, and no date of modification."""
    changed = [one.evidence for one in dated if one.modified]
    best = next((one for one in changed if published is None or one.value > published.value), None)
    return best if best and (published is None or not published.value.startswith(best.value)) else None


def _is_under(block: int, title: int | None) -> bool:
    return title is not None and 0 < block - title <= NEAR


def _by_rule(blocks: Sequence[Block], rules: SiteRules | None) -> Iterator[_Dated]:
    patterns = rules.fields.get("dateline", ()) if rules else ()
    selectors = rules.field_selectors.get("dateline", ()) if rules else ()
    for block in blocks if patterns or selectors else ():
        match = next((found for pattern in patterns if (found := pattern.search(block.text.strip()))), None)
        text = match["published"] if match else ""
        if not match and any(matches(block.place.trail, selector) for selector in selectors):
            text = block.text
        if text and (found_date := find_lone_date(text)):
            evidence = Evidence(found_date.value, "site rule: dateline", str(block.place), 0.97)
            yield _Dated(found_date.value, evidence, frozenset(), block=block.number, whole=True)


def all_dated(shown: Shown, declared: Statements, language: str | None) -> list[_Dated]:
    """What the page shows comes first, then what it declares, then its address."""
    visible = list(_visible(shown, language))
    return [
        *(one for one in visible if not _may_be_visit(one, visible, shown)),
        *_declared(declared),
        *_in_address(declared),
    ]


def _may_be_visit(one: _Dated, visible: Sequence[_Dated], shown: Shown) -> bool:
    """A dump may begin with the day on which it was taken: above the title, with the day of the week (seed 002)."""
    if shown.form == "html" or one.block is None or shown.title is None or one.block >= shown.title:
        return False
    alone = not any(other.value == one.value and other.block != one.block for other in visible)
    return alone and (one.block == 0 or "with the day of the week" in one.signs)


def _declared(declared: Statements) -> Iterator[_Dated]:
    others = [name for name in declared.named if name not in DECLARED and OTHER_META.match(name)]
    for name in (*DECLARED, *DECLARED_MODIFIED, *others[:4]):
        changed = name in DECLARED_MODIFIED
        sign = "meta of publication by another name" if name in others else name
        found = declared.values(name)
        for number, one in enumerate(found[:3]):
            value = iso_value(one.value)
            if value and number < FEW.get(name, 3):
                known = sign if number == 0 else f"{sign}, not the first"
                told = Evidence(value, name, one.place, 0.8 if changed else 0.0)
                yield _Dated(value, told, frozenset({known}), changed)


def _in_address(declared: Statements) -> Iterator[_Dated]:
    for one in declared.values("link canonical", "meta og:url")[:2]:
        match = ADDRESS.search(one.value)
        value = "-".join(part for part in match.groups() if part) if match else ""
        if value and find_dates(value):
            yield _Dated(value, Evidence(value, "address", one.place, 0.0), frozenset({"address"}))


def iso_value(text: str) -> str | None:
    """
    >>> iso_value("2016-03-15T08:00:00Z"), iso_value("15 March 2016"), iso_value("2016/03/15"), iso_value("soon")
    ('2016-03-15', '2016-03-15', '2016-03-15', None)
    """
    match = ISO.match(text)
    if match:
        found = find_dates("-".join(part for part in match.groups() if part))
        return found[0].value if found else match[1] if not match[2] and find_dates_year(match[1]) else None
    lone = find_lone_date(text)
    return lone.value if lone else None


def find_dates_year(text: str) -> bool:
    return "1800" <= text < "2100"


def _visible(shown: Shown, language: str | None) -> Iterator[_Dated]:
    """Dates in short lines around the title, and in lines that say what they date; in a dump only the article's."""
    # Comments have dates of their own, and so has what is shown beside other articles.
    end = end_of_article(shown.blocks, shown.title or 0) if shown.form == "text" else len(shown.blocks)
    found = [
        (line, written, number)
        for above, line in zip((None, *shown.lines), shown.lines, strict=False)
        if line.words <= LONGEST
        and line.number < end
        and (HAS_YEAR.search(line.text) or _is_near(line, shown))
        and not COMMENT_NAMES & line.names
        and (number := _calls_for(line, above, shown))
        for written in _written(line, shown, language)
    ]
    title = shown.title or 0
    nearest = sorted(found, key=lambda one: abs(one[0].number - title))[:MOST_VISIBLE]
    first = min((one[0].number for one in nearest if one[0].number > title), default=-1)
    for line, written, label in nearest:
        yield from _judged(line, written, label, first, shown)


def _calls_for(line: Line, above: Line | None, shown: Shown) -> str:
    """Whether a line may date the article at all, and the label that stands above it."""
    label = above.text if above and LABEL_ALONE.match(above.text) else " "
    near = shown.title is None or -NEAR <= line.number - shown.title <= 40
    return label if near or label != " " or DATE_NAMES & line.names or LABELLED.search(line.text) else ""


LABELLED = re.compile(r"publish|posted|updated|modified|reviewed|date", re.IGNORECASE)


def _written(line: Line, shown: Shown, language: str | None) -> tuple[WrittenDate, ...]:
    found = find_dates(line.text)
    if found:
        return found[:2]
    lone = find_lone_date(line.text, language) if _is_near(line, shown) else None
    return (lone,) if lone else ()


def _is_near(line: Line, shown: Shown) -> bool:
    return shown.title is not None and abs(line.number - shown.title) <= NEAR


def _judged(line: Line, written: WrittenDate, label: str, first: int, shown: Shown) -> Iterator[_Dated]:
    before = line.text[: written.start]
    rest = (before + line.text[written.stop :]).strip(" \t\u00a0,|.·•–—-:()")
    said = _said(line, label + before[-40:])
    if said == "":
        return
    signs = {said, *_where(line, rest, shown)}
    if line.number == first:
        signs.add("the first date under the title")
    if written.weekday:
        signs.add("with the day of the week")
    changed = said == "line that says when it was modified"
    told = Evidence(written.value, ORIGINS.get(said, said), str(line.block.place), 0.6 if changed else 0.0)
    whole = _is_line_of_dates(line, len(before.split()), len(rest.split()))
    yield _Dated(written.value, told, frozenset(signs), changed, line.number, whole)
    for number, reading in enumerate(written.readings):
        sign = "month read before the day" if number == 0 else "day read before the month"
        evidence = Evidence(reading, f"{told.origin}, {sign}", told.place, 0.0)
        yield _Dated(reading, evidence, frozenset({*signs, sign}), block=line.number, whole=whole)


def _is_line_of_dates(line: Line, before: int, beside: int) -> bool:
    """A line of hardly more than a date leaves as a whole; a sentence, heading or code that names one stays."""
    if line.block.kind == "code" or (beside > 3 and line.block.kind == "heading"):
        return False
    return beside <= 12 and not (before > 3 and beside > 4 and ends_sentence(line.text))


ORIGINS = {"date without a word": "date by the title"}


def _said(line: Line, before: str) -> str:
    """What the words say that a date is: "" for what isn't the article's."""
    modified = [match.start() for match in MODIFIED.finditer(before)]
    published = [match.start() for match in PUBLISHED.finditer(before)]
    if modified and max(modified) > max(published, default=-1) - 12:
        return "line that says when it was modified"
    if NO_DATE_OF_THE_ARTICLE.search(COMMENT_COUNT.sub("", line.text)):
        return ""
    return "line that says when it was published" if published else "date without a word"


def _where(line: Line, rest: str, shown: Shown) -> Iterator[str]:
    if shown.title is None:
        yield "no title is shown"
    else:
        yield next(sign for least, sign in DISTANCES if line.number - shown.title <= least)
    if line.hidden:
        yield "date hidden"
    words = len(rest.split())
    yield "date alone in its line" if words <= 3 else "date in a short line" if words <= 10 else "date in a longer line"
    if words > 8 and ends_sentence(rest):
        yield "date in a sentence"
    if DATE_NAMES & line.names:
        yield "called a date"
    elif META_NAMES & line.names:
        yield "called a byline or such"
    yield from (f"date {region}" for region in regions_of(line.block.place.trail))
    if NOT_HERE & line.names:
        yield "date among comments or teasers"
    if line.block.kind == "heading":
        yield "date in a heading"


DISTANCES = ((-4, "date far above the title"), (-1, "date right above the title"), (0, "date in the title"),
             (4, "date right under the title"), (NEAR, "date under the title"), (40, "date farther under the title"),
             (10**9, "date far below the title"))  # fmt: skip
