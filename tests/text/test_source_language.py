"""What a text was translated from, where it says so itself."""

from __future__ import annotations

import pytest

from rasad.text.folding import fold
from rasad.text.lines import lines_of
from rasad.text.source_language import translated_from

LEAD = "رئیس‌جمهور قزاقستان روز دوشنبه در سفر به تاشکند با همتای خود دیدار کرد و چند سند به امضا رسید."


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("منبع: https://baoquocte.vn/tong-thong-tham-kazakhstan-295356.html", "vi"),
        ("منبع: https://example.com/what-the-summit-means-for-the-region", "en"),
        ("ترجمه از انگلیسی: م. رحیمی", "en"),
        ("این مقاله از زبان روسی به فارسی برگردانده شده", "ru"),
        ("ترجمه و تنظیم: م. رحیمی | منبع: کومرسانت", "ru"),
        ("ترجمة عن الإنجليزية", "en"),
        ("منبع: https://example.ir/fa/news/12", None),
        ("منبع: Dawn", None),
        ("مترجم: م. رحیمی", None),
        ("منبع: خبرگزاری ایسنا", None),
    ],
)
def test_only_what_the_text_shows_counts(line: str, expected: str | None) -> None:
    """A language named beside a word of translating, a paper of one, or a link abroad; never a guess."""
    text = f"{LEAD}\n{line}\n"

    assert translated_from(text, fold(text), lines_of(text, fold(text)), "fa-IR") == expected
