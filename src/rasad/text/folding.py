"""Folding: a copy of a text in which spellings of one word meet, with a map back to the text.

«كازاخستان» and «کازاخستان», «می‌گوید» and «میگوید», «۱۴۰۴» and «١٤٠٤» fold to the same letters.
Only the copy is folded: evidence is always cut from the original through :meth:`Folded.span`.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from dataclasses import dataclass, field

from rasad.spelling.letters import fold_letter, fold_word
from rasad.text.span import Span

__all__ = ["Folded", "fold", "fold_word"]

#: Shorter texts are folded character by character: to prepare tables would take longer.
_SHORT = 400


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded copy of a text; ``offsets[i]`` is where ``text[i]`` stands in the original (code points)."""

    text: str
    offsets: array[int] = field(repr=False)
    length: int

    def span(self, start: int, end: int) -> Span:
        """Return the span of the original that ``text[start:end]`` was folded from."""
        return Span(self.offsets[start], self.offsets[end - 1] + 1)

    def at(self, offset: int) -> int:
        """Return the first folded position that stands at or after *offset* of the original."""
        return bisect_left(self.offsets, offset)


def fold(text: str) -> Folded:
    """Fold *text*: letters of one sound, three sets of digits, harakat, tatweel and joiners.

    Runs of spaces become one. Line ends stay, so that nothing is matched across a line.
    """
    if len(text) < _SHORT:
        return _fold_slowly(text)
    letters = {char: fold_letter(char) for char in set(text)}
    even = {ord(char): letter for char, letter in letters.items() if len(letter) == 1}
    odd = re.escape("".join(char for char, letter in letters.items() if len(letter) != 1))
    blank = re.escape("".join(char for char, letter in letters.items() if letter in {" ", "\n"}))
    # stretches that do not fold letter for letter: marks and joiners, ligatures, runs of spaces
    uneven = (
        re.compile(f"[{odd}{blank}]{{2,}}|\\A[{odd}{blank}]+" + (f"|[{odd}]" if odd else "")) if odd + blank else None
    )
    places = array("q", range(len(text)))
    out: list[str] = []
    offsets = array("q")
    start = 0
    for match in uneven.finditer(text) if uneven else ():
        first, last = match.span()
        if start < first:
            out.append(text[start:first].translate(even))
            offsets.extend(places[start:first])
        piece = _fold_slowly(match.group(), base=first, previous="a" if first else "\n")
        out.append(piece.text)
        offsets.extend(piece.offsets)
        start = last
    out.append(text[start:].translate(even))
    offsets.extend(places[start:])
    return Folded("".join(out), offsets, len(text))


def _fold_slowly(text: str, *, base: int = 0, previous: str = "\n") -> Folded:
    """Fold character by character; *previous* is what stands before, *base* where *text* begins."""
    out: list[str] = []
    offsets = array("q")
    for index, char in enumerate(text, base):
        for letter in fold_letter(char):
            if letter == " " and previous in " \n":
                continue
            out.append(letter)
            offsets.append(index)
            previous = letter
    return Folded("".join(out), offsets, len(text))
