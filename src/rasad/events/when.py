"""When an event took place: the date worded nearest to it in its own clause."""

from __future__ import annotations

from collections.abc import Sequence

from rasad.clauses.clause import Clause
from rasad.clauses.triggers import Found
from rasad.events.event import Period
from rasad.mentions.mention import DateMention
from rasad.text.span import Span


def worded(clause: Clause, found: Found, dates: Sequence[DateMention]) -> Period | None:
    """Return the days of the date that *clause* words nearest to what tells of the event, or None."""
    told = clause.words[found.first].span.to(clause.words[found.last - 1].span)
    inside = [d for d in dates if clause.span.covers(d.span) and d.first is not None and d.last is not None]
    if not inside:
        return None
    nearest = min(inside, key=lambda d: (_distance(d.span, told), d.span.start))
    assert nearest.first is not None and nearest.last is not None  # noqa: S101 - filtered above
    return Period(nearest.first, nearest.last, nearest.precision)


def _distance(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)
