"""Names whose letters are aligned with Latin ones: in «توکایف» ت is t, و o, ک k, ا a, ی ye and ف v.

From such words it is counted which pair of a letter and its Latin stretch follows which two pairs; a word and its Latin
spelling are as likely as their pairs in a row.

Method: joint n-grams of M. Bisani and H. Ney, "Joint-sequence models for grapheme-to-phoneme conversion", Speech
Communication 50 (2008), 434-451; contexts seen seldom lean on shorter ones as in I. H. Witten and T. C. Bell, "The
zero-frequency problem", IEEE Transactions on Information Theory 37 (1991), 1085-1094.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from rasad.lexicons import rows
from rasad.spelling.letters import fold_letter

#: The presses whose names are aligned; ``fa`` serves Dari too.
PRESSES = ("fa", "ar", "ru")
#: A pair seen less often is an accident of one name.
_SEEN = 4
_UNSEEN = 1e-4
#: Pairs are numbered, and a pair after up to two others is one number: sixteen bits a pair, the last one lowest.
_BITS = 16
_LOW = (1 << _BITS) - 1
_MEMORY = (1 << 2 * _BITS) - 1

#: An aligned word: its letters, the Latin stretch of each, and its weight.
Word = tuple[str, Sequence[str], int]


@dataclass(frozen=True, slots=True)
class Pairs:
    """What pairs of a letter and a Latin stretch there are, and how likely each is after others.

    A pair is a number; a history is the number of the one or two pairs before. ``letters`` and ``stretches`` say what
    a pair is of; ``of_letter`` and ``of_stretch`` list the pairs of one.
    """

    start: int
    end: int
    letters: Sequence[str]
    stretches: Sequence[str]
    of_letter: Mapping[str, tuple[int, ...]]
    of_stretch: Mapping[str, tuple[int, ...]]
    _times: Mapping[int, int]
    _whole: Mapping[int, int]
    _kinds: Mapping[int, int]
    _known: dict[int, float] = field(default_factory=dict)

    def cost(self, history: int, pair: int) -> float:
        """Return the negative logarithm of how likely *pair* is after *history*."""
        both = history << _BITS | pair
        known = self._known.get(both)
        if known is None:
            known = self._known[both] = -math.log(self._share(history, pair))
        return known

    def _share(self, history: int, pair: int) -> float:
        seen = self._times.get(history << _BITS | pair, 0)
        if not history:
            return (seen + _UNSEEN) / (self._whole[0] + 1)
        shorter = self._share(history & _LOW if history > _LOW else 0, pair)
        kinds = self._kinds.get(history, 0)
        return (seen + kinds * shorter) / (self._whole[history] + kinds) if kinds else shorter


def after(history: int, pair: int) -> int:
    """Return the history after one more pair."""
    return (history << _BITS | pair) & _MEMORY


def count(words: Iterable[Word]) -> Pairs:
    """Count the pairs of aligned words."""
    numbers: dict[tuple[str, str], int] = {("", ""): 0, ("^", "^"): 1, ("$", "$"): 2}
    times: dict[int, int] = {}
    for word, stretches, weight in words:
        before, last = 0, 1
        for pair in (*zip(word, stretches, strict=True), ("$", "$")):
            number = numbers.setdefault(pair, len(numbers))
            for key in (number, last << _BITS | number, before << 2 * _BITS | last << _BITS | number):
                times[key] = times.get(key, 0) + weight
            if not before:  # the second pair has one pair before it, and was counted twice after it
                times[key] -= weight
            before, last = last, number
    return _counted(numbers, times)


def _counted(numbers: Mapping[tuple[str, str], int], times: Mapping[int, int]) -> Pairs:
    whole: dict[int, int] = {}
    kinds: dict[int, int] = {}
    for key, seen in times.items():
        history = key >> _BITS
        whole[history] = whole.get(history, 0) + seen
        kinds[history] = kinds.get(history, 0) + 1
    of_letter: dict[str, list[int]] = {}
    of_stretch: dict[str, list[int]] = {}
    for (letter, stretch), number in sorted(numbers.items()):
        if number > 2 and times.get(number, 0) >= _SEEN:
            of_letter.setdefault(letter, []).append(number)
            of_stretch.setdefault(stretch, []).append(number)
    return Pairs(
        1, 2, [letter for letter, _ in numbers], [stretch for _, stretch in numbers],
        {letter: tuple(pairs) for letter, pairs in of_letter.items()},
        {stretch: tuple(pairs) for stretch, pairs in of_stretch.items()},
        times, whole, kinds,
    )  # fmt: skip


@cache
def aligned(press: str) -> tuple[Word, ...]:
    """Return the aligned words of a press, in its own letters."""
    return tuple((word, latin.split("-"), int(weight)) for word, latin, weight in rows(f"spelling/words-{press}"))


@cache
def folded(press: str) -> tuple[Word, ...]:
    """Return the aligned words of a press, folded; the stretch of a letter that folds to nothing goes to the next."""
    found: list[Word] = []
    for word, stretches, weight in aligned(press):
        letters = [fold_letter(letter) for letter in word]
        if all(len(letter) == 1 for letter in letters):
            found.append(("".join(letters), stretches, weight))
            continue
        kept: list[str] = []
        carried = ""
        for letter, stretch in zip(letters, stretches, strict=True):
            carried += stretch
            if letter:
                kept.append(carried)
                carried = ""
        if kept:
            kept[-1] += carried
            found.append(("".join(letters), kept, weight))
    return tuple(found)


@cache
def written(press: str) -> Pairs:
    """Return the pairs by which a press writes names."""
    return count(aligned(press))


@cache
def read(*presses: str) -> Pairs:
    """Return the pairs by which folded names of some presses are read, such as those of both of Arabic script."""
    return count(word for press in presses for word in folded(press))
