"""Sentences: where a stop ends one and where it does not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.text.folding import fold
from rasad.text.lines import lines_of
from rasad.text.sentences import sentences_of
from rasad.text.span import Span


def sentences(text: str, furniture: tuple[Span, ...] = (), title: Span | None = None) -> list[str]:
    return [span.of(text) for span in sentences_of(text, lines_of(text, fold(text)), furniture, title)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("نرخ رشد 1.6 درصد و تورم ۵٫۷ درصد بود.", id="a decimal point"),
        pytest.param("نرخ رشد ۱.۶ درصد بود.", id="a decimal point between Persian digits"),
        pytest.param("م. رحیمی و ا. مرادی به دوشنبه رفتند.", id="initials"),
        pytest.param("أكد د. محمد السالم وأ.د. أحمد خالد ذلك.", id="Arabic titles"),
        pytest.param("Mr. Smith and Dr. Jones of the U.S. embassy left.", id="English titles"),
        pytest.param("وب‌سایت example.com و U.N. از آن نوشت.", id="Latin letters after a stop"),
        pytest.param("به https://example.com/a?b=c&d=e!f نگاه کنید.", id="an address"),
        pytest.param("تاپی آغاز شد؛ ترکمنستان گاز می‌فروشد؛ هند می‌خرد.", id="semicolons"),
        pytest.param("«آیا می‌آیید؟»، او پرسید.", id="a question that goes on after a comma"),
        pytest.param("۱. قزاقستان عضو شد.", id="the number of a list's item"),
        pytest.param("این متن پایان ندارد", id="no stop"),
    ],
)
def test_these_are_one_sentence(text: str) -> None:
    """Stops within numbers, names, abbreviations and addresses end nothing."""
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("او رفت. من آمدم.", ["او رفت.", "من آمدم."], id="two"),
        pytest.param("او رفت.من آمدم.", ["او رفت.", "من آمدم."], id="no space after the stop"),
        pytest.param("او گفت: «می‌رویم.» سپس رفت.", ["او گفت: «می‌رویم.»", "سپس رفت."], id="a quotation closes after it"),
        pytest.param('قال: "سنذهب". ثم ذهب.', ['قال: "سنذهب".', "ثم ذهب."], id="a quotation closes before it"),
        pytest.param("کی؟ چرا! هیچ…", ["کی؟", "چرا!", "هیچ…"], id="question, exclamation, ellipsis"),
        pytest.param("رفت... برگشت.", ["رفت...", "برگشت."], id="three stops"),
        pytest.param("سال ۲۰۲۳. سال بعد آمد.", ["سال ۲۰۲۳.", "سال بعد آمد."], id="a stop after a year"),
        pytest.param("در سال ۱۹۹۲ م. تأسیس شد.", ["در سال ۱۹۹۲ م.", "تأسیس شد."], id="a stop after an era"),
        pytest.param("عنوان\nخط دو", ["عنوان", "خط دو"], id="a line end"),
        pytest.param("• یک\n▪ دو\n- سه", ["یک", "دو", "سه"], id="bullets are stripped"),
        pytest.param("یک.\n***\n. . .\nدو.", ["یک.", "دو."], id="lines without a letter are none"),
        pytest.param(
            "دیدار در قاهره تمام شد. د. محمد رفت.", ["دیدار در قاهره تمام شد.", "د. محمد رفت."], id="a title opens one"
        ),
    ],
)
def test_these_are_several(text: str, expected: list[str]) -> None:
    """Stops with what closes after them, and line ends."""
    assert sentences(text) == expected


def test_furniture_is_left_out_and_parts_a_line() -> None:
    """What stands before and after furniture on its line are sentences of their own."""
    text = "توافق شد. (منبع: تاس) آغاز شد"

    assert sentences(text, furniture=(Span(10, 21),)) == ["توافق شد.", "آغاز شد"]


def test_the_headline_is_one_sentence_by_itself() -> None:
    """Stops within a headline part nothing, and what follows it on its line is another."""
    text = "بوساطة قطرية.. كابل تتفق | 12 مايو\nثم ذهب."

    assert sentences(text, title=Span(0, 24)) == ["بوساطة قطرية.. كابل تتفق", "12 مايو", "ثم ذهب."]


def test_a_run_without_a_stop_is_cut_at_spaces() -> None:
    """No sentence is longer than two thousand characters; nothing is lost in cutting."""
    text = "واژه، " * 2_000

    found = sentences(text)

    assert max(map(len, found)) <= 2_000
    assert "".join("".join(found).split()) == "".join(text.split())


def test_a_run_without_a_space_is_cut_all_the_same() -> None:
    """Nor is a text of one endless word."""
    assert [len(s) for s in sentences("س" * 5_000)] == [2_000, 2_000, 1_000]


@given(st.text(alphabet="اب م.د؟!…»«()12۱Aa \n،•-:/\u200c", max_size=200))
def test_sentences_cover_every_letter_once_and_in_order(text: str) -> None:
    """Sentences are disjoint, in order, and no letter or digit of the text is outside them."""
    spans = sentences_of(text, lines_of(text, fold(text)), (), None)

    assert all(a.end <= b.start for a, b in pairwise(spans))
    inside = {i for span in spans for i in range(span.start, span.end)}
    assert all(i in inside for i, char in enumerate(text) if char.isalnum())
