"""The pages with a reviewed truth: ../shared/wcxb-articles, and which of them nobody tunes on."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

REPOSITORY = Path(__file__).parent.parent.parent
FOLDS = 5
HELD_BACK = 0
Part = Literal["held-back", "develop", "all"]


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was served, and what a person found in it. `author` and `date` are None where it has none."""

    name: str
    path: Path
    url: str
    site: str
    title: str
    author: str | None
    date: str | None
    text: str
    markdown: str
    wanted: tuple[str, ...]
    unwanted: tuple[str, ...]

    @property
    def fold(self) -> int:
        return fold_of(self.site)


def load_pages(part: Part) -> list[Page]:
    """The pages of one part. Raises SystemExit with the next step where the folder is missing."""
    folder = corpus_folder()
    pages = [load_page(folder, path) for path in sorted((folder / "truth").glob("*.json"))]
    return [page for page in pages if in_part(page, part)]


def corpus_folder() -> Path:
    folder = Path(os.environ.get("UNSCRAPE_SHARED", REPOSITORY.parent / "shared")) / "wcxb-articles"
    if not (folder / "truth").is_dir():
        raise SystemExit(
            f"There are no pages to measure on: {folder} is missing. They are not part of the repository; "
            "name the folder that holds wcxb-articles/: UNSCRAPE_SHARED=dir make bench-cleaning"
        )
    return folder


def load_page(folder: Path, path: Path) -> Page:
    truth = json.loads(path.read_text(encoding="utf-8"))
    return Page(
        name=path.stem,
        path=folder / "html" / f"{path.stem}.html.gz",
        url=truth["url"] or "",
        site=site_of(truth["url"] or "") or path.stem,
        title=truth["title"] or "",
        author=truth["author"] or None,
        date=truth["date"] or None,
        text=truth["main_content"] or "",
        markdown=truth["main_content_markdown"] or "",
        wanted=tuple(truth["with"] or ()),
        unwanted=tuple(truth["without"] or ()),
    )


def site_of(url: str) -> str:
    """
    >>> site_of("https://www.ombe-dispatch.example/brine/")
    'ombe-dispatch.example'
    """
    return urlsplit(url).netloc.removeprefix("www.")


def fold_of(site: str) -> int:
    """Sites are dealt into folds by a hash of their name, so that a page's split doesn't hang on who else is there."""
    return int(sha256(site.encode()).hexdigest()[:8], 16) % FOLDS


def in_part(page: Page, part: Part) -> bool:
    return part == "all" or (page.fold == HELD_BACK) == (part == "held-back")


def in_folds(pages: Sequence[Page]) -> dict[int, list[Page]]:
    folds: dict[int, list[Page]] = {}
    for page in pages:
        folds.setdefault(page.fold, []).append(page)
    return dict(sorted(folds.items()))
