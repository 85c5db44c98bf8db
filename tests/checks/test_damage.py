from __future__ import annotations

from collections.abc import Callable

import pytest

from rasad.checks.check import Check
from rasad.checks.damage import lost_characters
from rasad.text.article import Article
from rasad.text.folding import fold
from rasad.text.span import Span

Find = Callable[..., list[Check]]


def _article(text: str, language: str, title: Span | None = None) -> Article:
    return Article("a", text, fold(text), language, title=title, sentences=(Span(0, len(text)),))


@pytest.mark.parametrize(
    ("language", "text", "found", "expected"),
    [
        pytest.param("fa", "او میگوید که سازمانهای منطقه با همسایهها کار میکنند.", "میگوید", "می‌گوید", id="joiners"),
        pytest.param("fa", "برنامههای همسایهها را نمیدانم.", "برنامههای", "برنامه‌های", id="plurals"),
        pytest.param("fa", "او نمیگوید که چه میخواهد و چه میکند.", "نمیگوید", "نمی‌گوید", id="negation"),
        pytest.param("ar", "صارت المدينة مركزا للنشاطالسياسي.", "للنشاطالسياسي", "للنشاط السياسي", id="run together"),
        pytest.param("ar", "تحدث الرئ�س أمس.", "الرئ�س", None, id="hole"),
        pytest.param("fa", "این سخنرا?ی مهم بود.", "سخنرا?ی", None, id="mark for a letter"),
    ],
)
def test_damage_is_shown_by_one_word_and_how_it_should_read(
    language: str, text: str, found: str, expected: str | None
) -> None:
    """One check stands for the whole article."""
    [check] = lost_characters(_article(text, language))

    assert (check.kind, check.found, check.expected) == ("lost-characters", found, expected)


def test_a_colon_without_its_space_counts_in_a_headline() -> None:
    """In running text it is too common to be called damage."""
    text = "الرئيس:الحوار طريقنا"

    assert [c.expected for c in lost_characters(_article(text, "ar", Span(0, len(text))))] == ["الرئيس: الحوار"]
    assert list(lost_characters(_article(text, "ar"))) == []


def test_misread_bytes_are_damage() -> None:
    """UTF-8 read as Latin-1 leaves pairs of letters that no language has."""
    text = "قال " + "السلام".encode().decode("latin-1")

    assert [c.why for c in lost_characters(_article(text, "ar"))] == ["These letters were decoded wrongly."]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("fa", "او می‌گوید که سازمان‌های منطقه با همسایه‌ها کار می‌کنند.", id="joiners kept"),
        pytest.param("fa", "او می گوید که سازمان های منطقه با همسایه ها کار می کنند.", id="spaces for joiners"),
        pytest.param("fa", "او میگوید که کشورها و شهرها در کارها موفق بودند.", id="one lapse, letters that never join"),
        pytest.param("fa", "سازمانهای جهانی و کتابهای درسی و دانشگاههای ما.", id="older orthography alone"),
        pytest.param(
            "ar", "الرأسمالية والمجالات الجيوسياسية والسياسية والعالمية.", id="words with inner letters alike"
        ),
        pytest.param("ar", "بالسياسية وللحكومة والاقتصادية وعبدالرئيس.", id="clitics and names"),
    ],
)
def test_undamaged_words_are_left_alone(language: str, text: str) -> None:
    """Letters that never join need no joiner, and clitics are no words."""
    assert list(lost_characters(_article(text, language))) == []
