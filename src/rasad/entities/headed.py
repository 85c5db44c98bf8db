"""Wordings headed by an office or body: «وزیر خارجه روسیه» is its holder then, «سفیر ایران در کابل» acts for Iran."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rasad.entities.asked import Asked
from rasad.entities.body_ids import body_id
from rasad.entities.candidates import Candidate, Context, Feature, Reading, rank
from rasad.entities.offices import OfficeWording
from rasad.entities.wordings import wordings
from rasad.knowledge.base import Base
from rasad.knowledge.entry import Entry
from rasad.knowledge.naming import is_held_by_several, office_name, tenure_on
from rasad.lexicons import load

_Answer = tuple[str | None, str, tuple[Candidate, ...]]

#: Bodies that a state has many of: alone they are none of them («شرکت», «وزارت»).
_GENERAL = frozenset({"ministry", "companies", "side"})
#: Who speaks for somebody is meant where only one is known to, though several may.
_SPEAKING = "spokesperson"
#: The movement whose offices are those of the state that it governs.
_TALIBAN, _ITS_STATE = "org:taliban", "AFG"
#: Marks of tenures that give way to one without: who claims an office, or holds it abroad.
_LESSER = frozenset({"rival", "exile"})


def headed_by_office(asked: Asked, base: Base) -> _Answer:
    """Return whom a wording with a head means; see :class:`rasad.entities.who.Answer`."""
    head = asked.head
    assert head is not None  # noqa: S101 - said by the caller
    if asked.rest:
        rest = " ".join(w.key for w in asked.rest)
        return None, f"{rest!r} beside {head.title!r} is not known", ()
    start = asked.words[head.first].span.start
    named = [r.party for r in asked.beside if r.party is not None and r.span.start >= start]
    owners = named[:1] or [r.party for r in asked.beside if r.party is not None][:1]
    rule = "beside" if owners else "dealt-with"
    owners = owners or list(asked.near)
    if not owners:
        return None, f"{head.title!r} is anybody's: it names no state, and none stands near", ()
    if head.kind == "office":
        return held_by(head.key, owners, rule, asked.on, base)
    if rule != "beside" and head.key in _GENERAL:
        return None, f"{head.title!r} is any", ()
    if len(owners) > 1:
        return None, f"{head.title!r} may be that of {' or '.join(owners)}, and nothing beside it decides", ()
    return _body(asked, head, owners[0], rule, base)


def counterpart(asked: Asked, near: Sequence[str], base: Base) -> _Answer | None:
    """Return whom «همتای قزاق وی» means: who held the office of the person near, for the state worded beside it."""
    person = next((e for i in near if (e := base.entry(i)) is not None and e.type == "person"), None)
    tenure = tenure_on(person, asked.on) if person is not None else None
    if tenure is None:
        return None
    others = [r.party for r in asked.beside if r.party is not None] or [p for p in asked.near if p != tenure.of]
    return held_by(tenure.office, others[:1], "beside", asked.on, base) if others else None


def held_by(office: str, owners: Sequence[str], rule: str, on: date | None, base: Base) -> _Answer:
    """Return who held an office of one of *owners* on a day; *rule* is a key of lexicons/linking."""
    called = office_name(office, "en")
    held = {of: people for of in owners if (people := _holders(base, office, of, on))}
    if len(owners) > 1 and len(held) != 1:
        return None, f"{called!r} may be that of {' or '.join(owners)}, and nothing beside it decides", ()
    of = next(iter(held), owners[0])
    if not held and of == _TALIBAN and (people := _holders(base, office, _ITS_STATE, on)):
        of, held = _ITS_STATE, {_ITS_STATE: people}
    if is_held_by_several(office) and not (office.endswith(_SPEAKING) and len(held.get(of, ())) == 1):
        return _acting_for(of, rule, base, f"one of those who are {called} of {of}")
    people = held.get(of, ())
    context = Context(on=on, near=frozenset({of}), office=office)
    candidates = rank(base, [Reading(p, "short") for p in people], context)
    if len(people) == 1:
        return people[0].id, "", candidates
    day = on.isoformat() if on else "today"
    if people:
        return None, f"{called} of {of} on that day ({day}) were {' and '.join(p.id for p in people)}", candidates
    return None, f"who was {called} of {of} on that day ({day}) is not known", ()


def _holders(base: Base, office: str, of: str, on: date | None) -> tuple[Entry, ...]:
    """Who held an office on a day, without those who only claimed it where others held it in full."""
    marks = {
        person: {t.mark for t in person.tenures if (t.office, t.of) == (office, of) and t.held(on)}
        for person in base.holders(office, of)
    }
    people = tuple(person for person, found in marks.items() if found)
    return tuple(person for person in people if marks[person] - _LESSER) or people


def _acting_for(of: str, rule: str, base: Base, why: str) -> _Answer:
    trust = float(load("linking")["rules"][rule])
    return of, why, (Candidate(of, trust, (Feature(rule, trust),)),)


def _body(asked: Asked, head: OfficeWording, owner: str, rule: str, base: Base) -> _Answer:
    words = wordings(asked.language.split("-")[0])
    after = asked.words[head.last - 1].span.end
    places = [r.entity for r in asked.beside if r.entity.startswith("place:") and r.span.start >= after]
    hosts = [*(r.party for r in asked.beside), *(base.by_id[p].state for p in places), *asked.near]
    host = next((h for h in hosts if h is not None and h != owner and len(h) == len("KAZ")), None)
    id_ = body_id(words, base, head.kind, head.key, owner, host, places[0] if places else None)
    trust = float(load("linking")["rules"][rule])
    if id_ is None:
        return _acting_for(owner, rule, base, "")
    return id_, "", (Candidate(id_, trust, (Feature(rule, trust),)),)
