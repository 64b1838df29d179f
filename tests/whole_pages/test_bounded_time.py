"""Pages that a pattern or a loop which starts anew at each place would take minutes over: a run of spaces, many notes.

Each takes a second or two; the sizes are such that a version with that fault runs into the timeout.
"""

from __future__ import annotations

import pytest

import unscrape

SENTENCE = "The ferries that left Varrow in the morning came back late, with salt and letters for those who waited. "
LONG = 20_000
RUNS = {
    "spaces": " ",
    "no-break spaces": "\u00a0",
    "dots": ".",
    "letters apart": "a ",
    "underscored": "x_",
    "raised figures": "¹",
    "parentheses": "(",
}
FRAMES = {
    "dump": "A Harbour in Winter\n\n{line}\n\n{prose}\n\n{line}\n\n{prose}\n",
    "paragraph": "<html><body><h1>A Harbour</h1><p>{line}</p><p>{prose}</p></body></html>",
    "preformatted": "<html><body><h1>A Harbour</h1><pre>{line}</pre><p>{prose}</p></body></html>",
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("opening", ["By ", "Photo"])
def test_a_long_run_of_one_sign(opening: str, run: str, frame: str) -> None:
    line = f"{opening}{RUNS[run] * (LONG // len(RUNS[run]))}x"
    page = unscrape.clean(FRAMES[frame].format(line=line, prose=SENTENCE * 4))
    assert not page.ledger.balance()


def _notes(count: int) -> str:
    text = "\n\n".join(f"{SENTENCE}{SENTENCE}[{number}]" for number in range(1, count))
    return f"{text}\n\n" + "\n".join(f"[{number}] See the log, page {number}." for number in range(1, count))


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "lines",
    [
        pytest.param(_notes(2_000), id="notes"),
        pytest.param("By Ana Ilić | Comments 4\n" * 8_000, id="bylines"),
        pytest.param("Recommended\n\nA short line\n\n" * 4_000, id="boxes"),
        pytest.param(f"{SENTENCE * 2}\n\n" * 5_000, id="paragraphs"),
    ],
)
def test_many_lines_of_one_kind(lines: str) -> None:
    page = unscrape.clean(f"A Harbour in Winter\n\n{SENTENCE * 4}\n\n{lines}\n\n{SENTENCE * 4}\n")
    assert not page.ledger.balance()


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<div>" * 400 + f"<p>{SENTENCE}</p>" * 4_000 + "</div>" * 400, id="paragraphs far down"),
        pytest.param("<p>" + f'Go <a href="/a">on</a>!<a href="/b">{SENTENCE}</a>' * 30_000 + "</p>", id="links"),
        pytest.param(f"<p><b>{SENTENCE}</b><i>{SENTENCE}</i></p>" * 5_000, id="marks"),
    ],
)
def test_many_elements_of_one_kind(body: str) -> None:
    page = unscrape.clean(f"<html><body><h1>A Harbour in Winter</h1><p>{SENTENCE * 4}</p>{body}</body></html>")
    assert not page.ledger.balance()
