"""Pronouns and group words of one sentence: «دو کشور», «این کشور», «وی», «همتای خود», "الجانبان", "بلاده"."""

from __future__ import annotations

from collections.abc import Sequence

from rasad.entities.entity import Reference
from rasad.entities.scene import Scene
from rasad.text.span import Span
from rasad.text.words import Word

#: How many words after «همتای» its own state or name may stand.
_NEAR = 4
#: Forms by which a state itself is named.
_NAMES = frozenset({"name", "adjective", "capital"})
#: How many words a group word has at most.
_LONGEST = 4
#: Group words that count their states.
_STATE = 3
_COUNTED = {"three-sides": 3, "four-sides": 4, "five-sides": 5, "six-sides": 6}


def read_groups(scene: Scene, words: Sequence[Word]) -> None:
    """Enter whom the pronouns and group words of a sentence mean, as of where each stands."""
    index = 0
    while index < len(words):
        found = scene.words.group_at([w.key for w in words[index : index + _LONGEST]])
        if found is None:
            index += 1
            continue
        key, size = found
        span = words[index].span.to(words[index + size - 1].span)
        for reference in _meant(scene, words, index + size, span, key):
            scene.refer(reference, "pronoun" if reference.form == "pronoun" else "group")
        index += size


def in_group(scene: Scene, words: Sequence[Word], index: int) -> bool:
    """Whether ``words[index]`` stands within a group word («دو رئیس جمهور»), so that it words no office of its own."""
    for first in range(max(0, index - _LONGEST + 1), index):
        found = scene.words.group_at([w.key for w in words[first : first + _LONGEST]])
        if found is not None and first + found[1] > index:
            return True
    return False


def _meant(scene: Scene, words: Sequence[Word], after: int, span: Span, key: str) -> list[Reference]:
    salience, place = scene.salience, span.start
    if key in _COUNTED:
        if _goes_on(scene, words, after):
            return []
        states = _counted(scene, _COUNTED[key], place)
        whole = scene.base.entry(scene.words.counted.get(len(states), ""))
        if whole is not None and {m.member for m in whole.memberships if m.first is None} == set(states):
            scene.enter(whole, span)
        return [Reference(span, state, state, "group") for state in states]
    if key == "both-sides":
        acted_on = after < len(words) and words[after].key in scene.words.object_markers
        pair = salience.pair(place, before=acted_on)
        office = any(w.key in scene.words.office_words for w in words if span.start <= w.span.start < span.end)
        return [Reference(span, (_holder(scene, s, place) if office else None) or s, s, "group") for s in pair]
    if key == "all-sides" and (words[max(0, after - 2)].key in scene.words.meetings or _goes_on(scene, words, after)):
        return []
    if key == "all-sides":
        return [Reference(span, party, party, "group") for party in _company(scene, place)]
    if key == "this-body":
        body = salience.last_body(place)
        return [Reference(span, body.entity, body.party, "pronoun")] if body is not None else []
    if key == "counterpart":
        return _counterpart(scene, words, after, span)
    if key in {"he", "they"}:
        first = salience.person(place)
        people = salience.people(place) if key == "they" else (first,) if first is not None else ()
        return [Reference(span, p.entity, p.party, "pronoun") for p in people]
    state = _state(scene, key, place, _named_after(scene, words, after))
    return [Reference(span, state, state, "pronoun")] if state is not None else []


def _goes_on(scene: Scene, words: Sequence[Word], after: int) -> bool:
    """Whether a name stands right after a group word, which then says who they are («کشورهای عضو بریکس»)."""
    return after < len(words) and any(r.span.meets(words[after].span) for r in scene.references[-30:])


def _counted(scene: Scene, count: int, place: int) -> tuple[str, ...]:
    """The states that «پنج کشور», "الدول الخمس" count: of the nearest sentence naming so many, or a body of so many.

    Else of any body with so many members that the article speaks of.
    """
    for references in scene.salience.sentences(place):
        states = tuple(dict.fromkeys(r.party for r in references if r.party and len(r.party) == _STATE))
        if len(states) == count:
            return states
        for reference in references:
            members = _states(scene, reference.entity)
            if len(members) == count:
                return members
    bodies = (_states(scene, e.id) for e in scene.entities.values() if e.type in {"region", "forum", "organisation"})
    return next((members for members in bodies if len(members) == count), ())


def _states(scene: Scene, body: str) -> tuple[str, ...]:
    return tuple(m for m in scene.base.members(body) if len(m) == _STATE)


def _holder(scene: Scene, state: str, place: int) -> str | None:
    """Who acted for a state last before *place*: one of «دو رئیس جمهور», "الوزيران"."""
    named = (r for at, _, r in reversed(scene.salience.seen) if at < place and r.entity.startswith("person:"))
    return next((r.entity for r in named if r.party == state), None)


def _company(scene: Scene, place: int) -> list[str]:
    """Those named together last, without organisations that some of them are members of or that have no members."""
    parties = scene.salience.company(place)
    members = {p: set(scene.base.members(p)) for p in parties if len(p) > 3}
    return [p for p in parties if p not in members or (members[p] and members[p].isdisjoint(parties))]


def _named_after(scene: Scene, words: Sequence[Word], after: int) -> frozenset[str]:
    """The states that the rest of the clause names: «این کشور» before them is none of them."""
    end = after
    while end < len(words) and not words[end].is_mark and words[end].key not in scene.words.linkers:
        end += 1
    if end == after:
        return frozenset()
    rest = words[after].span.to(words[end - 1].span)
    return frozenset(r.party for r in scene.references[-30:] if r.party and r.form in _NAMES and rest.covers(r.span))


def _state(scene: Scene, key: str, place: int, others: frozenset[str]) -> str | None:
    if key == "this-country":
        return scene.salience.last_state(place, but=others) or scene.salience.last_state(place)
    if key == "own-country":
        return scene.salience.subject_state(place)
    return scene.home if key == "own-state" else None


def _counterpart(scene: Scene, words: Sequence[Word], after: int, span: Span) -> list[Reference]:
    """«همتای وی» is the other state's; where its state or name follows («همتای تاجیک خود»), that acts itself."""
    stop = words[min(len(words), after + _NEAR) - 1].span.end
    after_it = (r for r in scene.references[-30:] if span.end <= r.span.start < stop)
    if any(r.form in {"adjective", "name", "person", "people"} for r in after_it):
        return []
    own = scene.salience.subject_state(span.start)
    other = scene.salience.last_state(span.start, other_than=own)
    return [Reference(span, other, other, "role")] if other is not None else []
