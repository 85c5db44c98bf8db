"""Who the text is dealing with: what «دو کشور», «این کشور», «وی» and an office without its state fall back on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from rasad.entities.entity import Reference

_FADE = 0.6
_SELF = frozenset({"group", "pronoun"})


@dataclass(slots=True)
class Salience:
    """References in reading order, and the sentence each stands in."""

    seen: list[tuple[int, Reference]] = field(default_factory=list)
    sentence: int = 0

    def begin(self, sentence: int) -> None:
        """Enter sentence number *sentence*."""
        self.sentence = sentence

    def note(self, reference: Reference) -> None:
        """Remember a reference of the sentence at hand."""
        self.seen.append((self.sentence, reference))

    def _states(self) -> list[tuple[int, Reference]]:
        return [(n, r) for n, r in self.seen if r.party is not None and r.form not in _SELF]

    def last_state(self) -> str | None:
        """The state (or party) named last."""
        return next((r.party for _, r in reversed(self._states()) if r.party and len(r.party) == 3), None)

    def subject_state(self) -> str | None:
        """The party that the sentence at hand opened with, else the last one."""
        for number, reference in self.seen:
            if number == self.sentence and reference.party is not None:
                return reference.party
        person = self.person()
        return person.party if person is not None else self.last_state()

    def pair(self) -> tuple[str, ...]:
        """The two parties most dealt with, recent sentences counting most; fewer where the text has fewer."""
        weights: dict[str, float] = defaultdict(float)
        for number, reference in self._states():
            if reference.party is not None:
                weights[reference.party] += _FADE ** (self.sentence - number)
        best = sorted(weights, key=lambda p: -weights[p])[:2]
        return tuple(best)

    def host(self, other_than: str) -> str | None:
        """The state dealt with beside *other_than*: where its embassy stands."""
        return next((r.party for _, r in reversed(self._states()) if r.party and len(r.party) == 3 and r.party != other_than), None)

    def person(self) -> Reference | None:
        """The person that «وی» means: the first one named in the last sentence that named any."""
        people = [(n, r) for n, r in self.seen if r.entity.startswith("person:")]
        if not people:
            return None
        last = people[-1][0]
        return next(r for n, r in people if n == last)

    def people(self) -> tuple[Reference, ...]:
        """The people of the last sentence that named any, each once."""
        people = [(n, r) for n, r in self.seen if r.entity.startswith("person:") and r.form not in _SELF]
        if not people:
            return ()
        last = people[-1][0]
        return tuple({r.entity: r for n, r in people if n == last}.values())
