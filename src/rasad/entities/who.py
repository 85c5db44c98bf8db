"""Whom a wording means as of a day, asked outside any article: «رئیس جمهور قزاقستان» in 2017 is Nazarbayev.

The wording is read as an article's sentence is, after a sentence that names whoever stands near. What is generic or
ambiguous is refused, with the reason.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from rasad.entities.asked import Asked, ask
from rasad.entities.candidates import Candidate, Context, Link, Reading, circle_of, rank, settle
from rasad.entities.headed import counterpart, headed_by_office, headed_by_title
from rasad.entities.namesakes import decide
from rasad.entities.surnamed import Surname, by_surname, is_everyday
from rasad.entities.titled import read_title
from rasad.entities.wordings import wordings
from rasad.errors import QueryError
from rasad.knowledge.alike import alike
from rasad.knowledge.base import Base, load_base
from rasad.knowledge.compiled import rows
from rasad.knowledge.naming import known_language
from rasad.lexicons import load
from rasad.spelling.endings import same_but_ending
from rasad.spelling.letters import fold_word
from rasad.text.span import Span

#: How alike a single word must be to a name that it is no listed spelling of; whose state must stand near, too.
_ALONE = 0.95
#: How many letters a name shares at least with another case of it.
_DECLINED = 3
#: Two candidates, the least that may rival.
_PAIR = 2
#: How alike a whole name must be to one that it is no listed spelling of.
_WHOLE = 0.96
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
    if meant is not None and near and _is_people(plain, tag) and meant not in _circle(near, base):
        meant, why = None, f"the people may be of any state, and {meant} is not near"
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
        if _is_idiom(text, tag):
            return None, "it is a turn of speech, and names nobody", ()
        if not near and _is_everyday(text, tag):
            return None, "it is an everyday word, or the name of several, and nobody near decides", ()
        whole = not asked.rest or asked.link is None
        if whole and (place := _namesake(text, tag, near, asked.link, base)) is not None:
            return place
        if (surname := _surname(text, tag, on, near, asked.link, base)) is not None:
            return surname.id, surname.why, surname.candidates
        if asked.link is not None and _is_somebody(asked):
            return None, f"it is somebody called so, and not {asked.link.id}", asked.link.candidates
        if asked.link is not None and not asked.rest:
            return _decided(asked.link, near, base)
        if not asked.rest and asked.link is None:
            return None, "it is a general word, and names nobody", ()
        if asked.rest and asked.rest != asked.words:
            near_enough = ((entry, like) for entry, like, _ in alike(text, base, whole=True) if like >= _WHOLE)
            full = [Reading(entry, "name", like) for entry, like in near_enough]
            spelt = settle(Span(0, len(text)), rank(base, full, Context(on=on, near=_circle(near, base))))
            if spelt.id is not None and " " in text:
                return spelt.id, spelt.why, spelt.candidates
            rest = " ".join(w.key for w in asked.rest)
            if asked.link is not None:
                return None, f"a part of it is a name, but {rest!r} beside it is not known", asked.link.candidates
        if asked.rest and all(is_everyday(w.key, tag) for w in asked.rest):
            return None, "it is made of everyday words, and names nobody", ()
        text = " ".join(w.key for w in asked.rest) or text
    elif (title := read_title(text, tag, base)) is not None:
        return headed_by_title(title, _parties(near, base), on, base)
    elif (surname := _surname(text, tag, on, near, None, base)) is not None:
        return surname.id, surname.why, surname.candidates
    else:
        text = _without_kinds(text, tag)
    context = Context(on=on, near=_circle(near, base))
    readings = _spelt(text, tag, base) or list(_misspelt(text, context, base))
    return _decided(settle(Span(0, len(text)), rank(base, readings, context)), near, base)


def _misspelt(text: str, context: Context, base: Base) -> Iterator[Reading]:
    """The entries spelt like a wording: by their whole name, or by one word where somebody near speaks for them."""
    for entry, likeness, whole in alike(text, base):
        near = not circle_of(entry).isdisjoint(context.near)
        if (" " in text and whole and likeness >= _WHOLE) or (near and likeness >= _ALONE):
            yield Reading(entry, "name" if whole else "short", likeness)


def _without_kinds(text: str, tag: str) -> str:
    """The wording without words at its ends that say of what kind the thing is ("the Tajik side"), if any are left."""
    kinds = {fold_word(w) for w in load("kind_words").get(tag.split("-")[0], ())}
    words = text.split()
    while len(words) > 1 and fold_word(words[0]) in kinds:
        words = words[1:]
    while len(words) > 1 and fold_word(words[-1]) in kinds:
        words = words[:-1]
    return text if _same_letters(text) else " ".join(words)


def _surname(text: str, tag: str, on: date | None, near: tuple[str, ...], link: Link | None, base: Base) -> Link | None:
    """Whom a single word means as a surname, where it names nobody and nothing in full."""
    if link is not None and not link.short and link.id is not None:
        return None
    if any(row[1] != "short" for row in _same_letters(text)):
        return None
    return by_surname(Surname(text, tag, on, _circle(near, base)), base)


def _decided(link: Link, near: tuple[str, ...], base: Base) -> tuple[str | None, str, tuple[Candidate, ...]]:
    """The answer of a link, unless another bears the very name and nothing but the order of the files decides."""
    if link.id is None or len(link.candidates) < _PAIR:
        return link.id, link.why, link.candidates
    best, next_ = link.candidates[:_PAIR]
    rivals = best.score - next_.score < float(load("linking")["apart"]) and not _belong(best.id, next_.id, base)
    if not rivals:
        return link.id, link.why, link.candidates
    return None, f"it may mean {best.id} or {next_.id} alike, and nothing beside it decides", link.candidates


def _belong(one: str, other: str, base: Base) -> bool:
    """Whether two are near enough to be one to a reader: a state and its capital, a city and its province, a part."""
    entries = [entry for id_ in (one, other) if (entry := base.entry(id_)) is not None]
    places = {entry.state or entry.id for entry in entries if entry.type in {"place", "state"}}
    return (len(places) == 1 and len(entries) == sum(e.type in {"place", "state"} for e in entries)) or any(
        a.parent == b.id for a in entries for b in entries
    )


def _is_everyday(text: str, tag: str) -> bool:
    """Whether a word alone, with nobody near, is an everyday word rather than a name («مالی», "financial")."""
    return fold_word(text) in {fold_word(w) for w in load("ordinary")["alone"].get(tag.split("-")[0], ())}


def _is_people(text: str, tag: str) -> bool:
    """Whether a wording is the name of a people that lives in several states."""
    return fold_word(text) in {fold_word(w) for w in load("ordinary")["peoples"].get(tag.split("-")[0], ())}


def _is_somebody(asked: Asked) -> bool:
    """Whether a title for people stands beside the name of what is none («ایران خانم»)."""
    honorifics = wordings(asked.language.split("-")[0]).honorifics
    person = asked.link is not None and asked.link.id is not None and asked.link.id.startswith("person:")
    return not person and any(w.key in honorifics for w in asked.words)


def _is_idiom(text: str, tag: str) -> bool:
    """Whether a wording holds the letters of a name and is none («در آستانه», "about to")."""
    return fold_word(text) in {fold_word(w) for w in load("ordinary")["idioms"].get(tag.split("-")[0], ())}


def _namesake(
    text: str, tag: str, near: tuple[str, ...], link: Link | None, base: Base
) -> tuple[str | None, str, tuple[Candidate, ...]] | None:
    """Which of the places of one name is meant; None where the name has one bearer."""
    meant = base.entry(link.id) if link is not None and link.id is not None else None
    if link is None:
        meant = next((r.entry for r in _spelt(text, tag, base)), None)
    if meant is not None and meant.type not in {"place", "state"}:
        return None
    found = decide(meant, text, tag.split("-")[0], _circle(near, base), base)
    if found is None:
        return None
    entry, why = found
    reading = [Reading(entry, "name")] if entry is not None else []
    return entry.id if entry is not None else None, why, rank(base, reading, Context(near=_circle(near, base)))


def _parties(near: Iterable[str], base: Base) -> list[str]:
    """The states and bodies near, and the states of the people and places there."""
    entries = (base.entry(id_) for id_ in near)
    found = (e.state if e.type in {"person", "place"} else e.id for e in entries if e is not None)
    return list(dict.fromkeys(id_ for id_ in found if id_ is not None))


_Row = tuple[str, str, str, str, str, str]
_LISTED = "SELECT DISTINCT id, form, language, first, last, folded FROM wording WHERE {}"


def _same_letters(text: str) -> list[_Row]:
    """Rows (id, form, language, first and last day, folded) of the names spelt so in any language."""
    return rows(_LISTED.format("folded = ?"), [fold_word(text)])


def _exactly(text: str, tag: str) -> list[_Row]:
    """The rows spelt so in the language, else in another case of it, else in any language of the letters."""
    language, key = tag.split("-")[0], fold_word(text)
    found = _same_letters(text)
    if not found and len(key) >= _DECLINED:
        declined = rows(_LISTED.format("language = ? AND folded LIKE ?"), [language, f"{key[:_DECLINED]}%"])
        found = [row for row in declined if same_but_ending(key, row[5], language)]
    return [row for row in found if row[2].split("-")[0] == language] or found


def _spelt(text: str, tag: str, base: Base) -> list[Reading]:
    """The entries that are spelt so in the language, or, where it has none, in another of the same letters."""
    readings: list[Reading] = []
    for id_, form, _, first, last, _ in _exactly(text, tag):
        entry = base.entry(id_)
        if entry is not None:
            days = (date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
            readings.append(Reading(entry, form, dated=days))
            if form in {"name", "capital"} and (state := base.state_of_capital(id_) or entry.government) is not None:
                readings.append(Reading(base.by_id[state], "capital", dated=days))
    return sorted(readings, key=lambda r: r.entry.type != "state")


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
    if len(ids) == 1 and len(asked.near) > 1:
        return None, f"it may mean {' or '.join(asked.near)}, and nothing beside it decides", candidates
    if len(ids) == 1:
        return ids[0], "", candidates
    return None, f"it means {', '.join(ids[:-1])} and {ids[-1]} together", candidates
