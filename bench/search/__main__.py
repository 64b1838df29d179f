"""Measures search beside Pagefind, MiniSearch and the whole Lunr index: `make bench-search`."""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser

from bench.search.building import BuildFigures, build
from bench.search.corpus import REPOSITORY, Article, NothingShared, articles_of, real_articles, write_articles
from bench.search.measuring import Search, Site, chromium, cold_and_next, heap_mb
from bench.search.queries import real_queries
from bench.search.relevance import load_collection, measure_relevance
from bench.search.report import Measured, as_markdown
from bench.search.serving import hosted
from bench.search.systems import SYSTEMS, System, named

RESULTS = REPOSITORY / "bench/results/search.md"
SIZES = (1_000, 5_000, 20_000)
# Each of these fetches everything again: ten megabytes and some seconds.
WHOLE_EVERY = 5
TOLD_EVERY = 10
EXAMPLES = """examples:
  make bench-search                                       all of it: the better part of an hour
  make bench-search ARGS='--sizes 1000 --rounds 1'        a quick look while working; writes no results
  make bench-search ARGS='--sizes 1000 5000 --systems ours Pagefind'
  make bench-search ARGS=--relevance-only
"""


def main() -> None:
    asked = arguments()
    try:
        load_collection()
        queries = real_queries(real_articles())
    except NothingShared as problem:
        print(problem, file=sys.stderr)
        sys.exit(2)
    with tempfile.TemporaryDirectory(prefix="unscrape bench ") as folder, chromium() as browser:
        relevance = measure_relevance(browser, Path(folder), asked.peers, tell) if asked.relevance else []
        measured = measure_costs(asked, browser, queries, Path(folder)) if asked.sizes else []
        write(asked, as_markdown(notes(asked, browser), measured, relevance))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="make bench-search",
        description="Measures search in the browser, ours beside others (docs/benchmarks.md).",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = [system.name for system in SYSTEMS]
    add = parser.add_argument
    add("--sizes", metavar="N", type=int, nargs="+", default=list(SIZES), help="articles (default: 1000 5000 20000)")
    add("--systems", metavar="NAME", nargs="+", choices=names, default=names, help=f"of: {', '.join(names)}")
    add("--rounds", metavar="N", type=int, default=2, help="rounds of the queries (default: 2)")
    add("--every", metavar="N", type=int, default=1, help="every Nth of the fifty queries only")
    add("--no-relevance", dest="relevance", action="store_false", help="leave the judged collection out")
    add("--relevance-only", action="store_true", help="the judged collection alone")
    add("--peers", metavar="PYTHON", type=Path, default=REPOSITORY / ".venv-bench/bin/python", help="the peers' Python")
    add("--write", type=Path, help="write the tables here, whatever was measured")
    asked = parser.parse_args()
    asked.peers = Path(os.path.abspath(asked.peers))  # noqa: PTH100 - resolve() would leave the environment by its link
    if asked.relevance_only:
        asked.sizes = []
    return asked


def measure_costs(asked: argparse.Namespace, browser: Browser, queries: Sequence[str], folder: Path) -> list[Measured]:
    tell(f"generating {max(asked.sizes):,} articles")
    every = articles_of(max(asked.sizes))
    systems = named(asked.systems)
    measured: list[Measured] = []
    for size in sorted(asked.sizes):
        with tempfile.TemporaryDirectory(prefix=f"{size} ", dir=folder) as place:
            measured += measure_size(asked, browser, systems, every[:size], queries[:: asked.every], Path(place))
    return measured


def measure_size(
    asked: argparse.Namespace,
    browser: Browser,
    systems: Sequence[System],
    articles: Sequence[Article],
    queries: Sequence[str],
    folder: Path,
) -> list[Measured]:
    listed = folder / "articles.jsonl"
    write_articles(listed, articles)
    with ExitStack() as stack:
        sites: list[Site] = []
        built: list[BuildFigures] = []
        for system in systems:
            tell(f"{len(articles):,} articles, {system.name}: building")
            site = Site(system, stack.enter_context(hosted(folder / system.name)))
            built.append(build_site(site, listed))
            sites.append(site)
        searches = search_in_turns(browser, sites, queries, asked.rounds)
        heaps = [heap_mb(browser, site, queries) for site in sites]
    return [
        Measured(site.system, len(articles), figures, *taken, heap)
        for site, figures, taken, heap in zip(sites, built, searches, heaps, strict=True)
    ]


def build_site(site: Site, listed: Path) -> BuildFigures:
    site.host.folder.mkdir()
    site.system.lay_out(listed, site.host.folder, site.host.address)
    figures = build(site.system, listed, site.host.folder)
    site.host.compress()
    return figures


def search_in_turns(
    browser: Browser, sites: Sequence[Site], queries: Sequence[str], rounds: int
) -> list[tuple[list[Search], list[Search]]]:
    """Query by query, each system in its turn, so that a machine that slows down slows all of them."""
    taken: list[tuple[list[Search], list[Search]]] = [([], []) for _ in sites]
    for number in range(rounds):
        for place, query in enumerate(queries):
            if place % TOLD_EVERY == 0:
                tell(f"searching, round {number + 1} of {rounds}, query {place + 1} of {len(queries)}")
            following = queries[(place + 1) % len(queries)]
            for site, (cold, after) in zip(sites, taken, strict=True):
                if not site.system.whole or place % WHOLE_EVERY == 0:
                    first, second = cold_and_next(browser, site, query, following)
                    cold.append(first)
                    after.append(second)
    return taken


def notes(asked: argparse.Namespace, browser: Browser) -> list[str]:
    changed = ", with changes" if git("status", "--porcelain", "plugins", "themes", "bench/search") else ""
    return [
        f"{datetime.now(UTC).date()}, commit {git('rev-parse', '--short', 'HEAD') or '?'}{changed}; {os.cpu_count()} "
        f"cores, {platform.machine()}, Python {platform.python_version()}, Chromium {browser.version}, "
        "from 127.0.0.1, gzip. `make bench-search`; what is measured: docs/benchmarks.md.",
        f"Medians of {-(-50 // asked.every)} queries (whole indexes: every {WHOLE_EVERY}th of them), rounds: "
        f"{asked.rounds}, in which the systems take turns. KB: 1,000 bytes of bodies as sent, without the "
        "page's HTML and CSS; the first query's code (scripts, WebAssembly) stands apart. Until 10 results: index and "
        "texts. Heap: after five queries. 100,000 is not measured: a power law through the sizes above it.",
    ]


def git(*arguments: str) -> str:
    done = subprocess.run(["git", *arguments], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def write(asked: argparse.Namespace, text: str) -> None:
    """Only a whole run leaves results."""
    print(text)
    whole = asked.sizes == list(SIZES) and len(asked.systems) == len(SYSTEMS) and asked.relevance and asked.every == 1
    path = asked.write or (RESULTS if whole and asked.rounds > 1 else None)
    if path is None:
        return
    path.write_text(text, encoding="utf-8")
    tell(f"written to {path}")


def tell(step: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {step}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
