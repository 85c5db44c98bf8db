"""Words in another case, told from words that are others."""

from __future__ import annotations

import pytest

from rasad.spelling.endings import same_but_ending
from rasad.spelling.letters import fold_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("казахстана", "казахстан"),
        ("таджикской", "таджикский"),
        ("министру иностранных дел", "министр иностранных дел"),
        ("россией", "россия"),
    ],
)
def test_a_word_is_itself_in_another_case(one: str, other: str) -> None:
    assert same_but_ending(fold_word(one), fold_word(other), "ru")


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("иран", "ирак", "ru"),
        ("узбекистан", "узбек", "ru"),
        ("министр обороны", "министр", "ru"),
        ("иранa", "иран", "en"),
    ],
)
def test_other_words_stay_apart(one: str, other: str, language: str) -> None:
    assert not same_but_ending(one, other, language)
