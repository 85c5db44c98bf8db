"""A party as of a day: «قزاقستان» on 12 September 2017 had Astana, President Nazarbayev and a seat in the SCO."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rasad.errors import QueryError
from rasad.knowledge.base import Base, load_base
from rasad.knowledge.entry import Entry, Tenure
from rasad.lexicons import load

#: The order in which offices are told: heads first, then the ministers whom the press names most.
_FIRST = (
    "supreme-leader", "king", "emir", "sultan", "president", "chancellor", "prime-minister", "secretary-general",
    "foreign-minister", "defence-minister", "interior-minister", "security-council-secretary",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds an office of a party, with the days of that tenure."""

    person: Entry
    tenure: Tenure


@dataclass(frozen=True, slots=True)
class Place:
    """A party's place in an organisation or forum: member, observer or partner; ``first`` None is from the start."""

    of: Entry
    standing: str
    first: date | None


@dataclass(frozen=True, slots=True)
class Party:
    """What the knowledge base holds true of a state, organisation or forum on a day; ``on`` None is today.

    ``capital`` is a state's, ``seat`` an organisation's place; ``holders`` are ordered by office; ``places`` are the
    organisations and forums it was in, ``members`` those in it.
    """

    entry: Entry
    on: date | None
    capital: Entry | None
    seat: Entry | None
    holders: tuple[Holder, ...]
    places: tuple[Place, ...]
    members: tuple[str, ...]
    lives: bool


def party(id_: str, *, on: date | None = None, base: Base | None = None) -> Party:
    """Return what held of a party on a day.

    Raises:
        QueryError: no state, organisation or forum has that id.
    """
    base = base or load_base()
    entry = base.entry(id_)
    if entry is None or entry.type not in {"state", "organisation", "forum"}:
        raise QueryError("party", id_, "the id of a state, organisation or forum, such as KAZ or org:sco")
    capital = base.capital(id_, on) if entry.type == "state" else None
    return Party(
        entry,
        on,
        base.entry(capital) if capital is not None else None,
        base.entry(entry.seat) if entry.seat is not None else None,
        _holders(base, id_, on),
        _places(base, id_, on),
        base.members(id_, on),
        entry.held(on),
    )


def _holders(base: Base, id_: str, on: date | None) -> tuple[Holder, ...]:
    found: dict[tuple[str, str], Holder] = {}
    private = frozenset(load("bodies")["private"])
    for office in (o for o in base.offices(id_) if o not in private):
        for person in base.holders(office, id_, on):
            for tenure in person.tenures:
                if tenure.office == office and tenure.of == id_ and tenure.held(on):
                    found.setdefault((office, person.id), Holder(person, tenure))
    rank = {office: place for place, office in enumerate(_FIRST)}
    return tuple(
        sorted(found.values(), key=lambda h: (rank.get(h.tenure.office, len(rank)), h.tenure.office, h.person.name))
    )


def _places(base: Base, id_: str, on: date | None) -> tuple[Place, ...]:
    places = [
        Place(body, m.standing, m.first)
        for body in base.entries("organisation", "forum")
        for m in body.memberships
        if m.member == id_ and m.held(on)
        and body.held(on)
    ]  # fmt: skip
    return tuple(sorted(places, key=lambda p: (p.standing != "member", p.standing, p.of.name)))
