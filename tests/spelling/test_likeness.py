"""Spellings of one name are alike whatever the script, and those of another are less so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.lexicons import load
from rasad.spelling.letters import fold_word
from rasad.spelling.likeness import likeness
from rasad.spelling.sounds import sounds
from tests.spelling.names import NEAR_NAMES, OTHER_PEOPLE, SPELLINGS

#: What names are made of, the odd included.
LETTERS = (
    "ابتجحخدرزسشعغفقکگلمنوهیيكةئآپچژټښڕۇabcdeghijklmnoqrstuvxyzçşğıʻ'абвгджзийклмнорстухцчшыэюяқғҳїўђ -.\u200c\u064b"
)
names = st.one_of(st.text(max_size=40), st.text(alphabet=LETTERS, max_size=40))


@pytest.mark.parametrize("spelt", SPELLINGS, ids=lambda names: names[-2])
def test_spellings_of_a_name_are_nearly_alike(spelt: tuple[str, ...]) -> None:
    """What five presses make of one name stays near the English spelling."""
    assert [name for name in spelt if likeness(name, spelt[-2]) < 0.85] == []


@pytest.mark.parametrize(("one", "other"), OTHER_PEOPLE)
def test_other_people_stay_under_the_floor(one: str, other: str) -> None:
    """A likeness is worth something because other people's names do not have it."""
    assert likeness(one, other) < load("linking")["alike"]


@pytest.mark.parametrize(("asked", "right", "near"), NEAR_NAMES)
def test_a_near_name_is_less_alike_than_the_right_one(asked: str, right: str, near: str) -> None:
    """Names that differ by little more than vowels are both over the floor; the right one ranks first."""
    assert likeness(asked, right) > likeness(asked, near)


@given(names, names)
def test_likeness_is_symmetric_and_bounded(one: str, other: str) -> None:
    """Whatever texts hold, likeness is one number in [0, 1] both ways."""
    assert 0.0 <= likeness(one, other) <= 1.0
    assert likeness(one, other) == likeness(other, one)


@given(names)
def test_a_name_is_like_itself(name: str) -> None:
    """Any text with a letter that is read is wholly like itself; one without is like nothing."""
    assert likeness(name, name) == (1.0 if sounds(name) else 0.0)


@pytest.mark.parametrize("name", sorted({name for names in SPELLINGS for name in names}))
def test_a_folded_name_is_still_a_spelling_of_it(name: str) -> None:
    """The knowledge base is compared by folded names, which lose their marks («Çavuşoğlu»)."""
    assert likeness(name, fold_word(name)) >= float(load("linking")["alike"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("الصباح", "al-Sabah", id="the article is a word of its own or none"),
        pytest.param("Rahman", "Rahmann", id="a doubled letter costs little"),
        pytest.param("J. R. Allen", "Allen", id="initials may be left out"),
        pytest.param("Ван", "Wang", id="a g that may be silent"),
        pytest.param("علی", "Ali", id="ayn at the start is a vowel"),
    ],
)
def test_what_may_be_missing_costs_little(one: str, other: str) -> None:
    """Articles, doubled letters, initials and silent letters part no names."""
    assert likeness(one, other) > 0.8


def test_initials_tell_people_apart() -> None:
    """V. P. Singh and R. K. Singh are two men."""
    assert likeness("В. П. Сингх", "V. P. Singh") == 1.0
    assert likeness("В. П. Сингх", "R. K. Singh") < 0.9


@pytest.mark.parametrize("letter", ["ا", "و", "c", "ng", "ж", "🙂", "\u202e", "- "])
def test_ten_thousand_letters_are_compared_at_once(letter: str) -> None:
    """A name is cut before it is read."""
    long = "Гурбангулы Бердымухамедов" * 400

    assert likeness(letter * 10_000, long) == likeness(letter * 1_000, long[:1_000])


@pytest.mark.parametrize("text", ["", " ", "🙂", "\u202e\u2066", "123"])
def test_a_text_without_letters_is_like_nothing(text: str) -> None:
    """Not even like itself: nobody is called so."""
    assert likeness(text, "Tokayev") == likeness(text, text) == 0.0
