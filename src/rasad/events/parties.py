"""Who did it to whom: the sides of an event, from the roles that its trigger names and the thread of the telling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rasad.clauses.arguments import Argument
from rasad.clauses.clause import Clause
from rasad.clauses.grammar import grammar
from rasad.clauses.triggers import Found
from rasad.events.thread import Thread
from rasad.knowledge.base import load_base

#: Types that are hardly ever told without a recipient: where the clause names none, the counterpart is meant.
_DIRECTED = frozenset({"AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "SANCTION", "COERCE", "AID",
                       "CONCEDE", "RETREAT", "COOPERATE"})  # fmt: skip
#: Modes of acts that one does alone, though their types are done to others.
_OWN_MODES = frozenset({"resign"})
#: Types that may be told without an actor (an attack by nobody named).
_MAY_LACK_ACTOR = frozenset({"ASSAULT", "PROTEST", "COERCE"})
#: Types that are told as undergone («اخراج شدند», «احضار شد»): who did it then stands elsewhere or goes without saying.
_UNDERGONE = frozenset({"ACCUSE", "SANCTION", "COERCE", "CONCEDE", "RETREAT", "REJECT"})
#: Types of acts inside one state, where nobody is named.
_AT_HOME = frozenset({"COERCE", "PROTEST"})
#: Types whose recipient may be told by a place of it, and the roles that such a place has.
_AT_PLACES = frozenset({"ASSAULT", "CONSULT", "AID"})
_AIMED = frozenset({"to", "on", "against", "in", "of"})
#: Roles that no genitive has.
_ASIDE = frozenset({"with", "to", "from", "between", "against", "by"})
#: How long the id of a state is.
_STATE = 3
#: How many states make a summit.
_SUMMIT = 3
#: Roles of parties that only set a scene.
_SCENE = frozenset({"in", "other", "about"})


@dataclass(frozen=True, slots=True)
class Sides:
    """The actors and recipients of an event, the people among them, and how many parties hang on a noun itself."""

    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    people: tuple[str, ...]
    attached: int


def sides(
    clause: Clause, found: Found, complement: Sequence[Argument], thread: Thread, states: Mapping[str, str],
    language: str,
) -> Sides | None:  # fmt: skip
    """Return the sides of the event that *found* tells of in *clause*, or None where nobody is known to act.

    Args:
        complement: the parties of what follows in the sentence: what was said, promised, refused.
        thread: where the telling is at; not changed.
        states: the state of each place of the article.
    """
    trigger = found.trigger
    arguments = _of_noun(clause, found) if found.by_noun else clause.arguments
    attached = len({a.party for a in arguments if a.party})
    several = _several(arguments) if trigger.mutual else ()
    if len(several) > 1:
        return Sides(several, (), _people(arguments), attached)
    taken: list[Argument] = []
    actor_roles, recipient_roles = _roles(clause, found)
    actors = _fill(arguments, actor_roles, taken)
    if not actors:
        actors = _regions([a for a in arguments if a.role in actor_roles])
    people: tuple[str, ...] = ()
    if not actors and _inherits(clause, found, arguments, language):
        actors, people = _meant(clause, found, thread, arguments, states)
    recipients = tuple(p for p in _fill(arguments, recipient_roles, taken) if p not in actors)
    people = tuple(dict.fromkeys((*people, *_people(taken))))
    if not recipients and (trigger.type in _AT_PLACES or _at_their_place(found)):
        recipients = tuple(p for p in _owners(arguments, states) if p not in actors)
    actors, recipients = _completed(
        clause, found, arguments, actors, recipients, complement, thread, states, language
    )
    if not actors and not (recipients and trigger.type in _MAY_LACK_ACTOR):
        return None
    if trigger.mutual:
        actors, recipients = tuple(dict.fromkeys((*actors, *recipients))), ()
    return Sides(actors, recipients, people, attached)


def _roles(clause: Clause, found: Found) -> tuple[Sequence[str], Sequence[str]]:
    """The roles that actors and recipients have here: turned around by a passive, a noun's own genitive first."""
    trigger = found.trigger
    if found.by_noun:
        own = tuple(r for r in trigger.actor if r != "subject")
        return (*own, *(r for r in trigger.actor if r == "subject")), trigger.recipient
    if clause.verb is not None and clause.verb.passive and not trigger.passive:
        return ("by", "between"), ("subject", *trigger.recipient)
    return trigger.actor, trigger.recipient


def _inherits(clause: Clause, found: Found, arguments: Sequence[Argument], language: str) -> bool:
    """Whether who acted before may act here too: not where an act happens by itself or has its own doer."""
    if found.by_noun or found.trigger.passive or (clause.verb is not None and clause.verb.passive):
        return False
    if any(a.role == "subject" and not a.entity for a in arguments):
        return False
    return not (found.trigger.type == "ASSAULT" and grammar(language).happens(clause.keys))


def _completed(
    clause: Clause, found: Found, arguments: Sequence[Argument], actors: tuple[str, ...], recipients: tuple[str, ...],
    complement: Sequence[Argument], thread: Thread, states: Mapping[str, str], language: str,
) -> tuple[tuple[str, ...], tuple[str, ...]]:  # fmt: skip
    """Fill the side that the clause leaves out: from its other parties, its place, or whom the telling is about."""
    trigger = found.trigger
    if trigger.domestic or (trigger.type in _AT_HOME and not actors and not recipients):
        actors = actors or _at_home(arguments, states, thread)
        return actors, recipients or actors
    if trigger.mutual or trigger.meeting:
        if len({*actors, *recipients}) < 2:
            recipients = _others(arguments, actors) or _regions(arguments) or thread.counterpart(actors)
        if not actors and not recipients and trigger.mutual:
            actors = thread.together()
    elif actors and not recipients and trigger.type in _DIRECTED and trigger.mode not in _OWN_MODES:
        recipients = _others(arguments, actors) or _regions(arguments) or _others(complement, actors)
        if recipients and _is_their_own(recipients, actors, thread):
            recipients = tuple(p for p in thread.company if p not in actors and len(p) == _STATE)
        if not recipients and not (trigger.type == "ACCUSE" and grammar(language).tells_incident(clause.keys)):
            recipients = thread.counterpart(actors)
    elif recipients and not actors and trigger.type in _UNDERGONE:
        actors = _others(arguments, recipients) or _doers(trigger.type, arguments, recipients, states, thread)
    return actors, recipients


def _is_their_own(recipients: Sequence[str], actors: Sequence[str], thread: Thread) -> bool:
    """Whether somebody at a summit turns to the body that meets there: to the others, then."""
    if thread.elsewhere or not set(actors) <= set(thread.company):
        return False
    if len(recipients) > 1 or len(recipients[0]) == _STATE:
        return False
    if sum(len(p) == _STATE for p in thread.company) < _SUMMIT:
        return False
    return set(actors) <= set(load_base().members(recipients[0]))


def _doers(
    type_: str, arguments: Sequence[Argument], undergone: Sequence[str], states: Mapping[str, str], thread: Thread
) -> tuple[str, ...]:
    """Who goes without saying where something is undergone: the place's state, the counterpart, one's own state."""
    here = tuple(dict.fromkeys(states[a.entity] for a in arguments if a.entity in states))
    if type_ == "COERCE":
        return here[:1] or tuple(p for p in thread.focus if p in undergone)[:1] or thread.counterpart(undergone)
    return tuple(p for p in here if p not in undergone)[:1] or thread.counterpart(undergone)


def _at_their_place(found: Found) -> bool:
    """Whether a trigger says that whom it is done to is told by a place («سفارت خود را در کابل بازگشود»)."""
    return found.trigger.type == "SUPPORT" and not found.trigger.mutual and "in" in found.trigger.recipient


def _at_home(arguments: Sequence[Argument], states: Mapping[str, str], thread: Thread) -> tuple[str, ...]:
    """The state in which an act takes place: by its place, by the one who acted last, by what the article is about."""
    here = tuple(dict.fromkeys(states[a.entity] for a in arguments if a.entity in states))
    if here:
        return here[:1]
    told = tuple(a.party for a in arguments if a.role == "other" and len(a.party) == 3)
    if told:
        return told[:1]
    return thread.subject if len(thread.subject) == 1 and len(thread.subject[0]) == 3 else thread.focus[:1]


def _owners(arguments: Sequence[Argument], states: Mapping[str, str]) -> tuple[str, ...]:
    """The states of the places that an act is aimed at: «حمله بر تورخم», "زيارة إلى هرات"."""
    aimed = [a.entity for a in arguments if a.entity in states and a.role in _AIMED]
    return tuple(dict.fromkeys(states[a] for a in aimed))


def _several(arguments: Sequence[Argument]) -> tuple[str, ...]:
    """Those whom the clause itself puts side by side: «میان ایران و عراق», or subjects joined with «و»."""
    for role in ("between", "subject"):
        found = [a for a in arguments if a.role == role and a.party and a.direct]
        parties = tuple(dict.fromkeys(a.party for a in found))
        if len(parties) > 1 and (role == "between" or not any(a.role == "with" and a.party for a in arguments)):
            return parties
    return ()


def _meant(
    clause: Clause, found: Found, thread: Thread, arguments: Sequence[Argument], states: Mapping[str, str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who acts where the clause has no subject: the last one, or all dealt with where the verb is a plural."""
    if found.trigger.domestic:
        return _at_home(arguments, states, thread), ()
    if clause.verb is not None and clause.verb.person == 1 and thread.voice is not None:
        return (thread.voice,), ()
    plural = clause.verb is not None and clause.verb.number in {"plural", "dual"} and clause.verb.person == 3
    if plural and len(thread.subject) == 1 and (together := thread.together(thread.subject)):
        return together, ()
    return thread.subject, thread.people


def _people(arguments: Sequence[Argument]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(a.entity for a in arguments if a.entity.startswith("person:")))


def _regions(arguments: Sequence[Argument]) -> tuple[str, ...]:
    """A region is a party only where no state is named."""
    return tuple(dict.fromkeys(a.entity for a in arguments if a.entity.startswith("region:") and a.role != "in"))


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


def _others(arguments: Sequence[Argument], actors: Sequence[str]) -> tuple[str, ...]:
    """Parties of the clause beside *actors*, whatever their role: direct ones first, none that sets the scene."""
    free = [a for a in arguments if a.party and a.party not in actors and a.role not in _SCENE]
    chosen = [a for a in free if a.direct] or free
    return tuple(dict.fromkeys(a.party for a in chosen))


def _of_noun(clause: Clause, found: Found) -> tuple[Argument, ...]:
    """The arguments that hang on a noun: those after it, the first bare one as its genitive, and the subject."""
    out: list[Argument] = []
    if found.last < clause.last and clause.words[found.last].is_mark:
        return tuple(a for a in clause.arguments if a.first < found.first and a.role == "subject" and a.direct)
    genitive = True
    for argument in clause.arguments:
        if argument.first < found.first:
            if argument.role == "subject" and argument.direct:
                out.append(argument)
        elif clause.verb is None or argument.last <= clause.verb.first or clause.verb.last <= found.first:
            near = argument.first - found.last <= 4
            governed = argument.phrase > found.last and argument.role not in {"subject", "object"}
            shared = 0 <= argument.phrase < found.last
            if near and genitive and (shared or (not governed and argument.role not in _ASIDE)):
                out.append(replace(argument, role="of"))
            else:
                genitive = False
                out.append(argument)
    return tuple(out)
