"""Names of Arabic and Cyrillic script in Latin letters: «ساودابایف» and Саудабаев are Saudabayev.

A word that known people bear is written as theirs is; any other letter by letter, each as it is in known names after
the letters before it. Of spellings that are about as likely, one that people are known to bear is preferred, so that
«سریک» and "سيريك" are one Serik.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from functools import cache, lru_cache

from rasad.lexicons import table
from rasad.spelling.aligned import after, folded, read
from rasad.spelling.latin import plain, slug
from rasad.spelling.letters import fold_word

__all__ = ["romanisations", "romanise", "slug"]

#: How many unfinished spellings are kept while a word is read.
_BEAM = 24
#: Nobody is called by a longer word; its end is left out.
_LONGEST = 24
#: What a spelling gains that is known, and for every e-fold of people who bear it. Set on the training part.
_KNOWN, _BORNE = 3.0, 0.5
#: How many spellings of people of the knowledge base the usual spelling on Wikidata outweighs.
_LISTED = 4


@lru_cache(maxsize=20_000)
def romanise(word: str) -> str:
    """Return the Latin spelling of one word of a name, capitalised; a word without a letter that is known gives ""."""
    key = fold_word(word)
    if key.isascii():
        return _capitalised(word.strip().lower())
    press = _press(key)
    known = _lookup(press).get(key)
    if known is None:
        known = min(romanisations(key), key=lambda row: row[1], default=("", 0.0))[0]
    return _capitalised(known)


@lru_cache(maxsize=2_000)
def romanisations(word: str) -> tuple[tuple[str, float], ...]:
    """Return Latin spellings of one word, lower case, with what each costs; the cheapest first.

    Letters that no known name has are left out.
    """
    key = fold_word(word)
    if key.isascii():
        return tuple((latin, 0.0) for latin in plain(word)[:1])
    pairs = read(*_PRESSES[_press(key)])
    letters = [letter for letter in key if letter in pairs.of_letter][:_LONGEST]
    beam: dict[tuple[str, int], float] = {("", pairs.start): 0.0}
    for letter in letters:
        longer: dict[tuple[str, int], float] = {}
        for (text, history), cost in beam.items():
            for pair in pairs.of_letter[letter]:
                state = text + pairs.stretches[pair], after(history, pair)
                total = cost + pairs.cost(history, pair)
                if total < longer.get(state, math.inf):
                    longer[state] = total
        beam = dict(sorted(longer.items(), key=lambda item: item[1])[:_BEAM])
    borne = _borne(_press(key))
    found: dict[str, float] = {}
    for (text, history), cost in beam.items():
        gain = _KNOWN + _BORNE * math.log(borne[text]) if text in borne else 0.0
        total = cost + pairs.cost(history, pairs.end) - gain
        if text and total < found.get(text, math.inf):
            found[text] = total
    return tuple(sorted(found.items(), key=lambda item: (item[1], item[0])))


def _capitalised(word: str) -> str:
    """A word with a capital at its start and after a hyphen."""
    return "-".join(part.capitalize() for part in word.split("-"))


#: Whose aligned words a script is read by.
_PRESSES: Mapping[str, tuple[str, ...]] = {"arabic": ("fa", "ar"), "ru": ("ru",)}


def _press(key: str) -> str:
    """Which of the scripts a folded word is read as."""
    return "ru" if any("Ѐ" <= c <= "ӿ" for c in key) else "arabic"


@cache
def _lookup(press: str) -> Mapping[str, str]:
    """The usual Latin spelling of each known word."""
    spelt: dict[str, dict[str, int]] = {}
    for part in _PRESSES[press]:
        for word, stretches, weight in folded(part):
            latin = "".join(stretches)
            ways = spelt.setdefault(word, {})
            ways[latin] = ways.get(latin, 0) + weight
    for word, name in _listed(press).items():
        ways = spelt.setdefault(word, {})
        ways[name] = ways.get(name, 0) + _LISTED
    return {word: min(ways, key=lambda latin: (-ways[latin], latin)) for word, ways in spelt.items()}


@cache
def _borne(press: str) -> Mapping[str, int]:
    """How many known people bear a Latin word."""
    found = Counter(_listed("arabic").values())
    for part in _PRESSES[press]:
        for _, stretches, weight in folded(part):
            found["".join(stretches)] += weight
    return found


def _listed(press: str) -> Mapping[str, str]:
    """Names of people on Wikidata with their usual Latin spelling."""
    if press != "arabic":
        return {}
    return {word: name.lower() for word, name in table("names/units").items()}
