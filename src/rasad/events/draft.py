"""One event as one clause tells it: its trigger, status, sides, date and place, with the words that prove it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rasad.clauses.arguments import Argument
from rasad.clauses.clause import Clause
from rasad.clauses.grammar import grammar
from rasad.clauses.triggers import Found, find_nominal, find_verbal
from rasad.events.event import Event, Period
from rasad.events.merge import Draft
from rasad.events.parties import Sides, sides
from rasad.events.status import future_type, judge
from rasad.events.thread import Thread
from rasad.events.topics import topics_of
from rasad.events.when import Times
from rasad.text.span import Span

#: How many words before a clause's own may still set its mood («قرار است …», "من المقرر أن …").
_MOOD = 6
#: Types whose verb says less than what follows it («تهران آماده است تجربه خود را …»).
SAYING = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE"})
#: Types that nobody tells of themselves in the news.
_OTHERS_ACTS = frozenset({"ASSAULT", "PROTEST", "COERCE"})


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known around a clause: words that set its mood, the parties of what it says, dates, the thread."""

    mood: Sequence[str]
    complement: Sequence[Argument]
    said: Clause | None
    times: Times
    thread: Thread
    states: Mapping[str, str]

    @classmethod
    def of(
        cls, clause: Clause, previous: Clause | None, following: Sequence[Clause], times: Times, thread: Thread,
        states: Mapping[str, str],
    ) -> Setting:  # fmt: skip
        """Look around *clause*: at the one before, and at the one *following* if there is one."""
        mood, said = _mood(clause, previous), _said(clause, following)
        return cls(mood, _complement(clause, following), said, times, thread, states)


def _complement(clause: Clause, following: Sequence[Clause]) -> tuple[Argument, ...]:
    """The parties of the clause that says what was said, promised or refused, if the next one does."""
    return tuple(
        a for c in following if c.sentence == clause.sentence and (c.complement or clause.last == c.first)
        for a in c.arguments
    )  # fmt: skip


def _said(clause: Clause, following: Sequence[Clause]) -> Clause | None:
    """The clause after *clause* that says what was said, promised or refused, if the next one does."""
    return next((c for c in following if c.sentence == clause.sentence and clause.last == c.first), None)


def _mood(clause: Clause, previous: Clause | None) -> tuple[str, ...]:
    """The last words of the clause before, such as «قرار است» or "من المقرر أن", where it runs on into this one."""
    if previous is None or previous.last != clause.first:
        return ()
    return previous.keys[-_MOOD:]


def triggers_in(clause: Clause, language: str) -> Iterator[Found]:
    """Yield what tells of an event in *clause*: the verb's trigger, then nouns that it does not carry."""
    keys = tuple(w.key for w in clause.words)
    used: frozenset[int] = frozenset()
    if clause.verb is not None:
        verbal = find_verbal(keys, clause.first, clause.last, clause.verb, language)
        if verbal is not None:
            used = verbal.words
            yield verbal
    for nominal in find_nominal(keys, clause.first, clause.last, language):
        if nominal.first not in used:
            yield nominal


def draft_of(clause: Clause, found: Found, around: Setting, language: str) -> Draft | None:
    """Return the event that *found* tells of in *clause*, None where it tells of none or nobody is known to act."""
    trigger = found.trigger
    type_, mode = trigger.type, trigger.mode
    if not found.by_noun and clause.verb is not None and clause.verb.negated and trigger.negated is not None:
        type_, mode = trigger.negated
    status = judge(clause, found, around.mood, type_, language)
    if status is None or (trigger.ahead and status != "planned"):
        return None
    if status in {"happened", "ongoing"} and not found.by_noun and around.times.lies_ahead(clause):
        status = "planned"
    if not found.by_noun and _first_person(clause) and (type_ in _OTHERS_ACTS or around.thread.voice is None):
        return None
    if type_ == trigger.type:
        status = trigger.status or status
    who = sides(clause, found, around.complement, around.thread, around.states, language)
    if who is None or (found.by_noun and who.attached < (2 if trigger.weight < 1 else 1)):
        return None
    back = _refers_back(clause, language) or _first_person(clause)
    if back and type_ == "CONSULT" and not found.by_noun and around.thread.company and not who.attached > 1:
        who = replace(who, actors=around.thread.join(who.actors), recipients=())
    if type_ == "CONSULT" and not trigger.domestic and len(who.actors) + len(who.recipients) < 2:
        return None
    if status in {"planned", "proposed"}:
        type_ = future_type(type_)
        if type_ != trigger.type:
            mode = None
    topics = tuple(dict.fromkeys((*trigger.topics, *topics_of(clause.keys, language))))
    when = _when(clause, found, around, type_, status, who, language)
    event = Event(
        type_, status, who.actors, who.recipients, _evidence(clause, found, around), mode, who.people, when,
        _place(clause, around.thread, when), topics,
    )  # fmt: skip
    return Draft(event, found.by_noun, back, meeting=trigger.meeting, told=told_by(clause, found))


def told_by(clause: Clause, found: Found) -> Span:
    """Return the words of *clause* from the first to the last that carry a trigger."""
    return clause.words[found.first].span.to(clause.words[found.last - 1].span)


def _when(
    clause: Clause, found: Found, around: Setting, type_: str, status: str, who: Sides, language: str
) -> Period | None:
    """The event's own date, else that of its line, its sentence, or the occasion it belongs to."""
    own = around.times.worded(clause, found, status)
    if own is not None:
        if not found.by_noun and not clause.complement:
            around.thread.dated(own)
        return own
    if status != "happened" or grammar(language).undated.names(clause.keys):
        return None
    before = clause.verb is not None and clause.verb.tense == "pluperfect"
    return (
        around.times.of_line(clause)
        or (None if found.by_noun else around.times.before(clause, status))
        or (None if before and not found.by_noun else around.thread.date_of(type_, who.actors, who.recipients))
        or (None if before else around.thread.said_on(type_, who.actors, who.people))
    )


def _refers_back(clause: Clause, language: str) -> bool:
    """Whether a clause speaks of talks already told («در این دیدار», "خلال اللقاء")."""
    return bool(grammar(language).back.names(clause.keys))


def _first_person(clause: Clause) -> bool:
    """Whether somebody tells what they did themselves («ما حمله کردیم»): a memoir, a player, no news of a state."""
    return clause.verb is not None and clause.verb.person in {1, 2}


def _evidence(clause: Clause, found: Found, around: Setting) -> Span:
    """The clause, with what it says was said or promised; for a noun the stretch to the parties that hang on it."""
    if not found.by_noun:
        says = around.said is not None and found.trigger.type in SAYING
        return clause.span.to(around.said.span) if says and around.said is not None else clause.span
    parties = [a for a in clause.arguments if found.first <= a.first <= found.last + 12]
    if not parties:
        parties = [a for a in clause.arguments if a.last <= found.first and a.role == "subject" and a.direct]
    last = max([found.last, *(a.last for a in parties)])
    first = min([found.first, *(a.first for a in parties if a.first < found.first)])
    return clause.words[first].span.to(clause.words[last - 1].span)


def _place(clause: Clause, thread: Thread, when: Period | None) -> str | None:
    """The place that the clause words, else that of the occasion the event belongs to."""
    places = [a.entity for a in clause.arguments if a.entity.startswith("place:")]
    if places:
        return places[0]
    there = thread.occasion is not None and when == thread.occasion[1] and not thread.elsewhere
    return thread.place if there else None
