"""Days of the three calendars as Gregorian days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from convertdate import islamic, persian
from hypothesis import given, settings
from hypothesis import strategies as st

from rasad.text.calendars import (
    CALENDARS,
    GREGORIAN,
    LUNAR,
    SOLAR,
    Days,
    day_of,
    days_of_month,
    days_of_months,
    days_of_year,
    in_calendar,
    month_from,
    month_length,
    months_from,
    week_from,
    years_from,
)


@settings(deadline=None, max_examples=60)
@given(st.integers(1300, 1449), st.integers(1, 12), st.integers(1, 29))
def test_solar_days_agree_with_another_library(year: int, month: int, day: int) -> None:
    """Two independent implementations of the Solar Hijri calendar name one day."""
    assert day_of(SOLAR, year, month, day) == date(*persian.to_gregorian(year, month, day))


@settings(deadline=None, max_examples=60)
@given(st.integers(1343, 1500), st.integers(1, 12), st.integers(1, 29))
def test_lunar_days_lie_within_two_days_of_the_tabular_calendar(year: int, month: int, day: int) -> None:
    """Umm al-Qura and the arithmetical calendar may differ in when a month begins, never by a week.

    Some months of the fourteenth century had 28 days by the official table (1343-09 is one).
    """
    day = min(day, month_length(LUNAR, year, month) or 0)
    found = day_of(LUNAR, year, month, day)

    assert found is not None
    assert abs((found - date(*islamic.to_gregorian(year, month, day))).days) <= 2


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ((SOLAR, 1396, 6, 21), date(2017, 9, 12)),
        ((SOLAR, 1403, 12, 30), date(2025, 3, 20)),
        ((LUNAR, 1445, 1, 2), date(2023, 7, 20)),
        ((GREGORIAN, 2022, 10, 30), date(2022, 10, 30)),
    ],
)
def test_a_day_is_the_gregorian_day_that_the_press_gives_beside_it(
    wording: tuple[str, int, int, int], expected: date
) -> None:
    """Days checked by hand against pages that show two calendars."""
    assert day_of(*wording) == expected


@pytest.mark.parametrize(
    "wording",
    [
        pytest.param((SOLAR, 1402, 7, 31), id="۳۱ مهر"),
        pytest.param((SOLAR, 1404, 12, 30), id="no leap year"),
        pytest.param((GREGORIAN, 2022, 4, 31), id="31 نيسان"),
        pytest.param((GREGORIAN, 2022, 13, 30), id="30/13"),
        pytest.param((LUNAR, 1600, 1, 1), id="beyond the tables"),
        pytest.param((LUNAR, 1445, 13, 1), id="a thirteenth month"),
    ],
)
def test_a_day_that_its_calendar_lacks_is_none(wording: tuple[str, int, int, int]) -> None:
    """Odd wording is data, not an error."""
    assert day_of(*wording) is None


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(CALENDARS), st.integers(-10, 10_000_000), st.integers(-3, 99), st.integers(-3, 99))
def test_no_numbers_make_a_conversion_fail(calendar: str, year: int, month: int, day: int) -> None:
    """Whatever numbers a text holds, the answer is a day or None."""
    found = day_of(calendar, year, month, day)
    month_length(calendar, year, month)
    days_of_months(calendar, year, month, month + 2)
    days_of_year(calendar, year)

    assert found is None or isinstance(found, date)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(CALENDARS), st.dates(date(1925, 1, 1), date(2070, 1, 1)))
def test_a_day_survives_the_trip_into_a_calendar_and_back(calendar: str, day: date) -> None:
    """`in_calendar` and `day_of` are inverses."""
    at = in_calendar(calendar, day)

    assert at is not None
    assert day_of(calendar, *at) == day


def test_months_and_years_of_the_solar_calendar_are_gregorian_ranges() -> None:
    """Mehr 1401 and the year 1403, which has a leap day."""
    assert days_of_month(SOLAR, 1401, 7) == Days(date(2022, 9, 23), date(2022, 10, 22))
    assert days_of_year(SOLAR, 1403) == Days(date(2024, 3, 20), date(2025, 3, 20))


def test_a_season_may_run_into_the_next_year() -> None:
    """Months past the twelfth belong to the next year."""
    assert days_of_months(GREGORIAN, 2023, 12, 14) == Days(date(2023, 12, 1), date(2024, 2, 29))


@settings(deadline=None, max_examples=60)
@given(st.dates(date(1990, 1, 1), date(2050, 1, 1)), st.integers(-60, 60))
def test_a_week_runs_from_saturday_to_friday(day: date, shift: int) -> None:
    """The week of the region begins on Saturday."""
    week = week_from(day, shift)

    assert week is not None
    assert week.first.weekday() == 5
    assert week.last - week.first == timedelta(days=6)
    assert week.first <= day + timedelta(weeks=shift) <= week.last


def test_last_month_of_a_solar_text_is_a_solar_month() -> None:
    """In the middle of Hamal 1402, last month is Hut 1401."""
    assert month_from(SOLAR, date(2023, 4, 18), -1) == (1401, 12)


def test_counting_months_and_years_stays_inside_the_month() -> None:
    """31 August less six months, and a leap day less a year."""
    assert months_from(date(2023, 8, 31), -6) == date(2023, 2, 28)
    assert years_from(date(2024, 2, 29), -1) == date(2023, 2, 28)
    assert years_from(date(2024, 2, 29), 9000) is None
