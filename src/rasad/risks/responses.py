"""Responses: the mechanisms that an article presents (forums, treaties, programmes, projects, forces, proposals, policies)."""

from __future__ import annotations

from collections.abc import Iterator

from rasad.clauses.clause import Clause, clauses_of
from rasad.entities.entity import Resolution
from rasad.risks.risk import Response
from rasad.risks.words import dangers, phrases
from rasad.text.article import Article
from rasad.text.span import Span

_TAIL = 7


def find_responses(article: Article, resolution: Resolution) -> tuple[Response, ...]:
    """Return the mechanisms that the body of *article* presents, each once, in reading order."""
    language = article.base_language
    if language not in {"fa", "ar"}:
        return ()
    out: list[Response] = []
    seen: set[str] = set()
    for clause in clauses_of(article, resolution):
        for response in _in_clause(article, clause, resolution, language):
            if article.title is not None and article.title.meets(response.evidence):
                continue
            if response.name in seen:
                continue
            seen.add(response.name)
            out.append(response)
    return tuple(out)


def _in_clause(article: Article, clause: Clause, resolution: Resolution, language: str) -> Iterator[Response]:
    keys = clause.keys
    parties = tuple(dict.fromkeys(a.party for a in clause.arguments if a.party))
    answers = tuple(dict.fromkeys(c.split("/")[0] for c, _, _ in dangers(language).find(keys)))
    named = [
        e
        for e in resolution.entities
        if e.type in {"project", "forum"} and any(clause.span.covers(m) for m in e.mentions)
    ]
    taken: list[Span] = []
    for entity in named:
        mention = next(m for m in entity.mentions if clause.span.covers(m))
        taken.append(mention)
        yield Response(entity.name, "project" if entity.type == "project" else "forum", parties, answers, mention)
    for kind, first, last in phrases(language, "mechanisms").find(keys):
        start = clause.first + first
        stop = _end_of_phrase(clause, clause.first + last)
        span = clause.words[start].span.to(clause.words[stop - 1].span)
        if any(t.meets(span) for t in taken):
            continue
        taken.append(span)
        yield Response(" ".join(span.of(article.text).split()), kind, parties, answers, span)


def _end_of_phrase(clause: Clause, last: int) -> int:
    """The noun phrase goes on to the next mark, verb or preposition, a few words at most."""
    end = last
    stop = min(clause.last, last + _TAIL)
    if clause.verb is not None and clause.verb.first >= last:
        stop = min(stop, clause.verb.first)
    while end < stop and not clause.words[end].is_mark:
        end += 1
    return end
