"""Aligns the names of people letter by letter: python tools/spelling_words.py

writes lexicons/spelling/words-fa.tsv, words-ar.tsv and words-ru.tsv: the words of names of the knowledge base's people
in a script, what each letter is in the English spelling, and how much the spelling weighs. People of the test part
(tools/measure_spelling.py) are left out, so that the figures of docs/spelling.md hold for what is shipped.

Method: letters are aligned with stretches of nought to four Latin letters by Viterbi training, as in K. Knight and
J. Graehl, "Machine transliteration", Computational Linguistics 24 (1998), 599-612. Nothing is random.
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from measure_spelling import SAME, is_test

from rasad.knowledge.entry import Entry
from rasad.knowledge.read import read_entries
from rasad.spelling.aligned import PRESSES
from rasad.spelling.latin import plain
from rasad.spelling.likeness import likeness

OUT = Path(__file__).resolve().parents[1] / "src" / "rasad" / "lexicons" / "spelling"
_ROUNDS = 6
_LONGEST_STRETCH = 4
#: What a pair costs that was never seen, as a logarithm.
_NEVER = -12.0
_HEAD = """# Words of names as the press writes them in {script} script; the Latin stretch of each letter, parted by
# hyphens; what the spelling weighs: one for everybody so called, doubled where it is the usual one, in either script.
# source: made by tools/spelling_words.py from the names in knowledge/data; do not edit
# date: 2026-11
word\tlatin\tweight
"""
_SCRIPTS = {"fa": "Arabic", "ar": "Arabic", "ru": "Cyrillic"}


def spelt(entry: Entry, language: str) -> dict[tuple[str, str], int]:
    """Return the words of a person's names with their English spellings, and what each weighs.

    What the person is mostly called weighs double, in English and in the language. Translations and other names are
    left out.
    """
    usual = tuple(plain(entry.name))
    latin = {tuple(plain(n.text)): 1 for n in entry.names if n.language == "en" and n.form == "name"} | {usual: 2}
    written = [_words(n.text) for n in entry.names if n.language[:2] == language and n.form == "name"]
    found: dict[tuple[str, str], int] = {}
    for words in written:
        for english, weight in latin.items():
            if len(words) == len(english):
                for pair in zip(words, english, strict=True):
                    if pair[0].isalpha() and likeness(*pair) >= SAME:
                        found[pair] = max(weight * (1 + (words == written[0])), found.get(pair, 0))
    return found


def _words(name: str) -> tuple[str, ...]:
    """The words of a name in the letters of its press, without harakat, joiners and tatweel."""
    text = unicodedata.normalize("NFC", name.replace("-", " ")).lower().replace("\u0640", "")
    return tuple("".join(c for c in text if unicodedata.category(c) not in {"Mn", "Cf"}).split())


def align(word: str, latin: str, cost: Mapping[tuple[str, str], float]) -> list[str] | None:
    """Return the stretch of *latin* that each letter of *word* is, the likeliest way; None where there is none."""
    best = [[-math.inf] * (len(latin) + 1) for _ in range(len(word) + 1)]
    took = [[0] * (len(latin) + 1) for _ in range(len(word) + 1)]
    best[0][0] = 0.0
    for i, letter in enumerate(word):
        for j, so_far in enumerate(best[i]):
            if so_far == -math.inf:
                continue
            for size in range(min(_LONGEST_STRETCH, len(latin) - j) + 1):
                stretch = latin[j : j + size]
                score = so_far + (cost.get((letter, stretch), _NEVER) if cost else -1 - 0.7 * abs(size - 1))
                if score > best[i + 1][j + size]:
                    best[i + 1][j + size], took[i + 1][j + size] = score, size
    if best[-1][-1] == -math.inf:
        return None
    stretches, j = [], len(latin)
    for i in range(len(word), 0, -1):
        size = took[i][j]
        stretches.append(latin[j - size : j])
        j -= size
    return stretches[::-1]


def learn(seen: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, str, int]]:
    """Yield words with their aligned Latin spellings and how often they are spelt so, in the order of letters."""
    cost: dict[tuple[str, str], float] = {}
    for _ in range(_ROUNDS):
        became: Counter[tuple[str, str]] = Counter()
        for (word, latin), count in sorted(seen.items()):
            for step in zip(word, align(word, latin, cost) or (), strict=False):
                became[step] += count
        total: Counter[str] = Counter()
        for (letter, _), count in became.items():
            total[letter] += count
        cost = {step: math.log(count / total[step[0]]) for step, count in became.items() if count > 2}
    for (word, latin), count in sorted(seen.items()):
        stretches = align(word, latin, cost)
        if stretches is not None:
            yield word, "-".join(stretches), count


def main() -> None:
    """Write a file a press."""
    people = [e for e in read_entries() if e.type == "person" and not is_test(e)]
    for press in PRESSES:
        seen: Counter[tuple[str, str]] = Counter()
        for person in people:
            seen.update(spelt(person, press))
        lines = ["\t".join(map(str, row)) + "\n" for row in learn(seen)]
        path = OUT / f"words-{press}.tsv"
        path.write_text(_HEAD.format(script=_SCRIPTS[press]) + "".join(lines), encoding="utf-8")
        print(f"{len(lines)} words are written to {path.name}")


if __name__ == "__main__":
    main()
