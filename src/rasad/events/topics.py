"""What an event is about: topics whose words stand in its clause (lexicons/topics)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rasad.lexicons import load
from rasad.text.phrases import Phrases


@cache
def _topics(language: str) -> tuple[tuple[str, ...], Phrases]:
    """The topics in the lexicon's order, and their wordings."""
    table = {topic: words for topic, words in load(f"topics/{language}").items() if isinstance(words, list)}
    return tuple(table), Phrases.of(table, language)


def topics_of(keys: Sequence[str], language: str) -> tuple[str, ...]:
    """Return the topics of the folded words *keys*, in the order of the lexicon."""
    topics, phrases = _topics(language)
    found = phrases.names(keys)
    return tuple(topic for topic in topics if topic in found)
