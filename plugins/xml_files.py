# SPDX-License-Identifier: AGPL-3.0-or-later
"""XML that stays XML, whatever words of an archive it is to hold."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

# XML can't hold these at all, not even escaped.
NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: ET.Element, tag: str, words: str | None = None, /, **attributes: str) -> ET.Element:
    """A new element in the parent."""
    element = ET.SubElement(parent, tag, {key: _xml(value) for key, value in attributes.items()})
    element.text = None if words is None else _xml(words)
    return element


def write_xml(root: ET.Element, file: Path) -> None:
    ET.indent(root)
    file.parent.mkdir(parents=True, exist_ok=True)
    ET.ElementTree(root).write(file, encoding="utf-8", xml_declaration=True)


def _xml(words: str) -> str:
    return NO_XML.sub("\ufffd", words)
