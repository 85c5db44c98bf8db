"""Words around a number: what it measures («ظرفیت», "التبادل التجاري"), how far it is a fact, how it is dated.

Measures are named in English in lexicons/figures/measures, which says whose each is and when; words are in fa and ar.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rasad.lexicons import load
from rasad.text.phrases import Phrases

#: How many words from a number its measure, and what tells how far it is a fact, may stand.
_REACH = 12
_STATUS_REACH = 14
#: What each word between costs after the number, where before it costs one.
_AFTER = 1.3
#: What a measure costs whose words go with almost anything («به ارزش», "بقيمة").
_WEAK = 4


@dataclass(frozen=True, slots=True)
class Measure:
    """What a number measures: ``name``, and ``change`` (growth, fall) where it tells how much that changed.

    ``first`` and ``last`` are the words of the clause that say so, -1 where none does. ``of`` and ``when`` are words of
    lexicons/figures/measures.
    """

    name: str
    change: str | None = None
    first: int = -1
    last: int = -1
    of: str = "own"
    when: str = "any"


@cache
def _kinds() -> Mapping[str, str]:
    return {unit: kind for kind, units in load("figures/measures")["kinds"].items() for unit in units}


@cache
def kind_of(unit: str) -> str:
    """Return the kind of *unit*: money, rate, share, length, people, time, …, or count."""
    if unit in _kinds():
        return _kinds()[unit]
    if len(unit) == 3 and unit.isupper():
        return "money"
    return "rate" if " per " in unit else "count"


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(load("figures/measures")[name])


def is_loose(unit: str, noun: str | None) -> bool:
    """Say whether a text that counts two of these mostly only speaks about them («دو پروژه», «دو مقام»)."""
    return unit in _listed("loose") or (noun is not None and noun in _listed("speaking"))


@cache
def unions() -> frozenset[str]:
    """Return the organisations that trade and bargain as states do."""
    return _listed("unions")


@cache
def regions() -> Mapping[str, str]:
    """Return the party that a region's name stands for, by the region's id."""
    return dict(load("figures/measures")["regions"])


def state_of_money(unit: str) -> str | None:
    """Return the state whose money *unit* is ("IRT per USD" is Iran's), None for those of many states."""
    owner = load("figures/measures")["money"].get(unit.split(" ")[0])
    return str(owner) if owner is not None else None


@cache
def exceeding(language: str) -> frozenset[str]:
    """Return the verbs that set an upper bound where they are negated ("لا يزيد رأسماله على")."""
    return frozenset(load(f"figures/{language}")["exceeding"])


@cache
def phrases(language: str, table: str) -> Phrases:
    """Return a table of lexicons/figures made ready for finding; a list stands under its own name."""
    words = load(f"figures/{language}")[table]
    return Phrases.of(words if isinstance(words, dict) else {table: words}, language)


def named(name: str, first: int = -1, last: int = -1, change: str | None = None) -> Measure:
    """Return the measure *name* with what lexicons/figures/measures says of it."""
    known = load("figures/measures")["measures"].get(name, {})
    return Measure(name, change, first, last, known.get("of", "own"), known.get("when", "any"))


@cache
def _units(name: str) -> frozenset[str]:
    lexicon = load("figures/measures")
    return frozenset(lexicon["changes"].get(name) or lexicon["measures"].get(name, {}).get("units", ()))


def measure_near(keys: Sequence[str], first: int, last: int, unit: str, language: str) -> Measure | None:
    """Return what the number in ``keys[first:last]`` measures, by the nearest word that goes with its unit, or None.

    A word of change (growth, fall) nearest to it changes what the next nearest word measures.
    """
    kind = kind_of(unit)
    near = sorted(
        (_distance(start, end, first, last) + (_WEAK if name in _listed("weak") else 0), start, end, name)
        for table in ("measures", "changes")
        for start, end, name in _found(tuple(keys), table, language)
        if kind in _units(name)
    )
    own = load("figures/measures")["counted"].get(unit) if kind == "count" else None
    far = near[:1] if kind == "people" else []
    near = [n for n in near if n[3] == own] or [n for n in near if n[0] <= _REACH] or far
    if own is not None and not any(n[3] == own for n in near):
        return Measure("", of=named(own).of, when="told" if own == "signed" else "act")
    if not near:
        return None
    changes = load("figures/measures")["changes"]
    change = next((n for n in near if n[3] in changes), None)
    plain = next((n for n in near if n[3] not in changes), None)
    if plain is None:
        return Measure("", near[0][3], near[0][1], near[0][2])
    if (
        change is not None
        and kind in {"share", "times"}
        and (plain[3] not in {"share", "tariff"} or change[0] < plain[0])
    ):
        return named(plain[3], change[1], change[2], change[3])
    return named(plain[3], plain[1], plain[2])


@lru_cache(maxsize=2_000)
def _found(keys: tuple[str, ...], table: str, language: str) -> tuple[tuple[int, int, str], ...]:
    known = phrases(language, table)
    return tuple((index, end, name) for index in range(len(keys)) for name, end in known.at(keys, index))


def _distance(start: int, end: int, first: int, last: int) -> float:
    if end <= first:
        return first - end
    return (start - last) * _AFTER if start >= last else 0


def status_near(keys: Sequence[str], first: int, last: int, language: str) -> str | None:
    """Return the nearest of target, forecast and proposed that is worded about the number in ``keys[first:last]``."""
    near = [(_distance(start, end, first, last), name) for start, end, name in _found(tuple(keys), "status", language)]
    near = [n for n in near if n[0] <= _STATUS_REACH]
    return min(near)[1] if near else None


def stands(keys: Sequence[str], table: str, language: str) -> bool:
    """Say whether a phrase of *table* stands anywhere among *keys*."""
    return bool(phrases(language, table).names(keys))


def ends_with(keys: Sequence[str], table: str, language: str) -> bool:
    """Say whether *keys* end in a phrase of *table*."""
    return any(
        end == len(keys)
        for index in range(max(0, len(keys) - 3), len(keys))
        for _, end in phrases(language, table).at(keys, index)
    )
