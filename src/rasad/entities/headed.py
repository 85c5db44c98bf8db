"""Wordings headed by an office or body: «وزیر خارجه روسیه» is its holder then, «سفیر ایران در کابل» acts for Iran."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from rasad.entities.asked import Asked
from rasad.entities.body_ids import body_id
from rasad.entities.candidates import Candidate, Context, Feature, Reading, rank
from rasad.entities.offices import OfficeWording
from rasad.entities.titled import Title
from rasad.entities.wordings import wordings
from rasad.knowledge.base import Base
from rasad.knowledge.entry import Entry, Tenure
from rasad.knowledge.naming import is_held_by_several, office_name, tenure_on
from rasad.lexicons import load
from rasad.text.folding import fold_word

_Answer = tuple[str | None, str, tuple[Candidate, ...]]

#: Bodies that a state has many of: alone they are none of them («شرکت», «وزارت»).
_GENERAL = frozenset({"ministry", "companies", "side"})
#: Who speaks for somebody is meant where only one is known to, though several may.
_SPEAKING = "spokesperson"
#: The movement whose offices are those of the state that it governs.
_TALIBAN, _ITS_STATE = "org:taliban", "AFG"
#: How many letters the id of a state has.
_STATE = 3
#: How far ahead of today an office is taken to be held by who holds it.
_AHEAD = timedelta(days=366)
#: Marks of tenures that give way to one without: who claims an office, or holds it abroad.
_LESSER = frozenset({"rival", "exile"})


def headed_by_office(asked: Asked, base: Base) -> _Answer:
    """Return whom a wording with a head means; see :class:`rasad.entities.who.Answer`."""
    head = asked.head
    assert head is not None  # noqa: S101 - said by the caller
    if asked.rest:
        rest = " ".join(w.key for w in asked.rest)
        return None, f"{rest!r} beside {head.title!r} is not known", ()
    named = _owners(asked, head)
    rule = "beside" if named else "dealt-with"
    owners = named or list(asked.near)
    if not owners:
        return None, f"{head.title!r} is anybody's: it names no state, and none stands near", ()
    office = head.key if head.kind == "office" else _acting_office(asked, head)
    if office is not None and _is_former(asked):
        return _once_held_by(office, owners, asked.on, base)
    if office is not None:
        return held_by(office, owners, rule, asked.on, base)
    if rule != "beside" and head.key in _GENERAL:
        return None, f"{head.title!r} is any", ()
    if rule != "beside" and len(owners) > 1:
        return None, f"{head.title!r} may be that of {' or '.join(owners)}, and nothing beside it decides", ()
    owner = _ITS_STATE if owners[-1] == _TALIBAN else owners[-1]
    return _body(asked, head, owner, rule, base)


def _owners(asked: Asked, head: OfficeWording) -> list[str]:
    """Whose an office or body is by the first name beside it: a body before the party that it acts for."""
    first, last = asked.words[head.first].span.start, asked.words[head.last - 1].span.end
    apart = [r for r in asked.beside if r.party is not None and not first <= r.span.start < last]
    inside = [r for r in asked.beside if r not in apart and (not asked.near or len(r.entity) == _STATE)]
    beside = next((r for r in apart if r.span.start >= first), next(iter([*apart, *inside]), None))
    if beside is None or beside.party is None:
        return []
    body = beside.entity.startswith("org:") and beside.form == "name"
    return list(dict.fromkeys([beside.entity, beside.party])) if body else [beside.party]


def _is_former(asked: Asked) -> bool:
    """Whether a word beside an office says that it was held before («رئیس جمهور پیشین»)."""
    former = {fold_word(w) for w in load(f"roles/{asked.language.split('-')[0]}")["former"]}
    return any(w.key in former for w in asked.words)


def _once_held_by(office: str, owners: Sequence[str], on: date | None, base: Base) -> _Answer:
    """Return who held an office of the first of *owners* before a day, if one person did."""
    day, called = on or date.today(), office_name(office, "en")
    for of in owners:
        people = [
            p for p in base.holders(office, of)
            if any((t.office, t.of) == (office, of) and t.last is not None and t.last < day for t in p.tenures)
            and p not in base.holders(office, of, day)
        ]  # fmt: skip
        candidates = rank(base, [Reading(p, "short") for p in people], Context(on=on, near=frozenset({of})))
        if len(people) == 1:
            return people[0].id, "", candidates
        if people:
            return None, f"{len(people)} people had been {called} of {of} by that day", candidates
    return None, f"who had been {called} by that day is not known", ()


def _acting_office(asked: Asked, head: OfficeWording) -> str | None:
    """The office of whoever heads a ministry for the time being («سرپرست وزارت دفاع»), or None."""
    roles = load(f"roles/{asked.language.split('-')[0]}")
    acting = {fold_word(w) for w in roles["acting"]}
    if head.kind != "ministry" or head.first == 0 or asked.words[head.first - 1].key not in acting:
        return None
    return str(roles["fields"][head.key].get("office", f"{head.key}-minister"))


def headed_by_title(title: Title, near: Sequence[str], on: date | None, base: Base) -> _Answer:
    """Return whom a title in English or Russian means; *near* are the parties beside it, the most salient first."""
    owners, rule = ([title.of], "beside") if title.of is not None else (list(near), "dealt-with")
    called = office_name(title.key, "en")
    if not owners:
        return None, f"{called!r} is anybody's: it names no state, and none stands near", ()
    if title.kind == "office":
        return held_by(title.key, owners, rule, on, base)
    if len(owners) > 1:
        return None, f"{called!r} may be that of {' or '.join(owners)}, and nothing beside it decides", ()
    id_ = body_id(wordings("fa"), base, title.kind, title.key, owners[0], title.host)
    return _acting_for(owners[0], rule, "", id_)


def counterpart(asked: Asked, near: Sequence[str], base: Base) -> _Answer | None:
    """Return whom «همتای قزاق وی» means: who held the office of the person near, for the state worded beside it."""
    person = next((e for i in near if (e := base.entry(i)) is not None and e.type == "person"), None)
    tenure = tenure_on(person, asked.on) if person is not None else None
    if tenure is None:
        return None
    others = [r.party for r in asked.beside if r.party is not None] or [p for p in asked.near if p != tenure.of]
    return held_by(tenure.office, others[:1], "beside", asked.on, base) if others else None


def held_by(office: str, owners: Sequence[str], rule: str, on: date | None, base: Base) -> _Answer:
    """Return who held an office of one of *owners* on a day; *rule* is a key of lexicons/linking.

    Of owners beside the office the first that had a holder counts; of those that are near, the only one that had.
    """
    called = office_name(office, "en")
    held = {of: people for of in owners if (people := _holders(base, office, of, on))}
    headed = {} if held else {of: people for of in owners if (people := _heading(base, office, of, on))}
    held = held or headed
    if len(owners) > 1 and rule != "beside" and len(held) != 1:
        return None, f"{called!r} may be that of {' or '.join(owners)}, and nothing beside it decides", ()
    of = next(iter(held), owners[-1])
    if not held and of == _TALIBAN and (people := _holders(base, office, _ITS_STATE, on)):
        of, held = _ITS_STATE, {_ITS_STATE: people}
    people = held.get(of, ())
    if is_held_by_several(office) and not headed and not (office.endswith(_SPEAKING) and people):
        if rule != "beside":
            return None, f"{called!r} is one of many, and which is not said", ()
        if on is not None and _is_younger(base, office, of, on):
            return None, f"{of} is not known to have had a {called} by that day ({on.isoformat()})", ()
        return _acting_for(of, rule, f"one of those who are {called} of {of}")
    context = Context(on=on, near=frozenset({of}), office=office)
    candidates = rank(base, [Reading(p, "short") for p in people], context)
    if len(people) == 1:
        return people[0].id, "", candidates
    day = on.isoformat() if on else "today"
    if people:
        return None, f"{called} of {of} on that day ({day}) were {' and '.join(p.id for p in people)}", candidates
    return None, f"who was {called} of {of} on that day ({day}) is not known", ()


def _is_younger(base: Base, office: str, of: str, on: date) -> bool:
    """Whether an office of a party was first taken after a day, as far as is known."""
    if office not in load("bodies")["founded_late"]:
        return False
    begun = [t.begun(on) for p in base.holders(office, of) for t in p.tenures if (t.office, t.of) == (office, of)]
    return not any(begun)


def _heading(base: Base, office: str, of: str, on: date | None) -> tuple[Entry, ...]:
    """Who headed a body on a day under another title than the one worded («رئیس یوناما»)."""
    titles: Sequence[str] = load("bodies")["heads_of_bodies"]
    if office not in titles or not of.startswith("org:"):
        return ()
    return next((people for title in titles if (people := _holders(base, title, of, on))), ())


def _holders(base: Base, office: str, of: str, on: date | None) -> tuple[Entry, ...]:
    """Who held an office on a day, without those who only claimed it where others held it in full."""
    marks = {
        person: {t.mark for t in person.tenures if (t.office, t.of) == (office, of) and _is_held(t, on)}
        for person in base.holders(office, of)
    }
    people = tuple(person for person, found in marks.items() if found)
    return tuple(person for person in people if marks[person] - _LESSER) or people


def _is_held(tenure: Tenure, on: date | None) -> bool:
    """Whether an office was held on a day; one without an end is, a while ahead of today, anybody's guess."""
    if not tenure.held(on):
        return False
    return on is None or tenure.last is not None or on <= max(tenure.first or on.min, date.today()) + _AHEAD


def _acting_for(of: str, rule: str, why: str, body: str | None = None) -> _Answer:
    trust = float(load("linking")["rules"][rule])
    meant = body or of
    return meant, why, (Candidate(meant, trust, (Feature(rule, trust),)),)


def _body(asked: Asked, head: OfficeWording, owner: str, rule: str, base: Base) -> _Answer:
    words = wordings(asked.language.split("-")[0])
    after = asked.words[head.last - 1].span.end
    places = [r.entity for r in asked.beside if r.entity.startswith("place:") and r.span.start >= after]
    hosts = [*(r.party for r in asked.beside), *(base.by_id[p].state for p in places), *asked.near]
    host = next((h for h in hosts if h is not None and h != owner and len(h) == len("KAZ")), None)
    id_ = body_id(words, base, head.kind, head.key, owner, host, places[0] if places else None)
    return _acting_for(owner, rule, "", id_)
