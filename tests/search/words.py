"""Words and texts that have led analysers astray, with the terms they have to give."""

from __future__ import annotations

TERMS = {
    "today key play days ways why always": ["today", "key", "play", "day", "way", "whi", "alway"],
    "The company's, the company’s; company": ["compani", "compani", "compani"],
    "Türkiye turkiye TÜRKİYE Türkiye’s": ["turkiy"] * 4,
    "İstanbul Istanbul ıstanbul": ["istanbul"] * 3,
    "al-Baghdadi": ["al", "baghdadi", "albaghdadi"],
    "IS-K": ["k", "isk"],
    "F-16 2014-2017 2014–2017": ["f", "16", "f16", "2014", "2017", "2014", "2017"],
    "U.S.A. U.N. J.R.R. Tolkien e.g.": ["usa", "un", "jrr", "tolkien", "eg"],
    "1,000 1,000.50 3.5 03.05.2014 10:30": ["1000", "1000.50", "3.5", "03", "05", "2014", "10", "30"],
    "O'Brien O’Brien Qurʾān Qur'an Sana'a": ["obrien", "obrien", "quran", "quran", "sanaa"],
    "don't they'll we’re": ["dont"],
    "Łódź Øresund Straße Æsir Đorđe": ["lodz", "oresund", "strass", "aesir", "dord"],
    "naïve naive nai\u0308ve": ["naiv"] * 3,
    "co\u00adoper\u00adation cooperation": ["cooper", "cooper"],
    "regime² regime": ["regim", "regim"],
    "word--word word—word word/word": ["word"] * 6,
    "AT&T R&D": ["t", "att", "r", "d", "rd"],
    "Hallo🙂 🙂 ❤️ 👩‍🔬": ["hallo"],
    "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 Ｆｕｌｌ ﬁne": ["unicod", "full", "fine"],
    "ΣΟΦΟΣ σοφός": ["σοφοσ", "σοφοσ"],
    "Москва москвой ёлка": ["москва", "москвои", "елка"],
    "한국어 北京 𠀀 﨎": ["한국어", "北京", "𠀀", "﨎"],
    "constructor __proto__ toString hasOwnProperty": ["constructor", "proto", "tostr", "hasownproperti"],
    "the of and ' - … * 🙂": [],
    "": [],
}
