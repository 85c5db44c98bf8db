"""How a press would spell a name: Tokayev is «توکایف» in Tehran, "توكاييف" in Cairo and «Токаев» in Moscow.

A name is first read to Latin letters (:mod:`rasad.spelling.romanise`), and these are written in the letters that stand
for them in names of that press, each after the letters before it (:mod:`rasad.spelling.aligned`). A beam keeps the
likeliest spellings.

Method: as K. Knight and J. Graehl, "Machine transliteration", Computational Linguistics 24 (1998), 599-612, both ways
through one table of pairs.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from heapq import nsmallest

from rasad.errors import QueryError
from rasad.lexicons import load
from rasad.spelling.aligned import PRESSES, Pairs, after, written
from rasad.spelling.romanise import romanisations

#: How many unfinished spellings are kept at a letter of a word.
_BEAM = 60
_LONGEST_STRETCH = 4
_LONGEST, _MOST_WORDS = 24, 6
#: How many Latin readings of a word of another script are written.
_READINGS = 4

#: Letters written so far, and the history of their last pairs.
_State = tuple[str, int]


@dataclass(frozen=True, slots=True, order=True)
class Spelling:
    """A spelling and what it costs: how much less likely it is than the likeliest, as a natural logarithm."""

    cost: float
    text: str


def spellings(name: str, into: str, *, limit: int = 20) -> tuple[Spelling, ...]:
    """Return how a press would spell *name*, the likeliest first.

    Args:
        name: in Arabic, Latin or Cyrillic script; of more than six words the first six are read.
        into: fa (also fa-AF and fa-IR), ar, ru or en. Arabic is written in its own letters.
        limit: at most so many are returned, and not less than one if there is any.

    Raises:
        QueryError: no names of that language are known; the error lists the languages that are.
    """
    press = into.split("-")[0]
    if press not in {*PRESSES, "en"}:
        raise QueryError("language", into, f"one of {', '.join(sorted((*PRESSES, 'en')))}")
    writing = load("spelling/writing")
    whole = [Spelling(0.0, "")]
    words = name.replace("-", " ").split()[:_MOST_WORDS]
    for before, word in zip(["", *words], words, strict=False):
        if word.lower() in writing["articles"]:
            continue
        ways = _word(word, press)
        if not ways:
            continue
        article = writing["article"][press] if before.lower() in writing["articles"] else ""
        whole = nsmallest(
            _BEAM, (Spelling(a.cost + b.cost, f"{a.text} {article}{b.text}".strip()) for a in whole for b in ways)
        )
    first = whole[0].cost
    return tuple(
        Spelling(round(s.cost - first, 3), _capitalised(s.text, press)) for s in whole[: max(limit, 1)] if s.text
    )


def _word(word: str, press: str) -> list[Spelling]:
    """The spellings of one word, cheapest first."""
    readings = romanisations(word)
    if press == "en":
        return [Spelling(cost, latin.capitalize()) for latin, cost in readings[:_BEAM]]
    found: dict[str, float] = {}
    for latin, cost in readings[:_READINGS]:
        for text, price in _written(latin[:_LONGEST], written(press)).items():
            found[text] = min(found.get(text, math.inf), cost + price)
    return nsmallest(_BEAM, (Spelling(cost, text) for text, cost in found.items()))


def _written(latin: str, pairs: Pairs) -> dict[str, float]:
    """What a Latin word may be in another script, with what each costs."""
    reached: list[dict[_State, float]] = [{} for _ in range(len(latin) + 1)]
    reached[0]["", pairs.start] = 0.0
    for at in range(len(latin) + 1):
        best = _cheapest(reached[at])
        # a letter may stand that no Latin one is heard for, but no two of them
        silent = _longer(best, pairs.of_stretch.get("", ()), pairs)
        reached[at] = best = _cheapest({**silent, **best})
        for size in range(1, min(_LONGEST_STRETCH, len(latin) - at) + 1):
            for state, cost in _longer(best, pairs.of_stretch.get(latin[at : at + size], ()), pairs).items():
                if cost < reached[at + size].get(state, math.inf):
                    reached[at + size][state] = cost
    found: dict[str, list[float]] = {}
    for (text, history), cost in reached[-1].items():
        found.setdefault(text, []).append(cost + pairs.cost(history, pairs.end))
    # ways that come to one spelling make it likelier together
    return {text: -math.log(sum(math.exp(-cost) for cost in costs)) for text, costs in found.items() if text}


def _cheapest(states: dict[_State, float]) -> dict[_State, float]:
    return dict(nsmallest(_BEAM, states.items(), key=lambda item: item[1]))


def _longer(states: dict[_State, float], ways: Sequence[int], pairs: Pairs) -> dict[_State, float]:
    """The states that each of *ways* leads to, with the cheapest cost of each."""
    found: dict[_State, float] = {}
    for (text, history), cost in states.items():
        for pair in ways:
            state = text + pairs.letters[pair], after(history, pair)
            total = cost + pairs.cost(history, pair)
            if total < found.get(state, math.inf):
                found[state] = total
    return found


def _capitalised(text: str, press: str) -> str:
    """A spelling with capitals where its script has them."""
    return text if press in {"fa", "ar"} else " ".join(word[:1].upper() + word[1:] for word in text.split(" "))
