"""Assertions: what a reading says, as the rows of the ledger that hold it.

Pure functions from values to rows. Ids are made from content, so the same reading gives the same rows wherever it was
made; rows are plain values that travel between processes.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Protocol

from rasad.checks.check import Check
from rasad.entities.entity import Entity, Resolution
from rasad.errors import EvidenceMismatch
from rasad.events.event import Event
from rasad.figures.figure import Figure
from rasad.risks.risk import Response, Risk
from rasad.sources.capture import Capture, Skipped
from rasad.statements.statement import Statement
from rasad.text.article import Article
from rasad.text.span import Span

Value = str | int | float | bytes | None


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the ledger: its table, and its values by column."""

    table: str
    values: Mapping[str, Value]


class Read(Protocol):
    """What the ledger asks of a reading; ``rasad.pipeline.reading.Reading`` is one.

    ``unread`` says why nothing beyond the article's face was read, and is None where everything was.
    """

    @property
    def article(self) -> Article: ...
    @property
    def resolution(self) -> Resolution: ...
    @property
    def events(self) -> tuple[Event, ...]: ...
    @property
    def figures(self) -> tuple[Figure, ...]: ...
    @property
    def statements(self) -> tuple[Statement, ...]: ...
    @property
    def risks(self) -> tuple[Risk, ...]: ...
    @property
    def responses(self) -> tuple[Response, ...]: ...
    @property
    def checks(self) -> tuple[Check, ...]: ...
    @property
    def coder(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def unread(self) -> str | None: ...


#: Each kind of record: its table and the beginning of its ids.
PREFIXES = {
    "entity": "ent", "event": "evt", "figure": "fig", "statement": "sta", "risk": "rsk", "response": "rsp",
    "check": "chk",
}  # fmt: skip


def canonical(value: object) -> str:
    """Return *value* as JSON with sorted keys and no spaces: one value, one wording."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def content_id(prefix: str, *content: object) -> str:
    """Return an id made from *content* alone: *prefix*, a hyphen and 20 hex digits."""
    digest = hashlib.sha256(canonical(content).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{prefix}-{digest[:20]}"


def reading_id(article: str, coder: str, version: str) -> str:
    """Return the id of the reading of *article* (an article's id) by *coder* in *version*."""
    return content_id("rdg", article, coder, version)


def telling_rows(capture: Capture, article: str) -> Iterator[Row]:
    """Yield the rows that keep a capture, and that the article with the id *article*, already kept, was found in it."""
    yield _capture_row(capture)
    yield Row(
        "telling",
        {"capture": capture.sha256, "article": article, "name": capture.name, "found_at": capture.where},
    )


def skipped_rows(skipped: Skipped, capture: Capture | None = None) -> Iterator[Row]:
    """Yield the rows that keep what was skipped and why; *capture* is kept too where there is one."""
    if capture is not None:
        yield _capture_row(capture)
    yield _skipped_row(skipped.where, skipped.why, capture.sha256 if capture else None, None)


def reading_rows(capture: Capture, reading: Read) -> Iterator[Row]:
    """Yield every row of one reading so that references hold: the telling, the run, the reading, its records.

    Raises:
        EvidenceMismatch: a span reaches beyond the article's text.
    """
    article = reading.article
    yield Row("article", {"id": article.id, "text": article.text, "folded": article.folded.text})
    yield from telling_rows(capture, article.id)
    run = content_id("run", reading.coder, reading.version)
    yield Row("run", {"id": run, "coder": reading.coder, "version": reading.version})
    ident = reading_id(article.id, reading.coder, reading.version)
    yield Row("reading", {"id": ident, "article": article.id, "run": run, **_face(article)})
    for kind, span in _parts(article):
        yield Row("part", {"reading": ident, "kind": kind, "start_char": span.start, "end_char": span.end})
    if reading.unread is not None:
        yield _skipped_row(capture.where, reading.unread, capture.sha256, article.id)
    seen: set[str] = set()
    for record in _records(reading):
        rows = list(record.rows(article))
        name = str(rows[0].values["id"])
        if name not in seen:
            seen.add(name)
            yield from rows
            yield Row("assertion", {"reading": ident, "record": name, "score": record.score})


@dataclass(frozen=True, slots=True)
class _Record:
    """A record before it has an id: its kind, its columns, whom it touches by role, its evidence, and its score.

    The score is no part of what is told: two readings that tell the same have one record.
    """

    kind: str
    columns: Mapping[str, Value]
    parties: Mapping[str, tuple[str, ...]]
    evidence: tuple[Span, ...]
    score: float | None = None

    def rows(self, article: Article) -> Iterator[Row]:
        spans = sorted(set(self.evidence))
        content = (
            self.kind, dict(self.columns), {role: who for role, who in self.parties.items() if who},
            [(span.start, span.end) for span in spans],
        )  # fmt: skip
        ident = content_id(PREFIXES[self.kind], article.id, content)
        yield Row("record", {"id": ident, "kind": self.kind, "article": article.id})
        yield Row("check_" if self.kind == "check" else self.kind, {"id": ident, **self.columns})
        for role, who in self.parties.items():
            for nth, party in enumerate(who):
                yield Row("party", {"record": ident, "role": role, "nth": nth, "party": party})
        for span in spans:
            quote = span.of(article.text)
            if span.end > len(article.text):
                raise EvidenceMismatch(article.id, span.start, span.end, "", quote)
            yield Row(
                "evidence",
                {
                    "record": ident,
                    "article": article.id,
                    "start_char": span.start,
                    "end_char": span.end,
                    "quote": quote,
                },
            )


def _records(reading: Read) -> Iterator[_Record]:
    told: dict[str, list[Span]] = {}
    records = [
        *map(_event, reading.events), *map(_figure, reading.figures), *map(_statement, reading.statements),
        *map(_risk, reading.risks), *map(_response, reading.responses), *map(_check, reading.checks),
    ]  # fmt: skip
    for reference in reading.resolution.references:
        for ident in {reference.entity, reference.party or reference.entity}:
            told.setdefault(ident, []).append(reference.span)
    for record in records:
        for ident in _flat(record.parties.values()):
            told.setdefault(ident, []).extend(record.evidence)
    for entity in reading.resolution.entities:
        evidence = entity.mentions or tuple(told.get(entity.id, ())[:1])
        if evidence:
            yield _entity(entity, evidence)
    yield from records


def _flat(groups: Iterable[tuple[str, ...]]) -> Iterator[str]:
    for group in groups:
        yield from group


def _entity(entity: Entity, evidence: tuple[Span, ...]) -> _Record:
    role = entity.role
    columns: dict[str, Value] = {
        "entity": entity.id, "type": entity.type, "name": entity.name, "role_title": role.title if role else None,
        "role_of": role.of if role else None, "state": entity.state, "known": int(entity.known),
    }  # fmt: skip
    return _Record("entity", columns, {}, evidence)


def _event(event: Event) -> _Record:
    when = event.date
    columns: dict[str, Value] = {
        "type": event.type, "mode": event.mode, "status": event.status, "first_day": _day(when.first if when else None),
        "last_day": _day(when.last if when else None), "precision": when.precision if when else None,
        "place": event.place,
        "topics": canonical(event.topics), "gist": event.gist,
    }  # fmt: skip
    parties = {"actor": event.actors, "recipient": event.recipients, "person": event.people}
    return _Record("event", columns, parties, (event.evidence,), event.score)


def _figure(figure: Figure) -> _Record:
    first, last = figure.period or (None, None)
    columns: dict[str, Value] = {
        "measure": figure.measure, "value": float(figure.value), "unit": figure.unit, "qualifier": figure.qualifier,
        "status": figure.status, "first_day": _day(first), "last_day": _day(last),
    }  # fmt: skip
    return _Record("figure", columns, {"of": figure.of}, (figure.evidence,), figure.score)


def _statement(statement: Statement) -> _Record:
    parties = {"speaker": _one(statement.speaker), "about": statement.about}
    return _Record("statement", {"kind": statement.kind}, parties, (statement.evidence,), statement.score)


def _risk(risk: Risk) -> _Record:
    parties = {"raised_by": _one(risk.raised_by), "affects": risk.affects}
    return _Record("risk", {"category": risk.category}, parties, (risk.evidence,), risk.score)


def _response(response: Response) -> _Record:
    columns = {"name": response.name, "kind": response.kind, "answers": canonical(response.answers)}
    return _Record("response", columns, {"member": response.parties}, (response.evidence,), response.score)


def _check(check: Check) -> _Record:
    columns = {"kind": check.kind, "found": check.found, "expected": check.expected, "why": check.why}
    return _Record("check", columns, {}, (check.evidence,), check.score)


def _capture_row(capture: Capture) -> Row:
    return Row(
        "capture",
        {
            "id": capture.sha256, "raw": capture.raw, "kind": capture.kind, "charset": capture.charset,
            "found_at": capture.where, "captured": capture.captured.isoformat(),
            "declared": canonical(asdict(capture.declared)),
        },
    )  # fmt: skip


def _skipped_row(where: str, why: str, capture: str | None, article: str | None) -> Row:
    ident = content_id("skp", where, why, capture, article)
    return Row(
        "skipped", {"id": ident, "found_at": where, "why": why, "capture": capture, "article": article}
    )


def _face(article: Article) -> dict[str, Value]:
    published = article.published
    return {
        "language": article.language, "translated_from": article.translated_from,
        "title_start": _start(article.title), "title_end": _end(article.title),
        "byline_start": _start(article.byline), "byline_end": _end(article.byline),
        "published": _day(published.day if published else None),
        "published_time": published.time if published else None,
        "published_precision": published.precision if published else None,
        "published_uncertain_days": published.uncertain_days if published else None,
        "published_start": _start(published.span if published else None),
        "published_end": _end(published.span if published else None),
    }  # fmt: skip


def _parts(article: Article) -> list[tuple[str, Span]]:
    sentences = [("sentence", span) for span in article.sentences]
    return sorted(
        {*sentences, *((f.kind, f.span) for f in article.furniture)}, key=lambda part: (part[1], part[0])
    )


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _one(ident: str | None) -> tuple[str, ...]:
    return () if ident is None else (ident,)


def _start(span: Span | None) -> int | None:
    return span.start if span else None


def _end(span: Span | None) -> int | None:
    return span.end if span else None
