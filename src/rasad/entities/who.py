"""Whom a wording means as of a day, asked outside any article: «رئیس جمهور قزاقستان» in 2017 is Nazarbayev.

The wording is read as an article's sentence is, after a sentence that names whoever stands near. What is generic or
ambiguous is refused, with the reason.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rasad.entities.alone import Wording, meaning
from rasad.entities.candidates import Candidate
from rasad.errors import QueryError
from rasad.knowledge.base import Base, load_base
from rasad.knowledge.naming import known_language
from rasad.lexicons import load

#: A longer wording names nobody: it is a sentence or worse.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Answer:
    """Whom a wording means: the id, or None with the reason in ``why``; ``candidates`` are ranked, best first."""

    wording: str
    language: str
    on: date | None
    id: str | None
    why: str
    candidates: tuple[Candidate, ...] = ()


def who(
    wording: str,
    *,
    on: date | None = None,
    language: str | None = None,
    near: Sequence[str] = (),
    base: Base | None = None,
) -> Answer:
    """Return whom *wording* means.

    Args:
        wording: a name, an office with its state, a body, or a pronoun; with or without clitics and endings.
        on: the day as of which it is asked; None is today, as far as the knowledge base goes.
        language: a BCP 47 tag; None is read off the letters.
        near: ids that are named beside the wording, the most salient first.

    Raises:
        QueryError: a language without names, or an id in *near* that does not exist.
    """
    base = base or load_base()
    for id_ in near:
        if base.entry(id_) is None:
            raise QueryError("id", id_, "one such as KAZ, org:csto or person:emomali-rahmon that the data files hold")
    plain = _plain(wording)
    tag: str = known_language(language) if language is not None else _language_of(plain)
    if not any(c.isalnum() for c in plain) or len(plain) > _LONGEST:
        found = "no letter" if len(plain) <= _LONGEST else f"{len(plain):,} characters"
        return Answer(wording[:_LONGEST], tag, on, None, f"it holds {found}; a wording has 1 to {_LONGEST}")
    meant, why, candidates = meaning(Wording(plain, tag, on, tuple(near), base))
    shown = int(load("linking")["shown"])
    return Answer(wording, tag, on, meant, why, candidates[:shown])


def _plain(wording: str) -> str:
    """The wording without controls, with single spaces; bounded, so that whatever comes in is answered at once."""
    kept = (c for c in wording[: _LONGEST * 4] if unicodedata.category(c) != "Cc" or c.isspace())
    text = " ".join("".join(c for c in kept if unicodedata.category(c) != "Cf" or c in "\u200c\u200d").split())
    return text + " " * (len(wording) - _LONGEST * 4) if len(wording) > _LONGEST * 4 else text


def _language_of(text: str) -> str:
    for language, letters in load("language/short").items():
        if set(text) & set(letters):
            return str(language)
    names = [unicodedata.name(c, "") for c in text if c.isalpha()]
    for script, language in (("ARABIC", "fa"), ("CYRILLIC", "ru")):
        if any(name.startswith(script) for name in names):
            return language
    return "en"
