"""Measures how well pages of unknown sites are cleaned: `make bench-cleaning`, or `python -m bench.cleaning --help`."""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from bench.cleaning.corpus import HELD_BACK, REPOSITORY, Page, in_folds, load_pages
from bench.cleaning.curve import as_svg
from bench.cleaning.report import Report, Row, Speed, Together, as_markdown, curves_of
from bench.cleaning.results import score_page
from bench.cleaning.running import Bench, Output, Run, name_of
from bench.cleaning.scores import word_overlap, words_of
from bench.cleaning.systems import DUMPS, OURS, PEERS, YARDSTICK, System

RESULTS = REPOSITORY / "bench" / "results"
WARM_UP = 5
# Time is no matter of what was tuned on: pages of all parts, since a few slow ones weigh much in a small sample.
SPEED_EVERY = 3
# `make train` writes those of fold 0; `--cv` needs the others too (make train ARGS='--without 1 2 3 4').
UNSEEN = str(REPOSITORY / "bench/weights/without-{fold}")
LEAST_WORDS = 10
EXAMPLES = """examples:
  make bench-cleaning                                the held-back fifth, all systems: about a quarter of an hour
  make bench-cleaning ARGS=--cv                      ours over all pages, each with weights that haven't seen its site
  make bench-cleaning ARGS='--part develop --every 8 --rounds 1'
                                                     a quick look while working; writes no results
  make bench-cleaning ARGS='--part develop --ours --keep /tmp/told'
                                                     keeps what was told of each page (never of held-back pages)
"""


def main() -> None:
    asked = arguments()
    pages = load_pages("all" if asked.cv else asked.part)[:: asked.every]
    with workspace(asked.keep) as folder:
        report = cross_validated(asked, pages, folder) if asked.cv else measured(asked, pages, folder)
        write(asked, report)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make bench-cleaning",
        description="Measures cleaning against other tools, over pages whose article is known (docs/benchmarks.md).",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    add = parser.add_argument
    add("--part", choices=["held-back", "develop"], default="held-back", help="which pages (default: held-back)")
    add("--cv", action="store_true", help="all pages, cross-validated by site: ours and trafilatura's texts")
    add("--weights", metavar="DIR", default=UNSEEN, help="our weights; {fold} in it is the fold left out in training")
    add("--peers", metavar="PYTHON", type=Path, default=REPOSITORY / ".venv-bench/bin/python", help="the peers' Python")
    add("--ours", action="store_true", help="ours alone, without the peers")
    add("--every", metavar="N", type=int, default=1, help="every Nth page only")
    add("--rounds", metavar="N", type=int, default=3, help="rounds for the speed; 0 leaves it out (default: 3)")
    add("--keep", metavar="DIR", type=Path, help="keep what the systems told of each page; with --part develop only")
    asked = parser.parse_args()
    if asked.keep and (asked.cv or asked.part != "develop"):
        parser.error("--keep shows single pages, and held-back pages are not looked at: say --part develop")
    asked.peers = Path(os.path.abspath(asked.peers))  # noqa: PTH100 - resolve() would leave the environment by its link
    if not asked.peers.exists():
        parser.error(f"{asked.peers} is missing: make bench-cleaning installs it")
    return asked


@contextmanager
def workspace(keep: Path | None) -> Iterator[Path]:
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        yield keep.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="unscrape bench ") as folder:
        yield Path(folder)


def measured(asked: argparse.Namespace, pages: Sequence[Page], folder: Path) -> Report:
    """All systems over one part of the pages."""
    bench = Bench(asked.peers, folder, weights_of(asked, HELD_BACK))
    systems = (OURS,) if asked.ours else (OURS, *PEERS)
    rows = [html_row(bench, system, pages) for system in systems]
    timed = load_pages("all")[:: SPEED_EVERY * asked.every]
    speeds = measure_speeds(bench, [system for system in systems if not system.variant], timed, asked.rounds)
    return Report(
        heading=f"Cleaning of unknown sites: the {asked.part} pages",
        notes=[
            *notes(pages, asked.part),
            f"Speed and memory: {asked.rounds} rounds over {len(timed)} pages of all parts.",
        ],
        html=[Row(row.name, row.scores, row.system, row.version, speeds.get(row.name)) for row in rows],
        dumps={DUMPS[kind]: dump_rows(bench, kind, pages) for kind in DUMPS},
        together=measure_together(bench, pages),
        curve="cleaning-doubt.svg",
    )


def cross_validated(asked: argparse.Namespace, pages: Sequence[Page], folder: Path) -> Report:
    """Ours over all pages, fold by fold, each with the weights that haven't seen its sites."""
    html: list[Row] = []
    dumps: dict[str, list[Row]] = {kind: [] for kind in DUMPS}
    together: dict[str, list[Together]] = {}
    for fold, some in in_folds(pages).items():
        bench = Bench(asked.peers, folder, weights_of(asked, fold))
        tell(f"fold {fold}: {len(some)} pages")
        html.append(html_row(bench, OURS, some))
        for kind, rows in dumps.items():
            rows.append(our_dump_row(bench, kind, some))
        for form, both in measure_together(bench, some).items():
            together.setdefault(form, []).extend(both)
    peers = [] if asked.ours else [html_row(Bench(asked.peers, folder), YARDSTICK, pages)]
    weights = asked.weights.removeprefix(f"{REPOSITORY}/")
    note = f"Weights: {weights}" if weights else "One set of weights for all folds: what it has seen counts."
    return Report(
        heading="Cleaning of unknown sites: all pages, cross-validated by site",
        notes=[*notes(pages, "all"), note],
        html=[joined(html), *peers],
        dumps={DUMPS[kind]: [joined(rows)] for kind, rows in dumps.items()},
        together=together,
    )


def joined(rows: Sequence[Row]) -> Row:
    return Row(rows[0].name, [score for row in rows for score in row.scores], rows[0].system, rows[0].version)


def weights_of(asked: argparse.Namespace, fold: int) -> str | None:
    """Where our weights for a fold lie. A file that isn't there would mean the shipped ones, and too good a figure."""
    if not asked.weights:
        return None
    weights = Path(asked.weights.format(fold=fold)).resolve()
    if not weights.exists():
        raise SystemExit(f"{weights} is missing: make train ARGS='--without {fold}'")
    return str(weights)


def html_row(bench: Bench, system: System, pages: Sequence[Page]) -> Row:
    tell(f"{system.name}: HTML")
    run = bench.run(system, [page.path for page in pages], f"{system.worker} html")
    return row_of(system.name, run.outputs, pages, system, run.version)


def row_of(
    name: str, outputs: Mapping[str, Output], pages: Sequence[Page], system: System | None = None, version: str = ""
) -> Row:
    return Row(name, [score_page(page, outputs[page.name]) for page in pages], system, version)


def dump_rows(bench: Bench, kind: str, pages: Sequence[Page]) -> list[Row]:
    """Ours beside what anyone could do in a line of code: no tool cleans dumps."""
    ours = our_dump_row(bench, kind, pages)
    dumps = {page.name: (bench.folder / kind / f"{page.name}.txt").read_text(encoding="utf-8") for page in pages}
    everything = {name: Output(text=dump) for name, dump in dumps.items()}
    lines = {name: Output(text=long_lines(dump)) for name, dump in dumps.items()}
    trivial = (("everything", everything), (f"lines of {LEAST_WORDS} words or more", lines))
    return [ours, *(row_of(name, outputs, pages) for name, outputs in trivial)]


def our_dump_row(bench: Bench, kind: str, pages: Sequence[Page]) -> Row:
    tell(f"{OURS.name}: dumps, {kind}")
    run = bench.run(OURS, bench.dump(kind, [page.path for page in pages]), f"{OURS.worker} {kind}")
    return row_of(OURS.name, run.outputs, pages, OURS, run.version)


def long_lines(dump: str) -> str:
    return "\n".join(line for line in dump.splitlines() if len(words_of(line)) >= LEAST_WORDS)


def measure_speeds(bench: Bench, systems: Sequence[System], pages: Sequence[Page], rounds: int) -> dict[str, Speed]:
    """Round by round, each system once a round, so that a machine that slows down slows all of them."""
    paths = [page.path for page in pages]
    runs: dict[str, list[Run]] = {system.name: [] for system in systems}
    for number in range(rounds):
        for system in systems:
            tell(f"speed, round {number + 1}: {system.name}")
            runs[system.name].append(bench.run(system, paths, "speed", only_time=True))
    return {name: speed_of(taken, runs.get(YARDSTICK.name, taken)) for name, taken in runs.items() if taken}


def speed_of(runs: Sequence[Run], yardstick: Sequence[Run]) -> Speed:
    warm_up = min(WARM_UP, len(runs[0].outputs) // 2)
    seconds = [run.seconds(warm_up) for run in runs]
    compared = [run.seconds(warm_up) for run in yardstick]
    timed = len(runs[0].outputs) - warm_up
    return Speed(
        pages_a_second=median(timed / one for one in seconds),
        ratio=median(theirs / ours for ours, theirs in zip(seconds, compared, strict=True)),
        peak_mb=max(run.peak_mb for run in runs),
    )


def measure_together(bench: Bench, pages: Sequence[Page]) -> dict[str, list[Together]]:
    """The pages of sites that have several among these, as HTML and as dumps."""
    counts = Counter(page.site for page in pages)
    several = [page for page in pages if counts[page.site] > 1]
    if not several:
        return {}
    tell(f"several pages of one site: {len(several)} pages")
    html = [page.path for page in several]
    forms = {"HTML": html} | {f"dumps: {DUMPS[kind]}": bench.dump(kind, html) for kind in DUMPS}
    return {name: cleaned_both_ways(bench, several, paths) for name, paths in forms.items()}


def cleaned_both_ways(bench: Bench, pages: Sequence[Page], paths: Sequence[Path]) -> list[Together]:
    out = bench.folder / "together.jsonl"
    sites = (f"{page.site}\t{path}" for page, path in zip(pages, paths, strict=True))
    bench.start([sys.executable, "-m", "bench.cleaning.together", str(bench.listed(sites, "together")), str(out)])
    told = {name_of(Path(line["path"])): line for line in map(json.loads, out.read_text(encoding="utf-8").splitlines())}
    return [
        Together(page.site, *(word_overlap(told[page.name][way], page.text).f1 for way in ("alone", "together")))
        for page in pages
    ]


def notes(pages: Sequence[Page], part: str) -> list[str]:
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    changed = subprocess.run(
        ["git", "status", "--porcelain", "unscrape"], cwd=REPOSITORY, capture_output=True, text=True, check=False
    )
    state = f"commit {commit.stdout.strip() or '?'}{', with changes in unscrape/' if changed.stdout else ''}"
    return [
        f"{len(pages)} pages of {len({page.site for page in pages})} sites ({part}; WCXB's development split, "
        f"CC-BY-4.0); {datetime.now(UTC).date()}, {state}; {os.cpu_count()} cores, {platform.machine()}, Python "
        f"{platform.python_version()}. CPU seconds, one process at a time. What is measured: docs/benchmarks.md.",
    ]


def write(asked: argparse.Namespace, report: Report) -> None:
    """The held-back and the cross-validated figures are results; a look at other pages is only told."""
    text = as_markdown(report)
    print(text)
    if asked.every > 1 or asked.ours or (asked.part == "develop" and not asked.cv):
        return
    RESULTS.mkdir(exist_ok=True)
    name = "cleaning-cv.md" if asked.cv else "cleaning.md"
    (RESULTS / name).write_text(text, encoding="utf-8")
    if report.curve:
        (RESULTS / report.curve).write_text(as_svg(curves_of(report)), encoding="utf-8")
    tell(f"written to {(RESULTS / name).relative_to(REPOSITORY)}")


def tell(step: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {step}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
