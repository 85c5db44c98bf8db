"""Candidates: whom a wording may mean, how much speaks for each, and whether that is enough.

«شریف» near PAK is Shehbaz Sharif in 2024 and Nawaz Sharif in 2016; «وزیر» with nobody near is nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from math import exp
from typing import Any

from rasad.knowledge.base import Base
from rasad.knowledge.entry import Entry
from rasad.lexicons import load
from rasad.text.span import Span


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing that speaks for or against a candidate: its name and weight in lexicons/linking, how far it holds."""

    name: str
    weight: float
    value: float = 1.0

    @property
    def score(self) -> float:
        """What it adds to the candidate's score."""
        return self.weight * self.value


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entry that a wording may mean; ``share`` is its part of the belief, in [0, 1], "nobody" having the rest."""

    id: str
    share: float
    features: tuple[Feature, ...]

    @property
    def score(self) -> float:
        """The sum of what its features add."""
        return sum(f.score for f in self.features)


#: Features of a wording that names its candidate in full.
_NAMING = frozenset({"name", "official", "capital", "adjective", "people", "spelling"})


@dataclass(frozen=True, slots=True)
class Link:
    """What a wording is linked to and why: all candidates, best first, or the rule by which it follows from the text.

    ``id`` is None where nobody is meant with enough certainty; ``why`` then says what was missing. ``rule`` is a key of
    lexicons/linking, or "names" where candidates were weighed; ``share`` how far the link is to be trusted, in [0, 1].
    """

    span: Span
    id: str | None
    rule: str
    share: float
    candidates: tuple[Candidate, ...] = ()
    why: str = ""

    @property
    def short(self) -> bool:
        """Say whether the best candidate is meant by no full name of it: a surname alone."""
        return bool(self.candidates) and not any(f.name in _NAMING for f in self.candidates[0].features)

    @property
    def confident(self) -> bool:
        """Say whether the link is one of those that should be right in 98 of 100 cases."""
        return self.id is not None and self.share >= float(load("linking")["confident"])


@dataclass(frozen=True, slots=True)
class Context:
    """What surrounds a wording: the day, whom the article has named, who stands beside it, the office worded there."""

    on: date | None = None
    named: Set[str] = frozenset()
    near: Set[str] = frozenset()
    introduced: bool = False
    office: str | None = None
    leading: Set[str] = field(default_factory=lambda: frozenset(load("bodies")["leading"]))


@cache
def _weights() -> Mapping[str, float]:
    return {name: float(weight) for name, weight in load("linking")["weights"].items()}


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a wording: as a name of ``entry`` of that form; ``likeness`` is 1.0 where it is spelt so.

    ``dated`` are the days on which that name was in use; ``as_written`` says that its marks stand there too ("عمّان").
    """

    entry: Entry
    form: str
    likeness: float = 1.0
    dated: tuple[date | None, date | None] = (None, None)
    as_written: bool = False


def rank(base: Base, readings: Iterable[Reading], context: Context) -> tuple[Candidate, ...]:
    """Return the candidates of a wording, best first, each id once with its best reading."""
    best: dict[str, tuple[float, tuple[Feature, ...]]] = {}
    for place, reading in enumerate(readings):
        features = tuple(_features(base, reading, context, place))
        score = sum(f.score for f in features)
        if reading.entry.id not in best or score > best[reading.entry.id][0]:
            best[reading.entry.id] = (score, features)
    total = exp(float(load("linking")["nobody"])) + sum(exp(score) for score, _ in best.values())
    ranked = sorted(best.items(), key=lambda item: -item[1][0])
    return tuple(Candidate(id_, exp(score) / total, features) for id_, (score, features) in ranked)


def _features(base: Base, reading: Reading, context: Context, place: int) -> Iterable[Feature]:
    weights, entry = _weights(), reading.entry

    def feature(name: str, value: float = 1.0) -> Feature:
        return Feature(name, weights[name], value)

    if reading.likeness < 1:
        floor = float(load("linking")["alike"])
        yield feature("spelling", (reading.likeness - floor) / (1 - floor))
    elif reading.form != "short":
        yield feature(reading.form)
    if entry.type == "state":
        yield feature("state")
    if reading.as_written:
        yield feature("as-written")
    if entry.id in context.named:
        yield feature("named")
    if not circle_of(entry).isdisjoint(context.near):
        yield feature("near")
    if place:
        yield feature("order", min(place, 20))
    first, last = reading.dated
    on = context.on
    if on is not None:
        if any(day is not None and on < day for day in (first, entry.first)) or (last is not None and on > last):
            yield feature("not-then")
        elif not entry.holds(on):
            yield feature("ended")
    if entry.type == "person":
        yield from _of_person(entry, reading, context)


def _of_person(entry: Entry, reading: Reading, context: Context) -> Iterable[Feature]:
    weights, on = _weights(), context.on
    held = [t for t in entry.tenures if t.held(on)]
    if context.introduced:
        yield Feature("introduced", weights["introduced"])
    if held:
        yield Feature("in-office", weights["in-office"])
    if reading.form == "short" and any(t.office in context.leading for t in held):
        yield Feature("leading", weights["leading"])
    if on is not None and entry.tenures and not any(t.begun(on) for t in entry.tenures):
        yield Feature("not-yet", weights["not-yet"])
    if context.office is not None and entry.tenures:
        if any(t.office == context.office for t in held):
            yield Feature("office", weights["office"])
        elif not any(t.office == context.office for t in entry.tenures):
            yield Feature("other-office", weights["other-office"])


def circle_of(entry: Entry) -> frozenset[str]:
    """Who, named beside a wording, speaks for the entry: itself, its state, and those in whose offices it has been."""
    circle = {entry.id, *(t.of for t in entry.tenures)}
    if entry.state is not None:
        circle.add(entry.state)
    if entry.parent is not None:
        circle.add(entry.parent)
    return frozenset(circle)


def settle(span: Span, candidates: tuple[Candidate, ...]) -> Link:
    """Return the link of a wording whose candidates are ranked: the best one if its share is enough, else nobody."""
    if not candidates:
        return Link(span, None, "names", 0.0, (), "nothing in the knowledge base is spelt like it")
    values: Mapping[str, Any] = load("linking")
    best = candidates[0]
    if best.share >= float(values["taken"]):
        return Link(span, best.id, "names", best.share, candidates)
    rivals = [c.id for c in candidates[:3] if c.score >= best.score - 1 and c.score > float(values["nobody"])]
    if len(rivals) > 1:
        why = f"it may mean {', '.join(rivals[:-1])} or {rivals[-1]} alike, and nothing beside it decides"
    else:
        why = f"it would mean {best.id} only after a fuller name, an office or a title"
    return Link(span, None, "names", best.share, candidates, why)
