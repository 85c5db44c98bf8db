"""Headlines: found below paths, rubrics and letterheads; none where the text opens with its lead."""

from __future__ import annotations

import pytest

from rasad.text.folding import fold
from rasad.text.lines import lines_of
from rasad.text.title import find_title

LEAD = "رئیس‌جمهور قزاقستان روز دوشنبه در سفر به تاشکند با همتای خود دیدار کرد و چند سند به امضا رسید."
ARABIC_TITLE = "كازاخستان تعزز علاقاتها مع الجوار"
ARABIC_LEAD = "أعلنت وزارة الخارجية أمس أن الوزير سيزور أستانا في الأسبوع المقبل لبحث التعاون بين البلدين."


def title(text: str, declared: str | None = None) -> str | None:
    span = find_title(text, lines_of(text, fold(text)), declared=declared)
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"سفر توکایف به تاشکند پایان یافت\n\n{LEAD}", "سفر توکایف به تاشکند پایان یافت", id="first line"),
        pytest.param(f"• سفر توکایف به تاشکند\n{LEAD}", "سفر توکایف به تاشکند", id="a bullet is no part of it"),
        pytest.param(
            f"خانه » جهان » آسیا\nسفر توکایف به تاشکند پایان یافت\n{LEAD}",
            "سفر توکایف به تاشکند پایان یافت",
            id="below a path",
        ),
        pytest.param(f"گفتگوی ویژه\n«سفر به تاشکند مهم بود»\n{LEAD}", "«سفر به تاشکند مهم بود»", id="below a rubric"),
        pytest.param(
            f"وزیر خارجه در گفتگو با ما:\nراه تاشکند باز است\n{LEAD}", "راه تاشکند باز است", id="below a kicker"
        ),
        pytest.param(
            f"وزارت امور خارجه - مرکز رسانه\nاعلامیه در پیوند به رویداد مرزی\n۱۲ حمل ۱۴۰۳\n{LEAD}",
            "اعلامیه در پیوند به رویداد مرزی",
            id="below a letterhead",
        ),
        pytest.param(f"خبرهای کوتاه\n۱۲ حمل ۱۴۰۳\n{LEAD}", "خبرهای کوتاه", id="two words, where nothing better stands"),
        pytest.param(
            f"گزیده سخنان سخنگوی دولت | دوشنبه ۲ آبان ۱۴۰۱\n{LEAD}", "گزیده سخنان سخنگوی دولت", id="before a date"
        ),
        pytest.param(
            f"الرئيسية » تقارير » {ARABIC_TITLE}\nتقارير\n{ARABIC_TITLE}\n{ARABIC_LEAD}",
            ARABIC_TITLE,
            id="the last step of a path, again as a headline",
        ),
        pytest.param(
            f"بوساطة قطرية.. كابل وإسلام آباد تتفقان على وقف لإطلاق النار\n{ARABIC_LEAD}",
            "بوساطة قطرية.. كابل وإسلام آباد تتفقان على وقف لإطلاق النار",
            id="two stops amid it",
        ),
        pytest.param(
            f"قمة آسيا الوسطى تبدأ في أستانا\nأستانا - 12 مايو 2024\n{ARABIC_LEAD}",
            "قمة آسيا الوسطى تبدأ في أستانا",
            id="above a dateline",
        ),
        pytest.param(
            f"توکایف به دوشنبه رفت/ امضای پنج سند\n{LEAD}",
            "توکایف به دوشنبه رفت/ امضای پنج سند",
            id="two halves of one headline",
        ),
        pytest.param(
            f"توکایف به دوشنبه رفت - خبرگزاری\nتوکایف به دوشنبه رفت\n{LEAD}",
            "توکایف به دوشنبه رفت",
            id="the page's title above it",
        ),
        pytest.param(
            f"فیلم/ لحظه ورود توکایف به تاشکند\n{LEAD}", "فیلم/ لحظه ورود توکایف به تاشکند", id="a word of menus"
        ),
        pytest.param(f"۱۶ آذر از یاد دانشجویان نمی‌رود\n{LEAD}", "۱۶ آذر از یاد دانشجویان نمی‌رود", id="a date opens it"),
    ],
)
def test_the_headline_stands_below_what_a_page_puts_above_it(text: str, expected: str) -> None:
    """Paths, rubrics, kickers, letterheads and datelines are no headlines."""
    assert title(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LEAD, id="a lead alone"),
        pytest.param(f"{LEAD}\nعنوان میانی\n{LEAD}", id="a subheading is no headline"),
        pytest.param(f"خانه » جهان\n۱۲ حمل ۱۴۰۳\n{LEAD}", id="a path and a date alone"),
        pytest.param("", id="nothing"),
    ],
)
def test_a_text_that_opens_with_its_lead_has_no_headline(text: str) -> None:
    """A sentence with its full stop is the lead."""
    assert title(text) is None


def test_a_declared_title_is_taken_where_the_text_has_it() -> None:
    """The site's name that markup adds is left out; a title that the text lacks is not believed."""
    text = f"یک خط دیگر در بالای صفحه\nسفر توكايف به تاشكند\n{LEAD}"

    assert title(text, "سفر توکایف به تاشکند | خبرگزاری ما") == "سفر توكايف به تاشكند"
    assert title(text, "چیزی که در متن نیست و نبود") == "یک خط دیگر در بالای صفحه"
