"""Whose a figure is: both who trade, the project that costs, those who lost people, else the parties of its clause."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import replace

from rasad.clauses.arguments import Argument
from rasad.figures.place import Place, Scene, party_of
from rasad.figures.words import ends_with, kind_of, stands, state_of_money
from rasad.knowledge.base import load_base

#: How many words after a counted noun its nationality may stand.
_NATIONALITY = 3
_C5 = "forum:c5"
#: How many sentences back a list of states still is fresh.
_LISTED = 3
#: What only sets a scene or tells of a source.
_ASIDE = frozenset({"other", "about"})
#: Roles of what was struck, and of those who are demonstrated against or given to.
_STRUCK = frozenset({"on", "object", "to", "against"})
#: Roles of those whom a number is allotted to.
_GIVEN = frozenset({"to", "for", "with"})
#: Units whose number tells the size of a body.
_PEOPLE = frozenset({"people", "money"})
_SIZES = frozenset({"states", "members"})
#: So many states that one wording means are the members of a body.
_BODY = 3
#: Those who protest do so at home; migrants are of another state than the one that deals with them.
_PROTESTING = frozenset({"activists"})
_ABROAD = frozenset({"migrants"})
#: How long the id of a state is.
_STATE = 3


#: The words [first, last) of a sentence that count the members of a body, and that body.
Counted = tuple[int, int, str]


def owners_of(
    place: Place,
    scene: Scene,
    language: str,
    previous: tuple[str, ...] = (),
    counted: Sequence[Counted] = (),
    numbers: Sequence[int] = (),
) -> tuple[str, ...]:
    """Return the ids of the parties or project that the figure is about; none for a price that is nobody's.

    Args:
        previous: whose the figure before in the same sentence is, where it measures the same; else empty.
        counted: what has been counted in the same sentence that stands for a body («پنج عضو اتحادیه»).
        numbers: the first words of the clause's numbers of the same unit, this one among them.
    """
    found = _Owners(place, scene, language, previous, counted, numbers).found()
    return _together(found, {p for back in range(_LISTED + 1) for p in scene.states_named(place.number - back)})


def _together(parties: Sequence[str], listed: Set[str]) -> tuple[str, ...]:
    """The five states of Central Asia, where all are meant, are one party, and none of them is named beside it.

    Where a text has just listed most of them, they are meant one by one.
    """
    five = load_base().members(_C5)
    if _C5 in parties and len(listed & set(five)) > len(five) // 2:
        return tuple(dict.fromkeys((*five, *(p for p in parties if p != _C5))))
    if _C5 in parties or (five and set(five) <= set(parties) and not set(five) <= listed):
        return (_C5, *dict.fromkeys(p for p in parties if p not in five and p != _C5))
    return tuple(dict.fromkeys(parties))


class _Owners:
    def __init__(
        self,
        place: Place,
        scene: Scene,
        language: str,
        previous: tuple[str, ...],
        counted: Sequence[Counted],
        numbers: Sequence[int] = (),
    ) -> None:
        self.place, self.scene, self.language, self.previous = place, scene, language, previous
        self.keys = place.keys
        self.counted = counted
        self.numbers = numbers or (place.first,)
        self.arguments = {c.first: self._bodied(c.arguments) for c in place.sentence}
        inside = [a for a in self.arguments[place.clause.first] if not self._is_counted(a)]
        self.sources = [a for a in inside if self._is_source(a)]
        own = [a for a in inside if a not in self.sources and self._party(a)]
        self.here = [a for a in own if a.role not in _ASIDE or self._is_beside(a)] or own

    def found(self) -> tuple[str, ...]:
        """Whose it is, by what it measures."""
        of = self.place.measure.of
        people = kind_of(self.place.quantity.unit) == "people"
        if people and self._is_worldwide():
            return ()
        if self.place.quantity.unit in _SIZES and (bodies := self._bodies()):
            return bodies
        if of == "project":
            project = self._project()
            if project is not None:
                return (project,)
            of = "both" if len(self._parties(self.here)) > 1 else "own"
        if of == "victims":
            return self._victims()
        if of == "home" or (of == "own" and self.place.quantity.noun in _PROTESTING):
            return self._home()
        if of == "dealt" and self.place.quantity.noun in _ABROAD:
            of = "both"
        if of == "place":
            return self._where() or self._own()
        if of == "money" or kind_of(self.place.quantity.unit) == "rate":
            return self._money()
        if of == "own" and not self.place.measure.name:
            if people and (subjects := self._counted_subject()):
                return subjects
            if (state := state_of_money(self.place.quantity.unit)) is not None:
                named = self._parties(self.here)
                return named if state in named else (state,)
        if of in {"both", "dealt"}:
            found = self._both(alone=of == "dealt")
            return self._mostly(found) if people else self._allotted(found)
        return self._allotted(self._own())

    # ------------------------------------------------------------ what stands in the clause

    def _bodied(self, arguments: Sequence[Argument]) -> list[Argument]:
        """The arguments, a body in place of its members where they are only counted or named as members."""
        found: list[Argument] = []
        for argument in arguments:
            body = next((b for first, last, b in self.counted if argument.first < last and argument.last > first), None)
            if body is None and argument.form == "group":
                same = {a.party for a in arguments if (a.first, a.last) == (argument.first, argument.last) and a.party}
                body = self._body_of(same)
            if body is not None and argument.form in {"role", "group", "pronoun"}:
                argument = replace(argument, party=body, entity=body)
            found.append(argument)
        return found

    def _body_of(self, members: Set[str]) -> str | None:
        if len(members) < _BODY:
            return None
        bodies = [b for b in self.scene.bodies if b.startswith("org:") and members <= set(load_base().members(b))]
        return bodies[0] if bodies else None

    def _is_counted(self, argument: Argument) -> bool:
        """Whether a wording is the counted noun itself («سه کشور», "جندي"), not somebody's name."""
        place = self.place
        inside = argument.first < place.last and argument.last > place.first
        return inside and argument.form in {"role", "group", "pronoun"}

    def _is_source(self, argument: Argument) -> bool:
        if argument.role != "other" or argument.phrase < 0:
            return False
        before = self.keys[max(0, argument.phrase - 4) : argument.phrase + 1]
        return any(ends_with(before[: len(before) - cut], "sources", self.language) for cut in (0, 1))

    def _is_beside(self, argument: Argument) -> bool:
        return 0 <= argument.first - self.place.last <= 1

    def _party(self, argument: Argument) -> str:
        if party := party_of(argument):
            return party
        return (
            self.scene.states.get(argument.entity, "") if argument.form == "name" and argument.role != "other" else ""
        )

    def _parties(self, arguments: Sequence[Argument]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(p for a in arguments if (p := self._party(a))))

    def _told(self) -> list[Argument]:
        """The arguments of the sentence up to the end of this clause."""
        return [
            a for first, arguments in self.arguments.items() if first <= self.place.clause.first
            for a in arguments if not self._is_counted(a) and not self._is_source(a)
        ]  # fmt: skip

    # ------------------------------------------------------------ strategies

    def _bodies(self) -> tuple[str, ...]:
        """The body whose members are counted («پنج عضو اتحادیه»)."""
        named = [p for p in self._parties(self.here) if len(p) != 3]
        if named:
            return (named[0],)
        if self.place.quantity.unit != "members":
            return ()
        known = [p for p in (*self.scene.named(self.place.number), *self.scene.title) if p in self.scene.bodies]
        return tuple((*known, *self.scene.bodies)[:1])

    def _own(self) -> tuple[str, ...]:
        between = self._parties([a for a in self.here if a.role == "between"])
        if len(between) == 2:
            return between
        return self._stateless() or self._acting() or self.previous or self._around()

    def _acting(self) -> tuple[str, ...]:
        """The parties of the clause, without a state whose capital or place is only where its own body acts."""
        scenes = {a.party for a in self.here if a.role in {"in", "other"} and a.form in {"capital", "name"}}
        acting = self._parties([a for a in self.here if a.role not in {"in", "other"}])
        homes = {self.scene.states[p] for p in acting if p in self.scene.states}
        return tuple(p for p in self._parties(self.here) if p not in homes & scenes - set(acting))

    def _counted_subject(self) -> tuple[str, ...]:
        """Whose people act («صدها راننده ترک جاده را بسته اند»), who are their own state's, wherever they are."""
        place = self.place
        if place.clause.verb is None or stands(
            place.keys[place.last : place.clause.last], "object_mark", self.language
        ):
            return ()
        nationality = self._nationality()
        mine = [a for a in self.here if a.role == "subject" and a.first >= place.first and a.party == nationality]
        return (nationality,) if nationality is not None and mine else ()

    def _is_worldwide(self) -> bool:
        keys = self.keys[self.place.clause.first : self.place.clause.last]
        return not self._parties(self.here) and stands(keys, "worldwide", self.language)

    def _stateless(self) -> tuple[str, ...]:
        """A place that is no one state's, such as a sea («عمق دریای خزر»)."""
        if self._parties(self.here) or self.previous or kind_of(self.place.quantity.unit) in _PEOPLE:
            return ()
        places = [a.entity for a in self.place.clause.arguments if a.entity.startswith("place:") and not self._party(a)]
        return tuple(p for p in places[:1] if p not in self.scene.states)

    def _project(self) -> str | None:
        told = [a for a in self._told() if a.entity.startswith("project:")]
        if told:
            return min(told, key=lambda a: abs(a.first - self.place.first)).entity
        if self._parties(self.here) or self.place.measure.name == "length":
            return None
        return self.scene.project(self.place.number)

    def _around(self) -> tuple[str, ...]:
        """The parties of the clauses before, the source, those of the sentences before, or of the title."""
        before = [c for c in self.place.sentence if c.first < self.place.clause.first]
        for clause in reversed(before):
            if found := self._parties([a for a in self.arguments[clause.first] if not self._is_source(a)]):
                return found
        if found := self._parties(self.sources):
            return found
        for back in (1, 2):
            if found := self.scene.named(self.place.number - back):
                return found[:1] if self._is_ones() else found
        if len(self.scene.title) > 1 and self.scene.focus[:1] and self.scene.focus[0] in self.scene.title:
            return self.scene.focus[:1]
        return self.scene.title or self.scene.focus[:1]

    def _is_ones(self) -> bool:
        """Whether a number is of one party only where its clause names none: what a thing costs, a share."""
        measure = self.place.measure
        if measure.of == "own":
            return kind_of(self.place.quantity.unit) in {"share", "people"}
        return measure.name == "cost"

    def _nationality(self) -> str | None:
        """Whose people are counted: «پنج شهروند چین», «چهار دیپلمات ایرانی», "58 جنديا باكستانيا"."""
        place = self.place
        for argument in self.here:
            if not argument.party or argument.form not in {"adjective", "people", "name"}:
                continue
            limit = _NATIONALITY if argument.form in {"adjective", "people"} else 0
            if place.first <= argument.first < place.last or 0 <= argument.first - place.last <= limit:
                return argument.party
        return None

    def _state(self, party: str) -> str:
        return self.scene.states.get(party, party) if party.startswith("org:") and party != "org:taliban" else party

    def _victims(self) -> tuple[str, ...]:
        """Whose people or things were struck: their nationality, else where it happened, and whose the place is."""
        nationality = self._nationality()
        if nationality is not None:
            return (self._state(nationality),)
        if self.previous:
            return self.previous
        told = self._told()
        if aboard := [a for a in told if a.form in {"adjective", "name"} and self._is_craft(a)]:
            return self._parties(aboard[-1:])
        places = [s for a in told if (s := self.scene.states.get(a.entity)) and a.entity.startswith("place:")]
        struck = [a.party for a in told if a.role in _STRUCK and a.party]
        if places:
            return tuple(dict.fromkeys((places[-1], *(p for p in struck[:1] if len(p) == _STATE))))
        owner = self._parties([a for a in self.here if a.role != "by" and a.first > self.place.first])
        found = struck[:1] or owner[:1] or self._parties([a for a in told if a.role != "by"])[-1:] or self._around()[:1]
        return tuple(self._state(p) for p in found)

    def _is_craft(self, argument: Argument) -> bool:
        """Whether a party qualifies an aircraft, a ship, a bus: those aboard are its people."""
        start = max(0, argument.first - _NATIONALITY)
        return bool(argument.party) and stands(self.keys[start : argument.first], "craft", self.language)

    def _where(self) -> tuple[str, ...]:
        """The state of the place named last before the number."""
        told = [a for a in self._told() if a.first < self.place.first]
        states = [s for a in told if (s := a.party or self.scene.states.get(a.entity, ""))]
        return tuple(states[-1:])

    def _home(self) -> tuple[str, ...]:
        """Whose citizens are counted: their nationality, else the state where they are."""
        nationality = self._nationality()
        if nationality is not None:
            return (nationality,)
        told = [self.scene.states.get(a.entity) for a in self._told() if a.entity.startswith("place:")]
        places = [state for state in told if state is not None]
        return (
            tuple(places[:1]) or self._parties([a for a in self.here if a.role != "against"])[:1] or self._around()[:1]
        )

    def _money(self) -> tuple[str, ...]:
        """Prices are of those whom their clause names, else of the state whose money it is."""
        state = state_of_money(self.place.quantity.unit)
        if state is not None and kind_of(self.place.quantity.unit) == "rate":
            priced = state_of_money(self.place.quantity.unit.split(" ")[-1])
            return (state,) if priced is None else (state, priced)
        return self._parties(self.here) or ((state,) if state is not None else ())

    def _dealing(self) -> tuple[str, ...]:
        """Who did it and to whom, where a clause before told it («… قرقیزها را زد و ده‌ها نفر را بازداشت کرد»)."""
        before = [a for a in self._told() if a.first < self.place.clause.first and not a.entity.startswith("place:")]
        return self._parties([a for a in before if a.role in {"subject", "object", "by"}])

    def _giver(self, found: Sequence[str]) -> str | None:
        """Who gives, told in a clause before, where this one names only to whom («بانک گفت که به ازبکستان … می‌دهد»)."""
        if not found or not all(a.role in {"to", "for"} for a in self.here):
            return None
        before = [a for a in self._told() if a.first < self.place.clause.first]
        subjects = self._parties([a for a in before if a.role == "subject" and not a.entity.startswith("place:")])
        return subjects[-1] if subjects and subjects[-1] not in found else None

    def _mostly(self, found: tuple[str, ...]) -> tuple[str, ...]:
        """Who the counted are by a clause after («… مهاجر را راند که بیشترشان تاجیک بودند»), else *found*."""
        after = [c for c in self.place.sentence if c.first == self.place.clause.last]
        if not after or not stands(after[0].keys[:_NATIONALITY], "mostly", self.language):
            return found
        peoples = self._parties([a for a in self.arguments[after[0].first] if a.form in {"adjective", "people"}])
        acting = self._parties([a for a in self.here if a.role in {"subject", "by"}])
        return tuple(dict.fromkeys((*acting, *peoples))) if peoples else found

    def _allotted(self, found: tuple[str, ...]) -> tuple[str, ...]:
        """*found* without those to whom other numbers of the clause go («۲۴ درصد را به چین و ۱۸ درصد را به فرانسه»)."""
        given = [a for a in self.here if a.role in _GIVEN and a.first >= self.place.last]
        theirs = [a for a in self.here if a.role in _GIVEN]
        others = [n for n in self.numbers if n != self.place.first]
        if not given or not others or len({a.phrase for a in theirs}) < len(others) + 1:
            return found
        later = [n for n in others if n > self.place.first]
        mine = [a for a in given if not later or a.first < later[0]]
        drop = set(self._parties(theirs)) - set(self._parties(mine))
        return tuple(p for p in found if p not in drop) if mine else found

    def _both(self, *, alone: bool) -> tuple[str, ...]:
        """Who deal with each other: the parties of the clause, one completed by whom it deals with."""
        found = self._parties(self.here)
        if not alone and (giver := self._giver(found)):
            return (giver, *found)
        if len(found) > 2:
            between = self._parties([a for a in self.here if a.role == "between"])
            return between if len(between) == 2 else found
        if len(found) == 2 or (found and alone):
            return found
        if alone:
            return self._dealing() or self._around()
        if self.previous and set(found) <= set(self.previous):
            return self.previous
        sentence = self._parties([a for each in self.arguments.values() for a in each if not self._is_source(a)])
        if len(sentence) == 2 and set(found) <= set(sentence):
            return sentence
        return self.scene.pair(self.place.number, found, self._parties(self.sources)) or found or self._around()
