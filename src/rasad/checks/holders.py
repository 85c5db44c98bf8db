"""Offices, capitals and people given to the wrong state: what the resolver had to correct."""

from __future__ import annotations

from collections.abc import Iterator

from rasad.checks.check import Check
from rasad.entities.entity import Resolution
from rasad.text.article import Article


def wrong_holders(article: Article, resolution: Resolution) -> Iterator[Check]:
    """Yield a check for each correction: «دوشنبه، پایتخت قزاقستان» found KAZ, expected TJK."""
    del article
    for correction in resolution.corrections:
        yield Check("wrong-entity", correction.span, correction.found, correction.expected, correction.why)
