"""Whose words are reported: the subject of the reporting verb, else whoever spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rasad.clauses.arguments import Argument
from rasad.clauses.grammar import grammar
from rasad.statements.reporting import group, words_of_kind
from rasad.text.phrases import bare_forms

#: Speakers of one statement: ids, or None alone for a group without a name. Empty: no subject is worded.
Speakers = tuple[str | None, ...]

_SUBJECTS = frozenset({"subject", "by"})
_BACK = frozenset({"pronoun"})
#: How many words of a noun phrase may stand before the word for a group.
_NEAR = 4


@dataclass(slots=True)
class Thread:
    """What later wordings fall back on: who spoke or acted last, the last person to speak, and the last forum."""

    speakers: Speakers = ()
    sentence: int = -9
    person: Speakers = ()
    forum: Speakers = ()

    def note(self, speakers: Speakers, sentence: int) -> None:
        """Remember that *speakers* spoke in sentence number *sentence*."""
        self.speakers, self.sentence = speakers, sentence
        if all(s is not None and s.startswith("person:") for s in speakers):
            self.person = speakers

    def turn(self, speakers: Speakers) -> None:
        """Remember who acted: the next verb without a subject is theirs."""
        self.speakers = speakers


def subject_of(
    arguments: Sequence[Argument], keys: Sequence[str], first: int, last: int, language: str, thread: Thread
) -> Speakers | None:
    """Return the speakers in ``keys[first:last]``, the stretch that may hold a verb's subject.

    A person comes before a body and a body before a state; equals joined by «و» speak together; «وی» is whoever spoke
    last. None where somebody acts who is nobody's party ("وذكرت دراسة").
    """
    subjects = [a for a in arguments if first <= a.first < last and a.role in _SUBJECTS]
    inside = [a for a in subjects if not _is_place(a)]
    people = [a for a in inside if a.entity.startswith("person:")]
    named = [a for a in people if a.form not in _BACK]
    if not named and people and thread.person:
        return thread.person
    chosen = next(iter(named or people), None)
    if chosen is None:
        direct = [a for a in inside if a.direct]
        bodies = [a for a in direct if _kind(a) == "body"]
        chosen = next(iter(direct or inside), None)
        if bodies and chosen is not None and bodies[0].first - chosen.last <= _NEAR:
            chosen = bodies[0]
    if chosen is None or (chosen.form not in {"person", "role"} and _kind(chosen) == "state"):
        collective = _collective(
            arguments, keys, first, min(last, chosen.first + 1) if chosen is not None else last, language, thread
        )
        if collective is not None:
            return collective
    if chosen is None:
        return None if any(not a.entity for a in subjects) else ()
    return _with_equals(chosen, inside)


def _collective(
    arguments: Sequence[Argument], keys: Sequence[str], first: int, last: int, language: str, thread: Thread
) -> Speakers | None:
    """Whom a word for a group at the beginning of ``keys[first:last]`` means: nobody by name, or the last forum."""
    known = grammar(language)
    for index in range(first, min(last, first + _NEAR, len(keys))):
        if any(group(language, "unnamed").at(keys, index)):
            body = next((a for a in arguments if index < a.first <= index + _NEAR and _kind(a) == "body"), None)
            return (body.entity if body is not None else None,)
        if any(group(language, "participants").at(keys, index)) and thread.forum:
            return thread.forum
        if language == "ar" and (keys[index],) in known.prepositions:
            break
    return None


def _is_place(argument: Argument) -> bool:
    return not argument.entity or argument.entity.startswith(("place:", "region:", "document:", "project:"))


def _with_equals(chosen: Argument, inside: Sequence[Argument]) -> Speakers:
    """The chosen one, those of its list («چین و روسیه»), and those whom the same words mean («دو رئیس جمهور»)."""
    kind = _kind(chosen)
    return tuple(
        dict.fromkeys(
            a.entity
            for a in inside
            if a is chosen
            or (
                _kind(a) == kind
                and a.direct
                and (a.form != "group" or chosen.form == "group")
                and (a.phrase == chosen.phrase or (a.first, a.last) == (chosen.first, chosen.last))
                and a.form not in _BACK
            )
        )
    )


def _kind(argument: Argument) -> str:
    head = argument.entity.split(":")[0]
    return {"person": "person", "org": "body", "forum": "body", "media": "body"}.get(head, "state")


def source_of(
    arguments: Sequence[Argument], keys: Sequence[str], start: int, language: str, thread: Thread
) -> tuple[Speakers, int]:
    """Return the speakers named right after a phrase such as «به گفته», and where their wording ends."""
    known = grammar(language)
    helpers = known.titles | words_of_kind(language, "source_nouns")
    found: list[Argument] = []
    end = start
    for argument in sorted(arguments, key=lambda a: a.first):
        if argument.first < start:
            continue
        between = keys[end : argument.first]
        if len(between) > _NEAR + 1 or any(_stops(k, helpers, language) for k in between):
            break
        if not _is_place(argument):
            found.append(argument)
        end = max(end, argument.last)
    if not found:
        collective = _collective(arguments, keys, start, start + 2, language, thread)
        return (collective, start + 1) if collective is not None else ((), start)
    people = [a for a in found if a.entity.startswith("person:")]
    if people and all(a.form in _BACK for a in people) and thread.person:
        return thread.person, end
    bodies = [a for a in found if _kind(a) == "body"]
    return ((people or bodies or found)[0].entity,), end


def _stops(key: str, allowed: frozenset[str], language: str) -> bool:
    """Whether a word ends the noun phrase of a source: it is no title, body or noun of saying."""
    return key not in allowed and allowed.isdisjoint(bare_forms(key, language))
