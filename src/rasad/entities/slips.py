"""Slips: a capital, an office or a project beside a state whose it cannot be, each proven by stable facts.

«دوشنبه، پایتخت قزاقستان» is a slip for Tajikistan. «روز دوشنبه، پایتخت قزاقستان …» tells of a Monday,
"فلاديمير بوتين والرئيس التركي" of two people: whatever may be read rightly is passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise

from rasad.entities.entity import Correction, Reference
from rasad.entities.offices import OfficeWording, find_offices
from rasad.entities.wordings import wordings
from rasad.knowledge.base import Base
from rasad.knowledge.entry import Entry
from rasad.lexicons import load
from rasad.text.folding import fold_word
from rasad.text.span import Span
from rasad.text.words import Word

#: How long a state's id is, and how many members a project may have to be taken for a closed one.
_STATE, _CLOSED = 3, 6
#: How many characters may part a person from the state of their office.
_BESIDE = 60


@dataclass(frozen=True, slots=True)
class _Words:
    """The lexicon's words of one language, folded."""

    lists: Mapping[str, frozenset[str]]

    def has(self, table: str, key: str) -> bool:
        return key in self.lists.get(table, frozenset())


@cache
def _words(language: str) -> _Words:
    lists = load("slips")[language]
    return _Words({name: frozenset(fold_word(w) for w in words) for name, words in lists.items()})


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as it is looked through: its words, and the references in it, in reading order."""

    words: Sequence[Word]
    references: Sequence[Reference]
    language: str
    base: Base
    on: date | None

    def at(self, offset: int) -> int:
        """The index of the first word that ends after *offset*."""
        return next((i for i, w in enumerate(self.words) if w.span.end > offset), len(self.words))

    def starting(self, index: int, forms: frozenset[str]) -> Reference | None:
        """The reference of one of *forms* that begins with the word at *index*."""
        if not 0 <= index < len(self.words):
            return None
        word = self.words[index].span
        return next((r for r in self.references if r.form in forms and r.span.start == word.start), None)

    def within(self, index: int, forms: frozenset[str]) -> Reference | None:
        """The reference of one of *forms* that begins inside the word at *index*: its clitics stay outside."""
        if not 0 <= index < len(self.words):
            return None
        word = self.words[index].span
        return next((r for r in self.references if r.form in forms and word.start <= r.span.start < word.end), None)

    def after(self, reference: Reference) -> int:
        """The index of the first word that lies behind *reference*."""
        return next((i for i, w in enumerate(self.words) if w.span.start >= reference.span.end), len(self.words))

    def key(self, index: int) -> str:
        """The folded word at *index*, "" beyond the ends."""
        return self.words[index].key if 0 <= index < len(self.words) else ""

    def is_mark(self, index: int) -> bool:
        """Say whether a mark stands at *index*."""
        return 0 <= index < len(self.words) and self.words[index].is_mark


_NAMED = frozenset({"name", "adjective"})
_CITY = frozenset({"name", "capital"})
_PERSON = frozenset({"person"})


def find_slips(line: Line) -> Iterator[Correction]:
    """Yield the slips that the words of one sentence prove."""
    if not any(len(r.party or "") == _STATE for r in line.references):
        return
    yield from _capitals(line)
    yield from _holders(line)
    yield from _projects(line)


# -- capitals ------------------------------------------------------------------------------------------------


def _capitals(line: Line) -> Iterator[Correction]:
    """«دوشنبه، پایتخت قزاقستان», "أستانا عاصمة أوزبكستان", "العاصمة الأوزبكية أستانا"."""
    capital_words = wordings(line.language).capital_words
    for index, word in enumerate(line.words):
        if word.key not in capital_words:
            continue
        state = line.starting(index + 1, _NAMED)
        if state is None or len(state.party or "") != _STATE:
            continue
        behind = line.after(state)
        if _words(line.language).has("former", line.key(behind)):
            continue
        before = index - 2 if line.is_mark(index - 1) and not _ends(line.key(index - 1)) else index - 1
        city = next((c for c in _cities(line) if line.after(c) == before + 1), None)
        if city is None and not line.is_mark(behind):
            city = next((c for c in _cities(line) if line.at(c.span.start) == behind), None)
            if city is not None and _words(line.language).has("and", line.key(line.after(city))):
                city = None
        if city is None or _may_be_a_day(line, city):
            continue
        owner = _owner(line.base, city)
        found = state.party or ""
        if owner is None or owner == found or _alike(owner, found) or _disputed(line.base, city):
            continue
        if line.base.capital(found, line.on) in {city.entity, None}:
            continue
        right, wrong = name_of(line.base, owner), name_of(line.base, found)
        why = f"{_city_name(line.base, city)} is the capital of {right}, not of {wrong}."
        yield Correction(city.span.to(state.span), found, owner, why)


def _cities(line: Line) -> Iterator[Reference]:
    return (r for r in line.references if r.form in _CITY and _owner(line.base, r) is not None)


def _owner(base: Base, city: Reference) -> str | None:
    if city.entity.startswith("place:"):
        return base.state_of_capital(city.entity)
    return city.entity if city.form == "capital" else None


def _may_be_a_day(line: Line, city: Reference) -> bool:
    """Whether a city's name that is a day of the week too («دوشنبه») may be the day here."""
    index = line.at(city.span.start)
    if line.key(index) not in wordings(line.language).weekdays:
        return False
    return not _words(line.language).has("sure_city", line.key(index - 1))


def _ends(mark: str) -> bool:
    return mark in load("slips")["ends"]


def _disputed(base: Base, city: Reference) -> bool:
    place = base.capital(city.entity) if city.form == "capital" else city.entity
    return place in load("slips")["disputed"]


def _city_name(base: Base, city: Reference) -> str:
    place = base.capital(city.entity) if len(city.entity) == _STATE else city.entity
    return name_of(base, place or city.entity)


# -- offices -------------------------------------------------------------------------------------------------


def _holders(line: Line) -> Iterator[Correction]:
    """«شیرعلی میرزا، وزیر دفاع قزاقستان», "قال الرئيس الأوزبكي قاسم جومارت توكاييف"."""
    people = [r.span for r in line.references if r.form == "person"]
    states = [r.span for r in line.references if r.form in _NAMED and len(r.party or "") == _STATE]
    if not any(max(p.start, s.start) - min(p.end, s.end) <= _BESIDE for p in people for s in states):
        return
    keys = [w.key for w in line.words]
    small = _words(line.language)
    offices = [o for o in find_offices(keys, line.language) if o.kind == "office"]
    for index, key in enumerate(keys):
        if small.has("counterparts", key):
            offices.append(OfficeWording(index, index + 1, "counterpart", "", ""))
    for office in offices:
        state = line.starting(office.last, _NAMED)
        if state is None or len(state.party or "") != _STATE:
            continue
        person = _holder_before(line, office, state) or _holder_behind(line, office, state)
        if person is None:
            continue
        slip = _misplaced(line, office, state, person)
        if slip is not None:
            yield slip


def _holder_before(line: Line, office: OfficeWording, state: Reference) -> Reference | None:
    """«شیرعلی میرزا، وزیر دفاع قزاقستان، نیز …»: an apposition behind the name, after which the sentence goes on."""
    small = _words(line.language)
    if office.kind == "counterpart" or _wears_a_clitic(line, office):
        return None
    comma = line.is_mark(office.first - 1)
    if comma and _ends(line.key(office.first - 1)):
        return None
    before = office.first - (2 if comma else 1)
    person = next((r for r in line.references if r.form == "person" and line.after(r) == before + 1), None)
    if person is None:
        return None
    behind = line.after(state)
    if line.is_mark(behind) and not _ends(line.key(behind)):
        behind += 1
    following = line.key(behind)
    if following and not small.has("goes_on", following) and not _ends(following):
        return None
    return person


def _holder_behind(line: Line, office: OfficeWording, state: Reference) -> Reference | None:
    """ "قال الرئيس الأوزبكي قاسم جومارت توكاييف": the name right behind its office, and not the object of a verb."""
    small = _words(line.language)
    behind = line.after(state)
    while small.has("own", line.key(behind)) or line.key(behind) in wordings(line.language).honorifics:
        behind += 1
    person = line.starting(behind, _PERSON)
    if person is None:
        return None
    following = line.key(line.after(person))
    if small.has("object", following):
        return None
    if following and following[0].isalnum() and not small.has("goes_on", following) and not small.has("and", following):
        return None
    if "before_office" in small.lists and office.kind != "counterpart":
        before = line.key(office.first - 1)
        if (
            before
            and before[0].isalnum()
            and not small.has("before_office", before)
            and not _wears_a_clitic(line, office)
        ):
            return None
    return person


def _wears_a_clitic(line: Line, office: OfficeWording) -> bool:
    """Whether "and" or a preposition is written onto the office: "والرئيس" opens the next item of a list."""
    keys = [w.key for w in line.words[office.first : office.last]]
    clitics = [fold_word(p) for p in load("clitics")[line.language]["prefixes"] if p]
    if len(keys[0]) <= _STATE or keys[0][0] not in clitics:
        return False
    bare = [keys[0][1:], *keys[1:]]
    return any((o.first, o.last, o.key) == (0, len(bare), office.key) for o in find_offices(bare, line.language))


def _misplaced(line: Line, office: OfficeWording, state: Reference, person: Reference) -> Correction | None:
    entry = line.base.entry(person.entity)
    found = state.party or ""
    if entry is None or len([w for w in line.words if person.span.covers(w.span)]) < 2:
        return None
    served = {t.of for t in entry.tenures} | ({entry.state} if entry.state else set())
    if found in served:
        return None
    own = [
        t.of for t in entry.tenures
        if len(t.of) == _STATE and (office.kind == "counterpart" or _same_office(t.office, office.key))
        and (line.on is None or t.begun(line.on))
    ]  # fmt: skip
    if len(set(own)) != 1 or any(_alike(of, found) for of in served if of):
        return None
    if any(found in _served_by(line.base, other) for other in _namesakes(line, person, entry)):
        return None
    expected = own[0]
    right, wrong = name_of(line.base, expected), name_of(line.base, found)
    why = f"{entry.name} served {right}, not {wrong}."
    if office.title:
        why = f"{entry.name} was {office.title} of {right}, not of {wrong}."
    words = [line.words[office.first].span, person.span, state.span]
    return Correction(Span(min(s.start for s in words), max(s.end for s in words)), found, expected, why)


def _same_office(one: str, other: str) -> bool:
    return one == other or any(one in group and other in group for group in load("slips")["one_office"])


def _served_by(base: Base, id_: str) -> set[str]:
    entry = base.entry(id_)
    if entry is None:
        return set()
    return {t.of for t in entry.tenures} | ({entry.state} if entry.state else set())


def _namesakes(line: Line, person: Reference, entry: Entry) -> Iterator[str]:
    """Others in the knowledge base who bear the name that *person* is worded by."""
    worded = " ".join(w.key for w in line.words if person.span.covers(w.span))
    for other in line.base.named(worded):
        if other.type == "person" and other.id != entry.id:
            yield other.id


# -- projects ------------------------------------------------------------------------------------------------


def _projects(line: Line) -> Iterator[Correction]:
    """A project of few members said to run "from X and Y" where only Y is a member, and one member is unnamed."""
    projects = [e for r in line.references if (e := line.base.entry(r.entity)) is not None and e.type == "project"]
    small = _words(line.language)
    if len({p.id for p in projects}) != 1 or any(small.has("joining", w.key) for w in line.words):
        return
    members = {m.member for m in projects[0].memberships}
    if not 2 < len(members) <= _CLOSED or any(len(m) != _STATE for m in members):
        return
    states = [r for r in line.references if r.form == "name" and len(r.party or "") == _STATE]
    for first, second in pairwise(states):
        if not _listed(line, first, second) or not small.has("from", line.key(line.at(first.span.start) - 1)):
            continue
        outside = [r for r in (first, second) if r.party not in members]
        left = members - {r.party for r in line.references}
        # the exporters stand first: whoever is named as a destination is no candidate, nor is the state between
        left = {m for m in left if m in _neighbours_of(line.base, members, first, second)} or left
        if len(outside) != 1 or len(left) != 1:
            continue
        found, expected = outside[0].party or "", next(iter(left))
        right, wrong = name_of(line.base, expected), name_of(line.base, found)
        why = f"{projects[0].name} joins {right} and its partners; {wrong} has no part in it."
        yield Correction(first.span.to(second.span), found, expected, why)


def _listed(line: Line, first: Reference, second: Reference) -> bool:
    """Whether nothing but "and" parts two names; Arabic writes it onto the second."""
    begin, end = line.after(first), line.at(second.span.start)
    if begin == end:
        return line.words[end].span.start < second.span.start
    return end == begin + 1 and _words(line.language).has("and", line.key(begin))


def _neighbours_of(base: Base, members: set[str], first: Reference, second: Reference) -> set[str]:
    """Members that lie in a region together with the two states named: «قزاقستان و قرغزستان» stand for Central Asia."""
    pair = {first.party, second.party}
    for region in base.entries("region"):
        states = set(base.members(region.id))
        if pair <= states and len(states) <= _CLOSED and (inside := members & states - pair):
            return inside
    return set()


# -- common --------------------------------------------------------------------------------------------------


def _alike(one: str, other: str) -> bool:
    return any(one in group and other in group for group in load("slips")["alike"])


def name_of(base: Base, id_: str) -> str:
    """Return the English name of an entry, its id where none is known."""
    entry = base.entry(id_)
    return entry.name if entry is not None else id_
