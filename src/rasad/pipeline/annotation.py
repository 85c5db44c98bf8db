"""Annotations: a reading as one JSON object, in the shape of the gold with offsets in place of quotes."""

from __future__ import annotations

from datetime import date
from typing import Any

from rasad.entities.entity import Entity
from rasad.events.event import Event
from rasad.figures.figure import Figure
from rasad.pipeline.reading import Reading
from rasad.text.article import Article
from rasad.text.span import Span


def annotation(reading: Reading) -> dict[str, Any]:
    """Return *reading* as plain values for JSON.

    ``id`` is the capture's name; ``evidence`` is ``{"start", "end"}`` in code points of the text, as are the items of
    an     entity's ``mentions`` and of ``boilerplate``; days are ISO 8601.
    """
    return {
        **_face(reading.article),
        "coder": reading.coder,
        "version": reading.version,
        "entities": [_entity(entity) for entity in reading.resolution.entities],
        "events": [_event(event) for event in reading.events],
        "figures": [_figure(figure) for figure in reading.figures],
        "statements": [
            {"speaker": s.speaker, "about": list(s.about), "kind": s.kind, "evidence": _span(s.evidence),
             "score": s.score}
            for s in reading.statements
        ],
        "risks": [
            {"category": r.category, "affects": list(r.affects), "raised_by": r.raised_by,
             "evidence": _span(r.evidence), "score": r.score}
            for r in reading.risks
        ],
        "responses": [
            {"name": r.name, "kind": r.kind, "parties": list(r.parties), "answers": list(r.answers),
             "evidence": _span(r.evidence), "score": r.score}
            for r in reading.responses
        ],
        "checks": [
            {"kind": c.kind, "found": c.found, "expected": c.expected, "why": c.why, "evidence": _span(c.evidence),
             "score": c.score}
            for c in reading.checks
        ],
    }  # fmt: skip


def _face(article: Article) -> dict[str, Any]:
    published = article.published
    return {
        "id": article.name,
        "language": article.language,
        "title": {"evidence": _span(article.title)} if article.title else None,
        "published": {
            "date": published.day.isoformat(), "time": published.time, "precision": published.precision,
            "evidence": _span(published.span) if published.span else None,
        } if published else None,
        "translated_from": article.translated_from,
        "boilerplate": [_span(furniture.span) for furniture in article.furniture],
    }  # fmt: skip


def _entity(entity: Entity) -> dict[str, Any]:
    named = {"id": entity.id, "type": entity.type, "name": entity.name}
    role = {"role": {"title": entity.role.title, "of": entity.role.of}} if entity.role else {}
    return {**named, **role, "mentions": [_span(span) for span in entity.mentions]}


def _event(event: Event) -> dict[str, Any]:
    when = event.date
    return {
        "type": event.type, "mode": event.mode, "status": event.status, "actors": list(event.actors),
        "recipients": list(event.recipients), "people": list(event.people),
        "date": {**_days(when.first, when.last), "precision": when.precision} if when else None,
        "place": event.place, "topics": list(event.topics), "evidence": _span(event.evidence), "gist": event.gist,
        "score": event.score,
    }  # fmt: skip


def _figure(figure: Figure) -> dict[str, Any]:
    return {
        "measure": figure.measure, "of": list(figure.of), "value": figure.value, "unit": figure.unit,
        "qualifier": figure.qualifier, "period": _days(*figure.period) if figure.period else None,
        "status": figure.status, "evidence": _span(figure.evidence), "score": figure.score,
    }  # fmt: skip


def _days(first: date, last: date) -> dict[str, str]:
    return {"from": first.isoformat(), "to": last.isoformat()}


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}
