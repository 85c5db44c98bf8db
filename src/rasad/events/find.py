"""Events of one article: triggers met in clauses, with the parties that grammar gives them, dated and placed.

The coder reads lexicons alone. It goes clause by clause: the most specific trigger of the verb, then nouns that tell of
events by themselves; actors and recipients come from the roles that the trigger names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rasad.clauses.clause import Clause
from rasad.clauses.triggers import Found, Trigger
from rasad.entities.entity import Resolution
from rasad.events.denials import act_in, denied, denied_before, denies
from rasad.events.draft import SAYING, Setting, draft_of, told_by, triggers_in
from rasad.events.event import Event
from rasad.events.genre import other_genre
from rasad.events.gist import gist
from rasad.events.merge import Draft, merged
from rasad.events.parties import sides
from rasad.events.status import cues_in
from rasad.events.thread import Thread
from rasad.events.topics import topics_of
from rasad.events.when import Times
from rasad.mentions.mention import DateMention
from rasad.text.article import Article
from rasad.text.span import Span

#: Roles of those who must do something («ایران باید …», "على إيران أن …").
_OBLIGED = frozenset({"subject", "on"})
#: Types that a noun tells once more, where its clause has told what the parties did («حمایت خود را اعلان کردند»).
_SAID_TOO = frozenset({"SUPPORT"})
#: How long the id of a state is.
_STATE = 3
#: The share of one state among the parties of an article that is about that state alone.
_INWARD = 0.8
#: Types that are nothing without somebody else: in such an article they tell of no dealings of states.
_OUTWARD = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "COOPERATE", "AID", "CONCEDE",
                      "SANCTION", "RETREAT"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Seen:
    """Words of the lexicons that may tell of an event, whether or not anything came of them."""

    trigger: Trigger
    span: Span

    @property
    def type(self) -> str:
        """The type of event that the words may tell of."""
        return self.trigger.type


@dataclass(frozen=True, slots=True)
class Drafts:
    """What the clauses of an article tell by the lexicons, in reading order, and all the words ``seen`` on the way."""

    told: tuple[Draft, ...] = ()
    seen: tuple[Seen, ...] = ()


def find_events(
    article: Article, resolution: Resolution, clauses: Sequence[Clause], dates: Sequence[DateMention]
) -> tuple[Event, ...]:
    """Return the events that *article* tells of by the lexicons alone, in reading order.

    Events of the title are kept only where the body does not tell them. Nothing is coded from page furniture.
    """
    return settle_events(article, resolution, draft_events(article, resolution, clauses, dates))


def draft_events(
    article: Article, resolution: Resolution, clauses: Sequence[Clause], dates: Sequence[DateMention]
) -> Drafts:
    """Return what each clause of *article* tells, before what is told twice becomes one."""
    if article.base_language not in {"fa", "ar"} or other_genre(article) is not None:
        return Drafts()
    seen: list[Seen] = []
    drafts, summit = _drafts(article, resolution, clauses, dates, (), seen)
    if summit:
        seen = []
        drafts, _ = _drafts(article, resolution, clauses, dates, summit, seen)
    return Drafts(drafts, tuple(seen))


def settle_events(article: Article, resolution: Resolution, drafts: Drafts) -> tuple[Event, ...]:
    """Return the events that *drafts* come to: each told once, the title's only where the body does not tell them."""
    names = {e.id: e.name for e in resolution.entities}
    inward = _looks_inward(resolution)
    told = tuple(d for d in drafts.told if not _in_title(article, d.event)) or drafts.told
    events = (d.event for d in merged(article, told, resolution))
    return tuple(_with_gist(e, names) for e in events if not (inward and e.type in _OUTWARD and _alone(e)))


def _looks_inward(resolution: Resolution) -> bool:
    """Whether an article is about one state alone: its schools, prices and roads."""
    counts = Counter(r.party for r in resolution.references if r.party is not None)
    return not counts or counts.most_common(1)[0][1] >= _INWARD * counts.total()


def _alone(event: Event) -> bool:
    return len({*event.actors, *event.recipients}) < 2


def _in_title(article: Article, event: Event) -> bool:
    return article.title is not None and article.title.meets(event.evidence)


def _with_gist(event: Event, names: dict[str, str]) -> Event:
    words = gist(event.type, event.mode, event.status, event.actors, event.recipients, event.topics,
                 lambda party: names.get(party, party))  # fmt: skip
    return replace(event, gist=words)


def _drafts(
    article: Article, resolution: Resolution, clauses: Sequence[Clause], dates: Sequence[DateMention],
    summit: tuple[str, ...], seen: list[Seen],
) -> tuple[tuple[Draft, ...], tuple[str, ...]]:  # fmt: skip
    """What the clauses tell, and those who met at a summit if some were told later than what they did there.

    Args:
        summit: those who met, where a first reading has found them.
        seen: where the words that may tell of an event are added.
    """
    language = article.base_language
    thread = Thread(title=_parties_in(article.title, resolution), focus=_focus(article, resolution), summit=summit)
    thread.voice = next((e.state for e in resolution.entities if e.type == "person" and e.role is not None), None)
    times = Times(article, dates)
    states = {e.id: e.state for e in resolution.entities if e.type == "place" and e.state is not None}
    previous: Clause | None = None
    told: list[tuple[Clause, Draft]] = []
    for number, clause in enumerate(clauses):
        if clause.sentence != thread.sentence:
            line = times.line(clause.sentence)
            item = _item(article, resolution, states, line) if times.is_item(line) else None
            thread.enter(clause.sentence, line, _named(clauses, clause.sentence), item)
            previous = None
        around = Setting.of(clause, previous, clauses[number + 1 : number + 2], times, thread, states)
        here = tuple(_here(clause, previous, around, told, language, seen))
        for draft in here:
            told.append((clause, draft))
            thread.told(draft.event)
        _carry_on(thread, clause, times)
        previous = clause
    return tuple(draft for _, draft in told if not draft.alleged), thread.joined


def _here(
    clause: Clause, previous: Clause | None, around: Setting, told: list[tuple[Clause, Draft]], language: str,
    seen: list[Seen],
) -> Iterator[Draft]:  # fmt: skip
    """What *clause* tells; what it denies of what was *told* is taken out there, its triggers are added to *seen*."""
    runs_on = previous is not None and previous.last == clause.first
    if denies(clause, language):
        act = act_in(clause, language)
        if act is not None:
            draft = _denial(clause, act, around, language)
        elif around.said is not None and around.said.complement:
            return
        else:
            deniers = tuple(dict.fromkeys(a.party for a in clause.arguments if a.role == "subject" and a.party))
            draft = denied_before(told, clause, deniers, language)
            if draft is not None:
                told[:] = [(c, d) for c, d in told if d is not draft]
                draft = replace(draft, event=denied(draft.event, clause), alleged=False)
        if draft is not None:
            yield draft
            return
    is_denied = runs_on and clause.complement and previous is not None and denies(previous, language)
    alleges = runs_on and clause.complement and any(
        c is previous and d.event.type == "ACCUSE" and d.event.mode == "allege" for c, d in told[-2:]
    )
    demands = runs_on and not any(c is previous and d.event.type in SAYING for c, d in told[-2:])
    demand = _demand(clause, previous, around, language) if demands else None
    if demand is not None:
        yield demand
    by_verb: frozenset[str] = frozenset()
    for found in () if demand is not None else triggers_in(clause, language):
        seen.append(Seen(found.trigger, told_by(clause, found)))
        draft = draft_of(clause, found, around, language)
        if draft is not None:
            parties = frozenset((*draft.event.actors, *draft.event.recipients))
            if found.by_noun and parties == by_verb and draft.event.type in _SAID_TOO:
                continue
            by_verb = by_verb if found.by_noun else parties
        if draft is not None and is_denied:
            yield replace(draft, event=denied(draft.event, clause))
        elif draft is not None:
            yield replace(draft, alleged=alleges)


def _demand(clause: Clause, previous: Clause | None, around: Setting, language: str) -> Draft | None:
    """What one who speaks says that others must do («کابل گفت که ایران باید …», "قال إن على …")."""
    speaker = around.thread.subject
    if not clause.complement or previous is None or previous.verb is None or len(speaker) != 1:
        return None
    if "must" not in cues_in(clause.keys, language):
        return None
    meant = [a for a in clause.arguments if a.role in _OBLIGED and a.party and a.party not in speaker]
    others = tuple(dict.fromkeys(a.party for a in meant))
    if not others:
        return None
    event = Event("REQUEST", "happened", speaker, others, clause.span, None, around.thread.people)
    return Draft(replace(event, topics=topics_of(clause.keys, language)), told=clause.span)


def _denial(clause: Clause, act: Found, around: Setting, language: str) -> Draft | None:
    """The act that *clause* denies by a noun or an infinitive."""
    who = sides(clause, act, around.complement, around.thread, around.states, language)
    if who is None:
        return None
    event = Event(act.trigger.type, "denied", who.actors, who.recipients, clause.span, act.trigger.mode, who.people)
    return Draft(event, meeting=act.trigger.meeting, told=told_by(clause, act))


def _parties_in(title: Span | None, resolution: Resolution) -> tuple[str, ...]:
    if title is None:
        return ()
    return tuple(dict.fromkeys(r.party for r in resolution.references if r.party and title.covers(r.span)))


def _focus(article: Article, resolution: Resolution) -> tuple[str, ...]:
    """The states that an article is about, most named first; one that is named half as often as the first still is."""
    counts = Counter(r.party for r in resolution.references if r.party is not None and len(r.party) == 3)
    counts.update(p for p in _parties_in(article.title, resolution) if len(p) == 3)
    most = counts.most_common(2)
    return tuple(party for party, count in most if 2 * count >= most[0][1])


def _item(article: Article, resolution: Resolution, states: Mapping[str, str], line: int) -> tuple[str, ...]:
    """The states that an item of a ticker is about, most named first: by name, or by the place that it opens with."""
    end = article.text.find("\n", line)
    here = [r for r in resolution.references if line <= r.span.start and (end < 0 or r.span.start < end)]
    counts = Counter(r.party or states.get(r.entity, "") for r in here)
    return tuple(party for party, _ in counts.most_common() if len(party) == _STATE)


def _carry_on(thread: Thread, clause: Clause, times: Times) -> None:
    """Take along whom and where *clause* was about."""
    subjects = [a for a in clause.arguments if a.role == "subject" and a.party]
    subjects = [a for a in subjects if a.direct] or subjects
    if subjects and not clause.complement:
        thread.acted(
            tuple(dict.fromkeys(a.party for a in subjects)),
            tuple(dict.fromkeys(a.entity for a in subjects if a.entity.startswith("person:"))),
        )
    day = times.day_in(clause)
    if day is not None and len(thread.subject) == 1 and subjects and not clause.complement:
        thread.spoke = (thread.subject, thread.people, thread.line, day)
    places = [a for a in clause.arguments if a.entity.startswith("place:") and a.role == "in"]
    if places:
        thread.place = places[-1].entity


def _named(clauses: Sequence[Clause], sentence: int) -> tuple[str, ...]:
    """The states that a sentence names, each once."""
    here = (a.party for c in clauses if c.sentence == sentence for a in c.arguments)
    return tuple(dict.fromkeys(p for p in here if len(p) == 3))
