"""Roles where the verb opens its clause: "اتهم رئيس الوزراء الباكستاني الهند بتحريض كابل".

Read forwards, noun phrase by noun phrase. A preposition, or a letter written onto a noun, gives its phrase a role. Of
phrases without one the first after the verb is its subject and the next its object; where one ends and the next
begins is told by definiteness (no noun without ال goes on a phrase that a definite one has closed) and by parties
(a phrase that has named Pakistan does not go on with India).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from rasad.clauses import arabic
from rasad.clauses.antecedents import antecedents
from rasad.clauses.arguments import Argument
from rasad.clauses.cuts import Cut
from rasad.clauses.grammar import Grammar
from rasad.clauses.prepositions import Prepositions
from rasad.clauses.verb import Verb
from rasad.entities.entity import Reference
from rasad.text.span import Span
from rasad.text.words import Word

_PLACES = ("place:",)
_BARE = ""
#: Marks after which a phrase may go on; after a dash it says who was meant.
_DASHES = "–—"
_GOING_ON = "،,-" + _DASHES


@dataclass(slots=True, eq=False)
class _Phrase:
    """A noun phrase being read. ``role`` is empty while grammar alone does not tell (subject or object)."""

    start: int
    role: str
    others: int = 0
    parties: list[str] = field(default_factory=list)
    form: str = ""
    last: int = -1
    joined: _Phrase | None = None

    def root(self) -> _Phrase:
        return self.joined.root() if self.joined is not None else self


def find_roles(
    words: Sequence[Word], references: Sequence[Reference], cuts: Sequence[Cut], known: Grammar
) -> tuple[Argument, ...]:
    """Return an argument for each of *references*, in reading order.

    Args:
        references: those of the sentence, in reading order.
        cuts: its clauses, as :func:`rasad.clauses.cuts.find_cuts` gives them.
    """
    places = [(place, r) for r in references if (place := _place(words, r.span)) is not None]
    out: list[Argument] = []
    subjects: list[Argument] = []
    met: set[str] = set()
    for first, last, verb, _ in cuts:
        inside = [(p, r) for p, r in places if first <= p[0] < last]
        meant = antecedents(words, first, verb, out, subjects, known) if verb is not None else []
        told = any(a.role == "subject" for a in meant) or _goes_on(words, first, verb, inside, met, known)
        here = [*meant, *_Clause(words, first, last, verb, inside, known, told=told).read()]
        subjects = [a for a in here if a.role == "subject" and a.party and a.direct] or subjects
        met = {a.party for a in here if a.role not in {"subject", "in", "other"} and a.party and a.direct}
        out.extend(here)
    return tuple(out)


def _goes_on(
    words: Sequence[Word], first: int, verb: Verb | None, inside: Sequence[tuple[tuple[int, int], Reference]],
    met: Set[str], known: Grammar,
) -> bool:  # fmt: skip
    """Whether a verb joined to the clause before has its subject: the one party after it was just done something to.

    "وسلّمت القائم بالأعمال الأوكراني مذكرة، وطالبت كييف بعدم تكراره": Kyiv is asked, as it was told.
    """
    if verb is None or first != verb.first or words[first].key[:1] not in known.clinging:
        return False
    near = {r.party for (begin, _), r in inside if r.party and begin - verb.last <= 1}
    return bool(near) and near <= met and len({r.party for _, r in inside if r.party}) == 1


def _place(words: Sequence[Word], span: Span) -> tuple[int, int] | None:
    first = next((i for i, w in enumerate(words) if w.span.end > span.start), None)
    if first is None or not words[first].span.meets(span):
        return None
    last = first
    while last < len(words) and words[last].span.start < span.end:
        last += 1
    return first, last


class _Clause:
    """One clause, read word by word."""

    def __init__(
        self, words: Sequence[Word], first: int, last: int, verb: Verb | None,
        places: Sequence[tuple[tuple[int, int], Reference]], known: Grammar, *, told: bool,
    ) -> None:  # fmt: skip
        self.told = told
        self.words, self.first, self.last, self.verb, self.known = words, first, last, verb, known
        self.keys = tuple(w.key for w in words)
        self.places = places
        self.starting: dict[int, list[tuple[int, Reference]]] = {}
        for (begin, end), reference in places:
            self.starting.setdefault(begin, []).append((end, reference))
        self.named: Mapping[int, Reference] = {i: r for (b, e), r in places for i in range(b, e)}
        self.prepositions = Prepositions(words, last, self.starting, self.named, known)
        self.current: _Phrase | None = None
        self.previous: _Phrase | None = None
        self.mark = ""
        self.phrases: list[_Phrase] = []
        self.found: list[tuple[Argument, _Phrase]] = []

    def read(self) -> Iterator[Argument]:
        index = self.first
        while index < self.last:
            index = self._step(index)
        roles = self._bare_roles()
        for argument, phrase in self.found:
            root = phrase.root()
            role = root.role or roles.get(id(root), "subject")
            yield replace(argument, role=self._carried(argument, phrase, role), phrase=root.start)
        # where somebody who is no party acts, nobody named earlier does
        somebody = next((p for p in self.phrases if roles.get(id(p)) == "subject"), None)
        if somebody is not None and self._is_stranger(somebody):
            yield Argument("subject", "", "", "other", somebody.start, somebody.start + 1, True, somebody.start)

    def _step(self, index: int) -> int:
        key, known = self.keys[index], self.known
        if self.verb is not None and self.verb.first <= index < self.verb.last:
            self._end("")
            self.previous = None
            return index + 1
        if self.words[index].is_mark:
            if key in known.breaks:
                self._end(key)
            return index + 1
        if index not in self.named:
            if (
                key in known.complementisers
                or key in known.relatives
                or (key in known.linkers and key not in known.conjunctions)
            ):
                self._end("")
                self.previous = None
                return index + 1
            if key in known.conjunctions:
                self._end("and")
                return index + 1
        if key in known.among and index not in self.named and (base := self._worded()) is not None:
            self.current = self._new(index + 1, base.root().role)
            self.current.joined = base
            return index + 1
        governed = self.prepositions.at(index)
        if governed is not None:
            role, noun, worn = governed
            self.current = self._new(noun, role)
            if worn:
                self._word(noun, fresh=True)
                return noun + 1
            return noun
        if key in known.adverbs and index not in self.named:
            return index + 1
        self._word(index, fresh=False)
        return index + 1

    def _worded(self) -> _Phrase | None:
        """The last phrase that no preposition governs: whom "بينها" and "وهي" go on to name."""
        return next((p for p in reversed(self.phrases) if p.root().role == _BARE), None)

    def _end(self, mark: str) -> None:
        if self.current is not None:
            self.previous = self.current
        self.current, self.mark = None, mark

    def _new(self, start: int, role: str) -> _Phrase:
        phrase = _Phrase(start, role)
        self.phrases.append(phrase)
        self.mark = ""
        return phrase

    def _word(self, index: int, *, fresh: bool) -> None:
        """Read a word of a noun phrase: it opens a phrase, joins one to the last, or goes on with the current."""
        clung, letter, bare = self.prepositions.peeled(index)
        starting = [r for _, r in self.starting.get(index, ())]
        if fresh or (letter and self._entitled(index, letter, starting, bare)):
            pass
        elif letter:
            self._end("")
            role = self.known.prefixes[letter]
            if role == "with" and starting and all(r.entity.startswith(_PLACES) for r in starting):
                role = "in"
            self.current = self._new(index, role)
        elif clung or self.mark == "and":
            self._end("and")
            self._join(index, starting, bare)
        elif self.mark:
            self._after_mark(index, starting, bare)
        elif self.current is None or self._closed(index, starting, bare):
            self._end("")
            self.current = self._new(index, _BARE)
        phrase = self.current
        assert phrase is not None  # noqa: S101
        for end, reference in self.starting.get(index, ()):
            party = reference.party or ""
            argument = Argument("", party, reference.entity, reference.form, index, end, phrase.others == 0)
            self.found.append((argument, phrase))
            if party:
                phrase.parties.append(party)
            phrase.form = reference.form
        if index not in self.named and not self.words[index].key.isdigit():
            stripped = self.known.strip(bare)
            if stripped not in self.known.titles and bare not in self.known.titles and not phrase.parties:
                phrase.others += 1
        phrase.last = index

    def _entitled(self, index: int, letter: str, starting: Sequence[Reference], bare: str) -> bool:
        """Whether a letter only ties a title to its body: "الأمين العام للأمم المتحدة"."""
        phrase, known = self.current, self.known
        if phrase is None or phrase.parties or phrase.others or phrase.last != index - 1:
            return False
        title = known.strip(self.keys[phrase.last])
        if title not in known.titles:
            return False
        if starting:
            owned = title in known.qualities or all(r.entity.startswith("org:") for r in starting)
            return owned and known.prefixes[letter] == "to"
        return known.strip(bare) in known.bodies

    def _join(self, index: int, starting: Sequence[Reference], bare: str) -> None:
        """After «و»: one more of the phrase before; a new head after a mere place joins the phrase before that."""
        base = self.previous
        self.mark = ""
        if base is not None and base.role in {"in", "other"} and not starting and self.known.is_head(bare):
            base = next((p for p in reversed(self.phrases) if p.role not in {"in", "other"} and p.parties), base)
        phrase = self._new(index, base.root().role if base is not None else _BARE)
        phrase.joined = base
        if base is not None and starting:
            phrase.others = base.others
        self.current = phrase

    def _after_mark(self, index: int, starting: Sequence[Reference], bare: str) -> None:
        """After a comma: more of a list, an apposition, or something new."""
        base, mark = self.previous, self.mark
        phrase = self._new(index, _BARE)
        self.current = phrase
        if base is None or not base.parties or mark not in _GOING_ON:
            return
        if mark in _DASHES:
            phrase.joined, phrase.role = base, base.root().role
            return
        parties = {r.party for r in starting if r.party} | self._soon(index)
        if not parties:
            return
        listed = bool(starting) and starting[0].form == base.form and base.root().role not in {"in", "other", "about"}
        if parties & set(base.parties) or listed or base.root().role == _BARE:
            phrase.joined, phrase.role = base, base.root().role
            if starting:
                phrase.others = base.others

    def _soon(self, index: int) -> set[str]:
        """The parties named in the next words, where a title stands before them."""
        if not self.known.is_head(self.keys[index]):
            return set()
        near = range(index, min(self.last, index + 5))
        return {r.party for i in near for _, r in self.starting.get(i, ()) if r.party}

    def _closed(self, index: int, starting: Sequence[Reference], bare: str) -> bool:
        """Whether the phrase before cannot go on with the word at *index*."""
        phrase, key, known = self.current, self.keys[index], self.known
        assert phrase is not None  # noqa: S101
        if phrase.last < 0:
            return False
        before = self.keys[phrase.last]
        was_named = self.named.get(phrase.last)
        definite = self.prepositions.peeled(phrase.last)[2].startswith(known.article) or before in known.possessed
        if was_named is not None and not (was_named.form == "adjective" and not before.startswith(known.article)):
            definite = True
        if starting:
            parties = {r.party for r in starting if r.party}
            if phrase.parties and parties and not parties & set(phrase.parties):
                return not (phrase.form == "adjective" and starting[0].form == "adjective")
            named_outright = starting[0].form in {"name", "capital", "group"} and not (
                was_named is not None and was_named.form == "role"
            )
            return bool(
                named_outright and before.startswith(known.article) and was_named is None and phrase.last >= index - 2
            )
        if key.isdigit() or index in self.named:
            return False
        if not definite:
            return False
        if not key.startswith(known.article):
            return True
        if known.strip(key) not in arabic.actors():
            return False
        return was_named is not None or known.strip(before) not in known.titles

    def _bare_roles(self) -> Mapping[int, str]:
        """Roles of phrases that no preposition governs: before the verb and first after it subject, then object."""
        roots = [p for p in self.phrases if p.root() is p and p.role == _BARE]
        verb = self.verb
        if verb is None:
            return {id(p): "subject" for p in roots}
        roles: dict[int, str] = {}
        subject: _Phrase | None = next((p for p in roots if p.start < verb.first and p.parties), None)
        told = (
            self.told
            or subject is not None
            or verb.number != "singular"
            or verb.tense == "participle"
            or verb.person == 1
        )
        for phrase in roots:
            if phrase.start < verb.first:
                roles[id(phrase)] = "subject"
            elif not told:
                roles[id(phrase)] = "subject"
                if self._may_act(phrase):
                    told, subject = True, phrase
            elif subject is not None and phrase.parties and set(phrase.parties) <= set(subject.parties):
                roles[id(phrase)] = "subject"
            else:
                roles[id(phrase)] = "object"
        return roles

    def _is_stranger(self, phrase: _Phrase) -> bool:
        verb = self.verb
        if (
            verb is None
            or phrase.start < verb.last
            or phrase.parties
            or any(p.joined is phrase and p.parties for p in self.phrases)
        ):
            return False
        return self.known.strip(self.keys[phrase.start]) in self.known.strangers

    def _may_act(self, phrase: _Phrase) -> bool:
        """Whether a phrase may be a subject: not an adverb or an accusative without a party."""
        if phrase.parties:
            return True
        key = self.keys[phrase.start]
        return not key.isdigit() and not (key.endswith("ا") and phrase.last == phrase.start)

    def _carried(self, argument: Argument, phrase: _Phrase, role: str) -> str:
        """What the noun that the verb carries does to its own phrase: undergone by it, or its object."""
        verb = self.verb
        if verb is None or verb.noun is None or not phrase.start <= verb.noun < argument.first:
            return role
        return "subject" if verb.passive else "object"
