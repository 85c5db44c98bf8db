from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rasad.checks.check import Check

Find = Callable[..., list[Check]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fa-IR", "در همان زمان، سخنگوی وزارت بعداً تأکید کرد که مشکلی نیست.", id="at once and later"),
        pytest.param(
            "fa-IR",
            "ناتو و سایر سازمان‌ها مانند اتحادیه اروپا، ناتو و سازمان ملل شرکت کردند.",
            id="listed among the others",
        ),
        pytest.param(
            "ar",
            "جرى التحقيق في الهجوم يوم الجمعة الماضي على الميناء.\n\nووقع الهجوم فجر السبت 29 نوفمبر ودمر رصيفا.",
            id="one attack on two days",
        ),
    ],
)
def test_a_text_that_speaks_against_itself_is_a_contradiction(check: Find, language: str, text: str) -> None:
    """What a text says twice it should say alike."""
    assert [c.kind for c in check(text, language, on=date(2025, 12, 3))] == ["self-contradiction"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fa-IR", "در همان زمان اعلام شد که نتیجه بعداً روشن می‌شود.", id="a verb between"),
        pytest.param("fa-IR", "ناتو و سایر سازمان‌ها مانند اتحادیه اروپا و سازمان ملل شرکت کردند.", id="real others"),
        pytest.param(
            "ar",
            "وقع الهجوم يوم السبت الماضي على الميناء.\n\nووقع الهجوم فجر السبت 29 نوفمبر ودمر رصيفا.",
            id="one day twice",
        ),
        pytest.param(
            "ar",
            "وقع الهجوم يوم الأحد 2 نوفمبر على الميناء.\n\nووقع الهجوم فجر السبت 29 نوفمبر ودمر رصيفا.",
            id="two attacks",
        ),
    ],
)
def test_a_text_that_may_be_at_one_with_itself_is_left_alone(check: Find, language: str, text: str) -> None:
    """Different acts may have different days."""
    assert check(text, language, on=date(2025, 12, 3)) == []
