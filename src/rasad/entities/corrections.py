"""Wrong parties by evident mistake: a capital or an office holder given to another state.

«دوشنبه، پایتخت قزاقستان» means Tajikistan. Where such a slip is proven and the title names the right state and never the
wrong one, the wrong name is a slip wherever it stands in the article.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from rasad.entities.entity import Correction, Entity, Reference
from rasad.entities.offices import OfficeWording, find_offices
from rasad.entities.wordings import wordings
from rasad.knowledge.base import Base
from rasad.knowledge.entry import Entry
from rasad.text.article import Article
from rasad.text.span import Span
from rasad.text.words import Word, words_of

_STATE_FORMS = frozenset({"name", "adjective", "people", "capital"})


def find_corrections(
    article: Article, references: Sequence[Reference], base: Base, on: date | None
) -> tuple[Correction, ...]:
    """Return the corrections that stable facts force on *references*.

    Args:
        on: the article's date; offices are compared as of then, at any time where it is None.
    """
    proven = list(_proven(article, references, base, on))
    out = {c.span: c for c in proven}
    slips = {(c.found, c.expected) for c in proven}
    titled = {r.party for r in references if article.title is not None and article.title.covers(r.span)}
    for found, expected in sorted(slips):
        if expected in titled and found not in titled:
            for reference in references:
                if reference.party == found and reference.form in _STATE_FORMS and not any(s.covers(reference.span) for s in out):
                    why = f"The title names {_name(base, expected)}, and elsewhere the article gives what is {_name(base, expected)}'s to {_name(base, found)}."
                    out[reference.span] = Correction(reference.span, found, expected, why)
    return tuple(sorted(out.values(), key=lambda c: c.span.start))


def correct(
    references: Sequence[Reference], entities: dict[str, Entity], corrections: Sequence[Correction], base: Base
) -> list[Reference]:
    """Return *references* with corrected parties, and move the surfaces in *entities* to the party that is meant."""
    out: list[Reference] = []
    for reference in references:
        slip = next(
            (c for c in corrections if c.span.covers(reference.span) and reference.party == c.found and reference.form in _STATE_FORMS),
            None,
        )
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


def _proven(
    article: Article, references: Sequence[Reference], base: Base, on: date | None
) -> Iterator[Correction]:
    small = wordings(article.base_language)
    for sentence in article.sentences:
        words = words_of(article, sentence)
        here = [r for r in references if sentence.covers(r.span)]
        yield from _capitals(words, here, base, small.capital_words)
        for office in find_offices([w.key for w in words], article.base_language):
            if office.kind == "office":
                yield from _holder(words, office, here, base, on)


def _between(words: Sequence[Word], first: Span, second: Span) -> list[Word]:
    return [w for w in words if w.span.start >= first.end and w.span.end <= second.start]


def _capitals(
    words: Sequence[Word], references: Sequence[Reference], base: Base, capital_words: frozenset[str]
) -> Iterator[Correction]:
    """«دوشنبه، پایتخت قزاقستان», "أستانا عاصمة أوزبكستان"."""
    for city in references:
        owner = base.state_of_capital(city.entity) if city.entity.startswith("place:") else (city.entity if city.form == "capital" else None)
        if owner is None:
            continue
        for state in references:
            if state.party is None or len(state.party) != 3 or state.form not in _STATE_FORMS or state.span.start <= city.span.end:
                continue
            gap = _between(words, city.span, state.span)
            if [w.key for w in gap if not w.is_mark and w.key not in capital_words] or not any(w.key in capital_words for w in gap):
                continue
            if state.party != owner:
                why = f"{_of_city(city.entity)} is the capital of {_name(base, owner)}."
                yield Correction(city.span.to(state.span), state.party, owner, why)


def _holder(
    words: Sequence[Word], office: OfficeWording, references: Sequence[Reference], base: Base, on: date | None
) -> Iterator[Correction]:
    """«شیرعلی میرزا، وزیر دفاع قزاقستان», "الرئيس الأوزبكي قاسم جومارت توكاييف"."""
    span = words[office.first].span.to(words[office.last - 1].span)
    states = [r for r in references if r.form in {"name", "adjective"} and r.party and len(r.party) == 3 and r.span.start >= span.end]
    if not states or len(_between(words, span, states[0].span)) > 0:
        return
    state = states[0]
    following = words[next(i for i, w in enumerate(words) if w.span.end >= state.span.end) + 1 :][:1]
    if following and not following[0].is_mark and not any(r.form == "person" and r.span.start == following[0].span.start for r in references):
        return
    people = [r for r in references if r.form == "person"]
    for person in people:
        before = person.span.end <= span.start and [w.is_mark for w in _between(words, person.span, span)] == [True]
        after = person.span.start >= state.span.end and not _between(words, state.span, person.span)
        if not (before or after):
            continue
        entry = base.entry(person.entity)
        if entry is None or not entry.tenures:
            continue
        own = _states_served(entry, on)
        if own and state.party not in own:
            expected = own[-1]
            why = f"{entry.name} served {_name(base, expected)}, not {_name(base, state.party or '')}."
            yield Correction(span.to(person.span).to(state.span), state.party or "", expected, why)
        return


def _states_served(person: Entry, on: date | None) -> list[str]:
    """The states in whose offices a person was, as of the day where it is known, else ever; empty where none is known."""
    served = [t for t in person.tenures if len(t.of) == 3]
    if on is not None:
        served = [t for t in served if t.holds(on)] or [t for t in served if t.first is None or t.first <= on]
    return list(dict.fromkeys([*(t.of for t in served), *([person.state] if person.state else [])]))


def _name(base: Base, id_: str) -> str:
    entry = base.entry(id_)
    return entry.name if entry is not None else id_


def _of_city(id_: str) -> str:
    return " ".join(w.capitalize() for w in id_.split(":", 1)[-1].split("-"))
