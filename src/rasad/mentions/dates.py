"""Dates in an article: «در اپریل 2021», «سال گذشته», "منذ عام 2018", «از 27 تا 28 نوامبر», read to Gregorian days.

Relative wordings and days without a year are reckoned from the publication date. Where a text shows none, the day that
its first sentences tell of stands in for the month and year of telling; what is nearer than a month is then left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from rasad.mentions.date_phrases import Phrases
from rasad.mentions.mention import DateMention
from rasad.mentions.reckoning import Impossible, Moment, Reckoned, Reckoner
from rasad.mentions.times import Node, Part, Range, Since, Until
from rasad.mentions.units import unit_at
from rasad.text.article import Article
from rasad.text.calendars import GREGORIAN, SOLAR, day_of, in_calendar
from rasad.text.date_grammar import Day, Grammar, Month, Year, lacks
from rasad.text.date_words import DateWords, date_words, pieces_of, span_of
from rasad.text.span import Span
from rasad.text.words import Word, words_between

#: A day named within so many letters of the top may stand in for the day of telling.
_LEDE = 600
#: A full date so many letters before gives its year to one without.
_NEAR = 160
#: Two days in two calendars so near to each other are one.
_BESIDE = 24
_DIGITS = re.compile(r"\d+")


def find_dates(article: Article) -> tuple[DateMention, ...]:
    """Return the wordings of times in *article* in reading order, not overlapping; its own dateline is not one of them.

    A wording of a day that its calendar lacks is ``impossible``; so is a dateline with a part that is neither year nor
    time ("(30/10 – 33)"). Days of the lunar calendar may lie a day off: its months begin by the sighting of the moon.
    """
    words = date_words(article.base_language)
    if words is None:
        return ()
    return _Reading(article, words).mentions()


class _Reading:
    """One article while its dates are read."""

    def __init__(self, article: Article, words: DateWords) -> None:
        self.article, self.words = article, words
        self.pieces = pieces_of(article.folded, article.base_language)
        self.phrases = Phrases(article.folded.text, self.pieces, words)
        self.phrases.counted = self._unit_starts()

    def _unit_starts(self) -> Callable[[int], str | None]:
        """What kind of unit or counted noun begins at a folded offset, None where none does."""
        language = self.article.base_language
        read = self._words
        places: dict[int, int] = {}

        def starts(offset: int) -> str | None:
            if not places:
                places.update((word.start, index) for index, word in enumerate(read()))
            index = places.get(offset)
            unit = unit_at(read(), index, language) if index is not None else None
            return unit.unit.kind if unit is not None and not unit.definite else None

        return starts

    def _words(self) -> Sequence[Word]:
        return self._all_words

    @cached_property
    def _all_words(self) -> tuple[Word, ...]:
        folded = self.article.folded
        return words_between(folded, 0, len(folded.text), self.article.base_language)

    @cached_property
    def nodes(self) -> tuple[tuple[Node, int, int], ...]:
        """All wordings of times with the pieces that they cover, the dateline left out."""
        out: list[tuple[Node, int, int]] = []
        published = self.article.published
        dateline = published.span if published else None
        at = 0
        while at < len(self.pieces):
            found = self.phrases.expression(at)
            if found is None or found[1] <= at:
                at += 1
                continue
            node, end = found
            span = self._span(at, end)
            if dateline is None or not dateline.meets(span):
                out.append((node, at, end))
            at = end
        return tuple(out)

    def _span(self, first: int, last: int) -> Span:
        return span_of(self.article.text, self.article.folded, self.pieces[first], self.pieces[last - 1])

    def mentions(self) -> tuple[DateMention, ...]:
        """Every wording that can be reckoned, as a mention."""
        moment, near = self._moment()
        before: list[Reckoned] = []
        out: list[DateMention] = list(self._garbled_dateline())
        last_full: tuple[int, Reckoned] | None = None
        for node, first, last in self.nodes:
            span = self._span(first, last)
            worded = self._with_year(node, first, last_full)
            coming = self.phrases.is_coming(first, last)
            reckoner = Reckoner(moment, near, tuple(before[-40:]), coming=coming)
            try:
                found = reckoner.reckon(worded)
            except Impossible:
                calendar = _calendar_of(node) or GREGORIAN
                out.append(DateMention(span, None, None, "day", calendar=calendar, impossible=True))
                continue
            if found is None:
                continue
            if not (out and self._restates(found, span, out[-1])):
                before.append(found)
            if found.kind == "absolute" and found.precision in {"day", "month"} and worded is node:
                last_full = (self.pieces[last - 1].end, found)
            kind = "partial" if worded is not node and found.kind == "absolute" else found.kind
            out.append(
                DateMention(
                    span, found.first, found.last, found.precision, kind, found.calendar, open_ended=found.open_ended
                )
            )
        return tuple(sorted(out, key=lambda m: m.span))

    @staticmethod
    def _restates(found: Reckoned, span: Span, last: DateMention) -> bool:
        """Say whether a day in one calendar restates the one beside it in another: what follows is told from that."""
        return (
            found.precision == last.precision == "day"
            and found.calendar != last.calendar
            and 0 <= span.start - last.span.end <= _BESIDE
        )

    def _with_year(self, node: Node, first: int, last_full: tuple[int, Reckoned] | None) -> Node:
        """A day or month that lacks its year, with that of a full date just before, or that its own fame gives it."""
        bare = node.time if isinstance(node, Since) else node
        month = bare.month if isinstance(bare, Day) else bare if isinstance(bare, Month) else None
        if month is None or month.number is None or month.calendar is None or month.year is not None:
            return node
        year: int | None = None
        if isinstance(bare, Day) and bare.number is not None:
            year = self.phrases.day_named(first, month.number, bare.number, month.calendar)
        if year is None and last_full is not None and month.turn is None:
            end, full = last_full
            between = self.article.folded.text[end : self.pieces[first].start]
            if len(between) <= _NEAR and "\n" not in between and full.calendar == month.calendar:
                year = _year_beside(full, month, bare.number if isinstance(bare, Day) else None)
        if year is None:
            return node
        dated = replace(month, year=Year(year, month.calendar))
        full_node = replace(bare, month=dated) if isinstance(bare, Day) else dated
        if isinstance(full_node, Day) and lacks(full_node):
            return node
        return Since(full_node) if isinstance(node, Since) else full_node

    # -- what the text is told from -------------------------------------------------------------------------------

    def _moment(self) -> tuple[Moment | None, date | None]:
        """The moment of telling, and the day near which days without a year lie where there is none."""
        published = self.article.published
        calendar = self._own_calendar()
        if published is not None:
            return Moment(published.day, calendar), published.day
        near = self._latest()
        if near is None:
            return None, None
        reckoner = Reckoner(None, near)
        for node, first, _ in self.nodes:
            if self.pieces[first].start > _LEDE:
                break
            if not _is_of_a_day(node):
                continue
            try:
                found = reckoner.reckon(node)
            except Impossible:
                continue
            if found is not None:
                return Moment(found.first, found.calendar, exact=False), near
        return None, near

    def _latest(self) -> date | None:
        """The last day that the text names in full, or the end of the last year, goals left out."""
        latest: dict[bool, date] = {}
        for node, first, _ in self.nodes:
            if isinstance(node, Until) or self.words.ends(self.pieces, first, "until"):
                continue
            reckoner = Reckoner(None, None)
            try:
                found = reckoner.reckon(node)
            except Impossible:
                continue
            if found is None or found.kind != "absolute":
                continue
            close = found.precision in {"day", "month"}
            latest[close] = max(latest.get(close, found.last), found.last)
        return latest.get(True, latest.get(False))

    def _own_calendar(self) -> str:
        """The calendar of the dateline; without one, that of most months in the text."""
        if self.article.base_language != "fa":
            return GREGORIAN
        published = self.article.published
        if published is not None and published.span is not None:
            named = self._calendar_in(published.span.start, published.span.end)
            if named is not None:
                return named
        named_in = [c for node, _, _ in self.nodes if (c := _calendar_of(node)) in {GREGORIAN, SOLAR}]
        if not named_in:
            return SOLAR
        return SOLAR if 2 * named_in.count(SOLAR) >= len(named_in) else GREGORIAN

    def _calendar_in(self, start: int, end: int) -> str | None:
        folded = self.article.folded
        first, last = folded.at(start), folded.at(end)
        pieces = pieces_of(folded, self.article.base_language, first, last)
        grammar = Grammar(folded.text, pieces, self.words)
        for index in range(len(pieces)):
            read = grammar.day(index)
            if read and read[0].month is not None and read[0].month.calendar in {GREGORIAN, SOLAR}:
                return read[0].month.calendar
        return None

    def _garbled_dateline(self) -> tuple[DateMention, ...]:
        """A bracketed dateline with a number that is neither day, month, year nor time."""
        published = self.article.published
        if published is None or published.span is None:
            return ()
        wording = self.article.folded.text[
            self.article.folded.at(published.span.start) : self.article.folded.at(published.span.end)
        ]
        numbers = _DIGITS.findall(wording)
        if not wording.startswith("(") or len(numbers) != 3 or ":" in wording:
            return ()
        if len(numbers[2]) == 4 and self.phrases.plausible(int(numbers[2])):
            return ()
        return (DateMention(published.span, None, None, "day", "partial", impossible=True),)


def _is_of_a_day(node: Node) -> bool:
    if isinstance(node, Range):
        return isinstance(node.last, Day)
    return isinstance(node, Day) and node.number is not None


def _calendar_of(node: Node) -> str | None:
    """The calendar of the month that a wording names; years are named in any calendar, whatever the text's own is."""
    bare = node.last if isinstance(node, Range) else node.time if isinstance(node, Since | Until) else node
    month = bare.month if isinstance(bare, Day) else bare.of if isinstance(bare, Part) else bare
    return month.calendar if isinstance(month, Month) else None


def _year_beside(full: Reckoned, month: Month, day: int | None) -> int | None:
    """The year that brings a day or month nearest to the full date named just before it: that date's, or the next."""
    at = in_calendar(full.calendar, full.first)
    if at is None or month.number is None:
        return None
    days = ((y, day_of(full.calendar, y, month.number, day or 1)) for y in (at[0], at[0] + 1))
    apart = [(abs((found - full.first).days), year) for year, found in days if found is not None]
    return min(apart)[1] if apart else None
