"""The phrases of lexicons/risks, made ready for finding."""

from __future__ import annotations

from functools import cache

from rasad.lexicons import load
from rasad.text.phrases import Phrases

#: The ways in which lexicons/risks words a danger.
NAMED, SPOKEN, SCARCE, GENERAL = "named", "words", "scarce", "general"


@cache
def dangers(language: str) -> Phrases:
    """Return the wordings of dangers, each named "category/way"."""
    categories = load(f"risks/{language}")["categories"]
    table = {
        f"{category}/{kind}": words.get(kind) or ()
        for category, words in categories.items()
        for kind in (NAMED, SPOKEN, SCARCE, GENERAL)
    }
    return Phrases.of(table, language)


@cache
def phrases(language: str, table: str) -> Phrases:
    """Return one table of the lexicon: "cues" (of one name), "mechanisms" (by kind), …"""
    words = load(f"risks/{language}")[table]
    return Phrases.of({table: words} if isinstance(words, list) else words, language)
