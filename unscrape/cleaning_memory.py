"""What a run remembers for the next one, so that a page is cleaned again only where something decides on it anew.

It lies in the archive's .cache/ and not in the ledger: whoever loses it cleans everything once more, to the same files.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from unscrape.archive import Archive, write_text

FILE = ".cache/cleaned.json"


@dataclass(slots=True)
class CleaningMemory:
    """For each scrape (its path in the archive) a digest over all that decided its outcome."""

    archive: Archive
    inputs: dict[str, str] = field(default_factory=dict)

    def knows(self, scrape: str, inputs: str) -> bool:
        return self.inputs.get(scrape) == inputs

    def save(self, scrapes: set[str]) -> None:
        """Keeps what is known of these scrapes; the others are gone from the archive."""
        kept = {scrape: inputs for scrape, inputs in sorted(self.inputs.items()) if scrape in scrapes}
        write_text(self.archive.root / FILE, json.dumps(kept, ensure_ascii=False, indent=0) + "\n")


def load_memory(archive: Archive) -> CleaningMemory:
    """The last run's memory; an empty one where there is none, or none that can be read."""
    try:
        given = json.loads((archive.root / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        given = {}
    return CleaningMemory(archive, given if isinstance(given, dict) else {})
