"""Whether an event happened, goes on, lies ahead, is only proposed, or is denied: by tense, polarity and cue words.

Cues count where they can speak of the event: those before a verb (or in the short clause before: «قرار است …», "من
المقرر أن …") for what the verb tells, those beside a noun for what the noun tells.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from rasad.clauses.clause import Clause
from rasad.clauses.triggers import Found
from rasad.lexicons import load
from rasad.text.phrases import Phrases

#: Types whose future form is an agreement (codebook 2.0: "a future CONSULT, SUPPORT, COOPERATE or AID is AGREE").
_FUTURE = {"CONSULT": "AGREE", "SUPPORT": "AGREE", "COOPERATE": "AGREE", "AID": "AGREE", "RETREAT": "CONCEDE"}
#: Types that go on while a verb in the present tells of them; what is said or decided is over once it is said.
_LASTING = frozenset({"COOPERATE", "AID", "SANCTION", "REJECT", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE"})
#: Types that, negated, are still said once («قصد ندارد», «نمی‌خواهد»).
_SAID = frozenset({"AGREE", "REQUEST"})
#: Types that may be told by denying them («هیچ سلاحی نداده است»).
_DENIABLE = frozenset({"AGREE", "CONSULT", "SUPPORT", "AID", "SANCTION", "ASSAULT", "COERCE", "MOBILIZE", "COOPERATE"})
_OVER = frozenset({"past", "perfect", "pluperfect"})
#: How many words beside a noun its cues may stand in.
_BESIDE = 4


@cache
def _cues(language: str) -> Phrases:
    return Phrases.of({n: w for n, w in load(f"status/{language}").items() if isinstance(w, list)}, language)


def cues_in(keys: Sequence[str], language: str) -> frozenset[str]:
    """Return the cues (planned, ahead, proposed, denied, ongoing, conditional, wish) worded among *keys*."""
    return _cues(language).names(keys)


def future_type(type_: str) -> str:
    """The type that an event of *type_* has while it still lies ahead."""
    return _FUTURE.get(type_, type_)


def judge(clause: Clause, found: Found, mood: Sequence[str], type_: str, language: str) -> str | None:
    """Return the status of the event that *found* tells of in *clause*, or None where it tells of nothing.

    Args:
        mood: the folded words of the short clause before, where there is one.
        type_: the event's type.
    """
    if found.by_noun:
        return _of_noun(clause, found, mood, language)
    return _of_verb(clause, found, mood, type_, language)


def _of_verb(clause: Clause, found: Found, mood: Sequence[str], type_: str, language: str) -> str | None:
    verb = clause.verb
    keys = tuple(w.key for w in clause.words)
    if verb is None:
        return "happened"
    before = (*mood, *keys[clause.first : verb.last if language == "fa" else verb.first])
    cues = cues_in(before, language)
    if "conditional" in cues:
        return None
    if verb.tense == "subjunctive":
        return "planned" if "planned" in cues_in(mood, language) and not verb.negated else None
    if "planned" in cues or verb.tense == "future" or ("ahead" in cues and verb.tense not in _OVER):
        if verb.negated:
            return None if found.trigger.negated is None else "happened"
        return "planned"
    if "wish" in cues:
        return None
    if verb.negated and found.trigger.negated is None:
        return "denied" if type_ in _DENIABLE and verb.tense in _OVER else None
    lasts = type_ in _LASTING and (type_ == found.trigger.type or found.trigger.type not in _SAID)
    if "ongoing" in cues or (verb.tense == "present" and lasts):
        return "ongoing"
    return "happened"


def _of_noun(clause: Clause, found: Found, mood: Sequence[str], language: str) -> str | None:
    verb = clause.verb
    keys = tuple(w.key for w in clause.words)
    beside = cues_in(keys[max(clause.first, found.first - _BESIDE) : min(clause.last, found.last + _BESIDE)], language)
    around = cues_in((*mood, *clause.keys), language)
    if "conditional" in around:
        return None
    if "denied" in around and verb is not None and (verb.first < found.first) == (language == "ar"):
        return "denied"
    if "planned" in beside or "planned" in cues_in(mood, language) or (verb is not None and verb.tense == "future"):
        return "planned"
    if "proposed" in beside:
        return "proposed"
    if "wish" in beside or (verb is not None and verb.tense == "subjunctive"):
        return None
    return "ongoing" if "ongoing" in beside else "happened"
