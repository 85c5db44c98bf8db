"""The headline of an article, where the text has one: not the path of pages above it, not the lead below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rasad.lexicons import load
from rasad.text.folding import fold_word
from rasad.text.lines import DATE, OTHER, TIME, Line, Piece
from rasad.text.span import Span

#: How many lines at the head are looked at for a headline, and where the source declares one.
_HEAD, _DECLARED = 40, 120
#: A headline has no more characters than this; one that declares itself may.
_LONGEST = 200
#: A line with fewer words is a headline only where nothing better stands below it.
_FEW = 4
#: A line of more words below a short one is a standfirst rather than the headline under a section's name.
_MANY = 15

_STOP = re.compile(r"(?<![.\W])\.[\"»”)\]]* (?=[^\W\d_]{2})")
_END = re.compile(r"\.[\"»”)\]]*\Z")
_BULLET = re.compile(r"[•●▪◦■□◆►▶‣∙·*#\-–—\s\u200e\u200f\u200b\ufeff]+")
_WORD = re.compile(r"[^\W\d_]+")
_MARK = re.compile(r"[؛:،,؟?!\"»]")
_SITE = re.compile(r"\s+[|»›\-–—]\s+|\s*::\s*")


def is_prose(line: Line) -> bool:
    """Say whether *line* is part of the running text: long, or a sentence with its full stop."""
    if not line.is_short:
        return True
    if not line.has(OTHER) or line.pieces[0].kind not in {OTHER, DATE, TIME}:
        return False
    words = len(_WORD.findall(line.key))
    if _END.search(line.key):
        return words >= 5
    return (words >= 26 and len(line.key) > 160) or (words >= 12 and _STOP.search(line.key) is not None)


def first_prose(lines: Sequence[Line]) -> int:
    """Return the index of the first line of running text, ``len(lines)`` where there is none."""
    return next((i for i, line in enumerate(lines) if is_prose(line)), len(lines))


def find_title(text: str, lines: Sequence[Line], *, declared: str | None = None) -> Span | None:
    """Return the span of the headline in *text*, None where it has none.

    Args:
        lines: the lines of *text*, in order.
        declared: the title that the source's markup gives, often with the site's name after a bar.
    """
    return _declared(text, lines, declared) or _headline(text, lines)


def _declared(text: str, lines: Sequence[Line], declared: str | None) -> Span | None:
    """Return where a declared title stands as a line of its own."""
    if not declared or len(declared) > 2 * _LONGEST:
        return None
    parts = [declared, *_parts(declared)]
    for part in parts:
        key = _bare(fold_word(part))
        if len(_WORD.findall(key)) < 2:
            continue
        for line in lines[:_DECLARED]:
            if line.is_short and _bare(line.key) == key:
                return trimmed(text, line)
    return None


def _parts(declared: str) -> list[str]:
    """Return what a declared title may be without the site's name: «عنوان | خبرگزاری»."""
    breaks = list(_SITE.finditer(declared))
    out = [declared[: b.start()] for b in reversed(breaks)] + [declared[b.end() :] for b in breaks]
    return sorted((part for part in out if part.strip()), key=len, reverse=True)


def _bare(key: str) -> str:
    return " ".join(_WORD.findall(key)) + "".join(c for c in key if c.isdigit())


def _headline(text: str, lines: Sequence[Line]) -> Span | None:
    head = [line for line in lines[: min(first_prose(lines), _HEAD)] if _may_be(text, line)]
    crumbs = {_bare(crumb) for line in lines[:6] for crumb in crumbs_of(line)}
    repeated = [line for line in head if _bare(line.key) in crumbs and _words(line) >= _FEW]
    whole = [line for line in head if _words(line) >= _FEW or (_MARK.search(line.key) and not is_rubric(line))]
    best = repeated or [line for line in whole if not is_letterhead(line)] or whole
    if len(best) > 1 and not repeated and _names_a_section(best[0]):
        best = best[1:] if 2 * _words(best[0]) - 1 <= _words(best[1]) <= _MANY else best
    shorter = [line for line in head if best and line is not best[0] and _is_named_in(line, best[0])]
    best = shorter or best
    if not best and head:
        best = [line for line in head if not is_rubric(line)] or head
        best = [max(best, key=_words)]
    return trimmed(text, best[0]) if best else None


def _may_be(text: str, line: Line) -> bool:
    """Say whether *line* could be a headline: no path of pages, no kicker before one, no mere date or furniture."""
    return (
        line.is_short
        and line.span.end - line.span.start <= _LONGEST
        and line.has(OTHER)
        and _opens_well(text, line)
        and not line.key.endswith(":")
        and not is_path(line)
        and not (line.has(DATE) and not _dated_title(text, line))
    )


def _opens_well(text: str, line: Line) -> bool:
    """Say whether a headline could begin so: with words of its own, a date amid them, or one word as in «فیلم/ …»."""
    first = line.pieces[0]
    if first.kind == OTHER or (first.kind == DATE and not first.closes):
        return True
    return first.kind == "menu" and _size(text, first) == 1 and len(line.pieces) == 2 and _words(line) > _FEW


def _dated_title(text: str, line: Line) -> bool:
    """Say whether a line with a date is a title and a date set off from it, or a title that speaks of a date."""
    dates = [piece for piece in line.pieces if piece.kind == DATE]
    if any(piece.opens and piece.closes for piece in dates):
        others = [piece for piece in line.pieces if piece.kind == OTHER]
        return len(others) == 1 and others[0].closes and _size(text, others[0]) >= _FEW
    return _words(line) - sum(_size(text, piece) for piece in dates) >= _FEW


def _size(text: str, piece: Piece) -> int:
    return len(_WORD.findall(fold_word(piece.span.of(text))))


def _words(line: Line) -> int:
    return len(_WORD.findall(line.key))


def trimmed(text: str, line: Line) -> Span:
    """Return the span of the headline that *line* is: no bullet, and no date or counter set off after it."""
    start, end = line.span.start, line.span.end
    bullet = _BULLET.match(text, start, end)
    if bullet and bullet.end() < end:
        start = bullet.end()
    first = line.pieces[0]
    if (
        len(line.pieces) > 1
        and first.kind == OTHER
        and first.closes
        and not any(piece.kind == OTHER for piece in line.pieces[1:])
    ):
        end = first.span.end
        while end < line.pieces[1].span.start and text[end] in "»”\"'؟!?.…)]":
            end += 1
    return Span(start, end)


def crumbs_of(line: Line) -> list[str]:
    """Return the folded pieces of a path of pages: "الرئيسية » تقارير » …"; none where *line* is no path."""
    if not line.is_short:
        return []
    marks, _ = _marks()
    crumbs: list[list[str]] = [[]]
    for word in line.key.split():
        if word in marks:
            crumbs.append([])
        else:
            crumbs[-1].append(word)
    named = [" ".join(crumb) for crumb in crumbs if crumb]
    return named if len(named) > 1 else []


def is_path(line: Line) -> bool:
    """Say whether *line* is a path of pages or a menu: short names with marks between them."""
    crumbs = crumbs_of(line)
    if not crumbs or line.has(DATE):
        return False
    sizes = [len(crumb.split()) for crumb in crumbs]
    if len(crumbs) == 2 and not _marks()[0] - _marks()[1] & set(line.key.split()):
        return max(sizes) <= 3 and not _letterheads()[1] & set(line.key.split())
    return max(sizes[:-1]) <= 5 and (sizes[-1] <= 5 or len(crumbs) > 2 or sizes[0] <= 2)


def is_rubric(line: Line) -> bool:
    """Say whether *line* names a section or a kind of article: «یادداشت تحلیلی», "تقارير ودراسات رئيسى"."""
    words = _WORD.findall(line.key)
    rubrics = _rubrics()
    return 0 < len(words) <= 5 and all(word in rubrics or word[1:] in rubrics for word in words)


def is_letterhead(line: Line) -> bool:
    """Say whether *line* is the name of the body that publishes: «وزارت امور خارجه - مرکز رسانه»."""
    words = _WORD.findall(line.key)
    starts, verbs = _letterheads()
    if not words or ":" in line.key or len(words) > 14 or verbs & set(words):
        return False
    return any(tuple(words[: len(start)]) == start for start in starts)


def _is_named_in(line: Line, other: Line) -> bool:
    """Say whether *other* is *line* with a site's name after it."""
    return _words(line) >= _FEW and other.key.startswith(line.key) and _SITE.match(other.key, len(line.key)) is not None


def _names_a_section(line: Line) -> bool:
    """Say whether a short line looks like a section's name above a headline: neither verb, preposition nor mark."""
    words = set(_WORD.findall(line.key))
    return _words(line) <= _FEW and not words & (_letterheads()[1] | _prepositions()) and not _MARK.search(line.key)


@cache
def _marks() -> tuple[frozenset[str], frozenset[str]]:
    """Return the marks of a path of pages, and those of them that headlines have too."""
    data = load("furniture/rubrics")
    return frozenset(fold_word(mark) for mark in data["path"]), frozenset(fold_word(m) for m in data["loose_path"])


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(fold_word(word) for word in load("furniture/rubrics")["prepositions"])


@cache
def _rubrics() -> frozenset[str]:
    return frozenset(
        word for rubric in load("furniture/rubrics")["rubrics"] for word in _WORD.findall(fold_word(rubric))
    )


@cache
def _letterheads() -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    data = load("furniture/rubrics")
    starts = frozenset(tuple(_WORD.findall(fold_word(w))) for w in data["letterheads"])
    verbs = frozenset(word for verb in data["verbs"] for word in [fold_word(verb).replace(" ", "")])
    return starts, verbs
