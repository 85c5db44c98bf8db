"""Letters that fold together: «ك» and «ک», «ي» and «ی», three sets of digits, harakat and joiners.

Wordings of lexicons and of the knowledge base are folded here; :mod:`rasad.text.folding` folds whole texts.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from rasad.lexicons import load


@cache
def _table() -> dict[int, str]:
    return {ord(char): to for char, to in load("folding")["letters"].items()}


@cache
def fold_letter(char: str) -> str:
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
        return "".join(fold_letter(c) if c != char else c for c in plain)
    stripped = "".join(c for c in unicodedata.normalize("NFD", char) if unicodedata.category(c) != "Mn")
    return stripped.lower()


@lru_cache(maxsize=100_000)
def fold_word(wording: str) -> str:
    """Return the folded form of a short wording, without outer spaces: the key of lexicons."""
    return " ".join("".join(map(fold_letter, wording)).split())
