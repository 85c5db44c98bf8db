"""Scores: what a system marks in the gold's articles against what the gold marks, as precision, recall and F1."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from rasad.evaluation.gold import EventMark, Extent, FigureMark, Gold, Mark, Marks

Item = TypeVar("Item")
FIGURES = (
    "language", "published", "title", "furniture", "surfaces", "links", "people", "events found", "events",
    "events directed", "events full", "event dates", "event status", "figures", "figures full", "statements", "risks",
    "responses", "checks",
)  # fmt: skip
#: What each figure counts, in full.
WORDINGS = {
    "furniture": "body kept, furniture dropped (characters)", "surfaces": "entity surfaces",
    "links": "entity links (states, organisations, forums)", "people": "entity links (people)",
    "events found": "event found (type, sentence)", "events": "event type+parties",
    "events directed": "event type+parties+direction",
    "events full": "event full record (type, parties, direction, date, status)",
    "event dates": "event dates, where either has one", "event status": "event status, where found",
    "figures": "figures (value, unit)", "figures full": "figures full (value, unit, of, period, status)",
    "statements": "statements (speaker, words)", "risks": "risks (category, sentence)",
    "responses": "responses (sentence)", "checks": "checks (kind, sentence)",
}  # fmt: skip
_PARTIES = frozenset({"state", "organisation", "forum"})
_STOP = re.compile(r"[!?\u061f\n]+|\.(?![0-9A-Za-z])")
_CLOSERS = "»”\"')] \u00a0"


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were right, how many the gold has, and how many the system gave."""

    right: int = 0
    gold: int = 0
    system: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.gold + other.gold, self.system + other.system)

    @property
    def precision(self) -> float:
        """The share of the system's that is right; 0 where it gave none."""
        return self.right / self.system if self.system else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold's that was found; 0 where there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Report:
    """Figures over a set of articles.

    ``figures`` holds one tally a name: language, published, title, furniture (characters), surfaces, links (states,
    organisations and forums), people, events found (type in its sentence), events (type and parties), events directed,
    events full (with date and status), event dates and event status (of those found), figures (value and unit), figures
    full (with parties, period and status), statements, risks, responses, checks. ``types`` holds one a PLOVER type, and
    ``false_checks`` the checks an article that the gold does not have.
    """

    articles: int
    answered: int
    figures: Mapping[str, Tally]
    types: Mapping[str, Tally]
    false_checks: float

    def rows(self) -> list[dict[str, Any]]:
        """Return one row a figure: figure (in full), name, precision, recall, f1 (to 3 places), right, gold, system."""
        named = [(WORDINGS.get(name, name), name, tally) for name, tally in self.figures.items()]
        named += [(name, f"type {name}", tally) for name, tally in self.types.items()]
        return [
            {
                "figure": figure, "name": name, "precision": round(tally.precision, 3),
                "recall": round(tally.recall, 3),
                "f1": round(tally.f1, 3), "right": tally.right, "gold": tally.gold, "system": tally.system,
            }
            for figure, name, tally in named
        ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Missed:
    """One event that only the gold has (``extra`` False) or only the system (True), with its quote."""

    article: str
    extra: bool
    event: EventMark
    quote: str


@dataclass(slots=True)
class _Sheet:
    """The tallies of one evaluation while it goes on."""

    figures: dict[str, Tally] = field(default_factory=lambda: dict.fromkeys(FIGURES, Tally()))
    types: dict[str, Tally] = field(default_factory=dict)
    false_checks: int = 0

    def add(self, name: str, right: int, gold: int, system: int) -> None:
        self.figures[name] += Tally(right, gold, system)


def score(golds: Sequence[Gold], systems: Mapping[str, Marks]) -> Report:
    """Compare *systems*, marks by the gold article's name, with *golds*; an article without marks was not answered.

    Method:
        Items are matched one to one, greedily, the best pair first. Events match in type and sentence, figures in value
        (to half a percent) and unit, statements in speaker and most of their words, risks and checks in label and
        sentence, responses in sentence.
    """
    sheet = _Sheet()
    for gold in golds:
        _face(sheet, gold, systems.get(gold.name))
        system = systems.get(gold.name) or _NOTHING
        _entities(sheet, gold.marks, system)
        _events(sheet, gold, system)
        _figures(sheet, gold.marks, system)
        _quotes(sheet, gold, system)
    types = {name: tally for name, tally in sorted(sheet.types.items()) if tally.gold or tally.system}
    answered = sum(gold.name in systems for gold in golds)
    return Report(len(golds), answered, sheet.figures, types, sheet.false_checks / max(1, len(golds)))


def missed_events(golds: Sequence[Gold], systems: Mapping[str, Marks]) -> list[Missed]:
    """Return the events whose type and parties only one side has, in the order of the articles."""
    missed = []
    for gold in golds:
        system = systems.get(gold.name) or _NOTHING
        same = [(g, s) for g, s in matched_events(gold, system) if g.parties == s.parties]
        for extra, events, found in (
            (False, gold.marks.events, {id(g) for g, _ in same}),
            (True, system.events, {id(s) for _, s in same}),
        ):
            missed += [
                Missed(gold.name, extra, event, gold.text[slice(*event.extent)] if event.extent else "")
                for event in events
                if id(event) not in found
            ]
    return missed


def pairs(
    gold: Sequence[Item], system: Sequence[Item], fits: Callable[[Item, Item], float]
) -> list[tuple[Item, Item]]:
    """Match items one to one, the best fit first; *fits* gives 0 where two do not match."""
    scored = sorted(
        ((fits(g, s), i, j) for i, g in enumerate(gold) for j, s in enumerate(system)),
        key=lambda fit: -fit[0],
    )
    taken_gold: set[int] = set()
    taken_system: set[int] = set()
    matched = []
    for fit, i, j in scored:
        if fit > 0 and i not in taken_gold and j not in taken_system:
            taken_gold.add(i)
            taken_system.add(j)
            matched.append((gold[i], system[j]))
    return matched


def sentence(text: str, where: Extent) -> Extent:
    """Return the stretch between full stops and line ends that *where* touches: the sentences it stands in."""
    if where is None:
        return None
    start, end = where
    left = max((stop.end() for stop in _STOP.finditer(text, 0, start)), default=0)
    while end > start + 1 and text[end - 1] in _CLOSERS:
        end -= 1
    right = _STOP.search(text, max(end - 1, start))
    return left, right.start() if right else len(text)


def _face(sheet: _Sheet, gold: Gold, answer: Marks | None) -> None:
    marks, system = gold.marks, answer or _NOTHING
    sheet.add("language", int(system.language == marks.language), 1, 1)
    sheet.add("published", int(answer is not None and system.published == marks.published), 1, 1)
    same_title = _shared(marks.title, system.title) > 0.9 or not (marks.titled or system.titled)
    sheet.add("title", int(answer is not None and same_title), 1, 1)
    sheet.add(
        "furniture", len(marks.furniture & system.furniture), len(marks.furniture), len(system.furniture)
    )


def _entities(sheet: _Sheet, gold: Marks, system: Marks) -> None:
    sheet.add("surfaces", len(gold.surfaces & system.surfaces), len(gold.surfaces), len(system.surfaces))
    for name, types in (("links", _PARTIES), ("people", frozenset({"person"}))):
        ours, theirs = _linked(gold, types), _linked(system, types)
        sheet.add(name, len(ours & theirs), len(ours), len(theirs))


def _linked(marks: Marks, types: frozenset[str]) -> frozenset[str]:
    return frozenset(slug for type, slug in marks.linked if type in types)


def matched_events(gold: Gold, system: Marks) -> list[tuple[EventMark, EventMark]]:
    """Return the events of both that are of one type and stand in one sentence, as (gold's, system's)."""
    places = {event: sentence(gold.text, event.extent) for event in {*gold.marks.events, *system.events}}

    def fits(g: EventMark, s: EventMark) -> float:
        near = _shared(places[g], places[s])
        if near <= 0.5 or g.type != s.type:
            return 0
        return (
            1 + near + 2 * (g.parties == s.parties) + len(g.parties & s.parties) + (g.days == s.days)
            + 0.5 * (g.actors == s.actors) + 0.25 * (g.status == s.status)
        )  # fmt: skip

    return pairs(gold.marks.events, system.events, fits)


def _events(sheet: _Sheet, gold: Gold, system: Marks) -> None:
    found = matched_events(gold, system)
    same = [(g, s) for g, s in found if g.parties == s.parties]
    directed = [(g, s) for g, s in same if g.actors == s.actors and g.recipients == s.recipients]
    full = [(g, s) for g, s in directed if g.days == s.days and g.status == s.status]
    for name, right in (
        ("events found", found), ("events", same), ("events directed", directed), ("events full", full)
    ):  # fmt: skip
        sheet.add(name, len(right), len(gold.marks.events), len(system.events))
    dated = [(g, s) for g, s in found if any(g.days) or any(s.days)]
    sheet.add("event dates", sum(g.days == s.days for g, s in dated), len(dated), len(dated))
    sheet.add("event status", sum(g.status == s.status for g, s in found), len(found), len(found))
    for type in {event.type for event in (*gold.marks.events, *system.events)}:
        sheet.types[type] = sheet.types.get(type, Tally()) + Tally(
            _of(type, (g for g, _ in same)), _of(type, gold.marks.events), _of(type, system.events)
        )


def _of(type: str, events: Iterable[EventMark]) -> int:
    return sum(event.type == type for event in events)


def matched_figures(gold: Marks, system: Marks) -> list[tuple[FigureMark, FigureMark]]:
    """Return the figures of both that have one value and unit, as (gold's, system's)."""

    def fits(g: FigureMark, s: FigureMark) -> float:
        if g.value is None or s.value is None or g.unit != s.unit:
            return 0
        if abs(g.value - s.value) > 0.005 * max(1e-9, abs(g.value)):
            return 0
        return 1 + _overlap(g.extent, s.extent) + (g.of == s.of)

    return pairs(gold.figures, system.figures, fits)


def _figures(sheet: _Sheet, gold: Marks, system: Marks) -> None:
    matched = matched_figures(gold, system)
    full = [(g, s) for g, s in matched if g.of == s.of and g.days == s.days and g.status == s.status]
    sheet.add("figures", len(matched), len(gold.figures), len(system.figures))
    sheet.add("figures full", len(full), len(gold.figures), len(system.figures))


def matched_quotes(gold: Gold, system: Marks) -> dict[str, list[tuple[Mark, Mark]]]:
    """Return the statements, risks, responses and checks that both have, by kind, as (gold's, system's)."""

    def in_sentence(g: Mark, s: Mark) -> float:
        shared = _shared(sentence(gold.text, g.extent), sentence(gold.text, s.extent))
        return shared if shared > 0.5 and g.label == s.label else 0

    def said(g: Mark, s: Mark) -> float:
        near = _overlap(g.extent, s.extent)
        return near if near > 0.5 and _shared(g.extent, s.extent) > 0.25 and g.label == s.label else 0

    def anywhere(g: Mark, s: Mark) -> float:
        return float(g.label == s.label) if g.label == "lost-characters" else in_sentence(g, s)

    marks = gold.marks
    return {
        "statements": pairs(marks.statements, system.statements, said),
        "risks": pairs(marks.risks, system.risks, in_sentence),
        "responses": pairs(marks.responses, system.responses, in_sentence),
        "checks": pairs(marks.checks, system.checks, anywhere),
    }


def _quotes(sheet: _Sheet, gold: Gold, system: Marks) -> None:
    for name, matched in matched_quotes(gold, system).items():
        theirs, ours = getattr(gold.marks, name), getattr(system, name)
        sheet.add(name, len(matched), len(theirs), len(ours))
        if name == "checks":
            sheet.false_checks += len(ours) - len(matched)


def scored_records(gold: Gold, system: Marks) -> Iterator[tuple[str, float, bool]]:
    """Yield the kind and score of each record that has one, and whether it is right: events in type and parties."""
    right: dict[str, set[int]] = {
        "event": {id(s) for g, s in matched_events(gold, system) if g.parties == s.parties},
        "figure": {id(s) for _, s in matched_figures(gold.marks, system)},
        **{name.removesuffix("s"): {id(s) for _, s in found} for name, found in matched_quotes(gold, system).items()},
    }
    for kind, good in right.items():
        for record in getattr(system, f"{kind}s"):
            if record.score is not None:
                yield kind, record.score, id(record) in good


def _overlap(a: Extent, b: Extent) -> float:
    """Return the shared length over the shorter one's."""
    if a is None or b is None or a[1] <= a[0] or b[1] <= b[0]:
        return 0.0
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) / min(a[1] - a[0], b[1] - b[0])


def _shared(a: Extent, b: Extent) -> float:
    """Return the shared length over that of both together."""
    if a is None or b is None:
        return 0.0
    shared = min(a[1], b[1]) - max(a[0], b[0])
    return shared / (max(a[1], b[1]) - min(a[0], b[0])) if shared > 0 else 0.0


_NOTHING = Marks("None", None, False, None, frozenset(), frozenset(), frozenset(), (), (), (), (), (), ())
