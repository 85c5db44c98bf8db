"""Whom a wording means as of a day, asked outside any article: «رئیس جمهور قزاقستان» in 2017 is Nazarbayev.

The wording is read as an article's sentence is, after a sentence that names whoever stands near. What is generic or
ambiguous is refused, with the reason.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from rasad.entities.asked import Asked, ask
from rasad.entities.candidates import Candidate, Context, Reading, circle_of, rank, settle
from rasad.entities.headed import counterpart, headed_by_office, held_by
from rasad.entities.titled import read_title
from rasad.errors import QueryError
from rasad.knowledge.alike import alike
from rasad.knowledge.base import Base, load_base
from rasad.knowledge.compiled import rows
from rasad.knowledge.naming import known_language
from rasad.lexicons import load
from rasad.spelling.letters import fold_word
from rasad.text.span import Span

#: How alike a single word must be to a name that it is no listed spelling of; whose state must stand near, too.
_ALONE = 0.95
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
    meant, why, candidates = _answer(plain, tag, on, tuple(near), base)
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


def _answer(
    text: str, tag: str, on: date | None, near: tuple[str, ...], base: Base
) -> tuple[str | None, str, tuple[Candidate, ...]]:
    if tag.split("-")[0] in {"fa", "ar"} and not text.isascii():
        asked = ask(text, tag, on, near, base)
        if asked.counterpart and (found := counterpart(asked, near, base)) is not None:
            return found
        if asked.head is not None:
            return headed_by_office(asked, base)
        if asked.groups:
            return _several(asked)
        if asked.several:
            return None, f"it names several: {' and '.join(asked.several)}", ()
        if asked.link is not None and not asked.rest:
            shared = _surnamed(text, tag, base) if not near and " " not in text else []
            if asked.link.short and len(shared) > 1:
                why = f"{len(shared)} people are called so, and nobody near decides"
                return None, why, rank(base, shared, Context(on=on))
            return asked.link.id, asked.link.why, asked.link.candidates
        if not asked.rest and asked.link is None:
            return None, "it is a general word, and names nobody", ()
        if asked.rest and asked.rest != asked.words:
            whole = [Reading(entry, "name", like) for entry, like, _ in alike(text, base, whole=True)]
            spelt = settle(Span(0, len(text)), rank(base, whole, Context(on=on, near=_circle(near, base))))
            if spelt.id is not None and " " in text:
                return spelt.id, spelt.why, spelt.candidates
            rest = " ".join(w.key for w in asked.rest)
            if asked.link is not None:
                return None, f"a part of it is a name, but {rest!r} beside it is not known", asked.link.candidates
        text = " ".join(w.key for w in asked.rest) or text
    elif (title := read_title(text, tag)) is not None:
        office, of = title
        return held_by(office, [of], "beside", on, base)
    context = Context(on=on, near=_circle(near, base))
    readings = _spelt(text, tag, base) or [
        Reading(entry, "name" if whole else "short", likeness)
        for entry, likeness, whole in alike(text, base)
        if (" " in text and whole) or (likeness >= _ALONE and not circle_of(entry).isdisjoint(context.near))
    ]
    link = settle(Span(0, len(text)), rank(base, readings, context))
    return link.id, link.why, link.candidates


def _spelt(text: str, tag: str, base: Base) -> list[Reading]:
    """The entries that are spelt so in the language, or, where it has none, in another of the same letters."""
    found = rows("SELECT DISTINCT id, form, language, first, last FROM wording WHERE folded = ?", [fold_word(text)])
    own = [row for row in found if row[2].split("-")[0] == tag.split("-")[0]] or found
    readings: list[Reading] = []
    for id_, form, _, first, last in own:
        entry = base.entry(id_)
        if entry is not None:
            days = (date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
            readings.append(Reading(entry, form, dated=days))
            if form in {"name", "capital"} and (state := base.state_of_capital(id_) or entry.government) is not None:
                readings.append(Reading(base.by_id[state], "capital", dated=days))
    return sorted(readings, key=lambda r: r.entry.type != "state") or _surnamed(text, tag, base)


def _surnamed(text: str, tag: str, base: Base) -> list[Reading]:
    """The people whose names end so: a surname alone, to be decided by whoever stands near and the day."""
    found = rows(
        "SELECT DISTINCT id, language FROM wording WHERE id LIKE 'person:%' AND folded LIKE ?", [f"% {fold_word(text)}"]
    )
    own = {row[0] for row in found if row[1].split("-")[0] == tag.split("-")[0]} or {row[0] for row in found}
    return [Reading(base.by_id[id_], "short") for id_ in sorted(own)]


def _circle(near: Iterable[str], base: Base) -> frozenset[str]:
    """The ids named beside a wording, with the states of the people and places among them."""
    circle = set(near)
    for id_ in near:
        entry = base.entry(id_)
        if entry is not None and entry.state is not None:
            circle.add(entry.state)
    return frozenset(circle)


def _several(asked: Asked) -> tuple[str | None, str, tuple[Candidate, ...]]:
    ids = tuple(dict.fromkeys(r.entity for r in asked.groups))
    candidates = tuple(Candidate(id_, 1 / len(ids), ()) for id_ in ids)
    if len(ids) == 1:
        return ids[0], "", candidates
    return None, f"it means {', '.join(ids[:-1])} and {ids[-1]} together", candidates
