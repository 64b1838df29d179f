"""Drafts of the pages in content/sources/: one for each source that an article names; then they are the curator's."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

import yaml

from unscrape.archive import Archive, write_text
from unscrape.rules import SiteRules
from unscrape.slugs import new_slug


def draft_sources(archive: Archive, rules: Sequence[SiteRules]) -> list[Path]:
    """Writes a page for each source without one; tells which. `rights` is left for the curator to fill in."""
    folder = archive.root / "content" / "sources"
    taken = {path.stem for path in folder.glob("*.md")}
    titles = {read_header(path).get("title") for path in folder.glob("*.md")}
    by_name = {rule.source.name: rule.source for rule in rules if rule.source}
    drafts = []
    for name in sorted(_named_sources(archive) - titles):
        known = by_name.get(name)
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


def _named_sources(archive: Archive) -> set[str]:
    headers = (read_header(path) for path in (archive.root / "content" / "articles").rglob("*.md"))
    return {source for header in headers if isinstance(source := header.get("source"), str) and source}


def read_header(path: Path) -> dict[str, object]:
    """A file's YAML header; {} where it has none that can be read (the site's build tells what is wrong with it)."""
    with path.open(encoding="utf-8") as lines:
        if next(lines, "").strip() != "---":
            return {}
        own = []
        for line in lines:
            if line.strip() == "---":
                break
            own.append(line)
    try:
        given = yaml.load("".join(own), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe
    except yaml.YAMLError:
        return {}
    return given if isinstance(given, dict) else {}
