"""A stretch of an article's text, the unit in which all evidence is cut."""

from __future__ import annotations

from dataclasses import dataclass

from rasad.errors import SpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of an article's text, counted in Unicode code points.

    ``text[span.start:span.end]`` is the wording. Not bytes, and not JavaScript's UTF-16 units.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(self.start, self.end)

    def of(self, text: str) -> str:
        """Return the wording that this span covers in *text*."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Say whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Span) -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def to(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))
