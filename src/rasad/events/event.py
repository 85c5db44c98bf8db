"""An event as PLOVER codes it: who did what to, with or about whom, when, where, and whether it happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rasad.text.span import Span

#: The sixteen event types of PLOVER 2.0.
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES = ("happened", "ongoing", "planned", "proposed", "denied")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from ``first`` to ``last``, both included; ``precision`` is day, month, year or range."""

    first: date
    last: date
    precision: str


@dataclass(frozen=True, slots=True)
class Event:
    """One event. ``actors`` and ``recipients`` hold ids of parties, no people; ``evidence`` is at most one sentence.

    ``score`` is how likely its type and parties are right, None where no model was asked.
    """

    type: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    evidence: Span
    mode: str | None = None
    people: tuple[str, ...] = ()
    date: Period | None = None
    place: str | None = None
    topics: tuple[str, ...] = ()
    gist: str = ""
    score: float | None = None
