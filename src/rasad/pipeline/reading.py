"""A reading: everything that was read from one article, each record with its evidence."""

from __future__ import annotations

from dataclasses import dataclass

from rasad.checks.check import Check
from rasad.entities.entity import Resolution
from rasad.events.event import Event
from rasad.figures.figure import Figure
from rasad.risks.risk import Response, Risk
from rasad.statements.statement import Statement
from rasad.text.article import Article


@dataclass(frozen=True, slots=True)
class Reading:
    """One article, read. ``coder`` and ``version`` say what read it.

    ``unread`` says, in a whole sentence, why nothing beyond the article's face was read; None where everything was.
    """

    article: Article
    resolution: Resolution
    events: tuple[Event, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    risks: tuple[Risk, ...] = ()
    responses: tuple[Response, ...] = ()
    checks: tuple[Check, ...] = ()
    coder: str = "lexicons"
    version: str = ""
    unread: str | None = None
