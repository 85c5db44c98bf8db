"""The publication date that a page shows."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasad.sources.capture import Declared
from rasad.text.article import Published
from rasad.text.folding import fold
from rasad.text.published import find_published
from rasad.text.span import Span

PERSIAN = (
    "وزیر خارجهٔ ایران در دیدار با همتای قزاق خود در ۵ مهر ۱۳۹۹ گفت که دو کشور آماده‌اند "
    "همکاری‌های خود را در همهٔ زمینه‌ها گسترش دهند "
    "و در این راه چندین سند نیز پیش از این امضا کرده‌اند که به گفتهٔ او هنوز باید به تصویب برسد."
)
ARABIC = (
    "قال وزير الخارجية في لقاء مع نظيره الكازاخستاني في 13 أكتوبر 2022 إن البلدين مستعدان "
    "لتوسيع التعاون في جميع المجالات وإن "
    "اتفاقات كثيرة قد وقعت في هذا الإطار بين الجانبين خلال الأعوام الماضية وتنتظر المصادقة عليها."
)


def published(text: str, language: str, declared: str | None = None, title: Span | None = None) -> Published | None:
    return find_published(text, fold(text), language, Declared(published=declared), title)


@pytest.mark.parametrize(
    ("language", "dateline", "day", "time"),
    [
        ("fa-IR", "تاریخ انتشار: ۸ آذر ۱۴۰۳ - ۱۰:۱۵", date(2024, 11, 28), "10:15"),
        ("fa-IR", "کد خبر: ۸۵۷۲۱۴ ۲۷ دی ۱۴۰۳، ۱۵:۳۲", date(2025, 1, 16), "15:32"),
        ("fa-IR", "۱۴۰۳/۰۹/۰۸ ۱۰:۱۵", date(2024, 11, 28), "10:15"),
        ("fa-AF", "۱۴ میزان ۱۴۰۳ ساعت ۱۸:۴۰", date(2024, 10, 5), "18:40"),
        ("fa-AF", "حوت ۱۲, ۱۴۰۲", date(2024, 3, 2), None),
        ("fa-AF", "چهارشنبه ۲۱ اگست ۲۰۲۴ ساعت ۲:۳۰ بعد از ظهر", date(2024, 8, 21), "14:30"),
        ("ar", "نشر في: 13 أكتوبر 2022", date(2022, 10, 13), None),
        ("ar", "الأحد 30 أكتوبر 2022", date(2022, 10, 30), None),
        ("ar", "آخر تحديث: 30 أكتوبر 2022 - 02:30 م", date(2022, 10, 30), "14:30"),
        ("ar", "10:15 - 8 تشرين الأول 2023", date(2023, 10, 8), "10:15"),
        ("ar", "Oct 13, 2022 9:05 PM", date(2022, 10, 13), "21:05"),
        ("ar", "الخميس 02-01-1445 هـ - 20 يوليو 2023 م", date(2023, 7, 20), None),
    ],
)
def test_a_line_of_its_own_above_the_text_is_a_dateline(
    language: str, dateline: str, day: date, time: str | None
) -> None:
    """The date, and the time that stands beside it, are read in whatever calendar the page uses."""
    body = PERSIAN if language.startswith("fa") else ARABIC
    text = f"دیدار در آستانه\n{dateline}\n\n{body}"

    found = published(text, language)

    assert found is not None
    assert (found.day, found.time) == (day, time)
    assert found.precision == ("minute" if time else "day")
    assert found.span is not None and found.span.of(text) in dateline


@pytest.mark.parametrize(
    ("language", "head", "day"),
    [
        ("fa-AF", "کابل، ۱۲ جوزا ۱۴۰۴ (باختر): ", date(2025, 6, 2)),
        ("fa-AF", "کابل، باختر، ۲۹ حمل ۱۴۰۲ - ", date(2023, 4, 18)),
        ("ar", "موسكو، 5 أكتوبر (تاس) - ", date(2022, 10, 5)),
        ("ar", "أبوظبي في 12 أكتوبر / وام / ", date(2022, 10, 12)),
        ("ar", "أستانا / كازاخستان ، بروكسل (30/10 – 33) ", date(2022, 10, 30)),
    ],
)
def test_the_head_of_the_first_paragraph_may_be_a_dateline(language: str, head: str, day: date) -> None:
    """A dateline without a year takes the one that the text's last full date gives it."""
    found = published(head + (PERSIAN if language.startswith("fa") else ARABIC), language)

    assert found is not None
    assert found.day == day


def test_a_dateline_may_end_the_page() -> None:
    """The place after the time belongs to the line, and so to its evidence."""
    text = f"دیدار در آستانه\n\n{PERSIAN}\n\n21 سنبله 1396, 12:28 کابل\nComments"

    found = published(text, "fa-AF")

    assert found is not None
    assert (found.day, found.time) == (date(2017, 9, 12), "12:28")
    assert found.span is not None and found.span.of(text) == "21 سنبله 1396, 12:28 کابل"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fa-IR", f"دیدار در آستانه\n{PERSIAN}", id="the body tells of a day"),
        pytest.param("ar", f"لقاء في أستانا\n{ARABIC}", id="in Arabic too"),
        pytest.param(
            "ar", f"لقاء في أستانا\nفي 13 أكتوبر 2022 ، افتتح الرئيس القمة، و{ARABIC}", id="the first words do"
        ),
        pytest.param("fa-IR", f"دیدار در آستانه\n۳۱ مهر ۱۴۰۲\n{PERSIAN}", id="no calendar has the day"),
    ],
)
def test_a_date_in_running_text_is_no_publication_date(language: str, text: str) -> None:
    """What an article tells of is not when it was published."""
    assert published(text, language) is None


def test_a_date_in_the_title_is_no_publication_date() -> None:
    """A title may tell of a day as well."""
    text = f"نشست ۵ مهر ۱۳۹۹\n{PERSIAN}"

    assert published(text, "fa-IR", title=Span(0, 15)) is None


def test_what_was_published_goes_before_what_was_changed() -> None:
    """A label of publication outweighs one of an update."""
    text = f"لقاء في أستانا\nآخر تحديث: 30 أكتوبر 2022\nنشر في 28 أكتوبر 2022\n{ARABIC}"

    found = published(text, "ar")

    assert found is not None and found.day == date(2022, 10, 28)


def test_what_the_page_shows_goes_before_what_its_markup_declares() -> None:
    """Markup is used only where the text shows no date; it has no span."""
    shown = published(f"عنوان\n13 أكتوبر 2022\n{ARABIC}", "ar", "2023-01-01")
    declared = published(ARABIC, "ar", "2023-01-01T10:15:00Z")

    assert shown is not None and shown.day == date(2022, 10, 13)
    assert declared == Published(date(2023, 1, 1), time="10:15", precision="minute")


def test_lunar_datelines_are_uncertain_by_a_day() -> None:
    """Months begin by the sighting of the moon."""
    found = published(f"عنوان\n12 رمضان 1444\n{ARABIC}", "ar")

    assert found is not None
    assert (found.day, found.uncertain_days) == (date(2023, 4, 3), 1)


@settings(deadline=None, max_examples=60)
@given(
    st.text(alphabet="۰۱۲۳45678/-:.،() \nابتثجخدرزسشفکلمنهوی", max_size=200),
    st.sampled_from(["fa-IR", "fa-AF", "ar", "en", "und"]),
    st.text(max_size=12),
)
def test_whatever_a_text_holds_the_answer_is_a_span_of_it_or_none(text: str, language: str, declared: str) -> None:
    """Text never raises."""
    found = published(text, language, declared)

    assert found is None or found.span is None or found.span.of(text)
