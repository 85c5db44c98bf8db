"""Triggers: the words by which an article says that an event took place, from lexicons/events.

A trigger is a verb («پذیرفتن», "وقّع"), a noun with a verb («دیدار … کرد», "عقد … اجتماعا"), or a noun that tells of an
event by itself («سفر پوتین به قزاقستان», "توقيع اتفاق بين").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from rasad.clauses.grammar import grammar
from rasad.clauses.verb import Verb
from rasad.lexicons import load
from rasad.text.folding import fold_word
from rasad.text.phrases import Phrase, Phrases, bare_forms, phrase_at

_FAR = 14
#: Types whose noun may stand before the verb, as its subject ("أول قطار شحن يصل"); what is said or decided comes after.
_FROM_BEFORE = frozenset({"CONSULT", "COOPERATE", "AID", "RETREAT", "MOBILIZE", "PROTEST", "ASSAULT"})
#: How many words before a relative clause the noun it hangs on may stand.
_ANTECEDENT = 5
#: What it costs a noun not to stand next to its light verb, so that one that does goes first.
_APART = 2.0


@dataclass(frozen=True, slots=True)
class Trigger:
    """One entry of lexicons/events, folded. ``verbs`` are lemmas; phrases are tuples of keys.

    ``near`` is how many words may part the noun from the verb, where the entry says so; ``anywhere`` that it holds in
    news of sport, markets and weather too; ``sentence`` that its nouns and `also` may stand in later clauses;
    ``ahead`` that it tells only of what still lies ahead («قرار است … گسترش یابد»).
    """

    type: str
    mode: str | None
    verbs: frozenset[str]
    nouns: tuple[Phrase, ...]
    also: tuple[Phrase, ...]
    unless: tuple[Phrase, ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    nominal: bool
    meeting: bool
    mutual: bool
    passive: bool
    domestic: bool
    speech: bool
    status: str | None
    negated: tuple[str, str | None] | None
    topics: tuple[str, ...]
    weight: float
    near: int | None
    ahead: bool
    anywhere: bool = False
    sentence: bool = False
    heads: Mapping[str, tuple[Phrase, ...]] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Found:
    """A trigger met in a clause, by noun alone or with the verb.

    It is carried by words between ``first`` and ``last`` of the sentence, those in ``words`` and no others.
    """

    trigger: Trigger
    first: int
    last: int
    by_noun: bool
    score: float
    words: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Index:
    """Triggers by the lemma of their verb, nominal ones by the first word of their noun.

    ``nouns`` says by lemma, and by the first word of a noun, which triggers of that verb have it, as places in
    ``by_verb``; those that ask for no noun stand under "". ``words`` are the first words of all phrases of triggers.
    """

    by_verb: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, Mapping[str, tuple[int, ...]]]
    nominal: Mapping[str, tuple[tuple[Phrase, Trigger], ...]]
    elsewhere: Phrases
    words: frozenset[str]

    def carried_by(self, lemma: str, words: Iterable[str]) -> Iterator[Trigger]:
        """Yield the triggers of a verb that ask for no noun, or for one that begins with one of *words*."""
        triggers, nouns = self.by_verb.get(lemma, ()), self.nouns.get(lemma, {})
        for place in sorted({place for word in ("", *words) for place in nouns.get(word, ())}):
            yield triggers[place]


@cache
def _index(language: str) -> _Index:
    light = load(f"verbs/{language}").get("light", {})
    by_verb: dict[str, list[Trigger]] = defaultdict(list)
    nominal: dict[str, list[tuple[Phrase, Trigger]]] = defaultdict(list)
    first_words: set[str] = set()
    lexicon = load(f"events/{language}")
    for entry in lexicon["triggers"]:
        trigger = _trigger(entry, light)
        for verb in trigger.verbs:
            by_verb[verb].append(trigger)
        if trigger.nominal:
            for phrase in trigger.nouns:
                nominal[phrase[0]].append((phrase, trigger))
        first_words.update(p[0] for p in (*trigger.nouns, *trigger.also, *trigger.unless))
    elsewhere = Phrases.of({"": lexicon.get("elsewhere", ())}, language)
    return _Index(
        {k: tuple(v) for k, v in by_verb.items()}, {k: _by_noun(v) for k, v in by_verb.items()},
        {k: tuple(v) for k, v in nominal.items()}, elsewhere,
        frozenset(first_words),
    )  # fmt: skip


def _by_noun(triggers: Iterable[Trigger]) -> Mapping[str, tuple[int, ...]]:
    """Where in *triggers* those stand whose nouns begin with a word; "" for those without nouns."""
    places: dict[str, list[int]] = defaultdict(list)
    for place, trigger in enumerate(triggers):
        for word in trigger.heads or ("",):
            places[word].append(place)
    return {word: tuple(found) for word, found in places.items()}


def _trigger(entry: Mapping[str, object], light: Mapping[str, Sequence[str]]) -> Trigger:
    def phrases(name: str) -> tuple[Phrase, ...]:
        value = entry.get(name) or ()
        assert isinstance(value, (list, tuple))  # noqa: S101 - checked by the lexicons' own test
        return tuple(p for w in value if (p := tuple(fold_word(str(w)).split())))

    def roles(name: str) -> tuple[str, ...]:
        value = entry.get(name) or ()
        return tuple(str(v) for v in value) if isinstance(value, (list, tuple)) else (str(value),)

    verbs: set[str] = set()
    for verb in entry.get("verbs") or ():  # type: ignore[attr-defined]
        verbs.update(light.get(verb, (verb,)))
    negated = entry.get("negated")
    other: tuple[str, str | None] | None = None
    if negated:
        head, _, mode = str(negated).partition("/")
        other = (head, mode or None)
    weight = entry.get("weight", 1.0)
    nouns = phrases("nouns")
    return Trigger(
        type=str(entry["type"]),
        mode=str(entry["mode"]) if entry.get("mode") else None,
        verbs=frozenset(verbs),
        nouns=nouns,
        also=phrases("also"),
        unless=phrases("unless"),
        actor=roles("actor"),
        recipient=roles("recipient"),
        nominal=bool(entry.get("nominal")),
        meeting=bool(entry.get("meeting")),
        mutual=bool(entry.get("mutual")),
        passive=bool(entry.get("passive")),
        domestic=bool(entry.get("domestic")),
        speech=bool(entry.get("speech")),
        status=str(entry["status"]) if entry.get("status") else None,
        negated=other,
        topics=roles("topics"),
        weight=float(weight) if isinstance(weight, (int, float)) else 1.0,
        near=int(str(entry["near"])) if "near" in entry else None,
        ahead=bool(entry.get("ahead")),
        anywhere=bool(entry.get("anywhere")),
        sentence=bool(entry.get("sentence")),
        heads={head: tuple(n for n in nouns if n[0] == head) for head in dict.fromkeys(n[0] for n in nouns)},
    )


@lru_cache(maxsize=50_000)
def _worn(key: str, language: str) -> tuple[str, ...]:
    """The first words of phrases of triggers that *key* may be."""
    words = _index(language).words
    return tuple(form for form in bare_forms(key, language) if form in words)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some words of a sentence, and where in them phrases of triggers may begin, by the first words of these."""

    keys: Sequence[str]
    language: str
    places: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, keys: Sequence[str], first: int, last: int, language: str) -> _Stretch:
        """Make ``keys[first:last]`` ready for finding."""
        places: dict[str, list[int]] = {}
        for index in range(first, last):
            for word in _worn(keys[index], language):
                places.setdefault(word, []).append(index)
        return cls(keys, language, places)

    def find(self, phrases: Sequence[Phrase]) -> Iterator[tuple[int, int]]:
        """Yield where each of *phrases* begins here and where it ends, be that past the last word."""
        for phrase in phrases:
            for index in self.places.get(phrase[0], ()):
                end = phrase_at(self.keys, index, phrase, self.language)
                if end > 0:
                    yield index, end

    def holds(self, phrases: Sequence[Phrase], first: int, last: int) -> bool:
        """Say whether one of *phrases* stands within ``keys[first:last]``."""
        return any(first <= begin and end <= last for begin, end in self.find(phrases))


def find_verbal(keys: Sequence[str], first: int, last: int, verb: Verb, language: str) -> Found | None:
    """Return the most specific trigger of the clause ``keys[first:last]`` that *verb* carries, or None.

    Where the verb only carries a noun that tells the act ("تم توقيع"), the triggers of that noun's verb count too.
    """
    best: Found | None = None
    index = _index(language)
    elsewhere = bool(index.elsewhere.names(keys[max(0, first - _ANTECEDENT) : last]))
    inside = _Stretch.of(keys, first, last, language)
    present = _Stretch.of(keys, 0, len(keys), language).places
    told = [(t, verb.last, 0.0) for t in index.carried_by(verb.lemma, present)]
    if verb.act is not None and verb.noun is not None:
        told += [(t, verb.noun + 1, 2.0) for t in index.carried_by(verb.act, present)]
    for trigger, after, bonus in told:
        if elsewhere and not trigger.anywhere:
            continue
        score, begin, end = trigger.weight + bonus, verb.first, after
        if trigger.nouns:
            near = _nearest(keys, first, len(keys) if trigger.sentence else last, verb, after, trigger, language)
            if near is None:
                continue
            distance, size, begin, end = near
            end = min(end, last)
            score += 2 + 0.5 * size - 0.1 * distance
            if distance > 0 and verb.lemma in _near(language):
                score -= _APART
        if trigger.also:
            if not inside.holds(trigger.also, first, last):
                continue
            score += 1.5
        if trigger.unless and inside.holds(trigger.unless, first, last):
            continue
        if best is None or score > best.score:
            carried = frozenset((*range(verb.first, after), *range(begin, end)))
            if language == "fa":
                carried |= {index for begun, done in inside.find(trigger.also) for index in range(begun, done)}
            best = Found(trigger, min(begin, verb.first), max(end, after), False, score, carried)
    return best


def carries(lemma: str, language: str) -> bool:
    """Say whether any trigger is carried by the verb *lemma*."""
    return lemma in _index(language).by_verb


@cache
def _near(language: str) -> Mapping[str, int]:
    """How many words may part a light verb from its noun, by lemma («… کرد» takes the noun just before it)."""
    words = load(f"verbs/{language}")
    light = words.get("light", {})
    return {lemma: size for group, size in words.get("near", {}).items() for lemma in light[group]}


@cache
def _complements(language: str) -> frozenset[str]:
    """Words that make a verb of their own with a light verb, which then carries no other noun («حمله را اعلام کرد»)."""
    return frozenset(fold_word(w) for w in load(f"verbs/{language}").get("complements", ()))


def _reach(trigger: Trigger, verb: Verb, language: str) -> int:
    """How many words may stand between the verb and the noun of *trigger*."""
    return trigger.near if trigger.near is not None else _near(language).get(verb.lemma, _FAR)


def _nearest(
    keys: Sequence[str], first: int, last: int, verb: Verb, after: int, trigger: Trigger, language: str
) -> tuple[int, int, int, int] | None:
    """The noun of *trigger* nearest to the verb on the side where the language puts it: distance, size, span."""
    reach = _reach(trigger, verb, language)
    best: tuple[int, int, int, int] | None = None
    if language == "fa":
        places = [*range(first, verb.first)]
    else:
        places = [*range(after, min(last, after + reach + 1))]
        if verb.bound or keys[first] in grammar(language).relatives:
            # the noun that a relative clause hangs on: "الاتفاق الذي وقعه"
            places += range(max(0, first - _ANTECEDENT), first)
        if trigger.type in _FROM_BEFORE and not trigger.speech:
            places += range(first, verb.first)
    for index in places:
        for head in _worn(keys[index], language):
            for phrase in trigger.heads.get(head, ()):
                end = phrase_at(keys, index, phrase, language)
                if end < 0 or end > last:
                    continue
                distance = index - after if index >= after else verb.first - end
                if language == "fa" and distance > 0 and keys[verb.first - 1] in _complements(language):
                    continue
                if distance <= reach and (best is None or (distance, -len(phrase)) < (best[0], -best[1])):
                    best = (distance, len(phrase), index, end)
    return best


@cache
def _negators(language: str) -> frozenset[str]:
    """Words that say of the noun after them that it did not happen (عدم, دون)."""
    return frozenset(fold_word(w) for w in load(f"grammar/{language}").get("negators", ()))


def find_nominal(keys: Sequence[str], first: int, last: int, language: str) -> Iterator[Found]:
    """Yield the triggers that a noun alone carries in ``keys[first:last]``, the longest at each place."""
    index = first
    nominal = _index(language).nominal
    inside = _Stretch.of(keys, first, last, language)
    elsewhere = bool(_index(language).elsewhere.names(keys[max(0, first - _ANTECEDENT) : last]))
    while index < last:
        best: Found | None = None
        if index > first and keys[index - 1] in _negators(language):
            index += 1
            continue
        for head in _worn(keys[index], language):
            for phrase, trigger in nominal.get(head, ()):
                end = phrase_at(keys, index, phrase, language)
                if end < 0 or end > last:
                    continue
                if elsewhere and not trigger.anywhere:
                    continue
                begin, close = max(first, index - 6), min(last, end + 14)
                if trigger.also and not inside.holds(trigger.also, begin, close):
                    continue
                if trigger.unless and inside.holds(trigger.unless, begin, close):
                    continue
                score = trigger.weight + 0.5 * len(phrase) + (1 if trigger.also else 0)
                if best is None or score > best.score:
                    best = Found(trigger, index, end, True, score)
        if best is not None:
            yield best
            index = best.last
        else:
            index += 1
