# SPDX-License-Identifier: AGPL-3.0-or-later
"""The YAML header above an article or a page about a source: between two lines of `---`, then the Markdown."""

from __future__ import annotations

from typing import Any

import yaml
from curated_yaml import PlainLoader

LINE = "---"


class BrokenHeaderError(ValueError):
    """Says in which line the header can't be read, and what to do."""


def split_header(text: str) -> tuple[dict[str, Any], str]:
    """The header as it was typed (dates, numbers, `no` stay text; null and empty are None) and the Markdown.

    >>> split_header("---\\npublished: 2016-03\\nlang: no\\n---\\n\\nText\\n")
    ({'published': '2016-03', 'lang': 'no'}, 'Text\\n')
    """
    lines = text.lstrip("\ufeff").split("\n")
    if lines[0].rstrip() != LINE:
        raise BrokenHeaderError("line 1: should be ---, the begin of the header; put the header before the text.")
    end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() == LINE), None)
    if end is None:
        raise BrokenHeaderError(f"line {len(lines)}: the header has no end; put a line of --- after it.")
    return _parse("\n".join(lines[:end])), "\n".join(lines[end + 1 :]).lstrip("\n")


def _parse(header: str) -> dict[str, Any]:
    """The lines are counted as in the file: the first is the `---`, which YAML reads as a document's begin."""
    try:
        fields = yaml.load(header, Loader=PlainLoader)  # noqa: S506  (a SafeLoader with less in it)
    except yaml.MarkedYAMLError as error:
        raise BrokenHeaderError(_told(error)) from None
    except yaml.YAMLError as error:
        raise BrokenHeaderError(f"line 1: {error}; mend the YAML of the header.") from None
    if fields is None:
        return {}
    if not isinstance(fields, dict):
        raise BrokenHeaderError("line 2: the header should be lines of `key: value`.")
    return fields


def _told(error: yaml.MarkedYAMLError) -> str:
    mark = error.problem_mark or error.context_mark
    hint = "; put a text that holds “: ” in quotes" if "mapping values" in str(error.problem) else ""
    return f"line {mark.line + 1 if mark else 1}: {error.problem or error}{hint}; mend the YAML of the header."
