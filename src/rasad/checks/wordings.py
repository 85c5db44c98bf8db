"""Literal renderings that cannot be meant: «قله سران» for a summit, «بوقلمون» for Turkey (lexicons/mistranslations)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from rasad.checks.check import Check
from rasad.lexicons import load
from rasad.text.article import Article
from rasad.text.folding import fold_word
from rasad.text.phrases import phrase_at, wears
from rasad.text.words import words_of

_Entry = tuple[tuple[str, ...], str, str, str]


@cache
def _entries(language: str) -> tuple[_Entry, ...]:
    return tuple(
        (tuple(fold_word(wording).split()), entry["found"], entry["expected"], entry["why"])
        for entry in load(f"mistranslations/{language}")["entries"]
        for wording in entry["words"]
    )


@cache
def _of_head(key: str, language: str) -> tuple[_Entry, ...]:
    return tuple(e for e in _entries(language) if wears(key, e[0][0], language))


def mistranslations(article: Article) -> Iterator[Check]:
    """Yield a check for each literal rendering, each kind once an article."""
    language = article.base_language
    seen: set[str] = set()
    for sentence in article.sentences:
        words = words_of(article, sentence)
        keys = tuple(w.key for w in words)
        for index, key in enumerate(keys):
            for phrase, found, expected, why in _of_head(key, language):
                end = phrase_at(keys, index, phrase, language)
                if end > 0 and why not in seen:
                    seen.add(why)
                    yield Check("mistranslation", words[index].span.to(words[end - 1].span), found, expected, why)
