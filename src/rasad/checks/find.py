"""Checks of one article: where its text, the calendar or stable facts refute what it says. Precision first."""

from __future__ import annotations

from collections.abc import Sequence

from rasad.checks.check import Check
from rasad.checks.contradictions import contradictions
from rasad.checks.damage import lost_characters
from rasad.checks.dates import wrong_dates
from rasad.checks.holders import wrong_holders
from rasad.checks.numbers import wrong_numbers
from rasad.checks.wordings import mistranslations
from rasad.entities.entity import Resolution
from rasad.mentions.mention import DateMention, Quantity
from rasad.text.article import Article


def find_checks(
    article: Article, resolution: Resolution, dates: Sequence[DateMention], quantities: Sequence[Quantity]
) -> tuple[Check, ...]:
    """Return the faults found in *article*, each once, in reading order."""
    if article.base_language not in {"fa", "ar"}:
        return ()
    found = [
        *wrong_holders(article, resolution),
        *wrong_dates(article, dates),
        *wrong_numbers(article, quantities, dates),
        *mistranslations(article, resolution),
        *contradictions(article, resolution, dates),
        *lost_characters(article),
    ]
    return tuple(sorted(dict.fromkeys(found), key=lambda c: (c.evidence.start, c.kind)))
