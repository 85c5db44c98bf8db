"""Words that are one word in another case: «Казахстана» is «Казахстан», «таджикской» is «таджикский»."""

from __future__ import annotations

from functools import cache

from rasad.lexicons import load
from rasad.spelling.letters import fold_word


@cache
def _endings(language: str) -> frozenset[str]:
    return frozenset(fold_word(e) if e else "" for e in load("spelling/endings").get(language, ()))


def same_but_ending(one: str, other: str, language: str) -> bool:
    """Say whether two folded wordings are the same word for word, up to the endings of *language* (two letters)."""
    if one == other:
        return True
    endings, least = _endings(language), int(load("spelling/endings")["least"])
    ours, theirs = one.split(), other.split()
    if not endings or len(ours) != len(theirs):
        return False
    return all(_alike(a, b, endings, least) for a, b in zip(ours, theirs, strict=True))


def _alike(one: str, other: str, endings: frozenset[str], least: int) -> bool:
    if one == other:
        return True
    shared = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return any(one[i:] in endings and other[i:] in endings for i in range(shared, least - 1, -1))
