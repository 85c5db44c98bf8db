"""Lines of a text, and the pieces of short ones: «۲۱ دی ۱۴۰۰ - ۱۹:۰۶   بازدید: ۹٬۴۱۲» is a date and a counter."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from rasad.lexicons import load
from rasad.text.folding import Folded, fold_word
from rasad.text.span import Span

#: Longer lines are prose and are not cut into pieces.
SHORT = 240
#: The kinds of a piece that are not furniture.
DATE, TIME, OTHER = "date", "time", "other"
#: How many words a label or an open phrase takes with it at most.
_VALUE = 30

_TOKEN = re.compile(r"\d+(?:[.,/:\-]\d+)*|[^\W\d_]+")
_FULL_DATE = re.compile(r"\d{1,4}([./\-])\d{1,2}\1\d{1,4}\Z")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?\Z")
_BREAK = re.compile(r"[|•·»›<>]|(?:^|\s)[-–—/\\](?:\s|$)|\s\s|\t")
_COLON = re.compile(r"\s?[:：]")
_STRETCH = re.compile(r"[^\n\r\u2028\u2029]+")
#: What may stand around a line and says nothing.
BLANK = (
    " \t\u00a0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u3000\x0b\x0c"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a short line: its kind and where it stands in the text, marks around it not counted."""

    kind: str
    span: Span
    #: Whether a bar, a dash, two spaces or the line's edge stand before and after.
    opens: bool
    closes: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: its span without outer blanks, and its folded letters (cut off where it is long)."""

    span: Span
    key: str
    after_gap: bool
    pieces: tuple[Piece, ...] = field(default=(), repr=False)

    @property
    def is_short(self) -> bool:
        """Say whether the line was cut into pieces."""
        return self.span.end - self.span.start <= SHORT

    def has(self, *kinds: str) -> bool:
        """Say whether some piece is of one of *kinds*."""
        return any(piece.kind in kinds for piece in self.pieces)

    def is_all(self, *kinds: str) -> bool:
        """Say whether every piece is of one of *kinds*, and there is one."""
        return bool(self.pieces) and all(piece.kind in kinds for piece in self.pieces)


def lines_of(text: str, folded: Folded) -> tuple[Line, ...]:
    """Return the lines of *text* that hold anything, in order."""
    out: list[Line] = []
    end_before = 0
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        while start < end and text[start] in BLANK:
            start += 1
        while start < end and text[end - 1] in BLANK:
            end -= 1
        if start == end:
            continue
        gap = text.count("\n", end_before, start) - text.count("\r\n", end_before, start) // 2 > 1
        first = folded.at(start)
        last = folded.at(min(end, start + SHORT + 1))
        key = folded.text[first:last].strip()
        pieces = tuple(_pieces(text, folded, first, last)) if end - start <= SHORT else ()
        out.append(Line(Span(start, end), key, gap, pieces))
        end_before = end
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Token:
    key: str
    start: int
    end: int
    breaks: bool  # a bar, a dash or two spaces stand before it
    colon: bool  # a colon stands after it


def _tokens(text: str, folded: Folded, first: int, last: int) -> list[_Token]:
    found = list(_TOKEN.finditer(folded.text, first, last))
    out: list[_Token] = []
    for index, match in enumerate(found):
        start, end = match.span()
        if index:
            before = folded.offsets[found[index - 1].end() - 1] + 1
            breaks = _BREAK.search(text[before : folded.offsets[start]]) is not None
        else:
            breaks = True
        key = match.group()
        out.append(_Token(key, start, end, breaks, _COLON.match(folded.text, end, last) is not None))
    return out


def _pieces(text: str, folded: Folded, first: int, last: int) -> Iterator[Piece]:
    tokens = _tokens(text, folded, first, last)
    index = 0
    while index < len(tokens):
        kind, end = _piece_at(tokens, index)
        if kind == OTHER:
            while end < len(tokens) and not tokens[end].breaks and _piece_at(tokens, end)[0] == OTHER:
                end += 1
        closes = end == len(tokens) or tokens[end].breaks
        yield Piece(kind, folded.span(tokens[index].start, tokens[end - 1].end), tokens[index].breaks, closes)
        index = end


def _piece_at(tokens: list[_Token], index: int) -> tuple[str, int]:
    """Return the kind of the piece that begins at *index*, and where it ends."""
    end = _date_end(tokens, index)
    if end:
        return DATE, end
    best = (OTHER, index + 1)
    for wording, kind in _phrases().get(tokens[index].key, ()) or _numbered(tokens[index].key):
        end = _phrase_end(tokens, index, wording)
        if end > index and (best[0] == OTHER or end > best[1]):
            best = (kind, end)
    for wording, kind in _labels().get(tokens[index].key, ()):
        last = index + len(wording)
        stands = _stands(tokens, index, wording) and (tokens[index].breaks or best[0] != OTHER)
        if stands and (tokens[last - 1].colon or (kind == "read-more" and last == len(tokens))):
            return kind, max(best[1], _value_end(tokens, last))
    if best[0] == OTHER and _CLOCK.match(tokens[index].key):
        return TIME, index + 1
    return best


def _numbered(key: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    return _phrases().get("#", ()) if key[0].isdigit() else ()


def _stands(tokens: list[_Token], index: int, wording: tuple[str, ...]) -> bool:
    if index + len(wording) > len(tokens):
        return False
    return all(
        tokens[index + i].key == w or (w == "#" and tokens[index + i].key[0].isdigit()) for i, w in enumerate(wording)
    )


def _phrase_end(tokens: list[_Token], index: int, wording: tuple[str, ...]) -> int:
    """Return where a phrase that begins at *index* ends; *index* where it does not stand there."""
    is_open = wording[-1] == "…"
    fixed = wording[:-1] if is_open else wording
    if not _stands(tokens, index, fixed):
        return index
    end = index + len(fixed)
    return min(len(tokens), end + _VALUE) if is_open else end


def _value_end(tokens: list[_Token], index: int) -> int:
    """Return where the value of a label ends: at a break before another piece, or at the line's end."""
    end = index
    while end < len(tokens) and end < index + _VALUE:
        if tokens[end].breaks and end > index and _piece_at(tokens, end)[0] != OTHER:
            break
        if _date_end(tokens, end):
            break
        end += 1
    return end


def _date_end(tokens: list[_Token], index: int) -> int:
    """Return where a date that begins at *index* ends, 0 where none does: its words, with a month or a full date."""
    words, names = _date_words()
    end, sure, numbers = index, False, 0
    while end < len(tokens):
        key = tokens[end].key
        if key[0].isdigit():
            if _FULL_DATE.match(key):
                sure = True
            numbers += 1
            end += 1
            continue
        for wording in words.get(key, ()):
            if _stands(tokens, end, wording):
                sure = sure or (wording in names and (numbers > 0 or _number_after(tokens, end + len(wording))))
                end += len(wording)
                break
        else:
            break
    return end if sure else 0


def _number_after(tokens: list[_Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].key[0].isdigit()


def _cut(wording: str) -> tuple[str, ...]:
    return tuple(t if t in {"#", "…"} else fold_word(t) for w in wording.split() for t in _split(w))


def _split(word: str) -> Iterable[str]:
    if word in {"#", "…"}:
        return (word,)
    return _TOKEN.findall(fold_word(word))


def _index(entries: Iterable[tuple[str, str]]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    out: dict[str, dict[tuple[str, ...], str]] = {}
    for wording, kind in entries:
        tokens = _cut(wording)
        if tokens:
            out.setdefault(tokens[0], {}).setdefault(tokens, kind)
    return {key: tuple(sorted(rows.items(), key=lambda row: -len(row[0]))) for key, rows in out.items()}


@cache
def _phrases() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    return _index((str(w), kind) for kind, wordings in load("furniture/phrases").items() for w in wordings)


@cache
def _labels() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    return _index((str(w), kind) for kind, wordings in load("furniture/labels").items() for w in wordings)


@cache
def _date_words() -> tuple[dict[str, tuple[tuple[str, ...], ...]], frozenset[tuple[str, ...]]]:
    """Return the words that dates are made of by their first one, and those of them that name a month or weekday."""
    words: set[tuple[str, ...]] = set()
    names: set[tuple[str, ...]] = set()
    for language in ("fa", "ar", "en"):
        data = load(f"dates/{language}")
        for calendar in data["months"].values():
            names |= {_cut(str(w)) for wordings in calendar.values() for w in wordings}
        names |= {_cut(str(w)) for wordings in data["weekdays"].values() for w in wordings}
        for key in ("published_labels", "updated_labels", "time_words", "day_word", "month_word", "month_tail", "of"):
            words |= {_cut(str(w)) for w in data.get(key, ())}
        for key in ("eras", "era_letters", "halves_of_day"):
            for value in data.get(key, {}).values():
                words |= {_cut(str(w)) for w in value}
    words.discard(())
    names.discard(())
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for wording in sorted(words | names, key=lambda w: (-len(w), w)):
        by_first.setdefault(wording[0], []).append(wording)
    return {key: tuple(rows) for key, rows in by_first.items()}, frozenset(names)
