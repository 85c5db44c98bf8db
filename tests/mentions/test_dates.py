"""Dates in articles, read to Gregorian days."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasad.mentions.dates import find_dates
from rasad.mentions.mention import DateMention
from rasad.text.article import Article, Published
from rasad.text.folding import fold
from rasad.text.span import Span

#: A Monday, 28 Mehr 1404.
MONDAY = date(2025, 10, 20)


def mentions(text: str, language: str = "fa-IR", published: date | None = MONDAY) -> tuple[DateMention, ...]:
    told = Published(published) if published else None
    return find_dates(Article("made-up", text, fold(text), language=language, published=told))


def days(text: str, language: str = "fa-IR", published: date | None = MONDAY) -> list[str]:
    """The days of each mention as "first last", one word where they are the same."""
    found = mentions(text, language, published)
    return [f"{m.first}" if m.first == m.last else f"{m.first} {m.last}" for m in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("در اپریل 2021", ["2021-04-01 2021-04-30"]),
        ("سپاه در مهر ۱۴۰۱ رزمایش برگزار کرد", ["2022-09-23 2022-10-22"]),
        ("در سال ۲۰۲۳ و سال ۱۴۰۳", ["2023-01-01 2023-12-31", "2024-03-20 2025-03-20"]),
        ("توافق ۲۰۱۵ و انقلاب ۱۳۵۷", ["2015-01-01 2015-12-31", "1978-03-21 1979-03-20"]),
        ("در زمستان ۱۴۰۱", ["2022-12-22 2023-03-20"]),
        ("دهه ۱۹۹۰ و دهه شصت", ["1990-01-01 1999-12-31", "1981-03-21 1991-03-20"]),
        ("در ۲۰۱۹ رییس جمهور شد", ["2019-01-01 2019-12-31"]),
        ("آبان ۹۸", ["2019-10-23 2019-11-21"]),
        ("۹ ماه اول سال 2024", ["2024-01-01 2024-09-30"]),
        ("سه‌ماههٔ سوم سال ۲۰۲۴", ["2024-07-01 2024-09-30"]),
    ],
)
def test_absolute_times_of_persian_texts(text: str, expected: list[str]) -> None:
    """Months of the solar calendar give Gregorian ranges; a year 13xx or 14xx is solar."""
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("من 2018 إلى 2023", ["2018-01-01 2023-12-31"]),
        ("بين عامي 2015 و2018", ["2015-01-01 2018-12-31"]),
        ("خطة للأعوام 2023 - 2027", ["2023-01-01 2027-12-31"]),
        ("في أيلول/سبتمبر 2023", ["2023-09-01 2023-09-30"]),
        ("خريف عام 2026", ["2026-09-01 2026-11-30"]),
        ("في الربع الأول من 2026", ["2026-01-01 2026-03-31"]),
        ("تسعينيات القرن الماضي", ["1990-01-01 1999-12-31"]),
        ("دورة 1992 للجمعية العامة", ["1992-01-01 1992-12-31"]),
        ("عام 1445 هـ", ["2023-07-19 2024-07-06"]),
        ("بين يناير ويونيو 2024", ["2024-01-01 2024-06-30"]),
    ],
)
def test_absolute_times_of_arabic_texts(text: str, expected: list[str]) -> None:
    """Ranges, seasons, quarters and decades."""
    assert days(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("سال گذشته", ["2024-03-20 2025-03-20"]),
        ("سال گذشتهٔ میلادی", ["2024-01-01 2024-12-31"]),
        ("خرداد امسال", ["2025-05-22 2025-06-21"]),
        ("۲۸ حوت سال گذشته", ["2025-03-18"]),
        ("ماه گذشته", ["2025-08-23 2025-09-22"]),
        ("هفتهٔ گذشته و هفتهٔ آینده", ["2025-10-11 2025-10-17", "2025-10-25 2025-10-31"]),
        ("اوایل این ماه", ["2025-09-23 2025-10-02"]),
        ("اواخر اردیبهشت", ["2025-05-12 2025-05-21"]),
        ("امروز پنج‌شنبه", ["2025-10-20"]),
        ("دیروز، شب گذشته، پریروز", ["2025-10-19", "2025-10-19", "2025-10-18"]),
        ("سه روز پیش و دو ماه قبل", ["2025-10-17", "2025-07-23 2025-08-22"]),
        ("جمعه گذشته و سه‌شنبه همین هفته", ["2025-10-17", "2025-10-21"]),
        ("در پنج سال گذشته", ["2020-10-20 2025-10-20"]),
        ("تا پایان سال", ["2025-10-20 2026-03-20"]),
        ("تا سال ۲۰۳۰", ["2030-01-01 2030-12-31"]),
        ("از سال ۲۰۱۸ تاکنون", ["2018-01-01 2025-10-20"]),
        ("از سه ماه به این سو", ["2025-07-20 2025-10-20"]),
        ("نیمه نخست سال", ["2025-03-21 2025-09-22"]),
        ("زمستان گذشته", ["2024-12-21 2025-03-20"]),
    ],
)
def test_relative_times_of_persian_texts(text: str, expected: list[str]) -> None:
    """They are reckoned from publication, in the text's own calendar; weeks run from Saturday to Friday."""
    assert days(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("العام الماضي", ["2024-01-01 2024-12-31"]),
        ("الشهر الجاري", ["2025-10-01 2025-10-31"]),
        ("أمس الأحد", ["2025-10-19"]),
        ("أول من أمس", ["2025-10-18"]),
        ("مساء الجمعة", ["2025-10-17"]),
        ("آب الماضي", ["2025-08-01 2025-08-31"]),
        ("حتى يونيو المقبل", ["2026-06-01 2026-06-30"]),
        ("في الخامس عشر من الشهر", ["2025-10-15"]),
        ("في 12 الجاري", ["2025-10-12"]),
        ("مطلع الشهر الجاري", ["2025-10-01 2025-10-10"]),
        ("نهاية أغسطس", ["2025-08-22 2025-08-31"]),
        ("قبل نهاية السنة", ["2025-10-20 2025-12-31"]),
        ("قبل ثلاثة أيام", ["2025-10-17"]),
        ("منذ ثلاث سنوات", ["2022-10-20 2025-10-20"]),
        ("السنوات الخمس الماضية", ["2020-10-20 2025-10-20"]),
        ("في الأشهر التسعة الأولى من العام الجاري", ["2025-01-01 2025-09-30"]),
        ("في الأشهر الأحد عشر الأولى", ["2025-01-01 2025-11-30"]),
    ],
)
def test_relative_times_of_arabic_texts(text: str, expected: list[str]) -> None:
    """ "By June" is the month, "the end of August" its last ten days, "before the year's end" from publication on."""
    assert days(text, "ar") == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("از 27 تا 28 نوامبر", "fa-IR", ["2025-11-27 2025-11-28"]),
        ("۱۰ تا ۱۲ خرداد", "fa-IR", ["2025-05-31 2025-06-02"]),
        ("۱۳ و ۱۴ مهرماه", "fa-IR", ["2025-10-05 2025-10-06"]),
        ("از فروردین تا شهریور امسال", "fa-IR", ["2025-03-21 2025-09-22"]),
        ("يومي 27 و28 نوفمبر المقبل", "ar", ["2025-11-27 2025-11-28"]),
        ("ليل الثلاثاء - الأربعاء", "ar", ["2025-10-14 2025-10-15"]),
    ],
)
def test_the_beginning_of_a_range_may_leave_month_and_year_to_its_end(
    text: str, language: str, expected: list[str]
) -> None:
    """«از 27 تا 28 نوامبر» names its month once."""
    assert days(text, language) == expected


def test_a_day_without_its_year_is_of_this_year_or_the_nearest() -> None:
    """A past day of the year of publication first, then whichever lies nearer."""
    assert days("27 نوامبر، ۵ فبروری، آذرماه") == ["2025-11-27", "2025-02-05", "2025-11-22 2025-12-21"]


def test_a_day_without_its_year_takes_that_of_a_full_date_just_before() -> None:
    """The press names a year once."""
    text = "در ۲۰ دسامبر ۲۰۲۱ دیدار کردند و در ۵ ژانویه سند امضا شد"

    assert days(text) == ["2021-12-20", "2022-01-05"]
    assert [m.kind for m in mentions(text)] == ["absolute", "partial"]


def test_a_day_may_be_counted_from_the_date_named_before() -> None:
    """«روز بعد», «همان روز», "بعد يومين" go on from the last day."""
    assert days("در ۵ مهر دیدار کردند، روز بعد سند امضا شد و همان روز بازگشتند") == [
        "2025-09-27", "2025-09-28", "2025-09-28",
    ]  # fmt: skip
    assert days("في 9 أكتوبر هزت انفجارات كابل، وبعد يومين هاجمت القوات", "ar") == ["2025-10-09", "2025-10-11"]
    assert days("در سال ۱۳۹۵ متهم شد؛ دو سال بعد") == ["2016-03-20 2017-03-20", "2018-03-21 2019-03-20"]


def test_what_restates_a_day_in_another_calendar_is_not_told_from() -> None:
    """«همان روز» after two calendars is the day that was named first, should the two differ."""
    assert days("۳ جولای ۲۰۲۵ برابر با ۱۲ جوزای ۱۴۰۴، همان روز")[-1] == "2025-07-03"


def test_evidence_keeps_the_letters_that_folding_drops() -> None:
    """The hamza of "الثلاثاء" belongs to its span."""
    text = "قال أمس الثلاثاء"

    [mention] = mentions(text, "ar")

    assert mention.span.of(text) == "أمس الثلاثاء"


def test_a_day_counted_from_an_event_is_left_out() -> None:
    """«دو روز پس از این نشست» depends on when the meeting was."""
    assert days("دو روز پس از این نشست، سه روز قبل از سفر") == []
    assert days("قبل يومين من الزيارة وفي اليوم التالي للقمة", "ar") == []


def test_what_lies_ahead_takes_the_coming_weekday() -> None:
    """A weekday is the last one, unless the clause tells of the future."""
    assert days("روز چهارشنبه به آستانه سفر کرد") == ["2025-10-15"]
    assert days("قرار است روز چهارشنبه به آستانه سفر کند") == ["2025-10-22"]
    assert days("من المقرر أن يلتقي الوفدان يوم الأربعاء", "ar") == ["2025-10-22"]


def test_dushanbe_is_a_city_where_the_text_is_about_tajikistan() -> None:
    """There Monday needs the word "day"; elsewhere it stands alone."""
    assert days("وزیر خارجهٔ تاجیکستان در دوشنبه گفت") == []
    assert days("رهبران تاجیک گفتند کابل و دوشنبه پیش از این توافق کرده‌اند") == []
    assert days("رحمان رهبر تاجیک روز دوشنبه گفت") == ["2025-10-20"]
    assert days("دوشنبه نیز پاشینیان در تماس تلفنی گفت") == ["2025-10-20"]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("۲۰۰۰ نفر، ۱۴۰۰ کیلومتر، قطعنامه ۱۹۲۹", "fa-IR"),
        ("میزان تجارت و حمل و نقل جدی است؛ به گزارش مهر", "fa-IR"),
        ("نماز جمعه و امام جمعه", "fa-IR"),
        ("در سال‌های اخیر و ماه‌های گذشته", "fa-IR"),
        ("2000 جندي و1990 دبابة والقرار 1701 ورؤية 2030", "ar"),
        ("اليوم العالمي للمياه وباب الحوار", "ar"),
    ],
)
def test_what_only_looks_like_a_time_is_left_out(text: str, language: str) -> None:
    """Counted things, names and vague times have no days."""
    assert days(text, language) == []


@pytest.mark.parametrize(
    ("text", "language"), [("۳۱ مهر ۱۴۰۴", "fa-IR"), ("31 نيسان 2024", "ar"), ("30/13/2022", "ar"), ("۳۱ مهر", "fa-IR")]
)
def test_a_day_that_its_calendar_lacks_is_impossible(text: str, language: str) -> None:
    """It is a mention, so that checks may tell of it, and has no days."""
    [mention] = mentions(text, language)

    assert mention.impossible
    assert mention.first is None and mention.last is None
    assert mention.span.of(text) == text


def test_since_is_open_ended_and_runs_to_publication() -> None:
    """ "منذ عام 2018" began then and goes on; a beginning is a point: «از روز گذشته به اجرا درآمد»."""
    [since] = mentions("منذ عام 2018", "ar")
    [begun] = mentions("این توافق از روز گذشته به اجرا درآمد")

    assert since.open_ended and since.last == MONDAY
    assert not begun.open_ended and begun.precision == "day"


def test_relative_times_need_a_publication_date() -> None:
    """Without one they give no mention; a year in the text still dates what lacks its own."""
    assert days("سال گذشته و دیروز", published=None) == []
    assert days("نشست ۲۲ اکتبر. تجارت در ۹ ماه اول سال 2024 رشد کرد.", published=None)[0] == "2024-10-22"


def test_the_day_that_a_lede_tells_of_stands_in_for_the_month_of_telling() -> None:
    """A text without a date of its own still has a month and a year to tell from, but no yesterday."""
    text = (
        "پوتین 27 نوامبر به قزاقستان سفر کرد. لاوروف اوایل این ماه و دیروز سفر کرد. تجارت در سال 2024 و امسال رشد کرد."
    )

    assert days(text, published=None) == [
        "2024-11-27", "2024-11-01 2024-11-10", "2024-01-01 2024-12-31", "2024-01-01 2024-12-31",
    ]  # fmt: skip


def test_a_text_with_a_gregorian_dateline_reckons_in_gregorian_years() -> None:
    """«سال گذشته» is a year of the calendar that the text dates itself by."""
    text = "۲۰ اکتبر ۲۰۲۵\nسال گذشته"
    told = Published(MONDAY, span=Span(0, 13))

    [mention] = find_dates(Article("made-up", text, fold(text), language="fa-IR", published=told))

    assert (mention.first, mention.last) == (date(2024, 1, 1), date(2024, 12, 31))


def test_a_garbled_dateline_is_impossible() -> None:
    """33 is neither a year nor a time."""
    text = "أستانا (30/10 – 33) حول الرئيس"
    told = Published(date(2022, 10, 30), span=Span(7, 19))

    [mention] = find_dates(Article("made-up", text, fold(text), language="ar", published=told))

    assert mention.impossible
    assert mention.span.of(text) == "(30/10 – 33)"


PERSIAN = "سال گذشته ماه این تا از و در ۱۲ ۳۱ 2024 ۱۴۰۳ مهر دوشنبه روز پیش سه هفته نیمه اول دهه پایان ۹۹۹۹ 0"
ARABIC = "العام الماضي من إلى بين عامي أكتوبر تشرين الأول قبل منذ 33 أيام يوم نهاية الربع 13 1445 هـ / - ( ) ،"
WORDS = st.sampled_from([*PERSIAN.split(), *ARABIC.split(), "\n"])


@settings(deadline=None, max_examples=150)
@given(
    st.one_of(st.lists(WORDS, max_size=40).map(" ".join), st.text(max_size=80)),
    st.sampled_from(["fa-IR", "fa-AF", "ar", "en", "und"]),
    st.one_of(st.none(), st.dates()),
)
def test_any_text_gives_mentions_inside_it_in_order(text: str, language: str, published: date | None) -> None:
    """Text never raises; spans are in bounds, do not overlap, and no stretch of days ends before it begins."""
    found = mentions(text, language, published)

    for mention in found:
        assert mention.span.of(text)
        assert mention.impossible == (mention.first is None)
        assert mention.first is None or mention.last is None or mention.first <= mention.last
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert found == mentions(text, language, published)
