"""Whom a relative clause or a pronoun on its verb means in Arabic: "دول المجلس، التي تعاونت معها", "واستقبله بوتين"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from rasad.clauses import arabic
from rasad.clauses.arguments import Argument
from rasad.clauses.grammar import Grammar
from rasad.clauses.verb import Verb
from rasad.lexicons import load
from rasad.text.folding import fold_word
from rasad.text.words import Word

#: How many words after the verb of a relative clause its antecedent's pronoun may stand.
_NEAR = 4


def antecedents(
    words: Sequence[Word],
    first: int,
    verb: Verb,
    before: Sequence[Argument],
    subjects: Sequence[Argument],
    known: Grammar,
) -> list[Argument]:
    """Return the parties that a clause means by a relative or an object pronoun, with their roles in it.

    Args:
        first: where the clause begins.
        before: the arguments of the sentence's earlier clauses.
        subjects: the subject of the clause before.
    """
    bound = verb.bound
    opens = all(w.key in arabic.before_verbs() for w in words[first : verb.first])
    joined = opens and words[first].key[:1] in known.clinging
    relative = words[first].key in known.relatives
    bare = opens and not joined and verb.tense != "participle" and first > 0 and not words[first - 1].is_mark
    if relative or (bare and bound):
        named = [] if words[first].key in _sentential() else _adjacent(words, first, before)
        if bound:
            role = "object"
        else:
            role = next((r for w in words[verb.last : verb.last + _NEAR] if (r := _pronouns().get(w.key))), "subject")
        headed = any(arabic.is_head(w.key) for w in words[max(0, first - _NEAR) : first])
        if role == "subject" and not named and not headed:
            # a thing that is no party acts: "الهجوم الذي استهدف"
            return [Argument("subject", "", "", "other", first, first + 1, True, first)]
        return [_moved(a, role, first) for a in named]
    if bound and joined:
        return [_moved(a, "object", first) for a in subjects]
    return []


def _adjacent(words: Sequence[Word], first: int, before: Sequence[Argument]) -> list[Argument]:
    """The parties of the noun phrase that ends just before ``words[first]``."""
    end = first
    while end > 0 and words[end - 1].is_mark:
        end -= 1
    last = next((a for a in before if a.last == end and a.party), None)
    if last is None or not (last.direct or last.form == "adjective"):
        return []
    return [a for a in before if a.phrase == last.phrase and a.party and (a.direct or a.form == "adjective")]


def _moved(argument: Argument, role: str, index: int) -> Argument:
    return replace(argument, role=role, first=index, last=index + 1, direct=True, phrase=index)


@cache
def _sentential() -> frozenset[str]:
    """Relatives that take up all that was said before, and so no party: "مما أدى إلى"."""
    return frozenset(fold_word(w) for w in load("grammar/ar")["sentential"])


@cache
def _pronouns() -> Mapping[str, str]:
    """Prepositions with a pronoun on them, and the role they give whom the pronoun means."""
    return {fold_word(w): role for role, words in load("grammar/ar")["pronouns"].items() for w in words}
