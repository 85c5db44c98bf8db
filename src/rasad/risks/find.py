"""Risks that an article names: a danger's own name, presented as a danger or spoken of as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rasad.clauses.clause import Clause, clauses_of
from rasad.entities.entity import Resolution
from rasad.lexicons import load
from rasad.risks.risk import Risk
from rasad.risks.words import find_phrases
from rasad.text.article import Article

_NEAR = 12


def find_risks(article: Article, resolution: Resolution) -> tuple[Risk, ...]:
    """Return the dangers that *article* names, one a category and sentence, in reading order.

    A danger counts where a word such as «خطر», «نگرانی» or "تهديد" presents it, or where its category is a danger by
    nature (lexicons/risks, ``always``) and the sentence does not tell of an act of it.
    """
    language = article.base_language
    if language not in {"fa", "ar"}:
        return ()
    seen: set[tuple[str, int]] = set()
    out: list[Risk] = []
    for clause in clauses_of(article, resolution):
        for risk in _in_clause(clause, resolution, language):
            key = (risk.category, clause.sentence)
            if key not in seen:
                seen.add(key)
                out.append(risk)
    return tuple(out)


def _in_clause(clause: Clause, resolution: Resolution, language: str) -> Iterator[Risk]:
    keys = tuple(w.key for w in clause.words)
    always = set(load(f"risks/{language}").get("always", ()))
    cues = [(first, last) for _, first, last in find_phrases(keys, language, "cues")]
    for category, first, last in find_phrases(keys, language, "categories"):
        if not clause.first <= first < clause.last:
            continue
        cue = next((c for c in cues if abs(c[0] - first) <= _NEAR), None)
        if cue is None and category not in always:
            continue
        begin, end = (min(first, cue[0]), max(last, cue[1])) if cue is not None else (first, last)
        begin, end = max(begin, clause.first), min(end, clause.last)
        span = clause.words[begin].span.to(clause.words[end - 1].span)
        yield Risk(category, _affected(clause), _raiser(clause), span)


def _affected(clause: Clause) -> tuple[str, ...]:
    found = [a.party for a in clause.arguments if a.party and a.role not in {"subject", "by"}]
    regions = [a.entity for a in clause.arguments if a.entity.startswith("region:")]
    return tuple(dict.fromkeys((*found, *regions)))


def _raiser(clause: Clause) -> str | None:
    """Who speaks of the danger: the subject of its clause, None for the writer."""
    subjects: Sequence[str] = [a.entity for a in clause.arguments if a.role == "subject" and a.direct]
    people = [s for s in subjects if s.startswith("person:")]
    return next(iter(people or subjects), None)
