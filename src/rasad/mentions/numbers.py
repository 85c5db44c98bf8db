"""Numbers in running words: «یک میلیارد و سیصد میلیون», «چهل‌وسه», "خمسة وعشرين", "ألفي", 5,7, ۲۰/۷, ۱٬۲۰۰.

A numeral is a run of words; what it counts is read by ``units``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from rasad.lexicons import load
from rasad.text.article import Article
from rasad.text.folding import fold_word
from rasad.text.span import Span
from rasad.text.words import Word, words_of

_JOINER = "\u200c"
_POINTS = frozenset(".,/")
_DECIMAL = re.compile(r"\d+[.,/]\d+")
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*")
_PLAIN = re.compile(r"\d{1,15}")
_CLUNG = re.compile(r"([^\W\d_]{1,3})(\d+)")


@dataclass(frozen=True, slots=True)
class Numeral:
    """``words[first:last]`` read as a number.

    ``scale`` is its last multiplier (1000 in «سی هزار», 1 in «سی»); ``vague`` marks a lower bound («ده‌ها», "مئات");
    ``share`` a fraction that stands alone («دو پنجم», "نصف"); ``slash`` a decimal written with a slash, which is a date
    or a score unless a unit follows; ``definite`` an Arabic numeral with its article.
    """

    first: int
    last: int
    value: float
    scale: float = 1.0
    vague: bool = False
    share: bool = False
    slash: bool = False
    digits: bool = False
    definite: bool = False


@dataclass(frozen=True, slots=True)
class _Table:
    joiners: frozenset[str]
    cardinals: Mapping[str, float]
    teens: Mapping[str, float]
    multipliers: Mapping[str, float]
    duals: Mapping[str, float]
    vague: Mapping[str, float]
    fractions: Mapping[str, float]
    shares: Mapping[str, float]
    clitics: tuple[str, ...]
    article: str


@cache
def _table(language: str) -> _Table:
    words = load(f"numbers/{language}")

    def folded(name: str) -> dict[str, float]:
        return {fold_word(w): float(v) for w, v in words.get(name, {}).items() if v}

    cardinals = folded("cardinals") | {fold_word(w): 0.0 for w, v in words["cardinals"].items() if v == 0}
    joiner = fold_word(words["and"][0])
    if language == "fa":
        glued = {}
        for ten, tens in cardinals.items():
            for one, ones in cardinals.items():
                if (20 <= tens < 100 and tens % 10 == 0 and 0 < ones < 10) or (tens >= 100 and 0 < ones < 100):
                    glued[ten + joiner + one] = tens + ones
        cardinals = glued | cardinals
        multipliers = folded("multipliers")
        thousand = next(w for w, v in multipliers.items() if v == 1000)
        multiples = {one + thousand: ones * 1000 for one, ones in cardinals.items() if ones and len(one) > 1}
    else:
        multipliers, multiples = folded("multipliers"), {}
    return _Table(
        joiners=frozenset(fold_word(w) for w in words["and"]),
        cardinals=cardinals,
        teens=folded("teens"),
        multipliers=multipliers,
        duals=folded("duals") | {w: v / 2 for w, v in multiples.items()},
        vague=folded("vague"),
        fractions=folded("fractions"),
        shares=folded("shares"),
        clitics=tuple(fold_word(c) for c in words.get("clitics", ())),
        article=fold_word(words.get("article", "")),
    )


def counting_words(article: Article, span: Span) -> tuple[Word, ...]:
    """Return the words of *span*, those that a joiner binds to a number taken apart: «سه‌روزه», «چهل‌وسه», «ده‌هزار».

    Arabic letters are taken off the digits that they are written onto: "و80", "بـ1.5".
    """
    arabic = article.base_language == "ar"
    out: list[Word] = []
    for word in words_of(article, span):
        if arabic:
            clung = _CLUNG.fullmatch(word.key) if word.key[-1].isdigit() else None
            if clung is not None and clung.group(1) in _table("ar").clitics:
                out.extend(_unclung(article, word, len(clung.group(1))))
            elif len(out) > 2 and word.key[0].isdigit() and out[-1].key in _POINTS and _continues(out, word):
                out[-2:] = [
                    Word(out[-2].key + out[-1].key + word.key, out[-2].start, word.end, out[-2].span.to(word.span))
                ]
            else:
                out.append(word)
        elif _JOINER in article.text[word.span.start : word.span.end]:
            out.extend(_parts(article, word, word.span.of(article.text)))
        else:
            out.append(word)
    return tuple(out)


def _unclung(article: Article, word: Word, size: int) -> Sequence[Word]:
    """The letters before digits and the digits, as two words."""
    middle = word.end - len(word.key) + size
    return (
        Word(word.key[:size], word.start, middle, article.folded.span(word.start, middle)),
        Word(word.key[size:], middle, word.end, article.folded.span(middle, word.end)),
    )


def _continues(out: Sequence[Word], word: Word) -> bool:
    """Whether *word* holds the decimals of digits that letters were taken off."""
    whole, point = out[-2], out[-1]
    clung = whole.key.isdigit() and out[-3].end == whole.start
    return clung and whole.end == point.start and point.end == word.start


def _parts(article: Article, word: Word, wording: str) -> Sequence[Word]:
    table = _table("fa")
    if word.key in table.vague or word.key in table.cardinals:
        return (word,)
    pieces: list[Word] = []
    at = word.span.start
    for piece in wording.split(_JOINER):
        key = fold_word(piece)
        if key:
            start, end = article.folded.at(at), article.folded.at(at + len(piece))
            pieces.append(Word(key, start, max(end, start + 1), Span(at, at + len(piece))))
        at += len(piece) + 1
    known = table.cardinals.keys() | table.multipliers.keys() | table.vague.keys()
    if pieces and (pieces[0].key in known or pieces[0].key.isdigit()):
        return pieces
    return (word,)


def read_digits(key: str) -> tuple[float, bool] | None:
    """Return the value of digits as printed and whether a slash is their decimal point, or None (dates, times).

    "1.6", "5,7" and "20/7" are decimals; "1,200", "1.200.000" and "987,900" have separators.
    """
    if _PLAIN.fullmatch(key):
        return (float(key), False)
    if _THOUSANDS.fullmatch(key):
        return float(re.sub(r"[.,]", "", key)), False
    if _DECIMAL.fullmatch(key):
        left, right = re.split(r"[.,/]", key)
        if len(left) > 12 or len(right) > 6:
            return None
        return float(f"{left}.{right}"), "/" in key
    return None


@dataclass(frozen=True, slots=True)
class _Piece:
    kind: str
    value: float
    joined: bool = False
    definite: bool = False
    slash: bool = False
    key: str = ""


@lru_cache(maxsize=100_000)
def _piece(key: str, language: str, *, inside: bool) -> _Piece | None:
    """What one word adds to a number; *inside* a number only "and" may be written onto it, before it others too."""
    if key[0].isdigit():
        digits = read_digits(key)
        return None if digits is None else _Piece("digits", digits[0], slash=digits[1], key=key)
    table = _table(language)
    plain = _kind(table, key)
    if plain is not None:
        return _Piece(*plain, key=key)
    for clitic in table.clitics:
        rest = key[len(clitic) :]
        if key.startswith(clitic) and len(rest) > 1:
            found = _kind(table, rest)
            if found is not None:
                joined = clitic[0] in table.joiners and inside
                if inside and not joined and clitic != table.article:
                    continue
                return _Piece(*found, joined=joined, definite=clitic.endswith(table.article), key=rest)
    return None


def _kind(table: _Table, key: str) -> tuple[str, float] | None:
    for kind, words in (
        ("vague", table.vague), ("cardinal", table.cardinals), ("teen", table.teens), ("multiplier", table.multipliers),
        ("dual", table.duals), ("fraction", table.fractions),
    ):  # fmt: skip
        if key in words:
            return kind, words[key]
    return None


class _Reader:
    """Adds piece to piece while they make one number; ``last`` is the end of the longest number so far."""

    def __init__(self, table: _Table) -> None:
        self.table = table
        self.total = 0.0
        self.group: float | None = None
        self.place = float("inf")
        self.limit = float("inf")
        self.flags: dict[str, bool] = {}
        self.after_multiplier = False

    def take(self, piece: _Piece, joined: bool, first: bool) -> bool:
        """Add *piece*; False where it does not continue this number."""
        if piece.kind == "vague" and not first:
            if piece.value < 1000 or joined or not self.table.teens:
                return False
            return self._multiply(piece.value, joined)
        if piece.kind == "vague":
            self.flags["vague"] = True
            self.group, self.place = piece.value, 1.0
            return True
        if piece.kind == "digits":
            return self._digits(piece, joined, first)
        if piece.kind in {"cardinal", "teen"}:
            return self._cardinal(piece.value, joined, first)
        if piece.kind == "dual":
            if not first and not (joined and piece.value < self.limit and self.group is None):
                return False
            self.total += 2 * piece.value
            self.limit, self.after_multiplier = piece.value, True
            return True
        if piece.kind == "multiplier":
            return self._multiply(piece.value, joined)
        return self._fraction(piece.value, joined, first)

    def _digits(self, piece: _Piece, joined: bool, first: bool) -> bool:
        if not first and not (joined and self.after_multiplier and self.group is None and piece.value < self.limit):
            return False
        self.group, self.place = piece.value, 0.0 if piece.value % 1 else 0.5
        self.flags["digits"] = self.flags.get("digits", False) or first
        self.flags["slash"] = piece.slash
        return True

    def _cardinal(self, value: float, joined: bool, first: bool) -> bool:
        if first or (self.group is None and joined and self.after_multiplier and value < self.limit):
            self.group, self.place = value, _place(value)
            return True
        if self.group is None or self.flags.get("vague"):
            return False
        if joined and 0 < value < self.place and self.place >= 10:
            self.group += value
            self.place = _place(value)
            return True
        if joined and self.table.teens and 20 <= value < 100 and 0 < self.group % 100 < 10:
            self.group, self.place = self.group + value, 1
            return True
        if not joined and value == 100 and 2 <= self.group <= 9:
            self.group, self.place = self.group * 100, 100
            return True
        if not joined and value == 10 and 1 <= self.group <= 9 and self.table.teens:
            self.group, self.place = self.group + 10, 1
            return True
        if not joined and self.group == 1 and value == 100:
            self.group, self.place = 100, 100
            return True
        return False

    def _multiply(self, value: float, joined: bool) -> bool:
        if self.group is None:
            if self.total and joined and value < self.limit:
                self.total += value
            elif self.total and not joined and value > self.limit:
                self.total *= value
            elif not self.total:
                self.total = value
            else:
                return False
        elif joined:
            return False
        elif value < self.limit:
            self.total += self.group * value
        else:
            self.total = (self.total + self.group) * value
        self.group, self.limit, self.after_multiplier = None, value, True
        return True

    def _fraction(self, value: float, joined: bool, first: bool) -> bool:
        if joined and value in (0.5, 0.25, 1 / 3):
            if self.group is not None and self.place >= 0.5:
                self.group += value
                self.place = 0.0
                return True
            if self.group is None and self.after_multiplier:
                self.total += value * self.limit
                self.limit = 0.0
                return True
            return False
        if first:
            self.group, self.place = value, 0.0
            self.flags["share"] = True
            return True
        if not joined and self.group is not None and not self.total and value != 0.5 and 1 <= self.group < 1 / value:
            self.group *= value
            self.place = 0.0
            self.flags["share"] = True
            return True
        if not joined and value == 0.5 and self.group is not None and not self.total and self.place == 1:
            self.group += value
            return True
        return False

    @property
    def value(self) -> float:
        return self.total + (self.group or 0.0)


def _place(value: float) -> float:
    return 100.0 if value % 100 == 0 and value else 10.0 if value % 10 == 0 and value > 10 else 1.0


def numeral_at(words: Sequence[Word], index: int, language: str) -> Numeral | None:
    """Return the longest number that begins at ``words[index]``, or None.

    Args:
        language: "fa" or "ar".
    """
    if _piece(words[index].key, language, inside=False) is None:
        return None
    table = _table(language)
    reader = _Reader(table)
    at, best = index, None
    definite = False
    while at < len(words):
        joined = False
        start = at
        if best is not None and words[at].key in table.joiners and at + 1 < len(words):
            joined, start = True, at + 1
        piece = _piece(words[start].key, language, inside=best is not None)
        if piece is None or (best is None and piece.kind == "fraction" and piece.key not in table.shares):
            break
        if best is None and piece.kind == "multiplier" and piece.definite:
            break
        if reader.limit == 0.0 and piece.kind == "multiplier":
            best = _numeral(reader, index, start + 1, definite)
            break
        late = reader.limit
        if not reader.take(piece, joined or piece.joined, best is None):
            break
        definite = definite or (best is None and piece.definite)
        at = start + 1
        if piece.kind == "teen" and best is None and (at >= len(words) or table.cardinals.get(words[at].key) != 10):
            break
        pending = (
            best is not None
            and reader.group is not None
            and late >= 1e6
            and late != float("inf")
            and reader.group < 100
        )
        if not pending:
            best = _numeral(reader, index, at, definite)
    return best


def _numeral(reader: _Reader, first: int, last: int, definite: bool) -> Numeral:
    scale = reader.limit if reader.after_multiplier and reader.group is None and reader.limit else 1.0
    return Numeral(
        first, last, round(reader.value, 6), scale, reader.flags.get("vague", False),
        reader.flags.get("share", False) and not reader.after_multiplier, reader.flags.get("slash", False),
        reader.flags.get("digits", False), definite,
    )  # fmt: skip
