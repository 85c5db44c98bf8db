"""A sheet: one article laid out for the model, in tokens, with what lexicons and grammar know of them.

The encoder reads windows of whole sentences, each with the end of what stands before it; a sentence in which nobody is
named and no lexicon met a word of any event is not shown to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from rasad.clauses.arguments import Argument
from rasad.clauses.clause import Clause
from rasad.coding.labels import TOKEN_FEATURES
from rasad.entities.entity import Entity, Resolution
from rasad.events.event import TYPES
from rasad.events.find import Drafts
from rasad.figures.figure import Figure
from rasad.mentions.mention import DateMention, Quantity
from rasad.models.tokens import Tokens
from rasad.risks.risk import Response, Risk
from rasad.statements.statement import Statement
from rasad.text.article import Article
from rasad.text.span import Span

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]
#: How many tokens a window tells of, and how many of those before it the encoder reads along.
WINDOW, BEFORE = 144, 48
_COLUMN = {name: column for column, name in enumerate(TOKEN_FEATURES)}


@dataclass(frozen=True, slots=True)
class Records:
    """What the lexicons alone have read in an article."""

    drafts: Drafts
    figures: Sequence[Figure] = ()
    statements: Sequence[Statement] = ()
    risks: Sequence[Risk] = ()
    responses: Sequence[Response] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a party: tokens ``[first, last)``, how it is worded, and where grammar has it.

    ``argument`` is None where the wording is no argument of a clause (a mere place, whose state may be meant).
    """

    party: str
    form: str
    first: int
    last: int
    sentence: int
    clause: int
    argument: Argument | None


@dataclass(frozen=True, slots=True)
class Window:
    """Tokens ``[first, last)`` that one reading tells of, and ``start``, from where the encoder reads."""

    start: int
    first: int
    last: int


@dataclass(frozen=True)
class Sheet:
    """One article in tokens: their ``ids``, first and last characters, sentence and clause (-1 for none) of each."""

    article: Article
    resolution: Resolution
    clauses: Sequence[Clause]
    dates: Sequence[DateMention]
    records: Records
    ids: Ints
    starts: Sequence[int]
    ends: Sequence[int]
    sentences: Sequence[int]
    features: Floats
    wordings: tuple[Wording, ...]
    first_of: Mapping[int, int]

    def tokens(self, span: Span) -> tuple[int, int]:
        """Return the tokens ``[first, last)`` that share a character with *span*; first is last where none does."""
        first = bisect_left(self.ends, span.start + 1)
        return first, max(first, bisect_left(self.starts, span.end))

    def span(self, first: int, last: int) -> Span:
        """Return the characters of the tokens ``[first, last)``."""
        return Span(self.starts[first], self.ends[last - 1])

    @cached_property
    def windows(self) -> tuple[Window, ...]:
        """What is shown to the encoder, in reading order."""
        return tuple(_windows(self))

    @cached_property
    def clause_of(self) -> Sequence[int]:
        """The clause of each token, -1 where it is in none."""
        found = [-1] * len(self.starts)
        for number, clause in enumerate(self.clauses):
            first, last = self.tokens(clause.span)
            found[first:last] = [number] * (last - first)
        return found

    @cached_property
    def named(self) -> Counter[str]:
        """How often each party is worded."""
        return Counter(r.party for r in self.resolution.references if r.party is not None)


def lay_out(
    article: Article, resolution: Resolution, clauses: Sequence[Clause], dates: Sequence[DateMention],
    quantities: Sequence[Quantity], records: Records, tokens: Tokens,
) -> Sheet:  # fmt: skip
    """Return *article* as a sheet."""
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    sentences: list[int] = []
    first_of: dict[int, int] = {}
    for number, sentence in enumerate(article.sentences):
        first_of[number] = len(ids)
        for id_, start, end in tokens.cut(sentence.of(article.text)):
            ids.append(id_)
            starts.append(sentence.start + start)
            ends.append(sentence.start + end)
            sentences.append(number)
    blank = np.zeros((len(ids), len(TOKEN_FEATURES)), np.float32)
    sheet = Sheet(article, resolution, clauses, dates, records, np.array(ids, np.int32), starts, ends, sentences, blank,
                  (), first_of)  # fmt: skip
    _paint(sheet, quantities)
    return _with(sheet, wordings=tuple(_wordings(sheet)))


def _with(sheet: Sheet, **changed: Any) -> Sheet:
    kept = {name: getattr(sheet, name) for name in Sheet.__dataclass_fields__}
    return Sheet(**{**kept, **changed})


def _paint(sheet: Sheet, quantities: Sequence[Quantity]) -> None:
    """Write into the features of each token what is known of it."""
    records = sheet.records

    def mark(span: Span | None, *names: str) -> None:
        if span is not None:
            first, last = sheet.tokens(span)
            for name in names:
                sheet.features[first:last, _COLUMN[name]] = 1.0

    for seen in records.drafts.seen:
        mark(seen.span, f"seen:{seen.type}")
    for draft in records.drafts.told:
        event = draft.event
        mark(draft.told, f"draft:{event.type}", f"draft:{event.status}")
    for reference in sheet.resolution.references:
        mark(reference.span, "party" if reference.party is not None else "place")
    for entity in sheet.resolution.entities:
        if entity.type in {"person", "place"}:
            for span in entity.mentions:
                mark(span, entity.type)
    for date in sheet.dates:
        mark(date.span, "date")
    for quantity in quantities:
        mark(quantity.span, "quantity")
    for clause in sheet.clauses:
        if clause.verb is not None and clause.verb.last > clause.verb.first:
            mark(clause.words[clause.verb.first].span.to(clause.words[clause.verb.last - 1].span), "verb")
        if clause.complement:
            mark(clause.span, "complement")
    mark(sheet.article.title, "title")
    for kind, found in (("risk", records.risks), ("response", records.responses), ("statement", records.statements),
                        ("figure", records.figures)):  # fmt: skip
        for record in found:
            mark(record.evidence, kind)
    if sheet.article.base_language == "ar":
        sheet.features[:, _COLUMN["arabic"]] = 1.0


def _wordings(sheet: Sheet) -> Iterator[Wording]:
    """Every wording of a party, then every place whose state may be meant by it."""
    arguments: dict[tuple[Span, str], tuple[int, Argument]] = {}
    for number, clause in enumerate(sheet.clauses):
        for argument in clause.arguments:
            if argument.last <= len(clause.words):
                words = clause.words[argument.first].span.to(clause.words[argument.last - 1].span)
                arguments.setdefault((words, argument.entity), (number, argument))
    by_entity: dict[str, list[tuple[Span, int, Argument]]] = {}
    for (words, entity), (number, argument) in arguments.items():
        by_entity.setdefault(entity, []).append((words, number, argument))
    done: set[tuple[Span, str]] = set()
    states = {e.id: e for e in sheet.resolution.entities}
    for reference in sheet.resolution.references:
        party, form = reference.party, reference.form
        if party is None:
            party, form = _state_of(states.get(reference.entity)), "place"
        if party is None or (reference.span, party) in done:
            continue
        done.add((reference.span, party))
        first, last = sheet.tokens(reference.span)
        if first == last:
            continue
        near = [(n, a) for words, n, a in by_entity.get(reference.entity, ()) if words.meets(reference.span)]
        number = near[0][0] if near else sheet.clause_of[first]
        argument_ = near[0][1] if near else None
        yield Wording(party, form, first, last, sheet.sentences[first], number, argument_)


def _state_of(entity: Entity | None) -> str | None:
    """Whom a wording that acts in nothing by itself may stand for: the state of a place, or a region."""
    if entity is None:
        return None
    return entity.id if entity.type == "region" else entity.state


def _windows(sheet: Sheet) -> Iterator[Window]:
    total = len(sheet.starts)
    borders = [sheet.first_of[n] for n in range(len(sheet.article.sentences))] + [total]
    pieces = [(a, b) for a, b in pairwise(borders) if a < b and _is_worth(sheet, a, b)]
    stretches: list[tuple[int, int]] = []
    for first, last in pieces:
        while last - first > WINDOW:
            stretches.append((first, first + WINDOW))
            first += WINDOW
        if stretches and stretches[-1][1] == first and last - stretches[-1][0] <= WINDOW:
            stretches[-1] = (stretches[-1][0], last)
        else:
            stretches.append((first, last))
    for first, last in stretches:
        start = max(0, first - BEFORE)
        yield Window(next((b for b in borders if start <= b <= first), start), first, last)


_WORTH = [_COLUMN[name] for name in (*(f"seen:{t}" for t in TYPES), *(f"draft:{t}" for t in TYPES), "party")]


def _is_worth(sheet: Sheet, first: int, last: int) -> bool:
    """Whether anybody is named or anything met in the tokens ``[first, last)``."""
    return bool(sheet.features[first:last, _WORTH].any())
