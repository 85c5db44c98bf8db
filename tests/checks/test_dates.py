from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rasad.checks.check import Check

Find = Callable[..., list[Check]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fa-IR", "این نشست ۳۱ مهر ۱۴۰۳ برگزار شد.", id="no such day"),
        pytest.param("fa-AF", "او ۳ جولای ۲۰۲۵ برابر با ۱۲ جوزای ۱۴۰۴ به کابل آمد.", id="two calendars"),
        pytest.param("fa-IR", "این قانون در سال ۱۳۹۹ (۲۰۱۰ میلادی) تصویب شد.", id="two years"),
        pytest.param("fa-IR", "روز جمعه ۱۲ خرداد ۱۴۰۴ دیدار کردند.", id="weekday"),
        pytest.param("ar", "التقيا يوم الجمعة 30 نوفمبر 2025 في أستانا.", id="ar weekday"),
        pytest.param("ar", "يبدأ المؤتمر في 12 يوليو/حزيران 2024.", id="twin months"),
        pytest.param("ar", "يبدأ المؤتمر في 12 تشرين الأول/نوفمبر 2024.", id="twin months, the other way"),
    ],
)
def test_a_date_that_the_calendar_refutes_is_a_wrong_date(check: Find, language: str, text: str) -> None:
    """Days that are none, pairs that are two days, weekdays of another day."""
    assert [c.kind for c in check(text, language, on=date(2026, 1, 1))] == ["wrong-date"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fa-IR", "روز دوشنبه ۱۲ خرداد ۱۴۰۴ (۲ ژوئن ۲۰۲۵) دیدار کردند.", id="right pair and weekday"),
        pytest.param("fa-IR", "از ۱ فروردین ۱۴۰۳ تا ۱۰ ژوئن ۲۰۲۴ ادامه داشت.", id="a range"),
        pytest.param("fa-IR", "۱۲ خرداد ۱۴۰۴، ۱۰ ژوئن ۲۰۲۵ و ۱۰ ژوئیه ۲۰۲۵ دیدار کردند.", id="a list"),
        pytest.param("fa-IR", "این قانون در سال ۱۳۹۹ (۲۰۲۰ میلادی) تصویب شد.", id="two years of one time"),
        pytest.param("fa-IR", "سه شنبه ۱۳ خرداد ۱۴۰۴ دیدار کردند.", id="a weekday in two words"),
        pytest.param("ar", "يبدأ المؤتمر في 12 يوليو/تموز 2024.", id="twin months that agree"),
        pytest.param("ar", "يعقد المؤتمر في يونيو/يوليو 2024.", id="two months of one naming"),
        pytest.param("ar", "عقد في 1 رمضان 1445 الموافق 11 مارس 2024.", id="lunar days may be one off"),
    ],
)
def test_dates_that_may_be_right_are_left_alone(check: Find, language: str, text: str) -> None:
    """Ranges, lists and days that the moon decides are no faults."""
    assert check(text, language, on=date(2026, 1, 1)) == []
