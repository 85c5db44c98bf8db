"""Phrases of lexicons found among the words of a text, whatever clitics and endings the words wear there.

The lexicon says «توافقنامه» where the text has «توافقنامه‌ای»; it says "اتفاق" where the text has "وبالاتفاقات".
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rasad.lexicons import load
from rasad.text.folding import fold_word

#: A phrase of a lexicon: its folded words.
Phrase = tuple[str, ...]

_SHORTEST = 3


def phrase(wording: str) -> Phrase:
    """Return the folded words of *wording*."""
    return tuple(fold_word(str(wording)).split())


@dataclass(frozen=True, slots=True)
class _Letters:
    """What a noun may wear ``before`` it and ``after`` it.

    ``final`` is a last letter that falls before ``restoring`` endings; ``after_long`` endings follow only the letter
    ``long``.
    """

    before: tuple[str, ...]
    after: tuple[str, ...]
    restoring: frozenset[str]
    after_long: tuple[str, ...]
    final: str
    long: str


@cache
def _letters(language: str) -> _Letters:
    letters = load("noun_endings")[language]

    def folded(name: str) -> tuple[str, ...]:
        return tuple(sorted({fold_word(x) if x else "" for x in letters.get(name, ())}, key=len, reverse=True))

    return _Letters(
        folded("before"), folded("after"), frozenset(folded("restoring")), folded("after_long"),
        letters.get("final", ""), letters.get("long", ""),
    )  # fmt: skip


@lru_cache(maxsize=100_000)
def bare_forms(key: str, language: str) -> tuple[str, ...]:
    """Return the nouns that *key* may be with clitics and endings on it, itself first.

    A lexicon that wants a word as it stands writes = before it ("=لو"): that form is among these too.
    """
    letters = _letters(language)
    forms = {key: None, "=" + key: None}
    for head in letters.before:
        if not key.startswith(head):
            continue
        for tail in letters.after:
            noun = key[len(head) : len(key) - len(tail)]
            fits = len(noun) >= _SHORTEST and key.endswith(tail)
            # the accusative's ا stands on no ة
            if fits and not (letters.final and tail == letters.long and noun.endswith(letters.final)):
                forms[noun] = None
            if tail in letters.restoring and len(noun) >= _SHORTEST - 1 and key.endswith(tail):
                forms[noun + letters.final] = None
        for tail in letters.after_long:
            noun = key[len(head) : len(key) - len(tail)]
            if len(noun) >= _SHORTEST and key.endswith(tail) and noun[-1] == letters.long:
                forms[noun] = None
    return tuple(forms)


def wears(key: str, noun: str, language: str) -> bool:
    """Say whether *key* is *noun* with no more than clitics and endings on it."""
    return key == noun or noun in bare_forms(key, language)


def phrase_at(keys: Sequence[str], index: int, words: Phrase, language: str) -> int:
    """Return where the phrase *words* ends if it stands at ``keys[index]``, else -1; its words may wear endings."""
    if index + len(words) > len(keys):
        return -1
    for offset, noun in enumerate(words):
        if not wears(keys[index + offset], noun, language):
            return -1
    return index + len(words)


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """A table of a lexicon made ready for finding: by first word, each phrase with the name it stands under."""

    language: str
    heads: Mapping[str, tuple[tuple[Phrase, str], ...]]

    @classmethod
    def of(cls, table: Mapping[str, Iterable[str]], language: str) -> Phrases:
        """Make the phrases of *table* (name to wordings) ready; wordings that fold to nothing are left out."""
        heads: dict[str, list[tuple[Phrase, str]]] = defaultdict(list)
        for name, wordings in table.items():
            for wording in wordings:
                if words := phrase(wording):
                    heads[words[0]].append((words, name))
        return cls(language, {h: tuple(sorted(p, key=lambda x: -len(x[0]))) for h, p in heads.items()})

    def at(self, keys: Sequence[str], index: int) -> Iterator[tuple[str, int]]:
        """Yield (name, end) of every phrase that stands at ``keys[index]``."""
        for words, name in _beginning(self, keys[index]):
            end = phrase_at(keys, index, words, self.language) if len(words) > 1 else index + 1
            if end > 0:
                yield name, end

    def find(self, keys: Sequence[str]) -> Iterator[tuple[str, int, int]]:
        """Yield (name, first, last) of the longest phrase at each place of *keys*, not overlapping."""
        index = 0
        while index < len(keys):
            best = max(self.at(keys, index), key=_end, default=None) if _beginning(self, keys[index]) else None
            if best is None:
                index += 1
            else:
                yield best[0], index, best[1]
                index = best[1]

    def names(self, keys: Sequence[str]) -> frozenset[str]:
        """Return the names of all phrases that stand anywhere among *keys*, overlapping ones too."""
        begun = (index for index, key in enumerate(keys) if _beginning(self, key))
        return frozenset(name for index in begun for name, _ in self.at(keys, index))


@lru_cache(maxsize=200_000)
def _beginning(table: Phrases, key: str) -> tuple[tuple[Phrase, str], ...]:
    """The phrases of *table* whose first word *key* may be; most words of a text begin none."""
    return tuple(found for head in bare_forms(key, table.language) for found in table.heads.get(head, ()))


def _end(found: tuple[str, int]) -> int:
    return found[1]
