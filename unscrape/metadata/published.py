"""When the article was published and modified. A date that nothing ties to publication stays a rival."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unscrape.metadata.dates import WrittenDate, find_dates, find_lone_date
from unscrape.metadata.declared import Declared, values
from unscrape.model import Block, Choice, Evidence, Label
from unscrape.rules import SiteRules
from unscrape.signs.ending import end_of_article
from unscrape.signs.shape import ends_sentence
from unscrape.signs.trail import matches, tokens

PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|date|issued|released|publication date|created|written|dated)\b",
    re.IGNORECASE,
)
MODIFIED = re.compile(r"\b(?:modified|updated|last (?:edited|reviewed|changed)|revised|update)\b", re.IGNORECASE)
NO_DATE_OF_THE_ARTICLE = re.compile(
    r"\b(?:accessed|retrieved|visited|today|copyright|all rights reserved|printed|downloaded|saved|attribution|"
    r"image source|photo|comments?|reply|joined|register by|deadline|event|upcoming|captured|archived)\b|©",
    re.IGNORECASE,
)
COMMENT_COUNT = re.compile(r"\b(?:\d+|no) comments?\b|\bleave a comment\b", re.IGNORECASE)
DECLARED = (
    ("JSON-LD datePublished", 0.9),
    ("meta article:published_time", 0.9),
    ("meta citation_publication_date", 0.92),
    ("meta citation_date", 0.85),
    ("meta dc.date.issued", 0.88),
    ("meta dcterms.issued", 0.88),
    ("meta datepublished", 0.85),
    ("meta parsely-pub-date", 0.88),
    ("meta sailthru.date", 0.85),
    ("meta dc.date", 0.75),
    ("meta dcterms.date", 0.75),
    ("meta date", 0.7),
    ("meta pubdate", 0.85),
    ("meta og:published_time", 0.85),
    ("time published", 0.85),
    ("JSON-LD datePublished of the web page", 0.7),
    ("meta dcterms.created", 0.7),
    ("time", 0.55),
)
DECLARED_MODIFIED = (
    "JSON-LD dateModified",
    "meta article:modified_time",
    "meta dcterms.modified",
    "meta og:updated_time",
    "time modified",
)
ISO = re.compile(r"^\s*(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?=\D|$)")
DATE_CLASSES = frozenset(
    {"date", "published", "pubdate", "dateline", "time", "timestamp", "posted", "meta", "byline", "entry"}
)
ENOUGH = 0.5
NEAR = 10


@dataclass(frozen=True, slots=True)
class FoundDates:
    published: Choice
    modified: Choice
    used: dict[int, Label]


@dataclass(frozen=True, slots=True)
class _Dated:
    value: str
    evidence: Evidence
    modified: bool = False
    block: int | None = None
    whole: bool = False


def find_published(
    blocks: Sequence[Block],
    title: int | None,
    declared: Sequence[Declared],
    rules: SiteRules | None,
    language: str | None,
) -> FoundDates:
    """The dates that the page ties to publication and to modification, each no more exact than it is written."""
    dated = [*_by_rule(blocks, rules), *_declared(declared), *_visible(blocks, title, language)]
    first = _best([_corroborated(one, dated) for one in dated if not one.modified])
    changed = _best([one for one in dated if one.modified])
    # "Last modified" may lie before publication (seed 000): then it is evidence, and no date of modification.
    if changed and first and changed.value <= first.value:
        changed = None
    told = {one.value for one in (first, changed) if one}
    used: dict[int, Label] = {
        one.block: "date"
        for one in dated
        if one.block is not None and one.whole and (one.value in told or _is_near(one.block, title))
    }
    rivals = [one.evidence for one in dated if first is None or one.evidence is not first.evidence]
    published = Choice(first.evidence if first else None, tuple(_unlike(rivals, first)))
    return FoundDates(published, Choice(changed.evidence if changed else None), used)


def _is_near(block: int, title: int | None) -> bool:
    return title is not None and 0 < block - title <= NEAR


def _unlike(rivals: Sequence[Evidence], first: _Dated | None) -> list[Evidence]:
    chosen = first.value if first else None
    return [one for one in rivals if one.value != chosen][:8]


def _best(dated: Sequence[_Dated]) -> _Dated | None:
    best = max(dated, key=lambda one: (one.evidence.confidence, len(one.value)), default=None)
    return best if best and best.evidence.confidence >= ENOUGH else None


def _corroborated(one: _Dated, dated: Sequence[_Dated]) -> _Dated:
    """Two places that name one day support each other: a date at the top alone may be the day of the visit."""
    agreeing = {
        other.evidence.place for other in dated if other is not one and not other.modified and other.value == one.value
    }
    told = one.evidence
    sure = min(0.99, told.confidence + 0.2 * min(len(agreeing), 2))
    evidence = Evidence(told.value, told.origin, told.place, round(sure, 2))
    return _Dated(one.value, evidence, one.modified, one.block, one.whole)


def _by_rule(blocks: Sequence[Block], rules: SiteRules | None) -> Iterator[_Dated]:
    patterns = rules.fields.get("dateline", ()) if rules else ()
    selectors = rules.field_selectors.get("dateline", ()) if rules else ()
    for block in blocks:
        match = next((found for pattern in patterns if (found := pattern.search(block.text.strip()))), None)
        text = match["published"] if match else ""
        if not match and any(matches(block.place.trail, selector) for selector in selectors):
            text = block.text
        if text and (found_date := find_lone_date(text)):
            evidence = Evidence(found_date.value, "site rule: dateline", str(block.place), 0.97)
            yield _Dated(found_date.value, evidence, block=block.number, whole=True)
            return


def _declared(declared: Sequence[Declared]) -> Iterator[_Dated]:
    for name, sure in DECLARED:
        found = values(declared, name)
        value = iso_value(found[0].value) if found else None
        if value:
            yield _Dated(
                value, Evidence(value, name, found[0].place, sure if len(found) == 1 or name != "time" else 0.4)
            )
    for statement in values(declared, *DECLARED_MODIFIED):
        if value := iso_value(statement.value):
            yield _Dated(value, Evidence(value, statement.name, statement.place, 0.8), modified=True)


def iso_value(text: str) -> str | None:
    """
    >>> iso_value("2016-03-15T08:00:00Z"), iso_value("15 March 2016"), iso_value("soon")
    ('2016-03-15', '2016-03-15', None)
    """
    match = ISO.match(text)
    if match:
        found = find_dates("-".join(part for part in match.groups() if part))
        return found[0].value if found else match[1] if not match[2] else None
    lone = find_lone_date(text)
    return lone.value if lone else None


def _visible(blocks: Sequence[Block], title: int | None, language: str | None) -> Iterator[_Dated]:
    """Dates in short lines around the title, and in lines that say what they date; in a dump only the article's."""
    end = end_of_article(blocks, title or 0)
    for block in blocks:
        text = block.text.strip()
        if block.number >= end and not block.place.trail:
            return
        if len(text.split()) > 24 or block.place.hidden or not text:
            continue
        found = find_dates(text) or _lone(block, title, language)
        for written in found[:2]:
            yield from _judged(block, written, text, title, len(found))


def _lone(block: Block, title: int | None, language: str | None) -> tuple[WrittenDate, ...]:
    near = title is not None and abs(block.number - title) <= NEAR
    found = find_lone_date(block.text.strip(), language) if near else None
    return (found,) if found else ()


def _judged(block: Block, written: WrittenDate, text: str, title: int | None, count: int) -> Iterator[_Dated]:
    before = text[: written.start]
    origin, sure, modified = "", 0.0, False
    rest = (before + text[written.stop :]).strip(" \t\u00a0,|.·•–—-:()")
    if MODIFIED.search(before[-40:]):
        origin, sure, modified = "line that says when it was modified", 0.6, True
    elif NO_DATE_OF_THE_ARTICLE.search(COMMENT_COUNT.sub("", text)):
        return
    elif PUBLISHED.search(before[-30:]) and (title is None or -6 <= block.number - title <= 40):
        origin, sure = "line that says when it was published", 0.85
    elif title is not None and count <= 2:
        origin, sure = _by_position(block, written, rest, title)
    if sure:
        exact = round(sure - (0.1 if written.ambiguous else 0.0), 2)
        yield _Dated(
            written.value,
            Evidence(written.value, origin, str(block.place), exact),
            modified,
            block.number,
            _is_line_of_dates(rest),
        )


def _is_line_of_dates(rest: str) -> bool:
    """A line of hardly more than the date leaves as a whole; a sentence that names a date stays."""
    return len(rest.split()) <= 12 and not ends_sentence(rest)


def _by_position(block: Block, written: WrittenDate, rest: str, title: int) -> tuple[str, float]:
    distance = block.number - title
    marked = any(DATE_CLASSES & set(tokens(element)) for element in block.place.trail[-3:])
    short = len(rest.split()) <= 8 and not ends_sentence(rest)
    if not short:
        return "", 0.0
    if 0 < distance <= NEAR:
        return "date under the title", (0.85 if distance <= 4 or marked else 0.55)
    if -3 <= distance < 0 and (marked or (not written.weekday and block.number > 0)):
        return "date above the title", 0.6 if marked else 0.5
    if -NEAR <= distance < 0:
        return "date at the top of the page: of the visit, or of publication", 0.35
    return "", 0.0
