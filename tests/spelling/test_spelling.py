"""Spellings of one name sound alike in three scripts, and those of others do not."""

from __future__ import annotations

import pytest

from rasad.errors import QueryError
from rasad.spelling.likeness import likeness
from rasad.spelling.romanise import romanise, slug
from rasad.spelling.sounds import sound_keys
from rasad.spelling.variants import spellings

_NAMES = [
    ("توکایف", "توكاييف", "طوقايف", "Tokayev", "Токаев"),
    ("لوکاشنکو", "لوكاشينكو", "Lukashenko", "Лукашенко"),
    ("ژاپاروف", "جباروف", "جاپاروف", "Japarov", "Жапаров"),
    ("اردوغان", "إردوغان", "Erdoğan", "Эрдоган"),
    ("لاوروف", "لافروف", "Lavrov", "Лавров"),
]


@pytest.mark.parametrize("names", _NAMES, ids=lambda names: names[-2])
def test_spellings_of_one_name_share_a_key_and_sound_alike(names: tuple[str, ...]) -> None:
    """Whatever press wrote it, it is found and recognised."""
    for name in names[1:]:
        assert sound_keys(names[0]) & sound_keys(name), name
        assert likeness(names[0], name) > 0.86, name


@pytest.mark.parametrize(
    ("one", "other"), [("توکایف", "نظربایف"), ("Lavrov", "Lvov"), ("رحمان", "رحیم"), ("Nazarov", "Nazarbayev")]
)
def test_other_names_stay_under_the_floor(one: str, other: str) -> None:
    """A likeness is worth something because other people's names do not have it."""
    assert likeness(one, other) < 0.86


@pytest.mark.parametrize(
    ("name", "into", "spelling"),
    [("Tokayev", "fa", "توکایف"), ("Tokayev", "ar", "توكاييف"), ("Lavrov", "ar", "لافروف"), ("Lavrov", "ru", "Лавров")],
)
def test_the_usual_spelling_is_among_the_first_generated(name: str, into: str, spelling: str) -> None:
    """A press has its habits."""
    assert spelling in [s.text for s in spellings(name, into, limit=10)]


def test_a_language_without_habits_is_an_error_that_lists_those_with() -> None:
    """Nobody guesses how Welsh writes Tokayev."""
    with pytest.raises(QueryError, match="ar, en, fa, ru"):
        spellings("Tokayev", "cy")


@pytest.mark.parametrize("text", ["", "\u202e\u2066", "ا" * 10_000, "و" * 80, "وج" * 40, "🙂", "123"])
def test_hostile_texts_are_answered(text: str) -> None:
    """No text raises, however long or empty."""
    assert likeness(text, "Tokayev") < 0.86
    assert len(sound_keys(text)) <= 16
    assert isinstance(romanise(text), str) and isinstance(slug(text), str)
    assert len(spellings(text, "en", limit=5)) <= 5
