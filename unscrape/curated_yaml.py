"""Reads the YAML that people write, and tells what in it breaks its form: file, line, key, and what would be right.

Text stays text: `on` and `no` are words here, and 2016-03 or 1984 are what was typed. Only true, false and null are
more than text. So no date that the calendar lacks can stop a run: whoever wants a date says so in a schema.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator, FormatChecker, ValidationError

from unscrape.errors import RulesError

TAG = "tag:yaml.org,2002:"
DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
FORMATS = FormatChecker(formats=())


@dataclass(frozen=True, slots=True)
class CuratedFile:
    """A file's text and what it holds; `given` is None for an empty file."""

    path: Path
    text: str
    given: Any
    node: yaml.Node | None

    def say(self, trail: Sequence[str | int], fault: str) -> str:
        """The fault with the file, the line and the key that the trail leads to."""
        return f"{self.path}:{_line(self.node, trail)}: {_key(trail)}: {fault}"


def read_curated(path: Path) -> CuratedFile:
    """Raises RulesError, with file and line, for what is no YAML or not UTF-8."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        node, given = _parse(text)
    except UnicodeDecodeError as error:
        raise RulesError(f"{path}:1: not UTF-8; save the file as UTF-8") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = getattr(error, "problem", None) or str(error)
        raise RulesError(f"{path}:{mark.line + 1 if mark else 1}: not valid YAML: {said}") from error
    return CuratedFile(path, text, given, node)


def parse_yaml(text: str) -> Any:  # noqa: ANN401 - whoever reads it checks its shape
    """What the text holds. Raises yaml.YAMLError and nothing else.

    >>> parse_yaml("{published: 2016-02-30, lang: no, tags: []}")
    {'published': '2016-02-30', 'lang': 'no', 'tags': []}
    """
    return _parse(text)[1]


def find_faults(file: CuratedFile, schema: Path) -> Iterator[str]:
    """Every fault of the file by a JSON schema, which may say what would be right in `x-say`."""
    for fault in Draft202012Validator(_schema(schema), format_checker=FORMATS).iter_errors(file.given):
        yield file.say(list(fault.absolute_path), _advice(fault))


def _parse(text: str) -> tuple[yaml.Node | None, Any]:
    loader = PlainLoader(text)
    try:
        node = loader.get_single_node()
        return node, loader.construct_document(node) if node else None
    except RecursionError as error:
        raise yaml.YAMLError("nested too deeply") from error
    finally:
        loader.dispose()


class PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc] # chosen when it runs
    """A safe loader that retypes nothing but true, false and null, and notices a key that stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if isinstance(key, yaml.ScalarNode):
                if key.value in seen:
                    raise yaml.constructor.ConstructorError(None, None, f'"{key.value}" stands twice', key.start_mark)
                seen.add(key.value)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping

    def construct_truth(self, node: yaml.ScalarNode) -> bool:
        """`!!bool x` is no reason for a KeyError."""
        return bool(self.construct_scalar(node).lower() == "true")


# Also what asks for another type by its tag (`!!timestamp 2016-02-30`) finds none.
PlainLoader.yaml_constructors = {
    tag: yaml.SafeLoader.yaml_constructors[tag]
    for tag in (None, *(f"{TAG}{kind}" for kind in ("map", "seq", "str", "null")))
}
PlainLoader.add_constructor(f"{TAG}bool", PlainLoader.construct_truth)
PlainLoader.yaml_implicit_resolvers = {}
PlainLoader.add_implicit_resolver(f"{TAG}null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
PlainLoader.add_implicit_resolver(f"{TAG}bool", re.compile(r"^(?:[Tt]rue|[Ff]alse)$"), list("tTfF"))


@cache
def _schema(path: Path) -> Mapping[str, Any]:
    schema: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return schema


def _advice(error: ValidationError) -> str:
    if error.validator != "additionalProperties":
        return str(error.schema.get("x-say", error.message)) if isinstance(error.schema, dict) else error.message
    schema: Any = error.schema
    instance: Any = error.instance
    known = list(schema["properties"])
    unknown = next(key for key in instance if key not in known)
    close = difflib.get_close_matches(str(unknown), known, 1)
    advice = f'; did you mean "{close[0]}"?' if close else f"; known keys are {', '.join(known)}"
    return f'unknown key "{unknown}"{advice}'


def _key(trail: Sequence[str | int]) -> str:
    """
    >>> _key(["remove", 2, "pattern"])
    'remove[2].pattern'
    """
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in trail).lstrip(".") or "the file"


def _line(node: yaml.Node | None, trail: Sequence[str | int]) -> int:
    for part in trail:
        if isinstance(node, yaml.MappingNode):
            node = next((value for key, value in node.value if key.value == part), node)
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int):
            node = node.value[part]
    return node.start_mark.line + 1 if node else 1


@FORMATS.checks("partial-date")
def is_partial_date(value: object) -> bool:
    """Whether a text is a date that the calendar knows, as exact as it is known; what is no text passes.

    >>> [is_partial_date(text) for text in ("2016-02-29", "2016-02", "2016", "2016-02-30", "3 May 2016")]
    [True, True, True, False, False]
    """
    if not isinstance(value, str):
        return True
    match = DATE.fullmatch(value)
    if not match:
        return False
    try:
        date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:
        return False
    return True


@FORMATS.checks("day")
def is_day(value: object) -> bool:
    """Whether a text is a date that names its day; what is no text passes."""
    return not isinstance(value, str) or (len(value) == len("2016-02-29") and is_partial_date(value))
