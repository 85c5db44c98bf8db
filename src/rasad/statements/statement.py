"""A statement: somebody is reported as saying something, directly or in reported speech."""

from __future__ import annotations

from dataclasses import dataclass

from rasad.text.span import Span


@dataclass(frozen=True, slots=True)
class Statement:
    """``speaker`` is the id of a person or party, None for unnamed groups; ``kind`` direct or reported."""

    speaker: str | None
    about: tuple[str, ...]
    kind: str
    evidence: Span
    score: float | None = None
