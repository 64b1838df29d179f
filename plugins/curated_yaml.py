# SPDX-License-Identifier: AGPL-3.0-or-later
"""Reads the YAML that a curator writes. A mistake is told with file, line, key and what would be right.

Text stays text: `on` and `no` are words here, and 2016-03 or 1984 are what was typed. Only true, false and null are
more than text.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, cast

import yaml
from archive_faults import ArchiveError
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

Schema = Mapping[str, Any]
Steps = tuple[str | int, ...]

TEXT: Schema = {"type": "string", "minLength": 1, "description": "text"}
TEXT_OR_NOTHING: Schema = {"type": ["string", "null"], "description": "text, or null where it is unknown"}
TEXTS: Schema = {"type": "array", "items": TEXT, "description": "a list of texts"}
WEB_ADDRESS: Schema = {
    "type": ["string", "null"],
    "pattern": r"^https?://[^\s\"'<>]+$",
    "description": "an address that begins with https:// or http://, or null",
}


def keys(schemas: Mapping[str, Schema], required: Sequence[str] = ()) -> Schema:
    """The schema of a mapping that has these keys and no others."""
    return {
        "type": "object",
        "properties": schemas,
        "required": list(required),
        "additionalProperties": False,
        "description": f"a mapping with the keys {', '.join(schemas)}",
    }


def read_curated(file: Path, archive: Path, schema: Schema) -> Any:  # noqa: ANN401  (the schema tells its shape)
    """What the file holds; None when it is missing or empty. A file that breaks the schema stops the build."""
    if not file.is_file():
        return None
    name = file.relative_to(archive).as_posix() if file.is_relative_to(archive) else str(file)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ArchiveError(f"{name}: is not UTF-8; save the file as UTF-8.") from None
    content = parse(text, name)
    if content is not None:
        check(content, schema, name, text)
    return content


def parse(text: str, name: str) -> Any:  # noqa: ANN401
    """The YAML in the text; an ArchiveError tells where it can't be read."""
    try:
        return yaml.load(text, Loader=PlainLoader)  # noqa: S506  (a SafeLoader with less in it)
    except yaml.MarkedYAMLError as error:
        line = f" line {error.problem_mark.line + 1}:" if error.problem_mark else ""
        raise ArchiveError(f"{name}:{line} {error.problem or error}; mend the YAML there.") from None
    except yaml.YAMLError as error:
        raise ArchiveError(f"{name}: {error}; mend the YAML there.") from None


def check(content: Any, schema: Schema, name: str, text: str = "") -> None:  # noqa: ANN401
    """Raise an ArchiveError that lists everything in the content that the schema doesn't allow."""
    errors = sorted(Draft202012Validator(schema).iter_errors(content), key=_position)
    faults = [f"{name}:{_line(text, path)} {fault}" for error in errors for path, fault in told(error)]
    if faults:
        raise ArchiveError("\n".join(faults))


def told(error: ValidationError) -> Iterator[tuple[Steps, str]]:
    """What is wrong, and what would be right, in words for a curator; and the path to it."""
    path, schema, given = tuple(error.absolute_path), cast("Schema", error.schema), cast("Any", error.instance)
    where = _key(path)
    if error.validator == "additionalProperties":
        known = list(schema["properties"])
        yield from (
            ((*path, key), f"{where}unknown key “{key}”{_guess(key, known)}") for key in given if key not in known
        )
    elif error.validator == "required":
        missing = [key for key in schema["required"] if key not in given]
        yield path, f"{where}{' and '.join(missing)} should be there."
    elif error.validator == "enum":
        wanted = ", ".join(_shown(value) for value in schema["enum"])
        yield path, f"{where}{_shown(given)} should be one of: {wanted}."
    else:
        yield path, f"{where}should be {schema.get('description', error.message)}, not {_shown(given)}."


class PlainLoader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]  # chosen when it runs
    """A safe loader that retypes nothing but true, false and null, and notices a key that stands twice."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key in (key for key, _ in node.value if isinstance(key, yaml.ScalarNode)):
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"“{key.value}” stands twice", key.start_mark)
            seen.add(key.value)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep)
        return mapping


PlainLoader.yaml_implicit_resolvers = {}
PlainLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""])
PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:[Tt]rue|[Ff]alse)$"), list("tTfF"))


def _key(path: Steps) -> str:
    """[1, "name"] reads "[2].name: ", for a curator counts from 1."""
    steps = "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in path)
    return f"{steps.lstrip('.')}: " if steps else ""


def _guess(key: str, known: list[str]) -> str:
    close = difflib.get_close_matches(str(key), known, n=1)
    return f"; did you mean “{close[0]}”?" if close else f"; known are {', '.join(known)}."


def _shown(value: object) -> str:
    return {"True": "true", "False": "false", "None": "null"}.get(str(value), f"“{value}”")


def _position(error: ValidationError) -> list[str]:
    return [str(step) for step in error.absolute_path]


def _line(text: str, path: Steps) -> str:
    """The line of what the path leads to, as far down as it leads; nothing where there is no text."""
    node = yaml.compose(text, Loader=PlainLoader) if text else None
    if node is None:
        return ""
    line = node.start_mark.line
    for step in path:
        line, node = _below(node, step)
    return f" line {line + 1}:"


def _below(node: yaml.Node, step: str | int) -> tuple[int, yaml.Node]:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step].start_mark.line, node.value[step]
    if isinstance(node, yaml.MappingNode):
        return next((key.start_mark.line, value) for key, value in node.value if key.value == step)
    return node.start_mark.line, node
