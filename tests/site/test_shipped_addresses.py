"""Whoever linked to a page of the sample still finds it: shipped_addresses.txt lists each address that there ever was.

New pages are added to the list, and nothing is ever taken out, by

    make site && python tests/site/test_shipped_addresses.py output
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

SHIPPED = Path(__file__).with_name("shipped_addresses.txt")
PAGE = re.compile(r"(articles|sources|authors|topics|years)/[^/]+/index\.html")


def addresses_in(output: Path) -> set[str]:
    """The pages of articles, sources, authors, topics and years."""
    files = (file.relative_to(output).as_posix() for file in output.rglob("index.html"))
    return {file for file in files if PAGE.fullmatch(file)}


def shipped() -> set[str]:
    return set(SHIPPED.read_text(encoding="utf-8").split())


def add(output: Path) -> int:
    """Adds to the list what is new in a built site; how much that was."""
    new = addresses_in(output) - shipped()
    text = "".join(f"{address}\n" for address in sorted(shipped() | new))
    SHIPPED.write_text(text, encoding="utf-8")
    return len(new)


def test_no_address_that_was_shipped_is_lost(sample_site: Path) -> None:
    lost = sorted(shipped() - addresses_in(sample_site))
    if lost:
        pytest.fail(
            "These addresses were shipped and are gone:\n  "
            + "\n  ".join(lost)
            + "\nLet each lead to the page that has its content now, by a line in curation/redirects.yaml:\n"
            f"  {lost[0]}: {lost[0].split('/')[0]}/<new slug>/index.html\n"
            "An article that is gone for good is withdrawn: curation/corrections/<slug>.yaml.",
            pytrace=False,
        )


def test_each_address_is_listed(sample_site: Path) -> None:
    new = sorted(addresses_in(sample_site) - shipped())
    if new:
        pytest.fail(
            "The sample has new addresses:\n  " + "\n  ".join(new) + "\nIf they are meant, promise to keep them: "
            "make site && python tests/site/test_shipped_addresses.py output",
            pytrace=False,
        )


if __name__ == "__main__":
    print(f"{add(Path(sys.argv[1]))} new addresses in {SHIPPED.name}.")
