"""One record a type, parties and occasion: title gives way to body, a repeated noun to the verb; talks get a host."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rasad.entities.entity import Resolution
from rasad.events.event import Event, Period
from rasad.knowledge.base import load_base
from rasad.text.article import Article
from rasad.text.span import Span


@dataclass(frozen=True, slots=True)
class Draft:
    """An event as one clause tells it, by a noun or not.

    ``back``: the clause speaks of talks already told; ``alleged``: somebody is only accused of it; ``meeting``: its
    words say that parties met; ``told``: the words that tell of it.
    """

    event: Event
    by_noun: bool = False
    back: bool = False
    alleged: bool = False
    meeting: bool = False
    told: Span | None = None


def merged(article: Article, drafts: Sequence[Draft], resolution: Resolution) -> list[Draft]:
    """Return *drafts* with what was told twice told once, and the host of talks as their recipient."""
    drafts = [replace(d, event=_members_only(d.event)) for d in drafts]
    return _hosts(_once(article, drafts), resolution)


def _members_only(event: Event) -> Event:
    """At its own summit an organisation is no party beside members that are named, nor a forum anywhere."""
    sides = _sides(event)
    states = {p for p in sides if len(p) == 3}
    if len(states) < 2:
        return event
    members = load_base().members
    forums = {p for p in sides if p.startswith("forum:")}
    if event.type == "CONSULT":
        hosts = forums | {p for p in sides - states if states & set(members(p))}
    else:
        hosts = {p for p in forums if len(states & set(members(p))) > 1}
    if not hosts:
        return event
    return replace(
        event, actors=tuple(p for p in event.actors if p not in hosts),
        recipients=tuple(p for p in event.recipients if p not in hosts),
    )  # fmt: skip


def _once(article: Article, drafts: Sequence[Draft]) -> list[Draft]:
    out: list[Draft] = []
    for draft in drafts:
        event = draft.event
        if _mere_mention(draft, out):
            continue
        if event.type == "ASSAULT" and any(o.event.type == "ASSAULT" and _near(article, o.event, event) for o in out):
            continue
        joined = _joined(out, draft)
        if joined is not None:
            at = out.index(joined)
            out[at] = replace(joined, event=replace(joined.event, actors=event.actors, recipients=()))
            continue
        alike = [o for o in out if o.event.type == event.type and _sides(o.event) == _sides(event)]
        if any(_same(article, o, draft) for o in alike):
            continue
        out.append(draft)
    return out


def _joined(told: Sequence[Draft], draft: Draft) -> Draft | None:
    """The talks between several that *draft* says somebody took part in too («… نیز در این نشست اشتراک داشت»)."""
    if not draft.back or draft.event.type != "CONSULT":
        return None
    parties = _sides(draft.event)
    return next(
        (o for o in told if o.event.type == "CONSULT" and len(_sides(o.event)) > 2 and _sides(o.event) < parties), None
    )


def _mere_mention(draft: Draft, told: Sequence[Draft]) -> bool:
    """Whether a noun only speaks of a gathering: without two states and a date of its own, or of one told already."""
    event = draft.event
    if not draft.by_noun or event.type != "CONSULT" or event.mode == "visit":
        return False
    if sum(len(p) == 3 for p in _sides(event)) < 2 and event.date is None:
        return True
    talks = (_sides(o.event) for o in told if o.event.type == "CONSULT")
    return any(_sides(event) <= parties and len(parties) > 2 for parties in talks)


def _same(article: Article, told: Draft, draft: Draft) -> bool:
    """Whether *draft* tells again what was *told*: in one sentence, by a mere noun, or in speaking back of talks."""
    old, new = told.event, draft.event
    if _near(article, old, new) and (old.mode == new.mode or draft.by_noun or told.by_noun):
        return True
    if new.date is not None and old.date is not None and not _overlap(new.date, old.date):
        return False
    return draft.by_noun or (draft.back and new.type == "CONSULT")


def _overlap(a: Period, b: Period) -> bool:
    return a.first <= b.last and b.first <= a.last


def _sides(event: Event) -> frozenset[str]:
    return frozenset((*event.actors, *event.recipients))


def _near(article: Article, a: Event, b: Event) -> bool:
    """Whether two events stand in one sentence."""
    return any(s.meets(a.evidence) and s.meets(b.evidence) for s in article.sentences)


def _hosts(drafts: Sequence[Draft], resolution: Resolution) -> list[Draft]:
    """Give talks on a visit their host: the state in whose place they are held becomes the recipient."""
    states = {e.id: e.state for e in resolution.entities if e.type == "place"}
    visits = {
        _sides(d.event): d.event for d in reversed(drafts)
        if d.event.mode == "visit" and len(d.event.actors) == len(d.event.recipients) == 1
    }  # fmt: skip
    out: list[Draft] = []
    for draft in drafts:
        event = draft.event
        sides = (*event.actors, *event.recipients)
        host = states.get(event.place or "")
        visit = visits.get(_sides(event)) if event.mode is None and host not in sides else None
        if event.type == "CONSULT" and len(sides) > 1:
            if visit is not None:
                event = replace(event, actors=visit.actors, recipients=visit.recipients)
            elif host in sides and (event.mode is None or (event.mode == "visit" and not event.recipients)):
                event = replace(event, actors=tuple(s for s in sides if s != host), recipients=(host,) if host else ())
            elif event.mode == "multilateral" or (event.mode != "visit" and draft.meeting):
                event = replace(event, actors=sides, recipients=())
        out.append(replace(draft, event=event))
    return out
