"""Responses: the mechanisms that an article presents, whether or not it says what they answer.

Forums, treaties, programmes, projects, forces, proposals and policies: «کمیسیون مشترک اقتصادی», "مذكرة تفاهم",
«تکمیل تونل استقلال», «در چارچوب سازمان همکاری شانگهای». One record a mechanism, where the body presents it first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from rasad.clauses.clause import Clause
from rasad.clauses.grammar import grammar
from rasad.entities.entity import Entity, Resolution
from rasad.lexicons import load
from rasad.risks.risk import Response
from rasad.risks.words import dangers, phrases
from rasad.text.article import Article
from rasad.text.folding import fold_word
from rasad.text.phrases import Phrases, bare_forms
from rasad.text.words import Word

#: How long a mechanism's noun phrase may be after its head, and how near a word of building or joint work must stand.
_TAIL, _NEAR = 7, 4
_NONE = "none"


@dataclass(frozen=True, slots=True)
class _Found:
    """A mechanism in a sentence: its kind and words ``[first, last)``; the lexicon's own words end at ``head``."""

    kind: str
    first: int
    head: int
    last: int


@dataclass(slots=True)
class _Seen:
    """What the article has presented: entities by id, noun phrases by their first words, heads alone."""

    entities: set[str] = field(default_factory=set)
    phrases: set[tuple[str, ...]] = field(default_factory=set)


def find_responses(article: Article, resolution: Resolution, clauses: Sequence[Clause]) -> tuple[Response, ...]:
    """Return the mechanisms that the body of *article* presents, each once, in reading order."""
    language = article.base_language
    if language not in {"fa", "ar"}:
        return ()
    out: list[Response] = []
    seen = _Seen()
    for number, group in groupby(clauses, key=lambda clause: clause.sentence):
        if article.title is None or not article.title.meets(article.sentences[number]):
            out.extend(_in_sentence(article, tuple(group), resolution, seen, language))
    return tuple(out)


def _in_sentence(
    article: Article, clauses: Sequence[Clause], resolution: Resolution, seen: _Seen, language: str
) -> Iterator[Response]:
    words = clauses[0].words
    keys = tuple(w.key for w in words)
    parties = tuple(dict.fromkeys(a.party for c in clauses for a in c.arguments if a.party))
    answers = tuple(dict.fromkeys(name.split("/")[0] for name, _, _ in dangers(language).find(keys)))
    taken: set[int] = set()
    for entity, first, last, presented in _named(words, keys, resolution, language):
        if presented and entity.id not in seen.entities:
            seen.entities.add(entity.id)
            span = words[first].span.to(words[last - 1].span)
            yield Response(entity.name, _kind_of(entity), parties, answers, span)
        taken.update(range(first, last))
    found = list(_worded(words, keys, clauses, language))
    found += _joint_work(keys, language) if not found and not taken else []
    for mechanism in found:
        if taken.intersection(range(mechanism.first, mechanism.head)):
            continue
        taken.update(range(mechanism.first, mechanism.head))
        name = keys[mechanism.first : min(mechanism.last, mechanism.head + 2)]
        bare = tuple(min(bare_forms(k, language), key=len) for k in name)
        if bare in seen.phrases:
            continue
        seen.phrases.add(bare)
        span = words[mechanism.first].span.to(words[mechanism.last - 1].span)
        yield Response(" ".join(span.of(article.text).split()), mechanism.kind, parties, answers, span)


# ---------------------------------------------------------------- mechanisms with a name


def _named(
    words: Sequence[Word], keys: tuple[str, ...], resolution: Resolution, language: str
) -> Iterator[tuple[Entity, int, int, bool]]:
    """Projects, forums and organisations by name, and whether the sentence presents them as mechanisms.

    Organisations are presented where the sentence speaks of working within them.
    """
    whole = words[0].span.to(words[-1].span)
    within = phrases(language, "within")
    listed = -9
    places = [
        (mention, entity)
        for entity in resolution.entities
        if entity.type in {"project", "forum"} or (entity.type == "organisation" and entity.state is None)
        for mention in entity.mentions
        if whole.covers(mention)
    ]
    for mention, entity in sorted(places, key=lambda place: place[0]):
        first = next((i for i, w in enumerate(words) if w.span.end > mention.start), 0)
        last = next((i for i in range(first, len(words)) if words[i].span.end >= mention.end), len(words) - 1) + 1
        presented = entity.type != "organisation"
        if first - listed <= _NEAR or within.names(keys[max(0, first - _NEAR) : first]):
            presented, listed = True, last
        yield entity, first, last, presented


def _kind_of(entity: Entity) -> str:
    return "project" if entity.type == "project" else "forum"


# ---------------------------------------------------------------- mechanisms by their head nouns


def _worded(words: Sequence[Word], keys: tuple[str, ...], clauses: Sequence[Clause], language: str) -> Iterator[_Found]:
    known = grammar(language)
    verbs = {i for c in clauses if c.verb is not None for i in range(c.verb.first, c.verb.last)}
    light = _light_verbs(language)
    carried = {c.verb.first for c in clauses if c.verb is not None and c.verb.lemma in light}
    back = phrases(language, "back")
    building = phrases(language, "building")
    found = [(kind, a, b) for kind, a, b in phrases(language, "mechanisms").find(keys)]
    found += [("project", a, b) for _, a, b in phrases(language, "built").find(keys) if _is_built(keys, a, b, building)]
    reached = 0
    for kind, first, head in sorted(found, key=lambda f: (f[1], -f[2])):
        if kind == _NONE or first in verbs or (keys[first],) in known.prepositions:
            continue
        if first > 0 and back.names(keys[first - 1 : first]):
            continue
        last = _end_of_phrase(words, keys, head, verbs, carried, language)
        if last - first < 2 or _points_back(keys, first, head, language):
            continue
        joint = (
            any(k in known.conjunctions for k in keys[max(0, first - 1) : first])
            or keys[first][:1] in known.conjunctions
        )
        if first < reached and not joint:
            continue
        reached = last
        yield _Found(kind, first, head, last)


def _points_back(keys: Sequence[str], first: int, head: int, language: str) -> bool:
    """Whether an Arabic head with the article has no adjective with it ("القمة", not "القمة الثانية")."""
    if language != "ar" or head - first > 1:
        return False
    article = fold_word(load("clitics")["ar"]["articles"][-1])
    bare = keys[first].lstrip("".join(k for k in grammar("ar").conjunctions if len(k) == 1))
    worn = bare.startswith(article) or bare[:2] in grammar("ar").fused or bare[1:].startswith(article)
    return worn and not keys[head].startswith(article)


def _is_built(keys: Sequence[str], first: int, head: int, building: Phrases) -> bool:
    """Whether a word of building stands just before what is built, or after it."""
    return bool(building.names(keys[max(0, first - 2) : first]) or building.names(keys[head : head + _NEAR]))


def _end_of_phrase(
    words: Sequence[Word], keys: Sequence[str], head: int, verbs: set[int], carried: set[int], language: str
) -> int:
    """The noun phrase goes on to the next mark, verb, marker or clause; the first word after its head decides most."""
    known = grammar(language)
    outside = phrases(language, "outside")
    end = head
    while end < min(len(words), head + _TAIL):
        key = keys[end]
        if words[end].is_mark and not _opens(key):
            break
        if end in verbs or key in known.object_markers or key in known.complementisers or key in known.linkers:
            break
        if key in known.relatives or outside.names((key,)):
            break
        if end == head and (key in known.conjunctions or (key,) in known.prepositions):
            break
        end += 1
    # the noun of a light verb is no part of the phrase before it: «توافقنامه دوحه عمل کند»
    if end in carried and end - head > 0:
        end -= 1
    return end


@cache
def _light_verbs(language: str) -> frozenset[str]:
    """The verbs that a noun before them makes («عمل کردن»); Arabic has none that stand after their noun."""
    light = load(f"verbs/{language}").get("light") or {}
    return frozenset(lemma for lemmas in light.values() for lemma in lemmas)


def _opens(key: str) -> bool:
    return key in {"«", '"', "("}


def _joint_work(keys: Sequence[str], language: str) -> list[_Found]:
    """Joint work against a danger («همکاری برای مقابله با افراط‌گرایی») where the sentence presents nothing else."""
    against = [(a, b) for _, a, b in phrases(language, "against").find(keys)]
    joint = phrases(language, "joint")
    for _, first, last in dangers(language).find(keys):
        for a, b in against:
            if (a <= first <= b + 2) and joint.names(keys):
                return [_Found("policy", min(a, first), max(b, last), max(b, last))]
    return []
