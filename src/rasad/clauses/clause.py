"""Clauses: a sentence cut at its finite verbs, each with the parties in it and the role that grammar gives them.

Persian closes a clause with its verb («… با همتای خود دیدار کرد»); Arabic opens one with it ("ودعا الرئيس إلى …").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace

from rasad.clauses import persian, verb_first
from rasad.clauses.arguments import Argument, find_arguments
from rasad.clauses.cuts import find_cuts
from rasad.clauses.grammar import Grammar, grammar
from rasad.clauses.verb import Verb
from rasad.entities.entity import Resolution
from rasad.text.article import Article
from rasad.text.span import Span
from rasad.text.words import Word, words_of

#: How many words a subject may have before «اما».
_SUBJECT = 4


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


def find_clauses(article: Article, resolution: Resolution) -> tuple[Clause, ...]:
    """Return the clauses of *article* in reading order, none where its language is not read."""
    return tuple(clauses_of(article, resolution)) if article.base_language in {"fa", "ar"} else ()


def clauses_of(article: Article, resolution: Resolution) -> Iterator[Clause]:
    """Yield the clauses of *article* in reading order, sentence by sentence."""
    language = article.base_language
    words_in = grammar(language)
    for number, sentence in enumerate(article.sentences):
        words = words_of(article, sentence)
        if not words:
            continue
        here = [r for r in resolution.references if sentence.covers(r.span)]
        outright = [r.span for r in here if r.form != "group"]
        named = frozenset(i for i, w in enumerate(words) if any(span.meets(w.span) for span in outright))
        cut = _persian_cuts if language == "fa" else find_cuts
        cuts = list(cut(words, words_in, named))
        verbs = {i for _, _, verb, _ in cuts if verb is not None for i in range(verb.first, verb.last)}
        if language == "fa":
            arguments = find_arguments(words, here, verbs, words_in)
        else:
            arguments = verb_first.find_roles(words, here, cuts, words_in)
        for first, last, verb, complement in cuts:
            inside = tuple(a for a in arguments if first <= a.first < last)
            yield Clause(number, words, first, last, verb, complement, inside)


def _persian_cuts(
    words: Sequence[Word], known: Grammar, named: Set[int]
) -> Iterator[tuple[int, int, Verb | None, bool]]:
    first, index, count = 0, 0, len(words)
    complement = False
    while index < count:
        key = words[index].key
        if key in known.linkers and index > first and not _stands_second(words, first, index, known):
            if index - first > 2 or any(i in named for i in range(first, index)):
                yield first, index, None, complement
                complement = False
            first = index
        if key in known.complementisers and index == first:
            complement = True
        verb = persian.verb_at(words, index) if not words[index].is_mark and index not in named else None
        if verb is not None and _is_finite(words, first, verb):
            for cut in _elided(words, first, verb, known):
                yield first, cut, replace(verb, first=cut, last=cut), complement
                first = cut + 1
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


def _stands_second(words: Sequence[Word], first: int, index: int, known: Grammar) -> bool:
    """Whether a linker stands after the subject of its own clause («چین اما … را ستود»)."""
    if words[index].key not in known.second or index - first > _SUBJECT:
        return False
    return not any(w.is_mark for w in words[first:index])


def _elided(words: Sequence[Word], first: int, verb: Verb, known: Grammar) -> Iterator[int]:
    """Where a clause before *verb* ends in a noun and «و», its own light verb left out («سفر و … افتتاح کرد»)."""
    for index in range(first + 2, verb.first - 1):
        if words[index].key in known.conjunctions and words[index - 1].key in known.elided:
            yield index


def _is_finite(words: Sequence[Word], first: int, verb: Verb) -> bool:
    """Whether a verb form closes a clause here: participles, and nouns that look like verbs, only before a border.

    After a preposition or «این» such a form is the noun («پس از بازگشت، …»), and an opening quotation is no border.
    """
    nounlike = words[verb.first].key in persian.nounlike()
    if verb.tense != "participle" and not nounlike:
        return True
    if nounlike and verb.first > first and words[verb.first - 1].key in persian.determiners():
        return False
    if verb.last >= len(words):
        return True
    after = words[verb.last]
    return (after.is_mark and after.key not in persian.openers()) or after.key in persian.borders()
