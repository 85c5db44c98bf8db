"""When an event took place: the date worded nearest to it, else the one the telling is at."""

from __future__ import annotations

from collections.abc import Sequence

from rasad.events.event import Period
from rasad.mentions.mention import DateMention
from rasad.text.span import Span


def period(mention: DateMention) -> Period | None:
    """Return the days a date mention means, None where they are unknown."""
    if mention.first is None or mention.last is None:
        return None
    return Period(mention.first, mention.last, mention.precision)


def nearest(dates: Sequence[DateMention], within: Span, around: Span) -> DateMention | None:
    """Return the date mention of the clause *within* that stands nearest to *around*, or None."""
    inside = [d for d in dates if within.covers(d.span) and d.first is not None]
    if not inside:
        return None
    return min(inside, key=lambda d: (max(d.span.start - around.end, around.start - d.span.end, 0), d.span.start))
