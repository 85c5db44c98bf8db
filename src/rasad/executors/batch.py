"""The one batch function: captures in, rows of the ledger out, in whatever process runs it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from rasad.errors import EvidenceMismatch
from rasad.ledger.assertion import Row, reading_rows, skipped_rows
from rasad.pipeline.read import read_capture
from rasad.pipeline.reading import Reading
from rasad.sources.capture import Capture, Skipped

Item = TypeVar("Item")
Reader = Callable[[Capture], Reading | Skipped]
#: What a source gives: captures, and what it skipped.
Found = Capture | Skipped

BATCH = 16


@dataclass(frozen=True, slots=True)
class Unit:
    """The rows of one capture, added to the ledger whole or not at all; *read* says whether it became a reading."""

    where: str
    read: bool
    rows: tuple[Row, ...]

    def skipped(self) -> list[Skipped]:
        """Return what its rows say was not read, and why."""
        rows = (row.values for row in self.rows if row.table == "skipped")
        return [Skipped(str(values["found_at"]), str(values["why"])) for values in rows]


@dataclass(frozen=True, slots=True)
class Counts:
    """What a run did: captures read, those of them new to the ledger, and what was skipped."""

    read: int = 0
    new: int = 0
    skipped: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.read + other.read, self.new + other.new, self.skipped + other.skipped)


def read_batch(found: Iterable[Found], *, read: Reader = read_capture) -> list[Unit]:
    """Read *found* in order, a unit of rows for each; a reading that cannot be proved becomes a skipped one."""
    return [_unit(item, read) for item in found]


def batches(items: Iterable[Item], size: int = BATCH) -> Iterator[Sequence[Item]]:
    """Yield *items* in lists of *size*, the last one shorter."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch


def _unit(item: Found, read: Reader) -> Unit:
    if isinstance(item, Skipped):
        return Unit(item.where, False, tuple(skipped_rows(item)))
    reading = read(item)
    if not isinstance(reading, Skipped):
        try:
            return Unit(item.where, True, tuple(reading_rows(item, reading)))
        except EvidenceMismatch as error:
            reading = Skipped(item.where, f"A record of this article cannot be proved ({error}).")
    return Unit(item.where, False, tuple(skipped_rows(reading, item)))
