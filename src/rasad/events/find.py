"""Events of one article: triggers met in clauses, with the parties that grammar gives them, dated and placed.

The coder reads lexicons alone. It goes clause by clause: the most specific trigger of the verb, then nouns that tell of
events by themselves; actors and recipients come from the roles that the trigger names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rasad.entities.entity import Resolution
from rasad.clauses.clause import Argument, Clause, clauses_of
from rasad.events.event import Event, Period
from rasad.events.gist import gist
from rasad.events.status import future_type, judge
from rasad.events.topics import topics_of
from rasad.clauses.triggers import Found, Trigger, find_nominal, find_verbal
from rasad.events.when import nearest, period
from rasad.mentions.mention import DateMention
from rasad.text.article import Article
from rasad.text.span import Span

#: Acts that have nobody to tell of without an actor are still told of these types (an attack by nobody named).
_MAY_LACK_ACTOR = {"ASSAULT", "PROTEST", "COERCE", "SANCTION"}


@dataclass(slots=True)
class _Thread:
    """What a telling carries from clause to clause: its last subject, date and place."""

    subject: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    date: Period | None = None
    place: str | None = None
    sentence: int = -1


@dataclass(frozen=True, slots=True)
class _Draft:
    event: Event
    trigger: Trigger
    dated: bool


def find_events(article: Article, resolution: Resolution, dates: Sequence[DateMention]) -> tuple[Event, ...]:
    """Return the events that *article* tells of, in reading order.

    Events of the title are kept only where the body does not tell them. Nothing is coded from page furniture.
    """
    drafts = list(_drafts(article, resolution, dates))
    drafts = _merge(article, drafts)
    drafts = _hosts(drafts, resolution)
    names = {e.id: e.name for e in resolution.entities}
    return tuple(
        replace(
            d.event,
            gist=gist(d.event.type, d.event.mode, d.event.status, d.event.actors, d.event.recipients, d.event.topics,
                      lambda i: names.get(i, i)),
        )
        for d in drafts
    )  # fmt: skip


def _drafts(article: Article, resolution: Resolution, dates: Sequence[DateMention]) -> Iterator[_Draft]:
    language = article.base_language
    thread = _Thread()
    previous: Clause | None = None
    for clause in clauses_of(article, resolution):
        if clause.sentence != thread.sentence:
            thread.sentence = clause.sentence
            previous = None
        keys = clause.keys
        around = _around(clause, previous)
        here = article.sentences[clause.sentence]
        mention = nearest(dates, clause.span, clause.span) or nearest(dates, here, clause.span)
        date = period(mention) if mention else None
        if date is not None:
            thread.date = date
        status = judge(around, clause.verb, language)
        for found in _found(clause, language):
            draft = _draft(article, resolution, clause, found, status, thread, date, language)
            if draft is not None:
                yield draft
        subjects = _direct(clause, ("subject",))
        if subjects and not clause.complement:
            thread.subject = tuple(dict.fromkeys(a.party for a in subjects if a.party))
            thread.people = tuple(dict.fromkeys(a.entity for a in subjects if a.entity.startswith("person:")))
        places = [a for a in clause.arguments if a.entity.startswith("place:") and a.role == "in"]
        if places:
            thread.place = places[-1].entity
        previous = clause


def _around(clause: Clause, previous: Clause | None) -> tuple[str, ...]:
    """The clause's words, with the short clause before it («قرار است …», "من المقرر أن …") that may set its mood."""
    before = previous.keys if previous is not None and previous.last - previous.first <= 6 else ()
    return (*before, *clause.keys)


def _found(clause: Clause, language: str) -> Iterator[Found]:
    keys = tuple(w.key for w in clause.words)
    used = range(0)
    if clause.verb is not None:
        verbal = find_verbal(keys, clause.first, clause.last, clause.verb, language)
        if verbal is not None:
            used = range(verbal.first, verbal.last)
            yield verbal
    for nominal in find_nominal(keys, clause.first, clause.last, language):
        if nominal.first not in used:
            yield nominal


def _direct(clause: Clause, roles: Sequence[str]) -> list[Argument]:
    found = [a for a in clause.arguments if a.role in roles and a.party]
    return [a for a in found if a.direct] or found


def _draft(
    article: Article, resolution: Resolution, clause: Clause, found: Found, status: str | None, thread: _Thread,
    date: Period | None, language: str,
) -> _Draft | None:  # fmt: skip
    trigger = found.trigger
    type_, mode = trigger.type, trigger.mode
    negated = not found.by_noun and clause.verb is not None and clause.verb.negated
    if negated:
        if trigger.negated is None:
            return None
        type_, mode = trigger.negated
    if status is None and not (found.by_noun and clause.verb is not None and clause.verb.tense != "subjunctive"):
        return None
    status = trigger.status or status or "happened"
    actors, recipients, people, attached = _parties(clause, found, thread, resolution, language)
    if found.by_noun and attached < (2 if trigger.weight < 1 else 1):
        return None
    if not actors and not (recipients and type_ in _MAY_LACK_ACTOR):
        return None
    if trigger.domestic and not recipients:
        recipients = actors
    elif not trigger.domestic:
        recipients = tuple(r for r in recipients if r not in actors)
    if trigger.mutual:
        actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
    if type_ == "CONSULT" and not trigger.domestic and len(actors) + len(recipients) < 2:
        return None
    if status in {"planned", "proposed"}:
        type_ = future_type(type_)
        if type_ != trigger.type:
            mode = None
    span = _evidence(clause, found)
    keys = clause.keys
    topics = tuple(dict.fromkeys((*trigger.topics, *topics_of(keys, language))))
    when = date if date is not None else thread.date
    event = Event(type_, status, actors, recipients, span, mode, people, when, _place(clause, thread), topics)
    return _Draft(event, trigger, date is not None)


def _evidence(clause: Clause, found: Found) -> Span:
    if not found.by_noun:
        return clause.span
    parties = [a for a in clause.arguments if found.first <= a.first <= found.last + 12]
    last = max([found.last, *(a.last for a in parties)])
    first = min([found.first, *(a.first for a in parties if a.first < found.first)])
    return clause.words[first].span.to(clause.words[last - 1].span)


def _parties(
    clause: Clause, found: Found, thread: _Thread, resolution: Resolution, language: str
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], int]:
    """Actors, recipients and people of a trigger, and how many parties hang on its own noun."""
    trigger = found.trigger
    arguments = clause.arguments
    if found.by_noun:
        arguments = _of_noun(clause, found)
    attached = len({a.party for a in arguments if a.party})
    passive = clause.verb is not None and clause.verb.passive and not trigger.passive and not found.by_noun
    actor_roles, recipient_roles = trigger.actor, trigger.recipient
    if passive:
        recipient_roles, actor_roles = ("subject", *recipient_roles), ("by",)
    taken: list[Argument] = []
    actors = _fill(arguments, actor_roles, taken)
    if not actors and not passive and "subject" in actor_roles and not trigger.passive:
        actors = thread.subject
        people = thread.people
    else:
        people = ()
    recipients = _fill(arguments, recipient_roles, taken)
    named = tuple(dict.fromkeys(a.entity for a in taken if a.entity.startswith("person:")))
    return actors, recipients, tuple(dict.fromkeys((*people, *named))), attached


def _fill(arguments: Sequence[Argument], roles: Sequence[str], taken: list[Argument]) -> tuple[str, ...]:
    """The parties of the first of *roles* that any free argument has; arguments used are added to *taken*."""
    for role in roles:
        wanted = (role, "between") if role == "with" else (role,)
        free = [a for a in arguments if a.role in wanted and a.party and a not in taken]
        chosen = [a for a in free if a.direct] or free
        if chosen:
            taken.extend(chosen)
            return tuple(dict.fromkeys(a.party for a in chosen))
    return ()


def _of_noun(clause: Clause, found: Found) -> tuple[Argument, ...]:
    """The arguments that hang on a noun: those after it, the first without preposition as its genitive; the subject too."""
    out: list[Argument] = []
    genitive = True
    for argument in clause.arguments:
        if argument.first < found.first:
            if argument.role == "subject" and argument.direct:
                out.append(argument)
        elif clause.verb is None or argument.last <= clause.verb.first or clause.verb.last <= found.first:
            near = argument.first - found.last <= 4
            if near and genitive and argument.role not in {"with", "to", "from", "between", "against", "by"}:
                out.append(replace(argument, role="of"))
            else:
                genitive = False
                out.append(argument)
    return tuple(out)


def _place(clause: Clause, thread: _Thread) -> str | None:
    places = [a.entity for a in clause.arguments if a.entity.startswith("place:")]
    return places[0] if places else thread.place


def _merge(article: Article, drafts: Sequence[_Draft]) -> list[_Draft]:
    """One record per type, parties and occasion: the title's events give way to the body's, repeated nouns to the verb."""
    out: list[_Draft] = []
    for draft in drafts:
        event = draft.event
        in_title = article.title is not None and article.title.meets(event.evidence)
        same = [
            d for d in drafts
            if d is not draft and d.event.type == event.type and _sides(d.event) == _sides(event)
        ]  # fmt: skip
        if in_title and any(article.title is None or not article.title.meets(d.event.evidence) for d in same):
            continue
        if any(o.event.type == event.type and _sides(o.event) == _sides(event) and _near(article, o.event, event) for o in out):
            continue
        out.append(draft)
    return out


def _sides(event: Event) -> frozenset[str]:
    return frozenset((*event.actors, *event.recipients))


def _near(article: Article, a: Event, b: Event) -> bool:
    """Whether two events stand in one sentence."""
    return any(s.meets(a.evidence) and s.meets(b.evidence) for s in article.sentences)


def _hosts(drafts: Sequence[_Draft], resolution: Resolution) -> list[_Draft]:
    """Give talks on a visit their host: the state in whose place they are held becomes the recipient."""
    states = {e.id: e.state for e in resolution.entities if e.type == "place"}
    out: list[_Draft] = []
    for draft in drafts:
        event = draft.event
        sides = (*event.actors, *event.recipients)
        host = states.get(event.place or "")
        if event.type == "CONSULT" and event.mode in {None, "visit"} and len(sides) > 1:
            if host in sides:
                event = replace(event, actors=tuple(s for s in sides if s != host), recipients=(host,) if host else ())
            elif event.mode is None and draft.trigger.meeting:
                event = replace(event, actors=sides, recipients=())
        out.append(_Draft(event, draft.trigger, draft.dated))
    return out


