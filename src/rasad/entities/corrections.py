"""Wrong parties by evident mistake: a capital or an office holder given to another state.

«دوشنبه، پایتخت قزاقستان» means Tajikistan. Where such a slip is proven and the title names the right state and never
the wrong one, the wrong name is a slip wherever it stands in the article.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from rasad.entities.entity import Correction, Entity, Reference
from rasad.entities.slips import Line, find_slips, name_of
from rasad.knowledge.base import Base
from rasad.text.article import Article
from rasad.text.words import words_of

_STATE_FORMS = frozenset({"name", "adjective", "people", "capital"})


def find_corrections(
    article: Article, references: Sequence[Reference], base: Base, on: date | None
) -> tuple[Correction, ...]:
    """Return the corrections that stable facts force on *references*, in reading order.

    Args:
        on: the article's date; offices are compared as of then, at any time where it is None.
    """
    proven: list[Correction] = []
    language = article.base_language
    for sentence in article.sentences:
        here = sorted((r for r in references if sentence.covers(r.span)), key=lambda r: r.span)
        if here:
            proven += find_slips(Line(words_of(article, sentence), here, language, base, on))
    out = {c.span: c for c in proven}
    for found, expected in sorted({(c.found, c.expected) for c in proven}):
        for reference in _carried_over(article, references, base, proven, found, expected):
            if not any(s.covers(reference.span) for s in out):
                right, wrong = name_of(base, expected), name_of(base, found)
                why = f"The title names {right}, and the article gives elsewhere what is of {right} to {wrong}."
                out[reference.span] = Correction(reference.span, found, expected, why)
    return tuple(sorted(out.values(), key=lambda c: c.span.start))


def _carried_over(
    article: Article,
    references: Sequence[Reference],
    base: Base,
    proven: Sequence[Correction],
    found: str,
    expected: str,
) -> list[Reference]:
    """All wordings of *found*, where the title names *expected* alone and nobody and nothing of *found* has a part."""
    title = article.title
    if title is None:
        return []
    titled = {r.party for r in references if title.covers(r.span)}
    slips = [c.span for c in proven if (c.found, c.expected) == (found, expected)]
    if expected not in titled or found in titled:
        return []
    for reference in references:
        entry = base.entry(reference.entity)
        owned = entry is not None and entry.id != found and found in {entry.state, base.state_of_capital(entry.id)}
        if owned and not any(s.covers(reference.span) for s in slips):
            return []
        if reference.party == found and reference.form == "capital":
            return []
    return [r for r in references if r.party == found and r.form in _STATE_FORMS]


def correct(
    references: Sequence[Reference], entities: dict[str, Entity], corrections: Sequence[Correction], base: Base
) -> list[Reference]:
    """Return *references* with corrected parties, and move the surfaces in *entities* to the party that is meant."""
    out: list[Reference] = []
    for reference in references:
        slip = None
        if reference.form in _STATE_FORMS:
            slip = next((c for c in corrections if c.found == reference.party and c.span.covers(reference.span)), None)
        if slip is None:
            out.append(reference)
            continue
        out.append(replace(reference, entity=slip.expected, party=slip.expected))
        wrong = entities.get(slip.found)
        if wrong is not None:
            entities[slip.found] = replace(wrong, mentions=tuple(m for m in wrong.mentions if m != reference.span))
        entry = base.entry(slip.expected)
        right = entities.get(slip.expected)
        if right is None and entry is not None:
            right = Entity(entry.id, entry.type, entry.name, (), state=entry.state)
        if right is not None:
            entities[slip.expected] = replace(right, mentions=(*right.mentions, reference.span))
    for id_ in [c.found for c in corrections]:
        if id_ in entities and not entities[id_].mentions and not any(r.party == id_ for r in out):
            del entities[id_]
    return out
