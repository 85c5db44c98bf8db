"""Spellings that a press is known to write are among the first generated."""

from __future__ import annotations

import pytest

from rasad.errors import QueryError
from rasad.spelling.letters import fold_word
from rasad.spelling.variants import spellings
from tests.spelling.names import PRESSES


@pytest.mark.parametrize(("press", "least"), [("fa", 50), ("ar", 45), ("ru", 52)])
def test_attested_spellings_are_among_the_first_ten(press: str, least: int) -> None:
    """Of sixty well-known names most are generated as the press writes them; the number is never lowered."""
    found = [
        english
        for english, attested in PRESSES[press]
        if fold_word(attested) in {fold_word(s.text) for s in spellings(english, press, limit=10)}
    ]

    assert len(found) >= least


@pytest.mark.parametrize("language", ["cy", "", "xx-YY"])
def test_an_unknown_language_is_an_error_that_lists_those_that_exist(language: str) -> None:
    """Nobody guesses how Welsh writes Tokayev."""
    with pytest.raises(QueryError, match="ar, en, fa, ru"):
        spellings("Tokayev", language)


@pytest.mark.parametrize("press", ["fa", "fa-AF", "ar", "ru", "en"])
def test_the_cheapest_come_first_and_once(press: str) -> None:
    """A caller who takes the first few takes the likeliest, no spelling twice."""
    found = spellings("Токаев", press, limit=12)

    assert [s.cost for s in found] == sorted(s.cost for s in found)
    assert len({s.text for s in found}) == len(found) <= 12


@pytest.mark.parametrize("text", ["", "🙂", "\u202e\u2066", "a" * 10_000, "ng" * 5_000, "a b " * 2_500])
def test_hostile_texts_are_answered_in_time(text: str) -> None:
    """No text raises, however long or empty; a long one is cut."""
    found = spellings(text, "fa", limit=5)

    assert len(found) <= 5
    assert found == spellings(text[:1_000], "fa", limit=5)
