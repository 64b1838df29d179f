"""Several pages of one site cleaned one by one, and together as an archive's are: `python -m bench.cleaning.together
PAGES OUT`.

PAGES holds a site and a path a line, with a tab between. OUT gets a line of JSON a page: path, the text of the page
cleaned `alone`, and that of the page cleaned `together` with the other pages of its site.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.peers.worker import read
from unscrape.blocks import split_blocks
from unscrape.boilerplate import added_up, count_repeats, without
from unscrape.pipeline import clean_page, learn_template, shipped_rules
from unscrape.reading import read_data


def main() -> None:
    sites: dict[str, list[Path]] = {}
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        site, path = line.split("\t")
        sites.setdefault(site, []).append(Path(path))
    with Path(sys.argv[2]).open("w", encoding="utf-8") as out:
        for paths in sites.values():
            out.writelines(json.dumps(told) + "\n" for told in both_ways(paths))


def both_ways(paths: Sequence[Path]) -> Iterator[dict[str, str]]:
    pages = [read_data(read(path)) for path in paths]
    repeats = count_repeats(split_blocks(page) for page in pages)
    templates = [learn_template(page, shipped_rules()) for page in pages]
    whole = added_up(templates)
    for path, page, own in zip(paths, pages, templates, strict=True):
        alone = clean_page(page, shipped_rules())
        together = clean_page(page, shipped_rules(), repeats, template=without(whole, own))
        yield {"path": str(path), "alone": alone.text, "together": together.text}


if __name__ == "__main__":
    main()
