"""Whether an event happened, goes on, lies ahead, is only proposed, or is denied: by tense, polarity and cue words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from rasad.text.phrases import phrase_at
from rasad.lexicons import load
from rasad.text.folding import fold_word
from rasad.clauses.verb import Verb

#: Types whose future form is an agreement (codebook 2.0: "a future CONSULT, SUPPORT, COOPERATE or AID is AGREE").
_FUTURE = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}


@cache
def _cues(language: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    return {
        name: tuple(p for w in words if (p := tuple(fold_word(str(w)).split())))
        for name, words in load(f"status/{language}").items()
        if isinstance(words, list)
    }


def cued(keys: Sequence[str], cue: str, language: str) -> bool:
    """Say whether a wording of *cue* (planned, proposed, denied, ongoing, conditional, wish) stands among *keys*."""
    return any(
        phrase_at(keys, i, phrase, language) > 0 for phrase in _cues(language).get(cue, ()) for i in range(len(keys))
    )


def future_type(type_: str) -> str:
    """The type that an event of *type_* has while it still lies ahead."""
    return _FUTURE.get(type_, type_)


def judge(keys: Sequence[str], verb: Verb | None, language: str) -> str | None:
    """Return the status of what a clause tells, or None where it tells of nothing (a condition, a wish).

    Args:
        keys: the folded words of the clause, with those before it that may hold «قرار است».
        verb: its finite verb; None for a headline or a noun.
    """
    if cued(keys, "conditional", language):
        return None
    if cued(keys, "planned", language) or (verb is not None and verb.tense == "future"):
        return "planned"
    if verb is not None and verb.tense == "subjunctive":
        return None
    if cued(keys, "wish", language):
        return None
    if cued(keys, "proposed", language):
        return "proposed"
    if cued(keys, "ongoing", language):
        return "ongoing"
    return "happened"
