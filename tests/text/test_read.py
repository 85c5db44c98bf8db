"""From a capture to an article: what holds for every text, and one page of each variety read whole."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasad.sources.capture import Capture, Declared
from rasad.text.article import Article
from rasad.text.read import read_article

WORDS = [
    "خانه » جهان", "بازدید: ۴۱۲", "بیشتر بخوانید:", "منبع: تاس", "(منبع: تاس) |", "۱۲ حمل ۱۴۰۳", "12 مايو 2024",
    "م. رحیمی", "او رفت.", "«آیا؟»", "• ", "| ", " - ", "\n", "\n\n", "كابل", "می‌گوید", "Comments", "نظر (0)",
    "انتهای پیام", "وزارت امور خارجه", "https://a.vn/b?c", "…", "\r\n", "\u2028", "\u200f", "\ufeff", "\x00", "😀",
    "سفر توکایف به تاشکند پایان یافت", "اقرأ أيضا", "المصدر: وكالات", "1.6", "۵٫۷", "د. محمد", "ﷲ",
]  # fmt: skip


def capture(text: str, declared: Declared | None = None) -> Capture:
    raw = text.encode("utf-8", "surrogatepass")
    when = datetime(2026, 1, 1, tzinfo=UTC)
    return Capture("a", "a.txt", raw, text, "text", "utf-8", when, declared or Declared())


def read(text: str, declared: Declared | None = None) -> Article:
    return read_article(capture(text, declared))


texts = st.one_of(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.text(max_size=200))
titles = st.one_of(st.none(), st.sampled_from(WORDS), st.text(max_size=40))


@settings(deadline=None, max_examples=150)
@given(texts, titles, titles)
def test_whatever_the_text_an_article_is_made_of_it(text: str, title: str | None, author: str | None) -> None:
    """Nothing raises; the text is unchanged; spans are in bounds, sentences in order and apart from furniture."""
    article = read(text, Declared(title=title, author=author, language=title, url=author))

    assert article.text == text
    spans = [*article.sentences, *(f.span for f in article.furniture)]
    spans += [s for s in (article.title, article.byline, article.published and article.published.span) if s]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(article.sentences))
    marks = [f.span for f in article.furniture]
    assert all(a.end <= b.start for a, b in pairwise(marks))
    assert not any(article.in_furniture(sentence) for sentence in article.sentences)
    assert article.title is None or article.title in article.sentences
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(i in covered for i, char in enumerate(text) if char.isalpha())


@settings(deadline=None, max_examples=30)
@given(texts)
def test_the_same_text_gives_the_same_article(text: str) -> None:
    """Reading is a function of the capture."""
    assert read(text) == read(text)


def test_a_page_in_dari_is_read_whole() -> None:
    """Language, headline, byline, day, furniture and sentences of one page."""
    text = (
        "آژانس پژواک » اقتصاد\n"
        "هیأت ازبیکستان به کابل آمد\n"
        "۱۲ جوزا ۱۴۰۴\n"
        "فیسبوک  تویتر\n\n"
        "یک هیأت ازبیکستان روز دوشنبه به کابل سفر کرد. این هیأت روی ۲.۵ میلیون دالر کمک بحث نمود.\n\n"
        "گزارشگر: م. رحیمی\n"
        "نظریات: ۰\n"
    )

    article = read(text)

    assert article.language == "fa-AF"
    assert article.title is not None and article.title.of(text) == "هیأت ازبیکستان به کابل آمد"
    assert article.byline is not None and article.byline.of(text) == "گزارشگر: م. رحیمی"
    assert article.published is not None and article.published.day.isoformat() == "2025-06-02"
    assert [(f.kind, f.span.of(text)) for f in article.furniture] == [
        ("breadcrumb", "آژانس پژواک » اقتصاد"),
        ("share", "فیسبوک  تویتر"),
        ("credit", "گزارشگر: م. رحیمی"),
        ("comments", "نظریات: ۰"),
    ]
    assert [s.of(text) for s in article.sentences] == [
        "هیأت ازبیکستان به کابل آمد",
        "۱۲ جوزا ۱۴۰۴",
        "یک هیأت ازبیکستان روز دوشنبه به کابل سفر کرد.",
        "این هیأت روی ۲.۵ میلیون دالر کمک بحث نمود.",
    ]


def test_an_empty_text_is_an_article_without_anything() -> None:
    """Nothing is made up."""
    article = read("")

    assert (article.language, article.title, article.byline, article.published) == ("und", None, None, None)
    assert (article.furniture, article.sentences) == ((), ())


@pytest.mark.slow
@pytest.mark.parametrize("char", ["س", ".", "«", "1", " ", "\u200c", "(", "/", "\n"])
def test_a_text_of_one_character_a_million_times_is_read_in_time(char: str) -> None:
    """Nothing takes more than linear time: a text without a space or a line end is read like any other."""
    text = char * 1_000_000

    assert read(text).text == text
