"""The curator's acts on one article (curation/corrections/<slug>.yaml), replayed at each cleaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from unscrape.curated_yaml import find_faults, read_curated
from unscrape.errors import RulesError
from unscrape.model import Choice, Evidence, Metadata

SCHEMA = Path(__file__).with_name("corrections.schema.json")
FIELD_OF = {"source_url": "url", "lang": "language", "summary": "dek"}

Value = str | Sequence[str] | None


@dataclass(frozen=True, slots=True)
class Corrections:
    """Fields to set, beginnings of blocks to keep and to remove. `withdrawn` is the site's business."""

    set: Mapping[str, Value] = field(default_factory=dict)
    keep: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    place: str = ""


def load_corrections(path: Path) -> Corrections:
    """The file's acts, each of which the site's build takes; none where there is no file.

    Raises RulesError naming file, line and key.
    """
    if not path.exists():
        return Corrections()
    file = read_curated(path)
    faults = list(find_faults(file, SCHEMA))
    if faults:
        raise RulesError(faults[0])
    given = file.given or {}
    return Corrections(
        given.get("set") or {}, tuple(given.get("keep") or ()), tuple(given.get("remove") or ()), path.name
    )


def set_fields(metadata: Metadata, corrections: Corrections) -> Metadata:
    """The metadata with the curator's values chosen; what was chosen before becomes a rival."""
    changes: dict[str, Any] = {}
    for key, value in corrections.set.items():
        name = FIELD_OF.get(key, key)
        if name == "authors":
            names = [value] if isinstance(value, str) else value or ()
            changes[name] = tuple(Choice(_evidence(one, corrections)) for one in names)
        else:
            before: Choice = getattr(metadata, name)
            rivals = (*((before.chosen,) if before.chosen else ()), *before.rivals)
            changes[name] = Choice(_evidence(str(value), corrections) if value is not None else None, rivals)
    assert set(changes) <= {one.name for one in fields(metadata)}
    return replace(metadata, **changes)


def _evidence(value: str, corrections: Corrections) -> Evidence:
    return Evidence(value, "correction by the curator", corrections.place, 1.0)
