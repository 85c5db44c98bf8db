"""How an entry and its offices are called in a reader's language: Токаев, توکایف and Tokayev are one name."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import Any

from rasad.errors import QueryError
from rasad.knowledge.compiled import rows
from rasad.knowledge.entry import Entry, Name, Tenure
from rasad.lexicons import load

#: Where a language has no name of its own for something, the languages asked next.
_NEXT = {"fa-AF": ("fa",), "fa-IR": ("fa",), "prs": ("fa-AF", "fa"), "ps": ("fa-AF", "fa"), "uz-Cyrl": ("uz", "ru")}


@cache
def languages() -> tuple[str, ...]:
    """Return the tags of every language in which the knowledge base has names, fa-IR beside fa."""
    return tuple(sorted({*(row[0] for row in rows("SELECT DISTINCT language FROM wording")), "fa-IR"}))


def known_language(tag: str) -> str:
    """Return *tag* as the knowledge base writes it.

    Raises:
        QueryError: no names are known in that language; the error lists the tags that exist.
    """
    for language in languages():
        if language.lower() == tag.strip().lower().replace("_", "-"):
            return language
    raise QueryError("language", tag, f"one of {', '.join(languages())}")


def _asked(language: str) -> tuple[str, ...]:
    base = language.split("-")[0]
    return tuple(dict.fromkeys((language, *_NEXT.get(language, ()), base)))


def name_of(entry: Entry, language: str, on: date | None = None) -> str:
    """Return an entry's name in *language* (BCP 47) as of a day, else its English one."""
    for tag in _asked(language):
        for name in entry.names:
            if name.language == tag and name.form == "name" and not name.first and not name.last:
                dated = _dated(entry, tag, on)
                return dated.text if dated is not None else name.text
    return entry.name


def _dated(entry: Entry, tag: str, on: date | None) -> Name | None:
    """The name that was in use on the day, where such came and went («نورسلطان»)."""
    if on is None:
        return None
    held = (n for n in entry.names if n.language == tag and n.form == "name" and (n.first or n.last))
    return next((n for n in held if (not n.first or n.first <= on) and (not n.last or on <= n.last)), None)


def office_name(office: str, language: str) -> str:
    """Return how an office is called in *language*, else in English."""
    names: dict[str, Any] = load("roles/offices")["offices"].get(office, {})
    for tag in _asked(language):
        if tag in names:
            return str(names[tag])
    return str(names.get("en", office.replace("-", " ")))


def is_held_by_several(office: str) -> bool:
    """Say whether many hold an office at once, as ambassadors and deputies do."""
    return bool(load("roles/offices")["offices"].get(office, {}).get("several", False))


def tenure_on(entry: Entry, on: date | None, office: str | None = None) -> Tenure | None:
    """Return the office that a person holds on a day (today's without it), a certain one where it is asked for."""
    held = [t for t in entry.tenures if t.held(on)]
    if office is not None:
        return next((t for t in held if t.office == office), None)
    return held[0] if held else None
