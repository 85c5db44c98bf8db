"""Where the clauses of an Arabic sentence begin: "أكد الرئيس | أن بلاده تدعم الاتفاق | الذي وقعه الوزير"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import replace
from itertools import pairwise

from rasad.clauses import arabic
from rasad.clauses.grammar import Grammar
from rasad.clauses.verb import Verb
from rasad.text.words import Word

#: A clause as words ``[first, last)`` of its sentence, its verb, and whether a complementiser opens it.
Cut = tuple[int, int, Verb | None, bool]

#: How many words may part an auxiliary from its verb.
_REACH = 14


def find_cuts(words: Sequence[Word], known: Grammar, named: Set[int]) -> Iterator[Cut]:
    """Yield the clauses of one sentence, each around a verb; *named* words are names and never verbs."""
    verbs = [v for i in range(len(words)) if i not in named and (v := arabic.verb_at(words, i, named)) is not None]
    begun = list(_without_auxiliaries(words, verbs, known))
    verbs = [verb for _, verb in begun]
    if not verbs:
        yield 0, len(words), None, False
        return
    starts = [0]
    for number, (before, verb) in enumerate(pairwise(verbs), 1):
        start = _start(words, before.last, begun[number][0], known)
        starts.append(start)
        if verb.tense == "subjunctive" and words[start].key in known.further and verbs[number - 1].tense == "future":
            verbs[number] = replace(verb, tense="future")
    for number, verb in enumerate(verbs):
        first, last = starts[number], starts[number + 1] if number + 1 < len(verbs) else len(words)
        complement = any(w.key in known.complementisers for w in words[first : verb.first])
        if first < last:
            yield first, last, verb, complement


def _start(words: Sequence[Word], floor: int, begun: int, known: Grammar) -> int:
    """Where a clause begins whose verb, or auxiliary, stands at *begun*: at the mark or opening word before."""
    for index in range(begun - 1, floor - 1, -1):
        key = words[index].key
        if key in known.complementisers:
            # "من المقرر أن" belongs to what it governs
            if (
                index - 2 >= floor
                and words[index - 2].key in arabic.openers()
                and words[index - 1].key.startswith(known.article)
            ):
                return index - 2
            return index
        if key in known.breaks or key in known.linkers or key in known.relatives:
            return index
    return begun


def _without_auxiliaries(words: Sequence[Word], verbs: Sequence[Verb], known: Grammar) -> Iterator[tuple[int, Verb]]:
    """Leave out verbs that only set the time of the next ("كان … قد وقع"); yield each with where it, or they, begin."""
    skipped: Verb | None = None
    for number, verb in enumerate(verbs):
        following = verbs[number + 1] if number + 1 < len(verbs) else None
        if verb.lemma in arabic.auxiliaries() and following is not None and following.first - verb.last <= _REACH:
            between = [w.key for w in words[verb.last : following.first]]
            if not any(k in known.breaks or k in known.complementisers or k in known.relatives for k in between):
                skipped = verb if skipped is None else skipped
                continue
        begun = verb.first
        if skipped is not None:
            begun = skipped.first
            if skipped.negated and skipped.lemma not in arabic.lasting():
                verb = replace(verb, negated=True)
            if verb.tense == "subjunctive" and skipped.tense != "subjunctive":
                verb = replace(verb, tense=skipped.tense)
            skipped = None
        yield begun, verb
