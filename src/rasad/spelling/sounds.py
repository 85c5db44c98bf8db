"""The sounds of a name in Arabic, Latin or Cyrillic script: توکایف, توكاييف, Tokayev and Токаев sound alike.

A name is read letter by letter, groups of letters first, into signs; each sign is a set of sounds, for a letter may
stand for several: «و» for v, w, u or o. The correspondences are data (lexicons/spelling).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice, product

from rasad.lexicons import load
from rasad.spelling.letters import fold_letter

#: A longer name is cut: nobody is called so.
_LONGEST = 80
#: A name has at most so many keys.
_MOST_KEYS = 16
#: So many readings of a name are tried for them: a row of eighty «و» has more than anybody could wait for.
_MOST_READINGS = 256

Sign = frozenset[str]


@dataclass(frozen=True, slots=True)
class _Script:
    """Groups and letters of a script, each with the signs it is read as; ``longest`` is the longest group's length."""

    read: Mapping[str, tuple[Sign, ...]]
    longest: int


@cache
def _scripts() -> tuple[_Script, ...]:
    return tuple(_script(name) for name in ("arabic", "latin", "cyrillic"))


def _script(name: str) -> _Script:
    data = load(f"spelling/{name}")
    rows = {**data["letters"], **data["groups"]}
    read = {
        str(key): tuple(frozenset(sign.split("/")) for sign in str(signs).split()) for key, signs in rows.items()
    }
    return _Script(read, max(map(len, read)))


@lru_cache(maxsize=20_000)
def sounds(name: str) -> tuple[Sign, ...]:
    """Return the signs of a name, spaces and whatever is no letter left out; at most 80 letters are read."""
    lowered = unicodedata.normalize("NFC", name[: _LONGEST * 2]).lower().replace("-", " ")
    script = next((s for s in _scripts() if any(c in s.read or fold_letter(c) in s.read for c in lowered)), None)
    if script is None:
        return ()
    text = "".join(c if c in script.read else fold_letter(c) for c in lowered)[:_LONGEST]
    signs: list[Sign] = []
    for word in text.split():
        at = 0
        while at < len(word):
            for size in range(min(script.longest, len(word) - at), 0, -1):
                read = script.read.get(word[at : at + size])
                if read is not None:
                    signs.extend(read)
                    at += size
                    break
            else:
                at += 1
    return tuple(signs)


@cache
def _keys_of_sounds() -> tuple[Mapping[str, str], Sign]:
    data = load("spelling/sounds")
    return data["keys"], frozenset(data["weak"])


@lru_cache(maxsize=50_000)
def sound_keys(name: str) -> frozenset[str]:
    """Return the keys of a name: its consonants in coarse classes. Two spellings of one name tend to share a key.

    A letter that may stand for consonants of several classes («ج» is j or g), or for a vowel too («و»), gives keys of
    each kind; at most sixteen are kept. A name without a consonant has none.
    """
    letters, weak = _keys_of_sounds()
    parts: list[tuple[str, ...]] = []
    for sign in sounds(name):
        classes = {letters.get(sound, "") for sound in sign}
        if sign & weak:
            classes.add("")
        if classes != {""} and (not parts or classes != set(parts[-1]) or "" in classes):
            parts.append(tuple(sorted(classes)))
    found: set[str] = set()
    for key in islice(product(*parts), _MOST_READINGS):
        joined = "".join(key)
        squeezed = "".join(c for i, c in enumerate(joined) if i == 0 or joined[i - 1] != c)
        if squeezed:
            found.add(squeezed)
        if len(found) >= _MOST_KEYS:
            break
    return frozenset(found)
