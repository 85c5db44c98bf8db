"""When an event took place: by the date its clause words, its sentence or line opens with, or its occasion has.

A date is not every event's that stands near it: what is said to have happened has no date after the article's own
(«به نشستی در خرداد سال آینده دعوت کرد»), and what lies ahead none before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rasad.clauses.clause import Clause
from rasad.clauses.triggers import Found
from rasad.events.event import Period
from rasad.mentions.mention import DateMention
from rasad.text.article import Article
from rasad.text.span import Span

_CLOCK = re.compile(r"\W{0,3}\d{1,2}[:.]\d{2}\b(?! ?\d)")
#: Signs that an item of a list of news opens with.
_BULLETS = frozenset("▪▫■□●○•◆◇◾◼►▶‣⁃")
#: How far into its line a date may stand that dates the whole line, in characters.
_OPENING = 3
#: How many words before a noun its date may stand, and half of how many after it.
_BESIDE = 5
#: How far past the publication a time may reach that something has happened in (this year, this month).
_UNDER_WAY = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Times:
    """The dates that an article words, in reading order, and the day it was published."""

    article: Article
    dates: Sequence[DateMention]

    @property
    def _published(self) -> date | None:
        return self.article.published.day if self.article.published else None

    def worded(self, clause: Clause, found: Found, status: str) -> Period | None:
        """Return the days of the date that *clause* words nearest to what tells of the event, or None."""
        told = clause.words[found.first].span.to(clause.words[found.last - 1].span)
        reach = self._reach(clause, found) if found.by_noun else clause.span
        inside = [p for d in self.dates if reach.covers(d.span) and (p := self._fits(d, status))]
        return min(inside, key=lambda p: (_distance(p[0], told), p[0].start))[1] if inside else None

    def _reach(self, clause: Clause, found: Found) -> Span:
        """How far a noun's own date may stand from it."""
        first = max(clause.first, found.first - _BESIDE)
        last = min(clause.last, found.last + 2 * _BESIDE)
        return clause.words[first].span.to(clause.words[last - 1].span)

    def before(self, clause: Clause, status: str) -> Period | None:
        """Return the one date that the sentence of *clause* words, where it stands before the clause."""
        sentence = self.article.sentences[clause.sentence]
        inside = [p for d in self.dates if sentence.covers(d.span) and (p := self._fits(d, status))]
        if len(inside) != 1 or inside[0][0].start >= clause.span.start:
            return None
        return inside[0][1]

    def of_line(self, clause: Clause) -> Period | None:
        """Return the day that the line of *clause* opens with («۱۵ دی | …»), which dates all that the line tells."""
        start = self.line(clause.sentence)
        for mention in self.dates:
            if 0 <= mention.span.start - start <= _OPENING and mention.precision == "day":
                found = self._fits(mention, "happened")
                return found[1] if found is not None and not self._is_dateline(mention) else None
        return None

    def day_in(self, clause: Clause) -> Period | None:
        """Return the one day on which *clause* says that something happened, None where it words none or several."""
        inside = [d for d in self.dates if clause.span.covers(d.span)]
        fits = [p for d in inside if d.precision == "day" and (p := self._fits(d, "happened"))]
        return fits[0][1] if len(inside) == len(fits) == 1 else None

    def lies_ahead(self, clause: Clause) -> bool:
        """Say whether *clause* tells in the present of a day that is yet to come ("بوتين يزور نيودلهي مطلع ديسمبر")."""
        published = self._published
        if published is None or clause.verb is None or clause.verb.tense != "present":
            return False
        inside = [d for d in self.dates if clause.span.covers(d.span) and d.first is not None]
        return bool(inside) and all(d.first is not None and d.first > published for d in inside)

    def is_item(self, line: int) -> bool:
        """Say whether the line that begins at *line* is an item of a ticker: it opens with a bullet or a time."""
        if self.article.text[line : line + 1] in _BULLETS:
            return True
        return _CLOCK.match(self.article.folded.text, self.article.folded.at(line)) is not None

    def line(self, sentence: int) -> int:
        """Return where the line of a sentence begins, which tells one paragraph from another."""
        return self.article.text.rfind("\n", 0, self.article.sentences[sentence].start) + 1

    def _is_dateline(self, mention: DateMention) -> bool:
        published = self.article.published
        return published is not None and published.span is not None and published.span.meets(mention.span)

    def _fits(self, mention: DateMention, status: str) -> tuple[Span, Period] | None:
        """The days of *mention* if an event of that status can have them."""
        if mention.first is None or mention.last is None:
            return None
        published = self._published
        if published is not None and status == "happened" and mention.first > published:
            return None
        if published is not None and status == "happened" and mention.last - published > _UNDER_WAY:
            return None
        if published is not None and status == "planned" and mention.last < published:
            return None
        return mention.span, Period(mention.first, mention.last, mention.precision)


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
