"""An entry of the knowledge base: a state, organisation, person, place, … with its names and the dates of its facts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class _Dated:
    """Something that holds from a first day to a last one, both included; an end that is None is open or unknown."""

    __slots__ = ()
    first: date | None
    last: date | None

    def holds(self, on: date) -> bool:
        """Say whether it held on day *on*."""
        return (self.first is None or self.first <= on) and (self.last is None or on <= self.last)

    def held(self, on: date | None) -> bool:
        """Say whether it held on day *on*, or holds still where that is None."""
        return self.last is None if on is None else self.holds(on)


@dataclass(frozen=True, slots=True)
class Name:
    """One wording of an entry. ``language`` is a BCP 47 tag.

    ``form`` is name, official (a state's long name, «جمهوری قزاقستان»), adjective, people (what one of its people is
    called), short or capital. "short" is a wording that means the entry only once a longer one has introduced it
    (توکایف, «سازمان»); "capital" a city or palace that means its government (آستانه, «کرملین»). ``first`` and ``last``
    bound the days on which the name was in use (نورسلطان); open ends are None.
    """

    text: str
    language: str
    form: str = "name"
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Tenure(_Dated):
    """An office held: ``office`` is a key of lexicons/roles, ``of`` a party's id; open ends are None.

    ``mark`` says why another may hold it on the same day: acting, joint, rival, exile; "" where nobody else does.
    """

    office: str
    of: str
    first: date | None = None
    last: date | None = None
    mark: str = ""


    def begun(self, on: date) -> bool:
        """Say whether the office was taken by day *on*."""
        return self.first is None or self.first <= on


@dataclass(frozen=True, slots=True)
class Membership(_Dated):
    """A state's place in an organisation or forum; ``standing`` is member, observer or partner."""

    member: str
    standing: str = "member"
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Codes:
    """A state's codes: ISO 3166-1 alpha-2 and numeric, Correlates of War country code; None where it has none."""

    iso2: str | None = None
    numeric: str | None = None
    cow: str | None = None


@dataclass(frozen=True, slots=True)
class Entry(_Dated):
    """``type`` is one of state, person, organisation, place, project, forum, media, document, region.

    ``state`` is the state that a place, person, ministry, company or outlet belongs to; ``capital`` a state's capital
    (a place id), ``capitals`` former ones too, with dates (``office`` is "capital", ``of`` the place); ``government``
    the state whose government a palace stands for («کرملین»); ``tenures`` a person's offices; ``memberships`` an
    organisation's or forum's members, a project's parties, a region's states; ``coordinates`` a place's latitude and
    longitude in degrees, ``population`` its last known number of inhabitants. ``kind`` says what an organisation,
    forum, project or place is in one word (bank, railway, river), ``parent`` what it is a part of, ``seat`` the place
    where it sits; ``first`` and ``last`` are its first and last day, None where it goes on or nobody knows.
    ``codes`` and ``neighbours`` (ids of states with a land border) are those of states.
    """

    id: str
    type: str
    name: str
    names: tuple[Name, ...]
    state: str | None = None
    capital: str | None = None
    government: str | None = None
    tenures: tuple[Tenure, ...] = ()
    memberships: tuple[Membership, ...] = ()
    capitals: tuple[Tenure, ...] = ()
    coordinates: tuple[float, float] | None = None
    population: int | None = None
    wikidata: str | None = None
    kind: str | None = None
    parent: str | None = None
    seat: str | None = None
    first: date | None = None
    last: date | None = None
    codes: Codes | None = None
    neighbours: tuple[str, ...] = ()

