"""Lighthouse on a published, indexable build of an archive, served from this machine: python -m bench.pages [ARCHIVE]

Judged are the longest article, a source's list, the home page and the search page, each three times; told is the
median. The table goes to bench/results/pages.md. Lighthouse's own figures of speed are simulated for a slow phone.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.browser.page_kinds import Kind, page_of_kind

REPOSITORY = Path(__file__).resolve().parents[2]
LIGHTHOUSE = Path(__file__).with_name("node_modules") / ".bin/lighthouse"
RESULTS = REPOSITORY / "bench/results/pages.md"
KINDS: tuple[Kind, ...] = ("article", "source", "home", "search")
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
ROUNDS = 3
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
Scores = dict[str, float]


def main() -> None:
    archive = Path(sys.argv[1] if len(sys.argv) > 1 else REPOSITORY).resolve()
    with tempfile.TemporaryDirectory() as folder:
        copy = indexable_copy(archive, Path(folder, "archive"))
        with served(copy / "output-published") as address:
            publish(copy, address)
            rows = {kind: judged(f"{address}/{page_of_kind(copy / 'output-published', kind)}", kind) for kind in KINDS}
    RESULTS.write_text(table(rows), encoding="utf-8")
    print(table(rows))


def indexable_copy(archive: Path, copy: Path) -> Path:
    """The archive with every source cleared: what may not be indexed, Lighthouse marks down for just that."""
    for name in ("content", "curation", "ledger"):
        if (archive / name).is_dir():
            shutil.copytree(archive / name, copy / name)
    for page in (copy / "content/sources").glob("*.md"):
        text = re.sub(r"^(?:rights|indexable):.*\n", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
        page.write_text(text.replace("---\n", "---\nrights: full\nindexable: true\n", 1), encoding="utf-8")
    (copy / "output-published").mkdir()
    return copy


def publish(archive: Path, address: str) -> None:
    settings = str(REPOSITORY / "publishconf.py")
    told = os.environ | {"ARCHIVE": str(archive), "SITEURL": address}
    subprocess.run([sys.executable, "-m", "pelican", "--quiet", "--settings", settings], env=told, check=True)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Uncompressed: a host would send less."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Says nothing."""


def judged(address: str, kind: Kind) -> Scores:
    """By category, 0 to 100."""
    rounds = [lighthouse(address) for _ in range(ROUNDS)]
    scores = {name: statistics.median(one[name] for one in rounds) for name in CATEGORIES}
    print(f"{kind}: {scores}", file=sys.stderr)
    return scores


def lighthouse(address: str) -> Scores:
    only = f"--only-categories={','.join(CATEGORIES)}"
    asked = [str(LIGHTHOUSE), address, only, "--output=json", "--quiet", f"--chrome-flags={FLAGS}"]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{address}: Lighthouse ended with {done.returncode}: {done.stderr[-600:]}")
    report = json.loads(done.stdout)
    for audit in report["audits"].values():
        if audit.get("score") is not None and audit["score"] < 0.9:
            print(f"  {audit['id']}: {audit['score']} {audit.get('displayValue', '')}", file=sys.stderr)
    return {name: round(100 * report["categories"][name]["score"]) for name in CATEGORIES}


def table(rows: dict[Kind, Scores]) -> str:
    lines = [
        "# Pages judged by Lighthouse",
        "",
        f"A published, indexable build, uncompressed from 127.0.0.1; {datetime.now(UTC).date()};",
        f"Lighthouse {version()}, mobile, medians of {ROUNDS}. `make bench-pages`",
        "",
        f"| page | {' | '.join(CATEGORIES)} |",
        f"|---|{'---|' * len(CATEGORIES)}",
        *(f"| {kind} | {' | '.join(f'{scores[one]:.0f}' for one in CATEGORIES)} |" for kind, scores in rows.items()),
    ]
    return "\n".join(lines) + "\n"


def version() -> str:
    lock = json.loads(Path(__file__).with_name("package.json").read_text(encoding="utf-8"))
    return str(lock["dependencies"]["lighthouse"])


if __name__ == "__main__":
    main()
