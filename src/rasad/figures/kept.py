"""Which quantities are figures: «۲۳ سند» is one, «دو کشور», «یک مقام», «سه روز پس از» and "القمة الثانية" are none."""

from __future__ import annotations

from collections.abc import Sequence

from rasad.figures.place import Place
from rasad.figures.words import ends_with, is_loose, kind_of, stands
from rasad.mentions.mention import DateMention
from rasad.text.span import Span

#: What tells of an act done to people: one of them is a figure then.
_ACTS = frozenset(
    {"killed", "wounded", "missing", "arrested", "released", "deported", "expelled", "sanctioned", "sentenced"}
)
#: Units of what lasts; years written so may be an age.
_SPANS = frozenset({"months", "weeks", "days", "hours", "minutes"})
#: How many words may part two numbers of one list.
_LIST = 6


def is_figure(
    place: Place, dates: Sequence[DateMention], groups: Sequence[Span], others: Sequence[Place], language: str
) -> bool:
    """Say whether the quantity at *place* is a figure that its article claims.

    Args:
        dates: of the sentence.
        groups: stretches that stand for parties already named («دو کشور»).
        others: the quantities of the sentence.
    """
    quantity = place.quantity
    kind = kind_of(quantity.unit)
    if any(d.span.covers(quantity.number) or (kind == "time" and d.span.meets(quantity.span)) for d in dates):
        return False
    if kind in {"count", "people"} and any(g.meets(quantity.number) for g in groups) and quantity.value <= 2:
        return False
    if kind == "time":
        return _lasts(place, language)
    if kind == "times":
        return quantity.value > 1 and place.measure.change is not None
    if kind not in {"count", "people"}:
        return True
    if quantity.value == 1 and quantity.qualifier == "exact":
        return _one(place, others)
    return quantity.value > 2 or not is_loose(quantity.unit, quantity.noun)


def _one(place: Place, others: Sequence[Place]) -> bool:
    """One is a figure where it was struck, or stands in a list of numbers («سه فرمانده و یک شرکت»)."""
    if place.quantity.unit == "persons" and place.measure.name in _ACTS and place.clause.verb is not None:
        return not is_loose(place.quantity.unit, place.quantity.noun)
    return place.measure.name in _ACTS and any(
        p is not place and p.clause is place.clause and p.measure.name == place.measure.name
        and min(abs(p.last - place.first), abs(place.last - p.first)) <= _LIST
        for p in others
    )  # fmt: skip


def _lasts(place: Place, language: str) -> bool:
    """Whether a number of time says how long something lasts rather than when."""
    keys = place.keys
    if place.quantity.value <= 1:
        return False
    if place.quantity.unit in _SPANS and stands(keys[place.last - 1 : place.last], "spanning", language):
        return True
    if place.last < len(keys) and stands(keys[place.last : place.last + 1], "elapsed", language):
        return stands(keys[place.clause.first : place.clause.last], "lasts", language)
    before = keys[max(0, place.first - 3) : place.first]
    return ends_with(before, "lasting", language) or stands(
        keys[place.clause.first : place.clause.last], "lasts", language
    )
