"""Finite verbs of Arabic in running words: "وقّع", "سيلتقي", "لم توقع", "ويبحثان", "أبلغه".

Forms are made by rule from the perfect and imperfect of each verb in lexicons/verbs/ar, without harakat: the passive
looks like the active here and is told apart, where it matters, by what stands around it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from rasad.lexicons import load
from rasad.text.folding import fold_word
from rasad.clauses.verb import Verb
from rasad.text.words import Word

_ENDINGS = load("verbs/endings")["ar"]


@dataclass(frozen=True, slots=True)
class _Form:
    lemma: str
    tense: str
    number: str
    person: int = 3


def _perfect(lemma: str) -> Mapping[str, _Form]:
    """The perfect's forms: التقى → التقت, التقيا, التقوا; وقع → وقعت, وقعا, وقعوا."""
    key = fold_word(lemma)
    weak = lemma[-1] in _ENDINGS["weak"] and len(key) > 2
    out = {key: _Form(lemma, "past", "singular")}
    for ending, number in _ENDINGS["perfect"]:
        form = _Form(lemma, "past", number, 1 if ending in _ENDINGS["first_person_perfect"] else 3)
        if not weak:
            out.setdefault(key + ending, form)
        elif ending in _ENDINGS["weak_dropped"]:
            out.setdefault(key[:-1] + ending, form)
        elif ending in _ENDINGS["weak_glide"]:
            out.setdefault(key[:-1] + _ENDINGS["weak_glide"][ending], form)
    return out


def _imperfect(lemma: str, imperfect: str) -> Mapping[str, _Form]:
    """The imperfect's forms with their prefixes; a weak last letter also falls ("لم يلتقِ")."""
    key = fold_word(imperfect)
    stem = key[1:]
    weak = key[-1] in _ENDINGS["weak_imperfect"] and len(key) > 3
    out: dict[str, _Form] = {}
    for prefix in _ENDINGS["prefixes"]:
        first_person = prefix in _ENDINGS["first_person"]
        for ending, number in _ENDINGS["imperfect"]:
            if first_person and ending:
                continue
            base = stem[:-1] if weak and ending in _ENDINGS["weak_imperfect_dropped"] else stem
            out.setdefault(prefix + base + ending, _Form(lemma, "present", number, 1 if first_person else 3))
        if weak:
            out.setdefault(prefix + stem[:-1], _Form(lemma, "present", "singular"))
    return out


@cache
def _table() -> Mapping[str, _Form]:
    forms: dict[str, _Form] = {}
    lexicon = load("verbs/ar")
    for lemma, parts in lexicon["verbs"].items():
        imperfect = parts[0] if parts else None
        irregular = parts[2] if len(parts) > 2 else ()
        for form, value in _perfect(lemma).items():
            forms.setdefault(form, value)
        if imperfect:
            for form, value in _imperfect(lemma, imperfect).items():
                forms.setdefault(form, value)
        for form in irregular:
            tense = "present" if fold_word(form)[0] in _ENDINGS["prefixes"][0] else "past"
            forms[fold_word(form)] = _Form(lemma, tense, "singular")
    for word in lexicon.get("not_verbs", ()):
        forms.pop(fold_word(word), None)
    return forms


@cache
def _look_up(key: str) -> tuple[_Form, str] | None:
    """The form of *key* with its clitics taken off, and its tense."""
    forms = _table()
    bodies = [key]
    if len(key) > 3 and key[0] in _ENDINGS["conjunctions"]:
        bodies.append(key[1:])
    for body in bodies:
        candidates = [(body, None)]
        if len(body) > 4 and body[0] == _ENDINGS["future"] and body[1] in _ENDINGS["prefixes"]:
            candidates.append((body[1:], "future"))
        if len(body) > 4 and body[0] == _ENDINGS["purpose"] and body[1] in _ENDINGS["prefixes"]:
            candidates.append((body[1:], "subjunctive"))
        for stem, tense in candidates:
            found = forms.get(stem)
            if found is None:
                found = next(
                    (forms[stem[: -len(o)]] for o in _ENDINGS["objects"]
                     if stem.endswith(o) and len(stem) - len(o) >= 3 and stem[: -len(o)] in forms),
                    None,
                )  # fmt: skip
            if found is not None and (tense is None or found.tense == "present"):
                return found, tense or found.tense
    return None


@cache
def _particles() -> Mapping[str, tuple[str, bool]]:
    """Words before a verb that set its tense and polarity: لم, لن, لا, سوف, قد, كان, أن."""
    return {fold_word(w): (tense, negated) for w, (tense, negated) in _ENDINGS["particles"].items()}


def verb_at(words: Sequence[Word], index: int) -> Verb | None:
    """Return the finite verb at ``words[index]``, or None; a particle before it («لم», «لن», «سوف») is read with it."""
    found = _look_up(words[index].key)
    if found is None:
        return None
    form, tense = found
    negated = False
    if index > 0:
        before = words[index - 1].key
        particle = _particles().get(before) or (_particles().get(before[1:]) if before[0] in _ENDINGS["conjunctions"] else None)
        if particle is not None:
            tense, negated = (particle[0] or tense), particle[1]
    return Verb(form.lemma, index, index + 1, tense, negated, False, form.number, form.person)
