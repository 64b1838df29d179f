"""Every HTML element, obsolete ones among them, and how it is treated.

The table is complete: what shows no words stands in it too. An element that nobody knows is inline, as in browsers:
its text is kept.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from unscrape.model import BlockKind, ContainerKind, Mark

# inline, link: part of the running text    spaced: the same, but set apart from its neighbours
# block: breaks the text before and after   break, rule, image, quotation: what they say
# list, item, table, row, cell: containers  skipped: no words in it, or none that are for readers
Flow = Literal[
    "inline", "link", "spaced", "block", "break", "rule", "image", "quotation", "list", "item", "table", "row", "cell",
    "skipped",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Treatment:
    """`mark`, `kind`, `level` and `container` go to what stands in the element.

    `hidden` says why a browser does not show its text, `why` why the element is skipped.
    """

    flow: Flow
    mark: Mark | None = None
    kind: BlockKind | None = None
    level: int = 0
    container: ContainerKind | None = None
    hidden: str | None = None
    why: str = ""


INLINE = Treatment("inline")
SPACED = Treatment("spaced")
BLOCK = Treatment("block")
DIALOG = Treatment("block", hidden="closed dialog")
IMAGE = Treatment("image")
PREFORMATTED = Treatment("block", kind="code")
FALLBACK = Treatment("block", hidden="fallback for old browsers")
NO_WORDS = Treatment("inline", why="has no content")
CODE = Treatment("skipped", why="code, not text")
HEADING = Treatment("block", kind="heading", level=2)
CAPTION = Treatment("block", kind="caption")
FIGURE = Treatment("block", container="figure")

_TABLE: dict[Treatment, str] = {
    # The document.
    BLOCK: """html body article section nav aside header footer main search address div center p details summary form
        fieldset legend dl dt hgroup option optgroup select datalist menuitem marquee multicol frameset
        slot tbody thead tfoot layer ilayer isindex""",
    DIALOG: "dialog",
    Treatment("skipped", why="metadata: read by the search for fields"): "head",
    Treatment("block", hidden="title element"): "title",
    NO_WORDS: """meta link base basefont bgsound col colgroup param source track frame embed keygen
        spacer nextid command wbr""",
    CODE: "script style",
    Treatment("skipped", why="not a part of the page until a script makes it so"): "template",
    # Groups.
    Treatment("block", kind="quote", container="quote"): "blockquote",
    Treatment("list", container="list"): "ul ol menu dir",
    Treatment("item", kind="list_item", container="item"): "li dd",
    FIGURE: "figure",
    CAPTION: "figcaption caption",
    PREFORMATTED: "pre xmp listing plaintext",
    Treatment("rule", kind="rule"): "hr",
    Treatment("table", container="table"): "table",
    Treatment("row", container="row"): "tr",
    Treatment("cell", kind="table", container="cell"): "td",
    Treatment("cell", kind="table", container="header_cell"): "th",
    **{replace(HEADING, level=rank): f"h{rank}" for rank in range(1, 7)},
    # Running text.
    Treatment("link"): "a",
    INLINE: """abbr acronym bdi bdo big data font ins mark nobr ruby rb rt rtc rp small span u blink
        output shadow content element image-text tspan textpath g switch symbol use defs
        mi mo mn ms mtext mrow msup msub msubsup mfrac msqrt mroot mstyle semantics mover munder munderover mtable
        mtr mtd mpadded mphantom mspace mfenced menclose merror""",
    Treatment("inline", mark="strong"): "b strong",
    Treatment("inline", mark="emphasis"): "i em cite dfn var",
    Treatment("inline", mark="code"): "code kbd samp tt",
    Treatment("inline", mark="superscript"): "sup",
    Treatment("inline", mark="subscript"): "sub",
    Treatment("inline", mark="strike"): "s strike del",
    Treatment("quotation"): "q",
    Treatment("break", mark="break"): "br",
    # Things that stand in running text like one big letter.
    SPACED: "label time button meter progress svg math text picture map object applet portal fencedframe textarea",
    IMAGE: "img image input amp-img amp-anim",
    Treatment("image", hidden="image map"): "area",
    # What a browser keeps to itself.
    Treatment("spaced", hidden="noscript"): "noscript",
    Treatment("spaced", hidden="fallback for old browsers"): "iframe audio video canvas noembed amp-iframe amp-video",
    FALLBACK: "noframes",
    Treatment("spaced", hidden="description of a drawing"): "desc metadata",
    Treatment("spaced", hidden="annotation of a formula"): "annotation annotation-xml",
}
TREATMENTS: dict[str, Treatment] = {tag: treatment for treatment, tags in _TABLE.items() for tag in tags.split()}
# Of the attributes that `treatment_by_attributes` asks for, the class matters where it says this.
TREATING_ATTRIBUTES = frozenset({"role", "style", "open"})
TREATING_CLASS = "wp-caption"
_BY_CLASS = {"wp-caption": FIGURE, "wp-caption-text": CAPTION, "wp-caption-dd": CAPTION}
NORMAL_WEIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-4]00)", re.IGNORECASE)


def treatment_by_attributes(attributes: dict[str, str], treatment: Treatment) -> Treatment:
    """What role, class and style make of an element.

    WordPress's old captions, headings by role, and the `<b style="font-weight: normal">` that word processors wrap
    around whole documents.
    """
    if attributes.get("role") == "heading" and treatment.kind != "heading":
        return replace(HEADING, level=_rank(attributes.get("aria-level", "")))
    if treatment is DIALOG and "open" in attributes:
        return BLOCK
    if treatment.mark == "strong" and NORMAL_WEIGHT.search(attributes.get("style", "")):
        return INLINE
    if treatment.flow == "block" and TREATING_CLASS in attributes.get("class", ""):
        return next((_BY_CLASS[name] for name in attributes["class"].split() if name in _BY_CLASS), treatment)
    return treatment


def _rank(level: str) -> int:
    return min(max(int(level), 1), 6) if level.isdecimal() else 2
