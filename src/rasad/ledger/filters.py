"""Filters of a view: which rows of a ledger are asked for, as conditions of SQL."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Filters:
    """What narrows a listing; a filter left out does not narrow.

    ``between`` names parties that must all be in the record; ``party`` one that must. A person counts for the state
    the article gives them. ``since`` and ``until`` are days, both included: a record with days of its own passes where
    the two stretches meet, one without is placed by the day its article was published, and where that is unknown too
    it does not pass. ``type`` is an event's type, a statement's, response's or check's kind, a risk's category, a
    figure's unit or an entity's type; case does not matter. ``language`` "fa" takes "fa-IR" and "fa-AF". ``score`` is
    the least score; a record that no model scored does not pass it.
    """

    between: Sequence[str] = ()
    party: str | None = None
    since: date | None = None
    until: date | None = None
    type: str | None = None
    status: str | None = None
    language: str | None = None
    score: float | None = None
    limit: int | None = None

    def where(
        self, *, type: str | None = None, status: str | None = None, days: tuple[str, str] | None = None,
        parties: str | None = "record.id",
    ) -> tuple[str, list[str | int | float]]:  # fmt: skip
        """Return a condition of SQL, with its parameters, over the columns named.

        The columns are those of a listing's query: *type* and *status* of its kind, *days* its first and last day,
        *parties* the id of its record; ``standing.language`` and ``standing.published`` are always there. A filter
        for which the kind has no column lets nothing pass.
        """
        conditions: list[str] = []
        values: list[str | int | float] = []

        def add(condition: str, *parameters: str | int | float) -> None:
            conditions.append(condition)
            values.extend(parameters)

        for party in [*self.between, *([self.party] if self.party else [])]:
            add(f"{parties} IN ({_TOUCHES})" if parties else "0", *([party] * 4 if parties else []))
        if self.type is not None:
            add(f"lower({type}) = lower(?)" if type else "0", *([self.type] if type else []))
        if self.status is not None:
            add(f"lower({status}) = lower(?)" if status else "0", *([self.status] if status else []))
        if self.language is not None:
            add("(standing.language = ? OR standing.language LIKE ? || '-%')", self.language, self.language)
        if self.score is not None:
            add("standing.score >= ?", self.score)
        first, last = days or ("NULL", "NULL")
        if self.since is not None:
            add(f"coalesce({last}, standing.published) >= ?", self.since.isoformat())
        if self.until is not None:
            add(f"coalesce({first}, standing.published) <= ?", self.until.isoformat())
        return " AND ".join(conditions) or "1", values

    @property
    def tail(self) -> str:
        """The LIMIT of the query."""
        return "" if self.limit is None else f" LIMIT {max(0, int(self.limit))}"


#: Records that touch a party: by name, as an entity, or through a person of its own.
_TOUCHES = """
    SELECT record FROM party WHERE party = ?
    UNION SELECT id FROM entity WHERE entity = ?
    UNION SELECT party.record FROM entity
        JOIN record AS named ON named.id = entity.id
        JOIN record AS telling ON telling.article = named.article
        JOIN party ON party.record = telling.id AND party.party = entity.entity
        WHERE entity.type = 'person' AND (entity.state = ? OR entity.role_of = ?)
"""
