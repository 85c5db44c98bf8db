"""Whether an event happened, goes on, lies ahead, is only proposed, or is denied: by tense, polarity and cue words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rasad.clauses.verb import Verb
from rasad.lexicons import load
from rasad.text.phrases import Phrases

#: Types whose future form is an agreement (codebook 2.0: "a future CONSULT, SUPPORT, COOPERATE or AID is AGREE").
_FUTURE = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}


@cache
def _cues(language: str) -> Phrases:
    return Phrases.of({n: w for n, w in load(f"status/{language}").items() if isinstance(w, list)}, language)


def cues_in(keys: Sequence[str], language: str) -> frozenset[str]:
    """Return the cues (planned, ahead, proposed, denied, ongoing, conditional, wish) worded among *keys*."""
    return _cues(language).names(keys)


def future_type(type_: str) -> str:
    """The type that an event of *type_* has while it still lies ahead."""
    return _FUTURE.get(type_, type_)


def judge(keys: Sequence[str], verb: Verb | None, language: str) -> str | None:
    """Return the status of what a clause tells, or None where it tells of nothing (a condition, a wish).

    Args:
        keys: the folded words of the clause, with those before it that may hold «قرار است».
        verb: its finite verb; None for a headline or a noun.
    """
    cues = cues_in(keys, language)
    if "conditional" in cues:
        return None
    if "planned" in cues or (verb is not None and verb.tense == "future"):
        return "planned"
    if "ahead" in cues and (verb is None or verb.tense in {"present", "subjunctive"}):
        return "planned"
    if verb is not None and verb.tense == "subjunctive":
        return None
    if "wish" in cues:
        return None
    if "proposed" in cues:
        return "proposed"
    if "ongoing" in cues:
        return "ongoing"
    return "happened"
