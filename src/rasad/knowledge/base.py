"""The knowledge base: every entry of data/, looked up by id, by office and date, by capital, and by its wordings.

«آستانه» is a name of place:astana and, as a capital, of KAZ; «نورسلطان» the same city's name from 2019 to 2022.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any, Protocol

from rasad.knowledge.compiled import (
    stored_capitals,
    stored_facts,
    stored_holders,
    stored_ids,
    stored_named,
    stored_offices,
    unpack,
)
from rasad.knowledge.entry import Entry
from rasad.knowledge.read import type_of
from rasad.spelling.letters import fold_word


class _Facts(Protocol):
    """Who ever held which office of which party, and who is named by a wording."""

    def held(self, office: str, of: str) -> tuple[str, ...]: ...

    def of(self, party: str) -> tuple[str, ...]: ...

    def named(self, folded: str) -> tuple[str, ...]: ...


class _StoredFacts:
    """Facts that are looked up in the compiled file."""

    held = staticmethod(cache(stored_holders))
    of = staticmethod(cache(stored_offices))
    named = staticmethod(stored_named)


@dataclass(frozen=True, slots=True)
class _Made:
    """Facts of the entries that a test has made."""

    by_id: Mapping[str, Entry]
    people: Mapping[tuple[str, str], tuple[str, ...]]

    def held(self, office: str, of: str) -> tuple[str, ...]:
        return self.people.get((office, of), ())

    def of(self, party: str) -> tuple[str, ...]:
        return tuple(sorted(office for office, of in self.people if of == party))

    def named(self, folded: str) -> tuple[str, ...]:
        return tuple(id_ for id_, e in self.by_id.items() if any(fold_word(n.text) == folded for n in e.names))


@dataclass(frozen=True, slots=True)
class Base:
    """All entries, by id. Made by :func:`load_base`; a test makes a small one with :func:`base_of`."""

    by_id: Mapping[str, Entry] = field(repr=False)
    _capitals: Mapping[str, str] = field(repr=False)
    _facts: _Facts = field(repr=False)

    def entries(self, *types: str) -> Iterator[Entry]:
        """Yield the entries of some types, or every entry, in the order of the files."""
        return (self.by_id[id_] for id_ in self.by_id if not types or type_of(id_) in types)

    def named(self, wording: str) -> tuple[Entry, ...]:
        """Return the entries that a wording names, in any language and form, once folded."""
        return tuple(self.by_id[id_] for id_ in self._facts.named(fold_word(wording)))

    def entry(self, id_: str) -> Entry | None:
        """Return the entry with that id, or None."""
        return self.by_id.get(id_)

    def wordings(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield every wording with its language (BCP 47), the id it means and its form; see :class:`Name`.

        The names of a capital or palace are yielded twice: as the place's, and with the form "capital" as its state's.
        An official name is a name like any other («جمهوری قزاقستان»).
        """
        for entry in self.by_id.values():
            for name in entry.names:
                yield name.text, name.language, entry.id, "name" if name.form == "official" else name.form
            state = self._capitals.get(entry.id) or entry.government
            if state is not None:
                for name in entry.names:
                    if name.form == "name":
                        yield name.text, name.language, state, "capital"

    def state_of_capital(self, place: str) -> str | None:
        """Return the state (ISO 3166-1 alpha-3) whose capital the place with that id is today, or None."""
        return self._capitals.get(place)

    def capital(self, state: str, on: date | None = None) -> str | None:
        """Return the place id of a state's capital on day *on* (today's without it), or None."""
        entry = self.by_id.get(state)
        if entry is None:
            return None
        if on is not None:
            for seat in entry.capitals:
                if seat.holds(on):
                    return seat.of
        return entry.capital

    def holders(self, office: str, of: str, on: date | None = None) -> tuple[Entry, ...]:
        """Return the people known to have held an office of a party, on day *on* where it is given."""
        people = tuple(self.by_id[id_] for id_ in self._facts.held(office, of))
        if on is None:
            return people
        return tuple(p for p in people if any(t.office == office and t.of == of and t.holds(on) for t in p.tenures))

    def offices(self, of: str) -> tuple[str, ...]:
        """Return the offices of a party of which holders are known."""
        return self._facts.of(of)

    def members(self, of: str, on: date | None = None, standing: str = "member") -> tuple[str, ...]:
        """Return the ids of the members (or observers, partners) of an organisation, forum, project or region."""
        entry = self.by_id.get(of)
        if entry is None:
            return ()
        places = (m for m in entry.memberships if m.standing == standing)
        return tuple(m.member for m in places if m.held(on))


class _Stored(Mapping[str, Entry]):
    """Entries by id that are read from the compiled file when first asked for."""

    def __init__(self) -> None:
        self._made: dict[str, Entry | None] = {}

    def __getitem__(self, id_: str) -> Entry:
        entry: Entry | None = self.get(id_)
        if entry is None:
            raise KeyError(id_)
        return entry

    def get(self, id_: str, default: Any = None) -> Any:
        """Return the entry with that id, or *default*."""
        if id_ not in self._made:
            facts = stored_facts(id_)
            self._made[id_] = unpack(facts) if facts is not None else None
        return self._made[id_] or default

    def __iter__(self) -> Iterator[str]:
        return iter(stored_ids())

    def __len__(self) -> int:
        return len(stored_ids())


def base_of(entries: Iterable[Entry]) -> Base:
    """Return the base that holds *entries*; of two with one id the first stays."""
    by_id: dict[str, Entry] = {}
    offices: dict[tuple[str, str], list[str]] = {}
    for entry in entries:
        if entry.id in by_id:
            continue
        by_id[entry.id] = entry
        for key in dict.fromkeys((t.office, t.of) for t in entry.tenures):
            offices.setdefault(key, []).append(entry.id)
    capitals = {entry.capital: entry.id for entry in by_id.values() if entry.capital is not None}
    return Base(by_id, capitals, _Made(by_id, {key: tuple(people) for key, people in offices.items()}))


@cache
def load_base() -> Base:
    """Return the knowledge base of the project, read once a process.

    Raises:
        DataError: a malformed file, where it has to be compiled; it names file, line, what was found and expected.
    """
    return Base(_Stored(), stored_capitals(), _StoredFacts())
