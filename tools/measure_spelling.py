"""How well names are recognised, written and romanised across scripts: python tools/measure_spelling.py.

People of the knowledge base are parted by a hash of their English names: costs and words are from the training part,
and figures are reported on the test part. A person's spelling in one language is looked for among everybody's spellings
in another, so that nothing is recognised by having been listed.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator, Sequence
from hashlib import sha256
from time import perf_counter

from rasad.knowledge.entry import Entry
from rasad.knowledge.read import read_entries
from rasad.lexicons import load, table
from rasad.spelling.latin import plain, slug
from rasad.spelling.letters import fold_word
from rasad.spelling.likeness import likeness
from rasad.spelling.romanise import romanise
from rasad.spelling.sounds import sound_keys
from rasad.spelling.variants import spellings

LANGUAGES = ("fa", "ar", "en", "ru")
_TEST_SHARE = 5
_FIRST = (1, 10, 50)
#: Words as unlike as this are translations or other names, no spellings («شاه چارلز», Charles III).
SAME = 0.75
#: Of names as unlike as this one is in use where the other is not (Pope Francis, Jorge Bergoglio).
_NO_OTHER = 0.5


def is_test(entry: Entry) -> bool:
    """Say whether a person belongs to the fifth that nothing was set on."""
    return sha256(entry.name.encode()).digest()[0] % _TEST_SHARE == 0


def names_in(entry: Entry, language: str) -> list[str]:
    """A person's full names in a language, the usual one first."""
    return [n.text for n in entry.names if n.form == "name" and n.language == language]


def family(name: str) -> str:
    """The last word of a name."""
    return name.replace("-", " ").split()[-1]


def main() -> None:
    """Print what is recognised, what is generated, and what is romanised as English has it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("train", "test"), default="test")
    part = parser.parse_args().part
    people = [e for e in read_entries() if e.type == "person"]
    asked = [place for place, person in enumerate(people) if is_test(person) == (part == "test")]
    floor = float(load("linking")["alike"])
    print(f"{len(people)} people, {len(asked)} of them of the {part} part, floor {floor}")
    _recognised("whole names", [[names_in(e, lang) for lang in LANGUAGES] for e in people], asked, floor)
    surnames = [[[family(n) for n in names_in(e, lang)] for lang in LANGUAGES] for e in people]
    _recognised("surnames", surnames, asked, floor)
    _generated([people[place] for place in asked])
    _romanised([people[place] for place in asked])


def _recognised(what: str, names: Sequence[Sequence[Sequence[str]]], asked: Sequence[int], floor: float) -> None:
    """Print a row a pair of languages; *names* has for everybody the names in each language.

    Whoever has a name that is spelt the same in the language asked or in English is the same answer.
    """
    print(f"\n{what}, asked in one language among the names in another; blocks are what shares a key")
    head = "names  keyed  first    MRR precision recall  block ms"
    print(f"{'':6} {head}")
    for a, asking in enumerate(LANGUAGES):
        for b, indexed in enumerate(LANGUAGES):
            if a != b:
                print(f"{asking}-{indexed}  {_pair(names, asked, a, b, floor)}")


def _pair(names: Sequence[Sequence[Sequence[str]]], asked: Sequence[int], a: int, b: int, floor: float) -> str:
    english = LANGUAGES.index("en")
    index: dict[str, set[int]] = defaultdict(set)
    spelt = [sorted(set(map(fold_word, person[b]))) for person in names]
    for place, ways in enumerate(spelt):
        for way in ways:
            for key in sound_keys(way):
                index[key].add(place)
    number = keyed = first = taken = right = blocks = 0
    reciprocal = seconds = 0.0
    for place in asked:
        if (
            not names[place][a]
            or not spelt[place]
            or not any(likeness(names[place][a][0], s) >= SAME / 1.5 for s in spelt[place])
        ):
            continue
        name = names[place][a][0]
        number += 1
        start = perf_counter()
        near = {p for key in sound_keys(name) for p in index.get(key, ())}
        scores = {p: max(likeness(name, other) for other in spelt[p]) for p in near}
        seconds += perf_counter() - start
        blocks += len(near)
        same = {
            p
            for p in near
            if set(names[p][a]) & set(names[place][a]) or set(names[p][english]) & set(names[place][english])
        }
        best = max((scores[p] for p in same), default=None)
        keyed += best is not None
        top = max(scores.values(), default=0.0)
        if best is not None:
            rank = 1 + sum(score > best for p, score in scores.items() if p not in same)
            first += rank == 1
            reciprocal += 1 / rank
        if top >= floor:
            taken += 1
            right += best == top
    shares = f"{keyed / number:6.3f} {first / number:6.3f} {reciprocal / number:6.3f}"
    cells = f"{right / max(1, taken):9.3f} {right / number:6.3f} {blocks / number:6.1f} {1000 * seconds / number:4.1f}"
    return f"{number:5} {shares} {cells}"


def _generated(people: Sequence[Entry]) -> None:
    """Print, for each press, how many of the spellings that people have there are among the first generated."""
    print("\nsurnames generated from the English one")
    print(f"{'':3} {'attested':>8} {'first 1':>8} {'first 10':>8} {'first 50':>8}")
    for language in ("fa", "ar", "ru"):
        attested, hits = 0, dict.fromkeys(_FIRST, 0)
        for person in people:
            surname = family(person.name)
            written = [fold_word(s.text) for s in spellings(surname, language, limit=max(_FIRST))]
            ends = {n.split()[-1] for n in names_in(person, language)}
            for text in {fold_word(e) for e in ends}:
                if likeness(surname, text) < SAME:
                    continue
                attested += 1
                for limit in _FIRST:
                    hits[limit] += text in written[:limit]
        print(f"{language:3} {attested:8} " + " ".join(f"{hits[n] / attested:8.3f}" for n in _FIRST))


def _romanised(people: Sequence[Entry]) -> None:
    """Print how often words are romanised as English has them, how far off they are, and how often slugs meet."""
    print("\nwords romanised; unlisted are those that lexicons/names/units lacks")
    print(f"{'':3} {'words':>6} {'exact':>6} {'off':>6} {'unlisted':>8} {'exact':>6} {'off':>6}")
    for language in ("fa", "ar", "ru"):
        rows = [row for person in people for row in _words(person, language)]
        unlisted = [row for row in rows if fold_word(row[0]) not in table("names/units")]
        cells = [f"{len(rows):{6}} {_exact(rows):6.3f} {_off(rows):6.3f}"]
        cells.append(f"{len(unlisted):8} {_exact(unlisted):6.3f} {_off(unlisted):6.3f}")
        print(f"{language:3} " + " ".join(cells))
    for a, b in (("fa", "ar"), ("fa", "ru"), ("ar", "ru")):
        pairs = [(names_in(e, a)[0], names_in(e, b)[0]) for e in people if names_in(e, a) and names_in(e, b)]
        same = sum(_slug(one) == _slug(other) for one, other in pairs)
        print(f"the same slug in {a} and {b}: {same / len(pairs):.3f} of {len(pairs)} people")


def _slug(name: str) -> str:
    return slug(" ".join(romanise(word) for word in name.replace("-", " ").split()))


def _words(person: Entry, language: str) -> Iterator[tuple[str, str, str]]:
    """The words of a person's usual name, the English ones, and what they are romanised to."""
    english = plain(person.name)
    for name in names_in(person, language)[:1]:
        words = name.replace("-", " ").split()
        if len(words) == len(english):
            for word, latin in zip(words, english, strict=True):
                if likeness(word, latin) >= SAME:
                    yield word, latin, "".join(plain(romanise(word)))


def _exact(rows: Sequence[tuple[str, str, str]]) -> float:
    return sum(latin == got for _, latin, got in rows) / max(1, len(rows))


def _off(rows: Sequence[tuple[str, str, str]]) -> float:
    """The edit distance of the words, over the longer one's length, on average."""
    return sum(_distance(latin, got) / max(len(latin), len(got), 1) for _, latin, got in rows) / max(1, len(rows))


def _distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for i, x in enumerate(one, 1):
        above, row = row, [i]
        for j, y in enumerate(other, 1):
            row.append(min(above[j - 1] + (x != y), above[j] + 1, row[-1] + 1))
    return row[-1]


if __name__ == "__main__":
    main()
