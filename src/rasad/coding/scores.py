"""Scores: how likely a record is right, made of what the model says of its parts (Platt 1999)."""

from __future__ import annotations

import math
from collections.abc import Mapping

_FAR = 7.0


def log_odds(share: float) -> float:
    """Return a share as log odds, bounded."""
    share = min(max(share, 1e-6), 1 - 1e-6)
    return max(-_FAR, min(_FAR, math.log(share / (1 - share))))


def scored(told: float, weights: tuple[float, float] | None) -> float:
    """Return how likely a record is right of which the model says *told*; *told* itself where nothing was fitted."""
    if weights is None:
        return round(told, 4)
    total = weights[0] + weights[1] * log_odds(told)
    return round(1 / (1 + math.exp(-total)), 3)


def weights_of(card: Mapping[str, object], kind: str) -> tuple[float, float] | None:
    """Return the weights that a card has for a kind of record, None where it has none."""
    table = card.get("scores")
    found = table.get(kind) if isinstance(table, dict) else None
    return (float(found[0]), float(found[1])) if isinstance(found, list) else None
