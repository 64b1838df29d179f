"""Runs what builds an index in a process of its own, and tells what that cost and what it left."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.search.systems import System


@dataclass(frozen=True, slots=True)
class BuildFigures:
    """Bytes, of which those of the index alone; CPU seconds and peak memory, with child processes."""

    files: int
    size: int
    index_size: int
    cpu_seconds: float
    peak_mb: float


def build(system: System, articles: Path, site: Path) -> BuildFigures:
    """What is there before (pages, scripts) isn't counted, but for the texts that the peers' results are shown from."""
    before = set(files_of(site))
    cpu_seconds, peak_mb = measured(system.command(articles, site))
    kinds = {file: system.kind_of(file) for file in files_of(site)}
    sizes = {
        file: (site / file).stat().st_size for file, kind in kinds.items() if kind == "texts" or file not in before
    }
    index_size = sum(size for file, size in sizes.items() if kinds[file] == "index")
    return BuildFigures(len(sizes), sum(sizes.values()), index_size, cpu_seconds, peak_mb)


def measured(command: Sequence[str]) -> tuple[float, float]:
    """CPU seconds and peak MB. A command that fails ends the bench."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT, cwd=Path(__file__).parents[2])
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise SystemExit(f"{' '.join(command)} failed:\n{said.read()[-3000:].decode('utf-8', 'replace')}")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def files_of(folder: Path) -> list[str]:
    return sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file())
