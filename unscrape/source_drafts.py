"""Drafts of the pages in content/sources/: one for each source that an article names; then they are the curator's."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import takewhile
from pathlib import Path

import yaml

from unscrape.archive import Archive, write_text
from unscrape.curated_yaml import parse_yaml
from unscrape.rules import SiteRules
from unscrape.slugs import new_slug


def draft_sources(archive: Archive, rules: Sequence[SiteRules]) -> list[Path]:
    """Writes a page for each source without one; tells which. `rights` is left for the curator to fill in.

    Names that differ in spaces, Unicode form or case are one source: two pages of one name would stop the site's build.
    """
    folder = archive.root / "content" / "sources"
    taken = {path.stem for path in folder.glob("*.md")}
    described = _names(folder.glob("*.md"), "title")
    named = _names((archive.root / "content" / "articles").rglob("*.md"), "source")
    known_as = {_sameness(rule.source.name): rule.source for rule in rules if rule.source}
    drafts = []
    for same, name in sorted(named.items()):
        if same in described:
            continue
        known = known_as.get(same)
        slug = new_slug(name, sha256(name.encode()).hexdigest(), taken)
        taken.add(slug)
        page = {
            "title": name,
            "slug": slug,
            "home_page": known.home_page if known else None,
            "item_type": known.item_type if known else "webpage",
            "rights": None,
            "rights_statement": None,
        }
        drafts.append(folder / f"{slug}.md")
        write_text(drafts[-1], f"---\n{yaml.safe_dump(page, allow_unicode=True, sort_keys=False)}---\n")
    return drafts


def _names(files: Iterable[Path], key: str) -> dict[str, str]:
    """The names in a field of the files' headers: of those that are the same, the first in order."""
    given = {_tidy(name) for file in files if isinstance(name := read_header(file).get(key), str) and name.strip()}
    return {_sameness(name): name for name in sorted(given, reverse=True)}


def _tidy(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).split())


def _sameness(name: str) -> str:
    """
    >>> _sameness("The  Café Review") == _sameness("The Cafe\u0301 review")
    True
    """
    return unicodedata.normalize("NFC", _tidy(name).casefold())


def read_header(path: Path) -> dict[str, object]:
    """A file's YAML header, dates and numbers as they were typed; {} where it has none that can be read.

    The site's build tells what is wrong with it. A byte order mark before it is no fault.
    """
    try:
        given = parse_yaml(_header_lines(path))
    except (yaml.YAMLError, UnicodeDecodeError):
        return {}
    return given if isinstance(given, dict) else {}


def _header_lines(path: Path) -> str:
    with path.open(encoding="utf-8-sig") as lines:
        if next(lines, "").strip() != "---":
            return ""
        return "".join(takewhile(lambda line: line.strip() != "---", lines))
