"""The words of dates, as data and as found in texts."""

from __future__ import annotations

import pytest

from rasad.lexicons import load
from rasad.text.date_grammar import Day, Grammar, Month, Year
from rasad.text.date_words import LANGUAGES, date_words, pieces_of, whole_number
from rasad.text.folding import fold, fold_word


def grammar(text: str, language: str) -> Grammar:
    folded, words = fold(text), date_words(language)
    assert words is not None
    return Grammar(folded.text, pieces_of(folded, language), words)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_month_name_means_two_months(language: str) -> None:
    """A wording names one month of one calendar, whatever its spelling."""
    meant: dict[str, set[tuple[str, int]]] = {}
    for calendar, months in load(f"dates/{language}")["months"].items():
        for number, wordings in months.items():
            for wording in wordings:
                meant.setdefault(fold_word(wording), set()).add((calendar, number))

    assert {wording: months for wording, months in meant.items() if len(months) > 1} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_weekday_name_means_two_days(language: str) -> None:
    """Nor does one name of a weekday."""
    days = load(f"dates/{language}")["weekdays"].items()
    meant = {(fold_word(wording), day) for day, wordings in days for wording in wordings}

    assert len({wording for wording, _ in meant}) == len(meant)


def test_both_languages_have_the_same_tables() -> None:
    """The grammar is one; a table that a language does not need is empty, not missing."""
    persian, arabic = (set(load(f"dates/{language}")) for language in LANGUAGES)

    assert persian - {"more_cardinals", "city_weekday"} == arabic - {"month_shifts"}


def test_pieces_part_digits_from_letters_and_shed_clitics() -> None:
    """«27نوامبر» is a number and a word; "وفي" may be "في", "للعام" may be "العام"."""
    folded = fold("27نوامبر وفي للعام")

    pieces = pieces_of(folded, "ar")

    assert pieces[0].value == 27
    assert [set(p.heads) for p in pieces[2:]] == [{"وفی", "فی"}, {"للعام", "العام"}]


@pytest.mark.parametrize("text", ["12:28", "2.5", "30/10", "1,200", "15%"])
def test_a_number_that_is_part_of_another_is_not_whole(text: str) -> None:
    """Neither the hour of a time nor the parts of a decimal are days."""
    pieces = pieces_of(fold(text), "fa")

    assert whole_number(pieces, 0) is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fa", "۲۱ سنبلهٔ ۱۳۹۶", Day(21, Month(6, "solar", Year(1396, "solar")))),
        ("fa", "دوشنبه ۱۲ خرداد ۱۴۰۴", Day(12, Month(3, "solar", Year(1404, "solar")), weekday=0)),
        ("fa", "۱۲ جوزای ۱۴۰۴", Day(12, Month(3, "solar", Year(1404, "solar")))),
        ("fa", "پنجم قوس", Day(5, Month(9, "solar"))),
        ("fa", "1396.6.21", Day(21, Month(6, "solar", Year(1396, "solar")))),
        ("fa", "۳ جولای ۲۰۲۵", Day(3, Month(7, "gregorian", Year(2025, "gregorian")))),
        ("fa", "مهر ۲, ۱۴۰۱", Day(2, Month(7, "solar", Year(1401, "solar")))),
        ("ar", "الأحد 30 أكتوبر/تشرين الأول 2022", Day(30, Month(10, "gregorian", Year(2022, "gregorian")), weekday=6)),
        ("ar", "20 آب (أغسطس) 2023", Day(20, Month(8, "gregorian", Year(2023, "gregorian")))),
        ("ar", "الخامس عشر من كانون الثاني", Day(15, Month(1, "gregorian"))),
        ("ar", "02-01-1445 هـ", Day(2, Month(1, "lunar", Year(1445, "lunar")))),
        ("ar", "27-11-2024", Day(27, Month(11, "gregorian", Year(2024, "gregorian")))),
    ],
)
def test_days_are_read_in_the_names_and_orders_of_the_press(language: str, text: str, expected: Day) -> None:
    """Iranian, Afghan, Gulf and Levantine month names; digits of three sets; numbers alone."""
    reading = grammar(text, language)

    found = reading.day(0)

    assert found is not None
    assert found == (expected, len(reading.pieces))


@pytest.mark.parametrize("text", ["۵ می‌گویند", "۲۰/۷ درصد", "میزان تجارت", "حمل و نقل", "ساعت ۱۲:۲۸"])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    """Month names that mean other things need a day, a year or the word "month"."""
    reading = grammar(text, "fa")

    assert all(reading.day(i) is None and reading.month(i) is None for i in range(len(reading.pieces)))
