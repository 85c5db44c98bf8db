"""Phrases of lexicons/risks found among words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from rasad.text.phrases import phrase_at, wears
from rasad.lexicons import load
from rasad.text.folding import fold_word

_Phrase = tuple[str, ...]


@cache
def phrases(language: str, table: str) -> Mapping[str, tuple[_Phrase, ...]]:
    """Return a table of lexicons/risks: key (category, kind or "cues") to folded phrases."""
    lexicon = load(f"risks/{language}")
    words = lexicon[table]
    if isinstance(words, list):
        words = {table: words}
    return {
        key: tuple(p for w in (value["words"] if isinstance(value, dict) else value) if (p := tuple(fold_word(str(w)).split())))
        for key, value in words.items()
    }


@cache
def _of_head(key: str, language: str, table: str) -> tuple[tuple[str, _Phrase], ...]:
    return tuple(
        (name, phrase) for name, list_ in phrases(language, table).items() for phrase in list_ if wears(key, phrase[0], language)
    )


def find_phrases(keys: Sequence[str], language: str, table: str) -> Iterator[tuple[str, int, int]]:
    """Yield (key, first word, last word) for each phrase of *table* among *keys*, longest at each place."""
    index = 0
    while index < len(keys):
        best: tuple[str, int, int] | None = None
        for name, phrase in _of_head(keys[index], language, table):
            end = phrase_at(keys, index, phrase, language)
            if end > 0 and (best is None or end > best[2]):
                best = (name, index, end)
        if best is None:
            index += 1
        else:
            yield best
            index = best[2]
