"""Measures how fast an archive is cleaned and built, from nothing: `python bench/speed.py ARCHIVE`.

The archive itself isn't touched: its scrapes and curation are copied, and the copy is cleaned, cleaned again with
nothing changed, and built twice.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
RESULTS = REPOSITORY / "bench" / "results" / "speed.md"
INPUTS = ("scraped", "curation")


@dataclass(frozen=True, slots=True)
class Measure:
    """How long one step took; `pieces` are the scrapes or pages that it went through."""

    step: str
    seconds: float
    pieces: int

    def __str__(self) -> str:
        return f"{self.step:32} {self.seconds:8.2f} s {self.pieces / self.seconds:10.1f} a second"


def measure(archive: Path) -> Iterator[Measure]:
    """The steps of `make site` over a copy of the archive, each from a new process."""
    with tempfile.TemporaryDirectory(prefix="unscrape bench ") as folder:
        copy = copy_of(archive, Path(folder) / "archive")
        scrapes = sum(path.is_file() for path in (copy / "scraped").rglob("*"))
        clean = ["-m", "unscrape", "articles", "--archive", str(copy)]
        build = ["-m", "pelican", "--settings", "pelicanconf.py"]
        yield Measure("cleaning", timed(clean, copy), scrapes)
        yield Measure("cleaning, nothing changed", timed(clean, copy), scrapes)
        articles = sum(1 for _ in (copy / "content" / "articles").rglob("*.md"))
        yield Measure("building the site", timed(build, copy), articles)
        yield Measure("building it, nothing changed", timed(build, copy), articles)


def copy_of(archive: Path, copy: Path) -> Path:
    for name in INPUTS:
        if (archive / name).is_dir():
            shutil.copytree(archive / name, copy / name)
    return copy


def timed(command: Sequence[str], archive: Path) -> float:
    """Seconds of wall time. A step that fails ends the bench: its time would say nothing."""
    environment = os.environ | {"ARCHIVE": str(archive)}
    begun = time.perf_counter()
    ended = subprocess.run(
        [sys.executable, *command], cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False
    )
    if ended.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{ended.stdout}{ended.stderr}")
    return time.perf_counter() - begun


def main() -> None:
    archive = Path(sys.argv[1]).resolve()
    if not (archive / "scraped").is_dir():
        raise SystemExit(f"{archive} has no folder scraped/: nothing to measure")
    measures = []
    for told in measure(archive):
        print(told, flush=True)
        measures.append(told)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(table(archive.name, measures), encoding="utf-8")
    print(f"Written to {RESULTS.relative_to(REPOSITORY)}")


def table(name: str, measures: Sequence[Measure]) -> str:
    """The measures as Markdown, with what they were taken on."""
    machine = f"{os.cpu_count()} cores, Python {platform.python_version()}, {platform.machine()}"
    rows = [f"| {one.step} | {one.seconds:.2f} | {one.pieces / one.seconds:.1f} |" for one in measures]
    head = [f"# Speed: {name}", "", f"Wall time of new processes, once; {machine}.", ""]
    return "\n".join([*head, "| step | seconds | pieces a second |", "|---|---|---|", *rows]) + "\n"


if __name__ == "__main__":
    main()
