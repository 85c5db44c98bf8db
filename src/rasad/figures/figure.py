"""A figure: a number that an article claims about parties, with unit, period and standing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rasad.text.span import Span


@dataclass(frozen=True, slots=True)
class Figure:
    """``of`` holds ids of parties or projects; ``status`` is observed, target, proposed or forecast.

    ``period`` has both ends included.
    """

    measure: str
    of: tuple[str, ...]
    value: float
    unit: str
    evidence: Span
    qualifier: str = "exact"
    period: tuple[date, date] | None = None
    status: str = "observed"
    score: float | None = None
