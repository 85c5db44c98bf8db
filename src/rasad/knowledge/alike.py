"""Names spelt like a wording that nobody has listed: «میرزیوف» is like Mirziyoyev."""

from __future__ import annotations

from functools import lru_cache

from rasad.knowledge.base import Base
from rasad.knowledge.compiled import rows
from rasad.knowledge.entry import Entry
from rasad.lexicons import load
from rasad.spelling.letters import fold_word
from rasad.spelling.likeness import likeness
from rasad.spelling.sounds import sound_keys

#: A key that more entries share tells nothing, and is passed over.
_CROWD = 150


def alike(text: str, base: Base, *, whole: bool = False) -> list[tuple[Entry, float, bool]]:
    """Return the entries with a name spelt like *text*, best first.

    Args:
        text: a name in Arabic, Latin or Cyrillic script, whole or a surname alone.
        whole: leave out surnames alone.

    Returns:
        Entry, likeness in [0, 1], and whether it is the whole name that is alike. None is below the floor ``alike`` of
        lexicons/linking.
    """
    floor = float(load("linking")["alike"])
    found: list[tuple[Entry, float, bool]] = []
    for part in ("whole",) if whole or " " in text.strip() else ("whole", "last"):
        for id_ in _sharing(text, part):
            entry = base.entry(id_)
            if entry is None:
                continue
            names = [n.text for n in entry.names if n.form in {"name", "short"}]
            if part == "last":
                names = [n.split()[-1] for n in names]
            best = max((likeness(text, name) for name in dict.fromkeys(map(fold_word, names)) if name), default=0.0)
            if best >= floor:
                found.append((entry, best, part == "whole"))
    return sorted(found, key=lambda row: -row[1])


@lru_cache(maxsize=4_000)
def _sharing(text: str, part: str) -> tuple[str, ...]:
    """The ids that share a key with a wording, those that share most first."""
    ids: dict[str, int] = {}
    for key in sorted(sound_keys(text)):
        shared = rows("SELECT id FROM sound WHERE key = ? AND part = ?", [key, part])
        if len(shared) <= _CROWD:
            for (id_,) in shared:
                ids[id_] = ids.get(id_, 0) + 1
    return tuple(sorted(ids, key=lambda id_: -ids[id_]))
