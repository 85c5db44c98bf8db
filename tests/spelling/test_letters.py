"""Letters that fold together are one letter to every list of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.spelling.letters import fold_letter, fold_word


@pytest.mark.parametrize(
    ("letters", "folded"),
    [
        pytest.param("كڪ", "ک", id="kaf"),
        pytest.param("يىئې", "ی", id="yeh"),
        pytest.param("أإآٱ", "ا", id="alif"),
        pytest.param("ةۀەہھ", "ه", id="heh"),
        pytest.param("ؤ", "و", id="waw with hamza"),
        pytest.param("ءـ\u200c\u200d\u064b\u0651\u202e", "", id="hamza, tatweel, joiners, harakat, bidi controls"),
        pytest.param("۷٧७7", "7", id="digits of every script"),
        pytest.param("\u00a0\u2009\t ", " ", id="spaces"),
        pytest.param("É", "e", id="a mark on a Latin letter"),
        pytest.param("Йй", "и", id="a breve on a Cyrillic letter"),
    ],
)
def test_letters_fold_together(letters: str, folded: str) -> None:
    """Each of them is written for the same letter."""
    assert {fold_letter(letter) for letter in letters} == {folded}


@given(st.text(max_size=60))
def test_folding_twice_is_folding_once(text: str) -> None:
    """A folded wording is a key: it folds to itself."""
    assert fold_word(fold_word(text)) == fold_word(text)


@given(st.text(max_size=60))
def test_a_folded_wording_has_no_outer_or_double_spaces(text: str) -> None:
    """Keys of lexicons are compared as they are."""
    assert fold_word(text) == " ".join(fold_word(text).split())
