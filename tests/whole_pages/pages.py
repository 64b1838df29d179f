"""Generated pages and dumps: an article in furniture, with whatever a text may hold."""

from __future__ import annotations

from html import escape

from hypothesis import strategies as st

# Markdown's own characters, Pelican's and Python-Markdown's, and what decoding may leave behind.
NASTY = (
    *"* **x** _ __init__ [^1] [1] <b> </p> 1. 2) # #x + - | a|b {filename} {static}/x ".split(),
    *"::: &amp; \\ ` ``x` ~~~ !!!".split(),
    *"<http://x> http://x.example/_a_ *** ![x](y) [x](y) $x$ “quoted” Ilić 日本 😀".split(),
    *"klzzwxh:0001 ==== ---- > x^2^".split(),
    *("# x", "- x", "[x]: y", "<!-- x -->", "Key: value", "\u00a0", "\u200b"),
)
WORDS = st.one_of(
    st.sampled_from(NASTY),
    st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=9),
)
SENTENCE = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
PROSE = st.lists(WORDS, min_size=5, max_size=40).map(lambda words: f"The keeper said {' '.join(words)} and went home.")
INLINE = st.sampled_from(
    (
        "{}",
        "<em>{}</em>",
        "<strong>{}</strong>",
        '<a href="https://x.example/a_b(c)">{}</a>',
        "<code>{}</code>",
        "<sup>{}</sup>",
    )
)


@st.composite
def inline_html(draw: st.DrawFn) -> str:
    """A few runs of text, each perhaps emphasised or linked."""
    runs = draw(st.lists(st.tuples(INLINE, SENTENCE), min_size=1, max_size=4))
    return draw(st.sampled_from(("", " "))).join(form.format(escape(text)) for form, text in runs)


@st.composite
def html_pages(draw: st.DrawFn) -> str:
    """An article of any blocks between a menu and a footer."""
    prose = [f"<p>{escape(text)}</p>" for text in draw(st.lists(PROSE, min_size=3, max_size=5))]
    blocks = draw(st.lists(html_blocks(), max_size=6))
    body = "\n".join(draw(st.permutations([*prose, *blocks])))
    return (
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>A Keeper | The Site</title></head><body>"
        f"<nav><a href=/>Home</a> <a href=/n>News</a></nav><article><h1>A Keeper</h1>{body}</article>"
        "<footer>© 2021 The Site</footer></body></html>"
    )


def html_blocks() -> st.SearchStrategy[str]:
    text = inline_html()
    item = st.one_of(text, st.tuples(text, text).map(lambda two: f"<p>{two[0]}</p><ul><li>{two[1]}</li></ul>"))
    items = st.lists(item, min_size=1, max_size=3).map(lambda found: "".join(f"<li>{one}</li>" for one in found))
    row = st.lists(text, min_size=2, max_size=2).map(lambda cells: "".join(f"<td>{cell}</td>" for cell in cells))
    rows = st.lists(row, min_size=1, max_size=3).map(lambda found: "".join(f"<tr>{one}</tr>" for one in found))
    return st.one_of(
        text.map("<h2>{}</h2>".format),
        items.map("<ul>{}</ul>".format),
        items.map("<ol>{}</ol>".format),
        text.map("<blockquote><p>{}</p></blockquote>".format),
        SENTENCE.map(lambda code: f"<pre>{escape(code)}</pre>"),
        rows.map("<table><tr><th>One</th><th>Two</th></tr>{}</table>".format),
        text.map('<figure><img src="https://x.example/i.png" alt="A pier"><figcaption>{}</figcaption></figure>'.format),
    )


@st.composite
def dumps(draw: st.DrawFn) -> str:
    """A title, lines of any kind and prose, a comment form."""
    prose = draw(st.lists(PROSE, min_size=3, max_size=6))
    lines = draw(st.lists(st.one_of(SENTENCE, SENTENCE.map("• {}".format), SENTENCE.map("1. {}".format)), max_size=6))
    gap = draw(st.sampled_from(("\n\n", "\n", "\r\n", "\n\u00a0\n")))
    return gap.join(
        ["Home", "A Keeper Goes Home in the Rain", *draw(st.permutations([*prose, *lines])), "Leave a Reply"]
    )
