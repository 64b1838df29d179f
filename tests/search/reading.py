"""What the search's files hold, uncompressed."""

from __future__ import annotations

import json
import re
import zlib
from pathlib import Path

CALL = re.compile(r'archiveSearch\("(?P<name>[^"]+)",(?P<content>.*)\);\n', re.DOTALL)
UNIT = 16


def everything_in(folder: Path) -> str:
    """All that the files say, in one text; terms, which are stored by what they share, are written out."""
    return "\n".join(told_in(path) for path in sorted(folder.rglob("*.*")) if path.suffix in {".js", ".bin"})


def told_in(path: Path) -> str:
    """What one of the files says; one in a form that isn't known here is an error."""
    if path.suffix == ".bin":
        return "\n".join(block.decode("utf-8") for block in _blocks(path.read_bytes()))
    call = CALL.fullmatch(path.read_text(encoding="utf-8"))
    assert call is not None, f"{path}: a search script has another form now: teach tests/search/reading.py to read it"
    content = json.loads(call["content"])
    if not isinstance(content, str):
        return json.dumps(content, ensure_ascii=False)
    raw = zlib.decompress(_bytes(content), -zlib.MAX_WBITS)
    kind = call["name"].split("/")[0]
    return (
        "\n".join(_terms(raw, kind == "endings"))
        if kind in {"terms", "words", "endings"}
        else raw.decode("utf-8", "replace")
    )


def _bytes(text: str) -> bytes:
    """Two of 91 characters for 13 bits, behind the number of bytes that are too many at the end."""
    digits = [ord(character) - 35 - (character > "\\") for character in text[1:]]
    bits = "".join(f"{first * 91 + second:013b}" for first, second in zip(digits[::2], digits[1::2], strict=True))
    size = len(bits) // 8 - int(text[0])
    return int(bits[: size * 8] or "0", 2).to_bytes(size, "big")


def _blocks(pack: bytes) -> list[bytes]:
    blocks, start = [], 0
    while start < len(pack):
        length = int.from_bytes(pack[start : start + 4], "little")
        blocks.append(zlib.decompress(pack[start + 4 : start + 4 + length], -zlib.MAX_WBITS))
        start += -(-(4 + length) // UNIT) * UNIT
    return blocks


def _terms(raw: bytes, backwards: bool) -> list[str]:
    """The first stream of a shard: each term as the number of bytes shared with the one before, and the rest."""
    coded = _first_stream(raw)
    terms, before = [], b""
    for found in re.finditer(rb"([\x00-\x1f])([^\x00-\x1f]*)", coded):
        before = before[: found[1][0]] + found[2]
        terms.append(before.decode()[::-1] if backwards else before.decode())
    return terms


def _first_stream(raw: bytes) -> bytes:
    """Behind the count and the sizes of the streams, which add up to what is left."""
    numbers: list[int] = []
    place = 0
    while True:
        number, shift = 0, 0
        while raw[place] & 0x80:
            number |= (raw[place] & 0x7F) << shift
            place, shift = place + 1, shift + 7
        numbers.append(number | raw[place] << shift)
        place += 1
        if len(numbers) > 1 and place + sum(numbers[1:]) == len(raw):
            return raw[place : place + numbers[1]]
