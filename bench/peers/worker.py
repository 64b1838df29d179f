"""One system over a list of pages, in a process of its own.

    python -m bench.peers.worker SYSTEM PAGES OUT [--only-time]

PAGES holds a path a line. OUT gets a line of JSON a page: path, CPU seconds, and what the system told (`Told`); a page
that it fails on gets `error`. The last line tells the process: its peak memory in MB, and the package's version.
`defuddle.mjs` does the same for a system in JavaScript.
"""

from __future__ import annotations

import gzip
import importlib
import json
import logging
import re
import resource
import sys
import time
import warnings
from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TextIO

from bench.peers.told import System

# Name: module, class, variant. Imported when asked for: ours and the peers live in two environments.
SYSTEMS = {
    "unscrape": ("by_unscrape", "Unscrape", ""),
    "trafilatura": ("by_trafilatura", "Trafilatura", ""),
    "trafilatura-precision": ("by_trafilatura", "Trafilatura", "precision"),
    "trafilatura-recall": ("by_trafilatura", "Trafilatura", "recall"),
    "readability-lxml": ("by_readability", "Readability", ""),
    "newspaper4k": ("by_newspaper", "Newspaper", ""),
    "resiliparse": ("by_resiliparse", "Resiliparse", ""),
}


def main() -> None:
    name, pages, out, *options = sys.argv[1:]
    system = load_system(name)
    with Path(out).open("w", encoding="utf-8") as written:
        for path in Path(pages).read_text(encoding="utf-8").splitlines():
            write(written, measured(system, path, "--only-time" in options))
        write(written, {"peak_mb": peak_mb(), "version": version_of(system.package)})


def load_system(name: str) -> System:
    module, kind, variant = SYSTEMS[name]
    made = getattr(importlib.import_module(f"bench.peers.{module}"), kind)
    system: System = made(variant) if variant else made()
    return system


def measured(system: System, path: str, only_time: bool) -> dict[str, object]:
    """CPU seconds and result of one page. Reading the file, and telling what came out, are not timed."""
    data = read(Path(path))
    begun = time.process_time()
    try:
        cleaned = system.clean(data)
        seconds = time.process_time() - begun
        told = {} if only_time else asdict(system.tell(data, cleaned))
    except Exception as error:  # noqa: BLE001 - a page that a system fails on counts as empty, and the run goes on
        return {"path": path, "seconds": time.process_time() - begun, "error": repr(error)}
    return {"path": path, "seconds": seconds} | told


def read(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.decompress(data) if path.suffix == ".gz" else data


def peak_mb() -> float:
    """Linux's own count; getrusage's peak has that of the process that started this one in it."""
    status = Path("/proc/self/status")
    if status.exists() and (peak := re.search(r"VmHWM:\s*(\d+) kB", status.read_text(encoding="utf-8"))):
        return int(peak[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def version_of(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "?"


def write(file: TextIO, line: dict[str, object]) -> None:
    file.write(json.dumps(line, ensure_ascii=True) + "\n")


if __name__ == "__main__":
    # What the systems say of a page is not for us: some log a warning for each.
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    main()
