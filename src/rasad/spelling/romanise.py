"""Names of Arabic script in Latin letters: «ساودابایف» is Saudabayev, by what letters become in names that are known.

Every letter is written as it is in known names between the letters beside it; a beam keeps the likeliest spellings.
A whole name that is known is written as it usually is, and so are the endings of the region's families.

Method: see tools/romanising.py, by which the table was learnt; contexts seen seldom lean on shorter ones, weighted by
n/(n+3) as in the smoothing of I. H. Witten and T. C. Bell, "The zero-frequency problem", IEEE Transactions on
Information Theory 37 (1991), 1085-1094.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib.resources import files

from rasad.lexicons import load, table
from rasad.spelling.letters import fold_word

_BEAM = 8
#: Stands for whatever letter comes next.
_ANY = "."
_LONGEST = 24
#: How much a context of two letters, one and none weighs, and how many sightings make it half certain.
_WEIGHTS, _HALF = (2.0, 1.0, 0.3), 3


@cache
def _learnt() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """Contexts with what the letter in their midst became and how often."""
    text = files("rasad.lexicons").joinpath("spelling", "romanising.tsv").read_text(encoding="utf-8")
    found: dict[str, list[tuple[str, int]]] = {}
    for line in text.splitlines():
        if line and not line.startswith(("#", "context")):
            context, latin, count = line.split("\t")
            found.setdefault(context, []).append((latin, int(count)))
    return {context: tuple(rows) for context, rows in found.items()}


@lru_cache(maxsize=20_000)
def romanise(word: str) -> str:
    """Return the Latin spelling of one word of a name, capitalised; a word without a letter that is known gives ""."""
    key = fold_word(word)
    known = table("names/units").get(key)
    if known is not None:
        return known
    tail = ""
    for ending, latin in _endings():
        if key.endswith(ending) and len(key) > len(ending) + 1:
            key, tail = key[: -len(ending)], latin
            break
    framed = f"^{key[:_LONGEST]}{'$' if not tail else _ANY}"
    beam = [(0.0, "")]
    for at in range(1, len(framed) - 1):
        ways = _ways(framed[at - 1 : at + 2])
        longer = ((score + price, text + latin) for score, text in beam for latin, price in ways)
        best: dict[str, float] = {}
        for score, text in sorted(longer, key=lambda item: -item[0]):
            best.setdefault(text, score)
        beam = [(score, text) for text, score in best.items()][:_BEAM] or beam
    return (beam[0][1] + tail).capitalize()


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    """Endings of family names, folded, with their usual Latin spelling, longest first."""
    endings = load("names/letters")["endings"]
    return tuple(sorted(((fold_word(e), str(latin)) for e, latin in endings.items()), key=lambda row: -len(row[0])))


@lru_cache(maxsize=20_000)
def _ways(context: str) -> tuple[tuple[str, float], ...]:
    """What the letter in the midst of three may become, with the logarithm of how likely that is."""
    before, letter, after = context[0], context[1], context[2]
    found: dict[str, float] = {}
    for key, weight in zip((before + letter + after, f".{letter}{after}", f".{letter}."), _WEIGHTS, strict=True):
        rows = _learnt().get(key, ())
        seen = sum(count for _, count in rows)
        for latin, count in rows:
            found[latin] = found.get(latin, 0.0) + weight * seen / (seen + _HALF) * count / seen
    whole = sum(found.values())
    return tuple((latin, math.log(share / whole)) for latin, share in sorted(found.items()))


def slug(name: str) -> str:
    """Return a name as ids have it: lower case, words parted by hyphens, nothing but Latin letters and digits."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("'", "")).strip("-")
