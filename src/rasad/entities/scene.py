"""The scene of one article: whom it has named so far, who holds which office there, and whom it deals with."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from rasad.entities.candidates import Link
from rasad.entities.entity import Entity, Reference, Role
from rasad.entities.salience import Salience
from rasad.entities.wordings import Wordings
from rasad.knowledge.base import Base
from rasad.knowledge.entry import Entry
from rasad.lexicons import load
from rasad.text.article import Article
from rasad.text.span import Span

#: Entity types that act in events.
PARTIES = frozenset({"state", "organisation", "forum"})


@dataclass(slots=True)
class Scene:
    """What is known so far in the article being read; ``on`` is its date, ``home`` the state it is written from,
    ``lead`` the state it names first.
    """

    article: Article
    base: Base
    words: Wordings
    on: date | None
    home: str | None
    lead: str | None = None
    entities: dict[str, Entity] = field(default_factory=dict)
    references: list[Reference] = field(default_factory=list)
    salience: Salience = field(default_factory=Salience)
    holders: dict[tuple[str, str], str] = field(default_factory=dict)
    surnames: dict[str, str] = field(default_factory=dict)
    bodies: dict[tuple[str, str], str] = field(default_factory=dict)
    hosts: dict[str, str] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)

    def enter(self, entry: Entry, span: Span) -> None:
        """Note that *span* names *entry*, whose office as of the article's date is taken along."""
        if entry.id not in self.entities:
            state, role = entry.state, None
            if entry.type == "person":
                state = self.party_of(entry)
                tenure = next((t for t in entry.tenures if self.on is None or t.holds(self.on)), None)
                role = Role(tenure.office.replace("-", " "), tenure.of) if tenure else None
                if tenure is not None:
                    self.holders.setdefault((tenure.office, tenure.of), entry.id)
            self.entities[entry.id] = Entity(entry.id, entry.type, entry.name, (), role=role, state=state)
        self.mention(entry.id, span)

    def mention(self, id_: str, span: Span) -> None:
        """Note that *span* words the name of an entity already entered."""
        entity = self.entities[id_]
        if span not in entity.mentions:
            self.entities[id_] = replace(entity, mentions=(*entity.mentions, span))

    def refer(self, reference: Reference, rule: str = "") -> None:
        """Note a wording that stands for an entity, and the rule of lexicons/linking by which it does."""
        self.references.append(reference)
        self.salience.note(reference)
        if rule:
            trust = float(load("linking")["rules"][rule])
            self.links.append(Link(reference.span, reference.entity, rule, trust))

    def near(self, place: int) -> frozenset[str]:
        """The parties worded shortly before *place*: in the sentence at hand and the one before."""
        since = self.salience.sentence - 1
        return frozenset(
            r.party for at, number, r in self.salience.seen[-30:] if r.party and number >= since and at < place
        )

    def acts_for(self, entry: Entry) -> str:
        """Return the party that acts where an organisation does: itself, the whole it is of, or the state it serves."""
        if entry.id in self.words.arms and entry.state is not None:
            return entry.state
        return self.words.parts.get(entry.id, entry.id)

    def party_of(self, person: Entry) -> str | None:
        """Return the party that *person* acts for as of the article's date."""
        tenures = person.tenures
        if self.on is not None:
            on = self.on
            tenures = tuple(t for t in tenures if t.holds(on)) or tuple(t for t in tenures if t.begun(on))
        if tenures:
            of = tenures[-1].of
            entry = self.base.entry(of)
            if entry is None:
                return of
            return self.acts_for(entry) if entry.type in PARTIES else person.state
        return person.state
