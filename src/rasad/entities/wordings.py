"""Small words that decide whom a wording means: titles, prepositions of places, pronouns and group words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rasad.lexicons import load
from rasad.text.folding import fold_word


@dataclass(frozen=True, slots=True)
class Wordings:
    """Folded words of one language.

    ``borders`` end a noun phrase; ``groups`` maps a phrase to its key (both-sides, this-country, he, …).
    """

    honorifics: frozenset[str]
    occupations: frozenset[str]
    byline_labels: frozenset[str]
    office_words: frozenset[str]
    office_parts: frozenset[str]
    inside_names: frozenset[str]
    locatives: frozenset[str]
    locative_prefixes: tuple[str, ...]
    goals: frozenset[str]
    travel: tuple[str, ...]
    dateline_marks: frozenset[str]
    capital_words: frozenset[str]
    weekdays: frozenset[str]
    before_city: frozenset[str]
    geographic: frozenset[str]
    meetings: frozenset[str]
    object_markers: frozenset[str]
    linkers: frozenset[str]
    borders: frozenset[str]
    groups: Mapping[tuple[str, ...], str]
    group_heads: frozenset[str]
    bodies: Mapping[str, str]
    speak_for: Mapping[str, tuple[str, str]]
    arms: frozenset[str]
    private: frozenset[str]
    leading: frozenset[str]
    parts: Mapping[str, str]
    seats: Mapping[str, str]
    slugs: Mapping[str, str]
    counted: Mapping[int, str]
    owners: Mapping[str, str]
    same: Mapping[str, str]

    def group_at(self, keys: Sequence[str]) -> tuple[str, int] | None:
        """The group word that *keys* begins with, and its length in words; longest first."""
        if not keys or keys[0] not in self.group_heads:
            return None
        for size in (4, 3, 2, 1):
            key = self.groups.get(tuple(keys[:size])) if len(keys) >= size else None
            if key is not None:
                return key, size
        return None


def _borders(grammar: Mapping[str, Any]) -> frozenset[str]:
    """Words at which a noun phrase ends: prepositions, conjunctions, complementisers and object markers."""
    names = ("conjunctions", "complementisers", "relatives", "linkers", "object_markers")
    words = [w for name in names for w in grammar[name]]
    words += [w for role in grammar["prepositions"].values() for w in role]
    return frozenset(key for w in words if " " not in (key := fold_word(str(w))))


@cache
def wordings(language: str) -> Wordings:
    """Return the small words of "fa" or "ar"."""
    people = load("names/occupations")
    roles, grammar, places = load(f"roles/{language}"), load(f"grammar/{language}"), load("places")[language]
    offices = {fold_word(w).split()[0] for o in roles["offices"].values() for w in o["words"]}
    groups = {
        tuple(fold_word(w).split()): key for key, words in grammar["groups"].items() for w in words if fold_word(w)
    }
    return Wordings(
        honorifics=frozenset(fold_word(w) for w in roles["honorifics"]),
        occupations=frozenset(fold_word(w) for w in people[language]),
        byline_labels=frozenset(part for w in people["labels"][language] for part in fold_word(w).split()),
        office_words=frozenset(offices),
        office_parts=frozenset(k for o in roles["offices"].values() for w in o["words"] for k in fold_word(w).split()),
        inside_names=frozenset(fold_word(w) for w in (*roles["honorifics"], *places["inside_names"])),
        locatives=frozenset(fold_word(w) for w in places["locatives"]),
        locative_prefixes=tuple(fold_word(w) for w in places["locative_prefixes"]),
        goals=frozenset(fold_word(w) for w in places["goals"]),
        travel=tuple(fold_word(w) for w in places["travel"]),
        dateline_marks=frozenset(fold_word(w) for w in places["dateline_marks"]),
        capital_words=frozenset(fold_word(w) for w in places["capital_words"]),
        weekdays=frozenset(fold_word(w) for w in places["weekdays"]),
        before_city=frozenset(fold_word(w) for w in places["before_city"]),
        geographic=frozenset(fold_word(w) for w in places["geographic"]),
        meetings=frozenset(fold_word(w) for w in grammar["meetings"]),
        object_markers=frozenset(fold_word(w) for w in grammar["object_markers"]),
        linkers=frozenset(fold_word(w) for name in ("complementisers", "linkers") for w in grammar[name]),
        borders=_borders(grammar),
        groups=groups,
        group_heads=frozenset(words[0] for words in groups),
        bodies=load("bodies")["ids"],
        speak_for={office: (kind, key) for office, (kind, key) in load("bodies")["speak_for"].items()},
        arms=frozenset(load("bodies")["arms"]),
        private=frozenset(load("bodies")["private"]),
        leading=frozenset(load("bodies")["leading"]),
        parts=load("bodies")["parts"],
        seats=load("bodies")["seats"],
        slugs=load("bodies")["slugs"],
        counted=load("bodies")["counted"],
        owners=load("bodies")["owners"],
        same=load("bodies")["same"],
    )
