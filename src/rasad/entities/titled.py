"""Offices and bodies in languages of which no articles are read: "foreign minister of Iran", «посол Ирана в Кабуле»."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from rasad.knowledge.base import Base
from rasad.knowledge.compiled import rows
from rasad.lexicons import load
from rasad.spelling.endings import same_but_ending
from rasad.spelling.letters import fold_word


@dataclass(frozen=True, slots=True)
class Title:
    """What a wording says: an office ("office") or a body of that kind, whose it is, and the state where it stands."""

    kind: str
    key: str
    of: str | None
    host: str | None = None


def read_title(text: str, language: str, base: Base) -> Title | None:
    """Return the office or body that *text* words, or None where it words none, or not only one."""
    key = fold_word(text.replace("\u2019", "'")).removeprefix("the ")
    words = key.split()
    for title, kind, name in _titles(language):
        size = len(title.split())
        if same_but_ending(" ".join(words[:size]), title, language):
            rest = " ".join(words[size:])
        elif language == "en" and key.endswith(f" {title}"):
            rest = key[: -len(title)].strip().removesuffix("'s").removesuffix("'")
        else:
            continue
        if not rest:
            return Title(kind, name, None)
        for owner, where in _split(rest, language):
            of, host = _party(owner, language), _state(where, language, base) if where else None
            if of is not None and (host is not None or not where):
                return Title(kind, name, of, host)
    return None


def _split(rest: str, language: str) -> Iterator[tuple[str, str]]:
    """Whose a title is and where, in each way that the words beside it can be parted."""
    words = rest.split()
    before = load("roles/titles")[language]
    owner = next((words[len(o.split()) :] for o in sorted(before["of"], key=len, reverse=True)
                  if words[: len(o.split())] == o.split()), words)  # fmt: skip
    yield " ".join(owner), ""
    for index, word in enumerate(owner[1:-1], 1):
        if word in before["in"]:
            yield " ".join(owner[:index]).removesuffix("'s"), " ".join(owner[index + 1 :])


@cache
def _titles(language: str) -> tuple[tuple[str, str, str], ...]:
    """Folded titles with kind and key, longest first: as offices are shown, as English keys say, as the press says."""
    found: dict[str, tuple[str, str]] = {}
    press = load("roles/titles").get(language, {})
    for body in press.get("bodies", ()):
        for words in body["words"]:
            found.setdefault(fold_word(words), (body["kind"], body["key"]))
    for office, titles in press.get("offices", {}).items():
        for words in titles:
            found.setdefault(fold_word(words), ("office", office))
    for office, names in load("roles/offices")["offices"].items():
        if language in names:
            found.setdefault(fold_word(names[language]), ("office", office))
        if language == "en":
            found.setdefault(fold_word(office.replace("-", " ")), ("office", office))
    ranked = sorted(found.items(), key=lambda item: -len(item[0]))
    return tuple((title, *meant) for title, meant in ranked)


@cache
def _parties(language: str) -> tuple[tuple[str, str], ...]:
    """Folded names of states and organisations in a language, with their ids."""
    query = "SELECT DISTINCT folded, id FROM wording WHERE language = ? AND (length(id) = 3 OR id LIKE 'org:%')"
    return tuple(rows(query, [language]))


def _party(wording: str, language: str) -> str | None:
    plain = wording.removeprefix("the ")
    exact = [id_ for name, id_ in _parties(language) if name == plain]
    found = exact or [id_ for name, id_ in _parties(language) if same_but_ending(plain, name, language)]
    return next(iter(sorted(found, key=len)), None)


def _state(wording: str, language: str, base: Base) -> str | None:
    """The state that a wording names, or whose place it does."""
    if (party := _party(wording, language)) is not None and len(party) == len("KAZ"):
        return party
    query = "SELECT DISTINCT folded, id FROM wording WHERE language = ? AND id LIKE 'place:%' AND folded LIKE ?"
    for name, id_ in rows(query, [language, f"{wording[:3]}%"]):
        entry = base.entry(id_)
        if entry is not None and same_but_ending(wording, name, language):
            return entry.state or base.state_of_capital(id_)
    return None
