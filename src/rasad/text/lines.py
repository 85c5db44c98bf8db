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
#: Short lines are cut among so many at either end of a text; pages have no more.
_EDGE = 1_000
#: The kinds of a piece that are not furniture.
DATE, TIME, OTHER = "date", "time", "other"
#: How many words a label or an open phrase takes with it at most.
_VALUE = 30

#: Labels of these kinds may stand alone on a line, without a colon.
_OPENS_LIST = frozenset({"read-more", "share"})

_TOKEN = re.compile(r"\d+(?:[.,/:\-]\d+)*|[^\W\d_]+")
_FULL_DATE = re.compile(r"\d{1,4}([./\-])\d{1,2}\1\d{1,4}\Z")
_CLOCK = re.compile(r"\d{1,2}:\d{2}(?::\d{2})?\Z")
_BREAK = re.compile(r"[|•·]|\s[»›<>«‹]\s|(?:^|\s)[-–—/\\](?:\s|$)|\s\s|\t")
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
    """One line that is not blank: its span without outer blanks, and its folded letters (cut off where it is long).

    ``is_short`` says that it was cut into ``pieces``; a short line amid very many is not.
    """

    span: Span
    key: str
    is_short: bool = False
    pieces: tuple[Piece, ...] = field(default=(), repr=False)

    def has(self, *kinds: str) -> bool:
        """Say whether some piece is of one of *kinds*."""
        return any(piece.kind in kinds for piece in self.pieces)

    def is_all(self, *kinds: str) -> bool:
        """Say whether every piece is of one of *kinds*, and there is one."""
        return bool(self.pieces) and all(piece.kind in kinds for piece in self.pieces)


def lines_of(text: str, folded: Folded) -> tuple[Line, ...]:
    """Return the lines of *text* that hold anything, in order."""
    out: list[Line] = []
    stretches = [match.span() for match in _STRETCH.finditer(text)]
    for index, (start, end) in enumerate(stretches):
        while start < end and text[start] in BLANK:
            start += 1
        while start < end and text[end - 1] in BLANK:
            end -= 1
        if start == end:
            continue
        first = folded.at(start)
        last = folded.at(min(end, start + SHORT + 1))
        key = folded.text[first:last].strip()
        short = end - start <= SHORT and (index < _EDGE or index >= len(stretches) - _EDGE)
        pieces = tuple(_pieces(text, folded, first, last)) if short else ()
        out.append(Line(Span(start, end), key, short, pieces))
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
    runs: list[tuple[str, int, int]] = []  # kind, first token, end
    index = 0
    while index < len(tokens):
        kind, end = _piece_at(tokens, index)
        if runs and kind == OTHER and runs[-1][0] == OTHER and not tokens[index].breaks:
            kind, index, _ = runs.pop()
        runs.append((kind, index, end))
        index = end
    for kind, start, end in _grown(tokens, runs):
        closes = end == len(tokens) or tokens[end].breaks
        yield Piece(kind, folded.span(tokens[start].start, tokens[end - 1].end), tokens[start].breaks, closes)


def _grown(tokens: list[_Token], runs: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Make phrases that stand amid other words part of them: "تصاویر" in «تصاویر تازه از آستانه» is no button."""
    out: list[tuple[str, int, int]] = []
    for kind, start, end in runs:
        joined = bool(out) and not tokens[start].breaks
        if joined and out[-1][0] == OTHER and kind not in {DATE, TIME}:
            out[-1] = (OTHER, out[-1][1], end)
        elif joined and kind == OTHER and out[-1][0] not in {DATE, TIME}:
            start = out.pop()[1]
            while out and not tokens[start].breaks and out[-1][0] not in {DATE, TIME}:
                start = out.pop()[1]
            out.append((OTHER, start, end))
        else:
            out.append((kind, start, end))
    return out


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
        if stands and (tokens[last - 1].colon or (kind in _OPENS_LIST and last == len(tokens))):
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
