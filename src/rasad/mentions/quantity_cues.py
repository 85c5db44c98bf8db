"""Words around a number that say what kind of number it is: a date, a place in a row, about, over, each, per.

«حدود ۴۰ تن» is about 40, «سال ۱۴۰۲» a year, "أكثر من مئة" over 100. All from lexicons/numbers and lexicons/units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rasad.lexicons import load
from rasad.text.folding import fold_word


@dataclass(frozen=True, slots=True)
class Cues:
    """The words of one language, folded; each set is named after its list in the lexicons."""

    qualifiers: dict[tuple[str, ...], str]
    before_dates: frozenset[str]
    months: frozenset[str]
    ordinal: frozenset[str]
    of: frozenset[str]
    to: frozenset[str]
    between: frozenset[str]
    joiner: str
    classifiers: frozenset[str]
    goods: frozenset[str]
    below_zero: tuple[tuple[str, ...], ...]
    others: frozenset[str]
    per: frozenset[str]
    pronouns: frozenset[str]
    after_noun: frozenset[str]
    after: dict[str, str]
    ordinal_words: frozenset[str]
    out_of: frozenset[tuple[str, ...]]
    each: frozenset[str]
    rate: frozenset[str]
    years_of: frozenset[str]
    plural_measures: frozenset[str]
    fused: frozenset[str]


def _keys(words: Sequence[str]) -> frozenset[str]:
    return frozenset(fold_word(w) for w in words)


@cache
def cues(language: str) -> Cues:
    """Return the cues of "fa" or "ar"."""
    numbers: Any = load(f"numbers/{language}")
    units: Any = load(f"units/{language}")
    return Cues(
        qualifiers={
            tuple(fold_word(p).split()): name for name, phrases in numbers["qualifiers"].items() for p in phrases
        },
        before_dates=_keys(numbers["before_dates"]),
        months=_keys(numbers["months"]),
        ordinal=_keys(numbers["ordinal"]),
        of=_keys(numbers["of"]),
        to=_keys(numbers["to"]),
        between=_keys(numbers["between"]),
        joiner=fold_word(numbers["and"][0]),
        classifiers=_keys(units["classifiers"]),
        goods=_keys(units["goods"]),
        below_zero=tuple(tuple(fold_word(p).split()) for p in units["below_zero"]),
        others=_keys(units["others"]),
        per=_keys(units["per"]),
        pronouns=_keys(units["pronouns"]),
        after_noun=_keys(numbers.get("after_noun", ())),
        after={fold_word(w): name for name, found in numbers["after"].items() for w in found},
        ordinal_words=_keys(numbers["ordinal_words"]),
        out_of=frozenset(tuple(fold_word(p).split()) for p in numbers["out_of"]),
        each=_keys(numbers["each"]),
        rate=_keys(numbers["rate"]),
        years_of=_keys(numbers["years_of"]),
        plural_measures=_keys(units["plural_measures"]),
        fused=_keys(units.get("fused", ())),
    )


@cache
def _article() -> str:
    return fold_word(load("numbers/ar")["article"])


def without_article(key: str) -> str:
    """Return an Arabic *key* without its article."""
    article = _article()
    return key[len(article) :] if key.startswith(article) else key


@cache
def tonne() -> str:
    """Return the word that is a tonne with a vowel sign («تُن») and a person without one («تن»)."""
    return fold_word(load("units/fa")["tonne"])


@cache
def glide() -> str:
    """Return the ending of a construct dual, which an adjective may have too."""
    return fold_word(load("units/ar")["endings"]["dual"][-1])


@cache
def letters() -> str:
    """Return the letters that Arabic writes onto the word after them."""
    return "".join(fold_word(p) for p in load("units/ar")["clitics"] if len(p) == 1)
