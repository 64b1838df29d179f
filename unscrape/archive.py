"""The folder that an archive is: where things lie in it, and writing that leaves no half files."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from unscrape.errors import ArchiveError

UNSORTED = "unsorted"
FOLDERS = ("scraped", "content/articles", "content/sources", "curation/site_rules", "curation/corrections")
NO_PAGES = frozenset(
    ".css .js .mjs .map .json .png .jpg .jpeg .gif .webp .svg .avif .ico .bmp .tif .tiff .woff .woff2 .ttf .otf .eot "
    ".mp3 .mp4 .webm .ogg .m4a .wav .avi .mov .gz .zip .rss .atom .xsl .swf".split()
)
SAVED_BESIDE = frozenset({"hts-cache"})
STARTERS = {
    "curation/archive.yaml": "title: {name}\ndescription: ''\nlanguage: en\npublish_ledger: false\n",
    "curation/topics.yaml": """# The topics that articles are about, found in their titles and texts.
# To begin, take the marks away:
# - topic: Salt trade
#   kind: theme  # theme, person, place or organisation
#   aliases: [salt traders]
#   broader: Trade
[]
""",
    "curation/authors.yaml": """# Variants of one author's name:
# - name: Ana Ilić
#   variants: [A. Ilic]
[]
""",
    "curation/synonyms.yaml": """# Single words that mean the same: who searches for one finds the others too.
# - [Taliban, Taleban]
# - [ISIS, ISIL, Daesh]
[]
""",
}


@dataclass(frozen=True, slots=True)
class Scrape:
    """A file in scraped/; `path` and `copies` (files of the same bytes) are relative to the archive."""

    file: Path
    path: str
    sha256: str
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive's folder. Paths in ledgers and messages are relative to `root`, with forward slashes."""

    root: Path

    @property
    def scraped(self) -> Path:
        return self.root / "scraped"

    @property
    def site_rules(self) -> Path:
        return self.root / "curation" / "site_rules"

    def relative(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def scrapes(self) -> list[Path]:
        """All scrapes in a lasting order. What browsers save beside a page (styles, scripts, images) is none, nor are
        hidden files, links to elsewhere and what desktops leave behind.
        """
        return sorted(path for path in self.scraped.rglob("*") if self._is_file(path) and not is_no_page(path))

    def left_out(self) -> list[Path]:
        """Files below scraped/ that are no pages: what came along with pages that a browser or HTTrack saved."""
        return sorted(path for path in self.scraped.rglob("*") if self._is_file(path) and is_no_page(path))

    def _is_file(self, path: Path) -> bool:
        return path.is_file() and not path.is_symlink() and not self._is_hidden(path)

    def _is_hidden(self, path: Path) -> bool:
        parts = path.relative_to(self.scraped).parts
        return any(part.startswith(".") for part in parts) or parts[-1].lower() in (
            "thumbs.db",
            "desktop.ini",
            "readme.md",
        )

    def site_of(self, scrape: Path) -> str:
        """The site that a scrape is of: the folder it lies in below scraped/."""
        parts = scrape.relative_to(self.scraped).parts
        return parts[0] if len(parts) > 1 else UNSORTED

    def article(self, site: str, slug: str) -> Path:
        return self.root / "content" / "articles" / site / f"{slug}.md"

    def ledger(self, site: str, slug: str) -> Path:
        return self.root / "ledger" / site / f"{slug}.jsonl"

    def proposed(self, site: str, slug: str) -> Path:
        return self.root / "ledger" / site / f"{slug}.proposed.md"

    def failed(self, scrape: Path) -> Path:
        inside = scrape.relative_to(self.scraped).as_posix()
        name = inside.replace("/", "__") if inside.count("/") > 1 else scrape.name
        return self.root / "ledger" / self.site_of(scrape) / f"{name}.failed.json"

    def corrections(self, slug: str) -> Path:
        return self.root / "curation" / "corrections" / f"{slug}.yaml"

    def ledgers(self) -> Iterator[Path]:
        yield from sorted((self.root / "ledger").glob("*/*.jsonl"))


def is_no_page(path: Path) -> bool:
    """True for what no reader would call a page, by its name alone.

    >>> is_no_page(Path("page_files/base.css")), is_no_page(Path("page.html"))
    (True, False)
    """
    return path.suffix.lower() in NO_PAGES or any(part in SAVED_BESIDE for part in path.parts)


def open_archive(root: Path) -> Archive:
    """The archive in a folder. Raises ArchiveError where there is none."""
    root = root.resolve()
    if not root.is_dir():
        raise ArchiveError(f"{root}: no such folder; make an archive with: unscrape new {root}")
    if not (root / "scraped").is_dir() and not (root / "content").is_dir():
        raise ArchiveError(
            f"{root}: no archive: it has no folder scraped/. Put your scrapes into {root}/scraped/<site>/, "
            f"or start an empty archive with: unscrape new DIR"
        )
    return Archive(root)


def new_archive(root: Path) -> Archive:
    """An empty archive in a new or empty folder. Raises ArchiveError rather than touch what is there."""
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise ArchiveError(f"{root}: not empty; name a new folder, or put scrapes into {root}/scraped/<site>/ by hand")
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    for name, text in STARTERS.items():
        write_text(root / name, text.format(name=json.dumps(root.resolve().name, ensure_ascii=False)))
    return Archive(root.resolve())


def write_text(path: Path, text: str) -> None:
    """Writes a whole file or nothing: a run that is interrupted leaves the old file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        digest = sha256()
        while chunk := file.read(1 << 20):
            digest.update(chunk)
    return digest.hexdigest()
