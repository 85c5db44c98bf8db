"""An article: the text as captured, never edited, and what was read off its face."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from rasad.text.folding import Folded
from rasad.text.span import Span
from rasad.text.words import Word


@dataclass(frozen=True, slots=True)
class Published:
    """When an article says it was published; ``span`` is None where only its markup says so.

    ``time`` is "HH:MM" or None; ``precision`` "minute" or "day"; ``uncertain_days`` is 1 for lunar Hijri dates.
    """

    day: date
    time: str | None = None
    precision: str = "day"
    span: Span | None = None
    uncertain_days: int = 0


@dataclass(frozen=True, slots=True)
class Furniture:
    """A part of the page that is not article text; marked, never removed.

    ``kind`` is one of breadcrumb, counter, comments, share, credit, read-more, menu, dateline, note.
    """

    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    """A text and what stands on its face. Every span counts code points of ``text``.

    ``language`` is a BCP 47 tag (``fa-IR``, ``fa-AF``, ``ar``, …) or "und"; ``translated_from`` only where the text
    shows it.
    ``sentences`` cover the text outside furniture in reading order (title included); ``words`` are each one's words.
    """

    name: str
    text: str = field(repr=False)
    folded: Folded = field(repr=False)
    language: str = "und"
    title: Span | None = None
    byline: Span | None = None
    published: Published | None = None
    translated_from: str | None = None
    furniture: tuple[Furniture, ...] = ()
    sentences: tuple[Span, ...] = ()
    words: Mapping[Span, tuple[Word, ...]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def id(self) -> str:
        """The article's id, made from its text alone: the same text is the same article wherever it was found."""
        return article_id(self.text)

    @property
    def base_language(self) -> str:
        """The language without region: "fa" for ``fa-IR`` and ``fa-AF``."""
        return self.language.split("-")[0]

    def in_furniture(self, span: Span) -> bool:
        """Say whether *span* touches page furniture."""
        return any(f.span.meets(span) for f in self.furniture)


def article_id(text: str) -> str:
    """Return the id of the article whose text is *text*."""
    return "art-" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]
