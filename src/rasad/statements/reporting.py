"""Words that report speech, from lexicons/statements: «گفت», «ابراز نگرانی کرد», "وأشار إلى", "مؤكدا", «به گفته»."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rasad.clauses.grammar import grammar
from rasad.clauses.verb import Verb
from rasad.lexicons import load
from rasad.text.folding import fold_word
from rasad.text.phrases import Phrase, Phrases, phrase

_NEAR = {"fa": 4, "ar": 6}
_THEN = {"fa": 2, "ar": 12}
_WITHIN = {"fa": 60, "ar": 24}


@dataclass(frozen=True, slots=True)
class Reporting:
    """One way to report, as an entry of the lexicon gives it.

    ``nouns`` must stand close to the verb, or anywhere in its clause where ``far``; of ``also`` the clause holds one,
    of ``unless`` none, and one of ``then`` follows the verb. ``act``: the saying is itself what was done («خواستار …
    شد»), its clause is the evidence. ``object``: the one party after the verb may be asked, not asking. ``closed``:
    nothing said follows the verb. ``of``: who spoke stands after the noun ("نقلت وكالة … عن …").
    """

    nouns: Phrases | None
    also: Phrases | None
    unless: Phrases | None
    then: Phrases | None
    tenses: frozenset[str]
    far: bool
    act: bool
    object: bool
    closed: bool
    of: bool


@cache
def _by_verb(language: str) -> Mapping[str, tuple[Reporting, ...]]:
    light = load(f"verbs/{language}").get("light") or {}
    found: dict[str, list[Reporting]] = defaultdict(list)
    for entry in load(f"statements/{language}")["reporting"]:
        way = Reporting(
            nouns=_phrases(entry.get("nouns"), language),
            also=_phrases(entry.get("also"), language),
            unless=_phrases(entry.get("unless"), language),
            then=_phrases(entry.get("then"), language),
            tenses=frozenset(entry.get("tenses") or ()),
            far=bool(entry.get("far")),
            act=bool(entry.get("act")),
            object=bool(entry.get("object")),
            closed=bool(entry.get("closed")),
            of=bool(entry.get("of")),
        )
        for verb in entry["verbs"]:
            for lemma in light.get(verb, (verb,)):
                found[lemma].append(way)
    return {lemma: tuple(ways) for lemma, ways in found.items()}


def _phrases(words: Iterable[str] | None, language: str) -> Phrases | None:
    return Phrases.of({"": tuple(words)}, language) if words else None


def reporting(keys: Sequence[str], first: int, last: int, verb: Verb, language: str) -> Reporting | None:
    """Return the way in which *verb*, in the clause ``keys[first:last]`` of a sentence, reports speech, or None."""
    best: Reporting | None = None
    if language == "fa" and verb.tense == "subjunctive":
        return None
    for way in _by_verb(language).get(verb.lemma, ()):
        if way.tenses and verb.tense not in way.tenses:
            continue
        if way.nouns is not None and not _beside(keys, first, last, verb, way, language):
            continue
        around = keys[
            max(0, min(first, verb.first)) : min(len(keys), max(last, verb.last) + (6 if language == "ar" else 2))
        ]
        if way.also is not None and not way.also.names(around):
            continue
        if way.then is not None and not way.then.names(keys[verb.last : verb.last + _THEN[language]]):
            continue
        if way.unless is not None and way.unless.names(around):
            continue
        if best is None or (way.nouns is not None and best.nouns is None):
            best = way
    return best


def _beside(keys: Sequence[str], first: int, last: int, verb: Verb, way: Reporting, language: str) -> bool:
    """Whether a noun of *way* stands where the language puts it: before a Persian verb, after an Arabic one."""
    assert way.nouns is not None  # noqa: S101 - the caller asks only then
    reach = _WITHIN[language] if way.far else _NEAR[language]
    if language == "fa":
        ends = [e for i in range(first, verb.first) for _, e in way.nouns.at(keys, i) if e <= verb.first]
        if way.far:
            return bool(ends)
        joint = grammar(language).conjunctions
        return any(
            (way.act and end < verb.first - reach and keys[end] in joint)
            or (verb.first - end <= reach and not _parted(keys, end, verb.first, language))
            for end in ends
        )
    end = len(keys) if way.far else min(len(keys), verb.last + reach)
    return any(True for i in range(verb.last, end) for _ in way.nouns.at(keys, i))


def noun_after(keys: Sequence[str], verb: Verb, way: Reporting, language: str) -> int | None:
    """Return where the noun of *way* ends after *verb*, or None."""
    assert way.nouns is not None  # noqa: S101 - the caller asks only then
    places = range(verb.last, min(len(keys), verb.last + _NEAR[language] * 2))
    return next((end for i in places for _, end in way.nouns.at(keys, i)), None)


def _parted(keys: Sequence[str], first: int, last: int, language: str) -> bool:
    """Whether a marker or preposition stands in ``keys[first:last]``, which parts a noun from its light verb."""
    known = grammar(language)
    parting = known.object_markers | known.complementisers | known.linkers | known.conjunctions
    return any(k in parting or not k[0].isalnum() or (k,) in known.prepositions for k in keys[first:last])


@dataclass(frozen=True, slots=True)
class Participle:
    """A form that reports inside somebody else's sentence ("مشيرا إلى أن"): its words end at ``last``.

    ``same``: it only opens what the verb before it reports ("رد … بقوله").
    """

    last: int
    act: bool
    same: bool


@cache
def _participles(language: str) -> Mapping[str, tuple[tuple[Phrase, bool, bool], ...]]:
    ways = _by_verb(language)
    found: dict[str, list[tuple[Phrase, bool, bool]]] = defaultdict(list)
    for entry in load(f"statements/{language}").get("participles") or ():
        act = any(way.act for way in ways.get(entry["verb"], ()))
        for form in entry["forms"]:
            words = phrase(form)
            found[words[0]].append((words, act, bool(entry.get("same"))))
    return {head: tuple(sorted(forms, key=lambda f: -len(f[0]))) for head, forms in found.items()}


def participle_at(keys: Sequence[str], index: int, language: str) -> Participle | None:
    """Return the reporting participle that stands at ``keys[index]``, with or without «و» before it."""
    known = _participles(language)
    for key in (keys[index], keys[index][1:] if keys[index][:1] in _clinging(language) else ""):
        for words, act, same in known.get(key, ()):
            end = index + len(words)
            if tuple(keys[index + 1 : end]) == words[1:]:
                return Participle(end, act, same)
    return None


@cache
def _clinging(language: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in load(f"grammar/{language}").get("clinging") or ())


@cache
def _sources(language: str) -> Mapping[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = defaultdict(list)
    for wording in load(f"statements/{language}")["according_to"]:
        words = phrase(wording)
        found[words[0]].append(words)
    return {head: tuple(sorted(words, key=lambda w: -len(w))) for head, words in found.items()}


def source_at(keys: Sequence[str], index: int, language: str) -> int | None:
    """Return where the phrase such as «به گفته» or "وبحسب" that stands at ``keys[index]`` ends, or None.

    A last word of one letter ("وفقا لـ") is written onto the word that follows, which is then no part of the phrase.
    """
    key = keys[index]
    for head in (key, key[1:] if key[:1] in _clinging(language) else ""):
        for words in _sources(language).get(head, ()):
            whole, letter = (words[:-1], words[-1]) if len(words[-1]) == 1 else (words, "")
            end = index + len(whole)
            if tuple(keys[index + 1 : end]) == whole[1:] and end < len(keys) and keys[end].startswith(letter):
                return end
    return None


@cache
def words_of_kind(language: str, kind: str) -> frozenset[str]:
    """Return the folded single words of one list of the lexicon: "source_nouns", "speakers", …"""
    return frozenset(fold_word(w) for w in load(f"statements/{language}").get(kind) or () if " " not in w)


@cache
def group(language: str, kind: str) -> Phrases:
    """Return the wordings of a kind of speaker: "unnamed" («تحلیلگران»), "participants" ("القادة") or "speakers"."""
    return Phrases.of({kind: load(f"statements/{language}")[kind]}, language)
