"""Whose words are reported: the subject of the reporting verb, else whoever spoke last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rasad.clauses.clause import Argument
from rasad.clauses.grammar import grammar
from rasad.statements.reporting import is_unnamed, words_of_kind
from rasad.text.phrases import bare_forms

#: Speakers of one statement: ids, or None alone for a group without a name. Empty: nobody could be told.
Speakers = tuple[str | None, ...]

_SUBJECTS = frozenset({"subject", "by"})
_BACK = frozenset({"pronoun"})


@dataclass(slots=True)
class Thread:
    """Who spoke last, and in which sentence; what «وی» and a verb without its subject fall back on."""

    speakers: Speakers = ()
    sentence: int = -9

    def note(self, speakers: Speakers, sentence: int) -> None:
        """Remember that *speakers* spoke in sentence number *sentence*."""
        self.speakers, self.sentence = speakers, sentence

    def turn(self, subject: str) -> None:
        """Remember who acted: the next verb without a subject is theirs."""
        self.speakers = (subject,)


def subject_of(
    arguments: Sequence[Argument], keys: Sequence[str], first: int, last: int, language: str, thread: Thread
) -> Speakers:
    """Return the speakers among the *arguments* in ``keys[first:last]``, the stretch that holds a reporting verb's subject.

    A person comes before a body and a body before a state; equals joined by «و» speak together; «وی» is whoever spoke
    last.
    """
    inside = [a for a in arguments if first <= a.first < last and a.role in _SUBJECTS and not _is_place(a)]
    people = [a for a in inside if a.entity.startswith("person:")]
    named = [a for a in people if a.form not in _BACK]
    if not named and people and _spoke(thread):
        return thread.speakers
    chosen = next(iter(named or people), None)
    if chosen is None:
        direct = [a for a in inside if a.direct]
        bodies = [a for a in direct if a.entity.startswith(("org:", "forum:", "media:"))]
        chosen = next(iter(bodies or direct or inside), None)
        if chosen is not None and direct and bodies and direct[0].first < bodies[0].first - 4:
            chosen = direct[0]
    if chosen is None:
        return (None,) if is_unnamed(keys[first:last], language) else ()
    if chosen.form == "adjective" and not chosen.direct and is_unnamed(keys[first : chosen.first + 1], language):
        return (None,)
    return _with_equals(chosen, inside, keys, language)


def _spoke(thread: Thread) -> bool:
    return bool(thread.speakers) and all(s is not None and s.startswith("person:") for s in thread.speakers)


def _is_place(argument: Argument) -> bool:
    return not argument.entity or argument.entity.startswith(("place:", "region:", "document:", "project:"))


def _with_equals(chosen: Argument, inside: Sequence[Argument], keys: Sequence[str], language: str) -> Speakers:
    """The chosen one, those whom the same words mean, and those joined to it by «و»."""
    known = grammar(language)
    speakers = [chosen.entity]
    end = chosen.last
    for argument in inside:
        if argument.entity in speakers:
            end = max(end, argument.last) if argument.first <= end + 1 else end
            continue
        same = (argument.first, argument.last) == (chosen.first, chosen.last)
        kind = argument.entity.startswith("person:") == chosen.entity.startswith("person:")
        between = keys[end : argument.first]
        joined = 0 <= argument.first - end <= 2 and any(k in known.conjunctions for k in between)
        clung = argument.first == end and keys[argument.first][:1] in _joint(language)
        listed = argument.first == end + 1 and not keys[end][:1].isalnum() and argument.form == chosen.form == "name"
        if same or (kind and (joined or clung or listed)):
            speakers.append(argument.entity)
            end = argument.last
    return tuple(speakers)


def _joint(language: str) -> frozenset[str]:
    return grammar(language).conjunctions if language == "ar" else frozenset()


def source_of(
    arguments: Sequence[Argument], keys: Sequence[str], start: int, language: str, thread: Thread
) -> tuple[Speakers, int]:
    """Return the speakers named right after a phrase such as «به گفته», and where their wording ends."""
    known = grammar(language)
    helpers = words_of_kind(language, "source_nouns")
    found: list[Argument] = []
    end = start
    for argument in sorted(arguments, key=lambda a: a.first):
        if argument.first < start:
            continue
        between = keys[end : argument.first]
        if len(between) > 5 or any(_stops(k, known.titles | helpers, language) for k in between):
            break
        if not _is_place(argument):
            found.append(argument)
        end = max(end, argument.last)
        if len(found) >= 3:
            break
    if not found:
        head = keys[start : start + 2]
        return ((None,), start + 1) if is_unnamed(head, language) else ((), start)
    people = [a for a in found if a.entity.startswith("person:")]
    if people and all(a.form in _BACK for a in people) and _spoke(thread):
        return thread.speakers, end
    bodies = [a for a in found if a.entity.startswith(("org:", "forum:", "media:"))]
    return ((people or bodies or found)[0].entity,), end


def _stops(key: str, allowed: frozenset[str], language: str) -> bool:
    """Whether a word ends the noun phrase of a source: it is no title, body or noun of saying."""
    return key not in allowed and allowed.isdisjoint(bare_forms(key, language))
