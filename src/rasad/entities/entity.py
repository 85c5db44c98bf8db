"""Entities: what the wordings of one article mean, and where each is worded."""

from __future__ import annotations

from dataclasses import dataclass

from rasad.entities.candidates import Link
from rasad.text.span import Span

#: The kinds of entity, as gold names them.
TYPES = ("state", "person", "organisation", "place", "project", "forum", "media", "document", "region")


@dataclass(frozen=True, slots=True)
class Role:
    """An office as an article gives it: ``title`` in English, ``of`` a party's id or None."""

    title: str
    of: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """A state, person, organisation, … of one article, with every span that words its name.

    ``id`` is an ISO 3166-1 alpha-3 code for states, else prefix and slug (``person:kassym-jomart-tokayev``).
    ``state`` is the state it belongs to or acts for (a ministry's, a person's, a place's), None where unknown.
    ``known`` is False for ids made by transliteration.
    """

    id: str
    type: str
    name: str
    mentions: tuple[Span, ...]
    role: Role | None = None
    state: str | None = None
    known: bool = True


@dataclass(frozen=True, slots=True)
class Reference:
    """One wording that stands for an entity in running text: a name, a role description or a pronoun.

    ``entity`` is the id meant; ``party`` the id that acts in events (the state for its minister, ministry or capital),
    None where nothing acts (a mere place). ``form`` is name, adjective, capital, people, role, pronoun, group, person.
    A wording for several («دو کشور») gives one Reference each, with the same span.
    """

    span: Span
    entity: str
    party: str | None
    form: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A wording that names the wrong party by evident mistake; references already mean the party in ``expected``.

    ``span`` holds the words that refute each other («دوشنبه، پایتخت قزاقستان»); ``found`` and ``expected`` are ids.
    """

    span: Span
    found: str
    expected: str
    why: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the wordings of an article mean: its entities, every reference in reading order, what each link rests on.

    ``links`` hold the wordings that were refused too, with the reason.
    """

    entities: tuple[Entity, ...]
    references: tuple[Reference, ...]
    corrections: tuple[Correction, ...] = ()
    links: tuple[Link, ...] = ()

    def entity(self, id: str) -> Entity | None:
        """Return the entity *id* of this article, if it has one."""
        return next((e for e in self.entities if e.id == id), None)
