"""A wording on its own: read as an office, a body, a pronoun, a name or a surname, or refused with the reason."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from rasad.entities.asked import Asked, ask
from rasad.entities.candidates import Candidate, Context, Link, Reading, circle_of, rank, settle
from rasad.entities.headed import counterpart, headed_by_office, headed_by_title
from rasad.entities.namesakes import decide
from rasad.entities.surnamed import Surname, by_surname, is_everyday
from rasad.entities.titled import read_title
from rasad.entities.wordings import wordings
from rasad.knowledge.alike import alike
from rasad.knowledge.base import Base
from rasad.knowledge.compiled import rows
from rasad.lexicons import load
from rasad.spelling.endings import same_but_ending
from rasad.spelling.letters import fold_word
from rasad.text.span import Span

#: Whom a wording means, or None with why not, and the candidates, best first.
Meant = tuple[str | None, str, tuple[Candidate, ...]]
#: Rows of names: id, form, language, first and last day, folded wording.
_Row = tuple[str, str, str, str, str, str]
_LISTED = "SELECT DISTINCT id, form, language, first, last, folded FROM wording WHERE {}"

#: How alike a single word must be to a name that it is no listed spelling of; whose state must stand near, too.
_ALONE = 0.95
#: How alike a whole name must be to one that it is no listed spelling of.
_WHOLE = 0.96
#: How many letters a name shares at least with another case of it.
_DECLINED = 3
#: Two candidates, the least that may rival.
_PAIR = 2


@dataclass(frozen=True, slots=True)
class Wording:
    """What is asked about: plain text, BCP 47 tag, the day, and the ids named near it, the most salient first."""

    text: str
    tag: str
    on: date | None
    near: tuple[str, ...]
    base: Base

    @property
    def language(self) -> str:
        """The language in two letters."""
        return self.tag.split("-")[0]

    @property
    def circle(self) -> frozenset[str]:
        """The ids near, with the states of the people and places among them."""
        entries = (self.base.entry(id_) for id_ in self.near)
        return frozenset(self.near) | {e.state for e in entries if e is not None and e.state is not None}

    @property
    def parties(self) -> list[str]:
        """The states and bodies near, and the states of the people and places there."""
        entries = (self.base.entry(id_) for id_ in self.near)
        found = (e.state if e.type in {"person", "place"} else e.id for e in entries if e is not None)
        return list(dict.fromkeys(id_ for id_ in found if id_ is not None))

    def is_listed(self, part: str) -> bool:
        """Say whether the wording is one of those that a part of lexicons/ordinary lists for its language.

        A vocalised one is not: whoever writes «عُمان» means a name.
        """
        if any(unicodedata.combining(c) for c in self.text):
            return False
        return fold_word(self.text) in {fold_word(w) for w in load("ordinary")[part].get(self.language, ())}


def meaning(wording: Wording) -> Meant:
    """Return whom a wording means; nobody where it is generic, ambiguous or unknown."""
    meant, why, candidates = _read(wording) if _is_read(wording) else _looked_up(wording)
    if meant is not None and wording.near and wording.is_listed("peoples") and meant not in wording.circle:
        return None, f"the people may be of any state, and {meant} is not near", candidates
    return meant, why, candidates


def _is_read(wording: Wording) -> bool:
    """Whether the wording is in a language of which articles are read."""
    return wording.language in {"fa", "ar"} and not wording.text.isascii()


def _read(wording: Wording) -> Meant:
    """Whom a wording means, read as a sentence of an article is."""
    asked = ask(wording.text, wording.tag, wording.on, wording.near, wording.base)
    if asked.counterpart and (found := counterpart(asked, wording.near, wording.base)) is not None:
        return found
    if asked.head is not None and asked.rest and (spelt := _spelt_whole(wording)).id is not None:
        return spelt.id, spelt.why, spelt.candidates
    if asked.head is not None:
        return headed_by_office(asked, wording.base)
    if asked.groups:
        return _grouped(asked)
    if asked.several:
        return None, f"it names several: {' and '.join(asked.several)}", ()
    return _named(wording, asked)


def _named(wording: Wording, asked: Asked) -> Meant:
    """Whom a wording means that holds no office and no pronoun: a name, or nothing."""
    link, rest = asked.link, asked.rest
    if wording.is_listed("idioms"):
        return None, "it is a turn of speech, and names nobody", ()
    if not wording.near and wording.is_listed("alone"):
        return None, "it is an everyday word, or the name of several, and nobody near decides", ()
    if (not rest or link is None) and (place := _namesake(wording, link)) is not None:
        return place
    if (surname := _surname(wording, link)) is not None:
        return surname.id, surname.why, surname.candidates
    if link is not None and (surname := _outweighing(wording, link)) is not None:
        return surname.id, surname.why, surname.candidates
    if link is not None and (_is_somebody(asked) or _is_part(asked)):
        return None, f"it is somebody or something called so, and not {link.id}", link.candidates
    if link is not None and _has_another_trade(asked, wording.base):
        return None, f"it is somebody of that name with another trade than {link.id}", link.candidates
    if link is not None and not rest:
        return _decided(wording, link)
    if not rest:
        return None, "it is a general word, and names nobody", ()
    return _with_unknown_words(wording, asked)


def _with_unknown_words(wording: Wording, asked: Asked) -> Meant:
    """Whom a wording means in which nothing accounts for some words: a name in another spelling, or nobody."""
    unknown = " ".join(w.key for w in asked.rest)
    if asked.rest != asked.words:
        if " " in wording.text and (link := _spelt_whole(wording)).id is not None:
            return link.id, link.why, link.candidates
        if asked.link is not None:
            return None, f"a part of it is a name, but {unknown!r} beside it is not known", asked.link.candidates
    if all(is_everyday(w.key, wording.language) for w in asked.rest):
        return None, "it is made of everyday words, and names nobody", ()
    return _spelt(replace(wording, text=unknown))


def _spelt_whole(wording: Wording) -> Link:
    """The entry with a whole name spelt like the wording."""
    known = ((entry, like) for entry, like, _ in alike(wording.text, wording.base, whole=True) if like >= _WHOLE)
    readings = [Reading(entry, "name", like) for entry, like in known]
    return settle(_span(wording), rank(wording.base, readings, _context(wording)))


def _has_another_trade(asked: Asked, base: Base) -> bool:
    """Whether a trade stands beside a person's name that this person never had («حسن روحانی، فوتبالیست»)."""
    person = base.entry(asked.link.id) if asked.link is not None and asked.link.id is not None else None
    trades = asked.trades & frozenset(load("bodies")["trades"])
    return person is not None and person.type == "person" and bool(trades - {t.office for t in person.tenures})


def _looked_up(wording: Wording) -> Meant:
    """Whom a wording means in a language of which no articles are read: a title, a surname, or a name in any case."""
    if not wording.near and wording.is_listed("alone"):
        return None, "it is the name of several, and nobody near decides", ()
    if (title := read_title(wording.text, wording.language, wording.base)) is not None:
        return headed_by_title(title, wording.parties, wording.on, wording.base)
    if (surname := _surname(wording, None)) is not None:
        return surname.id, surname.why, surname.candidates
    return _spelt(replace(wording, text=_without_kinds(wording)))


def _spelt(wording: Wording) -> Meant:
    readings = _readings(wording) or list(_misspelt(wording))
    return _decided(wording, settle(_span(wording), rank(wording.base, readings, _context(wording))))


def _context(wording: Wording) -> Context:
    return Context(on=wording.on, near=wording.circle)


def _span(wording: Wording) -> Span:
    return Span(0, len(wording.text))


def _grouped(asked: Asked) -> Meant:
    """Whom a pronoun or group word means: one, if no more than one is near."""
    ids = tuple(dict.fromkeys(r.entity for r in asked.groups))
    candidates = tuple(Candidate(id_, 1 / len(ids), ()) for id_ in ids)
    if len(ids) == 1 and len(asked.near) > 1:
        return None, f"it may mean {' or '.join(asked.near)}, and nothing beside it decides", candidates
    if len(ids) == 1:
        return ids[0], "", candidates
    return None, f"it means {', '.join(ids[:-1])} and {ids[-1]} together", candidates


def _surname(wording: Wording, link: Link | None) -> Link | None:
    """Whom a wording means as a surname, where it names nobody and nothing in full."""
    if link is not None and not link.short and link.id is not None:
        return None
    if wording.text[:1].islower() or any(form != "short" for _, form, *_ in _same_letters(wording.text)):
        return None
    return by_surname(Surname(wording.text, wording.language, wording.on, wording.circle), wording.base)


def _namesake(wording: Wording, link: Link | None) -> Meant | None:
    """Which of the places of one name is meant; None where the name has one bearer."""
    meant = wording.base.entry(link.id) if link is not None and link.id is not None else None
    if link is None:
        meant = next((r.entry for r in _readings(wording)), None)
    if meant is not None and meant.type not in {"place", "state"}:
        return None
    found = decide(meant, wording.text, wording.language, wording.circle, wording.base)
    if found is None:
        return None
    entry, why = found
    if entry is None:
        return None, why, ()
    return entry.id, why, rank(wording.base, [Reading(entry, "name")], _context(wording))


def _outweighing(wording: Wording, link: Link) -> Link | None:
    """The person near who is called like the people of a state that is not («السوداني» near IRQ)."""
    form = link.candidates[0].features[0].name if link.candidates and link.candidates[0].features else ""
    if form not in {"adjective", "people"} or not wording.near or link.id in wording.circle:
        return None
    found = by_surname(Surname(wording.text, wording.language, wording.on, wording.circle), wording.base)
    return found if found is not None and found.id is not None else None


def _is_part(asked: Asked) -> bool:
    """Whether a word that only parts of states are called stands before the name of a state («ایالت جورجیا»)."""
    parts = {fold_word(w) for w in load("kind_words")["of_parts"].get(asked.language.split("-")[0], ())}
    state = asked.link is not None and asked.link.id is not None and ":" not in asked.link.id
    return state and bool(asked.words) and asked.words[0].key in parts


def _is_somebody(asked: Asked) -> bool:
    """Whether a title for people stands beside the name of what is none («ایران خانم»)."""
    honorifics = wordings(asked.language.split("-")[0]).honorifics
    person = asked.link is not None and asked.link.id is not None and asked.link.id.startswith("person:")
    return not person and any(w.key in honorifics for w in asked.words)


def _decided(wording: Wording, link: Link) -> Meant:
    """The answer of a link, unless another bears the very name and nothing but the order of the files decides."""
    if link.id is not None and (state := _governed_from(link.id, wording)) is not None:
        return state, "", link.candidates
    if link.id is None or len(link.candidates) < _PAIR:
        return link.id, link.why, link.candidates
    best, second = link.candidates[:_PAIR]
    if best.score - second.score >= float(load("linking")["apart"]) or _belong(best.id, second.id, wording.base):
        return link.id, link.why, link.candidates
    return None, f"it may mean {best.id} or {second.id} alike, and nothing beside it decides", link.candidates


def _governed_from(id_: str, wording: Wording) -> str | None:
    """The state whose capital a place was on the day and is no more («ألما آتا» in 1993)."""
    entry, base = wording.base.by_id[id_], wording.base
    if entry.type != "place" or entry.state is None or wording.on is None or base.state_of_capital(id_) is not None:
        return None
    return entry.state if base.capital(entry.state, wording.on) == id_ else None


def _belong(one: str, other: str, base: Base) -> bool:
    """Whether two are near enough to be one to a reader: a state and its capital, a city and its province, a part."""
    first, second = base.by_id[one], base.by_id[other]
    if {first.type, second.type} <= {"place", "state"}:
        return (first.state or first.id) == (second.state or second.id)
    return first.parent == second.id or second.parent == first.id


def _same_letters(text: str) -> list[_Row]:
    """The rows of the names spelt so in any language."""
    return rows(_LISTED.format("folded = ?"), [fold_word(text)])


def _exactly(wording: Wording) -> list[_Row]:
    """The rows spelt so in the language, else in another case of it, else in any language of the letters."""
    key = fold_word(wording.text)
    found = _same_letters(wording.text)
    if not found and len(key) >= _DECLINED:
        begun = rows(_LISTED.format("language = ? AND folded LIKE ?"), [wording.language, f"{key[:_DECLINED]}%"])
        found = [row for row in begun if same_but_ending(key, row[5], wording.language)]
    return [row for row in found if row[2].split("-")[0] == wording.language] or found


def _readings(wording: Wording) -> list[Reading]:
    """The entries that are spelt so, states first; a capital or palace also as its state."""
    base, readings = wording.base, []
    for id_, form, _, first, last, _ in _exactly(wording):
        entry = base.entry(id_)
        if entry is not None:
            days = (date.fromisoformat(first) if first else None, date.fromisoformat(last) if last else None)
            readings.append(Reading(entry, form, dated=days))
            if form in {"name", "capital"} and (state := base.state_of_capital(id_) or entry.government) is not None:
                readings.append(Reading(base.by_id[state], "capital", dated=days))
    return sorted(readings, key=lambda r: r.entry.type != "state")


def _misspelt(wording: Wording) -> Iterator[Reading]:
    """The entries spelt like a wording: by their whole name, or by one word where somebody near speaks for them."""
    if wording.text[:1].islower():
        return
    for entry, likeness, whole in alike(wording.text, wording.base):
        near = not circle_of(entry).isdisjoint(wording.circle)
        if (" " in wording.text and whole and likeness >= _WHOLE) or (near and likeness >= _ALONE):
            yield Reading(entry, "name" if whole else "short", likeness)


def _without_kinds(wording: Wording) -> str:
    """The wording without words at its ends that say of what kind the thing is ("the Tajik side"), if any are left."""
    kinds = {fold_word(w) for w in load("kind_words").get(wording.language, ())}
    words = wording.text.split()
    while len(words) > 1 and fold_word(words[0]) in kinds:
        words = words[1:]
    while len(words) > 1 and fold_word(words[-1]) in kinds:
        words = words[:-1]
    return wording.text if _same_letters(wording.text) else " ".join(words)
