"""A text dump's lines, joined where they are parts of one: dumps break lines at tags, or at one width."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Literal

from unscrape.model import WORD

# A form feed and Unicode's separators end a line as well; lines are counted as editors count them.
VISIBLE = re.compile(r"\S(?:[^\n\f\v\u2028\u2029]*\S)?")
BULLET = re.compile(r"^(?P<mark>[•‣▪●◦∙►▶➤■◆✓✔·*–-])[ \t\u00a0]+(?=\S)")
NUMBER = re.compile(r"^(?P<number>\d{1,3})[.)][ \t\u00a0]+(?=\S)")
LEAST_FILLED = 0.7
# What no sentence begins with, and what none ends with: there a tag stood between the two lines.
CLOSING = re.compile(r"[,;:!?)\]”’%…]|\.(?!\w)")
OPENED, AFTER_A_WORD = ("(", "[", "“", "‘"), ("$", "—", "–")
PAUSES = (*OPENED, *AFTER_A_WORD, ",", ";", ":", '"', "/", "-")
SENTENCE_ENDS, CLOSERS = (".", "!", "?", "…"), "\"'”’»)]"
SPACE = "[ \u00a0\u202f]"
ONE_SPACE = re.compile(rf"{SPACE}{{1,2}}\n{SPACE}?|\n{SPACE}")
SPACE_LINE = re.compile(rf"\n{SPACE}\n")
INDENTED = re.compile(r"[ \t]*\n[ \t]*")
LABEL_LETTERS = 4  # "1.", "A": what opens a line
NAME_WORDS, SENTENCE_WORDS, CLAUSE_WORDS = 3, 17, 9
LEAST_TORN = 3

# "bare": a break in a dump that has nothing but breaks between its lines, so that they tell nothing.
Gap = Literal["break", "space", "space line", "indent", "bare", "more"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something to see: its number from 1, and the white space between it and the line above."""

    number: int
    text: str
    gap: str = ""


def paragraphs(text: str) -> list[Line]:
    """The dump's lines in order; those that belong together as one, with the number of the first."""
    lines = list(visible_lines(text))
    return list(_unwrapped(lines) if _is_hard_wrapped(lines) else _untorn(lines))


def visible_lines(text: str) -> Iterator[Line]:
    """Lines that show something: those of no-break spaces don't."""
    end, number = 0, 1
    for match in VISIBLE.finditer(text):
        gap = text[end : match.start()]
        number += gap.count("\n")
        yield Line(number, match[0], gap)
        end = match.end()


# --- Lines broken at one width, as a mail program does


def _is_hard_wrapped(lines: Sequence[Line]) -> bool:
    """True where most lines go on in the next one and are filled to nearly one width."""
    widths = _widths(lines)
    if len(widths) < 6 or len(widths) < len(lines) / 2:
        return False
    return 40 <= max(widths) <= 120 and median(widths) >= max(widths) * 0.8


def _widths(lines: Sequence[Line]) -> list[int]:
    """Those of the lines right above another one."""
    return [len(above.text) for above, line in pairwise(lines) if line.number == above.number + 1]


def _unwrapped(lines: Sequence[Line]) -> Iterator[Line]:
    """A line with room for the next one's first word ends its paragraph; an empty line and a list's sign do, too."""
    filled = max(_widths(lines)) * LEAST_FILLED
    goes_on = [False, *(_is_filled(above, line, filled) for above, line in pairwise(lines))]
    for run in _runs(lines, goes_on):
        yield Line(run[0].number, " ".join(line.text for line in run), run[0].gap)


def _is_filled(above: Line, line: Line, filled: float) -> bool:
    listed = BULLET.match(line.text) or NUMBER.match(line.text)
    room = len(above.text) + len(line.text.split(maxsplit=1)[0]) < filled
    return line.number == above.number + 1 and not room and not listed


# --- Lines broken at tags, as BeautifulSoup's get_text("\n") does: "I sailed to ", "Varrow", ", and back."


def _untorn(lines: Sequence[Line]) -> Iterator[Line]:
    """Lines that inline tags tore apart, put together again."""
    for run in _runs(lines, find_torn(lines)):
        yield Line(run[0].number, "".join(_rejoined(run)), run[0].gap)


def _rejoined(run: Sequence[Line]) -> Iterator[str]:
    """The texts of a paragraph's lines; spaces between them, but for signs that touched a word as they stood."""
    yield run[0].text
    for above, line in pairwise(run):
        touching = line.gap == "\n" and not (WORD.match(line.text[0]) and WORD.match(above.text[-1]))
        yield line.text if touching else f" {line.text}"


def _runs(lines: Sequence[Line], goes_on: Sequence[bool]) -> Iterator[list[Line]]:
    """The lines, in groups of one paragraph each. `goes_on` tells of each line whether the one above goes on in it."""
    run: list[Line] = []
    for line, joined in zip(lines, goes_on, strict=True):
        if run and not joined:
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def find_torn(lines: Sequence[Line]) -> list[bool]:
    """For each line whether the one above goes on in it. In a dump that breaks no sentence none does."""
    gaps = _gaps(lines)
    sure = [at > 0 and _surely_goes_on(lines[at - 1], line, gaps[at]) for at, line in enumerate(lines)]
    if sum(sure) < LEAST_TORN:
        return [False] * len(lines)
    goes_on: list[bool] = []
    for at, line in enumerate(lines):
        before, after = goes_on[-1:] == [True], sure[at + 1 : at + 2] == [True]
        goes_on.append(sure[at] or (at > 0 and _may_go_on(lines[at - 1], line, gaps[at], before, after)))
    return goes_on


def _gaps(lines: Sequence[Line]) -> list[Gap]:
    bare = all(line.gap == "\n" for line in lines[1:])
    return ["bare"] * len(lines) if bare else [_gap(line.gap) for line in lines]


def _gap(gap: str) -> Gap:
    if gap == "\n":
        return "break"
    if ONE_SPACE.fullmatch(gap):
        return "space"
    if SPACE_LINE.fullmatch(gap):
        return "space line"
    return "indent" if INDENTED.fullmatch(gap) else "more"


def _surely_goes_on(above: Line, line: Line, gap: Gap) -> bool:
    """True where the two lines' own signs tell that a sentence goes on behind a tag."""
    first = line.text[0]
    if gap in ("break", "bare"):
        return bool(CLOSING.match(line.text)) or _is_open(above.text)
    if gap == "space":
        begins = first.isalnum() or _ends_sentence(above.text)
        return first.islower() or not begins or above.text.endswith(PAUSES)
    return gap == "space line" and (first.islower() or above.text[-1] == ",")


def _is_open(text: str) -> bool:
    return text.endswith(OPENED) or (len(text) > 1 and text.endswith(AFTER_A_WORD))


def _ends_sentence(text: str) -> bool:
    return text.rstrip(CLOSERS).endswith(SENTENCE_ENDS)


def _may_go_on(above: Line, line: Line, gap: Gap, before: bool, after: bool) -> bool:
    """Where the signs could mean both: `before` and `after` tell whether the lines around these go on."""
    named = len(above.text.split()) >= NAME_WORDS or len(line.text.split()) >= NAME_WORDS
    lower, in_a_word = line.text[0].islower(), above.text[-1].isalnum()
    match gap:
        case "break" | "indent":
            clause = len(above.text.split()) >= CLAUSE_WORDS or (before and len(line.text.split()) >= NAME_WORDS)
            return lower and in_a_word and clause
        case "bare":
            return named and in_a_word and (lower or (after and _ends_lower(above.text)))
        case "space":
            return _goes_on_in_capitals(above.text, "\u00a0" in line.gap, after)
    return False


def _goes_on_in_capitals(above: str, padded: bool, after: bool) -> bool:
    """A name, a number or a new sentence behind a space. `padded` with a no-break space are ends of paragraphs."""
    words = len(above.split())
    if len(above) <= LABEL_LETTERS:
        return True
    if _ends_sentence(above):
        return not padded and words <= SENTENCE_WORDS and above[-1] != "?"
    return after or (not padded and words >= NAME_WORDS and _ends_lower(above))


def _ends_lower(text: str) -> bool:
    return text.rsplit(maxsplit=1)[-1].islower()
