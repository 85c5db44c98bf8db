"""Times as worded, not yet reckoned: «سه روز پیش» is three days apart from publication, «از آن پس» since a date before.

Days, months and years are in ``text.date_grammar``; ``date_phrases`` reads all of them, ``reckoning`` makes them days.
"""

from __future__ import annotations

from dataclasses import dataclass

from rasad.text.date_grammar import Day, Month, Year


@dataclass(frozen=True, slots=True)
class Week:
    """A week, ``shift`` weeks from that of publication, or the ``same`` as the one named before."""

    shift: int = 0
    same: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a month or year: begin, early, mid, late, end; half, quarter, first or last months by ``number``."""

    kind: str
    of: Month | Year
    number: int = 0


@dataclass(frozen=True, slots=True)
class Season:
    """A season of a year, or the last, this or next one (``turn``)."""

    name: str
    year: Year | None = None
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years from ``first``."""

    first: int
    calendar: str


@dataclass(frozen=True, slots=True)
class Apart:
    """A point some units away, before (``sign`` -1) or after publication, or the date named ``before``."""

    count: int
    unit: str
    sign: int
    from_before: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """The units that end (``sign`` -1) or begin (1) with publication: «پنج سال گذشته», "الأيام العشرة المقبلة"."""

    count: int
    unit: str
    sign: int


@dataclass(frozen=True, slots=True)
class BareDay:
    """The number of a day whose month comes later: «از 27 تا 28 نوامبر»."""

    number: int


@dataclass(frozen=True, slots=True)
class Before:
    """Whatever date was named before: «از آن پس»."""


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another."""

    first: Time | BareDay
    last: Time


@dataclass(frozen=True, slots=True)
class Since:
    """From a time on."""

    time: Time | Before


@dataclass(frozen=True, slots=True)
class Until:
    """To the end of a time."""

    time: Month | Year


Time = Day | Month | Year | Week | Part | Season | Decade | Apart | Stretch
Node = Time | Range | Since | Until
