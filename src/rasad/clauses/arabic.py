"""Finite verbs of Arabic in running words: "وقّع", "سيلتقي", "لم توقع", "ويبحثان", "أبلغه", "، مشيرا إلى".

Forms come from `arabic_forms`; here the words around decide. Without harakat "بحث" is "he discussed" and "a
discussion", "تقدم" is "she presents" and "progress": such a form is a verb only where one is due. A verb that only
carries a verbal noun ("تم توقيع", "قام بزيارة", "بدأت سحب") also names the verb of that noun.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from functools import cache, lru_cache

from rasad.clauses.arabic_forms import Reading, masdars, readings
from rasad.clauses.grammar import grammar
from rasad.clauses.verb import Verb
from rasad.lexicons import load
from rasad.text.folding import fold_word
from rasad.text.words import Word

_ENDINGS = load("verbs/endings")["ar"]
_ARTICLE = "ال"
_FEMININE = "ت"
#: Endings of nouns in the nominative.
_DUAL, _PLURAL = "ان", "ون"
_REACH = 9


@cache
def _particles() -> Mapping[str, tuple[str, bool]]:
    """Words before a verb that set its tense and polarity: لم, لن, لا, سوف, قد, كان, أن."""
    return {fold_word(w): (tense, negated) for w, (tense, negated) in _ENDINGS["particles"].items()}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(fold_word(w) for w in load("verbs/ar")[name])


@cache
def _lemmas(name: str) -> frozenset[str]:
    return frozenset(load("verbs/ar")[name])


@cache
def _carriers() -> Mapping[str, tuple[str, str]]:
    """Verbs that carry a noun: by lemma, what stands before it; whether it is done, undergone or announced."""
    return {
        lemma: (fold_word(before) if before else "", voice)
        for lemma, (before, voice) in load("verbs/ar")["carriers"].items()
    }


def auxiliaries() -> frozenset[str]:
    """Lemmas that only set the time of the verb after them: كان, ظل, زال, عاد."""
    return frozenset(load("verbs/ar")["auxiliaries"])


def lasting() -> frozenset[str]:
    """Those of them whose negation says that something goes on ("ما زالت ترفض")."""
    return frozenset(load("verbs/ar")["lasting"])


def before_verbs() -> frozenset[str]:
    """Words after which a verb is due: auxiliaries, قد, relatives."""
    return _words("before_verbs")


def openers() -> frozenset[str]:
    """The first word of phrases that govern a clause with "أن" ("من المقرر أن")."""
    return _words("openers")


def verb_at(words: Sequence[Word], index: int, named: Set[int] = frozenset()) -> Verb | None:
    """Return the finite verb at ``words[index]``, or None; a particle before it («لم», «لن», «سوف») is read with it.

    Args:
        named: the indices of words that names cover: a name may be the subject that shows a verb ("وطلب رحمون").
    """
    key = words[index].key
    found, joined = readings(key)
    if not found:
        return _guess(words, index)
    before = words[index - 1].key if index > 0 else ""
    particle = _particle(before)
    if particle is None or not particle[1]:
        found = tuple(r for r in found if not r.short)
    if particle is not None and (particle[0] in {"future", "present", "subjunctive"} or particle == ("past", True)):
        found = tuple(r for r in found if r.tense != "past") or found
    if not found or before in _words("prepositions"):
        return None
    reading = _agreeing(found, words, index)
    if (
        reading.nounlike
        and particle is None
        and (before in _words("before_nouns") or not _due(words, index, joined, reading, named))
    ):
        return None
    tense, negated = reading.tense, False
    if particle is not None:
        tense, negated = _told(particle, reading, words, index), particle[1]
    passive = reading.passive or _undergone(words, index, reading)
    verb = Verb(
        reading.lemma, index, index + 1, tense, negated, passive, reading.number, reading.person, bound=reading.bound
    )
    return _carrying(words, verb)


def _particle(before: str) -> tuple[str, bool] | None:
    found = _particles().get(before)
    if found is None and before and before[0] in _ENDINGS["conjunctions"]:
        found = _particles().get(before[1:])
    return found


def _told(particle: tuple[str, bool], reading: Reading, words: Sequence[Word], index: int) -> str:
    """The tense under a particle: "أن" makes no wish of a perfect, nor after "قبل", nor of what is planned."""
    tense = particle[0] or reading.tense
    if tense == "perhaps":
        return "subjunctive" if reading.tense == "present" else reading.tense
    if tense == "subjunctive" and not particle[1]:
        if reading.tense == "past":
            return "past"
        if _factual(words, index):
            return "present"
        if index > 1 and words[index - 2].key in _words("foreseen"):
            return "future"
    return tense


def _factual(words: Sequence[Word], index: int) -> bool:
    """Whether "أن" before ``words[index]`` tells what took place: after "بعد", "قبل", "منذ"."""
    return index > 1 and words[index - 2].key in _words("before_facts")


def _agreeing(found: Sequence[Reading], words: Sequence[Word], index: int) -> Reading:
    """Of "she presents" and "he advanced" ("تقدم") the one whose gender the next noun has."""
    first = found[0]
    if len(found) == 1:
        return first
    past = next((r for r in found if r.tense == "past" and r.lemma[0] == _FEMININE), None)
    present = next((r for r in found if r.tense == "present" and r.number == "singular" and not r.short), None)
    if past is None or present is None or index + 1 >= len(words):
        return first
    following = words[index + 1].key
    masculine = is_head(following) and not following.endswith(("ه", "ات"))
    before = words[index - 1].key if index else ""
    return past if masculine and before not in _words("feminine") else present


def _due(words: Sequence[Word], index: int, joined: bool, reading: Reading, named: Set[int]) -> bool:
    """Whether a verb is due at ``words[index]``: where a clause opens, before a noun that may be its subject."""
    known = grammar("ar")
    following = words[index + 1].key if index + 1 < len(words) else ""
    subject = is_head(following) or index + 1 in named
    if reading.tense == "participle":
        return index > 0 and (words[index - 1].is_mark or joined)
    before = words[index - 1].key if index else ""
    if before in known.relatives or before in known.linkers or before in _words("before_verbs"):
        return True
    if before in known.complementisers and len(before) > 2:
        return True
    if joined and words[index].key[0] == _ENDINGS["conjunctions"][-1]:
        return True
    if (
        subject
        and not joined
        and not reading.bound
        and (before.startswith(_ARTICLE) or index - 1 in named)
        and before not in _words("prepositions")
    ):
        # no noun without the article goes on what a definite one has closed
        return True
    if words[index].key in _words("rarely_verbs") or words[index].key[1:] in _words("rarely_verbs"):
        return subject and (index == 0 or words[index - 1].is_mark or joined)
    if index == 0 and reading.bound:
        return joined or subject
    if index == 0:
        return (
            joined
            or subject
            or following in _words("prepositions")
            or (not following.startswith(_ARTICLE) and not following.endswith(tuple(_ENDINGS["adjective"])))
        )
    marked = words[index - 1].is_mark
    if reading.number == "dual":
        return joined or marked
    if marked:
        return subject or (joined and (before not in ",،" or following in _words("prepositions")))
    if joined and subject:
        return True
    return index > 1 and words[index - 2].key in known.complementisers and reading.tense == "present"


@lru_cache(maxsize=50_000)
def is_head(key: str) -> bool:
    """Whether a word may head the noun phrase of somebody who acts: "الرئيس", "وزير", "الجانبان", "حكومة"."""
    bare = key[len(_ARTICLE) :] if key.startswith(_ARTICLE) else key
    if {key, bare} & (actors() | grammar("ar").strangers):
        return True
    people = key.startswith(_ARTICLE) and (
        key.endswith(_PLURAL) or (key.endswith(_DUAL) and bare[: -len(_DUAL)] in actors())
    )
    return people or (key,) in _groups()


@cache
def actors() -> frozenset[str]:
    """Titles that may head a noun phrase, and the first words of offices and bodies; without the article."""
    known, roles = grammar("ar"), load("roles/ar")
    titles = [str(word) for word in load("grammar/ar")["titles"]]
    offices = [wording for office in roles["offices"].values() for wording in office["words"]]
    bodies = [wording for body in roles["delegates"] for wording in body["words"]]
    keys = {fold_word(str(wording)).split()[0] for wording in (*titles, *offices, *bodies)}
    bare = {key[len(_ARTICLE) :] if key.startswith(_ARTICLE) else key for key in keys}
    return frozenset(key for key in bare if key not in known.qualities and key not in masdars() and len(key) > 1)


@cache
def _groups() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(fold_word(w).split()) for words in load("grammar/ar")["groups"].values() for w in words)


def _undergone(words: Sequence[Word], index: int, reading: Reading) -> bool:
    """Whether a form that may be either voice is passive: "قتل خمسة أشخاص", "اعتقل ثلاثة من …"."""
    if reading.lemma not in _words("undergone") or reading.number != "singular" or index + 1 >= len(words):
        return False
    if index > 0 and words[index - 1].key in (grammar("ar").complementisers | grammar("ar").relatives):
        return False
    following = words[index + 1].key
    return following[0].isdigit() or following in _words("patients") or (
        index + 2 < len(words) and following in _words("some") and words[index + 2].key in _words("patients")
    )  # fmt: skip


def _carrying(words: Sequence[Word], verb: Verb) -> Verb:
    """Add the verb of the noun that *verb* only carries: "تم توقيع" is a signing, "قام بزيارة" a visit."""
    carrier = _carriers().get(verb.lemma)
    if carrier is None:
        return verb
    before, voice = carrier
    known = grammar("ar")
    for index in range(verb.last, min(len(words), verb.last + _REACH)):
        key, last = words[index].key, words[index - 1].key
        if words[index].is_mark or key in known.complementisers or key in known.relatives:
            break
        noun = masdar_of(key, before if len(before) == 1 else "")
        if noun is None or (len(before) > 1 and last != before):
            continue
        if not before and known.preposition_before((last,), 1) is not None:
            continue
        if voice == "announces" and noun not in _lemmas("announced"):
            break
        passive = voice == "undergone"
        return replace(verb, act=noun, noun=index, passive=verb.passive or passive)
    return verb


@lru_cache(maxsize=50_000)
def masdar_of(key: str, prefix: str = "") -> str | None:
    """The verb whose verbal noun *key* is, with *prefix* and the article on it: "بزيارة", "التوقيع"."""
    nouns = masdars()
    if prefix:
        if not key.startswith(prefix) or key in nouns:
            return None
        key = key[len(prefix) :]
    if key.startswith(_ARTICLE) and key not in nouns:
        key = key[len(_ARTICLE) :]
    return nouns.get(key)


def _guess(words: Sequence[Word], index: int) -> Verb | None:
    """A verb that no lexicon holds, where its letters and the word before leave little doubt: "الذي يرأب"."""
    key = words[index].key
    body = key[1:] if key[0] in _ENDINGS["conjunctions"] and len(key) > 4 else key
    future = body[0] == _ENDINGS["future"] and len(body) > 4 and body[1] in _ENDINGS["prefixes"][:2]
    shape = body[1:] if future else body
    if len(shape) < 4 or shape[0] not in _ENDINGS["prefixes"][:2] or not shape.isalpha() or index == 0:
        return None
    before = words[index - 1].key
    particle = _particle(before)
    plural = (
        shape == key and shape[0] == _ENDINGS["prefixes"][0] and shape.endswith("ون") and before.startswith(_ARTICLE)
    )
    known = grammar("ar")
    expected = particle is not None or before in known.relatives or before in _words("before_verbs")
    masculine = shape[0] == _ENDINGS["prefixes"][0]
    if not plural and not (
        expected and (masculine or (particle is not None and particle[1] and particle[0] != "present"))
    ):
        return None
    if key in _words("not_guessed"):
        return None
    tense = "future" if future else (particle[0] if particle and particle[0] else "present")
    return Verb("", index, index + 1, tense, bool(particle and particle[1]), False, "plural" if plural else "singular")
