"""Offices of a state in languages of which no articles are read: "foreign minister of Iran", «президент Казахстана»."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from rasad.knowledge.compiled import rows
from rasad.lexicons import load
from rasad.spelling.letters import fold_word

#: How much longer the genitive of a state's name may be than the name.
_ENDING = 2


def read_title(text: str, language: str) -> tuple[str, str] | None:
    """Return the office and the state or organisation that *text* words, or None where it words no such thing."""
    key = fold_word(text.replace("\u2019", "'")).removeprefix("the ")
    for title, office in _titles(language).items():
        rest = ""
        if key.startswith(f"{title} "):
            rest = key[len(title) :].strip().removeprefix("of ").removeprefix("the ")
        elif key.endswith(f" {title}"):
            rest = key[: -len(title)].strip().removesuffix("'s").removesuffix("'")
        party = _party(rest, language) if rest else None
        if party is not None:
            return office, party
    return None


@cache
def _titles(language: str) -> Mapping[str, str]:
    """Folded titles with their offices, longest first: as they are shown, and in English as the key says too."""
    found: dict[str, str] = {}
    for office, names in load("roles/offices")["offices"].items():
        if language in names:
            found.setdefault(fold_word(names[language]), office)
        if language == "en":
            found.setdefault(fold_word(office.replace("-", " ")), office)
    return dict(sorted(found.items(), key=lambda item: -len(item[0])))


@cache
def _parties(language: str) -> tuple[tuple[str, str], ...]:
    """Folded names of states and organisations in a language, with their ids."""
    query = "SELECT DISTINCT folded, id FROM wording WHERE language = ? AND (length(id) = 3 OR id LIKE 'org:%')"
    return tuple(rows(query, [language]))


def _party(rest: str, language: str) -> str | None:
    exact = [id_ for name, id_ in _parties(language) if name == rest]
    if exact or language != "ru":
        return next(iter(sorted(exact, key=len)), None)
    declined = (
        (len(name), id_) for name, id_ in _parties(language)
        if len(name) > _ENDING and rest.startswith(name[:-1]) and len(rest) - len(name) <= _ENDING
    )  # fmt: skip
    return max(declined, default=(0, None))[1]
