"""Words that report speech (lexicons/statements), phrases that name a source, and quotations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from rasad.clauses.verb import Verb
from rasad.text.phrases import phrase_at
from rasad.lexicons import load
from rasad.text.article import Article
from rasad.text.folding import fold_word
from rasad.text.span import Span

_Phrase = tuple[str, ...]
_QUOTED = re.compile(r"«[^«»\n]{3,1500}»|“[^“”\n]{3,1500}”|\"[^\"\n]{3,1500}\"")


@cache
def _reporting(language: str) -> Mapping[str, tuple[tuple[_Phrase, ...], ...]]:
    """By verb lemma: the nouns that must stand with it, none for verbs that report by themselves."""
    light = load(f"verbs/{language}").get("light", {})
    found: dict[str, list[tuple[_Phrase, ...]]] = {}
    for entry in load(f"statements/{language}")["reporting"]:
        nouns = tuple(p for n in entry.get("nouns", ()) if (p := tuple(fold_word(n).split())))
        for verb in entry.get("verbs", ()):
            for lemma in light.get(verb, (verb,)):
                found.setdefault(lemma, []).append(nouns)
    return {k: tuple(v) for k, v in found.items()}


@cache
def _sources(language: str) -> tuple[_Phrase, ...]:
    phrases = load(f"statements/{language}")["according_to"]
    return tuple(sorted((tuple(fold_word(p).split()) for p in phrases), key=lambda p: -len(p)))


def reporting_verb(keys: Sequence[str], first: int, last: int, verb: Verb, language: str) -> bool:
    """Say whether *verb*, with the words of its clause, reports what somebody says."""
    for nouns in _reporting(language).get(verb.lemma, ()):
        if not nouns:
            return True
        places = range(max(first, verb.first - 6), verb.first) if language == "fa" else range(verb.last, min(last, verb.last + 5))
        if any(phrase_at(keys, i, noun, language) > 0 for noun in nouns for i in places):
            return True
    return False


def source_phrase(keys: Sequence[str], first: int, last: int, language: str) -> int | None:
    """Return where a phrase such as «به گفته» ends in ``keys[first:last]``, or None."""
    for index in range(first, last):
        for phrase in _sources(language):
            end = index + len(phrase)
            if end <= last and tuple(keys[index:end]) == phrase:
                return end
    return None


def quotes_in(article: Article) -> tuple[Span, ...]:
    """Return the quotations of *article*, marks included."""
    return tuple(Span(*m.span()) for m in _QUOTED.finditer(article.text))


def opens_quote(quotes: Sequence[Span], said: Span, end: int) -> Span | None:
    """Return the inside of the quotation that *said* begins with, or None; *end* bounds it to its sentence."""
    for quote in quotes:
        if said.start - 2 <= quote.start <= said.start + 2 or (quote.start < said.start <= quote.start + 1):
            stop = min(quote.end - 1, end)
            if stop - quote.start > 2:
                return Span(quote.start + 1, stop)
    return None
