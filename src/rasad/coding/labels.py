"""Labels: what the model tells apart, in the order of its outputs, and the features that lexicons and grammar give it.

A change of any tuple here asks for a model trained anew; the card of a model pins their digest.
"""

from __future__ import annotations

import hashlib

from rasad.events.event import STATUSES, TYPES
from rasad.risks.risk import CATEGORIES

#: Modes of all types, "" for none.
MODES = (
    "", "abduct", "access", "aerial", "allege", "arrest", "assist", "beat", "boycott", "ceasefire", "censor",
    "change", "convict", "crowd-control", "curfew", "cyber", "demo", "deport", "destroy", "disapprove", "disarm",
    "discontinue", "drone", "expel", "explosives", "firearms", "heavy-weapons", "hunger", "investigate",
    "martial-law", "meet", "militia", "misinformation", "multilateral", "obstruct", "phone", "police", "primitive",
    "relations", "release", "resign", "restrict", "riot", "seize", "sexual", "strike", "suicide-attack", "targeted",
    "territory", "third-party", "torture", "troops", "unconventional", "vandalize", "violence", "visit", "weapons",
    "withdraw", "withhold", "yield",
)  # fmt: skip
#: What a token may be part of: an event of a type, a word of saying, a danger, a mechanism.
TAGS = (*TYPES, "statement", *(f"risk:{c}" for c in CATEGORIES), "response")
#: What is known of a token before anything is read: what the lexicons drafted and saw there, and what it names.
TOKEN_FEATURES = (
    *(f"draft:{t}" for t in TYPES), *(f"seen:{t}" for t in TYPES), *(f"draft:{s}" for s in STATUSES),
    "party", "person", "place", "date", "quantity", "title", "verb", "complement", "risk", "response", "statement",
    "figure", "arabic",
)  # fmt: skip
ROLES = (
    "subject", "object", "with", "to", "from", "of", "in", "by", "between", "against", "about", "on", "for", "other",
)  # fmt: skip
FORMS = ("name", "adjective", "capital", "people", "role", "pronoun", "group", "person", "place")
#: Borders between ranges of how many tokens lie between two words.
DISTANCES = (-60, -30, -15, -8, -4, -1, 1, 4, 8, 15, 30, 60)
#: What is known of one wording of a party beside an event's words.
WORDING = (
    *(f"far:{i}" for i in range(len(DISTANCES) + 1)), *(f"role:{r}" for r in ROLES), *(f"form:{f}" for f in FORMS),
    "direct", "joined", "same sentence", "same clause", "clause before", "clause after", "title",
)  # fmt: skip
TENSES = ("past", "present", "perfect", "pluperfect", "future", "subjunctive", "participle", "imperfect")
#: What is known of an event before its parties are; type, status, mode and tense as places in their lists.
EVENT = (
    "type", "status", "mode", "by noun", "meeting", "arabic", "titled", "complement", "parties", "verb", "tense",
    "passive", "negated", "plural", "first person", "on verb", "seen", "seen mutual", "seen at home", "seen passive",
)  # fmt: skip
#: What is known of a party beside an event however it is worded; "draft sides" counts actors, and recipients by fours.
SIDE = (
    "state", "organisation", "forum", "region", "share", "first named", "wordings", "nowhere", "drafted",
    "draft actor", "draft recipient", "other draft actor", "other draft recipient", "before actor",
    "before recipient", "after actor", "after recipient", "draft sides", "actor's role", "recipient's role",
    "other role", "last subject", "opening subject", "speaks", "rank", "distance", "rivals", "rivals near",
)  # fmt: skip
#: One row of a party: the event, its nearest wording, any wording, the party.
PARTY = (*EVENT, *(f"nearest {n}" for n in WORDING), *(f"any {n}" for n in WORDING), *SIDE)
PRECISIONS = ("day", "month", "year", "range")
#: What is known of a date beside an event's words.
DATE = (
    *(f"far:{i}" for i in range(len(DISTANCES) + 1)), *(f"precision:{p}" for p in PRECISIONS), "same sentence",
    "same clause", "clause before", "opens line", "titled", "before", "publication", "after", "days", "drafted",
    "any drafted", "nowhere", "dates", "none",
)  # fmt: skip
#: One row of a date: the event, the date.
DATED = (*EVENT, *DATE)
#: What speaks for a choice of actors and recipients: shares of those in it and of those left out, sizes, the draft's.
CHOICE = (
    *EVENT, "whole", "short of best", "least actor", "least recipient", "mean actor", "mean recipient", "actor out",
    "recipient out", "party out", "actor as recipient", "recipient as actor", "actors", "recipients", "both", "rivals",
    "at home", "last rank", "draft", "draft parties", "draft actors", "draft recipients",
)  # fmt: skip
#: How features begin that drafts and records of the lexicons give.
LEXICAL = ("draft", "seen:", "risk", "response", "statement", "figure")


def digest() -> str:
    """Return the hex SHA-256 of all labels and features, which a model and the code must agree on."""
    told = repr((MODES, TAGS, STATUSES, TOKEN_FEATURES, PARTY, DATED, CHOICE))
    return hashlib.sha256(told.encode()).hexdigest()
