"""Who published the article: a site's rules know it, an HTML page may declare it, a copyright line may name it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from unscrape.metadata.declared import Statements
from unscrape.model import Block, Choice, Evidence, Label
from unscrape.rules import SiteRules
from unscrape.signs.phrases import end_name, furniture_name

DECLARED = (
    ("meta og:site_name", 0.85),
    ("JSON-LD publisher", 0.75),
    ("meta dc.publisher", 0.7),
    ("meta dcterms.publisher", 0.7),
    ("meta citation_publisher", 0.6),
    ("meta application-name", 0.55),
    ("JSON-LD publisher of the web page", 0.6),
)
COPYRIGHT = re.compile(
    r"(?i:©|\(c\)|copyright)\s*(?:©|\([cC]\))?\s*(?:\d{4}(?:\s*[-–—]\s*(?:\d{2,4}|present))?)?[\s,]*(?:by\s+)?(?:the\s+(?=[A-Z]))?"
    r"(?P<name>[^\W\d_a-z][^.|©\d\n]{3,60}?)(?:\s+\d{4}(?:\s*[-–]\s*\d{2,4})?)?\s*(?:[.|,–—-]|[Aa]ll [Rr]ights|$)",
)
HEAD = 6
NAME_FIRST = re.compile(r"^(?!Copyright)(?P<name>(?:The )?[A-Z][^.|©,:;]{3,50}?)\s*©\s*(?:19|20)\d\d\b")
COMPANY = re.compile(r",? (?:Publishing )?(?:Ltd|Inc|LLC|GmbH|Co|Corp|Limited|Company|PLC)\.?$")
NAME_OF_SITE = re.compile(r"^(?:The )?[A-Z][\w’'&-]*(?: (?:[A-Z][\w’'-]*|of|the|for|and|&|on|in)){1,6}$")
PUBLICATION = re.compile(
    r"^(?:publication|publisher|journal)\s?: (?P<name>[A-Z][^:|]{2,60}?)(?=\s+(?:Vol(?:ume)?|Issue|No)\b|\s*[|;]|$)",
    re.IGNORECASE,
)
MASTHEAD = re.compile(
    r"^The \S+|\b(?:Times|Post|Journal|Review|Monitor|Institute|Foundation|Council|Observer|Interest|Tribune|Herald|"
    r"Gazette|Quarterly|Weekly|Daily|Radio|Magazine|Notebook|Blog|Forum|Chronicle|Digest|Bulletin|Analyst|"
    r"Program(?:me)?|Project|Center|Centre)\b",
    re.IGNORECASE,
)
ENOUGH = 0.5


def find_source(
    blocks: Sequence[Block], declared: Statements, rules: SiteRules | None, title: int | None = None
) -> Choice:
    """The publication's name as it writes it; no choice where nothing names it."""
    found = sorted(
        [*_by_rule(rules), *_declared(declared), *_by_copyright(blocks), *_by_word(blocks, title)],
        key=lambda one: -one.confidence,
    )
    if not found or found[0].confidence < ENOUGH:
        return Choice(None, tuple(found))
    return Choice(found[0], tuple(one for one in found[1:] if one.value != found[0].value)[:4])


def _by_rule(rules: SiteRules | None) -> Iterator[Evidence]:
    if rules and rules.source:
        yield Evidence(rules.source.name, "site rule: source", f"rules {rules.name}", 0.99)


def _declared(declared: Statements) -> Iterator[Evidence]:
    for name, sure in DECLARED:
        for statement in declared.values(name)[:1]:
            if statement.value.strip() and not statement.value.startswith("http"):
                yield Evidence(statement.value.strip(), name, statement.place, sure)


def lines_of_source(blocks: Sequence[Block], title: int | None) -> dict[int, Label]:
    """The lines in a dump's head that name the publication by word."""
    head = blocks[: (title or 0) + HEAD]
    return {one.number: "source" for one in head if PUBLICATION.match(one.text.strip()) and not one.place.trail}


def _by_word(blocks: Sequence[Block], title: int | None) -> Iterator[Evidence]:
    """What a dump's head says: a line that names the publication, a masthead."""
    for block in blocks[: (title or 0) + HEAD]:
        match = PUBLICATION.match(block.text.strip()) if not block.place.trail else None
        if match:
            yield Evidence(match["name"].strip(), "line that names the publication", str(block.place), 0.7)
    yield from _above_menu(blocks, title)
    yield from _masthead(blocks, title)


def _masthead(blocks: Sequence[Block], title: int | None) -> Iterator[Evidence]:
    """A dump's first line, where it reads as a publication's name and other short lines name that too."""
    name = blocks[0].text.strip() if blocks and title and not blocks[0].place.trail else ""
    if not NAME_OF_SITE.match(name) or not MASTHEAD.search(name) or furniture_name(name) or end_name(name):
        return
    if any(name.casefold() in block.text.casefold() for block in blocks[1:] if len(block.text.split()) <= 15):
        yield Evidence(name, "first line, named again beside the text", str(blocks[0].place), 0.5)


def _above_menu(blocks: Sequence[Block], title: int | None) -> Iterator[Evidence]:
    """A dump's first line, where it has the shape of a name and a menu stands between it and the title."""
    first = next(iter(blocks), None)
    if first is None or not title or first.place.trail or not NAME_OF_SITE.match(first.text.strip()):
        return
    menu = [block for block in blocks[1:title] if furniture_name(block.text) in ("menu", "skip link")]
    if len(menu) > 1 and not furniture_name(first.text) and not end_name(first.text):
        yield Evidence(first.text.strip(), "first line, above the menu", str(first.place), 0.5)


def _by_copyright(blocks: Sequence[Block]) -> Iterator[Evidence]:
    """The last copyright line of the page: teasers and images above may have their own."""
    for block in reversed(blocks[len(blocks) // 2 :]):
        short = block.text if len(block.text.split()) <= 40 else ""
        match = NAME_FIRST.search(short.strip()) or COPYRIGHT.search(short)
        name = COMPANY.sub("", match["name"].strip()) if match else ""
        if name and len(name.split()) <= 8 and "all rights" not in name.lower() and name[0].isupper():
            yield Evidence(name, "copyright line", str(block.place), 0.55)
            return
