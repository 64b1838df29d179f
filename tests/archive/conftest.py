"""A small archive of two sites, made anew for each test, and the command that works on it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from unscrape.cli import main

PROSE = (
    "The ferry to Ness Talla was cancelled again on Monday, and {name} walked to the end of the pier to see why. "
    "There was no wind to speak of, and the captain, who sat on a bollard, said that the engine had been sold.",
    "Nobody in the harbour office could say to whom. The clerk, {name} was told, had gone to lunch in February, and "
    "the key to the ledger had gone with her; it was not expected back before the herring were.",
    "In the end the council bought a second engine, and found when it was unpacked that it was the first. {name} has "
    "kept the receipt, which is made out in two hands and dated on a day that the calendar does not have.",
)


def dump(title: str, name: str) -> str:
    lines = [
        "Home",
        "Follow us on social",
        title,
        f"By {name}",
        "3 May 2021",
        *(part.format(name=name) for part in PROSE),
    ]
    return "\n\n".join([*lines, "Leave a Reply", "Your email address will not be published."]) + "\n"


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """scraped/pier/: three articles."""
    folder = tmp_path / "archive"
    scraped = folder / "scraped" / "pier"
    scraped.mkdir(parents=True)
    for slug, title, name in (
        ("engine", "The Engine That Was Sold Twice", "Ana Ilić"),
        ("bollard", "A Bollard Remembers the Year of the Herring", "Tor Østby"),
        ("ledger", "Lunch in February, and What Came of It", "Leocádia Farr"),
    ):
        (scraped / f"{slug}.txt").write_text(dump(title, name), encoding="utf-8")
    return folder


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


def clean(archive: Path) -> Result:
    return run("articles", "--archive", archive)
