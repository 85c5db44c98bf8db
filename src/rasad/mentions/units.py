"""Units and counted nouns: «دالر» is USD, «تفاهم‌نامه» counts agreements, "قتلى" are persons.

A unit is an ISO 4217 code, a measure ("km", "percent", "barrels per day") or the English plural of what is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from rasad.lexicons import load
from rasad.text.folding import fold_word
from rasad.text.words import Word


@dataclass(frozen=True, slots=True)
class Unit:
    """What a wording counts: ``kind`` is measure, money, people or counted; ``label`` the English plural of the noun.

    ``number`` says what an Arabic form tells by itself: "singular", "dual", "plural" or "owned" (a plural with its
    owner: "جنوده"), "" where it tells nothing.
    """

    unit: str
    kind: str
    label: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class UnitWording:
    """A unit worded in ``words[first:last]``; ``definite`` with an Arabic article."""

    unit: Unit
    first: int
    last: int
    definite: bool = False


_Forms = Mapping[tuple[str, ...], Unit]


def _wordings(language: str) -> Iterator[tuple[Any, Unit]]:
    lexicon = load(f"units/{language}")
    for unit, wordings in lexicon["measures"].items():
        for wording in wordings:
            yield wording, Unit(unit, "measure", unit)
    for unit, wordings in lexicon["currencies"].items():
        for wording in wordings:
            yield wording, Unit(unit, "money", unit)
    for label, wordings in lexicon["people"].items():
        for wording in wordings:
            yield wording, Unit("persons", "people", label)
    for wording in lexicon["nationalities"]:
        yield wording, Unit("persons", "people", "people")
    for unit, wordings in lexicon["counted"].items():
        for wording in wordings:
            yield wording, Unit(unit, "counted", unit)


@cache
def _forms(language: str) -> _Forms:
    """Every folded form of every unit wording of *language*, as the words it consists of."""
    out: dict[tuple[str, ...], Unit] = {}
    make = _arabic if language == "ar" else _persian
    for wording, unit in _wordings(language):
        for form, number in make(wording, unit):
            key = tuple(form.split())
            if key and (key not in out or (number == "" and out[key].number)):
                out[key] = Unit(unit.unit, unit.kind, unit.label, number)
    return out


def _persian(wording: str, unit: Unit) -> Iterator[tuple[str, str]]:
    base = fold_word(wording)
    endings = load("units/fa")["endings"]
    yield base, ""
    if unit.kind == "measure" and not base[-1].isalpha():
        return
    for ending in endings["all"]:
        yield base + fold_word(ending), ""
    if unit.kind not in {"measure", "money"}:
        for ending in endings["plural"]:
            yield base + fold_word(ending), "plural"


def _arabic(wording: Any, unit: Unit) -> Iterator[tuple[str, str]]:
    """Forms of an Arabic noun: ان and ين of the dual, ون, ين and ات of the plural, ا of the accusative."""
    endings = load("units/ar")["endings"]
    feminine = endings["feminine"]
    if unit.kind in {"measure", "money"}:
        base = fold_word(wording)
        yield base, ""
        if (
            " " not in base
            and base[-1].isalpha()
            and len(base) > 2
            and not wording.endswith(tuple(endings["plural_marks"]))
        ):
            stem = base[:-1] + endings["linked"] if wording.endswith(feminine) else base
            for ending in endings["dual"]:
                yield stem + fold_word(ending), "dual"
        return
    singular, plural = wording if isinstance(wording, list) else (wording, None)
    head, _, rest = fold_word(singular).partition(" ")
    tail = " " + rest if rest else ""
    broken = plural is not None and not plural.endswith(endings["sound_plural"][0])
    is_feminine = singular.split(" ")[0].endswith(feminine)
    yield head + tail, "singular"
    stem = head[:-1] if is_feminine else head
    dual_stem = stem + endings["linked"] if is_feminine else stem
    if not is_feminine:
        yield head + endings["accusative"] + tail, "singular"
    for ending in endings["dual"]:
        if broken or is_feminine:
            yield dual_stem + fold_word(ending) + tail, "dual"
    if plural is not None:
        yield fold_word(plural), "plural"
        yield fold_word(plural) + endings["accusative"], "plural"
        for owner in endings["owners"]:
            glide = endings["glide"] if plural.endswith(endings["hamza"]) else ""
            yield fold_word(plural) + glide + owner, "owned"
        if fold_word(plural)[-1] == fold_word(feminine):
            yield fold_word(plural)[:-1] + endings["linked"], "plural"
        if plural.endswith(endings["sound_plural"][0]):
            yield fold_word(plural)[:-2] + fold_word(endings["sound_plural"][1]), "plural"
    elif is_feminine:
        yield stem + endings["feminine_plural"] + tail, "plural"
    else:
        for ending in endings["plural"]:
            yield head + fold_word(ending) + tail, "plural"


@cache
def _by_head(language: str) -> Mapping[str, tuple[tuple[tuple[str, ...], Unit], ...]]:
    """The wordings by their first word, the longest first."""
    heads: dict[str, list[tuple[tuple[str, ...], Unit]]] = {}
    for key, unit in _forms(language).items():
        heads.setdefault(key[0], []).append((key, unit))
    return {head: tuple(sorted(found, key=lambda x: -len(x[0]))) for head, found in heads.items()}


@cache
def _clitics(language: str) -> tuple[str, ...]:
    return tuple(fold_word(c) for c in load(f"units/{language}").get("clitics", ())) if language == "ar" else ()


@lru_cache(maxsize=100_000)
def _heads(key: str, language: str) -> tuple[tuple[str, bool], ...]:
    """The first words of wordings that *key* may be, and whether it wears an article or preposition then."""
    known = _by_head(language)
    plain = [(key, False)] if key in known else []
    worn = [
        (key[len(c) :], True)
        for c in _clitics(language)
        if len(key) > len(c) + 1 and key.startswith(c) and key[len(c) :] in known
    ]
    return (*plain, *worn)


def unit_at(words: Sequence[Word], index: int, language: str) -> UnitWording | None:
    """Return the longest unit that begins at ``words[index]``, an Arabic noun with its article included."""
    best: UnitWording | None = None
    for head, worn in _heads(words[index].key, language):
        for form, unit in _by_head(language)[head]:
            size = len(form)
            if (best is not None and size <= best.last - index) or index + size > len(words):
                continue
            if all(_is(words[index + i].key, form[i], worn) for i in range(1, size)):
                best = UnitWording(unit, index, index + size, worn)
                break
    return best


def _is(key: str, form: str, worn: bool) -> bool:
    return key == form or (worn and _bare(key) == form)


def may_be_unit(key: str, language: str) -> bool:
    """Say whether a unit may begin with the word *key*."""
    return bool(_heads(key, language))


@cache
def _article() -> str:
    return fold_word(load("units/ar")["clitics"][0])


def _bare(key: str) -> str:
    article = _article()
    return key[len(article) :] if key.startswith(article) else key
