"""Prepositions of Arabic, standing by themselves or written onto their noun: "في كابل", "بالتعاون مع", "لطهران", "ومن".

A letter is taken for one only where the rest is a noun; what a party's own name begins with is not.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from rasad.clauses import arabic
from rasad.clauses.grammar import Grammar
from rasad.entities.entity import Reference
from rasad.text.words import Word


class Prepositions:
    """Reads the prepositions of one clause.

    Args:
        words: those of its sentence.
        last: where the clause ends.
        starting: references by the word that they begin at, each with the word that it ends before.
        named: the words that references cover.
    """

    def __init__(
        self, words: Sequence[Word], last: int, starting: Mapping[int, Sequence[tuple[int, Reference]]],
        named: Collection[int], known: Grammar,
    ) -> None:  # fmt: skip
        self.words, self.last, self.starting, self.named, self.known = words, last, starting, named, known
        self.keys = tuple(w.key for w in words)

    def at(self, index: int) -> tuple[str, int, bool] | None:
        """Return the preposition at *index*: its role, its noun, and whether a letter of it is written onto that."""
        keys, known = self.keys, self.known
        if index in self.named:
            return None
        for first in (keys[index], keys[index][1:] if keys[index][0] in known.clinging else ""):
            if not first:
                continue
            for size in (5, 4, 3, 2, 1):
                end = index + size
                if end > self.last or any(i in self.named for i in range(index, end - 1)):
                    continue
                phrase = (first, *keys[index + 1 : end])
                if (role := known.prepositions.get(phrase)) is not None and end - 1 not in self.named:
                    return role, end, False
                if size > 1:
                    letter, rest = self._letter(end - 1)
                    if letter and rest and (role := known.prepositions.get((*phrase[:-1], letter))) is not None:
                        return role, end - 1, True
        return None

    def _letter(self, index: int) -> tuple[str, str]:
        """The preposition written onto the word at *index* and the rest of it; empty where there is none."""
        return self.peeled(index)[1:]

    def peeled(self, index: int) -> tuple[bool, str, str]:
        """Return whether a conjunction is written onto a word, the preposition written onto it, and its bare rest."""
        key, known = self.keys[index], self.known
        starts = [r for _, r in self.starting.get(index, ()) if r.span.start > self.words[index].span.start]
        if starts:
            letters = key[: min(r.span.start for r in starts) - self.words[index].span.start]
            clung = letters[:1] in known.clinging and letters[:1] != ""
            letter = letters[1:] if clung else letters
            return clung, letter if letter in known.prefixes else "", key[len(letters) :]
        for fused in known.fused:
            if key.startswith(fused) and len(key) > len(fused) + 1:
                return len(fused) > 2, fused[-1], known.article + key[len(fused) :]
        if (
            index in self.named
            and index in self.starting
            and not any(r.form in {"role", "group"} for _, r in self.starting[index])
        ):
            return False, "", key
        if self._is_noun(key):
            return False, "", key
        clung = key[0] in known.clinging and len(key) > 3
        body = key[1:] if clung else key
        if clung and self._is_noun(body):
            return True, "", body
        for letter in known.prefixes:
            if body.startswith(letter) and len(body) > 3 and self._is_noun(body[len(letter) :]):
                return clung, letter, body[len(letter) :]
        return False, "", key

    def _is_noun(self, key: str) -> bool:
        return (
            self.known.is_head(key)
            or (key.startswith(self.known.article) and len(key) > 4)
            or arabic.masdar_of(key) is not None
        )
