"""Forms of Arabic verbs made by rule, without harakat: from التقى come "التقت", "يلتقيان", "لم يلتق", "سيلتقون".

Each verb of lexicons/verbs/ar gives its perfect, its imperfect, the shortened forms after "لم", the passives that
letters show ("أقيم", "يقام", "هوجم", "أجريت"), and the participles by which a sentence goes on ("مشيرا", "مؤكدة").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rasad.lexicons import load
from rasad.text.folding import fold_word

_ENDINGS = load("verbs/endings")["ar"]
_LONG_I, _LONG_A, _LONG_U, _TA = "ی", "ا", "و", "ت"


@dataclass(frozen=True, slots=True)
class Reading:
    """One verb form that letters may be.

    ``tense`` is past, present, future, subjunctive or participle; ``short`` marks forms that stand only after "لم";
    ``nounlike`` says that the same letters are a noun as often ("بحث", "تعاون"): a verb only where a verb is due;
    ``bound`` that an object pronoun is written onto it.
    """

    lemma: str
    tense: str
    number: str = "singular"
    person: int = 3
    passive: bool = False
    short: bool = False
    nounlike: bool = False
    bound: bool = False


def _perfect(lemma: str) -> Iterator[tuple[str, Reading]]:
    """The perfect: وقع → وقعت, وقعا, وقعوا; التقى → التقت, التقيا, التقوا; ألغى → ألغيت (passive)."""
    key = fold_word(lemma)
    past = Reading(lemma, "past")
    yield key, past
    weak = lemma[-1] in _ENDINGS["weak"] and len(key) > 2
    for ending, number in _ENDINGS["perfect"]:
        form = replace(past, number=number, person=1 if ending in _ENDINGS["first_person_perfect"] else 3)
        if not weak:
            yield (key[:-1] if lemma[-1] == "ي" and ending == "وا" else key) + ending, form
        elif ending in _ENDINGS["weak_dropped"]:
            yield key[:-1] + ending, form
        elif ending in _ENDINGS["weak_glide"]:
            yield key[:-1] + _ENDINGS["weak_glide"][ending], form
    for stem in _passive_stems(lemma, key, weak):
        for ending, number in _ENDINGS["perfect"][:4] if not weak else [(_TA, "singular")]:
            yield stem + ending, replace(past, number=number, passive=True)
        if not weak:
            yield stem, replace(past, passive=True)


def _passive_stems(lemma: str, key: str, weak: bool) -> Iterator[str]:
    """Perfect stems whose letters show the passive: أقام → أقيم, هاجم → هوجم, أنشأ → أنشئ, ألغى → ألغي."""
    if weak or lemma[-1] == "أ":
        yield key[:-1] + _LONG_I
    elif len(key) > 3 and key[0] == _LONG_A and key[-2] == _LONG_A:
        yield key[:-2] + _LONG_I + key[-1]
    elif len(key) == 4 and key[1] == _LONG_A and key[0] != _LONG_A:
        yield key[0] + _LONG_U + key[2:]


def _imperfect(lemma: str, imperfect: str, *, speaks: bool) -> Iterator[tuple[str, Reading]]:
    """The imperfect with its prefixes, its short forms ("لم يزر", "لم يلتق") and the passives that letters show."""
    key = fold_word(imperfect)
    stem = key[1:]
    weak = key[-1] in _ENDINGS["weak_imperfect"] and len(key) > 3
    hollow = len(key) > 3 and key[-2] in _ENDINGS["hollow"] and not weak
    for prefix in _ENDINGS["prefixes"]:
        first = prefix in _ENDINGS["first_person"]
        if first and not speaks:
            continue
        here = Reading(lemma, "present", person=1 if first else 3)
        for ending, number in _ENDINGS["imperfect"]:
            if first and ending:
                continue
            base = stem[:-1] if weak and ending in _ENDINGS["weak_imperfect_dropped"] else stem
            yield prefix + base + ending, replace(here, number=number)
        if weak:
            yield prefix + stem[:-1], replace(here, short=True)
        if hollow:
            yield prefix + stem[:-2] + stem[-1], replace(here, short=True)
            if key[-2] != _LONG_A:
                passive = prefix + stem[:-2] + _LONG_A + stem[-1]
                for ending in ("", "ان", "ون"):
                    yield passive + ending, replace(here, passive=True)
        if fold_word(lemma)[-1] == _LONG_A and key[-1] == _LONG_I:
            yield prefix + stem[:-1] + _LONG_A, replace(here, passive=True)


@cache
def table() -> Mapping[str, tuple[Reading, ...]]:
    """Every folded form without clitics, with what it may be: third persons first, then as the lexicon orders verbs."""
    lexicon = load("verbs/ar")
    spoken = frozenset(lexicon["spoken"])
    found: dict[str, list[Reading]] = defaultdict(list)

    def put(form: str, reading: Reading) -> None:
        if len(form) > 1 and all(r.lemma != reading.lemma for r in found[form]):
            found[form].append(reading)

    for lemma, parts in lexicon["verbs"].items():
        for form, reading in _perfect(lemma):
            put(form, reading)
        for form in parts[2] if len(parts) > 2 else ():
            key = fold_word(form)
            tense = "present" if key[0] in _ENDINGS["prefixes"][:2] else "past"
            found[key].insert(0, Reading(lemma, tense))
    for lemma, parts in lexicon["verbs"].items():
        if parts and parts[0]:
            for form, reading in _imperfect(lemma, parts[0], speaks=lemma in spoken):
                put(form, reading)
    for form, lemma in lexicon["passives"].items():
        found[fold_word(form)].insert(0, Reading(lemma, "past", passive=True))
        found[fold_word(form) + _TA].insert(0, Reading(lemma, "past", passive=True))
    for form, lemma in lexicon["prefer"].items():
        found[fold_word(form)].sort(key=lambda r, lemma=lemma: r.lemma != lemma)  # type: ignore[misc]
    nouns = _nounlike()
    return {
        form: tuple(
            replace(r, nounlike=form in nouns) for r in sorted(readings, key=lambda r: (r.short, r.person != 3))
        )
        for form, readings in found.items()
    }


@cache
def masdars() -> Mapping[str, str]:
    """Verbal nouns, folded, and the verb each is made from; words that are more often something else are left out."""
    lexicon = load("verbs/ar")
    other = {fold_word(w) for w in lexicon["not_masdars"]}
    out: dict[str, str] = {}
    for lemma, parts in lexicon["verbs"].items():
        for noun in parts[1] if len(parts) > 1 else ():
            if (key := fold_word(noun)) not in other and len(key) > 1:
                out.setdefault(key, lemma)
    return out


@cache
def _nounlike() -> frozenset[str]:
    """Forms that are nouns as often as verbs: verbal nouns, as they stand and in the accusative, and a list."""
    final = load("noun_endings")["ar"]["final"]
    lexicon = load("verbs/ar")
    out: set[str] = set()
    weak = {fold_word(lemma) for lemma in lexicon["verbs"] if lemma[-1] == "ى"}
    listed = [fold_word(w) for w in (*lexicon["nounlike"], *lexicon["rarely_verbs"])]
    for noun in (*(m for m in masdars() if m not in weak), *listed):
        out.add(noun)
        if not noun.endswith(final):
            out.add(noun + _LONG_A)
    return frozenset(out)


@cache
def _possessed() -> frozenset[str]:
    """Verbal nouns as they stand before a pronoun ("إدانت" in "إدانتها"): with one, no verb form is sure of itself."""
    final = load("noun_endings")["ar"]["final"]
    return frozenset(noun[:-1] + _TA if noun.endswith(final) else noun for noun in _nounlike())


@cache
def _not_verbs() -> frozenset[str]:
    return frozenset(fold_word(w) for w in load("verbs/ar")["not_verbs"])


@cache
def _joined() -> frozenset[str]:
    """Forms of verbs in و that the press mostly means as و and another verb ("وردت": "and she answered")."""
    return frozenset(fold_word(w) for w in load("verbs/ar")["joined"])


@cache
def _participles() -> Mapping[str, Reading]:
    """Accusative participles by which a sentence tells a further act of its subject: مشيرا, مشيرة, مشيرين."""
    out: dict[str, Reading] = {}
    for participle, lemma in load("verbs/ar")["participles"].items():
        key = fold_word(participle)
        for ending, number in _ENDINGS["participle"]:
            out[key + ending] = Reading(lemma, "participle", number, nounlike=ending != _LONG_A)
    return out


@lru_cache(maxsize=100_000)
def readings(key: str) -> tuple[tuple[Reading, ...], bool]:
    """What *key* may be, its clitics taken off, best first; and whether a conjunction is written onto it."""
    if key in _not_verbs():
        return (), False
    found = () if key in _joined() else _readings(key)
    if found:
        return found, False
    if len(key) > 2 and key[0] in _ENDINGS["conjunctions"] and key[1:] not in _not_verbs():
        found = _readings(key[1:])
    return found, bool(found)


def _readings(body: str) -> tuple[Reading, ...]:
    participle = _participles().get(body)
    if participle is not None:
        return (participle,)
    found = _with_objects(body)
    if found:
        return found
    for letter, tense in ((_ENDINGS["future"], "future"), (_ENDINGS["purpose"], "subjunctive")):
        if len(body) > 3 and body[0] == letter and body[1] in _ENDINGS["prefixes"]:
            present = tuple(r for r in _with_objects(body[1:]) if r.tense == "present" and not r.short)
            if present:
                return tuple(replace(r, tense=tense, nounlike=tense != "future" and r.nounlike) for r in present)
    return ()


def _with_objects(body: str) -> tuple[Reading, ...]:
    """Readings of a form that may carry an object pronoun: "أبلغه", "التقاها", "وصفوه"."""
    forms = table()
    found = forms.get(body)
    if found is not None:
        return found
    for pronoun in _ENDINGS["objects"]:
        stem = body[: -len(pronoun)]
        if len(stem) < 3 or not body.endswith(pronoun):
            continue
        for variant in (
            stem,
            stem[:-1] + _LONG_I if stem[-1] == _LONG_A else "",
            stem + _LONG_A if stem[-1] == _LONG_U else "",
        ):
            found = tuple(r for r in forms.get(variant, ()) if not r.short)
            if found:
                bare = variant != stem[:-1] + _LONG_I and found[0].tense == "past" and stem[-1] != _TA
                doubtful = (
                    found[0].person == 1
                    or (bare and pronoun == _ENDINGS["objects"][0])
                    or stem in _possessed()
                    or body in _nounlike()
                )
                return tuple(replace(r, nounlike=r.nounlike or doubtful, bound=True) for r in found)
    return ()
