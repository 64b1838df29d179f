"""The curator's acts on one article (curation/corrections/<slug>.yaml), replayed at each cleaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import yaml

from unscrape.errors import RulesError
from unscrape.metadata.dates import find_lone_date
from unscrape.model import Choice, Evidence, Metadata

SETTABLE = (
    "title",
    "published",
    "modified",
    "authors",
    "source",
    "section",
    "source_url",
    "lang",
    "summary",
    "image_credit",
    "author_bio",
)
FIELD_OF = {"source_url": "url", "lang": "language", "summary": "dek"}
KEYS = ("set", "keep", "remove", "withdrawn")


@dataclass(frozen=True, slots=True)
class Corrections:
    """Fields to set, beginnings of blocks to keep and to remove. `withdrawn` is the site's business."""

    set: Mapping[str, Any] = field(default_factory=dict)
    keep: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    place: str = ""


def load_corrections(path: Path) -> Corrections:
    """The file's acts; none where there is no file. Raises RulesError naming file and key."""
    if not path.exists():
        return Corrections()
    try:
        given = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise RulesError(f"{path}: not valid YAML: {error}") from error
    _check(path, given)
    return Corrections(
        given.get("set") or {}, tuple(given.get("keep") or ()), tuple(given.get("remove") or ()), path.name
    )


def _check(path: Path, given: object) -> None:
    if not isinstance(given, dict):
        raise RulesError(f"{path}: a mapping with the keys {', '.join(KEYS)} is needed here")
    for key in given:
        if key not in KEYS:
            raise RulesError(f'{path}: unknown key "{key}"; known keys are {", ".join(KEYS)}')
    for key in given.get("set") or {}:
        if key not in SETTABLE:
            raise RulesError(f'{path}: set: unknown field "{key}"; known fields are {", ".join(SETTABLE)}')
    for key in ("keep", "remove"):
        if not _is_list_of_texts(given.get(key) or []):
            raise RulesError(f"{path}: {key}: a list of texts is needed here, each the beginning of a line")
    for key in ("published", "modified"):
        value = (given.get("set") or {}).get(key)
        if value is not None and not (isinstance(value, str) and find_lone_date(value)):
            raise RulesError(f'{path}: set.{key}: write a date in quotes, such as "2016-03-15", "2016-03" or "2016"')


def _is_list_of_texts(value: object) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str) and all(isinstance(one, str) for one in value)


def set_fields(metadata: Metadata, corrections: Corrections) -> Metadata:
    """The metadata with the curator's values chosen; what was chosen before becomes a rival."""
    changes: dict[str, Any] = {}
    for key, value in corrections.set.items():
        name = FIELD_OF.get(key, key)
        if name == "authors":
            names = value if isinstance(value, list) else [value]
            changes[name] = tuple(Choice(_evidence(str(one), corrections)) for one in names if one)
        else:
            before: Choice = getattr(metadata, name)
            rivals = (*((before.chosen,) if before.chosen else ()), *before.rivals)
            changes[name] = Choice(_evidence(str(value), corrections) if value is not None else None, rivals)
    assert set(changes) <= {one.name for one in fields(metadata)}
    return replace(metadata, **changes)


def _evidence(value: str, corrections: Corrections) -> Evidence:
    return Evidence(value, "correction by the curator", corrections.place, 1.0)
