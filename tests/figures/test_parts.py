"""Figures that go on from one another, and whose they are by the grammar around them."""

from __future__ import annotations

from datetime import date

import pytest

from tests.figures.test_find import figures, one


def of(text: str, language: str = "fa-IR") -> list[tuple[float, tuple[str, ...]]]:
    return [(f.value, f.of) for f in figures(text, language)]


def test_items_after_a_colon_are_whose_their_sum_is_and_as_sure() -> None:
    """A promised sum broken down after a colon is promised item by item."""
    found = figures("روسیه وعده بسته‌ای پنج میلیارد یورویی به ایران داد: سه میلیارد برای آب و دو میلیارد یورو برای راه")

    assert {f.of for f in found} == {("RUS", "IRN")}
    assert {f.status for f in found} == {"target"}


def test_a_total_is_of_all_who_were_counted_one_by_one() -> None:
    """«در مجموع» adds up those just told, each of whom is of one state."""
    text = "در جنگ ۱۲ باشنده قرغزستان و ۹ باشنده تاجکستان، در مجموع ۲۱ تن، کشته شدند"

    assert of(text, "fa-AF") == [(12, ("KGZ",)), (9, ("TJK",)), (21, ("KGZ", "TJK"))]


def test_what_agreements_are_worth_has_their_day() -> None:
    """A sum right after the counted is dated as they are."""
    text = "وزیر ایران در می 2024 به مسکو رفت و در سفر ۸ تفاهمنامه به ارزش دو میلیارد دلار میان ایران و روسیه امضا شد"
    found = figures(text)

    assert [f.period for f in found] == [(date(2024, 5, 1), date(2024, 5, 31))] * 2


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("شرکت روس‌اتم سال گذشته ۲۴ درصد از فروش خود را به چین و ۱۸ درصد را به فرانسه اختصاص داد", [("CHN",), ("FRA",)]),
    ],
)
def test_numbers_of_a_list_go_to_those_they_are_allotted_to(text: str, wanted: list[tuple[str, ...]]) -> None:
    """Of two shares, each is of the seller and of its own buyer."""
    assert [f.of[1:] for f in figures(text)] == wanted


def test_people_are_of_the_states_they_mostly_are_of() -> None:
    """A clause after may say whose the deported are."""
    [(_, parties)] = of("روسیه در سال ۲۰۲۳ هزار مهاجر را اخراج کرد که بیشترشان تاجیک و ازبک بودند")

    assert parties == ("RUS", "TJK", "UZB")


def test_people_in_the_world_are_of_no_state() -> None:
    """Who are counted all over the world are nobody's."""
    assert of("بیش از دویست میلیون نفر در جهان این روز را جشن می‌گیرند") == [(2e8, ())]


def test_those_aboard_are_of_the_state_whose_craft_it_is() -> None:
    """The dead of an aircraft are its flag's, wherever it fell."""
    [(_, parties)] = of("قتل 12 شخصا في تحطم الطائرة الأذربيجانية قرب أكتاو", "ar")

    assert parties == ("AZE",)


def test_a_rate_of_two_moneys_is_of_both_states() -> None:
    """So much of one state's money for another's is of both."""
    assert one("هر هزار سوم ازبکی ۵.۴ افغانی معامله شد", "fa-AF").of == ("AFG", "UZB")


def test_a_figure_is_not_dated_by_what_it_is_compared_with() -> None:
    """The year of the sum compared with is not the year of the growth."""
    text = (
        "تجارت ایران با عمان در 2023 یک میلیارد دلار بود که در مقایسه با 800 میلیون دلار سال 2022 حدود 25 درصد رشد بود"
    )
    growth = next(f for f in figures(text) if f.unit == "percent")

    assert growth.period == (date(2023, 1, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "نشست سران روز شنبه در تاشکند برگزار شد\nیک روز پیش از نشست، پلیس ازبکستان پنج فعال را بازداشت کرد",
            (date(2024, 5, 31), date(2024, 5, 31)), id="before",
        ),
        pytest.param(
            "شنبه گذشته نه کارگر پاکستانی کشته شدند\nپلیس ایران تا امروز چهار مظنون را دستگیر کرده است",
            (date(2024, 6, 1), date(2024, 6, 3)), id="until today",
        ),
    ],
)  # fmt: skip
def test_acts_are_dated_by_what_was_told_before(text: str, wanted: tuple[date, date]) -> None:
    """So many days before what was told last, and from it until today."""
    assert figures(text)[-1].period == wanted


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("کارشناسان می گویند که این کانال آب آمو دریا را ۲۰ درصد کم خواهد کرد", "forecast"),
        ("وزیر پاکستان گفت که هزار افغان باید این کشور را ترک کنند", "observed"),
        ("ارزش تجارت ایران و عمان در سال 2023 دو میلیارد دلار برآورد می‌شود", "observed"),
        ("ارزش تجارت ایران و عمان دو میلیارد دلار برآورد می‌شود", "forecast"),
    ],
)
def test_how_far_a_figure_is_a_fact(text: str, status: str) -> None:
    """Experts foretell, those who are to go exist already, an estimate of what is over is no forecast."""
    assert one(text).status == status
