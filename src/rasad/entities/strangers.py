"""People whom the knowledge base does not know: found beside a title or office, named by transliteration."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasad.text.words import Word


@dataclass(frozen=True, slots=True)
class Stranger:
    """Words ``[first, last)`` that name somebody unknown; ``slug`` is the same wherever the name is spelt alike."""

    first: int
    last: int
    name: str
    slug: str


def find_strangers(
    words: Sequence[Word], offices: Sequence[tuple[int, int]], names: Sequence[tuple[int, int]], language: str
) -> Iterator[Stranger]:
    """Yield the unknown people of one sentence."""
    del words, offices, names, language
    return iter(())
