"""Risks and responses: dangers to security that a text names, and the mechanisms said to answer them."""

from __future__ import annotations

from dataclasses import dataclass

from rasad.text.span import Span

CATEGORIES = (
    "terrorism", "extremism", "narcotics", "organised-crime", "border-conflict", "war-spillover", "great-power-rivalry",
    "sanctions-exposure", "nuclear", "climate", "water", "energy", "food", "supply-chain", "instability", "migration",
    "cyber", "other",
)  # fmt: skip
RESPONSE_KINDS = ("forum", "treaty", "programme", "project", "force", "proposal", "policy")


@dataclass(frozen=True, slots=True)
class Risk:
    """A named danger; ``raised_by`` is a person's or party's id, None for the writer."""

    category: str
    affects: tuple[str, ...]
    raised_by: str | None
    evidence: Span
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """A mechanism that the text presents; ``answers`` holds risk categories, empty where the text names none."""

    name: str
    kind: str
    parties: tuple[str, ...]
    answers: tuple[str, ...]
    evidence: Span
    score: float | None = None
