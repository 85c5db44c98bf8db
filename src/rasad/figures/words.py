"""Words around a number that say what it measures and how far it is a fact (lexicons/figures)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rasad.lexicons import load
from rasad.text.phrases import Phrases


@cache
def _phrases(language: str, table: str) -> Phrases:
    return Phrases.of(load(f"figures/{language}")[table], language)


@cache
def acts(language: str) -> frozenset[str]:
    """Return the measures that count what an act did to people or things: they have the date of the act."""
    return frozenset(load(f"figures/{language}")["acts"])


def measure_near(keys: Sequence[str], first: int, last: int, language: str) -> str | None:
    """Return the English phrase for what the number in ``keys[first:last]`` measures, by the nearest word, or None."""
    best: tuple[int, str] | None = None
    for name, start, end in _phrases(language, "measures").find(keys):
        distance = first - end if end <= first else (start - last) + 1 if start >= last else 0
        if distance <= 8 and (best is None or distance < best[0]):
            best = (distance, name)
    return best[1] if best is not None else None


def status_cues(keys: Sequence[str], language: str) -> frozenset[str]:
    """Return which of target, forecast and proposed are worded among *keys*."""
    return _phrases(language, "status").names(keys)
