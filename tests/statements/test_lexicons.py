from __future__ import annotations

import pytest

from rasad.lexicons import load


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_verbs_of_saying_are_verbs_that_the_lexicon_of_verbs_knows(language: str) -> None:
    """A verb that no form is made of would never report anything."""
    verbs, lexicon = load(f"verbs/{language}"), load(f"statements/{language}")
    known = {*verbs["verbs"], *(verbs.get("prefixed") or ()), *(verbs.get("light") or ())}

    named = {verb for entry in lexicon["reporting"] for verb in entry["verbs"]}
    named |= {entry["verb"] for entry in lexicon.get("participles") or ()}

    assert named - known == set()


@pytest.mark.parametrize("language", ["fa", "ar"])
def test_entries_say_nothing_that_is_not_read(language: str) -> None:
    """A misspelt key would be passed over in silence."""
    keys = {key for entry in load(f"statements/{language}")["reporting"] for key in entry}

    assert keys <= {"verbs", "nouns", "also", "then", "unless", "tenses", "far", "act", "object", "closed", "of"}
