"""What an article is about where that is not the dealings of states: sport, weather, shows (lexicons/genres)."""

from __future__ import annotations

from functools import cache

from rasad.lexicons import load
from rasad.text.article import Article
from rasad.text.phrases import Phrases
from rasad.text.words import words_of

#: How many different words of one kind, and how many of them in a hundred words, make an article of that kind.
_KINDS, _SHARE = 4, 2.0


@cache
def _words(language: str) -> Phrases:
    return Phrases.of(load("genres")[language], language)


def other_genre(article: Article) -> str | None:
    """Return "sport", "weather" or "culture" where *article* is full of its words, else None."""
    seen: dict[str, set[str]] = {}
    counts: dict[str, int] = {}
    total = 0
    phrases = _words(article.base_language)
    for sentence in article.sentences:
        keys = tuple(w.key for w in words_of(article, sentence) if not w.is_mark)
        total += len(keys)
        for name, first, last in phrases.find(keys):
            seen.setdefault(name, set()).add(" ".join(keys[first:last]))
            counts[name] = counts.get(name, 0) + 1
    for name, count in counts.items():
        if len(seen[name]) >= _KINDS and 100 * count >= _SHARE * total:
            return name
    return None
