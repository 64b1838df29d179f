# SPDX-License-Identifier: AGPL-3.0-or-later
"""The index as classic scripts: the one form that a page opened from disk may load.

Each script calls the function `archiveSearch`, which the browser code sets up (browser/search/index-scripts.js),
with the name of what it brings, the edition that it belongs to, and the thing itself.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .documents import Document


def write_scripts(folder: Path, index: dict[str, Any], documents: Sequence[Document]) -> None:
    parts = {"index": _json(index), "documents": _json([asdict(document) for document in documents])}
    # A browser that has one script in its cache from before must not read it with the other of now.
    edition = hashlib.sha256("\n".join(parts.values()).encode()).hexdigest()[:16]
    folder.mkdir(parents=True, exist_ok=True)
    for name, part in parts.items():
        script = f'archiveSearch("{name}", "{edition}", {part});\n'
        (folder / f"{name}.js").write_text(script, encoding="utf-8", newline="\n")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
