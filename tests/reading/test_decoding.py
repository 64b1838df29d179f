"""Bytes become the text that their writer meant, and the page says which encoding that was."""

from __future__ import annotations

import pytest

from unscrape.errors import UnreadablePage
from unscrape.reading import read_data

FRENCH = "Un café à côté de la rivière, où l’on mange des crêpes et du gâteau."
RUSSIAN = "Привет! Сегодня хорошая погода, и мы пойдём гулять вдоль старой реки."
JAPANESE = "今日は天気がいいので、川沿いの道を散歩に行きましょう。"


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}<title>T</title></head><body><p>{body}</p></body></html>"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (page(FRENCH).encode("utf-8"), "utf-8"),
        (page(FRENCH).encode("utf-8-sig"), "utf-8"),
        (page(FRENCH).encode("utf-16"), "utf-16-le"),
        (page(FRENCH).encode("utf-16-le"), "utf-16-le"),
        (page(FRENCH).encode("utf-16-be"), "utf-16-be"),
        (page(FRENCH, '<meta charset="iso-8859-1">').encode("cp1252"), "windows-1252"),
        (page(FRENCH, "<meta charset=windows-1252>").encode("cp1252"), "windows-1252"),
        (
            page(FRENCH, '<meta http-equiv="Content-Type" content="text/html; charset=latin1">').encode("cp1252"),
            "windows-1252",
        ),
        (b'<?xml version="1.0" encoding="iso-8859-15"?>' + page("5 €").encode("iso-8859-15"), "iso-8859-15"),
        (page(RUSSIAN, "<meta charset='koi8-r'>").encode("koi8-r"), "koi8-r"),
        (page(JAPANESE, '<meta charset="Shift_JIS">').encode("shift_jis"), "shift_jis"),
        (page(JAPANESE, '<meta charset="x-sjis">').encode("shift_jis"), "shift_jis"),
        # Nothing is declared: a guess.
        (page(FRENCH).encode("cp1252"), "windows-1252"),
        (page(RUSSIAN).encode("cp1251"), "windows-1251"),
        (page(RUSSIAN).encode("koi8-r"), "koi8-r"),
        # What is declared is wrong.
        (page(FRENCH, '<meta charset="utf-8">').encode("cp1252"), "windows-1252"),
        (page(RUSSIAN, '<meta charset="ascii">').encode("utf-8"), "utf-8"),
        (page(FRENCH, '<meta charset="utf-16">').encode("utf-8"), "utf-8"),
        (page(FRENCH, '<meta charset="no-such-thing">').encode("utf-8"), "utf-8"),
        (page(FRENCH, '<!-- <meta charset="koi8-r"> -->').encode("utf-8"), "utf-8"),
    ],
)
def test_page_is_read_in_its_encoding(data: bytes, encoding: str) -> None:
    read = read_data(data)
    assert read.encoding == encoding
    assert any(text in read.text for text in (FRENCH, RUSSIAN, JAPANESE, "5 €"))
    assert "\ufeff" not in read.text
    assert read.repairs == ()


def test_dump_without_a_declaration_is_guessed() -> None:
    assert read_data((FRENCH + "\n").encode("cp1252")).text == FRENCH + "\n"


def test_free_bytes_of_windows_1252_do_not_spoil_it() -> None:
    read = read_data(b'<meta charset="windows-1252"><p>caf\xe9 \x81 na\xefve</p>')
    assert read.encoding == "windows-1252"
    assert "café" in read.text


def test_one_broken_byte_leaves_utf8_as_it_is() -> None:
    data = FRENCH.encode().replace(b"rivi", b"\xffrivi") + b" " + FRENCH.encode()
    read = read_data(data)
    assert read.encoding == "utf-8"
    assert read.text.count("café") == 2
    assert read.text.count("\ufffd") == 1


def test_text_is_taken_as_it_stands() -> None:
    read = read_data('<meta charset="koi8-r"><p>' + FRENCH + "</p>")
    assert FRENCH in read.text
    assert read.encoding == "given as text"


def test_line_ends_become_one_kind() -> None:
    assert read_data(b"One\r\ntwo\rthree\n").text == "One\ntwo\nthree\n"


def test_stray_nuls_vanish() -> None:
    read = read_data("<p>One\0 word and many more, so that it is a page</p>" + "<p>More of it.</p>" * 5)
    assert "\0" not in read.text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"\x1f\x8b\x08\x00rest", "gunzip"),
        (b"\x89PNG\r\n\x1a\nrest", "PNG"),
        (b"\xff\xd8\xff\xe0rest", "JPEG"),
        (b"{\\rtf1 text}", "RTF"),
        (bytes(range(256)) * 20, "binary"),
        (b"word\0\0\0\0\0\0\0\0word" * 20, "binary"),
    ],
)
def test_what_is_no_page_is_refused_with_the_next_step(data: bytes, said: str) -> None:
    with pytest.raises(UnreadablePage, match=said) as refusal:
        read_data(data, path="scraped/site/page.html")
    assert str(refusal.value).startswith("scraped/site/page.html: ")
    assert ";" in str(refusal.value)
