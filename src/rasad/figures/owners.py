"""Whose a figure is: both who trade, the project that costs, those whose people were killed, else the parties of its clause."""

from __future__ import annotations

from collections.abc import Sequence

from rasad.clauses.arguments import Argument
from rasad.figures.place import Place, Scene, arguments_in
from rasad.figures.words import ends_with, kind_of

#: How many words after a counted noun its nationality may stand.
_NATIONALITY = 3
#: The five states that a text means by Central Asia, and the party that they make together.
_FIVE = frozenset({"KAZ", "KGZ", "TJK", "TKM", "UZB"})
_C5 = "forum:c5"
_REGIONS = {"region:central-asia": _C5}


def owners_of(place: Place, scene: Scene, language: str, previous: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the ids of the parties or project that the figure is about.

    Args:
        previous: whose the figure before in the same sentence is, where it measures the same; else empty.
    """
    here = _own(place, place.clause.arguments, language)
    strategy = place.measure.of
    if strategy == "project":
        project = _project(place, here, scene)
        if project is not None:
            return (project,)
        strategy = "both" if len(_parties(here)) > 1 else "own"
    if strategy == "victims":
        found = _victims(place, here, scene, previous, language)
    elif strategy in {"both", "dealt"}:
        found = _both(place, here, scene, previous, language, alone=strategy == "dealt")
    else:
        found = _parties(here) or previous or _around(place, scene, language)
    return _together(found)


def _together(parties: Sequence[str]) -> tuple[str, ...]:
    """The five states of Central Asia, where all are meant, are one party."""
    if _FIVE <= set(parties):
        rest = tuple(p for p in parties if p not in _FIVE and p != _C5)
        return (_C5, *rest)
    return tuple(dict.fromkeys(parties))


def _own(place: Place, arguments: Sequence[Argument], language: str) -> list[Argument]:
    """The arguments of a clause that are parties, sources of what it says left out."""
    keys = place.keys
    sources = {
        a.phrase for a in arguments
        if a.role == "other" and a.phrase >= 0 and ends_with(keys[max(0, a.phrase - 4) : a.phrase], "sources", language)
    }  # fmt: skip
    return [a for a in arguments if (a.party or a.entity.startswith(("project:", *_REGIONS))) and a.phrase not in sources]


def _parties(arguments: Sequence[Argument]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(p for a in arguments if (p := a.party or _REGIONS.get(a.entity, ""))))


def _project(place: Place, here: Sequence[Argument], scene: Scene) -> str | None:
    projects = [a for a in here if a.entity.startswith("project:")]
    if projects:
        return min(projects, key=lambda a: abs(a.first - place.first)).entity
    if _parties(here):
        return None
    return scene.project(place.number)


def _around(place: Place, scene: Scene, language: str) -> tuple[str, ...]:
    """The parties of the rest of the sentence, else of the sentence before, else whom the article is about."""
    before = [c for c in place.sentence if c.first < place.clause.first]
    for clause in reversed(before):
        if found := _parties(_own(place, clause.arguments, language)):
            return found
    for back in (1, 2):
        if found := scene.named(place.number - back):
            return found
    return scene.title or scene.focus[:1]


def _nationality(place: Place, arguments: Sequence[Argument]) -> str | None:
    """Whose people are counted: «پنج شهروند چین», «چهار دیپلمات ایرانی», "58 جنديا باكستانيا"."""
    for argument in arguments:
        after = argument.first - place.last
        limit = _NATIONALITY if argument.form in {"adjective", "people"} else 0
        inside = place.first <= argument.first < place.last
        if argument.party and (inside or 0 <= after <= limit) and argument.form in {"adjective", "people", "name"}:
            return argument.party
    return None


def _victims(
    place: Place, here: Sequence[Argument], scene: Scene, previous: tuple[str, ...], language: str
) -> tuple[str, ...]:
    """Whose people or things were struck: their nationality, else the state where it happened."""
    people = kind_of(place.quantity.unit) == "people"
    nationality = _nationality(place, here)
    if nationality is not None:
        return (nationality,)
    if previous:
        return previous
    clauses = [c for c in place.sentence if c.first <= place.clause.first]
    told = _own(place, list(arguments_in(clauses)), language)
    places = [s for c in clauses for a in c.arguments if (s := scene.states.get(a.entity))]
    if places:
        return (places[-1],)
    struck = tuple(a.party for a in told if a.role in {"on", "object", "to", "in"} and a.party)
    if struck:
        return tuple(dict.fromkeys(struck)) if not people else (struck[0],)
    return _parties(told)[:2] or _around(place, scene, language)[:1]


def _both(
    place: Place, here: Sequence[Argument], scene: Scene, previous: tuple[str, ...], language: str, *, alone: bool
) -> tuple[str, ...]:
    """Who deal with each other: the parties of the clause, one completed by whom it deals with."""
    found = _parties(here)
    if len(found) > 2:
        near = [a for a in here if a.role in {"between", "with", "to", "from", "subject"}]
        groups = {(a.first, a.last) for a in near if a.role == "between"}
        inner = _parties([a for a in near if (a.first, a.last) in groups])
        return inner if len(inner) == 2 else found
    if len(found) == 2 or (found and alone):
        return found
    if previous and (not found or set(found) <= set(previous)):
        return previous
    sentence = _parties(_own(place, list(arguments_in(place.sentence)), language))
    if len(sentence) == 2 and set(found) <= set(sentence):
        return sentence
    return scene.pair(place.number, found) or found or _around(place, scene, language)
