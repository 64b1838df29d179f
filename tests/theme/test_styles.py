"""Promises of the style sheets and templates that need no browser: contrast, one place for colours, nothing inline."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "themes" / "reader"
ENTRY = THEME / "css" / "reader.css"
SHEETS = sorted(set(ENTRY.parent.glob("*.css")) - {ENTRY})
TEMPLATES = sorted((THEME / "templates").rglob("*.html"))
COLOUR = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})\b")

# WCAG 2.2 AA: text 4.5 (1.4.3), the outlines of controls and of focus 3 (1.4.11).
INKS = [
    ("ink", "paper", 4.5),
    ("ink", "paper-sunk", 4.5),
    ("ink", "notice-paper", 4.5),
    ("ink-soft", "paper", 4.5),
    ("ink-soft", "paper-sunk", 4.5),
    ("link", "paper", 4.5),
    ("link", "paper-sunk", 4.5),
    ("link", "notice-paper", 4.5),
    ("link-visited", "paper", 4.5),
    ("rubric", "paper", 4.5),
    ("paper", "rubric", 4.5),
    ("mark-ink", "mark-paper", 4.5),
    ("removed", "paper", 4.5),
    ("changed", "paper", 4.5),
    ("line-firm", "paper", 3),
    ("line-firm", "paper-sunk", 3),
    ("focus", "paper", 3),
    ("focus", "paper-sunk", 3),
    *((f"tone-{tone}", "paper", 3) for tone in ("1", "2", "3", "4", "5", "other")),
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "paper", "least"), INKS)
def test_contrast(scheme: str, ink: str, paper: str, least: float) -> None:
    colours = _colours(scheme)
    assert _contrast(colours[ink], colours[paper]) >= least


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_colours_stand_in_one_file(sheet: Path) -> None:
    """The print sheet sets the same names anew, for paper."""
    if sheet.name not in ("tokens.css", "print.css"):
        assert re.findall(r"#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsla?\(", sheet.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_nothing_is_forced_and_nothing_is_fetched(sheet: Path) -> None:
    css = sheet.read_text(encoding="utf-8")
    assert [word for word in ("!important", "@import", "@font-face", "url(") if word in css] == []


def test_every_sheet_is_in_the_one_that_pages_load() -> None:
    imported = re.findall(r'^@import "\./([\w-]+\.css)"(.*);$', ENTRY.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(name for name, _ in imported) == [sheet.name for sheet in SHEETS]
    assert [name for name, media in imported if media] == ["print.css"] == [imported[-1][0]]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_the_policy_has_nothing_to_block(template: Path) -> None:
    """No inline style, no handler, no script but a data block or a file."""
    html = template.read_text(encoding="utf-8")
    assert re.findall(r"<style|\sstyle=|\son[a-z]+=|javascript:", html) == []
    assert re.findall(r"<script(?! src=| type=\"application/ld\+json\")", html) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_templates_never_read_the_invented_date(template: Path) -> None:
    assert re.findall(r"\.(?:date|locale_date)\b", template.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)
def test_only_rendered_text_goes_unescaped(template: Path) -> None:
    unescaped = re.findall(r"([\w.]+)\s*\|\s*safe", template.read_text(encoding="utf-8"))
    # `words` is a formatted citation, of which nh3 left emphasis alone.
    assert set(unescaped) <= {"article.content", "source.content", "words"}


def _colours(scheme: str) -> dict[str, str]:
    light, dark = (THEME / "css" / "tokens.css").read_text(encoding="utf-8").split("@media", 1)
    return dict(COLOUR.findall(light)) | (dict(COLOUR.findall(dark)) if scheme == "dark" else {})


def _contrast(one: str, other: str) -> float:
    """WCAG's contrast ratio of two colours."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
