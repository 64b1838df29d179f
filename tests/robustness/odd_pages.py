"""Pages that no editor wrote: broken off, nested out of reach, huge, or no pages at all."""

from __future__ import annotations

import gzip
import random
from collections.abc import Callable

SENTENCE = "The ferries that left Varrow in the morning came back late, with salt and letters for those who waited. "
CYRILLIC = "Паромы вышли утром из гавани и вернулись поздно, с солью и письмами. "
PROSE = f"<h1>A Harbour</h1><p>{SENTENCE * 5}</p>"
ROW = f"<tr>{'<td>a word</td>' * 10}</tr>"


def page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def nested(tag: str, depth: int = 10_000) -> bytes:
    return page(f"{f'<{tag}>a ' * depth}{PROSE}{f'</{tag}>' * depth}")


def entity_bomb() -> bytes:
    steps = "".join(f'<!ENTITY e{step} "{f"&e{step - 1};" * 10}">' for step in range(1, 12))
    return f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY e0 "boom">{steps}]><html><body>{PROSE}&e11;</body>'.encode()


Pages = dict[str, Callable[[], bytes]]

# Each becomes an article that has SENTENCE in it.
READ: Pages = {
    "plain": lambda: page(PROSE),
    "cut off in a tag": lambda: page(PROSE)[: -len("</body></html>")] + b'<p class="story" id="x',
    "cut off in a letter": lambda: page(PROSE + "<p>Zür")[: -len("r</body></html>") - 1],
    "NUL bytes": lambda: page(PROSE).replace(b"<p>", b"<p>\0"),
    "UTF-16 without a mark": lambda: page(PROSE).decode().encode("utf-16-le"),
    "another charset declared": lambda: page(PROSE + "<p>Größe</p>", '<meta charset="shift_jis">'),
    "nested divs": lambda: nested("div"),
    "nested quotes": lambda: nested("blockquote", 3_000),
    "nested lists": lambda: nested("ul><li", 3_000),
    "nested drawings": lambda: page(f"{PROSE}<svg>{'<g>' * 5_000}<text>quay</text></svg>"),
    "a million open tags": lambda: page(f"{PROSE}<p>{'<b>' * 1_000_000}word"),
    "entity bomb": entity_bomb,
    "a huge attribute": lambda: page(f'<p title="{"a" * 10_000_000}">{SENTENCE}</p>{PROSE}'),
    "100,000 attributes": lambda: page(f"<p {' '.join(f'a{n}=1' for n in range(100_000))}>{SENTENCE}</p>{PROSE}"),
    "100,000 classes": lambda: page(f'<div class="{" ".join(f"c{n}" for n in range(100_000))}">{PROSE}</div>'),
    "embedded pictures": lambda: page(f'{PROSE}<img src="data:image/png;base64,{"A" * 10_000_000}" alt="Quay">'),
    "a table of any size": lambda: page(f'{PROSE}<table><tr><td colspan="99999999" rowspan="99999999">a</table>'),
    "an open comment": lambda: page(PROSE) + b"<!--" + b"-" * 3_000_000,
    "mojibake": lambda: page(PROSE + "<p>CafÃ© â€œsalt</p>" * 1_000),
    "50,000 links": lambda: page("".join(f'<li><a href="/{n}">Port {n}</a></li>' for n in range(50_000)) + PROSE),
    "not all of it text": lambda: page(PROSE + "<p>\ud800</p>".encode("utf-8", "surrogatepass").decode("latin-1")),
}
# Each is refused; the message has these words in it, and the next step.
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "scrape the page again"),
    "white space": (lambda: b" \n" * 500_000, "scrape the page again"),
    "noise": (lambda: random.Random(1).randbytes(5_000_000), "scrape it again"),
    "zip": (lambda: b"PK\x03\x04" + b"x" * 1_000, "unpack it"),
    "PDF": (lambda: b"\n%PDF-1.7\n" + b"\xe2\xe3\xcf\xd3" * 1_000, "save its text"),
    "JPEG": (lambda: b"\xff\xd8\xff\xe0" + b"x" * 1_000, "keep the page that shows it"),
    "gzip": (lambda: gzip.compress(page(PROSE)), "gunzip"),
    "100 MB": (lambda: SENTENCE.encode() * 1_000_000, "split it into its articles"),
}
# As READ; for `make soak`.
LARGE: Pages = {
    "20 MB of paragraphs": lambda: page(PROSE + f"<p>{SENTENCE}</p>\n" * 180_000),
    "20 MB in a paragraph": lambda: page(f"<p>{SENTENCE * 190_000}</p>"),
    "a dump of 20 MB": lambda: "".join(f"In year {n}: {SENTENCE}\n\n" for n in range(160_000)).encode(),
    "a dump of one line": lambda: SENTENCE.encode() * 190_000,
    "100,000 cells": lambda: page(f"{PROSE}<table>{ROW * 10_000}</table>"),
    "a million open tags with words": lambda: page(f"{PROSE}<p>{'<b>a ' * 1_000_000}"),
    "much mojibake": lambda: f"CafÃ© â€œ{SENTENCE}\n".encode() * 30_000,
}
