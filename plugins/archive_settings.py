# SPDX-License-Identifier: AGPL-3.0-or-later
"""What pelicanconf.py and publishconf.py have to know of an archive before Pelican starts."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

from archive_faults import ArchiveError
from curated_yaml import TEXT, TEXT_OR_NOTHING, Schema, keys, read_curated

LANGUAGE: Schema = {
    "type": ["string", "null"],
    "pattern": "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$",
    "description": 'a language tag such as "en" or "pt-BR"',
}
FLAG: Schema = {"type": "boolean", "description": "true or false"}
CITED: Schema = {"enum": ["original", "archive"], "description": "original or archive"}
NUMBER: Schema = {
    "type": ["string", "null"],
    "pattern": "^[1-9][0-9]*$",
    "description": "a whole number from 1 up",
}
ARCHIVE: Schema = keys(
    {
        "title": TEXT,
        "description": TEXT_OR_NOTHING,
        "language": LANGUAGE,
        "publish_ledger": FLAG,
        "cite_address": CITED,
        "articles_per_page": NUMBER,
    }
)
# What turns Markdown into the HTML that the cache keeps.
RENDERERS = ("pelican", "Markdown", "nh3", "beautifulsoup4")


@dataclass(frozen=True, slots=True)
class ArchiveSettings:
    title: str
    description: str = ""
    language: str = ""
    publish_ledger: bool = False
    cite_address: str = "original"  # or "archive"
    articles_per_page: str = "200"  # digits: curated YAML keeps numbers as they were typed


def find_archive(named: str | None, default: Path) -> Path:
    """The archive's folder; it must have content/, or there is nothing to build."""
    archive = Path(named).expanduser().resolve() if named else default
    if not (archive / "content").is_dir():
        raise ArchiveError(
            f"{archive}: is no archive: it has no folder content/. "
            "`make new ARCHIVE=…` starts one; `unscrape articles` makes content/ out of scraped/."
        )
    return archive


def load_archive_settings(archive: Path) -> ArchiveSettings:
    """curation/archive.yaml; an archive without it bears its folder's name."""
    told = read_curated(archive / "curation" / "archive.yaml", archive, ARCHIVE) or {}
    return ArchiveSettings(
        **{"title": archive.name, **{key: value for key, value in told.items() if value is not None}}
    )


def check_site_url(url: str | None) -> str:
    """The address that the archive will have, without a slash at its end."""
    if not url:
        raise ArchiveError(
            "SITEURL: is missing; tell where the archive will be: make publish SITEURL=https://example.org"
        )
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment:
        raise ArchiveError(f"SITEURL: “{url}” should be a web address such as https://example.org/archive")
    return url.rstrip("/")


def cache_of(archive: Path, renderer: Path) -> Path:
    """The folder for rendered articles. Another renderer gets another folder, and what an older one left is deleted."""
    marks = [f"{name} {version(name)}".encode() for name in RENDERERS]
    code = [file.read_bytes() for file in sorted(renderer.rglob("*.py"))]
    caches = archive / ".cache" / "pelican"
    current = caches / hashlib.sha256(b"\0".join([*marks, *code])).hexdigest()[:16]
    for other in caches.glob("*"):
        if other != current:
            shutil.rmtree(other, ignore_errors=True)
    return current
