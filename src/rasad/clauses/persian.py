"""Finite verbs of Persian and Dari in running words: «امضا خواهند کرد», «گفته است», «نمی‌پذیرد», «داده شده بود».

Forms are made by rule from the two stems of each verb in lexicons/verbs/fa.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rasad.clauses.verb import Verb
from rasad.lexicons import load
from rasad.text.folding import fold_word
from rasad.text.words import Word


@dataclass(frozen=True, slots=True)
class _Form:
    lemma: str
    tense: str
    negated: bool
    number: str
    person: int


_ENDINGS = load("verbs/endings")["fa"]


def _stems(present: str) -> tuple[str, ...]:
    """The present stem as it meets an ending: گو → گوی."""
    return (present, present + _ENDINGS["glide"]) if present[-1] in _ENDINGS["vowels"] else (present,)


def _forms(lemma: str, past: str, present: str) -> Mapping[str, _Form]:
    out: dict[str, _Form] = {}
    no, progress, be = _ENDINGS["no"], _ENDINGS["progress"], _ENDINGS["be"]

    def put(form: str, tense: str, negated: bool, ending: tuple[str, str, int]) -> None:
        key = fold_word(form)
        if key not in out or (tense, out[key].tense) == ("present", "imperfect"):
            out[key] = _Form(lemma, tense, negated, ending[1], ending[2])

    for suffix, number, person in _ENDINGS["past"]:
        end = (suffix, number, person)
        put(past + suffix, "past", False, end)
        put(_before(no, past) + suffix, "past", True, end)
        put(progress + past + suffix, "imperfect", False, end)
        put(no + progress + past + suffix, "imperfect", True, end)
    for suffix, number, person in _ENDINGS["perfect"]:
        end = (suffix, number, person)
        put(past + _ENDINGS["participle"] + suffix, "perfect" if suffix else "participle", False, end)
        put(_before(no, past) + _ENDINGS["participle"] + suffix, "perfect" if suffix else "participle", True, end)
        put(progress + past + _ENDINGS["participle"] + suffix, "perfect", False, end)
    for stem in _stems(present):
        for suffix, number, person in _ENDINGS["present"]:
            end = (suffix, number, person)
            put(progress + stem + suffix, "present", False, end)
            put(no + progress + stem + suffix, "present", True, end)
            put(_before(be, stem) + suffix, "subjunctive", False, end)
            put(_before(no, stem) + suffix, "subjunctive", True, end)
            put(stem + suffix, "subjunctive", False, end)
    return out


def _before(prefix: str, stem: str) -> str:
    """The stem with a prefix: ن + آورد → نیاورد, ب + گو → بگو."""
    return prefix + _ENDINGS["glide"] + stem if fold_word(stem)[0] in _ENDINGS["vowels"][:1] else prefix + stem


@cache
def _table() -> tuple[Mapping[str, _Form], Mapping[str, str]]:
    """Every folded finite form, and the bare past stems that follow «خواهد»."""
    forms: dict[str, _Form] = {}
    stems: dict[str, str] = {}
    for lemma, (past, present) in load("verbs/fa")["verbs"].items():
        stems.setdefault(fold_word(past), lemma)
        for form, value in _forms(lemma, past, present).items():
            if form not in forms or _rank(value) < _rank(forms[form]):
                forms[form] = value
    _add_prefixed(forms, stems)
    for form, (lemma, tense, negated, number, person) in load("verbs/fa").get("irregular", {}).items():
        forms[fold_word(form)] = _Form(lemma, tense, negated, number, person)
    for word in load("verbs/fa").get("not_verbs", ()):
        forms.pop(fold_word(word), None)
    return forms, stems


def _add_prefixed(forms: dict[str, _Form], stems: dict[str, str]) -> None:
    """Forms of verbs whose prefix stands before all else: باز + می‌گردد, بر + نگشت."""
    for lemma, (prefix, past, present) in load("verbs/fa").get("prefixed", {}).items():
        stems.setdefault(fold_word(prefix + past), lemma)
        for form, value in _forms(lemma, past, present).items():
            forms.setdefault(fold_word(prefix) + form, value)


@cache
def _prefixes() -> Mapping[str, Mapping[str, str]]:
    """By prefix written apart («باز می‌گردد»): the verbs that it changes, and what they become."""
    out: dict[str, dict[str, str]] = {}
    for lemma, (prefix, *_) in load("verbs/fa").get("prefixed", {}).items():
        out.setdefault(fold_word(prefix), {})[lemma[len(prefix) :]] = lemma
    return out


def _rank(form: _Form) -> int:
    return ("past", "present", "perfect", "participle", "imperfect", "subjunctive").index(form.tense)


def is_progressive(word: str) -> bool:
    """Say whether *word* is a verb form written in one with its می or نمی («میگوید»)."""
    key = fold_word(word)
    progress = (_ENDINGS["progress"], _ENDINGS["no"] + _ENDINGS["progress"])
    form = _table()[0].get(key)
    return form is not None and key.startswith(progress) and form.tense in {"present", "imperfect"}


@cache
def nounlike() -> frozenset[str]:
    """Forms that are nouns as often as verbs («نشست», «ساخت», «روند»): verbs only before a border."""
    return frozenset(fold_word(w) for w in _ENDINGS["nounlike"])


@cache
def borders() -> frozenset[str]:
    """Words that may follow a finished clause without a mark."""
    return frozenset(fold_word(w) for w in _ENDINGS["borders"])


@cache
def determiners() -> frozenset[str]:
    """Words that only a noun follows («این نشست», «از بازگشت»)."""
    return frozenset(fold_word(w) for w in _ENDINGS["determiners"])


@cache
def openers() -> frozenset[str]:
    """Marks that open something and end nothing."""
    return frozenset(fold_word(w) for w in _ENDINGS["openers"])


def verb_at(words: Sequence[Word], index: int) -> Verb | None:
    """Return the finite verb group that begins at ``words[index]``, or None.

    Reads perfect («گفته است»), pluperfect, future («خواهد رفت») and passive («امضا شده است» is the lemma «شدن»;
    «داده شد» is «دادن», passive) over several words.
    """
    forms, stems = _table()
    key = words[index].key
    joined = _prefixes().get(key)
    if joined is not None and index + 1 < len(words) and (base := verb_at(words, index + 1)) and base.lemma in joined:
        return replace(base, lemma=joined[base.lemma], first=index)
    following = [w.key for w in words[index + 1 : index + 4]]
    future = _ENDINGS["future"].get(key)
    if future is not None:
        if following and following[0] in stems:
            return Verb(stems[following[0]], index, index + 2, "future", future[0], False, future[1], future[2])
        done = forms.get(following[0]) if following else None
        if done is not None and done.tense == "participle" and len(following) > 1 and following[1] in stems:
            return Verb(done.lemma, index, index + 3, "future", future[0], True, future[1], future[2])
        return None
    form = forms.get(key)
    if form is None:
        return None
    if form.tense != "participle":
        return Verb(form.lemma, index, index + 1, form.tense, form.negated, False, form.number, form.person)
    if following:
        copula = _ENDINGS["copula"].get(following[0])
        if copula is not None:
            tense, number, person = copula
            return Verb(form.lemma, index, index + 2, tense, form.negated, False, number, person)
        if form.lemma != _ENDINGS["become"]:
            passive = _become(words, index + 1)
            if passive is not None:
                negated = passive.negated or form.negated
                return Verb(form.lemma, index, passive.last, passive.tense, negated, True, passive.number)
    return Verb(form.lemma, index, index + 1, "participle", form.negated)


def _become(words: Sequence[Word], index: int) -> Verb | None:
    """The passive's auxiliary at ``words[index]``, whatever its own tense."""
    verb = verb_at(words, index)
    return verb if verb is not None and verb.lemma in _ENDINGS["passive"] else None
