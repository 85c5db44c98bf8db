"""When a figure holds: by the date worded for it («در سال 2023»), or the day of the act that it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rasad.figures.place import Place
from rasad.figures.words import ends_with, kind_of, stands
from rasad.mentions.mention import DateMention, Quantity
from rasad.text.article import Article
from rasad.text.span import Span

Period = tuple[date, date]

#: A date so many letters after a number is its own: "1.2 مليون طن في 2024".
_ADJOINING = 5
#: What a letter between costs after a number, where before it costs one.
_AFTER = 2
#: How many words before a date may tell that it is only compared with.
_BEFORE = 4
#: Within so many words after a number of days stands what they are counted from.
_SHIFT = 3
#: How many words around a number may tell that it holds every year.
_YEARLY = 4


@dataclass(frozen=True, slots=True)
class Times:
    """The dates of an article and the day it was published."""

    article: Article
    dates: Sequence[DateMention]
    quantities: Sequence[Quantity] = ()

    def of(self, place: Place, status: str, others: Sequence[Place], language: str) -> Period | None:
        """Return the days that the figure at *place* holds for, or None where it has none.

        Args:
            others: the other quantities of the sentence, in reading order, for «از … به …».
        """
        when = place.measure.when
        if when == "standing" or self._is_yearly(place, language):
            return None
        own = self._worded(place, place.clause.span, status, language) or self._promised(place, status, language)
        if own is not None:
            return self._since(own, place, language) or self._half(own, place, others)
        if when == "told" or (when != "sentence" and status in {"target", "proposed", "forecast"}):
            return None
        if when in {"act", "sentence"} and (shifted := self._shifted(place, language)) is not None:
            return shifted
        sentence = self.article.sentences[place.number]
        before = Span(sentence.start, place.quantity.span.end)
        mention = self._worded(place, before, status, language)
        if mention is not None and (
            when in {"act", "sentence"}
            or kind_of(place.quantity.unit) in {"share", "times", "money", "count", "people"}
        ):
            return _days(mention)
        return self._last_day(place) if when == "act" else None

    def _promised(self, place: Place, status: str, language: str) -> DateMention | None:
        """The day on which a sum was promised («در سال 2022 قول داد 2.3 میلیارد یورو اختصاص دهد»)."""
        before = [c for c in place.sentence if c.last <= place.clause.first]
        if status != "target" or kind_of(place.quantity.unit) != "money" or not before or place.measure.name == "trade":
            return None
        short = place.clause.complement or place.clause.first - before[-1].last <= 0
        return self._worded(place, before[-1].span, "observed", language) if short else None

    def is_over(self, place: Place) -> bool:
        """Say whether the clause of *place* words a time that was over when the article appeared."""
        published, span = self.article.published, place.clause.span
        return published is not None and any(
            span.covers(d.span) and d.last is not None and d.last <= published.day for d in self.dates
        )

    def is_ahead(self, place: Place, language: str) -> bool:
        """Say whether the date nearest to the number in its clause lay ahead when the article appeared."""
        published = self.article.published
        if published is None:
            return False
        span = place.clause.span
        near = [d for d in self.dates if span.covers(d.span) and not self._is_compared(d, place, language)]
        nearest = min(near, key=lambda d: _distance(place.quantity.span, d.span), default=None)
        return nearest is not None and nearest.first is not None and nearest.first > published.day

    def _is_yearly(self, place: Place, language: str) -> bool:
        keys = place.keys
        return stands(keys[max(place.clause.first, place.first - _YEARLY) : place.last + 2], "yearly", language)

    def _worded(self, place: Place, stretch: Span, status: str, language: str) -> DateMention | None:
        """The date of *stretch* nearest to the number, not one that it is only compared with."""
        fitting = [d for d in self.dates if stretch.covers(d.span) and self._fits(d, place, status, language)]
        return min(fitting, key=lambda d: _distance(place.quantity.span, d.span), default=None)

    def _fits(self, mention: DateMention, place: Place, status: str, language: str) -> bool:
        if mention.first is None or mention.last is None:
            return False
        if self._is_compared(mention, place, language):
            return False
        published = self.article.published
        if published is None:
            return True
        if status == "target" and place.measure.name not in {"loan", "aid", "investment"}:
            return mention.last >= published.day
        return not (status == "observed" and mention.first > published.day)

    def _is_compared(self, mention: DateMention, place: Place, language: str) -> bool:
        """Whether the number is only compared with that date («در مقایسه با سال ۲۰۲۳», «با ۸۶۶ میلیون سال ۲۰۲۳»)."""
        words = [(w.key, w.span) for w in place.words if w.span.end <= mention.span.start]
        other = [q.span for q in self.quantities if q.span.end <= mention.span.start]
        if place.quantity.span.start > mention.span.end and other:
            last = other[-1]
            between = [span for _, span in words if span.start >= last.end]
            if len(between) <= 1:
                words = [(key, span) for key, span in words if span.end <= last.start]
        keys = [key for key, _ in words][-_BEFORE:]
        return any(ends_with(keys[: len(keys) - cut], "compared", language) for cut in (0, 1) if len(keys) > cut)

    def _half(self, mention: DateMention, place: Place, others: Sequence[Place]) -> Period | None:
        """Of a span of years and two values «از … به …», the first value has the first year, the second the last."""
        days = _days(mention)
        if days is None or mention.precision != "range" or days[0].year == days[1].year or mention.open_ended:
            return days
        twins = [p for p in others if p.clause is place.clause and p.quantity.unit == place.quantity.unit]
        if len(twins) != 2 or twins[0].measure.name != twins[1].measure.name:
            return days
        year = days[0].year if twins[0] is place else days[1].year
        return date(year, 1, 1), date(year, 12, 31)

    def _shifted(self, place: Place, language: str) -> Period | None:
        """So many days before or after what was told last («یک روز پیش از نشست»); «… پس از آن … که» turns it around."""
        sentence, words = self.article.sentences[place.number], place.words
        for quantity in self.quantities:
            span = quantity.span
            if quantity.unit != "days" or not sentence.covers(span) or span.end > place.quantity.span.start:
                continue
            after = [w.key for w in words if w.span.start >= span.end][:_SHIFT]
            sign = next(
                (s for table, s in (("days_before", -1), ("days_after", 1)) for n in range(len(after))
                 if ends_with(after[: n + 1], table, language) and n < _SHIFT - 1),
                0,
            )  # fmt: skip
            day = self._last_day(place, sentence.start)
            if not sign or day is None or day[0] != day[1]:
                continue
            if place.clause.complement and stands(after, "that", language) and span.end < place.clause.span.start:
                sign = -sign
            moved = day[0] + sign * timedelta(days=int(quantity.value))
            return moved, moved
        return None

    def _since(self, own: DateMention, place: Place, language: str) -> Period | None:
        """From the day told last until today, where a number holds «تا امروز»."""
        published = self.article.published
        if published is None or own.precision != "day" or own.last != published.day:
            return None
        words = [w.key for w in place.words if w.span.end <= own.span.start]
        first = self._last_day(place, self.article.sentences[place.number].start)
        if not ends_with(words, "until", language) or first is None or first[1] > published.day:
            return None
        return first[0], published.day

    def _last_day(self, place: Place, until: int | None = None) -> Period | None:
        """The day told of last before the number, or before *until*, for acts that have none of their own."""
        end = place.quantity.span.start if until is None else until
        published = self.article.published
        before = [
            d for d in self.dates
            if d.span.end <= end and d.first is not None and d.precision in {"day", "month"}
            and not (published is not None and (d.first > published.day or _touches(published.span, d.span)))
        ]  # fmt: skip
        return _days(before[-1]) if before else None


def _touches(a: Span | None, b: Span) -> bool:
    return a is not None and a.meets(b)


def _days(mention: DateMention) -> Period | None:
    if mention.first is None or mention.last is None:
        return None
    return mention.first, mention.last


def _distance(quantity: Span, when: Span) -> int:
    if when.end <= quantity.start:
        return quantity.start - when.end
    after = max(0, when.start - quantity.end)
    return 0 if after <= _ADJOINING else _AFTER * after
