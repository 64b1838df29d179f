"""Text dumps of pages, as scrapers make them: `python -m bench.peers.dumps KIND PAGES FOLDER`.

A dump is all visible text of a page without markup. PAGES holds a path a line; FOLDER gets a .txt a page.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from bs4 import BeautifulSoup
from resiliparse.extract.html2text import extract_plain_text  # type: ignore[import-not-found]
from resiliparse.parse.encoding import bytes_to_str, detect_encoding  # type: ignore[import-not-found]

from bench.peers.worker import read


def main() -> None:
    kind, pages, folder = sys.argv[1:]
    for path in map(Path, Path(pages).read_text(encoding="utf-8").splitlines()):
        dump = KINDS[kind](read(path))
        (Path(folder) / f"{path.name.partition('.')[0]}.txt").write_text(dump, encoding="utf-8", errors="replace")


def by_resiliparse(data: bytes) -> str:
    text: str = extract_plain_text(bytes_to_str(data, detect_encoding(data)))
    return text


def by_soup(data: bytes) -> str:
    """Without the usual recipe of taking script, style and template out first: `get_text` leaves them out itself since
    4.11, and no score differed in its third decimal.
    """
    return BeautifulSoup(data, "lxml").get_text("\n")


KINDS: dict[str, Callable[[bytes], str]] = {
    "resiliparse": by_resiliparse,
    "get_text": by_soup,
}

if __name__ == "__main__":
    main()
