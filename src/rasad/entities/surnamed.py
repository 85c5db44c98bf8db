"""People asked about by a surname alone: «شریف» near PAK is whoever of that name held an office there on the day.

A surname says little: many bear it. It is taken for somebody where one person of that name stands out by the day and by
whoever is near, and refused, with the reason, where several do or where the word is everybody's name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rasad.entities.candidates import Context, Link, Reading, circle_of, rank
from rasad.knowledge.base import Base
from rasad.knowledge.compiled import rows
from rasad.knowledge.entry import Entry
from rasad.knowledge.naming import is_held_by_several
from rasad.lexicons import load, table
from rasad.spelling.endings import same_but_ending
from rasad.spelling.letters import fold_word
from rasad.text.span import Span

#: The shortest first name to which a family's ending is added («علی‌اف»), and the longest word that opens a surname.
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Surname:
    """A surname that is asked about, with the day, whoever is named near it, and the language of its letters."""

    text: str
    language: str
    on: date | None
    near: frozenset[str]


def bearers(text: str, language: str, base: Base) -> list[Entry]:
    """Return the people whose surname is *text* in a language, else in any, or in another case of it; by ids."""
    key = fold_word(text)
    query = "SELECT DISTINCT id, language, folded FROM wording WHERE id LIKE 'person:%' AND {}"
    found = [row[:2] for row in rows(query.format("folded LIKE ?"), [f"% {key}"])]
    found += [row[:2] for row in rows(query.format("form = 'short' AND folded = ?"), [key])]
    leads = frozenset(load("bodies")["surname_first"])
    found += [
        row[:2] for row in rows(query.format("folded LIKE ?"), [f"{key} %"])
        if (entry := base.entry(row[0])) is not None and entry.state in leads
    ]  # fmt: skip
    own = {id_ for id_, tag in found if tag.split("-")[0] == language.split("-")[0]} or {id_ for id_, _ in found}
    own = own or _declined(key, language.split("-")[0])
    people = [base.by_id[id_] for id_ in sorted(own)]
    return [p for p in people if not _has_another(p, key)]


def _declined(key: str, language: str) -> set[str]:
    """The people whose surname is another case of *key* («Лавровым»)."""
    query = "SELECT DISTINCT id, folded FROM wording WHERE id LIKE 'person:%' AND language = ? AND folded LIKE ?"
    found = rows(query, [language, f"% {key[:_SHORTEST]}%"])
    return {id_ for id_, name in found if same_but_ending(name.split()[-1], key, language)}


def _has_another(person: Entry, key: str) -> bool:
    """Whether a person's surname is listed as a longer one that ends so («پورمحمدی» is not «محمدی»)."""
    short = [fold_word(n.text) for n in person.names if n.form == "short"]
    before = (name.removesuffix(key) for name in short if name.endswith(key))
    return key not in short and any(0 < len(part) <= _SHORTEST and not part.endswith(" ") for part in before)


def by_surname(asked: Surname, base: Base) -> Link | None:
    """Return whom a surname alone means, or nobody with the reason; None where nobody known bears it."""
    people = bearers(asked.text, asked.language, base)
    if not people:
        return None
    here = [p for p in people if not circle_of(p).isdisjoint(asked.near)]
    to_the_letter = any(_is_borne(asked.text, p) for p in here)
    if not to_the_letter and _is_first_name(asked, base):
        return _nobody(asked, people, base, "it is a first name of somebody near")
    if not here:
        if is_everyday(asked.text, asked.language):
            return _nobody(asked, people, base, "it is an everyday word, and nobody near makes it a name")
        if _is_everybodys(asked.text):
            return _nobody(asked, people, base, f"many are called so beside {people[0].id}, and nobody near decides")
    return _standing_out(asked, here or people, base)


def _standing_out(asked: Surname, people: Sequence[Entry], base: Base) -> Link:
    """The one who held an office on the day, or headed a state then, or is the only one at all."""
    private, high, leading = (frozenset(load("bodies")[part]) for part in ("private", "heads", "leading"))
    active = [p for p in people if _offices(p, asked.on) - private]
    heads = [p for p in active if _offices(p, asked.on) & high]
    if len(heads) == 1 and not any(_offices(p, asked.on) & leading for p in active if p is not heads[0]):
        active = heads
    found = active or [
        p for p in people if asked.on is None or not p.tenures or any(t.begun(asked.on) for t in p.tenures)
    ]
    if len(found) == 1 and _is_everybodys(asked.text) and not _has_weight(found[0], asked.on):
        return _nobody(asked, found, base, f"many are called so beside {found[0].id}, who held no high office then")
    if not found and len(people) == 1 and asked.near and not _is_everybodys(asked.text):
        found = list(people)
    if len(found) != 1:
        several = f"{len(found)} people are called so, and nobody near decides"
        return _nobody(asked, found or people, base, several if found else "nobody of that name was known by that day")
    candidates = rank(base, [Reading(found[0], "short")], _context(asked))
    trust = float(load("linking")["rules"]["surname"])
    return Link(Span(0, len(asked.text)), found[0].id, "surname", trust, candidates)


def _has_weight(person: Entry, on: date | None) -> bool:
    """Whether somebody held an office on a day of which there is one: no spokesperson, no ambassador."""
    public = _offices(person, on) - frozenset(load("bodies")["private"])
    return not all(is_held_by_several(office) for office in public)


def _offices(person: Entry, on: date | None) -> frozenset[str]:
    return frozenset(t.office for t in person.tenures if t.held(on))


def _context(asked: Surname) -> Context:
    return Context(on=asked.on, near=asked.near)


def _nobody(asked: Surname, people: Sequence[Entry], base: Base, why: str) -> Link:
    candidates = rank(base, [Reading(p, "short") for p in people], _context(asked))
    return Link(Span(0, len(asked.text)), None, "names", candidates[0].share, candidates, why)


def _is_everybodys(text: str) -> bool:
    """Whether a surname is borne by many outside the knowledge base, or is made of a first name («جباروف»)."""
    known, key = table("names/units"), fold_word(text)
    stems = (key[: -len(e)] for e in map(fold_word, load("names/letters")["families"]) if key.endswith(e))
    return len(key) < _SHORTEST or key in known or any(len(stem) >= _SHORTEST and stem in known for stem in stems)


def is_everyday(text: str, language: str) -> bool:
    """Whether a word is known to be no name in most texts («صلح», "peace")."""
    lists = (load("ordinary"), load("kind_words"))
    words = [*load("names/not_names")["words"], *(w for words in lists for w in words.get(language, ()))]
    return fold_word(text) in {fold_word(w) for w in words}


def _is_borne(text: str, person: Entry) -> bool:
    """Whether a word is a person's surname to the letter, and not in another case."""
    return any(fold_word(text) in fold_word(n.text).split() for n in person.names)


def _is_first_name(asked: Surname, base: Base) -> bool:
    """Whether the word is the first name of somebody of a state or body near («عباس» near IRN)."""
    query = "SELECT DISTINCT id FROM wording WHERE id LIKE 'person:%' AND folded LIKE ?"
    found = (base.entry(id_) for (id_,) in rows(query, [f"{fold_word(asked.text)} %"]))
    return any(not circle_of(e).isdisjoint(asked.near) for e in found if e is not None)
