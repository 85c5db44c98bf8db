"""Places that share a name, told apart by whoever is near: «جلال‌آباد» near KGZ is not the city of Afghanistan.

The knowledge base parts namesakes by a word beside the name: their state («پنجاب هند») or their kind («استان کردستان»).
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from rasad.entities.candidates import circle_of
from rasad.knowledge.base import Base
from rasad.knowledge.compiled import rows
from rasad.knowledge.entry import Entry
from rasad.lexicons import load
from rasad.spelling.letters import fold_word


def namesakes(text: str, language: str, base: Base) -> list[Entry]:
    """Return the places that bear the name *text* with their state behind it, or with their kind before it."""
    key = fold_word(text)
    query = "SELECT DISTINCT id, folded FROM wording WHERE id LIKE 'place:%' AND language LIKE ? AND folded {}"
    behind = rows(query.format("LIKE ?"), [f"{language}%", f"{key} %"])
    found = [id_ for id_, name in behind if _says_state(base.by_id[id_], name[len(key) + 1 :])]
    kinds = _kinds(language)
    places = ", ".join("?" * len(kinds))
    before = rows(query.format(f"IN ({places})"), [f"{language}%", *(f"{kind} {key}" for kind in kinds)])
    found += [id_ for id_, _ in before]
    return [base.by_id[id_] for id_ in dict.fromkeys(found)]


def decide(
    meant: Entry | None, text: str, language: str, near: Set[str], base: Base
) -> tuple[Entry | None, str] | None:
    """Return the one of several namesakes that whoever is near speaks for, or nobody with the reason.

    Args:
        meant: whom the name means by itself; None where it is no name by itself.

    Returns:
        None where the name has no namesake, or nothing speaks against *meant*.
    """
    others = [e for e in namesakes(text, language, base) if meant is None or e.state not in {meant.id, meant.state}]
    if not others:
        return None
    here = [e for e in others if not circle_of(e).isdisjoint(near)]
    if meant is not None and not circle_of(meant).isdisjoint(near):
        every = [e.id for e in [meant, *here]]
        return (None, f"it may mean {' or '.join(every[:3])}, and all are near") if here else None
    if len({e.state for e in here}) == 1:
        return here[0], ""
    if meant is None:
        alone = not near and len({e.state for e in others}) == 1
        return (others[0], "") if alone and not any(_is_parted(e, text) for e in others) else None
    if _is_own_name(meant, text) or not any(_is_parted(e, text) for e in others):
        return None
    every = [e.id for e in [meant, *others]]
    return None, f"it may mean {' or '.join(every[:3])}, and nobody near decides"


def _is_own_name(entry: Entry, text: str) -> bool:
    """Whether a state is called so itself, and not by its capital («طرابلس»)."""
    return entry.type == "state" and any(fold_word(n.text) == fold_word(text) for n in entry.names)


def _is_parted(entry: Entry, text: str) -> bool:
    """Whether an entry is parted from its namesakes by its state's name, as they would be taken for one another."""
    key = f"{fold_word(text)} "
    folded = (fold_word(n.text) for n in entry.names)
    return any(name.startswith(key) and _says_state(entry, name[len(key) :]) for name in folded)


def _says_state(entry: Entry, words: str) -> bool:
    return entry.state is not None and words in _state_words(entry.state)


@cache
def _state_words(state: str) -> frozenset[str]:
    return frozenset(row[0] for row in rows("SELECT folded FROM wording WHERE id = ?", [state]))


@cache
def _kinds(language: str) -> tuple[str, ...]:
    return tuple(fold_word(w) for w in load("kind_words")["of_places"].get(language, ()))
