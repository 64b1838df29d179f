"""The YAML header of an article, as docs/formats.md tells it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

import yaml

from unscrape.model import Metadata

# Other readers of YAML than ours take these for something else than text.
RETYPED_ELSEWHERE = re.compile(r"(?i)y|n|0o[0-7]+|[-+.0-9][-+.0-9:_e]*")
# YAML takes some of them for line ends, and doesn't allow the others.
NOT_IN_YAML = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def header(metadata: Metadata, slug: str, needs_review: tuple[str, ...]) -> str:
    """The lines from `---` to `---`, with a line end after the last.

    The first nine keys always stand, null or [] where unknown; the others only where known. Texts that YAML would
    retype are quoted, dates always; nothing is folded, and `yaml.safe_load` gives back each value as it was.
    """
    return "\n".join(["---", *_lines(metadata, slug, needs_review), "---", ""])


def _lines(metadata: Metadata, slug: str, needs_review: tuple[str, ...]) -> Iterator[str]:
    authors = [choice.value for choice in metadata.authors if choice.value]
    yield f"title: {_scalar(metadata.title.value)}"
    yield f"slug: {_scalar(slug)}"
    yield f"published: {_quoted(metadata.published.value)}"
    yield f"authors: {_flow(authors)}"
    yield f"source: {_scalar(metadata.source.value)}"
    yield f"section: {_scalar(metadata.section.value)}"
    yield f"lang: {_scalar(metadata.language.value)}"
    yield "tags: []"
    yield f"needs_review: {_flow([])}" if not needs_review else "needs_review:"
    yield from (f"  - {_scalar(reason)}" for reason in needs_review)
    yield from _known(metadata)


def _known(metadata: Metadata) -> Iterator[str]:
    if metadata.modified.value:
        yield f"modified: {_quoted(metadata.modified.value)}"
    for key, choice in (
        ("source_url", metadata.url),
        ("summary", metadata.dek),
        ("image_credit", metadata.image_credit),
        ("author_bio", metadata.author_bio),
    ):
        if choice.value:
            yield f"{key}: {_scalar(choice.value)}"


def _flow(values: Iterable[str]) -> str:
    return f"[{', '.join(_scalar(value) for value in values)}]"


def _scalar(value: str | None) -> str:
    """The value as plain as YAML gives it back, in a list as well as after a key; quoted otherwise."""
    return value if value is not None and _stands_plain(value) else _quoted(value)


def _stands_plain(value: str) -> bool:
    if RETYPED_ELSEWHERE.fullmatch(value) or NOT_IN_YAML.search(value) or "\n" in value:
        return False
    try:
        return bool(yaml.safe_load(f"[{value}, x]") == [value, "x"] and yaml.safe_load(f"k: {value}") == {"k": value})
    except (yaml.YAMLError, ValueError):
        return False


def _quoted(value: str | None) -> str:
    if value is None:
        return "null"
    return NOT_IN_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", json.dumps(value, ensure_ascii=False))
