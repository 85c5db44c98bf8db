"""Wordings of offices and bodies of state: «وزیر امور خارجه», "رئيس الوزراء", «وزارت دفاع», «سفارت», "الجيش".

Words come from lexicons/roles; a ministry or minister of any field is read by rule.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rasad.lexicons import load
from rasad.text.folding import fold_word

_Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OfficeWording:
    """Words ``[first, last)`` of a sentence that word an office or a body.

    ``kind`` is "office" (a person's), "ministry", or a delegate's kind (army, police, embassy, parliament, …); ``key``
    the office's or field's key, ``title`` its English wording.
    """

    first: int
    last: int
    kind: str
    key: str
    title: str


@cache
def _adjectives(language: str) -> Mapping[_Phrase, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Wordings that are adjectives after certain words ("السياسة الخارجية"): how these begin and end."""
    return {
        tuple(fold_word(wording).split()): (
            tuple(fold_word(w) for w in body["adjective_after"]["starts"]),
            tuple(fold_word(w) for w in body["adjective_after"]["ends"]),
        )
        for body in load(f"roles/{language}")["delegates"] if "adjective_after" in body
        for wording in body["words"]
    }  # fmt: skip


@cache
def _phrases(language: str) -> Mapping[str, tuple[tuple[_Phrase, str, str, str], ...]]:
    """By first word: phrase, kind, key, English title; longest first."""
    roles = load(f"roles/{language}")
    found: dict[str, list[tuple[_Phrase, str, str, str]]] = defaultdict(list)
    joined = tuple(tuple(fold_word(pair).split()) for pair in roles.get("joined", ()))
    feminine = {fold_word(man): fold_word(woman) for man, woman in roles["feminine"].items()}

    def put(wording: str, kind: str, key: str, title: str) -> None:
        phrase = tuple(fold_word(wording).split())
        for written in _written(phrase, joined):
            found[written[0]].append((written, kind, key, title))
        if phrase and (woman := feminine.get(phrase[0])) is not None:
            found[woman].append(((woman, *phrase[1:]), kind, key, title))

    for key, office in roles["offices"].items():
        for wording in office["words"]:
            put(wording, "office", key, office["title"])
    for key, field in roles["fields"].items():
        for wording in field["words"]:
            for ministry in roles["ministry"]:
                put(f"{ministry} {wording}", "ministry", key, field["english"])
            for minister in roles["minister"]:
                put(
                    f"{minister} {wording}",
                    "office",
                    field.get("office", f"{key}-minister"),
                    f"minister of {field['english']}",
                )
    for body in roles["delegates"]:
        for wording in body["words"]:
            put(wording, body["kind"], body["key"], body["key"])
    return {head: tuple(sorted(phrases, key=lambda p: -len(p[0]))) for head, phrases in found.items()}


def _written(phrase: _Phrase, joined: Sequence[_Phrase]) -> tuple[_Phrase, ...]:
    """A phrase as it is, and with the pairs of it that are also written as one word («رئیس‌جمهور»)."""
    if not phrase:
        return ()
    found, index = [], 0
    while index < len(phrase):
        size = 2 if phrase[index : index + 2] in joined else 1
        found.append("".join(phrase[index : index + size]))
        index += size
    return (phrase,) if len(found) == len(phrase) else (phrase, tuple(found))


@lru_cache(maxsize=50_000)
def _heads(key: str, language: str) -> tuple[str, ...]:
    """The first words that *key* may be, with the clitics of its language off."""
    known = _phrases(language)
    before = load("noun_endings")[language]["before"]
    bare = [key[len(b) :] for b in (fold_word(b) if b else "" for b in before) if key.startswith(b)]
    return tuple(dict.fromkeys(k for k in bare if k in known))


def find_offices(keys: Sequence[str], language: str) -> Iterator[OfficeWording]:
    """Yield the wordings of offices and bodies among folded words, longest first at each place, not overlapping."""
    index = 0
    known = _phrases(language)
    while index < len(keys):
        best: OfficeWording | None = None
        for head in _heads(keys[index], language):
            for phrase, kind, key, title in known[head]:
                if best is not None and len(phrase) <= best.last - best.first:
                    break
                if _matches(keys, index, phrase, language):
                    best = OfficeWording(index, index + len(phrase), kind, key, title)
                    break
        if best is None:
            index += 1
        else:
            yield best
            index = best.last


def _matches(keys: Sequence[str], index: int, phrase: _Phrase, language: str) -> bool:
    if index + len(phrase) > len(keys):
        return False
    adjective = _adjectives(language).get(phrase)
    if adjective is not None and index and keys[index] == phrase[0]:
        starts, ends = adjective
        if keys[index - 1].startswith(starts) or keys[index - 1].endswith(ends):
            return False
    for offset, word in enumerate(phrase[1:], 1):
        key = keys[index + offset]
        if key not in {word, _and(language) + word, *_linked(word, language)}:
            return False
    return True


@lru_cache(maxsize=20_000)
def _linked(word: str, language: str) -> tuple[str, ...]:
    """How a word that ends in a long vowel is written before its possessor («سنای قزاقستان»)."""
    linking = load("noun_endings")[language].get("linking")
    return (word + linking["letter"],) if linking and word.endswith(tuple(linking["after"])) else ()


@cache
def _and(language: str) -> str:
    """The conjunction that the later words of a wording may wear."""
    before = load("noun_endings")[language]["before"][1:2]
    return fold_word(before[0]) if before else ""
