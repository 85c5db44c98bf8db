"""Reports in one sentence: the verbs, participles and phrases by which it tells what somebody says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rasad.clauses.arguments import Argument
from rasad.clauses.clause import Clause
from rasad.clauses.grammar import grammar
from rasad.statements.reporting import noun_after, participle_at, reporting, source_at
from rasad.statements.speaker import Speakers, Thread, source_of
from rasad.text.article import Article
from rasad.text.span import Span
from rasad.text.words import Word


@dataclass(frozen=True, slots=True)
class Report:
    """One reporting wording of a sentence: its words ``[first, last)``, and ``clause``, the words of its clause.

    ``kind`` is verb, participle or source; ``same`` marks a participle that only opens what the verb before it reports.
    ``of`` is where whoever spoke is named, if not as subject. The others say what the lexicon says of the wording (act,
    object, closed) and what grammar says of the verb.
    """

    kind: str
    first: int
    last: int
    clause: tuple[int, int]
    act: bool
    speakers: Speakers = ()
    plural: bool = False
    complement: bool = False
    same: bool = False
    object: bool = False
    present: bool = False
    closed: bool = False
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with all that is read in it."""

    number: int
    span: Span
    words: tuple[Word, ...]
    keys: tuple[str, ...]
    clauses: tuple[Clause, ...]
    arguments: tuple[Argument, ...]


def sentences_of(article: Article, clauses: Iterable[Clause]) -> Iterator[Sentence]:
    """Yield the sentences of *article* that hold a clause, in reading order."""
    for number, together in groupby(clauses, key=lambda clause: clause.sentence):
        inside = tuple(together)
        words = inside[0].words
        arguments = tuple(sorted((a for c in inside for a in c.arguments), key=lambda a: a.first))
        yield Sentence(number, article.sentences[number], words, tuple(w.key for w in words), inside, arguments)


def verbs_of_saying(sentence: Sentence, language: str) -> Iterator[Report]:
    """Yield the finite verbs of a sentence that report, in reading order, their speakers not yet told."""
    keys = sentence.keys
    for clause in sentence.clauses:
        verb = clause.verb
        if verb is None or verb.person != 3 or _after_preposition(keys, verb.first, language):
            continue
        if (participle := participle_at(keys, verb.first, language)) is not None and participle.same:
            continue
        way = reporting(keys, clause.first, clause.last, verb, language)
        if way is not None:
            kind = "participle" if language == "ar" and verb.tense == "participle" else "verb"
            words = (clause.first, clause.last)
            yield Report(
                kind,
                verb.first,
                verb.last,
                words,
                way.act,
                plural=verb.number == "plural",
                complement=clause.complement,
                object=way.object,
                present=verb.tense == "present",
                closed=way.closed,
                of=noun_after(keys, verb, way, language) if way.of else None,
            )


def participles_and_sources(sentence: Sentence, language: str, thread: Thread) -> Iterator[Report]:
    """Yield the participles that report, and the phrases that name a source with whom they name, in reading order."""
    keys, count = sentence.keys, len(sentence.keys)
    verbs = {i for c in sentence.clauses if c.verb is not None for i in range(c.verb.first, c.verb.last)}
    for index in range(count):
        end = next((c.last for c in sentence.clauses if c.first <= index < c.last), count)
        participle = participle_at(keys, index, language) if index > 0 else None
        if participle is not None and (index not in verbs or participle.same):
            yield Report("participle", index, participle.last, (index, count), participle.act, same=participle.same)
            continue
        source = source_at(keys, index, language) if index not in verbs else None
        if source is not None:
            speakers, last = source_of(sentence.arguments, keys, source, language, thread)
            if speakers:
                yield Report("source", index, last, (index, max(end, last)), False, speakers)


def _after_preposition(keys: tuple[str, ...], index: int, language: str) -> bool:
    """Whether what looks like an Arabic verb is a noun, for a preposition stands before it."""
    return language == "ar" and index > 0 and (keys[index - 1],) in grammar(language).prepositions


def begin_of_clause(sentence: Sentence, report: Report) -> int:
    """Where the clause begins, with what stands before a relative clause inside it («تجمعی را که … بود محکوم کرد»)."""
    begin = report.clause[0]
    inner = False
    for clause in reversed([c for c in sentence.clauses if c.last <= begin]):
        if not clause.complement and clause.verb is not None and not inner:
            break
        inner = clause.complement and clause.verb is not None
        begin = clause.first
    return begin
