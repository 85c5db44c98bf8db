"""Bylines: the author's line, the desk's, the agency of a dateline."""

from __future__ import annotations

import pytest

from rasad.text.byline import find_byline
from rasad.text.folding import fold
from rasad.text.lines import lines_of
from rasad.text.title import find_title

TITLE = "سفر توکایف به تاشکند پایان یافت"
LEAD = "رئیس‌جمهور قزاقستان روز دوشنبه در سفر به تاشکند با همتای خود دیدار کرد و چند سند به امضا رسید."
ARABIC_LEAD = "أعلنت وزارة الخارجية أمس أن الوزير سيزور أستانا في الأسبوع المقبل لبحث التعاون بين البلدين."


def byline(text: str, author: str | None = None) -> str | None:
    folded = fold(text)
    lines = lines_of(text, folded)
    span = find_byline(text, folded, lines, find_title(text, lines), author=author)
    return span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(f"{TITLE}\n{LEAD}\n\nخبرنگار: م. صدیقی", "خبرنگار: م. صدیقی", id="labelled, at the foot"),
        pytest.param(f"{TITLE}\nنویسنده: احمد رحیمی\n{LEAD}", "نویسنده: احمد رحیمی", id="labelled, at the head"),
        pytest.param(f"{TITLE}\n\nکارکنان یونیپاث\n\n{LEAD}", "کارکنان یونیپاث", id="a desk"),
        pytest.param(f"{TITLE}\nاحمد رحیمی\n{LEAD}", "احمد رحیمی", id="a name alone"),
        pytest.param(f"{TITLE}\nدوشنبه - ایرنا - {LEAD}", "ایرنا", id="an agency of Iran"),
        pytest.param(f"قمة أستانا تبدأ غدا بحضور خمسة رؤساء\nجدة - واس: {ARABIC_LEAD}", "واس", id="an Arab agency"),
        pytest.param(f"{TITLE}\nکابل، باختر، ۲۹ حمل ۱۴۰۲ - {LEAD}", "باختر", id="an agency of Afghanistan"),
        pytest.param(f"{TITLE}\n۱۲ حمل ۱۴۰۳\n{LEAD}", None, id="none"),
    ],
)
def test_the_one_who_wrote_or_sent_is_found(text: str, expected: str | None) -> None:
    """Labelled, alone below the headline, or in the dateline."""
    assert byline(text) == expected


def test_a_declared_author_is_found_where_the_text_names_him() -> None:
    """A declared author is believed where his name is a line of the text."""
    text = f"{TITLE}\n{LEAD}\nسردار حمید خان زاده کابلی"

    assert byline(text, "سردار حميد خان زاده كابلی") == "سردار حمید خان زاده کابلی"
    assert byline(text, "کسی دیگر") is None
