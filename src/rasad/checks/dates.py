"""Dates that no calendar has, that two calendars or names of months word differently, or whose weekday is another.

«۳ جولای ۲۰۲۵ برابر با ۱۲ جوزای ۱۴۰۴», "30 يوليو/حزيران", "الجمعة 29 نوفمبر 2025".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from rasad.checks.check import Check
from rasad.lexicons import load
from rasad.mentions.mention import DateMention
from rasad.text.article import Article
from rasad.text.calendars import LUNAR
from rasad.text.date_words import date_words, pieces_of
from rasad.text.folding import fold_word
from rasad.text.span import Span
from rasad.text.words import words_of

#: How far two wordings of one day may stand apart, in characters.
_BESIDE = 24
#: Lunar months begin by the sighting of the moon, and solar years without their number may follow a leap year.
_LOOSE = 2
#: A day without its year is sure only so near to publication, in days.
_SURE = 45
_YEAR = 365
#: Greater numbers of a date are years.
_FIRST_YEAR = 1000
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def wrong_dates(article: Article, dates: Sequence[DateMention]) -> Iterator[Check]:
    """Yield a check for each date that the calendar refutes."""
    for mention in dates:
        if mention.impossible:
            wording = mention.span.of(article.text)
            yield Check("wrong-date", mention.span, wording, None, f"No calendar has the day that {wording!r} words.")
    yield from _pairs(article, dates)
    yield from _weekdays(article, dates)
    yield from _twin_months(article)


# -- two calendars ---------------------------------------------------------------------------------------------


def _pairs(article: Article, dates: Sequence[DateMention]) -> Iterator[Check]:
    told = [d for d in dates if d.first is not None and d.kind in {"absolute", "partial"}]
    for first, second in pairwise(told):
        if first.calendar == second.calendar or first.precision != second.precision:
            continue
        if not _are_one(article, first.span, second.span) or first.first is None or second.first is None:
            continue
        if first.precision == "day":
            apart = abs((first.first - second.first).days)
            if "partial" in {first.kind, second.kind}:
                apart = min(apart, abs(_YEAR - apart))
            unsure = LUNAR in {first.calendar, second.calendar} or "partial" in {first.kind, second.kind}
            if apart > (_LOOSE if unsure else 0):
                why = f"The two dates stand for one day, yet are {first.first} and {second.first}, {apart} days apart."
                yield _pair(article, first, second, why)
        elif first.precision == "year" and first.kind == second.kind == "absolute" and not _overlap(first, second):
            why = f"The two years stand for one, yet begin in {first.first.year} and in {second.first.year}."
            yield _pair(article, first, second, why)


def _pair(article: Article, first: DateMention, second: DateMention, why: str) -> Check:
    found = second.span.of(article.text)
    day = first.first.isoformat() if first.first is not None and first.precision == "day" else None
    return Check("wrong-date", first.span.to(second.span), found, day, why)


def _overlap(first: DateMention, second: DateMention) -> bool:
    a, b, c, d = first.first, first.last, second.first, second.last
    return a is None or b is None or c is None or d is None or (a <= d and c <= b)


def _are_one(article: Article, first: Span, second: Span) -> bool:
    """Whether nothing but «برابر با», a bracket or the like parts two dates."""
    if not 0 < second.start - first.end <= _BESIDE or "\n" in article.text[first.end : second.start]:
        return False
    pairs = load("date_pairs")
    links = {fold_word(w) for w in pairs["same_day"].get(article.base_language, ())} | set(pairs["marks"])
    keys = [w.key for w in words_of(article, Span(first.end, second.start))]
    ties = {fold_word(w) for w in pairs["ties"]}
    return all(k in links for k in keys) and any(k in ties for k in keys)


# -- weekdays --------------------------------------------------------------------------------------------------


def _weekdays(article: Article, dates: Sequence[DateMention]) -> Iterator[Check]:
    published = article.published
    told = [(d.span, d.first) for d in dates if _is_sure(d, published.day if published else None)]
    if published is not None and published.span is not None and _has_year(article, published.span):
        told.append((published.span, published.day))
    for span, day in told:
        worded = _weekday(article, span)
        if day is not None and worded is not None and worded != day.weekday():
            why = f"{day} was a {_DAYS[day.weekday()]}, not a {_DAYS[worded]}."
            yield Check("wrong-date", span, _DAYS[worded], _DAYS[day.weekday()], why)


def _has_year(article: Article, span: Span) -> bool:
    """Whether a day of publication words its year; lunar days are unsure by one."""
    published = article.published
    folded = article.folded
    pieces = pieces_of(folded, article.base_language, folded.at(span.start), folded.at(span.end))
    worded = any(p.value is not None and p.value >= _FIRST_YEAR for p in pieces)
    return worded and published is not None and not published.uncertain_days


def _is_sure(mention: DateMention, published: date | None) -> bool:
    if mention.first is None or mention.precision != "day" or mention.calendar == LUNAR:
        return False
    if mention.kind == "partial":
        return published is not None and abs((mention.first - published).days) <= _SURE
    return mention.kind == "absolute"


def _weekday(article: Article, span: Span) -> int | None:
    """The one day of the week that *span* words together with a number, 0 for Monday."""
    words = date_words(article.base_language)
    if words is None:
        return None
    folded = article.folded
    pieces = pieces_of(folded, article.base_language, folded.at(span.start), folded.at(span.end))
    found: list[int] = []
    index = 0
    while index < len(pieces):
        match = words.at(pieces, index, "weekdays")
        if match is not None:
            found.append(match[0])
        index = match[1] if match is not None else index + 1
    return found[0] if len(found) == 1 and any(p.value is not None for p in pieces) else None


# -- names of months -------------------------------------------------------------------------------------------


@cache
def _names(table: str) -> dict[tuple[str, ...], int]:
    return {tuple(fold_word(w).split()): n for w, n in load("date_pairs")[table].items()}


def _twin_months(article: Article) -> Iterator[Check]:
    """ "30 يوليو/حزيران": the two names are of two months."""
    if article.base_language != "ar" or "/" not in article.text:
        return
    for sentence in article.sentences:
        words = words_of(article, sentence)
        keys = [w.key for w in words]
        for index, key in enumerate(keys):
            if key != "/":
                continue
            for one, other in (("levant", "gulf"), ("gulf", "levant")):
                left, right = _ending(keys, index, one), _beginning(keys, index + 1, other)
                if left is None or right is None or left[0] == right[0]:
                    continue
                span = words[index - left[1]].span.to(words[index + right[1]].span)
                why = f"The first name is of month {left[0]}, the second of month {right[0]}."
                yield Check("wrong-date", span, span.of(article.text), None, why)


def _ending(keys: Sequence[str], end: int, table: str) -> tuple[int, int] | None:
    for size in (2, 1):
        if end >= size and (month := _names(table).get(tuple(keys[end - size : end]))):
            return month, size
    return None


def _beginning(keys: Sequence[str], start: int, table: str) -> tuple[int, int] | None:
    for size in (2, 1):
        if month := _names(table).get(tuple(keys[start : start + size])):
            return month, size
    return None
