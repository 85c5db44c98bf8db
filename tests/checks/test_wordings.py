from __future__ import annotations

from collections.abc import Callable

import pytest

from rasad.checks.check import Check

Find = Callable[..., list[Check]]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fa-IR", "قله سران در آستانه برگزار شد.", id="mountain peak"),
        pytest.param("fa-IR", "روسیه و بوقلمون قراردادی امضا کردند.", id="bird beside a state"),
        pytest.param("fa-AF", "خط انتقال قوا برق را به کابل می‌رساند.", id="forces near power"),
        pytest.param("fa-IR", "یک اعتصاب هوایی چند خانه را ویران کرد.", id="strike"),
        pytest.param("fa-IR", "پاکسازی معادن ضد نفر ادامه دارد.", id="mines"),
        pytest.param("ar", "وقع الطرفان مذكرة الفهم.", id="memorandum"),
        pytest.param("ar", "دعا الوزير الأجنبي الروسي إلى الحوار.", id="alien minister"),
        pytest.param("ar", "وصلت قوات حفظ العالم إلى المدينة.", id="mir"),
    ],
)
def test_a_rendering_that_cannot_be_meant_is_a_mistranslation(check: Find, language: str, text: str) -> None:
    """The lexicon knows wordings that no news means literally."""
    assert [c.kind for c in check(text, language)] == ["mistranslation"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fa-IR", "قیمت مرغ و بوقلمون بالا رفت.", id="poultry"),
        pytest.param("fa-AF", "انتقال قوا به جبهه آغاز شد.", id="troops"),
        pytest.param("fa-IR", "حفظ جهان از خطر جنگ وظیفه همه است.", id="saving the world"),
        pytest.param("fa-IR", "اعتصاب کارکنان خطوط هوایی ادامه دارد.", id="a real strike"),
        pytest.param("ar", "تحدث حول رئيس كازاخستان وسياساته.", id="about"),
        pytest.param("ar", "نسعى إلى بناء دولة قوية.", id="a strong state"),
        pytest.param("ar", "طبق الديك الرومي لذيذ.", id="a dish"),
        pytest.param("ar", "منعت الحكومة كل وزير أجنبي من الدخول.", id="ministers from abroad"),
    ],
)
def test_a_wording_that_may_be_meant_is_left_alone(check: Find, language: str, text: str) -> None:
    """What has a plain sense elsewhere needs words near it that leave no doubt."""
    assert check(text, language) == []
