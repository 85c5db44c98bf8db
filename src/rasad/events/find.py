"""Events of one article: triggers met in clauses, with the parties that grammar gives them, dated and placed.

The coder reads lexicons alone. It goes clause by clause: the most specific trigger of the verb, then nouns that tell of
events by themselves; actors and recipients come from the roles that the trigger names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from rasad.clauses.arguments import Argument
from rasad.clauses.clause import Clause
from rasad.clauses.grammar import grammar
from rasad.clauses.triggers import Found, find_nominal, find_verbal
from rasad.entities.entity import Resolution
from rasad.events.denials import act_in, denied, denied_before, denies
from rasad.events.event import Event, Period
from rasad.events.genre import other_genre
from rasad.events.gist import gist
from rasad.events.merge import Draft, merged
from rasad.events.parties import Sides, sides
from rasad.events.status import cues_in, future_type, judge
from rasad.events.thread import Thread
from rasad.events.topics import topics_of
from rasad.events.when import Times
from rasad.mentions.mention import DateMention
from rasad.text.article import Article
from rasad.text.span import Span

#: How many words before a clause's own may still set its mood («قرار است …», "من المقرر أن …").
_MOOD = 6
#: Types whose verb says less than what follows it («تهران آماده است تجربه خود را …»).
_SAYING = frozenset({"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE"})
#: Roles of those who must do something («ایران باید …», "على إيران أن …").
_OBLIGED = frozenset({"subject", "on"})
#: Types that a noun tells only once more, where its clause has told what the same parties did («حمایت خود را اعلان کردند»).
_SAID_TOO = frozenset({"SUPPORT"})
#: Types that nobody tells of themselves in the news.
_OTHERS_ACTS = frozenset({"ASSAULT", "PROTEST", "COERCE"})
#: How long the id of a state is.
_STATE = 3
#: The share of one state among the parties of an article that is about that state alone.
_INWARD = 0.8
#: Types that are nothing without somebody else: in such an article they tell of no dealings of states.
_OUTWARD = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "COOPERATE", "AID", "CONCEDE",
                      "SANCTION", "RETREAT"})  # fmt: skip


def find_events(
    article: Article, resolution: Resolution, clauses: Sequence[Clause], dates: Sequence[DateMention]
) -> tuple[Event, ...]:
    """Return the events that *article* tells of, in reading order.

    Events of the title are kept only where the body does not tell them. Nothing is coded from page furniture.
    """
    if article.base_language not in {"fa", "ar"} or other_genre(article) is not None:
        return ()
    names = {e.id: e.name for e in resolution.entities}
    inward = _looks_inward(resolution)
    drafts, summit = _drafts(article, resolution, clauses, dates)
    if summit:
        drafts, _ = _drafts(article, resolution, clauses, dates, summit)
    drafts = tuple(d for d in drafts if not _in_title(article, d.event)) or drafts
    told = (d.event for d in merged(article, drafts, resolution))
    return tuple(_with_gist(e, names) for e in told if not (inward and e.type in _OUTWARD and _alone(e)))


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
    summit: tuple[str, ...] = (),
) -> tuple[tuple[Draft, ...], tuple[str, ...]]:  # fmt: skip
    """What the clauses tell, and those who met at a summit if some were told later than what they did there.

    Args:
        summit: those who met, where a first reading has found them.
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
        mood = _mood(clause, previous)
        following = clauses[number + 1 : number + 2]
        around = _Setting(mood, _complement(clause, following), _said(clause, following), times, thread, states)
        here = tuple(_here(clause, previous, around, told, language))
        for draft in here:
            told.append((clause, draft))
            thread.told(draft.event)
        _carry_on(thread, clause, times)
        previous = clause
    return tuple(draft for _, draft in told if not draft.alleged), thread.joined


def _here(
    clause: Clause, previous: Clause | None, around: _Setting, told: list[tuple[Clause, Draft]], language: str
) -> Iterator[Draft]:
    """What *clause* tells; what it denies of what was *told* is taken out there."""
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
    demands = runs_on and not any(c is previous and d.event.type in _SAYING for c, d in told[-2:])
    demand = _demand(clause, previous, around, language) if demands else None
    if demand is not None:
        yield demand
    by_verb: frozenset[str] = frozenset()
    for found in () if demand is not None else _found(clause, language):
        draft = _draft(clause, found, around, language)
        if draft is not None:
            parties = frozenset((*draft.event.actors, *draft.event.recipients))
            if found.by_noun and parties == by_verb and draft.event.type in _SAID_TOO:
                continue
            by_verb = by_verb if found.by_noun else parties
        if draft is not None and is_denied:
            yield replace(draft, event=denied(draft.event, clause))
        elif draft is not None:
            yield replace(draft, alleged=alleges)


def _demand(clause: Clause, previous: Clause | None, around: _Setting, language: str) -> Draft | None:
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
    return Draft(replace(event, topics=topics_of(clause.keys, language)))


def _denial(clause: Clause, act: Found, around: _Setting, language: str) -> Draft | None:
    """The act that *clause* denies by a noun or an infinitive."""
    who = sides(clause, act, around.complement, around.thread, around.states, language)
    if who is None:
        return None
    event = Event(act.trigger.type, "denied", who.actors, who.recipients, clause.span, act.trigger.mode, who.people)
    return Draft(event, meeting=act.trigger.meeting)


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


def _found(clause: Clause, language: str) -> Iterator[Found]:
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


@dataclass(frozen=True, slots=True)
class _Setting:
    """What is known around a clause: words before it that set its mood, the parties of what it says, dates, the thread."""

    mood: Sequence[str]
    complement: Sequence[Argument]
    said: Clause | None
    times: Times
    thread: Thread
    states: Mapping[str, str]


def _draft(clause: Clause, found: Found, around: _Setting, language: str) -> Draft | None:
    trigger = found.trigger
    type_, mode = trigger.type, trigger.mode
    if not found.by_noun and clause.verb is not None and clause.verb.negated and trigger.negated is not None:
        type_, mode = trigger.negated
    status = judge(clause, found, around.mood, type_, language)
    if status is None or (trigger.ahead and status != "planned"):
        return None
    if status in {"happened", "ongoing"} and not found.by_noun and around.times.lies_ahead(clause):
        status = "planned"
    if type_ in _OTHERS_ACTS and not found.by_noun and _first_person(clause):
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
    return Draft(event, found.by_noun, back, meeting=trigger.meeting)


def _when(
    clause: Clause, found: Found, around: _Setting, type_: str, status: str, who: Sides, language: str
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
    """Whether somebody tells what they did themselves («ما حمله کردیم»): a memoir, a player, not the news of a state."""
    return clause.verb is not None and clause.verb.person in {1, 2}


def _evidence(clause: Clause, found: Found, around: _Setting) -> Span:
    """The clause, with what it says was said or promised; for a noun the stretch to the parties that hang on it."""
    if not found.by_noun:
        says = around.said is not None and found.trigger.type in _SAYING
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
