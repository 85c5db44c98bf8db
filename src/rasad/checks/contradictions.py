"""Where a text speaks against itself: «در همان زمان … بعداً», a list of others that holds what it sets apart, one
attack on two days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from rasad.checks.check import Check
from rasad.entities.entity import Resolution
from rasad.lexicons import load
from rasad.mentions.mention import DateMention
from rasad.text.article import Article
from rasad.text.phrases import Phrase, phrase
from rasad.text.span import Span
from rasad.text.words import Word, words_of

#: How many words may stand between two wordings of time that exclude each other.
_CLOSE = 4
#: How many words may stand between an act and its day.
_BESIDE = 6
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@cache
def _phrases(language: str, name: str) -> tuple[Phrase, ...]:
    return tuple(dict.fromkeys(phrase(w) for w in load("contradictions")[language][name]))


def contradictions(article: Article, resolution: Resolution, dates: Sequence[DateMention]) -> Iterator[Check]:
    """Yield the checks of what the text itself refutes."""
    text = article.folded.text
    timed = any(" ".join(p) in text for p in _phrases(article.base_language, "at_once"))
    others = any(" ".join(p) in text for p in _phrases(article.base_language, "other"))
    for sentence in article.sentences if timed or others else ():
        words = words_of(article, sentence)
        if timed:
            yield from _times(article, words)
        if others:
            yield from _listed_again(article, words, resolution)
    yield from _two_days(article, dates)


def _at(words: Sequence[Word], index: int, phrases: Sequence[Phrase]) -> int | None:
    """Where the longest of *phrases* that stands at *index* ends."""
    ends = [index + len(p) for p in phrases if tuple(w.key for w in words[index : index + len(p)]) == p]
    return max(ends, default=None)


def _times(article: Article, words: Sequence[Word]) -> Iterator[Check]:
    """«در همان زمان، آقای واسیلنکو بعداً تأکید کرد»."""
    language = article.base_language
    breaks = {p[0] for p in _phrases(language, "breaks")}
    for index in range(len(words)):
        end = _at(words, index, _phrases(language, "at_once"))
        if end is None:
            continue
        passed = 0
        for later in range(end, len(words)):
            stop = _at(words, later, _phrases(language, "later"))
            if stop is not None:
                span = words[index].span.to(words[stop - 1].span)
                why = "One act is placed both at the same time and later."
                yield Check("self-contradiction", span, span.of(article.text), None, why)
                return
            passed += not words[later].is_mark
            if words[later].key in breaks or passed > _CLOSE:
                break


def _listed_again(article: Article, words: Sequence[Word], resolution: Resolution) -> Iterator[Check]:
    """«سازمان پیمان امنیت جمعی و سایر ساختارها مانند …، سازمان پیمان امنیت جمعی»."""
    language = article.base_language
    others, such_as = _phrases(language, "other"), _phrases(language, "such_as")
    ands = {p[0] for p in _phrases(language, "and")}
    for index, word in enumerate(words):
        if (word.key,) not in others or index == 0:
            continue
        before = index - 1 if words[index - 1].key in ands else index
        begin = next((i for i in range(index + 1, min(index + _BESIDE, len(words))) if _at(words, i, such_as)), None)
        if begin is None or before == 0:
            continue
        named = [e for e in resolution.entities for m in e.mentions if m.end == words[before - 1].span.end]
        for entity in named:
            again = next(
                (m for m in sorted(entity.mentions) if words[begin].span.end <= m.start < words[-1].span.end), None
            )
            if again is not None:
                kind = "mistranslation" if article.translated_from else "self-contradiction"
                why = f"{entity.name} is listed among the others that are set apart from it."
                yield Check(kind, again, again.of(article.text), None, why)
                return


def _two_days(article: Article, dates: Sequence[DateMention]) -> Iterator[Check]:
    """ "الهجوم … يوم الجمعة الماضي" beside "ووقع الهجوم فجر السبت 29 نوفمبر": one attack, two days running."""
    acts = {p[0] for p in _phrases(article.base_language, "once")}
    if not any(act in article.folded.text for act in acts):
        return
    placed: dict[str, list[DateMention]] = {}
    for sentence in article.sentences:
        words = words_of(article, sentence)
        here = [d for d in dates if sentence.covers(d.span) and d.first is not None and d.precision == "day"]
        for word in words if here else ():
            bare = next(
                (a for a in acts if word.key == a or (len(word.key) == len(a) + 1 and word.key.endswith(a))), None
            )
            if bare is None:
                continue
            after = [d for d in here if d.span.start >= word.span.end and _count(words, word.span, d.span) <= _BESIDE]
            if after:
                placed.setdefault(bare, []).append(after[0])
    for days in placed.values():
        if len(days) != 2 or days[0].first is None or days[1].first is None:
            continue
        apart = abs((days[0].first - days[1].first).days)
        if apart == 1:
            one, other = days[0].first, days[1].first
            why = f"The article dates it to {_DAYS[one.weekday()]}, {one}, and to {_DAYS[other.weekday()]}, {other}."
            yield Check("self-contradiction", days[0].span, str(one), str(other), why)


def _count(words: Sequence[Word], first: Span, second: Span) -> int:
    return sum(w.span.start >= first.end and w.span.end <= second.start for w in words)
