"""An entry of the knowledge base: a state, organisation, person, place, … with its names and the dates of its facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Name:
    """One wording of an entry. ``language`` is a BCP 47 tag; ``form`` is name, adjective, capital, people or short.

    "short" is a wording that means the entry only once a longer one has introduced it (توکایف, «سازمان»).
    """

    text: str
    language: str
    form: str = "name"


@dataclass(frozen=True, slots=True)
class Tenure:
    """An office held: ``office`` is a key of lexicons/roles, ``of`` a party's id; open ends are None."""

    office: str
    of: str
    first: date | None = None
    last: date | None = None

    def holds(self, on: date) -> bool:
        """Say whether the office was held on day *on*."""
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)


@dataclass(frozen=True, slots=True)
class Membership:
    """A state's place in an organisation or forum; ``standing`` is member, observer or partner."""

    member: str
    standing: str = "member"
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """``type`` is one of state, person, organisation, place, project, forum, media, document, region.

    ``state`` is the state that a place, person, ministry or company belongs to; ``capital`` a state's capital (a place id);
    ``tenures`` a person's offices; ``memberships`` an organisation's or forum's members, a project's parties.
    """

    id: str
    type: str
    name: str
    names: tuple[Name, ...]
    state: str | None = None
    capital: str | None = None
    tenures: tuple[Tenure, ...] = ()
    memberships: tuple[Membership, ...] = ()
