"""Days from wordings of times: «سال گذشته» in a text dated 21 سنبله 1396 is the solar year 1395.

What a wording leaves open is taken from the day of publication, or from the date named before it in the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import assert_never

from rasad.mentions.times import (
    Apart,
    BareDay,
    Before,
    Decade,
    Node,
    Part,
    Range,
    Season,
    Since,
    Stretch,
    Time,
    Until,
    Week,
)  # fmt: skip
from rasad.text.calendars import (
    GREGORIAN,
    SOLAR,
    Days,
    day_of,
    days_from,
    days_of_month,
    days_of_months,
    days_of_year,
    in_calendar,
    month_from,
    month_length,
    months_from,
    week_from,
    years_from,
)  # fmt: skip
from rasad.text.date_grammar import Day, Month, Year, lacks

_SEASONS = {
    GREGORIAN: {"spring": 3, "summer": 6, "autumn": 9, "winter": 12},
    SOLAR: {"spring": 1, "summer": 4, "autumn": 7, "winter": 10},
}
_PARTS_OF_MONTH = {"begin": (1, 10), "early": (1, 10), "mid": (11, 20)}
_PARTS_OF_YEAR = {"begin": (1, 1), "early": (1, 3), "mid": (5, 8), "late": (10, 12), "end": (12, 12)}
_THIRD = 10
#: A day of this year that lies so many days back is still meant where no year is said.
_BACK = 330


@dataclass(frozen=True, slots=True)
class Reckoned:
    """The days of a wording, both ends included. ``calendar`` is the one that it was reckoned in."""

    first: date
    last: date
    precision: str
    kind: str = "absolute"
    calendar: str = GREGORIAN
    open_ended: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """The day that a text is told from: ``exact`` when it is that of publication, else only month and year are sure.

    ``calendar`` is the one that the text dates itself by: years and months without a name are its.
    """

    day: date
    calendar: str
    exact: bool = True


class Impossible(Exception):
    """The wording is of a day that its calendar lacks."""


@dataclass(frozen=True, slots=True)
class Reckoner:
    """Reckons wordings from a moment and from what was named before.

    Attributes:
        moment: what relative wordings are reckoned from; None leaves them without days.
        near: where a day without a year is looked for when there is no moment.
        before: the wordings reckoned so far, in reading order.
        coming: the clause tells of what lies ahead.
        calendar: the calendar of years without era where there is no moment.
    """

    moment: Moment | None
    near: date | None
    before: tuple[Reckoned, ...] = ()
    coming: bool = False

    def reckon(self, node: Node) -> Reckoned | None:
        """Return the days that *node* means, None where they cannot be known.

        Raises:
            Impossible: no calendar has the day.
        """
        try:
            if isinstance(node, Range):
                return self._range(node)
            if isinstance(node, Since):
                return self._since(node)
            if isinstance(node, Until):
                return self._until(node)
            return self._time(node)
        except (ValueError, OverflowError):
            return None

    def _time(self, node: Time) -> Reckoned | None:
        match node:
            case Day():
                return self._day(node)
            case Month():
                return self._month(node)
            case Year():
                return self._year(node)
            case Week():
                return self._week(node)
            case Part():
                return self._part(node)
            case Season():
                return self._season(node)
            case Decade():
                first, last = days_of_year(node.calendar, node.first), days_of_year(node.calendar, node.first + 9)
                return _made(first and last and Days(first.first, last.last), "range", "absolute", node.calendar)
            case Apart():
                return self._apart(node)
            case Stretch():
                return self._stretch(node)
            case _:
                assert_never(node)

    # -- years and months -----------------------------------------------------------------------------------------

    @property
    def _calendar(self) -> str:
        return self.moment.calendar if self.moment else GREGORIAN

    def _year_number(self, year: Year, calendar: str | None = None) -> tuple[str, int] | None:
        """The year in its calendar; *calendar* is that of the month beside it."""
        if year.value is not None:
            return year.calendar or GREGORIAN, year.value
        calendar = year.calendar or calendar or self._calendar
        from_before = year.same or year.compared
        if from_before:
            ahead = year.same or (year.shift or 0) > 0
            before = self._last({"day", "month", "year"}) if ahead else self._year_just_named()
            if before is None:
                if year.same:
                    return None
            else:
                calendar = calendar if year.calendar else before.calendar
                at = in_calendar(calendar, before.first)
                return (calendar, at[0] + (year.shift or 0)) if at else None
        at = in_calendar(calendar, self.moment.day) if self.moment else None
        return (calendar, at[0] + (year.shift or 0)) if at else None

    def _year(self, node: Year) -> Reckoned | None:
        year = self._year_number(node)
        if year is None:
            return None
        return _made(days_of_year(*year), "year", "absolute" if node.value is not None else "relative", year[0])

    def _month_number(self, node: Month, day: int | None = None) -> tuple[str, int, int] | None:
        """Calendar, year and month; *day* is the day of it that is meant, where one is."""
        if node.number is None or node.calendar is None:
            return self._unnamed_month(node)
        calendar = node.calendar
        if node.year is not None:
            year = self._year_number(node.year, calendar)
            if year is None:
                return None
            if year[0] == calendar:
                return calendar, year[1], node.number
            days = days_of_year(*year)
            at = in_calendar(calendar, days.first) if days else None
            if at is None or days is None:
                return None
            starts = (day_of(calendar, at[0] + more, node.number, 1) for more in (0, 1))
            fits = [at[0] + more for more, start in enumerate(starts) if start and days.first <= start <= days.last]
            return (calendar, fits[0], node.number) if fits else None
        found = self._nearest_year(calendar, node.number, day, node.turn)
        return (calendar, found, node.number) if found is not None else None

    def _unnamed_month(self, node: Month) -> tuple[str, int, int] | None:
        if node.same:
            before = self._last({"day", "month"})
            at = in_calendar(before.calendar, before.first) if before else None
            return (before.calendar, at[0], at[1]) if before and at else None
        before = self._last({"day", "month"}) if node.compared else None
        if before is not None and node.shift is not None:
            found = month_from(before.calendar, before.first, node.shift)
            return (before.calendar, *found) if found else None
        if self.moment is None or node.shift is None:
            return None
        found = month_from(self._calendar, self.moment.day, node.shift)
        return (self._calendar, *found) if found else None

    def _nearest_year(self, calendar: str, month: int, day: int | None, turn: int | None) -> int | None:
        """The year that a month or day without one belongs to: this year's if past, else the nearest."""
        near = self.moment.day if self.moment else self.near
        at = in_calendar(calendar, near) if near else None
        if near is None or at is None:
            return None
        around: list[tuple[int, Days]] = []
        for year in (at[0] - 1, at[0], at[0] + 1):
            length = month_length(calendar, year, month) or 0
            if day is not None and day > length:
                continue
            days = days_of_month(calendar, year, month, day or 1, day or length)
            if days is not None:
                around.append((year, days))
        if turn == 0:
            return at[0]
        past = [y for y, d in around if d.last < near]
        future = [y for y, d in around if d.first > near]
        if turn is not None:
            return (max(past, default=None) if turn < 0 else min(future, default=None)) if past or future else None
        if self.coming:
            ahead = [y for y, d in around if d.last >= near]
            return min(ahead, default=None)
        for year, days in around:
            if year == at[0] and days.first <= near and (near - days.first).days <= _BACK:
                return year
        return min(around, key=lambda y: (_apart(y[1], near), y[0]))[0] if around else None

    def _month(self, node: Month) -> Reckoned | None:
        month = self._month_number(node)
        if month is None:
            return None
        return _made(days_of_month(*month), "month", _kind(node), month[0])

    # -- days and weeks -------------------------------------------------------------------------------------------

    def _day(self, node: Day) -> Reckoned | None:
        if node.number is not None and node.month is not None:
            if lacks(node):
                raise Impossible
            month = self._month_number(node.month, node.number)
            if month is None:
                return None
            return _one(day_of(*month, node.number), _kind(node.month), month[0])
        if node.step is not None:
            before = self._last({"day"})
            return _one(days_from(before.first, node.step), "relative", before.calendar) if before else None
        if self.moment is None or not self.moment.exact:
            return None
        if node.shift is not None:
            return _one(days_from(self.moment.day, node.shift), "relative", self._calendar)
        if node.weekday is not None:
            return _one(self._weekday(node, self.moment.day), "relative", self._calendar)
        return None

    def _weekday(self, node: Day, now: date) -> date | None:
        weekday = node.weekday or 0
        if node.week is not None:
            week = week_from(now, node.week)
            return days_from(week.first, (weekday - 5) % 7) if week else None
        back = (now.weekday() - weekday) % 7
        if node.turn is not None and node.turn < 0:
            return days_from(now, -(back or 7))
        if node.turn is not None and node.turn > 0:
            return days_from(now, 7 - back)
        if self.coming and back:
            return days_from(now, 7 - back)
        return days_from(now, -back)

    def _week(self, node: Week) -> Reckoned | None:
        if node.same:
            before = self._last({"day"})
            return _made(week_from(before.first, 0), "range", "relative", before.calendar) if before else None
        if self.moment is None or not self.moment.exact:
            return None
        return _made(week_from(self.moment.day, node.shift), "range", "relative", self._calendar)

    # -- parts of months and years --------------------------------------------------------------------------------

    def _part(self, node: Part) -> Reckoned | None:
        if isinstance(node.of, Month):
            month = self._month_number(node.of)
            if month is None:
                return None
            length = month_length(*month) or 0
            first, last = _PARTS_OF_MONTH.get(node.kind, (length - _THIRD + 1, length))
            if node.kind == "half":
                first, last = (1, 15) if node.number == 1 else (16, length)
            return _made(days_of_month(*month, first, last), "range", _kind(node.of), month[0])
        year = self._year_number(node.of)
        if year is None:
            return None
        if node.kind == "half":
            months = (1, 6) if node.number == 1 else (7, 12)
        elif node.kind == "quarter":
            months = (node.number * 3 - 2, node.number * 3)
        elif node.kind == "first":
            months = (1, node.number)
        elif node.kind == "last":
            months = (13 - node.number, 12)
        else:
            months = _PARTS_OF_YEAR[node.kind]
        kind = "absolute" if node.of.value is not None else "relative"
        return _made(days_of_months(*year, *months), "month" if months[0] == months[1] else "range", kind, year[0])

    def _season(self, node: Season) -> Reckoned | None:
        if node.year is not None:
            year = self._year_number(node.year)
            if year is None:
                return None
            kind = "absolute" if node.year.value is not None else "relative"
            return _made(_season_days(*year, node.name), "range", kind, year[0])
        at = in_calendar(self._calendar, self.moment.day) if self.moment else None
        if at is None or self.moment is None or node.turn is None:
            return None
        now, turn = self.moment.day, node.turn
        around = [d for y in range(at[0] - 2, at[0] + 3) if (d := _season_days(self._calendar, y, node.name))]
        if turn == 0:
            return _made(_season_days(self._calendar, at[0], node.name), "range", "relative", self._calendar)
        past, future = [d for d in around if d.last < now], [d for d in around if d.first > now]
        days = max(past, default=None) if turn < 0 else min(future, default=None)
        return _made(days, "range", "relative", self._calendar)

    # -- counted units --------------------------------------------------------------------------------------------

    def _apart(self, node: Apart) -> Reckoned | None:
        count = node.count * node.sign
        if node.from_before:
            precision = {"month": {"day", "month"}, "year": {"day", "month", "year"}}.get(node.unit, {"day"})
            before = self._last(precision)
            return self._shifted(before.first, before.calendar, count, node.unit) if before else None
        if self.moment is None or (not self.moment.exact and node.unit not in {"month", "year", "decade"}):
            return None
        return self._shifted(self.moment.day, self._calendar, count, node.unit)

    @staticmethod
    def _shifted(day: date, calendar: str, count: int, unit: str) -> Reckoned | None:
        """The day, week, month or year that lies *count* units from the one holding *day*."""
        if unit in {"day", "hour"}:
            days = count if unit == "day" else int(count / 24)
            return _one(days_from(day, days), "relative", calendar)
        if unit == "week":
            return _made(week_from(day, count), "range", "relative", calendar)
        if unit == "month":
            month = month_from(calendar, day, count)
            return _made(days_of_month(calendar, *month), "month", "relative", calendar) if month else None
        at = in_calendar(calendar, day)
        years = count * (10 if unit == "decade" else 1)
        return _made(days_of_year(calendar, at[0] + years), "year", "relative", calendar) if at else None

    def _stretch(self, node: Stretch) -> Reckoned | None:
        if self.moment is None or not self.moment.exact:
            return None
        now, count = self.moment.day, node.count * node.sign
        if node.unit == "hour":
            far = days_from(now, node.sign * -(-node.count // 24))
        elif node.unit in {"day", "week"}:
            far = days_from(now, count * (7 if node.unit == "week" else 1))
        elif node.unit == "month":
            far = months_from(now, count)
        else:
            far = years_from(now, count * (10 if node.unit == "decade" else 1))
        if far is None:
            return None
        if node.sign < 0:
            return _made(Days(far, now), "range", "relative", self._calendar)
        last = days_from(far, -1) if node.unit in {"month", "year", "decade"} else far
        return _made(Days(now, last) if last else None, "range", "relative", self._calendar)

    # -- ranges ---------------------------------------------------------------------------------------------------

    def _range(self, node: Range) -> Reckoned | None:
        last = self._time(node.last)
        if last is None:
            return None
        first = self._first_of_range(node, last)
        if first is None or first.first > last.last:
            return None
        kind = "relative" if "relative" in {first.kind, last.kind} else last.kind
        return Reckoned(first.first, last.last, "range", kind, last.calendar)

    def _first_of_range(self, node: Range, last: Reckoned) -> Reckoned | None:
        """The beginning of a range, which may leave its month and year to the end."""
        first = node.first
        if isinstance(first, BareDay):
            month = node.last.month if isinstance(node.last, Day) else None
            if month is None:
                return None
            return self._time(Day(first.number, month))
        month = first.month if isinstance(first, Day) else first if isinstance(first, Month) else None
        if month is None or month.year is not None or month.number is None or month.calendar is None:
            return self._time(first)
        at = in_calendar(month.calendar, last.first)
        if at is None:
            return self._time(first)
        for year in (at[0], at[0] - 1):
            dated = Month(month.number, month.calendar, Year(year, month.calendar))
            found = self._time(Day(first.number, dated) if isinstance(first, Day) else dated)
            if found is not None and found.first <= last.first:
                return Reckoned(found.first, found.last, found.precision, last.kind, found.calendar)
        return None

    def _since(self, node: Since) -> Reckoned | None:
        time = self._last({"day", "month", "year", "range"}) if isinstance(node.time, Before) else self._time(node.time)
        if time is None or self.moment is None or not self.moment.exact or time.first >= self.moment.day:
            return None if isinstance(node.time, Before) else time
        kind = "relative" if isinstance(node.time, Before) else time.kind
        return Reckoned(time.first, self.moment.day, "range", kind, time.calendar, open_ended=True)

    def _until(self, node: Until) -> Reckoned | None:
        whole = self._time(node.time)
        if whole is None or self.moment is None or not self.moment.exact:
            return whole
        if not self.moment.day <= whole.last:
            return whole
        return Reckoned(self.moment.day, whole.last, "range", whole.kind, whole.calendar)

    def _year_just_named(self) -> Reckoned | None:
        return self.before[-1] if self.before and self.before[-1].precision == "year" else None

    def _last(self, precisions: set[str]) -> Reckoned | None:
        """What was named last with one of *precisions*."""
        return next((r for r in reversed(self.before) if r.precision in precisions), None)


def _season_days(calendar: str, year: int, name: str) -> Days | None:
    first = _SEASONS.get(calendar, _SEASONS[GREGORIAN])[name]
    return days_of_months(calendar, year, first, first + 2)


def _apart(days: Days, near: date) -> int:
    return max((days.first - near).days, (near - days.last).days, 0)


def _kind(month: Month) -> str:
    if month.number is None or month.turn is not None:
        return "relative"
    if month.year is None:
        return "partial"
    return "absolute" if month.year.value is not None else "relative"


def _one(day: date | None, kind: str, calendar: str) -> Reckoned | None:
    return Reckoned(day, day, "day", kind, calendar) if day is not None else None


def _made(days: Days | None, precision: str, kind: str, calendar: str) -> Reckoned | None:
    return Reckoned(days.first, days.last, precision, kind, calendar) if days is not None else None
