"""What the repository's files must all be: small, ours, and of the right mode."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

LARGEST = 400_000
PROGRAMS = (".ci/run", "setup/site.sh", "setup/venv.sh", "setup/lock.sh")
# Put together here, so that this file doesn't name them either.
REGISTRIES = tuple(".".join(parts) for parts in (("pypi", "org"), ("npmjs", "org"), ("deb", "debian", "org")))
VENDORED = (".woff", ".woff2", ".ttf", ".otf", ".min.js", ".whl", ".zip", ".gz")


@pytest.fixture(scope="module")
def files(repository: Path) -> list[Path]:
    """What git keeps."""
    if shutil.which("git") is None or not (repository / ".git").exists():
        pytest.skip("not a git clone, or no git here: which files are the repository's is unknown")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=repository, capture_output=True, text=True, check=True, timeout=60
    )
    names = filter(None, listed.stdout.split("\0"))
    return [repository / name for name in names if (repository / name).is_file()]


def test_no_file_is_large(files: list[Path]) -> None:
    assert not [str(file) for file in files if file.stat().st_size > LARGEST]


def test_no_file_is_vendored(files: list[Path]) -> None:
    assert not [str(file) for file in files if file.name.endswith(VENDORED)]


def test_no_file_names_a_registry(files: list[Path]) -> None:
    assert not [str(file) for file in files if any(host.encode() in file.read_bytes() for host in REGISTRIES)]


@pytest.mark.parametrize("program", PROGRAMS)
def test_programs_may_be_run(repository: Path, program: str) -> None:
    assert os.access(repository / program, os.X_OK)


@pytest.mark.parametrize(
    ("licence", "title"), [("LICENSE", "Apache License"), ("plugins/LICENSE", "GNU AFFERO GENERAL PUBLIC LICENSE")]
)
def test_each_part_has_its_licence(repository: Path, licence: str, title: str) -> None:
    assert title in (repository / licence).read_text(encoding="utf-8")[:200]
