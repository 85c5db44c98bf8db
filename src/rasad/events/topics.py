"""What an event is about: topics whose words stand in its clause (lexicons/topics)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from rasad.text.phrases import phrase_at, wears
from rasad.lexicons import load
from rasad.text.folding import fold_word


@cache
def _topics(language: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    words = load(f"topics/{language}")
    words = words.get("topics", words)
    return {
        topic: tuple(p for w in phrases if (p := tuple(fold_word(str(w)).split())))
        for topic, phrases in words.items()
        if isinstance(phrases, list)
    }


@cache
def _of_head(key: str, language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (topic, phrase) for topic, phrases in _topics(language).items() for phrase in phrases if wears(key, phrase[0], language)
    )


def topics_of(keys: Sequence[str], language: str) -> tuple[str, ...]:
    """Return the topics of the folded words *keys*, in the order of the lexicon."""
    found = {
        topic
        for index, key in enumerate(keys)
        for topic, phrase in _of_head(key, language)
        if phrase_at(keys, index, phrase, language) > 0
    }
    return tuple(topic for topic in _topics(language) if topic in found)
