"""Clauses: a sentence cut at its finite verbs, each with the parties in it and the role that grammar gives them.

Persian closes a clause with its verb («… با همتای خود دیدار کرد»); Arabic opens one with it ("ودعا الرئيس إلى …").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasad.entities.entity import Reference, Resolution
from rasad.clauses.grammar import Grammar, grammar
from rasad.clauses import arabic, persian
from rasad.text.article import Article
from rasad.clauses.verb import Verb
from rasad.text.span import Span
from rasad.text.words import Word, words_of

_WALK = 9


@dataclass(frozen=True, slots=True)
class Argument:
    """A party in a clause: its grammatical ``role``, and the words ``[first, last)`` of its sentence that hold it.

    ``direct`` is False where the party only qualifies a thing («تجهیزات نظامی افغانستان»).
    """

    role: str
    party: str
    entity: str
    form: str
    first: int
    last: int
    direct: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """Words ``[first, last)`` of a sentence around one verb; a clause without a verb (a headline) has ``verb`` None."""

    sentence: int
    words: tuple[Word, ...]
    first: int
    last: int
    verb: Verb | None
    complement: bool
    arguments: tuple[Argument, ...]

    @property
    def span(self) -> Span:
        """The stretch of the text that the clause covers, without marks at its ends."""
        first, last = self.first, self.last
        while last - first > 1 and self.words[last - 1].is_mark:
            last -= 1
        while last - first > 1 and self.words[first].is_mark:
            first += 1
        return self.words[first].span.to(self.words[last - 1].span)

    @property
    def keys(self) -> tuple[str, ...]:
        """The folded words of the clause."""
        return tuple(w.key for w in self.words[self.first : self.last])


def clauses_of(article: Article, resolution: Resolution) -> Iterator[Clause]:
    """Yield the clauses of *article* in reading order, sentence by sentence."""
    language = article.base_language
    words_in = grammar(language)
    for number, sentence in enumerate(article.sentences):
        words = words_of(article, sentence)
        if not words:
            continue
        arguments = _arguments(words, [r for r in resolution.references if sentence.covers(r.span)], words_in)
        cuts = _persian_cuts(words, words_in) if language == "fa" else _arabic_cuts(words, words_in)
        for first, last, verb, complement in cuts:
            inside = tuple(a for a in arguments if first <= a.first < last)
            if verb is not None and language == "ar":
                inside = _verb_first(inside, verb)
            yield Clause(number, words, first, last, verb, complement, inside)


def _persian_cuts(words: Sequence[Word], known: Grammar) -> Iterator[tuple[int, int, Verb | None, bool]]:
    first, index, count = 0, 0, len(words)
    complement = False
    while index < count:
        key = words[index].key
        if key in known.linkers and index > first:
            if index - first > 2:
                yield first, index, None, complement
                complement = False
            first = index
        if key in known.complementisers and index == first:
            complement = True
        verb = persian.verb_at(words, index) if not words[index].is_mark else None
        if verb is not None and _is_finite(words, verb):
            yield first, verb.last, verb, complement
            first = index = verb.last
            while first < count and (words[first].is_mark or words[first].key in known.conjunctions):
                first += 1
            index = first
            complement = False
            continue
        index += 1
    if count - first > 1:
        yield first, count, None, complement


def _is_finite(words: Sequence[Word], verb: Verb) -> bool:
    """Whether a verb form closes a clause here: participles, and nouns that look like verbs, only before a border."""
    nounlike = verb.tense == "participle" or words[verb.first].key in persian.nounlike()
    if not nounlike:
        return True
    return verb.last >= len(words) or words[verb.last].is_mark or words[verb.last].key in persian.borders()


def _arabic_cuts(words: Sequence[Word], known: Grammar) -> Iterator[tuple[int, int, Verb | None, bool]]:
    verbs = [v for i in range(len(words)) if (v := arabic.verb_at(words, i)) is not None]
    if not verbs:
        yield 0, len(words), None, False
        return
    starts: list[int] = []
    floor = 0
    for number, verb in enumerate(verbs):
        start = 0 if number == 0 else verb.first
        if number:
            for index in range(verb.first - 1, floor, -1):
                if words[index].is_mark or words[index].key in known.complementisers or _links(words[index].key, known):
                    start = index
                    break
        starts.append(start)
        floor = verb.last
    for number, verb in enumerate(verbs):
        end = starts[number + 1] if number + 1 < len(verbs) else len(words)
        first = starts[number]
        complement = any(w.key in known.complementisers for w in words[first : verb.first])
        if first < end:
            yield first, end, verb, complement


def _links(key: str, known: Grammar) -> bool:
    return key in known.linkers or key in known.relatives


def _verb_first(arguments: tuple[Argument, ...], verb: Verb) -> tuple[Argument, ...]:
    """In Arabic the second noun phrase without a preposition after the verb is its object."""
    subject: set[str] = {a.party for a in arguments if a.role == "subject" and a.last <= verb.first}
    reached = -1
    out: list[Argument] = []
    for argument in arguments:
        if argument.role == "subject" and argument.first >= verb.last:
            near = reached < 0 or argument.first - reached <= 3
            if not subject or (argument.party in subject) or (near and reached >= 0 and not out[-1].role == "object"):
                subject.add(argument.party)
                reached = argument.last
            else:
                argument = Argument("object", argument.party, argument.entity, argument.form, argument.first, argument.last, argument.direct)
        out.append(argument)
    return tuple(out)


def _arguments(words: tuple[Word, ...], references: Sequence[Reference], known: Grammar) -> tuple[Argument, ...]:
    keys = tuple(w.key for w in words)
    out: list[Argument] = []
    for reference in references:
        place = _place(words, reference.span)
        if place is None:
            continue
        first, last = place
        role, direct = _role(words, keys, first, last, reference, out, known)
        out.append(Argument(role, reference.party or "", reference.entity, reference.form, first, last, direct))
    return tuple(out)


def _place(words: Sequence[Word], span: Span) -> tuple[int, int] | None:
    first = next((i for i, w in enumerate(words) if w.span.end > span.start), None)
    if first is None or not words[first].span.meets(span):
        return None
    last = first
    while last < len(words) and words[last].span.start < span.end:
        last += 1
    return first, last


def _role(
    words: Sequence[Word], keys: tuple[str, ...], first: int, last: int, reference: Reference, before: Sequence[Argument], known: Grammar
) -> tuple[str, bool]:
    """The role of the noun phrase that holds ``words[first:last]``, and whether the party is its head."""
    prefix = _prefix(words[first], reference, known)
    if prefix is not None:
        return prefix, True
    if last < len(words) and keys[last] in known.object_markers:
        return "object", True
    others = 0
    index = first
    while index > 0 and first - index < _WALK:
        found = known.preposition_before(keys, index)
        if found is not None:
            return found[0], others == 0
        key = keys[index - 1]
        word = words[index - 1]
        if word.is_mark or key in known.conjunctions:
            return _after_border(keys, index - 1, reference, before, others, known)
        if key in known.linkers or key in known.complementisers or key in known.object_markers:
            break
        if before and before[-1].last == index:
            # one noun phrase with the wording before it: «رئیس جمهور قزاقستان | توکایف»
            return before[-1].role, others == 0 and before[-1].direct
        letters = next((r for p, r in known.prefixes.items() if key.startswith(p) and key[len(p) :] in known.titles), None)
        if letters is not None:
            return letters, others == 0
        if key not in known.titles:
            others += 1
        index -= 1
    return "subject", others == 0


def _after_border(
    keys: tuple[str, ...], border: int, reference: Reference, before: Sequence[Argument], others: int, known: Grammar
) -> tuple[str, bool]:
    """After a comma or «و»: one more of a list, an apposition, or a new noun phrase."""
    if before and border - before[-1].last <= 1:
        last = before[-1]
        if keys[border] in known.conjunctions or last.party == (reference.party or "") or last.form in {"person", "role"}:
            return last.role, others == 0
        if last.role not in {"in", "subject"} and last.direct:
            return last.role, others == 0
    return "subject", others == 0


def _prefix(word: Word, reference: Reference, known: Grammar) -> str | None:
    """The role that letters written onto the name's own word give it."""
    if reference.span.start <= word.span.start and word.key[:2] not in known.fused:
        return None
    for prefix, role in sorted(known.prefixes.items(), key=lambda item: -len(item[0])):
        if word.key.startswith(prefix):
            return role
    return None
