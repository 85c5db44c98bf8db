"""When an event took place: the date worded nearest to it, else the one the telling is at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rasad.clauses.clause import Clause
from rasad.events.event import Period
from rasad.events.thread import Thread
from rasad.mentions.mention import DateMention
from rasad.text.article import Article
from rasad.text.span import Span


@dataclass(frozen=True, slots=True)
class When:
    """The date that a clause or its sentence words (``own``), and the one its events have (``told``)."""

    own: Period | None
    told: Period | None


def when_told(article: Article, clause: Clause, dates: Sequence[DateMention], thread: Thread) -> When:
    """Return when the events of *clause* took place: by its own date, its sentence's, or the thread's."""
    sentence = article.sentences[clause.sentence]
    mention = _nearest(dates, clause.span, clause.span) or _nearest(dates, sentence, clause.span)
    own = _period(mention) if mention is not None else None
    return When(own, own if own is not None else thread.date)


def _period(mention: DateMention) -> Period | None:
    if mention.first is None or mention.last is None:
        return None
    return Period(mention.first, mention.last, mention.precision)


def _nearest(dates: Sequence[DateMention], within: Span, around: Span) -> DateMention | None:
    """Return the date mention inside *within* that stands nearest to *around*, or None."""
    inside = [d for d in dates if within.covers(d.span) and d.first is not None]
    if not inside:
        return None
    return min(inside, key=lambda d: (max(d.span.start - around.end, around.start - d.span.end, 0), d.span.start))
