"""The section of its publication that an article stood in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from unscrape.metadata.declared import Statements
from unscrape.model import Block, Choice, Evidence, Label
from unscrape.rules import SiteRules
from unscrape.signs.phrases import furniture_name
from unscrape.signs.shape import folded, is_file_name, says_any
from unscrape.signs.trail import matches

SEPARATED = re.compile(r"^(?P<parts>[^.!?]{2,40}(?:\s+[|›»>/]\s+[^.!?]{2,80})+)$")
CRUMB = re.compile(r"\s*[›»>/|]\s*")
GLUED = re.compile(r"(?<=[a-z])(?=[A-Z])")
PUBLISHED_IN = re.compile(
    r"^(?:Published in|Posted in|Filed (?:in|under)|Section|Category|Rubric)\s*:?\s+(?P<section>[A-Z][^.!?]{2,50})$"
)
# Below a title, "Presidential Office / TASS" credits an image.
CREDITS = re.compile(r"^(?!Home\b)[^|›»>]+\s/\s[^|›»>/]+$", re.IGNORECASE)
DECLARED = ("JSON-LD articleSection", "meta article:section", "meta dc.subject.section", "meta sailthru.section")
NOT_SECTIONS = frozenset("home start blog news uncategorized articles archive".split())
NEAR = 6
LONGEST = 250  # characters; what is longer is no breadcrumb, and slow to see through


def find_section(
    blocks: Sequence[Block],
    title: int | None,
    title_text: str | None,
    breadcrumb: str | None,
    declared: Statements,
    rules: SiteRules | None,
) -> tuple[Choice, dict[int, Label]]:
    """The section, and the lines that tell it: rules, statements, a breadcrumb glued to the title, a line beside it."""
    found = [*_by_rule(blocks, rules)]
    found += [(None, Evidence(one.value, one.name, one.place, 0.8)) for one in declared.values(*DECLARED)]
    if breadcrumb and (parts := _glued_crumbs(breadcrumb)):
        found.append((None, Evidence(parts[-1], "breadcrumb glued to the title", "line of the title", 0.8)))
    found += _by_line(blocks, title, title_text)
    used: dict[int, Label] = {number: "section" for number, _ in found if number is not None}
    found.sort(key=lambda one: -one[1].confidence)
    if not found:
        return Choice(), {}
    chosen = found[0][1]
    return Choice(chosen, tuple(one for _, one in found[1:] if one.value != chosen.value)[:4]), used


def _glued_crumbs(breadcrumb: str) -> list[str]:
    """
    >>> _glued_crumbs("HomeEurope"), _glued_crumbs("Home / World / Asia /")
    (['Europe'], ['World', 'Asia'])
    """
    parts = CRUMB.split(breadcrumb) if CRUMB.search(breadcrumb.strip()) else GLUED.split(breadcrumb)
    return [part.strip() for part in parts if _is_section(part)]


def _is_section(part: str) -> bool:
    return bool(part.strip()) and part.strip().lower() not in NOT_SECTIONS and not furniture_name(part)


def _by_rule(blocks: Sequence[Block], rules: SiteRules | None) -> list[tuple[int | None, Evidence]]:
    if rules is None:
        return []
    for block in blocks:
        for pattern in rules.fields.get("section", ()):
            match = pattern.search(block.text.strip())
            if match:
                return [
                    (block.number, Evidence(match["section"].strip(), "site rule: section", str(block.place), 0.97))
                ]
        if any(matches(block.place.trail, selector) for selector in rules.field_selectors.get("section", ())):
            return [(block.number, Evidence(block.text.strip(), "site rule: section", str(block.place), 0.97))]
    return []


def _by_line(blocks: Sequence[Block], title: int | None, title_text: str | None) -> list[tuple[int | None, Evidence]]:
    if title is None:
        return []
    found: list[tuple[int | None, Evidence]] = []
    found += _above_title(blocks, title)
    for block in blocks[max(title - NEAR, 0) : title + NEAR]:
        told = PUBLISHED_IN.match(block.text.strip())
        credit = block.number > title and CREDITS.match(block.text.strip())
        parts = [] if credit else _crumbs(block.text.strip(), title_text)
        if told:
            found.append(
                (block.number, Evidence(told["section"].strip(), "line that names the section", str(block.place), 0.8))
            )
        elif parts:
            found.append((block.number, Evidence(parts[-1], "breadcrumb by the title", str(block.place), 0.65)))
    return found


def _above_title(blocks: Sequence[Block], title: int) -> list[tuple[int | None, Evidence]]:
    """A word or three right above the title, where the page's menu or its "More in …" knows them too."""
    above = blocks[title - 1] if title else None
    if above is None or len(above.text.split()) > 3 or not _is_section(above.text) or is_file_name(above.text):
        return []
    name = folded(above.text)
    known = {name, *(f"more {word} {name}" for word in ("in", "from", "on"))}
    says = says_any(known)
    if not any(says(other.text) for other in blocks if other is not above):
        return []
    return [
        (
            above.number,
            Evidence(above.text.strip(), "line above the title that the menu knows too", str(above.place), 0.6),
        )
    ]


def _crumbs(line: str, title: str | None) -> list[str]:
    """The sections of a line such as "Home > Europe > Its title" or "Analysis | Global Crises"; [] for other lines."""
    if len(line) > LONGEST or not SEPARATED.match(line) or len(line.split()) > 30:
        return []
    parts = [part.strip() for part in CRUMB.split(line)]
    parts = [part for part in parts if title is None or not folded(title).startswith(folded(part).rstrip(" …"))]
    short = all(len(part.split()) <= 4 for part in parts)
    kept = [part for part in parts if _is_section(part)]
    return kept if short and not re.search(r"\d{4}|^By\b", line) else []
