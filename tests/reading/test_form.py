"""HTML or text: by what is in the file, with its name as a hint."""

from __future__ import annotations

import pytest

from unscrape.reading.form import find_form

PROSE = "A line of prose about the harbour.\n" * 30


@pytest.mark.parametrize(
    ("text", "path", "form"),
    [
        ("<!DOCTYPE html><p>x", None, "html"),
        ("\n <!-- saved --> <html><p>x", "page.txt", "html"),
        ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html>', None, "html"),
        ("<p>One.</p><p>Two.</p>", None, "html"),
        ("<script>var a = 1;</script>" + "var b;\n" * 9000 + "<p>x</p>", None, "html"),
        ("<p>One.", "page.html", "html"),
        (PROSE, None, "text"),
        (PROSE, "page.html", "text"),
        ("Write <b>bold</b> and <p>.\n" + PROSE, None, "text"),
        ("Write </p> at the end.\n" + PROSE, "notes.txt", "text"),
        ("<3 is a heart\n" + PROSE, None, "text"),
        ("<p>One</p>\n<p>Two</p>\n" * 20, "dump.txt", "html"),
        ("1 < 2 and 3 > 2", None, "text"),
    ],
)
def test_form(text: str, path: str | None, form: str) -> None:
    assert find_form(text, path) == form
