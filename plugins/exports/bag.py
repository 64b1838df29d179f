# SPDX-License-Identifier: AGPL-3.0-or-later
"""BagIt 1.0 (RFC 8493): a folder with checksums of all that is in it, as libraries take deposits; and its check.

  python plugins/exports/bag.py DIR     checks the bag in DIR

The Library of Congress's bagit.py comes as a source package alone, and what installs from source isn't what a hash
vouches for; what we need of it is this page.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from hashlib import file_digest
from pathlib import Path

DECLARATION = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
PAYLOAD, TAGS = "manifest-sha256.txt", "tagmanifest-sha256.txt"


def make_bag(bag: Path, root: Path, things: Iterable[Path], told: Mapping[str, str]) -> None:
    """Copies files and folders of `root` into a new bag. An earlier one is replaced once the new one is whole."""
    begun = bag.with_name(f"{bag.name}.part")
    shutil.rmtree(begun, ignore_errors=True)
    for thing in things:
        _copy(thing, begun / "data" / thing.relative_to(root))
    payload = list(_files(begun / "data"))
    size = sum(file.stat().st_size for file in payload)
    facts = {**told, "Bagging-Date": datetime.now(UTC).date().isoformat(), "Payload-Oxum": f"{size}.{len(payload)}"}
    _write(begun / "bagit.txt", DECLARATION)
    _write(begun / "bag-info.txt", "".join(f"{key}: {value}\n" for key, value in facts.items()))
    _write(begun / PAYLOAD, _manifest(payload, begun))
    _write(begun / TAGS, _manifest([begun / name for name in ("bag-info.txt", "bagit.txt", PAYLOAD)], begun))
    shutil.rmtree(bag, ignore_errors=True)
    begun.rename(bag)


def faults_of(bag: Path) -> Iterator[str]:
    """What is wrong with a bag: files missing, changed, or in no manifest."""
    if not (bag / "bagit.txt").is_file():
        yield f"{bag}: is no bag: it has no bagit.txt"
        return
    listed = set()
    for manifest in (PAYLOAD, TAGS):
        for checksum, name in _lines(bag / manifest):
            listed.add(name)
            file = bag / name
            if not file.is_file():
                yield f"{name}: is missing"
            elif _checksum(file) != checksum:
                yield f"{name}: was changed"
    for file in _files(bag / "data"):
        if file.relative_to(bag).as_posix() not in listed:
            yield f"{file.relative_to(bag).as_posix()}: is in no manifest"


def _copy(thing: Path, to: Path) -> None:
    to.parent.mkdir(parents=True, exist_ok=True)
    if thing.is_dir():
        shutil.copytree(thing, to)
    else:
        shutil.copyfile(thing, to)


def _files(folder: Path) -> Iterator[Path]:
    return (file for file in sorted(folder.rglob("*")) if file.is_file())


def _manifest(files: Iterable[Path], bag: Path) -> str:
    return "".join(f"{_checksum(file)}  {_written(file.relative_to(bag).as_posix())}\n" for file in files)


def _lines(manifest: Path) -> Iterator[tuple[str, str]]:
    if manifest.is_file():
        # Not splitlines: a file's name may hold one of the seven other signs at which that parts lines.
        for line in filter(None, manifest.read_text(encoding="utf-8").split("\n")):
            checksum, _, name = line.partition("  ")
            yield checksum, name.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")


def _written(name: str) -> str:
    """The three characters that RFC 8493 has encoded."""
    return name.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")


def _checksum(file: Path) -> str:
    with file.open("rb") as data:
        return file_digest(data, "sha256").hexdigest()


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def main() -> None:
    bag = Path(sys.argv[1])
    faults = list(faults_of(bag))
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        sys.exit(f"{bag}: {len(faults)} faults. Make the bag anew: make export")
    print(f"{bag}: whole; {sum(1 for _ in _files(bag / 'data'))} files have the checksums that they had.")


if __name__ == "__main__":
    main()
