"""python -m bench.peers.by_bm25s < {"documents": [{id, title, text}], "questions": [...]}: the ten best documents' ids.

bm25s as its README shows it: English stop words, Snowball's stemmer, title and text as one.
"""

from __future__ import annotations

import json
import sys

import bm25s  # type: ignore[import-not-found, unused-ignore]
import Stemmer  # type: ignore[import-not-found, unused-ignore]

told = json.load(sys.stdin)
stemmer = Stemmer.Stemmer("english")
corpus = [f"{document['title']} {document['text']}" for document in told["documents"]]
retriever = bm25s.BM25()
retriever.index(bm25s.tokenize(corpus, stopwords="en", stemmer=stemmer, show_progress=False), show_progress=False)
places, scores = retriever.retrieve(
    bm25s.tokenize(told["questions"], stopwords="en", stemmer=stemmer, show_progress=False), k=10, show_progress=False
)
ids = [document["id"] for document in told["documents"]]
best = zip(places, scores, strict=True)
print(json.dumps([[ids[place] for place, score in zip(*row, strict=True) if score > 0] for row in best]))
