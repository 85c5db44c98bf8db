"""Figures of one article: the quantities it claims, with whose they are, for when, and how far they are facts.

«گردش تجاری در سال 2023 به 28 میلیارد دلار رسید» is 28,000,000,000 USD of trade, of the two states the text deals with,
for 2023, observed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rasad.clauses.clause import Argument, Clause, clauses_of
from rasad.entities.entity import Resolution
from rasad.figures.figure import Figure
from rasad.figures.words import acts, measure_near, status_cues
from rasad.mentions.mention import DateMention, Quantity
from rasad.text.article import Article
from rasad.text.span import Span
from rasad.text.words import Word

#: Units that in running text mostly time something else («سه روز پیش») unless a measure says what lasts.
_TIMES = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "seconds", "decades", "centuries"})
_NEAR = 3


@dataclass(slots=True)
class _Thread:
    """What a telling carries on: the parties dealt with, and the last day an act had."""

    parties: tuple[str, ...] = ()
    date: tuple[date, date] | None = None
    sentence: int = -9


def find_figures(
    article: Article, quantities: Sequence[Quantity], dates: Sequence[DateMention], resolution: Resolution
) -> tuple[Figure, ...]:
    """Return the figures of *article* in reading order; those of the title only where the body does not repeat them."""
    if article.base_language not in {"fa", "ar"}:
        return ()
    usable = [q for q in quantities if q.unit and not _inside_date(q, dates)]
    found = list(_found(article, usable, dates, resolution))
    body = {(f.value, f.unit) for f in found if not _in_title(article, f.evidence)}
    kept = [f for f in found if not _in_title(article, f.evidence) or (f.value, f.unit) not in body]
    return tuple(dict.fromkeys(kept))


def _in_title(article: Article, span: Span) -> bool:
    return article.title is not None and article.title.meets(span)


def _inside_date(quantity: Quantity, dates: Sequence[DateMention]) -> bool:
    return any(d.span.covers(quantity.number) or (d.span.meets(quantity.span) and quantity.unit in _TIMES) for d in dates)


def _found(
    article: Article, quantities: Sequence[Quantity], dates: Sequence[DateMention], resolution: Resolution
) -> Iterator[Figure]:
    thread = _Thread()
    clauses = list(clauses_of(article, resolution))
    for index, clause in enumerate(clauses):
        if clause.sentence != thread.sentence:
            thread.sentence = clause.sentence
        near = [d for d in dates if clause.span.meets(d.span) and d.first is not None]
        for quantity in quantities:
            if clause.span.covers(quantity.number) or clause.span.meets(quantity.span):
                if clause.span.start <= quantity.number.start < clause.span.end:
                    yield _figure(article, clauses, index, quantity, near, thread)
        parties = _parties(clause.arguments)
        if parties:
            thread.parties = parties
        for mention in near:
            if mention.first is not None and mention.last is not None and mention.precision in {"day", "month", "range"}:
                thread.date = (mention.first, mention.last)


def _figure(
    article: Article, clauses: Sequence[Clause], index: int, quantity: Quantity, near: Sequence[DateMention],
    thread: _Thread,
) -> Figure:  # fmt: skip
    language, clause = article.base_language, clauses[index]
    keys = clause.keys
    first, last = _place(clause.words[clause.first : clause.last], quantity.span)
    measure = measure_near(keys, first, last, language)
    noun = quantity.noun or quantity.unit
    worded = f"{noun}: {measure}" if measure is not None and quantity.unit == "persons" else measure or noun
    period = _period(article, quantity, near)
    if period is None and quantity.unit == "persons" and measure in acts(language):
        period = thread.date
    return Figure(
        worded, _of(clauses, index, quantity, thread, first, last), quantity.value, quantity.unit, quantity.span,
        quantity.qualifier, period, _status(clause, keys, language),
    )  # fmt: skip


def _place(words: Sequence[Word], span: Span) -> tuple[int, int]:
    """The words of a clause that a quantity covers."""
    first = next((i for i, w in enumerate(words) if w.span.end > span.start), 0)
    last = first
    while last < len(words) and words[last].span.start < span.end:
        last += 1
    return first, max(last, first + 1)


def _period(article: Article, quantity: Quantity, near: Sequence[DateMention]) -> tuple[date, date] | None:
    """The days of the date worded nearest to a quantity in its clause: before it rather than after it."""
    def distance(mention: DateMention) -> int:
        before = quantity.span.start - mention.span.end
        return before if before >= 0 else 2 * max(0, mention.span.start - quantity.span.end)

    dated = [d for d in near if d.first is not None and d.last is not None]
    if not dated:
        return None
    best = min(dated, key=distance)
    return (best.first, best.last) if best.first is not None and best.last is not None else None


def _of(
    clauses: Sequence[Clause], index: int, quantity: Quantity, thread: _Thread, first: int, last: int
) -> tuple[str, ...]:
    """Whose a figure is: people's nationality beside the number, else the parties of its clause, else those dealt with."""
    clause = clauses[index]
    inside = [a for a in clause.arguments if a.party or a.entity.startswith("project:")]
    beside = [
        a for a in inside
        if a.form in {"adjective", "people"} and 0 <= a.first - (clause.first + last) < _NEAR
    ]  # fmt: skip
    if quantity.unit == "persons" and beside:
        return (beside[0].party,)
    projects = tuple(dict.fromkeys(a.entity for a in inside if a.entity.startswith("project:")))
    if projects and quantity.unit not in {"persons"}:
        return projects
    return _parties(inside) or thread.parties


def _parties(arguments: Sequence[Argument]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a.party for a in arguments if a.party))


def _status(clause: Clause, keys: Sequence[str], language: str) -> str:
    cues = status_cues(keys, language)
    for status in ("proposed", "forecast", "target"):
        if status in cues:
            return status
    return "target" if clause.verb is not None and clause.verb.tense == "future" else "observed"
