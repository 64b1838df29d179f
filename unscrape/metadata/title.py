"""The article's title: the visible heading that agrees best with what else the page says it is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from unscrape.metadata.bylines import reads_as_byline
from unscrape.metadata.dates import find_lone_date
from unscrape.metadata.declared import Declared, values
from unscrape.metadata.names import split_names
from unscrape.metadata.section import PUBLISHED_IN
from unscrape.metadata.source import COPYRIGHT, MASTHEAD
from unscrape.model import Block, Choice, Evidence, Label
from unscrape.rules import SiteRules
from unscrape.signs.phrases import end_name, furniture_name
from unscrape.signs.shape import ends_sentence, folded, is_file_name, is_prose, link_share
from unscrape.signs.trail import matches, tokens

DECLARED = (
    "JSON-LD headline",
    "meta og:title",
    "meta citation_title",
    "meta dc.title",
    "meta dcterms.title",
    "meta twitter:title",
    "JSON-LD headline of the web page",
    "title element",
)
# White space is looked at from its first character on: in a long run each one would be tried to the run's end.
SEPARATOR = re.compile(r"(?<!\s)\s+[|–—·•»:-]+\s+|(?:(?<!\s)\s+)?[|»]\s*|:\s+")
STARTS_WITH_YEAR = re.compile(r"^(?:1[89]|20)\d\d, ")
SITE_SEPARATOR = re.compile(r"(?<!\s)\s+[|–—·•»-]+\s+|(?:(?<!\s)\s+)?[|»]\s*")
TITLE_CLASSES = frozenset({"title", "headline", "pagetitle", "heading", "articletitle", "posttitle"})
BETWEEN = " \t\u00a0,|.·•–—-"
DEK_WORDS = 8
STEM = 5
JOINED_NAMES = re.compile(r"^[^\W\d_]([^.:;?!]|\b\w\.)+ (?:and|und|&) [^.:;?!]+$", re.IGNORECASE)
TOP_LINES = 40
LEAST_PROSE = 12
LONGEST = 45


@dataclass(frozen=True, slots=True)
class FoundTitle:
    """The choice, the block that shows it (None where none does), and every block that is used up by it."""

    choice: Choice
    block: int | None
    used: dict[int, Label]
    breadcrumb: str | None = None


def find_title(blocks: Sequence[Block], declared: Sequence[Declared], rules: SiteRules | None) -> FoundTitle:
    """HTML: the heading nearest to the declared titles; a dump: the line at the top that is repeated, or fits best."""
    by_rule = _by_rule(blocks, rules)
    stated = values(declared, *DECLARED)
    candidates = by_rule or (_headings(blocks, stated) if stated or _has_h1(blocks) else _lines(blocks))
    ranked = sorted(candidates, key=lambda found: -found[1].confidence)
    crumbs = _breadcrumb(blocks, ranked[0]) if ranked else None
    declared_only = [_declared_evidence(statement, stated) for statement in stated]
    evidence = [found[1] for found in ranked] + sorted(declared_only, key=lambda one: -one.confidence)
    if not evidence or evidence[0].confidence < 0.3:
        return FoundTitle(Choice(None, tuple(evidence)), None, {})
    block = ranked[0][0].number if ranked and ranked[0][1] is evidence[0] else None
    rivals = tuple(one for one in evidence[1:] if folded(one.value) != folded(evidence[0].value))[:5]
    used: dict[int, Label] = {block: "title"} if block is not None else {}
    return FoundTitle(Choice(evidence[0], rivals), block, used, crumbs)


def _by_rule(blocks: Sequence[Block], rules: SiteRules | None) -> list[tuple[Block, Evidence]]:
    patterns = rules.fields.get("title", ()) if rules else ()
    selectors = rules.field_selectors.get("title", ()) if rules else ()
    found = []
    for block in blocks:
        match = next((match for pattern in patterns if (match := pattern.search(block.text))), None)
        if match:
            found.append((block, Evidence(match["title"].strip(), "site rule", str(block.place), 0.99)))
        elif selectors and any(matches(block.place.trail, selector) for selector in selectors) and block.text.strip():
            found.append((block, Evidence(_one_line(block), "site rule", str(block.place), 0.99)))
    return found[:1]


def _has_h1(blocks: Sequence[Block]) -> bool:
    return any(block.kind == "heading" and block.level == 1 for block in blocks)


def _headings(blocks: Sequence[Block], stated: Sequence[Declared]) -> Iterator[tuple[Block, Evidence]]:
    for block in blocks:
        if block.kind == "heading" and block.level <= 3 and 0 < len(block.text.split()) <= LONGEST:
            agreement = max((_overlap(block.text, statement.value) for statement in stated), default=0.0)
            rank = {1: 0.2, 2: 0.08, 3: 0.0}[block.level]
            hidden = 0.5 if block.place.hidden else 0.0
            sure = min(0.98, 0.78 * agreement + rank - hidden + (0.15 if not stated and block.level == 1 else 0.0))
            if sure > 0.15:
                origin = f"h{block.level} that the page's own title agrees with" if agreement else f"h{block.level}"
                yield block, Evidence(_one_line(block), origin, str(block.place), round(sure, 2))
        elif (part := _stated_part(block, stated)) and not block.place.hidden:
            marked = any(TITLE_CLASSES & set(tokens(element)) for element in block.place.trail[-4:])
            sure = 0.45 + (0.2 if marked else 0.0) - (0.2 if link_share(block) > 0.5 else 0.0)
            yield (
                block,
                Evidence(_one_line(block), f"line that is a part of the {part}", str(block.place), round(sure, 2)),
            )


def _stated_part(block: Block, stated: Sequence[Declared]) -> str | None:
    """Where a page has no heading for its title (tables and font elements): which statement the line is a part of."""
    own = folded(block.text) if block.kind == "paragraph" and 0 < len(block.text.split()) <= LONGEST else ""
    names = (
        one.name for one in stated if own and own in [folded(part) for part in (one.value, *SEPARATOR.split(one.value))]
    )
    return next(names, None)


def _one_line(block: Block) -> str:
    return re.sub(r"[ \t\n\r\f]+", " ", block.text).strip()


def _overlap(heading: str, stated: str) -> float:
    """Share of words in common (Dice), after the site's name was cut off the statement."""
    return max(_dice(folded(heading).split(), folded(part).split()) for part in (stated, _without_site(stated)))


def _dice(one: list[str], other: list[str]) -> float:
    common = len(set(one) & set(other))
    return 2 * common / (len(set(one)) + len(set(other))) if one and other else 0.0


def _without_site(title: str, separator: re.Pattern[str] = SEPARATOR) -> str:
    """
    >>> _without_site("Bridges over the Salt River | The Harbour Review")
    'Bridges over the Salt River'
    """
    parts = separator.split(title)
    return max(parts, key=lambda part: len(part.split())) if len(parts) > 1 else title


def _declared_evidence(statement: Declared, stated: Sequence[Declared]) -> Evidence:
    weak = statement.name in ("title element", "meta twitter:title")
    value = _without_site(statement.value, SITE_SEPARATOR) if statement.name == "title element" else statement.value
    agreeing = sum(folded(other.value).startswith(folded(value)) for other in stated)
    return Evidence(value, statement.name, statement.place, 0.4 if weak else min(0.45 + 0.05 * agreeing, 0.6))


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[Block, Evidence]]:
    """A dump's candidates: the lines above the first long stretch of prose; none where there is no prose at all."""
    top = _top(blocks) if any(is_prose(block, LEAST_PROSE) for block in blocks) else ()
    texts = [folded(block.text) for block in blocks]
    body_words = {
        word[:STEM] for block in blocks[len(top) :] if is_prose(block) for word in texts[block.number].split()
    }
    owners = {folded(word["name"]) for block in blocks if (word := COPYRIGHT.search(block.text))}
    for block in top:
        if not _may_be_title(block) or texts[block.number] in owners:
            continue
        again = texts[: len(top)].count(texts[block.number]) > 1 and len(block.text.split()) > 2
        glued = any(_glued(other.text, block.text) for other in top)
        sure = (
            0.35
            + (0.3 if again else 0.0)
            + (0.3 if glued else 0.0)
            + _looks(block, body_words)
            + _opens_article(block, blocks)
            + _below_title(block, blocks, body_words)
            + _of_persons(block)
        )
        why = (
            "line that stands twice"
            if again
            else "line that ends a glued breadcrumb"
            if glued
            else "line above the text"
        )
        yield block, Evidence(block.text.strip(), why, str(block.place), round(min(sure, 0.97), 2))


def _top(blocks: Sequence[Block]) -> Sequence[Block]:
    for index, block in enumerate(blocks[:TOP_LINES]):
        follows = blocks[index + 1 : index + 4]
        if is_prose(block, 40) or (is_prose(block) and sum(is_prose(after) for after in follows) >= 2):
            return blocks[: max(index, 1)]
    return blocks[:TOP_LINES]


def _may_be_title(block: Block) -> bool:
    text = block.text.strip()
    if not 1 <= len(text.split()) <= LONGEST or len(text) > 250 or is_file_name(text):
        return False
    if PUBLISHED_IN.match(text):
        return False
    return not (furniture_name(text) or end_name(text) or reads_as_byline(text) or _dated(text))


def _dated(text: str) -> bool:
    """True for a line of hardly more than a date; a title may name one ("Varrow in October 1887")."""
    found = find_lone_date(text)
    beside = [text[: found.start], text[found.stop :]] if found else []
    rest = [
        word for part in beside if not furniture_name(part.strip(BETWEEN)) for word in re.findall(r"[^\W\d_]+", part)
    ]
    return (found is not None and len(rest) <= 3) or bool(STARTS_WITH_YEAR.match(text) and len(text.split()) <= 8)


def _opens_article(block: Block, blocks: Sequence[Block]) -> float:
    """A title has its byline or date close below it."""
    below = [reads_as_byline(other.text) or _dated(other.text) for other in blocks[block.number + 1 : block.number + 5]]
    return 0.14 if any(below[:2]) else 0.12 if any(below) else 0.0


def _below_title(block: Block, blocks: Sequence[Block], body_words: set[str]) -> float:
    """A long line right below a shorter one that would be a good title is rather its dek."""
    above = blocks[block.number - 1] if block.number else None
    if above is None or len(block.text.split()) < DEK_WORDS or not _may_be_title(above):
        return 0.0
    shorter = 3 < len(above.text.split()) < len(block.text.split()) and not ends_sentence(above.text)
    return -0.15 if shorter and not MASTHEAD.search(above.text) and _shared(above, body_words) else 0.0


def _of_persons(block: Block) -> float:
    """Two persons' names and nothing else are a byline; one name may be a title."""
    names = split_names(block.text) if JOINED_NAMES.match(block.text.strip()) else ()
    return -0.4 if len(names) > 1 and all(len(name.split()) <= 3 for name in names) else 0.0


def _glued(line: str, title: str) -> bool:
    return line.strip() != title.strip() and line.strip().endswith(title.strip()) and len(title.split()) >= 3


def _looks(block: Block, body_words: set[str]) -> float:
    """How much a line looks like a title: its length, its end, and whether the text speaks of the same things."""
    length = len(block.text.split())
    size = (
        0.12 if 4 <= length <= 20 else 0.0 if length == 3 else -0.05 if length == 2 else -0.15 if length == 1 else 0.0
    )
    sentence = -0.15 if ends_sentence(block.text) and not block.text.strip().endswith("?") else 0.05
    separated = -0.15 if re.search(r"\s[|>/›»]\s", block.text) else 0.0
    return 0.25 * _shared(block, body_words) + size + sentence + separated


def _shared(block: Block, body_words: set[str]) -> float:
    """Which share of the line's longer words the text has too, in whatever form."""
    words = [word for word in folded(block.text).split() if len(word) > 3]
    return sum(word[:STEM] in body_words for word in words) / len(words) if words else 0.0


def _breadcrumb(blocks: Sequence[Block], best: tuple[Block, Evidence]) -> str | None:
    """What stands before the title in a line that glues a breadcrumb to it ("HomeEurope" before the title)."""
    title = best[1].value
    glued = next((block for block in blocks[:TOP_LINES] if _glued(block.text, title)), None)
    return glued.text.strip()[: -len(title)].strip() if glued else None
