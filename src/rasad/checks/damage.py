"""Characters lost on the way to us: joiners, letters replaced by marks, spaces between words, bytes misread."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from rasad.checks.check import Check
from rasad.clauses.persian import is_progressive
from rasad.lexicons import load
from rasad.text.article import Article
from rasad.text.folding import fold_word
from rasad.text.span import Span
from rasad.text.words import Word, words_of

_JOINER = "\u200c"
_LETTERS = "[\u0620-\u064a\u066e-\u06d3]"
_HOLE = re.compile(f"{_LETTERS}+\ufffd+{_LETTERS}*|{_LETTERS}*\ufffd+{_LETTERS}+")
_MARKED = re.compile(rf"{_LETTERS}+\?+{_LETTERS}+")
_MISREAD = re.compile("(?:[\u00d8-\u00db][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]\\s?){4,}")
_RUN_ON = re.compile(f"{_LETTERS}{{2,}}:{_LETTERS}{{2,}}")
#: So many words make it damage throughout.
_ENOUGH = 3
_SHORTEST = 3


def lost_characters(article: Article) -> Iterator[Check]:
    """Yield at most one check: the clearest sign that characters of *article* were lost."""
    for find in (_holes, _run_together, _lost_joiners):
        check = find(article)
        if check is not None:
            yield check
            return


def _holes(article: Article) -> Check | None:
    text = article.text
    lost = "A letter was lost inside this word."
    for pattern, why in ((_HOLE, lost), (_MISREAD, "These letters were decoded wrongly."), (_MARKED, lost)):
        for match in pattern.finditer(text):
            if not article.in_furniture(Span(*match.span())):
                return Check("lost-characters", Span(*match.span()), match.group(), None, why)
    return None


# -- two words written as one ----------------------------------------------------------------------------------


@cache
def _definite() -> tuple[tuple[str, ...], frozenset[str]]:
    words = load("damage")["ar"]
    return tuple(fold_word(w) for w in words["definite"]), frozenset(fold_word(w) for w in words["onto"])


def _run_together(article: Article) -> Check | None:
    """ "للنشاطالسياسي", and in a headline "كازاخستان:الثقل"."""
    if article.base_language != "ar":
        return None
    if article.title is not None and (match := _RUN_ON.search(article.title.of(article.text))):
        first, second = match.group().split(":")
        span = Span(article.title.start + match.start(), article.title.start + match.end())
        return Check("lost-characters", span, match.group(), f"{first}: {second}", "The space after the colon is lost.")
    for sentence in article.sentences:
        for word in words_of(article, sentence):
            cut = _cut(word)
            if cut is not None:
                found = word.span.of(article.text)
                expected = f"{found[:cut]} {found[cut:]}" if len(found) == len(word.key) else None
                why = "The space between two words is lost."
                return Check("lost-characters", word.span, found, expected, why)
    return None


def _cut(word: Word) -> int | None:
    """Where the second of two words begins inside one."""
    definite, onto = _definite()
    if len(word.key) < _SHORTEST + 6 or not word.key.endswith(definite):
        return None
    cut = max(len(word.key) - len(d) for d in definite if word.key.endswith(d))
    return cut if cut >= _SHORTEST and word.key[:cut] not in onto else None


# -- joiners ---------------------------------------------------------------------------------------------------


@cache
def _endings() -> dict[str, tuple[str, ...]]:
    return {name: tuple(fold_word(w) for w in words) for name, words in load("damage")["fa"].items()}


def _lost_joiners(article: Article) -> Check | None:
    """«میگوید», «همسایهها», «سازمانهای» in a text that has next to no joiner."""
    if article.base_language != "fa":
        return None
    joiners = article.text.count(_JOINER)
    sure: list[tuple[Span, int]] = []
    likely = 0
    for sentence in article.sentences:
        for word in words_of(article, sentence):
            if not word.key.startswith(_endings()["progress"]) and not word.key.endswith(_endings()["plurals"]):
                continue
            if word.span.end - word.span.start != len(word.key):
                continue
            cut = _progress(word.key) or _silent_plural(word.key)
            if cut is not None:
                sure.append((word.span, cut))
            else:
                likely += _joined_plural(word.key)
    many = len(sure) + likely
    if not sure or many < _ENOUGH or joiners * _ENOUGH > many:
        return None
    span, cut = sure[0]
    found = span.of(article.text)
    why = f"The joiner inside the word is lost, as in {many - 1} other words of this text."
    return Check("lost-characters", span, found, found[:cut] + _JOINER + found[cut:], why)


def _progress(key: str) -> int | None:
    starts = next((p for p in _endings()["progress"] if key.startswith(p)), None)
    return len(starts) if starts is not None and is_progressive(key) else None


def _silent_plural(key: str) -> int | None:
    """«همسایهها»: a plural on a ه that is not spoken."""
    stem = _stem(key)
    if stem is None:
        return None
    return len(stem) if stem[-1] in _endings()["silent"] and stem[-2] not in _endings()["long"] else None


def _joined_plural(key: str) -> bool:
    """«سازمانهای»: a plural on a letter that joins what follows; an older orthography writes it so too."""
    stem = _stem(key)
    return stem is not None and stem[-1] not in _endings()["unjoining"]


def _stem(key: str) -> str | None:
    """The noun of a plural, None where *key* is none."""
    if key in _endings()["no_plurals"]:
        return None
    longest = max((p for p in _endings()["plurals"] if key.endswith(p)), key=len, default=None)
    return key[: -len(longest)] if longest is not None and len(key) > len(longest) + _SHORTEST else None
