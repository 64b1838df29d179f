"""newspaper4k: text, title, authors, date. It takes text, so the page is decoded before, and that is timed too."""

from __future__ import annotations

import newspaper  # type: ignore[import-not-found]
from resiliparse.parse.encoding import bytes_to_str, detect_encoding  # type: ignore[import-not-found]

from bench.peers.told import Told


class Newspaper:
    package = "newspaper4k"

    def clean(self, data: bytes) -> newspaper.Article:
        article = newspaper.Article(url="", fetch_images=False)
        article.download(input_html=bytes_to_str(data, detect_encoding(data)))
        article.parse()
        return article

    def tell(self, data: bytes, cleaned: object) -> Told:
        assert isinstance(cleaned, newspaper.Article)
        published = cleaned.publish_date
        return Told(
            text=cleaned.text or "",
            title=cleaned.title or None,
            authors=list(cleaned.authors or []),
            date=published.isoformat() if hasattr(published, "isoformat") else published,
        )
