"""Numbers with what they count, in the three varieties."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasad.mentions.mention import Quantity
from rasad.mentions.quantities import find_quantities
from rasad.text.article import Article
from rasad.text.folding import fold


def found(text: str, language: str = "fa-IR") -> tuple[Quantity, ...]:
    return find_quantities(Article("made-up", text, fold(text), language=language))


def read(text: str, language: str = "fa-IR") -> list[tuple[float, str]]:
    return [(q.value, q.unit) for q in found(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fa-IR", "صادرات به ۵/۷ میلیارد دلار رسید", (5.7e9, "USD")),
        ("fa-AF", "تجارت به 1.6 میلیارد دالر رسید", (1.6e9, "USD")),
        ("ar", "بلغت التجارة 5,7 مليار دولار", (5.7e9, "USD")),
        ("fa-IR", "یک میلیارد و سیصد میلیون یورو وام", (1.3e9, "EUR")),
        ("fa-AF", "پنجصد و چهل هزار افغانی مصرف شد", (540_000, "AFN")),
        ("ar", "خمسة وعشرون ألف دينار", (25_000, "IQD")),
        ("ar", "قدمت الدوحة مليوني دولار", (2e6, "USD")),
        ("ar", "وصل 1,200 طن من القمح", (1200, "tonnes")),
        ("ar", "أرسلت القاهرة خياماً و40 طناً من الأدوية", (40, "tonnes")),
    ],
)
def test_numbers_in_words_and_digits_are_read_in_every_decimal_habit(
    language: str, text: str, expected: tuple[float, str]
) -> None:
    """A slash, a point and a comma are decimal points where a unit follows; words add up; "و" is taken off digits."""
    assert expected in read(text, language)


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("fa-AF", "سه هزار افغانی", "AFN"),
        ("fa-IR", "ده میلیون تنگه", "KZT"),
        ("fa-IR", "هفتصد سوم ازبکستان", "UZS"),
        ("fa-AF", "هشتصد روپیه پاکستانی", "PKR"),
        ("fa-IR", "پنج میلیون درهم", "AED"),
        ("fa-IR", "ششصد هزار ریال", "IRR"),
        ("ar", "تسعون ألف روبل", "RUB"),
        ("ar", "مئة مليون درهم", "AED"),
    ],
)
def test_currencies_have_their_codes(language: str, text: str, unit: str) -> None:
    """Money is worded in ISO 4217."""
    assert [u for _, u in read(text, language)] == [unit]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fa-IR", "۱۵ تا ۲۰ درصد", [(15, "percent"), (20, "percent")]),
        ("fa-AF", "بین ده و دوازده فیصد", [(10, "percent"), (12, "percent")]),
        ("ar", "من خمس إلى ثماني سفن", [(5, "ships"), (8, "ships")]),
    ],
)
def test_a_range_is_two_quantities(language: str, text: str, expected: list[tuple[float, str]]) -> None:
    """Both ends of a range count."""
    assert read(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "qualifier"),
    [
        ("fa-IR", "حدود ۴۰ نفر آمدند", "about"),
        ("fa-AF", "بیش از ۴۰ تن آمدند", "over"),
        ("fa-IR", "کمتر از ۴۰ نفر آمدند", "under"),
        ("ar", "حضر نحو أربعين شخصا", "about"),
        ("ar", "حضر أكثر من أربعين شخصا", "over"),
        ("ar", "حضر أربعون شخصا", "exact"),
    ],
)
def test_words_before_a_number_qualify_it(language: str, text: str, qualifier: str) -> None:
    """About, over and under are worded before the number."""
    assert [q.qualifier for q in found(text, language)] == [qualifier]


def test_money_for_each_of_a_measure_is_a_rate() -> None:
    """ "للبرميل" makes dollars a price of a barrel."""
    assert read("بلغ السعر 70 دولارا للبرميل", "ar") == [(70, "USD per barrel")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fa-IR", "نشست در سال ۱۴۰۲ بود"),
        ("fa-AF", "دیدار ساعت ۱۰:۳۰ آغاز شد"),
        ("fa-IR", "قطعنامه ۲۲۳۱ تصویب شد"),
        ("ar", "في القرن العشرين"),
        ("ar", "عقدت الجولة الثالثة عشرة"),
    ],
)
def test_years_hours_and_ordinals_are_no_quantities(language: str, text: str) -> None:
    """What numbers a thing or a time does not count."""
    assert read(text, language) == []


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="0123۴۵٦.,/٪%- \u200cوسهدوهزارمیلیونالنحوثةريدولارافغنی", max_size=40),
    st.sampled_from(["fa-IR", "ar"]),
)
def test_any_text_is_read_without_an_error(text: str, language: str) -> None:
    """Spans lie in the text, whatever it holds."""
    for quantity in found(text, language):
        assert quantity.span.end <= len(text) and quantity.span.covers(quantity.number)
