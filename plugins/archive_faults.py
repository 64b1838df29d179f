# SPDX-License-Identifier: AGPL-3.0-or-later
"""How a build says no: at once for what concerns the whole archive, at its end for single articles."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any


class ArchiveError(SystemExit):
    """Stops the build with a message that names the file and what to do.

    It is a SystemExit because Pelican meets an Exception with a traceback, and the reader of this one is a curator.
    """


def report_fault(settings: Mapping[str, Any], file: str | Path, fault: str) -> None:
    """Note a fault of one article: the build goes on without the article, and ends with an error that lists them all.

    Nothing is logged here: Pelican can be told to stop at the first error, or to be quiet.
    """
    settings["FAULTS"].append(f"{within_archive(settings, file)}: {fault}")


def report_warning(settings: Mapping[str, Any], file: str | Path, warning: str) -> None:
    """Note what a curator should mend in an article that is shown all the same: the build's report tells it."""
    settings["WARNINGS"].append(f"{within_archive(settings, file)}: {warning}")


def within_archive(settings: Mapping[str, Any], file: str | Path) -> str:
    """The file's path as a curator knows it: from the archive's folder on."""
    path = Path(file)
    archive = Path(settings["ARCHIVE"])
    return path.relative_to(archive).as_posix() if path.is_relative_to(archive) else str(path)
