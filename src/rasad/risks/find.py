"""Risks that an article names: dangers by their own names, and things that its words present as dangers.

«تروریسم» and «قاچاق مواد مخدر» are dangers wherever they stand; «مهاجران» and "العقوبات" are where «خطر», «نگرانی» or
"يهدد" stands beside them. An act of violence is an event, not a risk.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rasad.clauses.arguments import Argument
from rasad.clauses.clause import Clause
from rasad.risks.risk import Risk
from rasad.risks.words import GENERAL, SCARCE, SPOKEN, dangers, phrases
from rasad.text.article import Article

#: How many words may part a cue from the danger: the cue before it, after it, a word for its lack before it.
_BEFORE, _AFTER, _LACK = 5, 7, 2


def find_risks(article: Article, clauses: Sequence[Clause]) -> tuple[Risk, ...]:
    """Return the dangers that the body of *article* names, one a category and sentence, in reading order."""
    language = article.base_language
    if language not in {"fa", "ar"}:
        return ()
    out: list[Risk] = []
    for _, group in groupby(clauses, key=lambda clause: clause.sentence):
        seen: set[str] = set()
        for risk in _in_sentence(tuple(group), language):
            if risk.category not in seen and not (article.title and article.title.meets(risk.evidence)):
                seen.add(risk.category)
                out.append(risk)
    return tuple(out)


def _in_sentence(clauses: Sequence[Clause], language: str) -> Iterator[Risk]:
    words = clauses[0].words
    keys = tuple(w.key for w in words)
    exact = False
    for category, way, first, last in _dangers(keys, language):
        if way == GENERAL and exact:
            continue
        exact = exact or way != GENERAL
        clause = next((c for c in clauses if c.first <= first < c.last), clauses[0])
        inside = [a for c in clauses for a in c.arguments]
        span = words[first].span.to(words[last - 1].span)
        yield Risk(category, _affected(inside), _raiser(clause, inside), span)


def _dangers(keys: Sequence[str], language: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield (category, way, first, last) of the dangers among *keys*, their cues included, general ones last."""
    cues = list(phrases(language, "cues").find(keys))
    lacks = list(phrases(language, "scarcity").find(keys))
    found = sorted(dangers(language).find(keys), key=lambda f: f[0].endswith(GENERAL))
    for name, first, last in found:
        category, way = name.split("/")
        cue: tuple[int, int] | None = None
        if way == SPOKEN:
            cue = _cue(cues, first, last)
        elif way == SCARCE:
            cue = next(((b, e) for _, b, e in lacks if first - _LACK <= e <= first), None)
        if way in {SPOKEN, SCARCE} and cue is None:
            continue
        begin, end = (min(first, cue[0]), max(last, cue[1])) if cue is not None else (first, last)
        yield category, way, begin, end


def _cue(cues: Sequence[tuple[str, int, int]], first: int, last: int) -> tuple[int, int] | None:
    """The cue nearest to the danger ``[first, last)``, if one is near enough on its side."""
    near = [
        (b, e)
        for side, b, e in cues
        if (side != "none" and first - _BEFORE <= e <= first) or (side == "both" and last <= b <= last + _AFTER)
    ]
    return min(near, key=lambda c: min(abs(first - c[1]), abs(c[0] - last)), default=None)


def _affected(arguments: Sequence[Argument]) -> tuple[str, ...]:
    """The parties and regions of the sentence that are not the ones who speak or act in it."""
    regions = [a.entity for a in arguments if a.entity.startswith("region:")]
    parties = [a.party for a in arguments if a.party and a.role not in {"subject", "by"}]
    return tuple(dict.fromkeys((*regions, *parties)))


def _raiser(clause: Clause, arguments: Sequence[Argument]) -> str | None:
    """Who speaks of the danger: the subject of its clause, else of its sentence; None for the writer."""
    subjects = [a for a in clause.arguments if a.role == "subject" and a.direct]
    subjects = subjects or [a for a in arguments if a.role == "subject" and a.direct]
    people = [a.entity for a in subjects if a.entity.startswith("person:")]
    return next(iter(people or [a.entity for a in subjects]), None)
