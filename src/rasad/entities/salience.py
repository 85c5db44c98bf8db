"""Who the text is dealing with: what «دو کشور», «این کشور», «وی» and an office without its state fall back on."""

from __future__ import annotations

from bisect import insort
from collections import defaultdict
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from rasad.entities.entity import Reference

_FADE = 0.6
#: What a party of the title counts as long as the body has said little.
_TITLE = 0.3
_SELF = frozenset({"group", "pronoun"})
_Noted = tuple[int, int, Reference]


@dataclass(slots=True)
class Salience:
    """References by where they stand, with the number of their sentence; every answer is as of a place in the text."""

    seen: list[_Noted] = field(default_factory=list)
    sentence: int = 0
    title: tuple[str, ...] = ()

    def begin(self, sentence: int) -> None:
        """Enter sentence number *sentence*."""
        self.sentence = sentence

    def note(self, reference: Reference) -> None:
        """Remember a reference of the sentence at hand."""
        insort(self.seen, (reference.span.start, self.sentence, reference), key=lambda noted: noted[0])

    def _before(self, place: int) -> Iterator[_Noted]:
        """What was noted before *place*, last first."""
        return (noted for noted in reversed(self.seen) if noted[0] < place)

    def last_state(self, place: int, *, other_than: str | None = None, but: Set[str] = frozenset()) -> str | None:
        """The state named last before *place*, pronouns aside, that is neither *other_than* nor one of *but*."""
        return next(
            (r.party for _, _, r in self._before(place)
             if r.party and len(r.party) == 3 and r.form not in _SELF and r.party != other_than
             and r.party not in but),
            None,
        )  # fmt: skip

    def last_body(self, place: int) -> Reference | None:
        """The organisation named last before *place*, bodies of states aside."""
        return next(
            (r for _, _, r in self._before(place) if r.entity.startswith("org:") and r.party == r.entity), None
        )

    def subject_state(self, place: int) -> str | None:
        """The party that the sentence at hand opened with, else the person's or state's named last."""
        here = [r for at, number, r in self.seen if number == self.sentence and at < place and r.party is not None]
        if here:
            return here[0].party
        person = self.person(place)
        return person.party if person is not None else self.last_state(place)

    def pair(self, place: int, *, before: bool = False) -> tuple[str, ...]:
        """The two parties most dealt with before *place*: those of the nearest sentence that names just two, if near.

        Else the two that weigh most, recent sentences counting most. *before* the sentence at hand, where its own
        parties do something to the two.
        """
        by_sentence: dict[int, list[str]] = defaultdict(list)
        weights: dict[str, float] = defaultdict(float)
        for titled in self.title:
            weights[titled] += _TITLE
        for _, number, reference in self._before(place):
            party = reference.party
            if before and number == self.sentence:
                continue
            if party is not None and reference.form not in _SELF and len(party) == 3:
                weights[party] += _FADE ** (self.sentence - number)
                if party not in by_sentence[number]:
                    by_sentence[number].append(party)
        for number in (self.sentence, self.sentence - 1):
            two = by_sentence[number]
            if len(two) == 2 and not (len(self.title) == 2 and set(self.title).isdisjoint(two)):
                return tuple(reversed(two))
        if len(self.title) == 2:
            return self.title
        best = sorted(weights, key=lambda p: -weights[p])[:2]
        return tuple(best)

    def company(self, place: int) -> tuple[str, ...]:
        """The parties of the sentence before *place* that named most states, three at least; of the last of such."""
        named: dict[int, dict[str, None]] = defaultdict(dict)
        for at, number, reference in self.seen:
            if at < place and reference.party is not None and reference.form not in _SELF:
                named[number].setdefault(reference.party)
        states = {number: sum(len(p) == 3 for p in parties) for number, parties in named.items()}
        most = max(states, key=lambda number: (states[number], number), default=0)
        return tuple(named[most]) if states.get(most, 0) > 2 else ()

    def sentences(self, place: int) -> Iterator[tuple[Reference, ...]]:
        """What each sentence before *place* names, the last first, pronouns and group words aside."""
        named: dict[int, list[Reference]] = defaultdict(list)
        for at, number, reference in self.seen:
            if at < place and reference.form not in _SELF:
                named[number].append(reference)
        return (tuple(named[number]) for number in sorted(named, reverse=True))

    def person(self, place: int) -> Reference | None:
        """The person that «وی» means: the first one named in the last sentence that named any."""
        people = [(n, r) for at, n, r in self.seen if at < place and r.entity.startswith("person:")]
        if not people:
            return None
        last = people[-1][0]
        return next(r for n, r in people if n == last)

    def people(self, place: int) -> tuple[Reference, ...]:
        """The people of the last sentence that named any, each once."""
        people = [
            (n, r) for at, n, r in self.seen
            if at < place and r.entity.startswith("person:") and r.form not in _SELF
        ]  # fmt: skip
        if not people:
            return ()
        last = people[-1][0]
        return tuple({r.entity: r for n, r in people if n == last}.values())
