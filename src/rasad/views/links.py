"""What the links of an article rest on, as rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rasad.entities.candidates import Link
from rasad.pipeline.reading import Reading


def link_rows(reading: Reading) -> Iterator[dict[str, Any]]:
    """Yield a row a wording of an article that was linked, or refused: what it rests on, in reading order.

    Columns: article, start, end, quote, id (None where refused), rule, share, confident, candidates, why.
    """
    article = reading.article
    for link in reading.resolution.links:
        yield {
            "article": article.id,
            "start": link.span.start,
            "end": link.span.end,
            "quote": link.span.of(article.text),
            "id": link.id,
            "rule": link.rule,
            "share": round(link.share, 3),
            "confident": link.confident,
            "candidates": _weighed(link),
            "why": link.why,
        }


def _weighed(link: Link, shown: int = 5) -> Sequence[dict[str, Any]]:
    return [
        {
            "id": c.id,
            "share": round(c.share, 3),
            "features": [{"name": f.name, "weight": f.weight, "value": round(f.value, 3)} for f in c.features],
        }
        for c in link.candidates[:shown]
    ]
