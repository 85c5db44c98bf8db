"""Sentences of an article: «م. رحیمی گفت: «بله.» سپس رفت.» is two, and a line end always ends one.

A sentence ends at [!?؟…] or at a full stop that no digit or Latin letter follows, with the quotation marks that close
after it; not inside an address, after an initial, an abbreviation or the number that opens a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from rasad.lexicons import load
from rasad.text.lines import BLANK, Line
from rasad.text.span import Span

#: Longer runs are cut at a comma or space.
_LONGEST = 2_000

_STOP = re.compile(r"(?:[!?؟۔…]|\.(?![0-9A-Za-z۰-۹٠-٩]))[!?؟۔….]*[»”\"'’›)\]]*")
_LINK = re.compile(r"(?:https?://|www\.)[^\s«»،؛()]{1,2000}", re.IGNORECASE)
_CUT = re.compile(r"[،؛,;]\s|\s")
_GOES_ON = "،؛,;:"
_BULLETS = '•●▪◦■□◆►▶‣∙·*–—-|/،,:؛"”»)]'
_OPEN = {"«": "»", "“": "”", "(": ")", "[": "]"}
_BACK = 14


def sentences_of(text: str, lines: Sequence[Line], furniture: Iterable[Span], title: Span | None) -> tuple[Span, ...]:
    """Return the sentences of *text* outside *furniture*, in reading order; the *title* is one by itself.

    Args:
        lines: the lines of *text*; no sentence runs over two.
        furniture: disjoint spans in reading order.
    """
    taken = sorted([*furniture, *([title] if title else [])])
    out: list[Span] = []
    at = 0
    for line in lines:
        start, end = line.span.start, line.span.end
        while at < len(taken) and taken[at].end <= start:
            at += 1
        index = at
        while index < len(taken) and taken[index].start < end:
            out.extend(_split(text, start, taken[index].start))
            if taken[index] == title:
                out.append(title)
            start = max(start, taken[index].end)
            index += 1
        out.extend(_split(text, start, end))
    return tuple(out)


def _split(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the sentences of ``text[start:end]``, a part of one line."""
    if start >= end:
        return
    links = iter(_LINK.finditer(text, start, end))
    link = next(links, None)
    first = start
    for match in _STOP.finditer(text, start, end):
        while link is not None and link.end() <= match.start():
            link = next(links, None)
        inside = link is not None and link.start() <= match.start() and match.end() < link.end()
        if inside or not _ends(text, first, match.start(), match.end(), end):
            continue
        yield from _trimmed(text, first, match.end())
        first = match.end()
    yield from _trimmed(text, first, end)


def _ends(text: str, first: int, stop: int, after: int, end: int) -> bool:
    """Say whether the stop at *stop*, with what closes up to *after*, ends the sentence that begins at *first*."""
    follows = after
    while follows < end and text[follows] in BLANK:
        follows += 1
    if follows < end and text[follows] in _GOES_ON:
        return False
    if text[stop] != "." or after > stop + 1:
        return True
    word = _word_before(text, first, stop)
    if not word:
        return True
    if word.isdigit():
        return bool(text[first : stop - len(word)].strip(BLANK + _BULLETS))  # the number of a list's item
    if after == follows and text[after : after + 2].endswith(".") and text[after].isalpha():
        return False  # within initials: "وأ.د."
    bare = word.rsplit(".", 1)[-1]
    if follows == end:
        return True
    if len(bare) == 1 and bare.isalpha():
        before = text[max(first, stop - len(word) - 4) : stop - len(word)].rstrip(BLANK)
        return before[-1:].isdigit()  # «سال ۱۹۹۲ م.» ends one, «م. رحیمی» does not
    return word not in _abbreviations()


def _word_before(text: str, first: int, stop: int) -> str:
    start = stop
    while start > first and stop - start < _BACK and (text[start - 1].isalnum() or text[start - 1] in ".\u0640"):
        start -= 1
    return text[start:stop].strip(".")


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield ``text[start:end]`` without bullets and blanks, cut where it is too long; nothing without a letter."""
    while start < end and (text[start] in BLANK or text[start] in _BULLETS):
        start += 1
    while end > start and (text[end - 1] in BLANK or text[end - 1] in "|•·"):
        end -= 1
    if not any(char.isalnum() for char in text[start:end]):
        return
    while end - start > _LONGEST:
        cut = start + _LONGEST
        for match in _CUT.finditer(text, start + _LONGEST // 2, start + _LONGEST):
            cut = match.end()
        yield from _trimmed(text, start, cut)
        start = cut
    if start < end and text[start:end].strip(BLANK):
        while start < end and text[start] in BLANK:
            start += 1
        yield Span(start, end)


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(str(word) for word in load("sentences")["abbreviations"])
