"""Denials of what others report: «گزارش گزمه مشترک را رد کرد», "نفى وجود أي مفاوضات", «متقی اتهام را بی‌اساس دانست».

What is denied is told in the clause by a noun or an infinitive, in the clause that follows, or was told just before.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rasad.clauses.arabic import masdar_of
from rasad.clauses.clause import Clause
from rasad.clauses.grammar import grammar
from rasad.clauses.triggers import Found, carries, find_nominal, find_verbal
from rasad.clauses.verb import Verb
from rasad.events.event import Event
from rasad.events.merge import Draft
from rasad.events.status import cues_in
from rasad.lexicons import load

#: The least that a trigger must score to be what is denied.
_PLAIN = 2.4
#: How many words after an infinitive may be what it is done to.
_OBJECT = 4
#: Types that say something about acts rather than being acts that a denial may be about.
_SAYINGS = frozenset({"ACCUSE", "REQUEST", "THREATEN", "REJECT"})


def denies(clause: Clause, language: str) -> bool:
    """Say whether *clause* denies what somebody reports, the report itself being named in its sentence before."""
    cues = cues_in(clause.keys, language)
    if "denial" in cues:
        return True
    if cues.isdisjoint({"refusing", "refuted"}):
        return False
    return "reports" in cues_in(tuple(w.key for w in clause.words[: clause.last]), language)


def act_in(clause: Clause, language: str, *, accuses: bool = False) -> Found | None:
    """Return the first act that a denying *clause* tells by a noun or an infinitive, or None.

    One that *accuses* tells it after whom it accuses.
    """
    keys = tuple(w.key for w in clause.words)
    last = clause.last if accuses else _end_of_object(clause, keys, language)
    reports = (i + 1 for i in range(clause.first, last) if "reports" in cues_in(keys[i : i + 1], language))
    first = next(reports, clause.first)
    parties = {i for a in clause.arguments for i in range(a.first, a.last)}
    for index in range(first, last):
        for key, lemma in () if index in parties else _lemmas(keys[index], language):
            found = _told((*keys[:index], key, *keys[index + 1 :]), index, last, lemma, language)
            if found is not None and found.score >= _PLAIN and found.trigger.type not in _SAYINGS:
                return replace(found, first=index, last=index + 1, words=frozenset({index}))
    nominal = (f for f in find_nominal(keys, first, last, language) if f.trigger.type not in _SAYINGS)
    return next(nominal, None)


def _end_of_object(clause: Clause, keys: Sequence[str], language: str) -> int:
    """Where what is denied ends: at the object's marker, at the verb, or with the clause."""
    markers = grammar(language).object_markers
    last = clause.verb.first if clause.verb is not None and language == "fa" else clause.last
    return next((i for i in range(clause.first, last) if keys[i] in markers), last)


def _lemmas(key: str, language: str) -> Sequence[tuple[str, str]]:
    """The nouns and verbs that a word may tell an act as.

    An Arabic verbal noun tells its verb's, a Persian infinitive its own, and a noun what it does with a light verb; it
    may have the ending of an abstract noun («واگذاری»).
    """
    if language == "ar":
        act = masdar_of(key)
        return () if act is None else ((key, act),)
    if carries(key, language):
        return ((key, key),)
    verbs = load(f"verbs/{language}")
    light = [verbs["light"][name][0] for name in ("do", "give")]
    return [(noun, verb) for noun in dict.fromkeys((key, key.removesuffix(verbs["abstract"]))) for verb in light]


def _told(keys: Sequence[str], index: int, last: int, lemma: str, language: str) -> Found | None:
    """The trigger that ``keys[index]`` carries as a verb would: what follows it is put where a verb has it."""
    if language == "ar":
        return find_verbal(keys, index, last, Verb(lemma, index, index + 1, "past"), language)
    words = [*keys[index + 1 : min(last, index + 1 + _OBJECT)], *keys[max(0, index - 1) : index + 1]]
    infinitive = keys[index] == lemma
    at = len(words) - 1 if infinitive else len(words)
    found = find_verbal(words, 0, len(words), Verb(lemma, at, len(words), "past"), language)
    return found if found is None or infinitive or len(words) - 1 in found.words else None


def denied_before(
    told: Sequence[tuple[Clause, Draft]], clause: Clause, deniers: Sequence[str], language: str
) -> Draft | None:
    """Return what *clause* denies of what was *told* in its sentence or the one before, or None.

    A part in an act («دست داشتن در آن») is denied by whom it is laid to.
    """
    part = "involvement" in cues_in(clause.keys, language)
    for teller, draft in reversed(told):
        if clause.sentence - teller.sentence > 1:
            return None
        if draft.event.type == "ACCUSE" and draft.event.mode == "allege":
            return _laid(teller, draft, language)
        if draft.event.type in _SAYINGS or draft.event.status == "denied":
            continue
        if part:
            return replace(draft, event=replace(draft.event, actors=tuple(deniers)))
        if draft.alleged or teller.complement:
            return draft
    return None


def _laid(teller: Clause, draft: Draft, language: str) -> Draft | None:
    """The act that somebody is accused of in the accusing clause itself («به پناه دادن به … متهم کرد»)."""
    act, accusation = act_in(teller, language, accuses=True), draft.event
    if act is None or not accusation.recipients:
        return None
    known = {*accusation.actors, *accusation.recipients}
    others = tuple(dict.fromkeys(a.party for a in teller.arguments if a.party and a.party not in known))
    event = replace(
        accusation, type=act.trigger.type, mode=act.trigger.mode, actors=accusation.recipients, recipients=others
    )
    return replace(draft, event=event)


def denied(event: Event, clause: Clause) -> Event:
    """Return *event* as *clause* denies it."""
    return replace(event, status="denied", evidence=clause.span, date=None, place=None)
