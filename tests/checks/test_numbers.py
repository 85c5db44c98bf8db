from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from rasad.checks.check import Check

Find = Callable[..., list[Check]]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        pytest.param("fa-IR", "۳۶ تن کشته و ۱۹ تن زخمی شدند، در مجموع ۶۵ تن.", "55", id="total"),
        pytest.param("fa-IR", "تجارت از ۲ میلیارد دلار به ۳ میلیارد دلار رسید، یعنی ۸۰ درصد رشد.", "50%", id="growth"),
        pytest.param("ar", "ارتفع من 2 مليون طن في 2023 إلى 3 ملايين طن، أي بزيادة 80%.", "50%", id="ar growth"),
        pytest.param("ar", "صوت 25 نائبا من أصل 20 نائبا.", None, id="ar part of a whole"),
        pytest.param("fa-IR", "۲۵ نفر از مجموع ۲۰ نفر رأی دادند.", None, id="part of a whole"),
        pytest.param("fa-IR", "او ۱۲۰ درصد آرا را به دست آورد.", None, id="more than all"),
        pytest.param("fa-IR", "امسال بیستمین سالگرد روابطی است که در سال ۱۹۹۲ آغاز شد.", "30", id="anniversary"),
        pytest.param("ar", "تحل هذا العام الذكرى العشرون للعلاقات التي أقيمت عام 1992.", "30", id="ar anniversary"),
    ],
)  # fmt: skip
def test_numbers_that_their_sentence_refutes_are_wrong(
    check: Find, language: str, text: str, expected: str | None
) -> None:
    """Sums, growths, parts and anniversaries can be reckoned from the sentence itself."""
    assert [(c.kind, c.expected) for c in check(text, language, on=date(2022, 6, 1))] == [("wrong-number", expected)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fa-IR", "۳۶ تن کشته و ۱۹ تن زخمی شدند، در مجموع ۵۵ تن.", id="right total"),
        pytest.param("fa-IR", "۱۰ تیم از آسیا، ۵ تیم از اروپا و نیز میزبان، در مجموع ۱۶ تیم آمدند.", id="more"),
        pytest.param("fa-IR", "از مجموع ۱۰۰ تن ۳۶ تن کشته و ۱۹ تن زخمی شدند.", id="total first"),
        pytest.param("fa-IR", "از ۲ میلیارد دلار به ۳ میلیارد دلار رسید و واردات با رشد ۸۰ درصد.", id="another"),
        pytest.param("fa-IR", "تجارت از ۲ میلیارد دلار به ۳ میلیارد دلار رسید، یعنی ۵۰ درصد رشد.", id="right growth"),
        pytest.param("ar", "ارتفع من 2 مليون طن إلى 3 ملايين طن، وزادت الصادرات بنسبة 80%.", id="ar another growth"),
        pytest.param("ar", "صوت 15 نائبا من أصل 20 نائبا.", id="ar part"),
        pytest.param("fa-IR", "صادرات ۱۲۰ درصد رشد کرد.", id="growth over a hundred"),
        pytest.param("fa-IR", "امسال سی‌امین سالگرد برقراری روابطی است که در سال ۱۹۹۲ آغاز شد.", id="right anniversary"),
        pytest.param("fa-IR", "بیستمین سالگرد استقلال در سال ۲۰۱۱ برگزار شد.", id="a past anniversary"),
    ],
)  # fmt: skip
def test_numbers_that_may_be_right_are_left_alone(check: Find, language: str, text: str) -> None:
    """Only what the words tie together is compared."""
    assert check(text, language, on=date(2022, 6, 1)) == []
