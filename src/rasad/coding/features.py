"""Features: what is known of the parties and dates beside the words of an event, as numbers for the model.

A party is looked at once an event, over all its wordings: as its nearest wording stands, and as any of them does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from rasad.clauses.clause import Clause
from rasad.clauses.triggers import Trigger
from rasad.coding.labels import DATE, DISTANCES, EVENT, MODES, PARTY, SIDE, TENSES, WORDING
from rasad.coding.sheet import Floats, Sheet, Wording
from rasad.events.event import STATUSES, TYPES, Period
from rasad.events.merge import Draft
from rasad.text.span import Span

_WORDING = {name: column for column, name in enumerate(WORDING)}
_SIDE = {name: column for column, name in enumerate(SIDE)}
_DATE = {name: column for column, name in enumerate(DATE)}
_EVENT = {name: column for column, name in enumerate(EVENT)}
#: How many sentences before and after an event's own may name its parties and its date.
_BEFORE, _AFTER = 3, 1
#: How many of the parties that an article names most may take part without being worded near.
_ABOUT = 3
#: How near a wording is taken to be by standing in the event's clause, or in its sentence, in tokens.
_IN_CLAUSE, _IN_SENTENCE = 400, 200
#: The distance of what is not worded near at all.
_NOWHERE = 999


@dataclass(frozen=True, slots=True)
class Anchor:
    """The words that tell of an event: tokens ``[first, last)``, and what the lexicons drafted there.

    ``own`` is the draft of the event's own type, ``other`` one of another type; ``seen`` is the trigger of that type
    which the lexicons met there.
    """

    type: str
    first: int
    last: int
    own: Draft | None
    other: Draft | None
    seen: Trigger | None = None


@dataclass(frozen=True, slots=True)
class When:
    """A date that an event may have, None for no date, and what is known of it."""

    period: Period | None
    features: Floats


def anchor(sheet: Sheet, type_: str, first: int, last: int) -> Anchor:
    """Return the anchor of an event of *type_* told by tokens ``[first, last)``, with the drafts that stand there."""
    here = []
    for draft in sheet.records.drafts.told:
        if draft.told is not None:
            start, end = sheet.tokens(draft.told)
            if start < last and first < end:
                here.append((end - start, draft))
    here.sort(key=lambda pair: pair[0])
    own = next((d for _, d in here if d.event.type == type_), None)
    other = next((d for _, d in here if d.event.type != type_), None)
    seen = None
    for met in sheet.records.drafts.seen:
        start, end = sheet.tokens(met.span)
        if met.type == type_ and start < last and first < end:
            seen = met.trigger
    return Anchor(type_, first, last, own, other, seen)


def event_features(sheet: Sheet, at: Anchor) -> Floats:
    """Return what is known of an event before its parties are, one number a name of EVENT."""
    found = np.zeros(len(EVENT), np.float32)

    def put(name: str, value: float) -> None:
        found[_EVENT[name]] = value

    put("type", TYPES.index(at.type))
    put("status", STATUSES.index(at.own.event.status) if at.own else -1)
    mode = at.own.event.mode if at.own else None
    put("mode", MODES.index(mode) if mode in MODES else 0)
    put("by noun", float(at.own.by_noun) if at.own else -1)
    put("meeting", float(at.own.meeting) if at.own else -1)
    put("arabic", float(sheet.article.base_language == "ar"))
    put("titled", float(_titled(sheet, at.first)))
    if at.seen is not None:
        put("seen", 1.0)
        put("seen mutual", float(at.seen.mutual))
        put("seen at home", float(at.seen.domestic))
        put("seen passive", float(at.seen.passive))
    number = sheet.clause_of[at.first]
    if number >= 0:
        clause: Clause = sheet.clauses[number]
        put("complement", float(clause.complement))
        put("parties", len({a.party for a in clause.arguments if a.party}))
        verb = clause.verb
        if verb is not None:
            told = sheet.span(at.first, at.last)
            put("verb", 1.0)
            put("tense", TENSES.index(verb.tense) if verb.tense in TENSES else len(TENSES))
            put("passive", float(verb.passive))
            put("negated", float(verb.negated))
            put("plural", float(verb.number in {"plural", "dual"}))
            put("first person", float(verb.person == 1))
            put("on verb", float(any(w.span.meets(told) for w in clause.words[verb.first : verb.last])))
    return found


def parties_of(sheet: Sheet, at: Anchor) -> tuple[tuple[str, ...], Floats]:
    """Return the parties that may take part in the event at *at*, with one row of PARTY features each.

    They are all worded near or in the title, all drafted, and those that the article names most.
    """
    sentence = sheet.sentences[at.first]
    near = [
        w for w in sheet.wordings
        if sentence - _BEFORE <= w.sentence <= sentence + _AFTER or _titled(sheet, w.first)
    ]  # fmt: skip
    by_party: dict[str, list[Wording]] = {}
    for wording in near:
        by_party.setdefault(wording.party, []).append(wording)
    for party in (*_drafted(at), *(p for p, _ in sheet.named.most_common(_ABOUT))):
        by_party.setdefault(party, [])
    parties = tuple(by_party)
    if not parties:
        return (), np.zeros((0, len(PARTY)), np.float32)
    thread = _thread(sheet, at)
    event = event_features(sheet, at)
    rows, distances = [], []
    for party, wordings in by_party.items():
        found = [(_nearness(sheet, at, w), _of_wording(sheet, at, w)) for w in wordings]
        nearest = min(found, key=lambda f: f[0], default=(_NOWHERE, np.zeros(len(WORDING), np.float32)))
        every = np.stack([f for _, f in found]) if found else np.zeros((1, len(WORDING)), np.float32)
        distances.append(nearest[0])
        known = _of_party(sheet, at, party, len(found), thread)
        _by_roles(known, at, wordings, sheet.clause_of[at.first])
        rows.append(np.concatenate([event, nearest[1], every.max(0), known]))
    table = np.stack(rows)
    _compare(table, distances)
    return parties, table


def _by_roles(known: Floats, at: Anchor, wordings: Sequence[Wording], clause: int) -> None:
    """Write whether a party has a role in the event's clause that the trigger gives to actors, or to recipients."""
    if at.seen is None:
        return
    for wording in wordings:
        if wording.argument is not None and wording.clause == clause:
            role = wording.argument.role
            acts, undergoes = role in at.seen.actor, role in at.seen.recipient
            for name, holds in (
                ("actor's role", acts),
                ("recipient's role", undergoes),
                ("other role", not acts and not undergoes),
            ):
                if holds:
                    known[_SIDE[name]] = 1.0


def _compare(table: Floats, distances: Sequence[float]) -> None:
    """Write into each row how its party stands among the others."""
    start = table.shape[1] - len(SIDE)
    order = sorted(range(len(distances)), key=lambda i: distances[i])
    for rank, i in enumerate(order):
        table[i, start + _SIDE["rank"]] = rank
        table[i, start + _SIDE["distance"]] = distances[i]
        table[i, start + _SIDE["rivals"]] = len(distances)
        table[i, start + _SIDE["rivals near"]] = sum(d < -_IN_SENTENCE for d in distances)


def _nearness(sheet: Sheet, at: Anchor, wording: Wording) -> float:
    """How far a wording stands from the event's words, in tokens; far nearer in the same clause and sentence."""
    apart = wording.first - at.last + 1 if wording.first >= at.last else at.first - wording.last + 1
    apart = max(0, min(apart, 150))
    if wording.sentence == sheet.sentences[at.first]:
        apart -= _IN_SENTENCE
        if wording.clause >= 0 and wording.clause == sheet.clause_of[at.first]:
            apart -= _IN_CLAUSE
    return float(apart)


def _drafted(at: Anchor) -> Iterator[str]:
    for draft in (at.own, at.other):
        if draft is not None:
            yield from draft.event.actors
            yield from draft.event.recipients


def _titled(sheet: Sheet, token: int) -> bool:
    title = sheet.article.title
    return title is not None and title.start <= sheet.starts[token] < title.end


def _of_wording(sheet: Sheet, at: Anchor, wording: Wording) -> Floats:
    features = np.zeros(len(WORDING), np.float32)

    def on(*names: str) -> None:
        for name in names:
            if name in _WORDING:
                features[_WORDING[name]] = 1.0

    on(f"far:{_distance(at.first, at.last, wording.first, wording.last)}", f"form:{wording.form}")
    argument = wording.argument
    if argument is not None:
        on(f"role:{argument.role}", *(("direct",) if argument.direct else ()))
        if wording.clause >= 0:
            here = sheet.clauses[wording.clause].arguments
            if any(a.phrase == argument.phrase and a.party != wording.party for a in here if a.party):
                on("joined")
    clause = sheet.clause_of[at.first]
    if wording.sentence == sheet.sentences[at.first]:
        on("same sentence")
    if clause >= 0 and wording.clause >= 0 and -1 <= wording.clause - clause <= 1:
        on({0: "same clause", -1: "clause before", 1: "clause after"}[wording.clause - clause])
    if _titled(sheet, wording.first):
        on("title")
    return features


@dataclass(frozen=True, slots=True)
class _Thread:
    """Where the telling is at: who was the subject last, what was drafted before and after, who speaks."""

    subjects: frozenset[str]
    opening: frozenset[str]
    before: Draft | None
    after: Draft | None
    speakers: frozenset[str]


def _thread(sheet: Sheet, at: Anchor) -> _Thread:
    """Where the telling is at when it comes to the event at *at*."""
    number, start = sheet.clause_of[at.first], sheet.starts[at.first]
    subjects: frozenset[str] = frozenset()
    opening: frozenset[str] = frozenset()
    sentence = sheet.sentences[at.first]
    for clause in sheet.clauses[: max(0, number)]:
        found = frozenset(a.party for a in clause.arguments if a.role == "subject" and a.party and a.direct)
        subjects = found or subjects
        if clause.sentence == sentence and found and not opening:
            opening = found
    own = at.own
    told = [d for d in sheet.records.drafts.told if d.told is not None and d is not own]
    before = max((d for d in told if d.told and d.told.end <= start), key=_start, default=None)
    after = min((d for d in told if d.told and d.told.start > start), key=_start, default=None)
    said = (s for s in sheet.records.statements if s.evidence.start <= start < s.evidence.end and s.speaker)
    speakers = frozenset(_party_of(sheet, str(s.speaker)) for s in said)
    return _Thread(subjects, opening, before, after, speakers)


def _start(draft: Draft) -> int:
    return draft.told.start if draft.told is not None else 0


def _party_of(sheet: Sheet, speaker: str) -> str:
    entity = sheet.resolution.entity(speaker)
    return entity.state if entity is not None and entity.state is not None else speaker


def _of_party(sheet: Sheet, at: Anchor, party: str, wordings: int, thread: _Thread) -> Floats:
    """What is known of a party however it is worded."""
    found = np.zeros(len(SIDE), np.float32)

    def put(name: str, value: float) -> None:
        found[_SIDE[name]] = value

    put("state" if len(party) == 3 else "forum" if party.startswith("forum:") else "organisation", 1.0)
    put("region", float(party.startswith("region:")))
    total = sheet.named.total()
    put("share", sheet.named[party] / total if total else 0.0)
    put("first named", float(next(iter(sheet.named), None) == party))
    put("wordings", wordings)
    put("nowhere", float(not wordings))
    put("drafted", float(at.own is not None))
    for draft, prefix in (
        (at.own, "draft"),
        (at.other, "other draft"),
        (thread.before, "before"),
        (thread.after, "after"),
    ):
        if draft is not None:
            put(f"{prefix} actor", float(party in draft.event.actors))
            put(f"{prefix} recipient", float(party in draft.event.recipients))
    if at.own is not None:
        put("draft sides", len(at.own.event.actors) + 4 * len(at.own.event.recipients))
    put("last subject", float(party in thread.subjects))
    put("opening subject", float(party in thread.opening))
    put("speaks", float(party in thread.speakers))
    return found


def dates_of(sheet: Sheet, at: Anchor) -> list[When]:
    """Return the dates that the event at *at* may have: all worded near, the one drafted, and none."""
    sentence = sheet.sentences[at.first]
    drafted = next((d.event.date for d in (at.own, at.other) if d is not None and d.event.date is not None), None)
    published = sheet.article.published.day if sheet.article.published else None
    event = event_features(sheet, at)
    near: dict[tuple[date, date], list[tuple[Period, Span, int, int]]] = {}
    for mention in sheet.dates:
        if mention.first is not None and mention.last is not None:
            first, last = sheet.tokens(mention.span)
            if first < last and sentence - 1 <= sheet.sentences[first] <= sentence + 1:
                period = Period(mention.first, mention.last, mention.precision)
                near.setdefault((period.first, period.last), []).append((period, mention.span, first, last))
    found: list[When] = []
    count = len(near)
    for told in near.values():
        rows = np.stack([_of_mention(sheet, at, span, first, last) for _, span, first, last in told])
        period = told[0][0]
        found.append(When(period, np.concatenate([event, rows.max(0) + _of_days(period, drafted, published, count)])))
    if drafted is not None and (drafted.first, drafted.last) not in near:
        known = _of_days(drafted, drafted, published, count)
        known[_DATE["nowhere"]] = 1.0
        found.append(When(drafted, np.concatenate([event, known])))
    none = _of_days(None, drafted, published, count)
    found.append(When(None, np.concatenate([event, none])))
    return found


def _of_mention(sheet: Sheet, at: Anchor, span: Span, first: int, last: int) -> Floats:
    features = np.zeros(len(DATE), np.float32)
    features[_DATE[f"far:{_distance(at.first, at.last, first, last)}"]] = 1.0
    clause = sheet.clause_of[at.first]
    for name, holds in (
        ("same sentence", sheet.sentences[first] == sheet.sentences[at.first]),
        ("same clause", clause >= 0 and sheet.clause_of[first] == clause),
        ("clause before", clause > 0 and sheet.clause_of[first] == clause - 1),
        ("opens line", span.start - (sheet.article.text.rfind("\n", 0, span.start) + 1) <= 3),
        ("titled", _titled(sheet, first)),
    ):
        features[_DATE[name]] = float(holds)
    return features


def _of_days(period: Period | None, drafted: Period | None, published: date | None, count: int) -> Floats:
    features = np.zeros(len(DATE), np.float32)
    features[_DATE["dates"]] = count
    features[_DATE["any drafted"]] = float(drafted is not None)
    if period is None:
        features[_DATE["none"]] = 1.0
        return features
    if f"precision:{period.precision}" in _DATE:
        features[_DATE[f"precision:{period.precision}"]] = 1.0
    if published is not None:
        name = "before" if period.last < published else "after" if period.first > published else "publication"
        features[_DATE[name]] = 1.0
        features[_DATE["days"]] = max(-4000, min(4000, (period.first - published).days))
    if drafted is not None and (drafted.first, drafted.last) == (period.first, period.last):
        features[_DATE["drafted"]] = 1.0
    return features


def _distance(first: int, last: int, other_first: int, other_last: int) -> int:
    """In which range of DISTANCES words stand from those of the event: negative before, positive after."""
    between = other_first - last + 1 if other_first >= last else min(0, other_last - first - 1)
    return bisect_right(DISTANCES, between)
