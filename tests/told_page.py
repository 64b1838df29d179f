"""What a person saw in a page (an about.yaml), and in which points a cleaned page differs from it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from unscrape.model import Block, CleanedPage

Told = Mapping[str, Any]
FIELDS = ("title", "published", "source", "section", "dek", "author_bio")
Test = Callable[[Block], bool]
BLOCKS: dict[str, Test] = {
    "headings": lambda block: block.kind == "heading",
    "list_items": lambda block: block.kind == "list_item",
    "quotes": lambda block: block.kind == "quote" or (block.kind == "paragraph" and block.within("quote")),
    "captions": lambda block: block.kind == "caption",
    "footnotes": lambda block: block.kind == "footnote" or block.within("footnote"),
}


def read_told(file: Path) -> Told:
    """The file's keys; tests/sample/README.md tells what they mean."""
    told: Told = yaml.safe_load(file.read_text(encoding="utf-8"))
    return told


def differences(told: Told, cleaned: CleanedPage) -> list[str]:
    """One sentence for each point; none when the page was cleaned as a person would."""
    return [*_fields(told, cleaned), *_words(told, cleaned), *_structure(told, cleaned)]


def _fields(told: Told, cleaned: CleanedPage) -> Iterator[str]:
    metadata = cleaned.article.metadata
    found: dict[str, object] = {name: getattr(metadata, name).value for name in FIELDS}
    found["authors"] = cleaned.authors
    for name, value in found.items():
        if name in told and _spaced(told[name]) != _spaced(value):
            yield f"{name}: {value!r} should be {told[name]!r}"
    credit = told.get("image_credit")
    if credit and credit not in (metadata.image_credit.value or "") and credit not in cleaned.text:
        yield f"image_credit: {metadata.image_credit.value!r} should hold {credit!r}"


def _words(told: Told, cleaned: CleanedPage) -> Iterator[str]:
    text = _spaced(cleaned.text)
    if _spaced(told["first"]) not in text[: len(text) // 2 + len(told["first"])]:
        yield f"first: the article should begin with {told['first']!r}, not {text[:60]!r}"
    _, last, after = text.rpartition(_spaced(told["last"]))
    if not last or (after and not told.get("structure", {}).get("footnotes")):
        yield f"last: the article should end with {told['last']!r}, not {text[-60:]!r}"
    yield from (f"with: lacks {words!r}" for words in told.get("with", ()) if _spaced(words) not in text)
    yield from (f"without: holds {words!r}" for words in told.get("without", ()) if _spaced(words) in text)


def _structure(told: Told, cleaned: CleanedPage) -> Iterator[str]:
    for name, counts in BLOCKS.items():
        wanted = told.get("structure", {}).get(name)
        found = sum(map(counts, cleaned.article.blocks))
        if wanted is not None and wanted != found:
            yield f"structure: {found} {name} should be {wanted}"


def _spaced(value: Any) -> Any:  # noqa: ANN401 - a field of either kind, compared with its like
    """Text with every run of white space as one space; anything else as it is."""
    return " ".join(value.split()) if isinstance(value, str) else value
