"""How a figure goes on from one before it: a part of it («از این میان»), a breakdown after a colon, a total of several.

«وعدهٔ دوازده میلیارد یورو داد: سه میلیارد برای آب» tells of three of the same twelve; «در مجموع ۶۵ تن» of all who were
counted one by one just before.
"""

from __future__ import annotations

from collections.abc import Sequence

from rasad.figures.figure import Figure
from rasad.figures.place import Place
from rasad.figures.words import ends_with, kind_of, stands

#: How many words before a number may say that it is a part or a total.
_BEFORE = 5
#: Units whose number tells the size of a body, and how long the id of a state is.
_SIZES = frozenset({"states", "members"})
_STATE = 3
_COLON = frozenset(":：")

Told = Sequence[tuple[Place, Figure]]


def whole_of(place: Place, told: Told, language: str) -> Figure | None:
    """Return the figure that the number at *place* is a part of, or None.

    Args:
        told: the figures before it, each with its place, in reading order.
    """
    if not told:
        return None
    earlier, figure = told[-1]
    if place.number - earlier.number > 1:
        return None
    keys = place.keys
    before = keys[max(place.clause.first, place.first - _BEFORE) : place.first]
    after = keys[place.last : place.last + 2]
    if stands(before, "part", language) or any(ends_with(after[:end], "part_after", language) for end in (1, 2)):
        return figure
    return None


def broken_down(place: Place, told: Told) -> Figure | None:
    """Return the sum that the number at *place* is an item of, where a colon leads to a list of such items, or None."""
    if not told or place.clause.verb is not None:
        return None
    earlier = [(p, f) for p, f in told if p.number == place.number and p.clause is not place.clause]
    if not earlier or earlier[-1][1].unit != place.quantity.unit:
        return None
    first, figure = earlier[-1]
    between = place.keys[first.last : place.first]
    colons = [i for i, key in enumerate(between) if key in _COLON]
    return figure if colons and first.last + colons[-1] <= place.clause.first else None


def valued(place: Place, told: Told) -> Figure | None:
    """Return the count whose worth the sum at *place* tells («۳۵ تفاهمنامه به ارزش دو میلیارد»), or None."""
    if not told or kind_of(place.quantity.unit) != "money" or place.measure.name != "cost":
        return None
    earlier, figure = told[-1]
    close = earlier.clause is place.clause and 0 <= place.first - earlier.last <= _BEFORE
    between = earlier.last <= place.measure.first < place.first
    return figure if close and between and kind_of(figure.unit) == "count" else None


def totalled(place: Place, told: Told, language: str) -> tuple[str, ...]:
    """Return whose all the figures are that the number at *place* adds up, or nothing where it is no total."""
    if not stands(place.keys[max(0, place.first - _BEFORE) : place.first], "total", language):
        return ()
    parts = [f for p, f in told if p.number == place.number and f.unit == place.quantity.unit]
    return tuple(dict.fromkeys(party for f in parts for party in f.of)) if len(parts) > 1 else ()


def counted_bodies(place: Place, told: Told) -> tuple[tuple[int, int, str], ...]:
    """Return the words of the sentence that count the members of a body, each with that body («پنج عضو اتحادیه»)."""
    return tuple(
        (p.first, p.last, f.of[0]) for p, f in told
        if p.number == place.number and f.unit in _SIZES and len(f.of) == 1 and len(f.of[0]) > _STATE
    )  # fmt: skip
