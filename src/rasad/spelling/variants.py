"""How a press would spell a name: Tokayev is «توکایف» in Tehran, "توكاييف" in Cairo and «Токаев» in Moscow.

Every sound has ways of being written, each with a cost; a spelling costs what its ways cost together, and the cheapest
come first. The ways are data (lexicons/spelling/writing).

Method: generation through an intermediate sound representation, as K. Knight and J. Graehl, "Machine transliteration",
Computational Linguistics 24 (1998), 599-612, with costs in place of probabilities.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from heapq import nsmallest

from rasad.errors import QueryError
from rasad.lexicons import load
from rasad.spelling.sounds import Sign, sounds

#: How many unfinished spellings are kept while a word is written.
_BEAM = 200
_LONGEST_GROUP = 3


@dataclass(frozen=True, slots=True, order=True)
class Spelling:
    """A spelling and what it costs; 0 is the commonest way throughout."""

    cost: float
    text: str


_Ways = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class _Press:
    sounds: Mapping[str, _Ways]
    first: Mapping[str, _Ways]
    last: Mapping[str, _Ways]
    groups: Mapping[tuple[str, ...], _Ways]
    article: str
    articles: frozenset[str]


@cache
def _press(into: str) -> _Press:
    data = load("spelling/writing")
    base = into.split("-")[0]
    if base not in data or base == "articles":
        known = ", ".join(sorted(key for key in data if isinstance(data[key], dict)))
        raise QueryError("language", into, f"one of {known}")

    def ways(rows: Mapping[str, Mapping[str, float]]) -> dict[str, _Ways]:
        return {str(sound): tuple((str(way), float(cost)) for way, cost in row.items()) for sound, row in rows.items()}

    rows = data[base]
    groups = {tuple(group.split()): way for group, way in ways(rows["groups"]).items()}
    articles = frozenset(data["articles"])
    return _Press(ways(rows["sounds"]), ways(rows["first"]), ways(rows["last"]), groups, rows["article"], articles)


def spellings(name: str, into: str, *, limit: int = 20) -> tuple[Spelling, ...]:
    """Return how a press would spell *name*, the likeliest first.

    Args:
        name: in Arabic, Latin or Cyrillic script. Short vowels that Arabic script leaves out are not guessed.
        into: fa (also fa-AF and fa-IR), ar, ru or en.

    Raises:
        QueryError: no way of writing is known for that language; the error lists those that exist.
    """
    press = _press(into)
    whole = [Spelling(0.0, "")]
    words = name.replace("-", " ").split()[:6]
    for before, word in zip(["", *words], words, strict=False):
        if word.lower() in press.articles:
            continue
        article = press.article if before.lower() in press.articles else ""
        written = [Spelling(s.cost, article + s.text) for s in _word(sounds(word), press)]
        if not written:
            continue
        joined = (
            Spelling(a.cost + b.cost, f"{a.text} {b.text}".strip()) for a in whole for b in written[: max(limit, 1)]
        )
        whole = nsmallest(_BEAM, joined)
    cheapest: dict[str, float] = {}
    for spelling in whole:
        if spelling.text:
            cheapest.setdefault(spelling.text, spelling.cost)
    return tuple(Spelling(round(cost, 3), text) for text, cost in list(cheapest.items())[:limit])


def _word(signs: Sequence[Sign], press: _Press) -> list[Spelling]:
    """The spellings of one word, cheapest first."""
    reached: list[dict[str, float]] = [{} for _ in range(len(signs) + 1)]
    reached[0][""] = 0.0
    for at in range(len(signs)):
        for text, cost in nsmallest(_BEAM, reached[at].items(), key=lambda item: item[1]):
            for size, way, price in _ways(signs, at, press):
                longer = text + way
                total = cost + price
                if total < reached[at + size].get(longer, float("inf")):
                    reached[at + size][longer] = total
    done = nsmallest(_BEAM, ((cost, text) for text, cost in reached[-1].items() if text))
    return [Spelling(cost, text) for cost, text in done]


def _ways(signs: Sequence[Sign], at: int, press: _Press) -> Iterator[tuple[int, str, float]]:
    """The ways to write what stands at a place: how many signs they take, the letters, the cost."""
    for size in range(2, min(_LONGEST_GROUP, len(signs) - at) + 1):
        for group, ways in press.groups.items():
            if len(group) == size and at > 0 and all(s in signs[at + i] for i, s in enumerate(group)):
                yield from ((size, way, cost) for way, cost in ways)
    doubled = at > 0 and bool(signs[at] & signs[at - 1])
    if doubled:
        yield 1, "", 0.0
    for rank, sound in enumerate(sorted(signs[at])):
        place = press.first if at == 0 else press.last if at == len(signs) - 1 else {}
        for way, cost in place.get(sound) or press.sounds.get(sound, ()):
            yield 1, way, cost + 0.3 * bool(rank) + 0.8 * doubled
