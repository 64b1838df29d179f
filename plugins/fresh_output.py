# SPDX-License-Identifier: AGPL-3.0-or-later
"""Clears the output before a build writes it: a page that was withdrawn, hidden or renamed must not stay behind.

Pelican would clear it before anything is read. Here it happens once nothing is left that could refuse the build, so
that a mistake in curation/ doesn't cost the site that is there.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from archive_faults import ArchiveError
from pelican.plugins import signals
from pelican.utils import clean_output_dir


def register() -> None:
    signals.all_generators_finalized.connect(clear_output)


def clear_output(generators: Sequence[Any]) -> None:
    output, content = Path(generators[0].output_path).resolve(), Path(generators[0].path).resolve()
    if content.is_relative_to(output):
        raise ArchiveError(f"{output}: holds the archive itself; let the site be written to a folder of its own.")
    clean_output_dir(str(output), [])
