"""What words promise: halves of one word are joined, and each word knows where it stands."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.text.article import Article
from rasad.text.folding import fold
from rasad.text.span import Span
from rasad.text.words import words_between, words_of


def keys(text: str, language: str = "fa") -> list[str]:
    folded = fold(text)
    return [word.key for word in words_between(folded, 0, len(folded.text), language)]


@pytest.mark.parametrize("text", ["او می‌گوید", "او می گوید", "او میگوید", "او مي گويد"])
def test_a_verb_is_one_word_with_its_prefix_however_it_is_parted(text: str) -> None:
    """Joiner, space or nothing: «می‌گوید» is one word."""
    assert keys(text) == ["او", "میگوید"]


@pytest.mark.parametrize("text", ["کشورهای همسایه", "کشور های همسایه", "کشور‌های همسایه"])
def test_a_plural_is_one_word_with_its_ending(text: str) -> None:
    """«کشور های» is «کشورهای»."""
    assert keys(text) == ["کشورهای", "همسایه"]


@pytest.mark.parametrize("text", ["گفت و گو کرد", "گفت‌و‌گو کرد", "گفت‌وگو کرد", "گفتوگو کرد"])
def test_a_word_written_as_three_is_one(text: str) -> None:
    """«گفت و گو» is one word, and so written on either side of joiners."""
    assert keys(text) == ["گفتوگو", "کرد"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("28 میلیارد", ["28", "میلیارد"]),
        ("۲۰۲۳/۰۵/۱۲", ["2023/05/12"]),
        ("۱٫۶ درصد", ["1.6", "درصد"]),
        ("۵٬۷۰۰ تن", ["5,700", "تن"]),
        ("ساعت ۱۲:۲۸", ["ساعت", "12:28"]),
        ("سال ۲۰۲۳.", ["سال", "2023", "."]),
        ("C5 و 5+1", ["c5", "و", "5", "+", "1"]),
    ],
)
def test_numbers_keep_their_marks_and_sentences_theirs(text: str, expected: list[str]) -> None:
    """A mark between digits belongs to the number; one after it does not."""
    assert keys(text) == expected


def test_a_prefix_at_the_end_of_a_line_is_a_word_of_its_own() -> None:
    """Nothing joins over a line end or a mark."""
    assert keys("می\nگوید") == ["می", "گوید"]
    assert keys("می، گوید") == ["می", "،", "گوید"]


def test_arabic_words_keep_their_clitics_and_join_nothing() -> None:
    """«می» means nothing in Arabic."""
    assert keys("وبحث الوزيران می", "ar") == ["وبحث", "الوزیران", "می"]


def test_a_word_knows_where_it_stands_in_the_original() -> None:
    """A joined word's span runs from its first half to its second, blanks and joiners between them included."""
    text = "وزیر  می  گوید: بلی"
    folded = fold(text)

    [_, verb, mark, *_] = words_between(folded, 0, len(folded.text), "fa")

    assert verb.span.of(text) == "می  گوید"
    assert mark.is_mark and not verb.is_mark


@given(st.text(alphabet="می گوید‌ها،.:۱۲3abc\n«»ةإ", max_size=80), st.sampled_from(["fa", "ar"]))
def test_words_stand_in_order_apart_from_each_other_within_the_text(text: str, language: str) -> None:
    """Whatever the text, words are disjoint, in order and in bounds."""
    folded = fold(text)

    words = words_between(folded, 0, len(folded.text), language)

    assert all(a.end <= b.start and a.span.end <= b.span.start for a, b in pairwise(words))
    assert all(0 <= word.span.start < word.span.end <= len(text) for word in words)


def test_the_words_of_a_span_are_those_inside_it() -> None:
    """`words_of` reads a sentence and no more."""
    text = "کابل آرام است. تاشکند می گوید."
    article = Article("a", text, fold(text), language="fa-AF")

    assert [word.key for word in words_of(article, Span(15, len(text)))] == ["تاشکند", "میگوید", "."]
