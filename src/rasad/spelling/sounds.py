"""The sounds of a name in Arabic, Latin or Cyrillic script: توکایف, توكاييف, Tokayev and Токаев sound alike.

A name is read letter by letter, groups of letters first, into signs; each sign is a choice of sounds, for a letter may
stand for several: «و» for u, o, v or w. The correspondences are data (lexicons/spelling).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations, islice, product

from rasad.lexicons import load
from rasad.spelling.letters import fold_letter

#: A longer name is cut: nobody is called so.
_LONGEST = 80
#: A name has at most so many keys, of so many readings.
_MOST_KEYS, _MOST_READINGS = 16, 256
#: The article of Arabic as a word of its own: «аль-», al-; its l is a sound that may be missing.
_ARTICLE = (("a",), ("L",))
_INITIAL = re.compile(r"(?<!\w)([^\W\d_]{1,2})\.")
#: What an initial has beside its sounds: it may stand for a name or be left out.
_INITIALS = "."

#: What a letter may stand for, likeliest first.
Sign = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    """Letters and groups of letters with the signs they are read as; ``^`` and ``$`` are a word's borders."""

    signs: Mapping[str, tuple[Sign, ...]]
    longest: int
    free_articles: frozenset[str]
    bound_articles: frozenset[str]


@cache
def _reading() -> _Reading:
    rows: dict[str, str] = {}
    for script in ("arabic", "latin", "cyrillic"):
        data = load(f"spelling/{script}")
        rows |= data["letters"] | data["groups"]
    signs = {key: tuple(tuple(sign.split("/")) for sign in text.split()) for key, text in rows.items()}
    articles = load("spelling/sounds")["articles"]
    return _Reading(signs, max(map(len, signs)), frozenset(articles["free"]), frozenset(articles["bound"]))


@lru_cache(maxsize=20_000)
def sounds(name: str) -> tuple[Sign, ...]:
    """Return the signs of a name, spaces and whatever is no letter left out; at most 80 letters are read."""
    return tuple(sign for word in _words(name) for sign in _signs(word))


def _words(name: str) -> tuple[str, ...]:
    """The words of a name in the letters that are read.

    An article that a hyphen binds («ас-Сабах») is a word of its own, and ends with the hyphen; an initial («Дж.»)
    ends with its full stop.
    """
    known = _reading().signs
    lowered = unicodedata.normalize("NFC", name[: _LONGEST * 2]).lower()
    text = "".join(c if c in known else fold_letter(c) for c in _INITIAL.sub(r"\1. ", lowered))[:_LONGEST]
    return tuple(text.replace("-", "- ").split())


def _is_article(word: str) -> bool:
    """Whether a word of :func:`_words` is the article of Arabic: «аль-», «ас-», al, ud-."""
    reading = _reading()
    return word.rstrip("-") in reading.free_articles or (word.endswith("-") and word[:-1] in reading.bound_articles)


@lru_cache(maxsize=20_000)
def _signs(word: str) -> tuple[Sign, ...]:
    """The signs of one word of :func:`_words`."""
    return _ARTICLE if _is_article(word) else tuple(_read(word))


def _read(word: str) -> Iterator[Sign]:
    reading = _reading()
    initial = word.endswith(".") and len(word) <= 3
    framed = f"^{word.rstrip('-')}$"
    at = 0
    while at < len(framed):
        for size in range(min(reading.longest, len(framed) - at), 0, -1):
            signs = reading.signs.get(framed[at : at + size])
            if signs is not None:
                yield from ((*sign, _INITIALS) if initial else sign for sign in signs)
                at += size
                break
        else:
            at += 1


@cache
def _classes() -> tuple[Mapping[str, str], frozenset[str]]:
    data = load("spelling/sounds")
    return data["keys"], frozenset(data["weak"])


@lru_cache(maxsize=20_000)
def _letters(sign: Sign) -> tuple[str, ...]:
    """What a sign may be in a key, likeliest first; "" is nothing."""
    letters, weak = _classes()
    found = [letters.get(sound, "") for sound in sign]
    if weak.intersection(sign):
        found.append("")
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=50_000)
def sound_keys(name: str) -> frozenset[str]:
    """Return the keys of a name: its consonants in coarse classes. Two spellings of one name tend to share a key.

    A letter that may stand for consonants of several classes («ج» is j or g), or for a vowel too («و»), gives keys of
    each kind; sixteen are kept, those first in which the fewest letters stand for what they seldom do. A name without
    a consonant has none.
    """
    parts: list[tuple[str, ...]] = []
    for sign in sounds(name):
        letters = _letters(sign)
        if letters != ("",) and (not parts or letters != parts[-1] or "" in letters):
            parts.append(letters)
    found: dict[str, None] = {}
    for joined in islice(_joined(parts), _MOST_READINGS):
        squeezed = "".join(c for i, c in enumerate(joined) if i == 0 or joined[i - 1] != c)
        if squeezed:
            found[squeezed] = None
        if len(found) >= _MOST_KEYS:
            break
    return frozenset(found)


def _joined(parts: list[tuple[str, ...]]) -> Iterator[str]:
    """Every choice of one letter a part, those first that have most of the first letters."""
    open_ = [place for place, letters in enumerate(parts) if len(letters) > 1]
    usual = [letters[0] for letters in parts]
    for size in range(len(open_) + 1):
        for places in combinations(open_, size):
            for others in product(*(parts[place][1:] for place in places)):
                chosen = dict(zip(places, others, strict=True))
                yield "".join(chosen.get(place, letter) for place, letter in enumerate(usual))
