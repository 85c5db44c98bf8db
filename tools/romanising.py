"""Learns how names in Arabic script are written in Latin letters: python tools/romanising.py NAMES.tsv.gz

writes lexicons/spelling/romanising.tsv: for a letter between two others, what it becomes and how often. NAMES is the
table `units` of arabic-name-romanizer (MIT; rows of Wikidata, CC0, alone are taken); names of the training part of the
knowledge base's people (tools/measure_spelling.py) count twice.

Method: letters are aligned with stretches of nought to four Latin letters by Viterbi training, as in K. Knight and
J. Graehl, "Machine transliteration", Computational Linguistics 24 (1998), 599-612; counts are taken with one letter of
context on either side. Nothing is random.
"""

from __future__ import annotations

import gzip
import math
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

from measure_spelling import is_test

from rasad.knowledge.read import read_entries
from rasad.spelling.letters import fold_word

OUT = Path(__file__).resolve().parents[1] / "src" / "rasad" / "lexicons" / "spelling" / "romanising.tsv"
#: States whose names are learnt from, and how often one pair counts at most.
_STATES = frozenset(
    ["", "IR", "AF", "PK", "TJ", "UZ", "IQ", "SY", "EG", "SA", "JO", "LB", "AE", "YE", "KW", "QA", "BH", "OM",
     "LY", "SD"]
)  # fmt: skip
_MOST = 5
_ROUNDS = 6
_LONGEST_STRETCH = 4
#: A context that was seen less often is left out, and so is what a letter became in fewer of a hundred cases.
_SEEN, _SHARE = 4, 0.12
_HEAD = """# How a letter of Arabic script is romanised between two others; ^ and $ are a word's borders, . any letter.
# source: Wikidata (CC0, by way of arabic-name-romanizer 0.2.0, MIT) and this knowledge base; by tools/romanising.py
# date: 2026-11
context\tlatin\tcount
"""


def _plain(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if c.isascii() and c.isalpha())


def pairs(path: Path) -> Mapping[tuple[str, str], int]:
    """Return how often a folded word is romanised so, words of the test part left out."""
    found: Counter[tuple[str, str]] = Counter()
    kept_out: set[str] = set()
    for entry in read_entries():
        latin = [_plain(word) for word in entry.name.replace("-", " ").split()]
        for name in entry.names if entry.type == "person" else ():
            words = fold_word(name.text.replace("-", " ")).split()
            if name.language not in {"fa", "ar"} or name.form != "name" or len(words) != len(latin):
                continue
            if is_test(entry):
                kept_out.update(words)
            else:
                for pair in zip(words, latin, strict=True):
                    found[pair] = min(found[pair] + 2, 2 * _MOST)
    with gzip.open(path, "rt", encoding="utf-8") as stream:
        next(stream)
        for line in stream:
            arabic, latin_name, _, state, _, count, source = line.rstrip("\n").split("\t")
            if source == "wikidata" and state in _STATES and not set(" -") & set(latin_name.strip()):
                found[fold_word(arabic), _plain(latin_name)] += min(int(count), _MOST)
    return {
        (word, latin): n for (word, latin), n in sorted(found.items())
        if word.isalpha() and 1 < len(word) < 14 and 0 < len(latin) < 18 and word not in kept_out
    }  # fmt: skip


def align(word: str, latin: str, cost: Mapping[tuple[str, str], float]) -> list[str] | None:
    """Return the stretch of *latin* that each letter of *word* became, the likeliest way; None where there is none."""
    best = [[-math.inf] * (len(latin) + 1) for _ in range(len(word) + 1)]
    took = [[0] * (len(latin) + 1) for _ in range(len(word) + 1)]
    best[0][0] = 0.0
    for i, letter in enumerate(word):
        for j, so_far in enumerate(best[i]):
            if so_far == -math.inf:
                continue
            for size in range(min(_LONGEST_STRETCH, len(latin) - j) + 1):
                stretch = latin[j : j + size]
                score = so_far + (cost.get((letter, stretch), -12.0) if cost else -1 - 0.7 * abs(size - 1))
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
    """Yield rows of context, what the letter in its midst became, and how often."""
    cost: dict[tuple[str, str], float] = {}
    for _ in range(_ROUNDS):
        became: Counter[tuple[str, str]] = Counter()
        for (word, latin), count in seen.items():
            for step in zip(word, align(word, latin, cost) or (), strict=False):
                became[step] += count
        total: Counter[str] = Counter()
        for (letter, _), count in became.items():
            total[letter] += count
        cost = {step: math.log(count / total[step[0]]) for step, count in became.items() if count > 2}
    contexts: dict[str, Counter[str]] = defaultdict(Counter)
    for (word, latin), count in seen.items():
        framed = f"^{word}$"
        for i, stretch in enumerate(align(word, latin, cost) or (), 1):
            letter = framed[i]
            for context in (framed[i - 1 : i + 2], f".{letter}{framed[i + 1]}", f".{letter}."):
                contexts[context][stretch] += count
    for context in sorted(contexts):
        whole = sum(contexts[context].values())
        for stretch, count in sorted(contexts[context].items(), key=lambda item: (-item[1], item[0])):
            if whole >= _SEEN and count >= _SHARE * whole:
                yield context, stretch, count


if __name__ == "__main__":
    rows = [f"{context}\t{stretch}\t{count}\n" for context, stretch, count in learn(pairs(Path(sys.argv[1])))]
    OUT.write_text(_HEAD + "".join(rows), encoding="utf-8")
    print(f"{len(rows)} rows are written to {OUT.name}")
