"""What has the shape of a person's name, and the names that a byline strings together."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from unscrape.metadata.dates import MONTH, find_dates
from unscrape.model import Evidence

SPACE = "[ \\t\\u00a0]"
SPLIT = re.compile(
    rf"{SPACE}*(?:,?{SPACE}+(?:and|AND|und|et|y|with){SPACE}+|{SPACE}&{SPACE}|;|,(?={SPACE})|{SPACE}\|{SPACE}|/){SPACE}*"
)
# No name is longer than 50 characters, so of a longer run of spaces 50 say as much, and are soon gone through.
LONG_GAP = re.compile(rf"({SPACE}{{50}}){SPACE}+")
AFTER_NAMES = re.compile(
    rf"{SPACE}*(?:{SPACE}[|•·⋅∙–—]{SPACE}.*|(?<!\()\(.*\)|{SPACE}-{SPACE}.*|,?{SPACE}+(?:in|for|on|at|of){SPACE}+(?=[A-Z\d]).*|"
    rf",{SPACE}*(?:senior|staff|special|contributing|research|professor|fellow|editor|director|correspondent).*)$",
    re.IGNORECASE,
)
BEFORE_NAME = re.compile(
    rf"^(?:(?:by|and|dr\.?|prof\.?|professor|(?:lt|col|gen|maj|adm|capt|brig|amb|sen)\.|ambassador|sir){SPACE}+)+",
    re.IGNORECASE,
)
PARTICLES = frozenset(
    "de da do dos das del della di la le van von der den ter ten zu zur al el bin bint ibn abu ould e y af av mac st "
    "ut’ o’ d’ ó ní nic".split()
)
NAME_WORD = re.compile(
    r"^(?:[^\W\d_](?:\.[^\W\d_])*\.|[A-ZÀ-ÖØ-ÞĀ-Ž][^\W\d_]?(?:[^\W\d_’'.-]|[’'-])*|(?:[^\W\d_]['’])?[^\W\d_][\w’'-]*)$"
)
NOT_NAMES = frozenset(
    "staff editor editors editorial admin administrator team desk newsroom reporter reporters correspondent "
    "agency agencies press guest contributor contributors author authors writer office department institute "
    "center centre university foundation council committee association news media magazine review journal "
    "times post today network group company international published posted updated last by in on at the of for "
    "with share read more comments subscribe home about analysis opinion monday tuesday wednesday thursday "
    "friday saturday sunday january february march april june july august september october november december "
    "officer chief columnist headshot bio biography photo picture profile avatar view follow full articles posts "
    "marketing manager "
    "webmaster anonymous unknown none user root wordpress "
    "asia africa europe america eurasia caucasus east west north south program programme project security policy "
    "politics affairs rights business world national economy defense defence military view edition issue volume "
    "welle presse agence watch jazeera street avenue city province district airport republic "
    "federation ministry".split()
)
TEAM = frozenset(
    "team staff editors editor editorial desk newsroom contributor contributors writers writer admin department".split()
)

WEEKDAYS = "mon|tue|wed|thu|fri|sat|sun"
BEFORE = re.compile(
    r"^(?:(?:written |posted |published |words |story )?by\b:?|authors?\s?:|writer:|author\b)\s*", re.IGNORECASE
)
FOOTNOTE = re.compile(r"(?<=[^\W\d_])[\d*†‡]+$")
# Behind a name, and between two: what a person studied is no name, and no reason to lose who follows.
DEGREES = re.compile(
    r",\s*(?:Ph\.?\s?D|M\.?D|M\.?B\.?A|M\.?P\.?H|M\.?S(?:c|W)?|B\.?S(?:c|N)?|B\.?A|M\.?A|RDN?|RN|LDN|CSSD|DVM|VMD|"
    r"DACV\w+|LVT|VTS|J\.?D|Esq|CFP|CPA|CFA|LCSW|LPC|PsyD|PharmD|DDS|DMD|FACP|MEd|EdD|DO|DPT|CPT|MCN|CDN|FAND)\b[®.]?"
    r"(?:\s+\([^()]*\))?(?=\s*(?:[,;&|]|$|\band\b))"
)
# What an image's text says around the name of whom it shows.
OF_A_PICTURE = re.compile(
    r"^(?:an? |the )?(?:head ?shot|photograph|(?:profile )?(?:photo|picture|image)|portrait|avatar) (?:of|for) |"
    r"(?:[’']s? (?:avatar|photo|picture|head ?shot|profile\b.*)|\s+(?:head ?shot|avatar|image|logo|photo|portrait))$",
    re.IGNORECASE,
)
AFTER_TEAM = re.compile(
    r"(?:\s+[|•·⋅∙–—/]\s+.*|\s+at$|\s+-\s+.*|,?\s+(?:on|in|posted|published|updated|last|reviewed|edited)\b.*|\s+\d+\s?[-–]?\d*\s*min.*)$",
    re.IGNORECASE,
)
# What stands where an author could: the name of a button, a reading time, a day without its year.
NO_AUTHOR = re.compile(
    rf"^(?:(?:{WEEKDAYS})\w*,?\s*)?(?:\d{{1,2}}\s)?(?:{MONTH})\b\.?(?:\s\d.*)?$|^\d+\s*min|"
    r"^(?:facebook|twitter|linkedin|medium|instagram|youtube|x|email|e-mail|share|website|follow|contact|read more|"
    r"view|view all|see all|posts?|articles?|home|menu|search|guest|spinner|icon|webp|featured image)\b.{0,20}$",
    re.IGNORECASE,
)
LONGEST = 6


@dataclass(frozen=True, slots=True)
class Byline:
    """The persons that one place of the page names as authors; `block` and `more` are the lines used up by it."""

    names: tuple[str, ...]
    evidence: Evidence
    block: int | None = None
    more: tuple[int, ...] = ()


def split_names(text: str) -> tuple[str, ...]:
    """The persons that a byline names, in order; () where a part of it is no person's name.

    >>> split_names("Ana Ilić, Tor Østby and A. de la Cruz | 5 May 2020")
    ('Ana Ilić', 'Tor Østby', 'A. de la Cruz')
    """
    dates = find_dates(text)
    text = (text[: dates[0].start].strip() or text[dates[0].stop :]) if dates else text
    text = DEGREES.sub("", LONG_GAP.sub(r"\1", text))
    text = AFTER_NAMES.sub("", text.strip(" \t\u00a0,|•·–—-*")).strip(" \t\u00a0,|•·–—-*")
    names = [
        name.strip(" \t\u00a0.,") if not re.search(r"\b[A-Z]\.$", name) else name.strip(" \t\u00a0,")
        for name in SPLIT.split(text)
    ]
    names = [_said_once(FOOTNOTE.sub("", BEFORE_NAME.sub("", name))) for name in names if name]
    known = [name for name in names if is_name(name)]
    return tuple(dict.fromkeys(known)) if known and known[0] == names[0] else ()


def is_name(text: str) -> bool:
    """True for what has the shape of a person's name: two to five words, capitalised but for particles.

    >>> [is_name(one) for one in ("Müge Şahin-Doyle", "Staff Writer", "Pádraig Ó Súilleabháin-Venn", "the editor")]
    [True, False, True, False]
    """
    words = text.split()
    if not 2 <= len(words) <= 5 or len(text) > 50:
        return False
    if any(word.lower().strip(".") in NOT_NAMES for word in words):
        return False
    return words[-1][0].isupper() and all(word.lower() in PARTICLES or _is_name_word(word) for word in words)


def _is_name_word(word: str) -> bool:
    return bool(NAME_WORD.match(word)) and (
        word[0].isupper() or word[:2] in ("d’", "d'", "o’", "o'") or word.startswith(("al-", "el-"))
    )


@lru_cache(maxsize=2_000)
def read_author(text: str) -> tuple[str, ...]:
    """The persons that a byline names; where none is a person's name, the whole as it stands: a team, a user, one name.

    >>> read_author("By Ana Ilić, Ph.D."), read_author("Harbour Review Team"), read_author("Ana Ilić Ana Ilić")
    (('Ana Ilić',), ('Harbour Review Team',), ('Ana Ilić',))
    """
    text = BEFORE.sub("", " ".join(text.split())).strip(" \t,|•·⋅–—-*:")
    text = _said_once(OF_A_PICTURE.sub("", text))
    if NO_AUTHOR.match(text):
        return ()
    names = split_names(text)
    if names:
        return names
    dates = find_dates(text)
    text = text[: dates[0].start] if dates and dates[0].start else text
    text = AFTER_TEAM.sub("", text).strip(" \t,|•·–—-*:/")
    return (text,) if text and len(text.split()) <= LONGEST and len(text) <= 60 and re.search(r"[^\W\d_]", text) else ()


def begins_with_given_name(name: str) -> bool:
    """True where the first word, or its part before a hyphen, is a common given name.

    >>> [begins_with_given_name(one) for one in ("Ana Ilić", "Jean-Luc Ostrand", "Healthy Lifestyle")]
    [True, True, False]
    """
    first = name.split(maxsplit=1)[0].casefold() if name.strip() else ""
    return first in given_names() or first.split("-")[0] in given_names()


@cache
def given_names() -> frozenset[str]:
    lines = Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def _said_once(name: str) -> str:
    """A name that the page gives twice, for an image and beside it."""
    words = name.split()
    half = len(words) // 2
    return " ".join(words[:half]) if half and words[:half] == words[half:] else name
