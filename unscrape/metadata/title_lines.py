"""Lines of a text dump as titles: no markup tells, only where they stand, how they look and what the text speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice, pairwise

from unscrape.metadata.bylines import reads_as_byline
from unscrape.metadata.dates import MONTH, find_lone_date
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
LISTED = re.compile(r"#?\d{1,2}[.):]\s")
A_YEAR = re.compile(rf"(?=.*\b20\d\d\b)(?!.*\b(?:{MONTH})\b)", re.IGNORECASE)
OPENING = "“\"‘'¿¡([_"
FORMS: dict[str, Callable[[str], object]] = {
    "begins with a number in a list": LISTED.match,
    "begins in lower case": lambda text: text[0].islower(),
    "begins with a sign": lambda text: not text[0].isalnum() and text[0] not in OPENING,
    "ends with a colon or a comma": lambda text: text[-1] in ":,;",
    "names a year alone": lambda text: "20" in text and A_YEAR.match(text),
    "in capitals": str.isupper,
}
MOST_ABOVE, MOST_BELOW = 400, 12
# What a line of text is worth, and what a short one costs, when the stretch with most text is looked for.
COST_OF_LINE, LEAST_WORDS, MOST_WORDS = 8, 12, 60


def lines_as_titles(shown: Shown) -> Iterator[Candidate]:
    """The short lines above the text and right below its beginning. A line all alone is text, not a title, and so is
    one that the page says again and again, and nothing else."""
    if len(shown.lines) < 2 or len({block.text.strip() for block in shown.blocks}) < 2:
        return
    start = _beginning_of_text(shown.blocks)
    page = _Page(shown, start)
    # Of lines that say the same the nearest to the text comes first: byline and date are looked for around that.
    for line in sorted(page.lines, key=lambda one: abs(page.start - one.number)):
        if may_be_title(line):
            signs = frozenset(_signs(line, page))
            told = Evidence(line.text, _origin(signs), str(line.block.place), 0.0)
            yield Candidate(folded(line.text), told, signs, line.number)
    yield from _first_line_cut(page)


def _first_line_cut(page: _Page) -> Iterator[Candidate]:
    """Some dumps begin with the page's title element: the title and, behind a bar, the site's name."""
    line = page.lines[0] if page.lines and page.lines[0].number == 0 else None
    parts = list(SEPARATED.finditer(line.text)) if line else []
    if line and parts and may_be_title(line):
        text = line.text[: parts[-1].start()].strip() or line.text
        signs = {"any candidate", "the first line without its last part", *_looks(text, len(text.split()), page)}
        told = Evidence(text, "first line without its last part", str(line.block.place), 0.0)
        yield Candidate(folded(text), told, frozenset(signs))


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
        often = max(2, min(len(prose), 40) // 12)
        self.topic = frozenset(word for word, count in self.body.items() if count >= often and len(word) > 3)
        self.known: dict[str, tuple[float, float]] = {}
        self.foremost = self._foremost()
        self.first = folded(shown.lines[0].text) if shown.lines else ""
        parts = list(SEPARATED.finditer(shown.lines[0].text)) if shown.lines else []
        self.bare = folded(shown.lines[0].text[: parts[-1].start()]) if parts else self.first
        self.ends: dict[str, list[str]] = {}
        for one in self.lines:
            if one.words > 3:
                self.ends.setdefault(one.text.rsplit(maxsplit=1)[-1], []).append(one.text)
        opens = [_opens(one) for one in self.lines]
        self.opens = {one.number: opens[at + 1 : at + 5] for at, one in enumerate(self.lines)}
        self.below = {one.number: below for one, below in pairwise(self.lines)}
        self.above = {one.number: self.lines[at - 1] for at, one in enumerate(self.lines) if at}

    def _foremost(self) -> tuple[int, ...]:
        """The topmost lines that speak of what the text speaks of again and again."""
        about = (
            one.number for one in self.lines if one.number and 3 <= one.words <= 25 and self.about(one.text) >= 0.6
        )
        return tuple(islice(about, 3))

    def about(self, text: str) -> float:
        """Which share of the longer words is the text's topic."""
        return self.shares(text)[1]

    def shares(self, text: str) -> tuple[float, float]:
        """Which share of the line's longer words the text has too, in whatever form, and again and again."""
        if text not in self.known:
            words = [word[:STEM] for word in folded(text).split() if len(word) > 3]
            count = len(words) or 1
            self.known[text] = (
                sum(word in self.body for word in words) / count,
                sum(word in self.topic for word in words) / count,
            )
        return self.known[text]


def _owners(shown: Shown) -> frozenset[str]:
    matches = (COPYRIGHT.search(one.text) for one in shown.lines if "©" in one.text or "opyright" in one.text)
    return frozenset(folded(match["name"]) for match in matches if match)


def _opens(line: Line) -> bool:
    return reads_as_byline(line.text) or is_dated(line.text)


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
    yield from _repeated(line, name, page)
    yield from _looks(line.text, line.words, page)
    if name in page.owners:
        yield "the name in the copyright line"
    if line.number == 0:
        yield "the first line"
    if line.number in page.foremost:
        yield (
            "the topmost line on the text's topic"
            if line.number == page.foremost[0]
            else "a line on the text's topic, near the top"
        )
    yield from _around(line, page)


def _looks(text: str, words: int, page: _Page) -> Iterator[str]:
    yield next(sign for most, sign in LENGTHS if words <= most)
    share, about = page.shares(text)
    yield f"the text has {'most' if share >= 0.7 else 'half' if share >= 0.4 else 'few'} of its words"
    yield f"{'most' if about >= 0.7 else 'half' if about >= 0.4 else 'few'} of its words are the text's topic"
    if ends_sentence(text):
        yield "ends as a question" if text.endswith("?") else "ends as a sentence"
    if SEPARATED.search(text):
        yield "has parts"
    yield from (sign for sign, has in FORMS.items() if has(text))
    long = [word for word in text.split() if len(word) > 3]
    if len(long) > 2:
        capitals = sum(word[0].isupper() for word in long) / len(long)
        yield "most words begin with a capital" if capitals > 0.7 else "few words begin with a capital"


def _repeated(line: Line, name: str, page: _Page) -> Iterator[str]:
    if page.counts[name] > 1:
        yield "line that stands twice" if line.words > 2 else "short line that stands twice"
    if line.number and line.words > 2 and page.first != name:
        opens = page.first.startswith(name)
        like = max(_like(name, page.first), _like(name, page.bare))
        yield ("the first line begins with it" if opens else "much like the first line" if like > 0.6
               else "somewhat like the first line" if like > 0.4 else "unlike the first line")  # fmt: skip
    ends = page.ends.get(line.text.rsplit(maxsplit=1)[-1], ())
    if line.words >= 3 and any(is_glued(other, line.text) for other in ends):
        yield "line that ends a glued breadcrumb"


def _around(line: Line, page: _Page) -> Iterator[str]:
    opens = page.opens[line.number]
    size = "" if line.words > 3 else " a short line"
    if any(opens[:1]):
        yield f"a byline or date right below{size}"
    elif any(opens):
        yield f"a byline or date close below{size}"
    if any(opens) and page.about(line.text) >= 0.4:
        yield "on the text's topic, and a byline or date close below"
    above = page.above.get(line.number)
    yield from _neighbours(line, above, page.below.get(line.number))
    if above and line.words >= 8 and may_be_title(above) and not MASTHEAD.search(above.text):
        shorter = 3 < above.words < line.words and not ends_sentence(above.text)
        if shorter and page.shares(above.text)[0] >= 0.4:
            yield "below a shorter line that may be the title"
    names = split_names(line.text) if JOINED_NAMES.match(line.text) else ()
    if len(names) > 1 and all(len(one.split()) <= 3 for one in names):
        yield "persons' names and nothing else"


def _neighbours(line: Line, above: Line | None, below: Line | None) -> Iterator[str]:
    """How long the next lines are: a menu's are short, under a title stands a dek or the text."""
    if below and below.number == line.number + 1:
        yield f"{_length(below)} right below"
    else:
        yield "running text right below"
    if above:
        yield f"{_length(above)} right above"


def _length(line: Line) -> str:
    return "a short line" if line.words <= 3 else "a line" if line.words <= LEAST_WORDS else "a long line"


def _like(one: str, other: str) -> float:
    mine, its = set(one.split()), set(other.split())
    return 2 * len(mine & its) / (len(mine) + len(its)) if mine and its else 0.0


def is_glued(line: str, title: str) -> bool:
    return len(line) > len(title) and line.endswith(title) and len(title.split()) >= 3


def glued_breadcrumb(blocks: Sequence[Block], title: str) -> str | None:
    """What stands before the title in a line that glues a breadcrumb to it ("HomeEurope" before the title)."""
    texts = (block.text.strip() for block in blocks[:TOP_LINES])
    glued = next((text for text in texts if is_glued(text, title)), None)
    return glued[: -len(title)].strip() if glued else None
