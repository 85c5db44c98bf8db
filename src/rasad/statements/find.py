"""Statements of one article: who is reported as saying what, one a reporting verb or a sentence of a quotation.

A reporting verb («گفت که …», "وأكد أن …"), an act that is done by speaking («خواست», "رحب بـ"), a phrase that names a
source («به گفته لاوروف»), and the sentences of a quotation, which have the speaker of the verb that opened it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasad.clauses.clause import Argument, Clause, clauses_of
from rasad.clauses.grammar import grammar
from rasad.clauses.triggers import find_verbal
from rasad.entities.entity import Resolution
from rasad.statements.reporting import opens_quote, quotes_in, reporting_verb, source_phrase
from rasad.statements.statement import Statement
from rasad.text.article import Article
from rasad.text.span import Span


@dataclass(slots=True)
class _Thread:
    speaker: str | None = None
    said: int = -9


def find_statements(article: Article, resolution: Resolution) -> tuple[Statement, ...]:
    """Return the statements of *article* in reading order; those of the title only where it has no body."""
    language = article.base_language
    if language not in {"fa", "ar"}:
        return ()
    clauses = list(clauses_of(article, resolution))
    found = list(_found(article, resolution, clauses, language))
    body = [s for s in found if article.title is None or not article.title.meets(s.evidence)]
    return tuple(_once(body or found))


def _once(statements: Sequence[Statement]) -> Iterator[Statement]:
    seen: list[Statement] = []
    for statement in sorted(statements, key=lambda s: (s.evidence.start, -s.evidence.end)):
        if any(s.speaker == statement.speaker and s.evidence.covers(statement.evidence) for s in seen):
            continue
        seen.append(statement)
        yield statement


def _found(
    article: Article, resolution: Resolution, clauses: Sequence[Clause], language: str
) -> Iterator[Statement]:
    thread = _Thread()
    quotes = quotes_in(article)
    for index, clause in enumerate(clauses):
        sentence = article.sentences[clause.sentence]
        keys = tuple(w.key for w in clause.words)
        source = source_phrase(keys, clause.first, clause.last, language)
        if source is not None:
            speaker = _who([a for a in clause.arguments if a.first >= source], near=source)
            if speaker is not None:
                yield _statement(article, resolution, clause, clauses, index, speaker, sentence, quotes)
                continue
        verb = clause.verb
        if verb is None:
            continue
        reporting = reporting_verb(keys, clause.first, clause.last, verb, language)
        spoken = find_verbal(keys, clause.first, clause.last, verb, language)
        if reporting or (spoken is not None and spoken.trigger.speech):
            subject = _who([a for a in clause.arguments if a.role == "subject"])
            if subject is None and not verb.passive:
                subject = thread.speaker
            if subject is None:
                continue
            thread.speaker = subject
            thread.said = clause.sentence
            if reporting:
                yield _statement(article, resolution, clause, clauses, index, subject, sentence, quotes)
            else:
                yield Statement(subject, _about(resolution, clause.span, subject), _kind(article, clause.span, quotes), clause.span)
        elif (subject := _who([a for a in clause.arguments if a.role == "subject"])) is not None and not clause.complement:
            thread.speaker = subject


def _who(arguments: Sequence[Argument], near: int | None = None) -> str | None:
    """The speaker among arguments: a person before a body, a body before a state; the first of them."""
    if near is not None:
        arguments = [a for a in arguments if a.first - near <= 8]
    people = [a for a in arguments if a.entity.startswith("person:")]
    if people:
        return people[0].entity
    bodies = [a for a in arguments if a.entity and (a.direct or len(arguments) == 1) and not a.entity.startswith("place:")]
    return bodies[0].entity if bodies else None


def _statement(
    article: Article, resolution: Resolution, clause: Clause, clauses: Sequence[Clause], index: int, speaker: str,
    sentence: Span, quotes: Sequence[Span],
) -> Statement:  # fmt: skip
    """The words said: the quotation that the verb opens, else what follows the verb in its sentence, else its clause."""
    del clauses, index
    span = clause.span
    verb = clause.verb
    end = sentence.end
    if verb is not None and article.base_language == "fa":
        after = clause.words[verb.last :]
        if sum(not w.is_mark for w in after) > 2:
            first = next(w for w in after if not w.is_mark)
            known = grammar("fa")
            rest = [w for w in after if w.span.start >= first.span.start]
            if rest and rest[0].key in known.complementisers and len(rest) > 1:
                rest = rest[1:]
            span = Span(rest[0].span.start, _last(rest))
    elif verb is not None:
        after = clause.words[verb.last :]
        known = grammar("ar")
        for position, word in enumerate(after):
            if word.key in known.complementisers and position + 1 < len(after):
                rest = after[position + 1 :]
                span = Span(rest[0].span.start, _last(rest))
                break
        else:
            if after:
                span = Span(clause.words[clause.first].span.start, _last(after))
    opened = opens_quote(quotes, span, end)
    if opened is not None:
        span = opened
    return Statement(speaker, _about(resolution, span, speaker), _kind(article, span, quotes), span)


def _last(words: Sequence[object]) -> int:
    from rasad.text.words import Word

    last = [w for w in words if isinstance(w, Word) and not w.is_mark]
    return last[-1].span.end


def _kind(article: Article, span: Span, quotes: Sequence[Span]) -> str:
    del article
    return "direct" if any(q.meets(span) for q in quotes) else "reported"


def _about(resolution: Resolution, span: Span, speaker: str) -> tuple[str, ...]:
    """The parties and projects worded in what was said, in reading order."""
    return tuple(
        dict.fromkeys(
            r.party or r.entity
            for r in resolution.references
            if span.covers(r.span) and r.entity != speaker and (r.party or r.entity.startswith(("project:", "document:")))
        )
    )
