"""Lines of a text dump as titles: no markup tells, only where they stand, how they look and what the text speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from unscrape.metadata.bylines import reads_as_byline
from unscrape.metadata.dates import find_lone_date
from unscrape.metadata.lines import Line, Shown
from unscrape.metadata.names import split_names
from unscrape.metadata.scorer import Candidate
from unscrape.metadata.section import PUBLISHED_IN
from unscrape.metadata.source import COPYRIGHT, MASTHEAD
from unscrape.model import Block, Evidence
from unscrape.signs.phrases import end_name, furniture_name
from unscrape.signs.shape import ends_sentence, folded, is_file_name, is_prose

STARTS_WITH_YEAR = re.compile(r"^(?:1[89]|20)\d\d, ")
JOINED_NAMES = re.compile(r"^[^\W\d_]([^.:;?!]|\b\w\.)+ (?:and|und|&) [^.:;?!]+$", re.IGNORECASE)
BETWEEN = " \t\u00a0,|.·•–—-"
STEM = 5
LONGEST, MOST_CHARACTERS = 45, 250
TOP_LINES = 40
SEPARATED = re.compile(r"\s[|>/›»–—-]\s")
DISTANCES = (
    (0, "below the text's beginning"),
    (3, "one to three lines above the text"),
    (8, "four to eight lines above the text"),
    (20, "nine to twenty lines above the text"),
    (60, "twenty-one to sixty lines above the text"),
)
LENGTHS = (
    (1, "one word"),
    (2, "two words"),
    (3, "three words"),
    (7, "four to seven words"),
    (14, "eight to fourteen words"),
    (20, "fifteen to twenty words"),
    (LONGEST, "more than twenty words"),
)
MOST_ABOVE, MOST_BELOW = 400, 12
# What a line of text is worth, and what a short one costs, when the stretch with most text is looked for.
COST_OF_LINE, LEAST_WORDS, MOST_WORDS = 8, 12, 60


def lines_as_titles(shown: Shown) -> Iterator[Candidate]:
    """The short lines above the text and right below its beginning. A line all alone is text, not a title."""
    if len(shown.lines) < 2:
        return
    start = _beginning_of_text(shown.blocks)
    page = _Page(shown, start)
    for line in page.lines:
        if may_be_title(line):
            signs = frozenset(_signs(line, page))
            told = Evidence(line.text, _origin(signs), str(line.block.place), 0.0)
            yield Candidate(folded(line.text), told, signs, line.number)


def _origin(signs: frozenset[str]) -> str:
    return next((sign for sign in ("line that stands twice", "line that ends a glued breadcrumb") if sign in signs),
                "line above the text")  # fmt: skip


def _beginning_of_text(blocks: Sequence[Block]) -> int:
    """Where the stretch with most running text begins."""
    best, total, start, found = 0, 0, 0, 0
    for block in blocks:
        words = len(block.text.split())
        total += min(words, MOST_WORDS) if words >= LEAST_WORDS else -COST_OF_LINE
        if total <= 0:
            total, start = 0, block.number + 1
        elif total > best:
            best, found = total, start
    return found


class _Page:
    """What the single lines are compared with."""

    def __init__(self, shown: Shown, start: int) -> None:
        self.start = start
        self.lines = [one for one in shown.lines if start - MOST_ABOVE <= one.number <= start + MOST_BELOW]
        self.counts = Counter(folded(one.text) for one in shown.lines)
        self.owners = _owners(shown)
        prose = [block for block in shown.blocks[start : start + 200] if is_prose(block)]
        self.body = Counter(word[:STEM] for block in prose[:40] for word in set(folded(block.text).split()))
        self.first = folded(shown.lines[0].text) if shown.lines else ""
        self.ends = [one.text for one in self.lines if one.words > 3]
        self.below = {one.number: self.lines[at + 1 : at + 5] for at, one in enumerate(self.lines)}
        self.above = {one.number: self.lines[at - 1] for at, one in enumerate(self.lines) if at}


def _owners(shown: Shown) -> frozenset[str]:
    matches = (COPYRIGHT.search(one.text) for one in shown.lines if "©" in one.text or "opyright" in one.text)
    return frozenset(folded(match["name"]) for match in matches if match)


def may_be_title(line: Line) -> bool:
    """False for furniture, file names, bylines and dates."""
    text = line.text
    if line.words > LONGEST or len(text) > MOST_CHARACTERS or is_file_name(text) or PUBLISHED_IN.match(text):
        return False
    return not (furniture_name(text) or end_name(text) or reads_as_byline(text) or is_dated(text))


def is_dated(text: str) -> bool:
    """True for a line of hardly more than a date; a title may name one ("Varrow in October 1887")."""
    found = find_lone_date(text)
    beside = [text[: found.start], text[found.stop :]] if found else []
    rest = [
        word for part in beside if not furniture_name(part.strip(BETWEEN)) for word in re.findall(r"[^\W\d_]+", part)
    ]
    return (found is not None and len(rest) <= 3) or bool(STARTS_WITH_YEAR.match(text) and len(text.split()) <= 8)


def _signs(line: Line, page: _Page) -> Iterator[str]:
    name = folded(line.text)
    yield "any candidate"
    yield next((sign for most, sign in DISTANCES if page.start - line.number <= most), "far above the text")
    yield next(sign for most, sign in LENGTHS if line.words <= most)
    yield from _repeated(line, name, page)
    share = _shared(name, page)
    yield f"the text has {'most' if share >= 0.7 else 'half' if share >= 0.4 else 'few'} of its words"
    if ends_sentence(line.text):
        yield "ends as a question" if line.text.endswith("?") else "ends as a sentence"
    if SEPARATED.search(line.text):
        yield "has parts"
    if name in page.owners:
        yield "the name in the copyright line"
    if line.number == 0:
        yield "the first line"
    yield from _around(line, page)


def _repeated(line: Line, name: str, page: _Page) -> Iterator[str]:
    if page.counts[name] > 1:
        yield "line that stands twice" if line.words > 2 else "short line that stands twice"
    if line.number and line.words > 2 and page.first != name:
        opens = page.first.startswith(name)
        if opens or _like(name, page.first) > 0.6:
            yield "the first line begins with it" if opens else "much like the first line"
    if line.words >= 3 and any(is_glued(other, line.text) for other in page.ends):
        yield "line that ends a glued breadcrumb"


def _around(line: Line, page: _Page) -> Iterator[str]:
    opens = [reads_as_byline(other.text) or is_dated(other.text) for other in page.below[line.number]]
    if any(opens[:1]):
        yield "a byline or date right below"
    elif any(opens):
        yield "a byline or date close below"
    above = page.above.get(line.number)
    if above and line.words >= 8 and may_be_title(above) and not MASTHEAD.search(above.text):
        shorter = 3 < above.words < line.words and not ends_sentence(above.text)
        if shorter and _shared(folded(above.text), page) >= 0.4:
            yield "below a shorter line that may be the title"
    names = split_names(line.text) if JOINED_NAMES.match(line.text) else ()
    if len(names) > 1 and all(len(one.split()) <= 3 for one in names):
        yield "persons' names and nothing else"


def _like(one: str, other: str) -> float:
    mine, its = set(one.split()), set(other.split())
    return 2 * len(mine & its) / (len(mine) + len(its)) if mine and its else 0.0


def _shared(name: str, page: _Page) -> float:
    """Which share of the line's longer words the text has too, in whatever form."""
    words = [word for word in name.split() if len(word) > 3]
    return sum(word[:STEM] in page.body for word in words) / len(words) if words else 0.0


def is_glued(line: str, title: str) -> bool:
    return len(line) > len(title) and line.endswith(title) and len(title.split()) >= 3


def glued_breadcrumb(blocks: Sequence[Block], title: str) -> str | None:
    """What stands before the title in a line that glues a breadcrumb to it ("HomeEurope" before the title)."""
    texts = (block.text.strip() for block in blocks[:TOP_LINES])
    glued = next((text for text in texts if is_glued(text, title)), None)
    return glued[: -len(title)].strip() if glued else None
