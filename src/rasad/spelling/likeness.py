"""How alike two spellings of a name sound: «میرزایف» and Mirziyoyev are one name, «نظربایف» is another.

Method: the weighted edit distance of R. A. Wagner and M. J. Fischer, "The string-to-string correction problem", Journal
of the ACM 21 (1974), 168-173, over the signs of two names; what a sound costs to miss or to exchange is data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rasad.lexicons import load
from rasad.spelling.sounds import Sign, sounds


@dataclass(frozen=True, slots=True)
class _Costs:
    vowels: frozenset[str]
    missing: Mapping[str, float]
    instead: Mapping[tuple[str, str], float]
    silent: frozenset[str]
    vowel: float
    doubled: float


@cache
def _costs() -> _Costs:
    data = load("spelling/sounds")
    instead: dict[tuple[str, str], float] = {}
    for pair, cost in data["instead"].items():
        one, other = pair.split()
        instead[one, other] = instead[other, one] = float(cost)
    vowels = frozenset(data["vowels"].split())
    missing = {sound: float(cost) for sound, cost in data["missing"].items()}
    return _Costs(vowels, missing, instead, frozenset(data["silent"].split()), data["vowel"], data["doubled"])


@lru_cache(maxsize=4_000)
def _missing(sign: Sign) -> float:
    """What it costs to have a sign in one spelling only: as much as its cheapest sound."""
    missing = _costs().missing
    return min(missing.get(sound, 1.0) for sound in sign)


@lru_cache(maxsize=20_000)
def _weight(sign: Sign) -> float:
    """How much a sign counts in the length of a name."""
    return max(_missing(sign), 0.1)


@lru_cache(maxsize=50_000)
def _instead(one: Sign, other: Sign) -> float:
    """What it costs to have one sign for the other: as much as the nearest two of their sounds."""
    costs = _costs()
    if set(one).intersection(other) - costs.silent:
        return 0.0
    return min(
        costs.vowel if a in costs.vowels and b in costs.vowels else costs.instead.get((a, b), 1.0)
        for a in one for b in other
    )  # fmt: skip


def likeness(one: str, other: str) -> float:
    """Return how alike two names sound, in [0, 1]; 1 if each can be a spelling of the other, letter by letter.

    Symmetric. Names without a letter are like nothing, not even one another.
    """
    return _likeness(*sorted((one, other)))


@lru_cache(maxsize=50_000)
def _likeness(one: str, other: str) -> float:
    left, right = sounds(one), sounds(other)
    if not left or not right:
        return 0.0
    gaps = _gaps(right)
    row = [0.0]
    for sign in right:
        row.append(row[-1] + _missing(sign))
    for a, gap_a in zip(left, _gaps(left), strict=True):
        above, row = row, [row[0] + _missing(a)]
        for j, b in enumerate(right):
            row.append(min(above[j] + _instead(a, b), above[j + 1] + gap_a, row[-1] + gaps[j]))
    whole = max(sum(map(_weight, left)), sum(map(_weight, right)))
    return max(0.0, 1.0 - row[-1] / whole)


def _gaps(signs: Sequence[Sign]) -> list[float]:
    """What it costs to have each sign in one spelling only, little where it doubles the one before it."""
    doubled = _costs().doubled
    return [doubled if i and not _instead(signs[i - 1], sign) else _missing(sign) for i, sign in enumerate(signs)]
