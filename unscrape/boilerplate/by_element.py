"""What an HTML page's elements say of themselves: hidden, navigation, forms, share bars. Silent on text dumps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from unscrape.boilerplate.context import Context
from unscrape.model import Block, Finding, Metadata
from unscrape.signs.shape import is_prose
from unscrape.signs.trail import tokens, words_of_names

ELEMENTS = {
    "nav": "navigation",
    "aside": "an aside",
    "footer": "a footer",
    "form": "a form",
    "button": "a button",
    "select": "a choice",
    "option": "a choice",
    "textarea": "a form's field",
    "dialog": "a dialogue",
    "menu": "a menu",
    "iframe": "a frame",
    "object": "an embedded object",
    "audio": "a player",
    "video": "a player",
    "canvas": "a drawing",
    "label": "a form's label",
    "fieldset": "a form",
    "noscript": "text for browsers without scripts",
    "input": "a form's field",
    "svg": "a drawing",
}
ROLES = {
    "navigation": "navigation",
    "complementary": "an aside",
    "contentinfo": "a footer",
    "search": "a search box",
    "dialog": "a dialogue",
    "alertdialog": "a dialogue",
    "banner": "the site's banner",
    "menu": "a menu",
    "menubar": "a menu",
    "toolbar": "a tool bar",
    "form": "a form",
}
CLASSES = {
    "a share bar": "share sharing shares social sharedaddy addtoany sharethis",
    "a menu": "nav navbar navigation menu breadcrumb breadcrumbs pagination pager topbar offcanvas",
    "teasers": "related recommended recommendations teaser teasers trending popular mostread readmore promo promos "
    "outbrain taboola "
    "jp-relatedposts morefrom upnext",
    "comments": "comment comments disqus respond commentlist replies",
    "a cookie bar": "cookie cookies consent gdpr cmp onetrust",
    "a newsletter box": "newsletter subscribe subscription signup mailchimp optin",
    "an advertisement": "advert advertisement ads adsbygoogle sponsor sponsored banner promoted dfp",
    "a sidebar": "sidebar aside",
    "a site header or footer": "footer colophon masthead siteheader copyright",
    "a pop-up": "modal popup overlay lightbox dialog toast",
    "tools": "toolbar tools print printer skip skiplink screenreader tags taglist",
}
KINDS = {name: kind for kind, names in CLASSES.items() for name in names.split()}
NAMES = re.compile(r"[#.]([^#.\[\]]+)")
# Classes that tell what a page has or can do, not what the element is: "has-sidebar", "sidebar-enabled".
NOT_ITSELF = re.compile(
    r"^(?:has|with|no|not|is|js|without|show|hide)[-_]|enabled|disabled|layout|wrap(?:per)?$|"
    r"-true$|-false$|container$"
)
TOO_MUCH = 0.5
MOSTLY_HIDDEN = 2


def label_hidden(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """Blocks that a browser does not show."""
    del metadata, context
    prose = [block for block in blocks if is_prose(block)]
    hidden = sum(len(block.text) for block in prose if block.place.hidden)
    # Some pages are hidden as a whole until a script has run (wcxb 4053): then hiding says nothing.
    if hidden > MOSTLY_HIDDEN * sum(len(block.text) for block in prose if not block.place.hidden):
        return
    for block in blocks:
        if block.place.hidden:
            yield Finding(block.number, "furniture", "hidden element", f"not shown by a browser: {block.place.hidden}")


def label_elements(blocks: Sequence[Block], metadata: Metadata, context: Context) -> Iterator[Finding]:
    """Blocks in elements that say furniture by name, role or class; what most of the prose is in says nothing."""
    del metadata, context
    empty_words = _kinds_of_most_prose(blocks)
    reasons = {trail: _reason(trail, empty_words) for trail in {block.place.trail for block in blocks}}
    for block in blocks:
        reason = reasons[block.place.trail]
        if reason:
            yield Finding(block.number, "furniture", "element", reason)


def _reason(trail: tuple[str, ...], empty_words: set[str]) -> str | None:
    """What the outermost telling element of a trail says."""
    if trail and trail[-1].endswith("::back-link"):
        return "the way back from a note"
    for element in trail:
        kind = _furniture_kind(element)
        if kind and kind not in empty_words:
            return f"in {kind}: {element[:80]}"
    return None


def _kinds_of_most_prose(blocks: Sequence[Block]) -> set[str]:
    """Kinds that a page's classes call most of its prose: there they are words of its maker's, and tell nothing.

    Some systems call every box of theirs `cmp-…` or `skip-item` (wcxb 4041, 4233).
    """
    prose = [block for block in blocks if is_prose(block) and block.place.trail]
    weights: Counter[str] = Counter()
    for block in prose:
        kinds = {kind for element in block.place.trail if (kind := _furniture_kind(element))}
        for kind in kinds:
            weights[kind] += len(block.text)
    whole = sum(len(block.text) for block in prose)
    return {kind for kind, weight in weights.items() if weight > TOO_MUCH * whole}


@lru_cache(maxsize=50_000)
def _furniture_kind(element: str) -> str | None:
    name = element.partition("#")[0].partition(".")[0].partition("[")[0]
    if name in ELEMENTS:
        return ELEMENTS[name]
    if name in ("body", "html", "article", "main"):
        return None
    if "[" not in element and KINDS.keys().isdisjoint(words_of_names(element)):  # as most elements are
        return None
    return (_kind_by_role(element) if "[role=" in element else None) or _kind_by_names(element)


def _kind_by_role(element: str) -> str | None:
    return next((kind for role, kind in ROLES.items() if f"[role={role}]" in element), None)


def _kind_by_names(element: str) -> str | None:
    names = NAMES.findall(element)
    telling = ".".join(one for one in names if not NOT_ITSELF.search(one))
    return next((KINDS[word] for word in tokens(f".{telling}") if word in KINDS), None) if telling else None
