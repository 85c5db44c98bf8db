"""The three calendars of the region's press, turned into Gregorian days: 21 سنبله 1396 is 12 September 2017.

Solar Hijri by jdatetime, lunar Hijri by the Umm al-Qura tables of hijridate (1343-1500 AH), which the sighted moon
leaves by a day at most. What a calendar lacks (۳۱ مهر, 31 نيسان) is None, never an error.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

import jdatetime
from hijridate import Gregorian, Hijri

GREGORIAN, SOLAR, LUNAR = "gregorian", "solar", "lunar"
CALENDARS = (GREGORIAN, SOLAR, LUNAR)

#: How many days a day of the lunar calendar may lie off, for months begin by the sighting of the moon.
LUNAR_UNCERTAINTY = 1


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A stretch of Gregorian days, both ends included."""

    first: date
    last: date


def day_of(calendar: str, year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day that *calendar* names so, or None where it has no such day."""
    try:
        if calendar == SOLAR:
            return jdatetime.date(year, month, day).togregorian()  # type: ignore[no-any-return]
        if calendar == LUNAR:
            found = Hijri(year, month, day).to_gregorian()
            return date(found.year, found.month, found.day)
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def month_length(calendar: str, year: int, month: int) -> int | None:
    """Return how many days the month has, or None where *calendar* has no such month."""
    try:
        if calendar == SOLAR:
            if not 1 <= month <= 12:
                return None
            return 31 if month <= 6 else 30 if month < 12 or jdatetime.date(year, 1, 1).isleap() else 29
        if calendar == LUNAR:
            return int(Hijri(year, month, 1).month_length())
        return monthrange(year, month)[1] if 1 <= year <= 9999 else None
    except (ValueError, OverflowError):
        return None


def days_of_month(calendar: str, year: int, month: int, first: int = 1, last: int = 31) -> Days | None:
    """Return the days *first* to *last* of a month (all of it unless said), cut to the days that it has."""
    length = month_length(calendar, year, month)
    if length is None:
        return None
    begin, end = day_of(calendar, year, month, first), day_of(calendar, year, month, min(last, length))
    return Days(begin, end) if begin is not None and end is not None and begin <= end else None


def days_of_months(calendar: str, year: int, first: int, last: int) -> Days | None:
    """Return the days from month *first* through month *last*; months past the twelfth belong to the next year."""
    begin = days_of_month(calendar, year + (first - 1) // 12, (first - 1) % 12 + 1)
    end = days_of_month(calendar, year + (last - 1) // 12, (last - 1) % 12 + 1)
    return Days(begin.first, end.last) if begin is not None and end is not None else None


def days_of_year(calendar: str, year: int) -> Days | None:
    """Return the days of a year of *calendar*: 1403 runs from 20 March 2024 to 20 March 2025."""
    return days_of_months(calendar, year, 1, 12)


def in_calendar(calendar: str, day: date) -> tuple[int, int, int] | None:
    """Return year, month and day that *calendar* gives a Gregorian *day*, or None outside its tables."""
    try:
        if calendar == SOLAR:
            solar = jdatetime.date.fromgregorian(date=day)
            return solar.year, solar.month, solar.day
        if calendar == LUNAR:
            lunar = Gregorian.fromdate(day).to_hijri()
            return lunar.year, lunar.month, lunar.day
        return day.year, day.month, day.day
    except (ValueError, OverflowError):
        return None


def month_from(calendar: str, day: date, shift: int) -> tuple[int, int] | None:
    """Return year and month that lie *shift* months from the one holding *day*."""
    at = in_calendar(calendar, day)
    if at is None:
        return None
    months = at[0] * 12 + at[1] - 1 + shift
    return months // 12, months % 12 + 1


def week_from(day: date, shift: int) -> Days | None:
    """Return the week, Saturday to Friday, that lies *shift* weeks from the one holding *day*."""
    try:
        saturday = day - timedelta(days=(day.weekday() + 2) % 7) + timedelta(weeks=shift)
        return Days(saturday, saturday + timedelta(days=6))
    except OverflowError:
        return None


def years_from(day: date, years: int) -> date | None:
    """Return the day *years* years away, 28 February for a leap day without one."""
    year = day.year + years
    if not 1 <= year <= 9999:
        return None
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def months_from(day: date, months: int) -> date | None:
    """Return the day *months* months away, the month's last day where it is shorter."""
    count = day.year * 12 + day.month - 1 + months
    year, month = count // 12, count % 12 + 1
    if not 1 <= year <= 9999:
        return None
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def days_from(day: date, days: int) -> date | None:
    """Return the day *days* days away, or None beyond what dates can say."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
