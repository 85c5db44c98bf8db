"""A check: a place where the source itself is wrong, contradicts itself or shows damage."""

from __future__ import annotations

from dataclasses import dataclass

from rasad.text.span import Span

KINDS = ("wrong-entity", "wrong-date", "wrong-number", "self-contradiction", "mistranslation", "lost-characters")


@dataclass(frozen=True, slots=True)
class Check:
    """``found`` is what the text says, ``expected`` what it should say (None if unknown), ``why`` a whole sentence."""

    kind: str
    evidence: Span
    found: str
    expected: str | None
    why: str
    score: float | None = None
