"""Numbers in running words."""

from __future__ import annotations

import pytest

from rasad.mentions.numbers import counting_words, numeral_at, read_digits
from rasad.text.article import Article
from rasad.text.folding import fold
from rasad.text.span import Span


def value(text: str, language: str) -> float | None:
    article = Article("made-up", text, fold(text), language=language)
    numeral = numeral_at(counting_words(article, Span(0, len(text))), 0, article.base_language)
    return numeral.value if numeral is not None else None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fa-IR", "چهل‌وسه", 43),
        ("fa-IR", "دو هزار و پانصد", 2500),
        ("fa-AF", "سه صد و بیست", 320),
        ("fa-IR", "۶۹ هزار و ۲۰۰", 69_200),
        ("fa-IR", "سه پنجم", 0.6),
        ("ar", "خمسة وعشرين", 25),
        ("ar", "ثلاثة آلاف ومئتين", 3200),
        ("ar", "ألفي", 2000),
        ("ar", "أحد عشر", 11),
        ("fa-IR", "کتاب", None),
    ],
)
def test_words_add_up_to_a_number(language: str, text: str, expected: float | None) -> None:
    """The longest run of number words at a place is one number."""
    assert value(text, language) == expected


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("1.6", (1.6, False)),
        ("5,7", (5.7, False)),
        ("20/7", (20.7, True)),
        ("1,200", (1200.0, False)),
        ("1.200.000", (1_200_000.0, False)),
        ("12/05/1402", None),
    ],
)
def test_digits_have_decimals_or_thousands(digits: str, expected: tuple[float, bool] | None) -> None:
    """Three digits after a mark are thousands, others decimals; a date is no number."""
    assert read_digits(digits) == expected
