"""Judging: the model weighs what the lexicons drafted, adds what they missed, and says who, when and whether.

Lexicons and knowledge propose: which words may tell of an event, which parties and dates are worded and where. The
model decides among them, step by step: an encoder which words tell of an event of which type; trees which parties act
and which date is its own, from how grammar has them and what the lexicons made of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np

from rasad.coding.choices import Choice, choice_features, choices, drafted_choice
from rasad.coding.features import Anchor, When, anchor, dates_of, event_features, parties_of
from rasad.coding.labels import CHOICE, DATED, MODES, PARTY, TAGS
from rasad.coding.scores import scored
from rasad.coding.sheet import Floats, Sheet
from rasad.events.event import STATUSES, TYPES, Event, Period
from rasad.events.merge import Draft
from rasad.events.topics import topics_of
from rasad.models.network import sigmoid, softmax
from rasad.text.span import Span

#: Types that may be told without an actor (an attack by nobody named).
_MAY_LACK_ACTOR = frozenset({"ASSAULT", "PROTEST", "COERCE"})


class Judges(Protocol):
    """What the coder asks of a model; ``rasad.models.network.Network`` is one."""

    @property
    def hidden(self) -> int:
        """How long a token's vector is."""

    def vectors(self, windows: Sequence[Sequence[int]]) -> list[Floats]:
        """Return one vector a token of each window."""

    def head(self, name: str, inputs: Floats) -> Floats:
        """Return the scores of a head for rows of inputs."""

    def trees(self, name: str, rows: Floats) -> Floats:
        """Return the shares that trees give to rows."""


@dataclass(frozen=True, slots=True)
class Bars:
    """Shares from which on something holds.

    ``new`` of an event that only the model sees; ``kept`` of one that the lexicons drafted; ``token`` of the words that
    tell it; ``status`` of a status other than the draft's; ``abstain`` of the score of any event. ``other`` is how much
    likelier than the draft's own other parties must be, ``redated`` how much likelier another date.
    """

    new: float = 0.5
    kept: float = 0.05
    token: float = 0.3
    status: float = 0.9
    abstain: float = 0.0
    other: float = 0.0
    redated: float = 0.0


def bars_of(card: Mapping[str, object]) -> Bars:
    """Return the bars that a model's card sets."""
    found = card.get("bars")
    return Bars(**found) if isinstance(found, dict) else Bars()


@dataclass(frozen=True, slots=True)
class _Told:
    """An event before its parties are known: where it is told, how likely."""

    at: Anchor
    likely: float


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who acts on whom, and how sure the model is of it."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    sure: float


@dataclass(frozen=True, slots=True)
class Read:
    """What the encoder reads in a sheet: a vector a token, and how likely each is part of what TAGS name."""

    vectors: Floats
    likely: Floats

    def share(self, sheet: Sheet, span: Span, tag: str) -> float:
        """Return how likely some word of *span* is part of what *tag* names."""
        first, last = sheet.tokens(span)
        return float(self.likely[first:last, TAGS.index(tag)].max(initial=0.0))


def read(sheet: Sheet, network: Judges) -> Read | None:
    """Return what the encoder reads in *sheet*, None where nothing was shown to it."""
    vectors = _vectors(sheet, network)
    return Read(vectors, _likely(sheet, network, vectors)) if vectors is not None else None


def judge(
    sheet: Sheet, network: Judges, bars: Bars = Bars(), weights: tuple[float, float] | None = None,
    seen: Read | None = None,
) -> tuple[Draft, ...]:  # fmt: skip
    """Return the drafts of *sheet* as the model sees them, in reading order.

    Args:
        weights: what makes a score of what the model says (rasad.coding.scores).
        seen: what the encoder has read in the sheet, where it was asked before.
    """
    seen = seen or read(sheet, network)
    if seen is None:
        return sheet.records.drafts.told
    vectors = seen.vectors
    told = list(_told(sheet, seen.likely[:, : len(TYPES)], bars))
    if not told:
        return ()
    sides, dates = _sides(sheet, network, told, bars), _dates(sheet, network, told, bars)
    found = []
    for one, side, when in zip(told, sides, dates, strict=True):
        if side.actors or (side.recipients and one.at.type in _MAY_LACK_ACTOR):
            draft = _decided(sheet, network, vectors, one, side, when, bars, weights)
            if draft.event.score is None or draft.event.score >= bars.abstain:
                found.append(draft)
    return tuple(sorted(found, key=_place))


def _place(draft: Draft) -> int:
    return draft.told.start if draft.told is not None else draft.event.evidence.start


def _vectors(sheet: Sheet, network: Judges) -> Floats | None:
    if not sheet.windows:
        return None
    vectors = np.zeros((len(sheet.ids), network.hidden), np.float32)
    read = network.vectors([sheet.ids[w.start : w.last].tolist() for w in sheet.windows])
    for window, found in zip(sheet.windows, read, strict=True):
        vectors[window.first : window.last] = found[window.first - window.start :]
    return vectors


def _likely(sheet: Sheet, network: Judges, vectors: Floats) -> Floats:
    """How likely each token is part of what each tag names, (tokens, tags); 0 for those not shown."""
    scores = sigmoid(network.head("tags", np.concatenate([vectors, sheet.features], -1)))
    shown = np.zeros((len(scores), 1), np.float32)
    for window in sheet.windows:
        shown[window.first : window.last] = 1.0
    return np.asarray(scores * shown, np.float32)


def _told(sheet: Sheet, likely: Floats, bars: Bars) -> Iterator[_Told]:
    """What is told: drafts that the model does not deny, and runs of words that it takes for an event by itself."""
    drafted: list[tuple[str, int, int]] = []
    for draft in sheet.records.drafts.told:
        if draft.told is None:
            continue
        first, last = sheet.tokens(draft.told)
        if first == last:
            continue
        type_ = draft.event.type
        score = float(likely[first:last, TYPES.index(type_)].max())
        if score >= bars.kept:
            drafted.append((type_, first, last))
            yield _Told(replace(anchor(sheet, type_, first, last), own=draft), score)
    for column, type_ in enumerate(TYPES):
        for first, last in _runs(likely[:, column] >= bars.token):
            score = float(likely[first:last, column].max())
            taken = any(t == type_ and a < last and first < b for t, a, b in drafted)
            if score >= bars.new and not taken:
                yield _Told(anchor(sheet, type_, first, last), score)


def _runs(flags: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> Iterator[tuple[int, int]]:
    edges = np.diff(np.concatenate([[0], flags.astype(np.int8), [0]]))
    yield from zip(np.nonzero(edges == 1)[0].tolist(), np.nonzero(edges == -1)[0].tolist(), strict=True)


def _sides(sheet: Sheet, network: Judges, told: Sequence[_Told], bars: Bars) -> list[_Sides]:
    """The likeliest choice of actors and recipients of each event."""
    named = [parties_of(sheet, one.at) for one in told]
    shares = _apart(network, "parties", [rows for _, rows in named], len(PARTY), 2)
    weighed: list[tuple[list[Choice], Floats]] = []
    for one, (parties, _), likely in zip(told, named, shares, strict=True):
        drafted = drafted_choice(one.at, parties)
        found = choices(likely, drafted)
        if one.at.type == "CONSULT":
            found = [c for c in found if c == drafted or _is_met(c)]
        weighed.append((found, choice_features(likely, event_features(sheet, one.at), found, drafted)))
    scores = _apart(network, "choices", [rows for _, rows in weighed], len(CHOICE), 1)
    out = []
    for one, (parties, _), (found, _), score in zip(told, named, weighed, scores, strict=True):
        if not found:
            out.append(_Sides((), (), 0.0))
            continue
        best = int(score[:, 0].argmax())
        drafted = drafted_choice(one.at, parties)
        if drafted in found and score[best, 0] < score[found.index(drafted), 0] + bars.other:
            best = found.index(drafted)
        actors, recipients = (tuple(parties[i] for i in side) for side in found[best])
        out.append(_Sides(actors, recipients, float(score[best, 0])))
    return out


def _is_met(choice: Choice) -> bool:
    """Whether a choice has the two that it takes to meet, or one that talks within itself."""
    return len({*choice[0], *choice[1]}) > 1 or choice[0] == choice[1]


def _dates(sheet: Sheet, network: Judges, told: Sequence[_Told], bars: Bars) -> list[Period | None]:
    """The likeliest date of each event, None where none is likelier than all."""
    found = [dates_of(sheet, one.at) for one in told]
    rows = [np.stack([when.features for when in dates]) for dates in found]
    scores = _apart(network, "dates", rows, len(DATED), 1)
    return [
        _likeliest(one.at, dates, score[:, 0], bars) for one, dates, score in zip(told, found, scores, strict=True)
    ]


def _likeliest(at: Anchor, dates: Sequence[When], scores: Floats, bars: Bars) -> Period | None:
    best = int(scores.argmax())
    if at.own is not None:
        own = next((i for i, when in enumerate(dates) if _same(when.period, at.own.event.date)), None)
        if own is not None and scores[best] < scores[own] + bars.redated:
            best = own
    return dates[best].period


def _same(a: Period | None, b: Period | None) -> bool:
    return a is b or (a is not None and b is not None and (a.first, a.last) == (b.first, b.last))


def _apart(network: Judges, name: str, tables: Sequence[Floats], wide: int, out: int) -> list[Floats]:
    """Ask the trees once for all rows of *tables*, and return their shares table by table."""
    rows = np.concatenate([table.reshape(-1, wide) for table in tables])
    shares = network.trees(name, rows) if len(rows) else np.zeros((0, out), np.float32)
    return np.split(shares, np.cumsum([len(table) for table in tables])[:-1])


def _decided(
    sheet: Sheet, network: Judges, vectors: Floats, told: _Told, sides: _Sides, when: Period | None, bars: Bars,
    weights: tuple[float, float] | None,
) -> Draft:  # fmt: skip
    """The event with its parties, status, mode, date and score."""
    at = told.at
    event = _event_vector(vectors, at)
    status = softmax(network.head("status", event[None]))[0]
    name = STATUSES[int(status.argmax())]
    score = scored(told.likely * sides.sure, weights)
    if at.own is not None:
        own = at.own.event
        if float(status.max()) < bars.status:
            name = own.status
        changed = replace(own, status=name, actors=sides.actors, recipients=sides.recipients, date=when, score=score)
        return replace(at.own, event=changed)
    mode = _mode(network, event)
    evidence = sheet.span(at.first, at.last)
    return _new(sheet, at, Event(at.type, name, sides.actors, sides.recipients, evidence, mode, date=when, score=score))


def _event_vector(vectors: Floats, at: Anchor) -> Floats:
    """The vector of an event: its words, its type, the status that the lexicons gave it."""
    known = np.zeros(len(TYPES) + len(STATUSES) + 1, np.float32)
    known[TYPES.index(at.type)] = 1.0
    if at.own is not None:
        known[len(TYPES) + STATUSES.index(at.own.event.status)] = known[-1] = 1.0
    return np.concatenate([vectors[at.first : at.last].mean(0), known])


def _mode(network: Judges, event: Floats) -> str | None:
    """The likeliest mode of an event that the lexicons did not draft."""
    drafted = np.zeros(len(MODES), np.float32)
    drafted[0] = 1.0
    scores = network.head("mode", np.concatenate([event, drafted])[None])[0]
    return MODES[int(scores.argmax())] or None


def _new(sheet: Sheet, at: Anchor, event: Event) -> Draft:
    """An event that no lexicon drafted: its clause proves it, and names its people and its place."""
    told = sheet.span(at.first, at.last)
    number = sheet.clause_of[at.first]
    if number < 0:
        return Draft(event, told=told)
    clause = sheet.clauses[number]
    here = clause.arguments
    event = replace(
        event, evidence=clause.span.to(told),
        people=tuple(dict.fromkeys(a.entity for a in here if a.entity.startswith("person:"))),
        place=next((a.entity for a in here if a.entity.startswith("place:")), None),
        topics=topics_of(clause.keys, sheet.article.base_language),
    )  # fmt: skip
    verb = clause.verb
    by_noun = verb is None or not any(w.span.meets(told) for w in clause.words[verb.first : verb.last])
    return Draft(event, by_noun=by_noun, meeting=event.type == "CONSULT", told=told)
