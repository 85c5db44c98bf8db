"""Names spelt like a wording that nobody has listed: «میرزیوف» is like Mirziyoyev."""

from __future__ import annotations

from rasad.knowledge.base import Base
from rasad.knowledge.entry import Entry


def alike(text: str, language: str, base: Base) -> list[tuple[Entry, float]]:
    """Return the entries with a name spelt like *text*, best first, with the likeness in [0, 1)."""
    return []
