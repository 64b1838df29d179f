"""Runs each system in a process of its own, one after the other, and reads what it told."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

import dateparser

from bench.cleaning.corpus import REPOSITORY
from bench.cleaning.html_text import text_of_html
from bench.cleaning.systems import System

PEERS = REPOSITORY / "bench" / "peers"


@dataclass(frozen=True, slots=True)
class Output:
    """What a system told of one page. `error` where it failed: then all else is empty."""

    seconds: float = 0.0
    text: str = ""
    markdown: str = ""
    title: str | None = None
    authors: Sequence[str] = ()
    date: str | None = None
    sure: Mapping[str, float] = field(default_factory=dict)
    error: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A process's outputs by the file's name without its endings, in the order of the pages."""

    outputs: Mapping[str, Output]
    peak_mb: float
    version: str

    def seconds(self, without_first: int = 0) -> float:
        """CPU seconds. The first pages can be left out: regular expressions, caches and JIT warm up on them."""
        return sum([output.seconds for output in self.outputs.values()][without_first:])


@dataclass(frozen=True, slots=True)
class Bench:
    """Where the processes find what they need: the peers' Python, a folder for what they write, our weights."""

    peers_python: Path
    folder: Path
    weights: str | None = None

    def run(self, system: System, paths: Sequence[Path], name: str, only_time: bool = False) -> Run:
        out = self.folder / f"{name}.jsonl"
        options = ["--only-time"] if only_time else []
        self.start([*self.command(system), str(self.listed(paths, name)), str(out), *options])
        return read_run(out)

    def command(self, system: System) -> list[str]:
        if system.in_node:
            return [node(), str(PEERS / system.worker)]
        python = sys.executable if system.ours else str(self.peers_python)
        return [python, "-m", "bench.peers.worker", system.worker]

    def dump(self, kind: str, paths: Sequence[Path]) -> list[Path]:
        """The pages as text dumps of one kind, in the same order."""
        folder = self.folder / kind
        folder.mkdir(exist_ok=True)
        listed = self.listed(paths, f"{kind} dumps")
        self.start([str(self.peers_python), "-m", "bench.peers.dumps", kind, str(listed), str(folder)])
        return [folder / f"{name_of(path)}.txt" for path in paths]

    def listed(self, lines: Iterable[object], name: str) -> Path:
        file = self.folder / f"{name}.pages"
        file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        return file

    def start(self, command: Sequence[str]) -> None:
        """A process that fails as a whole ends the bench: a row of noughts would look like a result."""
        ended = subprocess.run(
            command, cwd=REPOSITORY, env=self.environment(), capture_output=True, text=True, check=False
        )
        if ended.returncode:
            raise SystemExit(f"{' '.join(command)} failed:\n{ended.stderr[-3000:]}")

    def environment(self) -> dict[str, str]:
        """One thread for whatever would take more: CPU seconds of systems that spread their work don't compare.
        One seed for hashes: newspaper4k's text hangs on the order of its sets.
        """
        same = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONHASHSEED": "0"}
        return dict(os.environ) | same | ({"UNSCRAPE_WEIGHTS": self.weights} if self.weights else {})


def node() -> str:
    """Node as `make` installs it beside our Python."""
    found = shutil.which("node", path=str(Path(sys.executable).parent)) or shutil.which("node")
    if not found:
        raise SystemExit("There is no Node here to run defuddle with. Run it as: make bench-cleaning")
    return found


def read_run(file: Path) -> Run:
    *pages, process = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    outputs = {name_of(Path(told.pop("path"))): as_output(told) for told in pages}
    return Run(outputs, process["peak_mb"], process["version"])


def as_output(told: dict[str, object]) -> Output:
    """A line of a worker's file. Text that came as HTML is made plain, and a date in any notation a day."""
    html = str(told.pop("html", "") or "")
    output = Output(**told)  # type: ignore[arg-type]
    return Output(
        seconds=output.seconds,
        text=output.text or text_of_html(html),
        markdown=output.markdown,
        title=output.title,
        authors=output.authors,
        date=as_day(output.date),
        sure=output.sure,
        error=output.error,
    )


def as_day(date: str | None) -> str | None:
    """A peer's date in whatever notation, as the truth writes it; ours are so already.

    >>> as_day("2016-03-15T22:00:00+01:00"), as_day("March 15, 2016"), as_day("2016-03"), as_day("soon")
    ('2016-03-15', '2016-03-15', '2016-03', 'soon')
    """
    if not date or date[:4].isdigit():
        return date[:10] if date else None
    found = dateparser.parse(date)
    return found.astimezone(UTC).date().isoformat() if found and found.tzinfo else str(found.date()) if found else date


def name_of(path: Path) -> str:
    return path.name.partition(".")[0]
