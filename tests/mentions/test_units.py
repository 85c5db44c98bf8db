"""Units and counted nouns."""

from __future__ import annotations

import pytest

from rasad.mentions.units import may_be_unit, unit_at
from rasad.text.article import Article
from rasad.text.folding import fold
from rasad.text.span import Span
from rasad.text.words import words_of


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [
        ("fa-IR", "کیلومتر مربع", "km2"),
        ("fa-IR", "کیلومتر راه", "km"),
        ("fa-AF", "میگاوات برق", "MW"),
        ("fa-IR", "سربازان", "persons"),
        ("ar", "كيلومترا مربعا", "km2"),
        ("ar", "الجنود", "persons"),
        ("ar", "اتفاقيتين", "agreements"),
    ],
)
def test_the_longest_wording_of_a_unit_is_meant(language: str, text: str, unit: str) -> None:
    """«کیلومتر مربع» is no length; endings and the article of Arabic are known."""
    article = Article("made-up", text, fold(text), language=language)
    wording = unit_at(words_of(article, Span(0, len(text))), 0, article.base_language)

    assert wording is not None
    assert wording.unit.unit == unit


def test_a_word_that_begins_no_unit_is_known_at_once() -> None:
    """The question whether a unit may begin at a word needs no words after it."""
    assert may_be_unit(fold("دالر").text, "fa")
    assert not may_be_unit(fold("گفت").text, "fa")
