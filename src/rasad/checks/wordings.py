"""Literal renderings that cannot be meant: «قله سران» for a summit, «بوقلمون» for Turkey (lexicons/mistranslations).

A wording that may be meant elsewhere («انتقال قوا», the moving of troops) counts only near words that leave no doubt.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rasad.checks.check import Check
from rasad.entities.entity import Resolution
from rasad.lexicons import load
from rasad.text.article import Article
from rasad.text.folding import fold_word
from rasad.text.phrases import Phrase, phrase, wears
from rasad.text.span import Span
from rasad.text.words import Word, words_of

_STATE = "{state}"
_PARTY_FORMS = frozenset({"name", "adjective", "capital", "people"})


@dataclass(frozen=True, slots=True)
class _Rendering:
    """One entry of the lexicon; ``words`` may hold ``{state}``; ``near`` is empty where the words alone are enough."""

    words: Phrase
    near: frozenset[str]
    found: str
    expected: str | None
    why: str


@cache
def _renderings(language: str) -> Mapping[str, tuple[_Rendering, ...]]:
    """By the first word that is not ``{state}``."""
    out: dict[str, list[_Rendering]] = defaultdict(list)
    for entry in load(f"mistranslations/{language}")["entries"]:
        near = frozenset(fold_word(w) for w in entry.get("near", ()))
        for wording in entry["words"]:
            words = tuple(w if w == _STATE else key for w in wording.split() for key in phrase(w))
            head = words[1] if words[0] == _STATE else words[0]
            out[head].append(_Rendering(words, near, entry["found"], entry["expected"], entry["why"]))
    return {head: tuple(found) for head, found in out.items()}


def mistranslations(article: Article, resolution: Resolution) -> Iterator[Check]:
    """Yield a check for each literal rendering, each kind once an article: in the body where the title has it too."""
    language = article.base_language
    text = article.folded.text
    known: dict[str, list[_Rendering]] = defaultdict(list)
    for head, renderings in _renderings(language).items():
        if head in text:
            known[head] += [r for r in renderings if all(w == _STATE or w in text for w in r.words)]
    known = {head: renderings for head, renderings in known.items() if renderings}
    if not known:
        return
    states = [r.span for r in resolution.references if r.form in _PARTY_FORMS and r.party is not None]
    seen: set[str] = set()
    keys: frozenset[str] | None = None
    title = article.title
    for sentence in sorted(article.sentences, key=lambda s: title is not None and title.covers(s)):
        words = words_of(article, sentence)
        for index, word in enumerate(words):
            for head in (h for h in known if h in word.key):
                for rendering in known[head]:
                    found = _at(words, index, rendering, language, states)
                    if found is None or rendering.why in seen:
                        continue
                    if rendering.near:
                        keys = keys or frozenset(w.key for s in article.sentences for w in words_of(article, s))
                        if not keys & rendering.near:
                            continue
                    seen.add(rendering.why)
                    first, last = found
                    span = words[first].span.to(words[last - 1].span)
                    yield Check("mistranslation", span, rendering.found, rendering.expected, rendering.why)


def _at(
    words: Sequence[Word], index: int, rendering: _Rendering, language: str, states: Sequence[Span]
) -> tuple[int, int] | None:
    """Where a rendering whose head is the word at *index* begins and ends, None where it is not there."""
    first = index - 1 if rendering.words[0] == _STATE else index
    if first < 0 or first + len(rendering.words) > len(words):
        return None
    for offset, wanted in enumerate(rendering.words):
        word = words[first + offset]
        if wanted == _STATE:
            if not any(s.meets(word.span) for s in states):
                return None
        elif not wears(word.key, wanted, language):
            return None
    return first, first + len(rendering.words)
