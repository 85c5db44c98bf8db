"""Folding: a copy of a text in which spellings of one word meet, with a map back to the text.

«كازاخستان» and «کازاخستان», «می‌گوید» and «میگوید», «۱۴۰۴» and «١٤٠٤» fold to the same letters. Only the copy is
folded: evidence is always cut from the original through :meth:`Folded.span`.
"""

from __future__ import annotations

import unicodedata
from array import array
from dataclasses import dataclass, field
from functools import cache

from rasad.lexicons import load
from rasad.text.span import Span


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
        low, high = 0, len(self.offsets)
        while low < high:
            middle = (low + high) // 2
            if self.offsets[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low


@cache
def _table() -> dict[int, str]:
    return {ord(char): to for char, to in load("folding")["letters"].items()}


@cache
def _letter(char: str) -> str:
    """Return what one character folds to: nothing, one character or several."""
    table = _table()
    if ord(char) in table:
        return table[ord(char)]
    category = unicodedata.category(char)
    if category in {"Mn", "Cf"} and char not in "\n":
        return ""
    if category == "Nd":
        return str(unicodedata.digit(char))
    if char in "\r\n\u2028\u2029":
        return "\n"
    if char.isspace():
        return " "
    plain = unicodedata.normalize("NFKC", char)
    if plain != char:
        return "".join(_letter(c) if c != char else c for c in plain)
    stripped = "".join(c for c in unicodedata.normalize("NFD", char) if unicodedata.category(c) != "Mn")
    return stripped.lower()


def fold(text: str) -> Folded:
    """Fold *text*: letters of one sound, three sets of digits, harakat, tatweel and joiners; runs of spaces become one.

    Line ends stay, so that nothing is matched across a line.
    """
    out: list[str] = []
    offsets = array("q")
    previous = "\n"
    for index, char in enumerate(text):
        for letter in _letter(char):
            if letter == " " and previous in " \n":
                continue
            out.append(letter)
            offsets.append(index)
            previous = letter
    return Folded("".join(out), offsets, len(text))


def fold_word(wording: str) -> str:
    """Return the folded form of a short wording, without outer spaces: the key under which lexicons look it up."""
    return fold(wording).text.strip()
