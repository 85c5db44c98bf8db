"""Choices: whole sets of actors and recipients that an event may have, and what speaks for each.

Parties are first judged one by one; which of them act together is judged on whole choices, for what is right of each
alone need not be right of all (an event of a type that has one recipient has two likely ones).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

import numpy as np

from rasad.coding.features import Anchor
from rasad.coding.labels import CHOICE
from rasad.coding.sheet import Floats

#: Actors and recipients, as places in the list of parties.
Choice = tuple[tuple[int, ...], tuple[int, ...]]
#: Of so many of the likeliest parties all choices of up to two a side are weighed.
_LIKELIEST = 4
_BARS = (0.3, 0.5, 0.7)
_LEAST = 1e-3


def choices(likely: Floats, drafted: Choice | None) -> list[Choice]:
    """Return the choices worth weighing for parties that are actors and recipients with such shares, (parties, 2)."""
    if not len(likely):
        return []
    top = [int(i) for i in np.argsort(-likely.max(1), kind="stable")[:_LIKELIEST]]
    some: list[tuple[int, ...]] = [(), *((i,) for i in top), *combinations(sorted(top), 2)]
    found: dict[Choice, None] = {}
    for actors in some:
        for recipients in some:
            if actors == recipients or not set(actors) & set(recipients):
                found[actors, recipients] = None
    for bar in _BARS:
        over, either = likely >= bar, np.any(likely >= bar, axis=1)
        first = likely[:, 0] >= likely[:, 1]
        found[_where(over[:, 0]), _where(over[:, 1])] = None
        found[_where(over[:, 0] & first), _where(over[:, 1] & ~first)] = None
        found[_where(either), ()] = None
    if drafted is not None:
        found[drafted] = None
    found.pop(((), ()), None)
    return list(found)


def _where(flags: Iterable[bool]) -> tuple[int, ...]:
    return tuple(i for i, on in enumerate(flags) if on)


def drafted_choice(at: Anchor, parties: Sequence[str]) -> Choice | None:
    """Return the choice that the lexicons made, None where they drafted no event of this type."""
    if at.own is None:
        return None
    event = at.own.event
    sides = (event.actors, event.recipients)
    actors, recipients = (tuple(sorted({parties.index(p) for p in side if p in parties})) for side in sides)
    return actors, recipients


def choice_features(likely: Floats, event: Floats, found: Sequence[Choice], drafted: Choice | None) -> Floats:
    """Return one row of CHOICE features a choice; *event* are its EVENT features."""
    q = np.clip(likely, _LEAST, 1 - _LEAST)
    odds, without = np.log(q / (1 - q)), float(np.log(1 - q).sum())
    best = float(np.maximum(np.log(q), np.log(1 - q)).sum())
    ranks = np.argsort(np.argsort(-likely.max(1), kind="stable"), kind="stable")
    rows = []
    for actors, recipients in found:
        a, r = list(actors), list(recipients)
        both = sorted({*a, *r})
        rest = np.delete(likely, both, 0)
        whole = without + float(odds[a, 0].sum() + odds[r, 1].sum())
        rows.append([
            *event, whole, whole - best, _least(likely[a, 0]), _least(likely[r, 1]), _mean(likely[a, 0]),
            _mean(likely[r, 1]), _most(np.delete(likely[:, 0], a)), _most(np.delete(likely[:, 1], r)),
            _most(rest.max(1) if len(rest) else rest[:, 0]),
            _most(likely[a, 1]), _most(likely[r, 0]), len(a), len(r), len(both), len(likely), float(bool(a) and a == r),
            float(ranks[both].max()) if both else -1.0,
            -1.0 if drafted is None else float(drafted == (actors, recipients)),
            -1.0 if drafted is None else float({*drafted[0], *drafted[1]} == set(both)),
            -1.0 if drafted is None else float(set(drafted[0]) == set(a)),
            -1.0 if drafted is None else float(set(drafted[1]) == set(r)),
        ])  # fmt: skip
    return np.array(rows, np.float32).reshape(len(rows), len(CHOICE))


def _least(values: Floats) -> float:
    return float(values.min()) if len(values) else -1.0


def _most(values: Floats) -> float:
    return float(values.max()) if len(values) else 0.0


def _mean(values: Floats) -> float:
    return float(values.mean()) if len(values) else -1.0
