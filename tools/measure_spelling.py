"""How well names are recognised across scripts by their sounds alone: python tools/measure_spelling.py [--part test].

People of the knowledge base are parted by a hash of their English names: costs are set on the training part, and
figures are reported on the test part. A person's spellings in one language are looked for among everybody's spellings
in the other languages, so that nothing is recognised by having been listed.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Mapping
from hashlib import sha256

from rasad.knowledge.entry import Entry
from rasad.knowledge.read import read_entries
from rasad.lexicons import load
from rasad.spelling.letters import fold_word
from rasad.spelling.likeness import likeness
from rasad.spelling.sounds import sound_keys
from rasad.spelling.variants import spellings

LANGUAGES = ("fa", "ar", "en", "ru")
_TEST_SHARE = 5
_FIRST = (1, 10, 50)
#: Words as unlike as this are translations or other names, no spellings («شاه چارلز», Charles III).
_SAME = 0.75


def is_test(entry: Entry) -> bool:
    """Say whether a person belongs to the fifth that nothing was set on."""
    return sha256(entry.name.encode()).digest()[0] % _TEST_SHARE == 0


def names_but(entry: Entry, language: str) -> list[str]:
    """A person's full names in the other languages."""
    return [n.text for n in entry.names if n.form == "name" and n.language[:2] != language]


def main() -> None:
    """Print a row a language: how often the right person is first, and how far a threshold parts right from wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("train", "test"), default="test")
    part = parser.parse_args().part
    people = [e for e in read_entries() if e.type == "person"]
    floor = float(load("linking")["alike"])
    print(f"{len(people)} people, {sum(map(is_test, people))} of them for the test; {part} part, floor {floor}")
    print(f"{'':3} {'names':>6} {'keyed':>6} {'first':>6} {'MRR':>6} {'precision':>9} {'recall':>6}")
    for language in LANGUAGES:
        index: dict[str, set[int]] = defaultdict(set)
        others = [sorted({fold_word(n) for n in names_but(e, language)}) for e in people]
        for place, names in enumerate(others):
            for name in names:
                for key in sound_keys(name):
                    index[key].add(place)
        _row(language, people, others, index, part, floor)
    _generated(people, part)


def _row(
    language: str, people: list[Entry], others: list[list[str]], index: Mapping[str, set[int]], part: str, floor: float
) -> None:
    asked = keyed = first = 0
    reciprocal, taken, right = 0.0, 0, 0
    for place, person in enumerate(people):
        if is_test(person) != (part == "test") or not others[place]:
            continue
        names = [n.text for n in person.names if n.form == "name" and n.language == language][:1]
        for name in names:
            asked += 1
            near = {p for key in sound_keys(name) for p in index.get(key, ())}
            keyed += place in near
            scores = {p: max(likeness(name, other) for other in others[p]) for p in near}
            ranked = sorted(scores, key=lambda p: -scores[p])
            if place in scores:
                rank = sum(scores[p] > scores[place] for p in ranked) + 1
                first += rank == 1
                reciprocal += 1 / rank
            if ranked and scores[ranked[0]] >= floor:
                taken += 1
                right += ranked[0] == place
    print(
        f"{language:3} {asked:6} {keyed / asked:6.3f} {first / asked:6.3f} {reciprocal / asked:6.3f} "
        f"{right / max(1, taken):9.3f} {right / asked:6.3f}"
    )


def _generated(people: list[Entry], part: str) -> None:
    """Print, for each press, how many of the spellings that people have there are among the first generated."""
    print("\nsurnames generated from the English one")
    print(f"{'':3} {'attested':>8} {'first 1':>8} {'first 10':>8} {'first 50':>8}")
    for language in ("fa", "ar", "ru"):
        attested, hits = 0, dict.fromkeys(_FIRST, 0)
        for person in people:
            if is_test(person) != (part == "test"):
                continue
            family = person.name.split()[-1]
            written = [fold_word(s.text) for s in spellings(family, language, limit=max(_FIRST))]
            ends = {n.text.split()[-1] for n in person.names if n.form == "name" and n.language == language}
            for text in {fold_word(e) for e in ends}:
                if likeness(family, text) < _SAME:
                    continue
                attested += 1
                for limit in _FIRST:
                    hits[limit] += text in written[:limit]
        print(f"{language:3} {attested:8} " + " ".join(f"{hits[n] / attested:8.3f}" for n in _FIRST))


if __name__ == "__main__":
    main()
