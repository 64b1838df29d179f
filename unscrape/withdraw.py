"""Withdrawing an article: an entry in its corrections file; the site reads it."""

from __future__ import annotations

from pathlib import Path

import yaml

from unscrape.archive import Archive, write_text
from unscrape.corrections import load_corrections
from unscrape.curated_yaml import parse_yaml
from unscrape.errors import ArchiveError
from unscrape.known_articles import read_slug


def withdraw_article(archive: Archive, slug: str, reason: str, on: str) -> Path:
    """Adds the withdrawal to the article's corrections; `on` is the day, "2026-05-01". Raises ArchiveError.

    The entry is appended as text: a curator's comments in the file stay.
    """
    articles = (archive.root / "content" / "articles").rglob("*.md")
    if not any(read_slug(article) == slug for article in articles):
        raise ArchiveError(f"no article has the slug “{slug}”; it is the last folder of the article's address")
    path = archive.corrections(slug)
    load_corrections(path)
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    if "withdrawn" in (parse_yaml(before) or {}):
        raise ArchiveError(f"{path}: the article is withdrawn already; change its reason there")
    entry = yaml.safe_dump({"withdrawn": {"on": on, "reason": reason}}, allow_unicode=True, sort_keys=False, width=1000)
    write_text(path, before + ("" if not before or before.endswith("\n") else "\n") + entry)
    return path
