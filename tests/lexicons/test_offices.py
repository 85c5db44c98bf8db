"""How offices are called where they are shown, and which of them many hold at once."""

from __future__ import annotations

from rasad.knowledge.base import load_base
from rasad.lexicons import load

LANGUAGES = ("en", "fa", "fa-AF", "ar", "ru")

OFFICES = load("roles/offices")["offices"]


def _keys_of_words() -> set[str]:
    """The offices that a wording in Persian or Arabic gives: «وزیر خارجه» and «وزير الخارجية» give foreign-minister."""
    keys: set[str] = set()
    for language in ("fa", "ar"):
        roles = load(f"roles/{language}")
        keys |= roles["offices"].keys()
        keys |= {field.get("office", f"{key}-minister") for key, field in roles["fields"].items()}
    return keys


def test_every_office_that_texts_word_has_a_line() -> None:
    """An office read from a text can be shown in any of the languages."""
    assert sorted(_keys_of_words() - OFFICES.keys()) == []


def test_every_office_that_a_person_holds_has_a_line() -> None:
    """A tenure in the knowledge base can be shown in any of the languages."""
    held = {tenure.office for entry in load_base().entries() for tenure in entry.tenures}

    assert sorted(held - OFFICES.keys()) == []


def test_no_line_is_of_an_office_that_no_text_words() -> None:
    """A line whose key was renamed in the words goes too."""
    assert sorted(OFFICES.keys() - _keys_of_words()) == []


def test_an_office_is_called_something_in_five_languages() -> None:
    """foreign-minister is «وزیر امور خارجه», «وزير الخارجية», «министр иностранных дел»."""
    lacking = [
        (key, language)
        for key, line in OFFICES.items()
        for language in LANGUAGES
        if not isinstance(line.get(language), str) or not line[language].strip()
    ]

    assert lacking == []


def test_a_line_says_nothing_but_names_and_that_several_hold_it() -> None:
    """`several: true` stands where many hold an office at once, and nothing where one person does."""
    odd = [
        (key, sorted(line))
        for key, line in OFFICES.items()
        if line.keys() - {*LANGUAGES, "several"} or line.get("several", True) is not True
    ]

    assert odd == []


def test_ambassadors_are_many_and_presidents_one() -> None:
    """The offices that the rule of one holder a day is for, and those it is not for."""
    assert OFFICES["ambassador"].get("several")
    assert not OFFICES["president"].get("several")
