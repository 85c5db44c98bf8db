"""The words that dates are made of, found among the pieces of a folded text.

A piece is a run of digits, a run of letters, a mark or a line end: «27نوامبر» has two, "و28" too. What a letter run may
be without its clitic ("وفي" is "في") or its ezafe («جوزای» is «جوزا») is kept beside it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from rasad.lexicons import load
from rasad.text.folding import Folded, fold_word
from rasad.text.span import Span

_PIECE = re.compile(r"\d+|[^\W\d_]+|\n|\S")
#: Marks that make digits on both sides one number or one time.
_JOINS_DIGITS = ".,:/%"
_HUNDRED = 100
#: The languages whose dates are read.
LANGUAGES = ("fa", "ar")


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece: its letters as folded, where it stands in the folded text, and the words it may be.

    ``heads`` are its readings without clitic or ezafe, ``tails`` those without ezafe; ``value`` is its number;
    ``begins`` the tables of words that hold a wording which it may begin, its article left out too: few, mostly none.
    """

    key: str
    start: int
    end: int
    heads: tuple[str, ...]
    tails: tuple[str, ...]
    begins: frozenset[str] = frozenset()
    value: int | None = None


@dataclass(frozen=True, slots=True)
class _Letters:
    """What words of a language may wear, folded; empty where it has no such thing."""

    ezafe: str
    ezafe_after: str
    ezafe_apart_after: str
    joiners: str
    prepositions: str
    article: str
    to_the: str


@cache
def _letters(language: str) -> _Letters:
    letters = load(f"dates/{language}")["letters"]
    return _Letters(**{name: fold_word(letters.get(name, "")) for name in _Letters.__dataclass_fields__})


def pieces_of(folded: Folded, language: str, start: int = 0, end: int | None = None) -> tuple[Piece, ...]:
    """Cut ``folded.text[start:end]`` into pieces; an ezafe written apart («هفته ی گذشته») joins its word."""
    if start == 0 and end is None:
        return _pieces_of_all(folded.text, language)
    return _pieces(folded.text, language, start, len(folded.text) if end is None else end)


@lru_cache(maxsize=1)
def _pieces_of_all(text: str, language: str) -> tuple[Piece, ...]:
    """The pieces of an article's folded text, which its dateline and its dates are both looked for in."""
    return _pieces(text, language, 0, len(text))


def _pieces(text: str, language: str, start: int, end: int) -> tuple[Piece, ...]:
    letters = _letters(language)
    out: list[Piece] = []
    for match in _PIECE.finditer(text, start, end):
        key, first, last = match.group(), match.start(), match.end()
        if key[0].isdigit():
            # Numbers beyond any date stay unread: int() of a very long run is slow and refused.
            value = int(key) if len(key) < 9 else None
            out.append(Piece(key, first, last, (key,), (key,), _begun(key, (key,), language), value))
            continue
        if key == letters.ezafe and out and out[-1].key[-1] in letters.ezafe_apart_after and text[first - 1] == " ":
            before = out.pop()
            out.append(Piece(before.key, before.start, last, before.heads, before.tails, before.begins))
            continue
        heads, tails = _readings(key, language)
        out.append(Piece(key, first, last, heads, tails, _begun(key, heads, language)))
    return tuple(out)


@lru_cache(maxsize=50_000)
def _readings(key: str, language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what *key* may be as the first word of a wording, and as a later one."""
    letters = _letters(language)
    if letters.ezafe and len(key) > 2 and key[-1] == letters.ezafe and key[-2] in letters.ezafe_after:
        return (key, key[:-1]), (key, key[:-1])
    heads = [key]
    bare = key
    if len(key) > 2 and key[0] in letters.joiners:
        bare = key[1:]
        heads.append(bare)
    if letters.to_the and bare.startswith(letters.to_the) and len(bare) > 4:
        heads.append(letters.article + bare[2:])
    elif len(bare) > 3 and bare[0] in letters.prepositions:
        heads.append(bare[1:])
    return tuple(heads), (key,)


@lru_cache(maxsize=50_000)
def _begun(key: str, heads: tuple[str, ...], language: str) -> frozenset[str]:
    """Return the tables of words that hold a wording which the piece *key* may begin."""
    words = date_words(language)
    return words.begun(key, heads) if words is not None else frozenset()


def _cut(wording: str) -> tuple[str, ...]:
    return tuple(_PIECE.findall(fold_word(wording)))


_Table = Mapping[str, Sequence[tuple[tuple[str, ...], Any]]]


@dataclass(frozen=True, slots=True)
class MonthName:
    """What a month's name means; ``sure`` where it means nothing else, so that it needs no day or year beside it.

    Others are sure ``after_preposition``; a ``loose`` one may begin a verb.
    """

    calendar: str
    number: int
    sure: bool
    loose: bool = False
    after_preposition: bool = False


class DateWords:
    """The lexicon dates/LANGUAGE made ready: :meth:`at` finds the longest wording of a table at a piece."""

    def __init__(self, language: str) -> None:
        self.language = language
        raw = load(f"dates/{language}")
        english = load("dates/en")
        self.raw: Mapping[str, Any] = raw
        self._tables: dict[str, _Table] = {}
        for name, content in raw.items():
            if name == "months":
                self._tables[name] = _index(self._months(content, english["months"]))
            elif isinstance(content, dict) and all(_are_words(v) for v in content.values()):
                more = english.get(name, {})
                rows = [(w, value) for source in (content, more) for value, words in source.items() for w in words]
                if name == "weekdays":
                    rows += [(w + tail, value) for w, value in rows for tail in raw["weekday_tail"]]
                self._tables[name] = _index(rows)
            elif _are_words(content):
                self._tables[name] = _index((w, True) for w in content)
        numbers = load(f"numbers/{language}")
        more = ((w, int(v)) for v, wordings in raw.get("more_cardinals", {}).items() for w in wordings)
        plain = ((w, int(v)) for w, v in numbers["cardinals"].items() if 0 < v < _HUNDRED)
        self._tables["cardinals"] = _index((*plain, *more))
        self._tables["teens"] = _index((w, int(v)) for w, v in numbers.get("teens", {}).items())
        begun: dict[str, set[str]] = {}
        for name, table in self._tables.items():
            for head in table:
                begun.setdefault(head, set()).add(name)
        self._begun = {head: frozenset(names) for head, names in begun.items()}
        letters = _letters(language)
        self.article, self.to_the, self.joiners = letters.article, letters.to_the, letters.joiners
        self.city_text = tuple(fold_word(w) for w in raw["city_text"])
        self.plain_years: Mapping[str, tuple[int, int]] = {c: (r[0], r[1]) for c, r in raw["plain_years"].items()}

    def _months(self, *sources: Mapping[str, Mapping[int, Sequence[str]]]) -> Iterable[tuple[str, MonthName]]:
        sure, loose, led = (
            {fold_word(w) for w in self.raw[name]} for name in ("sure_months", "loose_months", "prepositioned_months")
        )
        for source in sources:
            for calendar, months in source.items():
                for number, wordings in months.items():
                    for wording in wordings:
                        key = fold_word(wording)
                        yield wording, MonthName(calendar, number, key in sure, key in loose, key in led)
                        for tail in self.raw["month_tail"]:
                            yield key + fold_word(tail), MonthName(calendar, number, True)

    def at(self, pieces: Sequence[Piece], index: int, table: str, *, exact: bool = False) -> tuple[Any, int] | None:
        """Return the value and the end of the longest wording of *table* that begins at ``pieces[index]``, or None.

        Args:
            exact: take the first word as it stands, with neither clitic nor ezafe.
        """
        if not 0 <= index < len(pieces) or table not in pieces[index].begins:
            return None
        index_of = self._tables[table]
        best: tuple[Any, int] | None = None
        heads = pieces[index].heads if not exact else pieces[index].heads[:1]
        for head in heads:
            for words, value in index_of.get(head, ()):
                end = index + len(words)
                if (best is None or end > best[1]) and _stands(pieces, index, words):
                    best = (value, end)
        return best

    def begun(self, key: str, heads: Iterable[str]) -> frozenset[str]:
        """Return the tables with a wording that begins with one of *heads*, or with *key* without its article."""
        bare = (key[len(self.article) :],) if self.article and key.startswith(self.article) else ()
        none: frozenset[str] = frozenset()
        return none.union(*(self._begun.get(head, none) for head in (*heads, *bare)))

    def has(self, pieces: Sequence[Piece], index: int, table: str) -> bool:
        """Say whether a wording of *table* begins at ``pieces[index]``."""
        return self.at(pieces, index, table) is not None

    def definite(self, pieces: Sequence[Piece], index: int, table: str) -> tuple[Any, int] | None:
        """Return what the one word at *index* is in *table* without its article: "الخمس", "التسعة"."""
        if not self.article or not 0 <= index < len(pieces) or not pieces[index].key.startswith(self.article):
            return None
        for words, value in self._tables[table].get(pieces[index].key[len(self.article) :], ()):
            if len(words) == 1:
                return value, index + 1
        return None

    def wears_and(self, pieces: Sequence[Piece], index: int) -> bool:
        """Say whether the word at *index* has "and" written onto it: "ويونيو"."""
        return 0 <= index < len(pieces) and len(pieces[index].heads) > 1 and pieces[index].key[0] in self.joiners[:1]

    def follows(self, pieces: Sequence[Piece], index: int, word: str, *, within: int = 3) -> bool:
        """Say whether *word* stands among the pieces just before *index*."""
        key = fold_word(word)
        return any(key in piece.tails or key in piece.heads for piece in pieces[max(0, index - within) : index])

    def ends(self, pieces: Sequence[Piece], index: int, table: str, *, longest: int = 4) -> bool:
        """Say whether a wording of *table* ends just before ``pieces[index]``."""
        for first in range(max(0, index - longest), index):
            head = pieces[first]
            for key in head.heads:
                for words, _ in self._tables.get(table, {}).get(key, ()):
                    if first + len(words) == index and _stands(pieces, first, words):
                        return True
        return False


def _are_words(content: Any) -> bool:
    return isinstance(content, list) and all(isinstance(word, str) for word in content)


def _stands(pieces: Sequence[Piece], index: int, words: tuple[str, ...]) -> bool:
    if index + len(words) > len(pieces):
        return False
    return all(words[i] in pieces[index + i].tails for i in range(1, len(words)))


def _index(wordings: Iterable[tuple[str, Any]]) -> _Table:
    """Index wordings by their first word; each stands also with its spaces lost, as texts without joiners have it."""
    out: dict[str, list[tuple[tuple[str, ...], Any]]] = {}
    for wording, value in wordings:
        cut = _cut(wording)
        for words in {cut, ("".join(cut),)} if all(c.isalpha() for c in cut) else {cut}:
            if words and words[0]:
                rows = out.setdefault(words[0], [])
                if (words, value) not in rows:
                    rows.append((words, value))
    return {key: tuple(rows) for key, rows in out.items()}


@cache
def date_words(language: str) -> DateWords | None:
    """Return the words of dates of *language* ("fa", "ar"), or None where we have none."""
    return DateWords(language) if language in LANGUAGES else None


def span_of(text: str, folded: Folded, first: Piece, last: Piece) -> Span:
    """Return the span of *text* from one piece to another, with the letters and signs at its end that folding drops.

    «الثلاثاء» keeps its hamza, "هـ" its bar; a joiner stays outside.
    """
    span = folded.span(first.start, last.end)
    stop = folded.offsets[last.end] if last.end < len(folded.offsets) else len(text)
    end = span.end
    while end < stop and unicodedata.category(text[end]) in {"Lo", "Lm", "Mn"}:
        end += 1
    return Span(span.start, end)


def whole_number(pieces: Sequence[Piece], index: int) -> int | None:
    """Return the number that ``pieces[index]`` writes by itself, or None where it is part of 2.5, 12:28 or 30/10."""
    if not 0 <= index < len(pieces) or pieces[index].value is None:
        return None
    piece = pieces[index]
    for mark, digit in ((index - 1, index - 2), (index + 1, index + 2)):
        if not (0 <= mark < len(pieces) and 0 <= digit < len(pieces)):
            continue
        near = (pieces[digit], pieces[mark], piece) if digit < index else (piece, pieces[mark], pieces[digit])
        glued = near[0].end == near[1].start and near[1].end == near[2].start
        if glued and pieces[mark].key in _JOINS_DIGITS and pieces[digit].key[0].isdigit():
            return None
    after = index + 1
    if after < len(pieces) and pieces[after].key == "%" and pieces[after].start == piece.end:
        return None
    return piece.value
