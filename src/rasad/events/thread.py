"""The thread of a telling: whom, when and where it is at, carried from clause to clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rasad.events.event import Event, Period

_TWO = 2
#: How many sentences a pair of parties stays the one that is dealt with.
_STAYS = 3
#: How many days an occasion may last, or be dated within.
_OCCASION = 62
#: Movements that govern a state.
_GOVERN = {"org:taliban": "AFG"}
#: Types of events that are said, and so may be aimed at parties that are not there.
_SAID = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT"})


def _is_near(when: Period) -> bool:
    """Whether days are few enough to be one occasion's."""
    return (when.last - when.first).days <= _OCCASION


@dataclass(slots=True)
class Thread:
    """What a telling carries on.

    ``subject`` and ``people``: who acted last in a main clause; ``place``: where the telling is at; ``occasion``: the
    parties and date of the meeting or visit told of last; ``title``: the parties that the title names; ``focus``: the
    states that the article is most about, first to last; ``voice``: the party of who speaks where the text says "we";
    ``elsewhere``: whether the telling has left the occasion; ``company``: those who met at the summit told of;
    ``summit``: all of them, where a first reading has found them; ``joined``: all of them, where some were told only
    later; ``spoke``: who spoke last on a day that is told, in which paragraph, and that day; ``named``, ``earlier``:
    the states of this sentence and the last.
    """

    title: tuple[str, ...] = ()
    focus: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    occasion: tuple[frozenset[str], Period] | None = None
    place: str | None = None
    voice: str | None = None
    sentence: int = -1
    named: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    summit: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    spoke: tuple[tuple[str, ...], tuple[str, ...], int, Period] | None = None
    line: int = -1
    elsewhere: bool = False
    pairs: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)

    def enter(self, sentence: int, line: int, named: Sequence[str], item: Sequence[str] | None = None) -> None:
        """Begin sentence number *sentence*, which names the states *named*; a new line goes back to the occasion.

        An *item* of a ticker, given by the states that it is about, has nothing to do with the one before it.
        """
        self.sentence = sentence
        self.earlier, self.named = self.named, tuple(named)
        if line != self.line:
            self.line, self.elsewhere = line, False
            if item is not None:
                self.focus, self.title = tuple(item), ()
                self.subject, self.people, self.place, self.occasion = (), (), None, None
                self.pairs, self.earlier, self.company = [], (), ()

    def dated(self, when: Period) -> None:
        """Note that the telling has gone to *when*: other times than the occasion's leave it until the next line."""
        if self.occasion is None:
            return
        days = self.occasion[1]
        if when.first > days.last or when.last < days.first:
            self.elsewhere = True

    def acted(self, parties: Sequence[str], people: Sequence[str]) -> None:
        """Remember who the subject of a main clause was."""
        self.subject, self.people = tuple(parties), tuple(people)
        if people and len(parties) == 1:
            self.voice = parties[0]

    def told(self, event: Event) -> None:
        """Remember the parties of an event between several."""
        parties = tuple(dict.fromkeys(self._government(p) for p in (*event.actors, *event.recipients)))
        if event.type == "CONSULT" and event.date is not None and event.status == "happened" and _is_near(event.date):
            self.occasion, self.elsewhere = self._occasion_of(frozenset(parties), event.date), False
        if event.type == "CONSULT" and len(parties) > 2:
            met = bool(set(parties) & set(self.company))
            company = tuple(dict.fromkeys((*self.company, *parties))) if met else parties
            self.company = self.summit if set(company) < set(self.summit) else company
        if len(parties) > 1:
            self.pairs.append((self.sentence, parties))

    def join(self, parties: Sequence[str]) -> tuple[str, ...]:
        """Let *parties* be of those who met at the summit told of; return all of them."""
        if not set(parties) <= set(self.company):
            self.company = self.joined = tuple(dict.fromkeys((*self.company, *parties)))
        return self.company

    def _occasion_of(self, parties: frozenset[str], when: Period) -> tuple[frozenset[str], Period]:
        """The occasion that talks belong to: those told of before, where some of its parties met on its days."""
        if self.occasion is not None:
            before, days = self.occasion
            if parties & before and (days.first, days.last) == (when.first, when.last):
                return parties | before, days
        return parties, when

    def _government(self, party: str) -> str:
        """A movement that governs stands for its state where the article is about that state."""
        state = _GOVERN.get(party)
        return state if state is not None and state in self.focus else party

    def date_of(self, type_: str, actors: Sequence[str], recipients: Sequence[str]) -> Period | None:
        """The date of the occasion told of, for what parties of it say or do there without a date of its own."""
        if self.occasion is None or self.elsewhere or not actors or set(actors) == set(recipients):
            return None
        parties = self.occasion[0]
        if not set(actors) <= parties or (type_ not in _SAID and not set(recipients) <= parties):
            return None
        return self.occasion[1]

    def said_on(self, type_: str, actors: Sequence[str], people: Sequence[str]) -> Period | None:
        """The day on which the same speaker spoke in this paragraph, for what is said there without a date."""
        if self.spoke is None or type_ not in _SAID or self.elsewhere:
            return None
        speaker, person, line, day = self.spoke
        same = tuple(actors) == speaker and (not people or tuple(people) == person)
        return day if line == self.line and same else None

    def together(self, actors: Sequence[str] = ()) -> tuple[str, ...]:
        """The parties dealt with together last, *actors* among them; empty where that lies too far back."""
        for sentence, parties in reversed(self.pairs):
            if self.sentence - sentence > _STAYS:
                break
            if set(actors) <= set(parties):
                return parties
        if len(self.title) == 2 and set(actors) <= set(self.title):
            return self.title
        return ()

    def counterpart(self, actors: Sequence[str]) -> tuple[str, ...]:
        """Whom *actors* deal with where the clause does not say.

        The other of two dealt with together last, the one other state that the sentence or the one before names, the
        other of the title, those met with at the summit told of, else whom the article is about: both of the title,
        where it is about those two and somebody else acts.
        """
        acting = set(actors)
        near = [p for sentence, p in reversed(self.pairs) if self.sentence - sentence <= _STAYS]
        for parties in near:
            if len(parties) == 2 and acting <= set(parties):
                return tuple(p for p in parties if p not in acting)
        outside = len(self.title) == _TWO and set(self.title) == set(self.focus) and acting.isdisjoint(self.title)
        for named in (self.named, () if outside else self.earlier):
            others = tuple(p for p in named if p not in acting)
            if len(others) == 1:
                return others
        if len(self.title) == 2 and acting <= set(self.title):
            return tuple(p for p in self.title if p not in acting)
        if acting <= set(self.company) and not self.elsewhere:
            return tuple(p for p in self.company if p not in acting)
        return self.title if outside else tuple(p for p in self.focus if p not in acting)[:1]
