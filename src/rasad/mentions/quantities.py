"""Quantities: numbers with what they count, such as «1.6 میلیارد دالر», «چهل و شش تن», "ثلاثة لاعبين", "مصرفين".

Dates, years, clock times, scores, telephone numbers, ordinals and names that hold a number are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from rasad.mentions.mention import Quantity
from rasad.mentions.numbers import Numeral, counting_words, numeral_at
from rasad.mentions.quantity_cues import Cues, cues, glide, letters, tonne, without_article
from rasad.mentions.units import Unit, UnitWording, may_be_unit, unit_at
from rasad.text.article import Article
from rasad.text.span import Span
from rasad.text.words import Word


def find_quantities(article: Article) -> tuple[Quantity, ...]:
    """Return the quantities of *article* in reading order, furniture excepted.

    A range («۱۵ تا ۲۰ فیصد») gives two with one span. A number of millions whose unit went without saying («سه میلیارد
    برای حمل‌ونقل») has the currency named before it. ``noun`` is the English plural of what is counted.
    """
    if article.base_language not in {"fa", "ar"}:
        return ()
    out: list[Quantity] = []
    for stretch in article.sentences or _lines(article):
        if article.in_furniture(stretch):
            continue
        words = counting_words(article, stretch)
        out.extend(_Sentence(article, words, _money_before(out)).quantities())
    return tuple(out)


#: One of a measure, as prices are given by it.
_SINGULAR = {
    "barrels": "barrel", "tonnes": "tonne", "kg": "kg", "litres": "litre", "m3": "m3", "kWh": "kWh",
    "MWh": "MWh", "ounces": "ounce", "hectares": "hectare", "m2": "m2", "gallons": "gallon", "km": "km",
    "persons": "person", "g": "g",
}  # fmt: skip


def _money_before(found: Sequence[Quantity]) -> str | None:
    return next((q.unit for q in reversed(found) if len(q.unit) == 3 and q.unit.isupper() and q.unit != "TEU"), None)


def _lines(article: Article) -> Iterator[Span]:
    start = 0
    for line in article.text.splitlines(keepends=True):
        if line.strip():
            yield Span(start, start + len(line))
        start += len(line)


class _Sentence:
    """One sentence's words, read once from its first to its last."""

    def __init__(self, article: Article, words: tuple[Word, ...], money: str | None) -> None:
        self.article, self.words, self.money = article, words, money
        self.language = article.base_language
        self.cues: Cues = cues(self.language)
        self.keys = [w.key for w in words]
        self.out: list[Quantity] = []

    def quantities(self) -> list[Quantity]:
        out = self.out
        at = 0
        while at < len(self.words):
            numeral = numeral_at(self.words, at, self.language)
            if numeral is None:
                at += 1
                dual = self._dual(at - 1)
                if dual is not None:
                    out.append(dual)
                continue
            found, after = self._of(numeral)
            out.extend(found)
            for quantity in found:
                if len(quantity.unit) == 3 and quantity.unit.isupper():
                    self.money = quantity.unit
            at = max(after, numeral.last)
        return out

    # ------------------------------------------------------------ one number

    def _of(self, numeral: Numeral) -> tuple[list[Quantity], int]:
        """The quantities that begin with *numeral*, and where to go on."""
        if self._is_name_or_date(numeral):
            return [], numeral.last
        second = self._range(numeral)
        last = second if second is not None else numeral
        unit = self._unit_after(last)
        if unit is None:
            if second is not None:
                return [], numeral.last
            return self._without_unit(numeral)
        if numeral.slash and unit.unit.kind not in {"measure", "money"}:
            return [], numeral.last
        if second is not None:
            if numeral.scale == 1 and second.scale > 1 and numeral.value < second.value / second.scale:
                numeral = replace(numeral, value=numeral.value * second.scale)
            return [self._make(n, unit, numeral.first) for n in (numeral, second)], unit.last
        if unit.unit.kind == "money":
            unit = self._per(unit, numeral)
            if unit is None:
                return [], numeral.last
        return [self._make(numeral, unit, numeral.first)], max(unit.last, numeral.last)

    def _per(self, money: UnitWording, numeral: Numeral) -> UnitWording | None:
        """Money per something: "دولاراً للبرميل", «هر دالر ۷۰ افغانی»; None for the base «هر هزار سوم ۵.۴ افغانی»."""
        if self._key(numeral.first - 1) in self.cues.each:
            return None
        at = money.last
        if self._key(at) in self.cues.per or self._key(at) in self.cues.each:
            at += 1 + (self._key(at + 1) in self.cues.each)
        per = unit_at(self.words, at, self.language) if at < len(self.words) else None
        if per is not None and per.unit.unit in _SINGULAR and (at > money.last or per.definite):
            return UnitWording(
                Unit(f"{money.unit.unit} per {_SINGULAR[per.unit.unit]}", "rate", "price"), money.first, per.last
            )
        if per is None and self._key(at) is not None and self.language == "ar":
            per = self._each(at)
            if per is not None:
                return UnitWording(
                    Unit(f"{money.unit.unit} per {_SINGULAR[per.unit.unit]}", "rate", "price"), money.first, per.last
                )
        base = self._base_of_rate(money, numeral)
        if base is not None:
            return UnitWording(Unit(f"{money.unit.unit} per {base}", "rate", "exchange rate"), money.first, money.last)
        return money

    def _each(self, at: int) -> UnitWording | None:
        """What stands after an Arabic "for each" written onto it ("للبرميل")."""
        for fused in self.cues.fused:
            word = self.words[at]
            if word.key.startswith(fused) and len(word.key) > len(fused) + 2:
                bare = replace(word, key=word.key[len(fused) :])
                found = unit_at((bare, *self.words[at + 1 : at + 3]), 0, self.language)
                if found is not None and found.unit.unit in _SINGULAR:
                    return UnitWording(found.unit, at, at + found.last)
        return None

    def _base_of_rate(self, money: UnitWording, numeral: Numeral) -> str | None:
        """The currency that *money* is the price of, with its amount where it is not one."""
        for index in range(numeral.first - 1, max(-1, numeral.first - 25), -1):
            other = unit_at(self.words, index, self.language)
            if (
                other is None
                or other.unit.kind != "money"
                or other.last > numeral.first
                or other.unit.unit == money.unit.unit
            ):
                continue
            amount = next(
                (
                    n
                    for i in (index - 1, index - 2)
                    if i >= 0 and (n := numeral_at(self.words, i, self.language)) and n.last == index
                ),
                None,
            )
            start = amount.first if amount is not None else index
            each = self._key(start - 1) in self.cues.each
            if each and (index > numeral.first - 8):
                return other.unit.unit if amount is None or amount.value == 1 else f"{amount.value:g} {other.unit.unit}"
            if amount is None and any(k in self.cues.rate for k in self.keys):
                return other.unit.unit
        return None

    def _without_unit(self, numeral: Numeral) -> tuple[list[Quantity], int]:
        before = self._unit_before(numeral)
        if before is not None:
            return [self._make(numeral, before, before.first)], numeral.last
        if numeral.share and self._key(numeral.last) is not None and not self._is_mark(numeral.last):
            if (
                self.language == "ar"
                or self._key(numeral.last) in self.cues.of
                or self.keys[numeral.first] in self.cues.after_noun
                or numeral.last - numeral.first > 1
            ):
                percent = Unit("percent", "measure", "percent")
                share = replace(numeral, value=round(numeral.value * 100, 1))
                return [
                    self._make(share, UnitWording(percent, numeral.first, numeral.last), numeral.first)
                ], numeral.last
            return [], numeral.last
        if numeral.share:
            return [], numeral.last
        if self._below_zero(numeral.last):
            cold = Unit("degrees Celsius", "measure", "degrees Celsius")
            wording = UnitWording(cold, numeral.first, numeral.last + 2)
            return [replace(self._make(numeral, wording, numeral.first), value=-numeral.value)], wording.last
        if numeral.scale >= 1e6 and self.money is not None and not numeral.vague:
            money = Unit(self.money, "money", self.money)
            return [self._make(numeral, UnitWording(money, numeral.first, numeral.last), numeral.first)], numeral.last
        if self.out and any(
            tuple(self.keys[max(0, numeral.first - len(p)) : numeral.first]) == p for p in self.cues.out_of
        ):
            whole = Unit(self.out[-1].unit, "counted", self.out[-1].noun or self.out[-1].unit)
            return [self._make(numeral, UnitWording(whole, numeral.first, numeral.last), numeral.first)], numeral.last
        if self._key(numeral.last) in self.cues.pronouns and numeral.value >= 1:
            people = Unit("persons", "people", "people")
            return [
                self._make(numeral, UnitWording(people, numeral.first, numeral.last + 1), numeral.first)
            ], numeral.last
        return [], numeral.last

    def _make(self, numeral: Numeral, wording: UnitWording, first: int) -> Quantity:
        last = max(wording.last, numeral.last)
        span = self.words[first].span.to(self.words[last - 1].span)
        number = self.words[numeral.first].span.to(self.words[numeral.last - 1].span)
        unit = wording.unit
        value = numeral.value
        if unit.unit.startswith("degrees") and self._below_zero(last):
            value = -value
            unit = replace(unit, unit="degrees Celsius")
            span = span.to(self.words[last + 1].span)
        qualifier = self._qualifier(first, last, numeral)
        return Quantity(span, number, value, unit.unit, qualifier, unit.label)

    # ------------------------------------------------------------ what stands around it

    def _key(self, index: int) -> str | None:
        return self.keys[index] if 0 <= index < len(self.keys) else None

    def _is_mark(self, index: int) -> bool:
        return 0 <= index < len(self.words) and self.words[index].is_mark

    def _touches(self, left: int, right: int) -> bool:
        return left >= 0 and right < len(self.words) and self.words[left].end == self.words[right].start

    def _is_name_or_date(self, numeral: Numeral) -> bool:
        first, last = numeral.first, numeral.last
        before, after = self._key(first - 1), self._key(last)
        if before is not None and without_article(before) in self.cues.ordinal_words:
            return True
        if numeral.digits:
            if before in self.cues.before_dates and not (numeral.scale > 1 or "." in self.keys[first]):
                return True
            if after is not None and after in self.cues.ordinal:
                return True
            if (
                self._touches(first - 1, first)
                and before is not None
                and (before in "-+/:_#" or (before[0].isascii() and before[0].isalpha()))
            ):
                previous = self._key(first - 2)
                if not (before == "-" and previous is not None and previous.isdigit()):
                    return True
            if self._touches(last - 1, last) and after in {"+", "/", ":", "_"}:
                return True
            if self._touches(last - 1, last) and after == "-" and self._touches(last, last + 1):
                following = self._key(last + 1) or ""
                if not following[0].isdigit():
                    return True
            if len(self.keys[first]) == 4 and last == first + 1 and before in self.cues.months:
                return True
            if self.keys[first][0] == "0" and len(self.keys[first]) > 1 and self.keys[first].isdigit():
                return True
        elif before in self.cues.before_dates and numeral.value < 100 and numeral.scale == 1 and self.language == "fa":
            return True
        return (
            after is not None
            and after in self.cues.months
            and numeral.value <= 31
            and numeral.scale == 1
            and self._unit_after(numeral) is None
        )

    def _is_year(self, numeral: Numeral) -> bool:
        key = self.keys[numeral.first]
        if not (numeral.digits and numeral.last == numeral.first + 1 and len(key) == 4 and key.isdigit()):
            return False
        return (1300 <= numeral.value <= 1460 or 1850 <= numeral.value <= 2100) and self._key(
            numeral.first - 1
        ) in self.cues.years_of

    def _range(self, numeral: Numeral) -> Numeral | None:
        """The upper end of a range that begins with *numeral* («۱۵ تا ۲۰», "من ست إلى عشر", 10-15)."""
        mark = self._key(numeral.last)
        if mark is None:
            return None
        linked = mark in self.cues.to or (mark == "-" and numeral.digits)
        if (not linked and mark == self.cues.joiner) or mark == self.cues.joiner:
            linked = self._key(numeral.first - 1) in self.cues.between
        start = numeral.last + 1
        if (
            not linked
            and self.language == "ar"
            and self._key(numeral.first - 1) in self.cues.between
            and mark[0] == self.cues.joiner
        ):
            linked, start = True, numeral.last
        if not linked or start >= len(self.words):
            return None
        second = numeral_at(self.words, start, self.language)
        if self._is_year(numeral) and not (
            second is not None and len(self.keys[second.first]) == 4 and second.scale == 1
        ):
            return None
        if (
            second is None
            or second.share
            or second.value * max(1.0, numeral.scale / second.scale)
            <= numeral.value / max(1.0, numeral.scale / second.scale)
        ):
            return None
        return second

    def _unit_after(self, numeral: Numeral) -> UnitWording | None:
        at = numeral.last
        if at < len(self.words) and self.keys[at] == '"' and at + 1 < len(self.words):
            at += 1
        found = unit_at(self.words, at, self.language) if at < len(self.words) else None
        if self.language == "fa":
            return self._persian_unit(numeral, found)
        if found is not None and found.unit.number == "owned":
            return None
        if found is None and self._key(at) in self.cues.of and at + 1 < len(self.words):
            some = unit_at(self.words, at + 1, self.language)
            if some is None or some.unit.kind in {"measure", "money"} or numeral.share:
                return None
            if (some.definite and some.unit.number == "dual") or some.unit.number in {"plural", "owned"}:
                return UnitWording(some.unit, some.first, some.last)
            return None
        if found is None or (
            found.definite and found.unit.kind == "measure" and not numeral.definite and not numeral.vague
        ):
            return None
        if found.unit.number == "dual" or (numeral.share and found.unit.kind != "measure"):
            return None
        if numeral.value in {1.0, 2.0} and numeral.scale == 1 and not numeral.digits and not numeral.share:
            return None
        return found

    def _persian_unit(self, numeral: Numeral, found: UnitWording | None) -> UnitWording | None:
        at = numeral.last
        if found is None and self._key(at) in self.cues.others:
            return None
        if self._key(at) in self.cues.classifiers and at + 1 < len(self.words):
            then = at + 1
            if self._key(then) in self.cues.of and then + 1 < len(self.words):
                then += 1
            counted = unit_at(self.words, then, self.language)
            if (
                counted is not None
                and counted.unit.kind in {"people", "counted"}
                and not (found and found.last > at + 1)
            ):
                people = (found is not None and found.unit.kind == "people") or self.keys[at] == self.tonne
                if not people or counted.unit.kind == "people":
                    return UnitWording(counted.unit, at, counted.last if then == at + 1 else at + 1)
        if found is None:
            return None
        if (
            found.unit.unit == "tonnes"
            and found.last == at + 1
            and self.keys[at] == self.tonne
            and not self._is_weight(at, numeral.vague)
        ):
            return UnitWording(Unit("persons", "people", "people"), at, at + 1)
        if numeral.share and found.unit.unit != "percent":
            return None
        return found

    @property
    def tonne(self) -> str:
        """The word that means a tonne with a vowel sign («تُن») and a person without one («تن»)."""
        return tonne()

    def _is_weight(self, at: int, vague: bool) -> bool:
        if len(self.words[at].span.of(self.article.text)) > len(self.tonne):
            return True
        near = self.keys[at + 1 : at + 3]
        if any(k in self.cues.goods for k in near):
            return True
        if vague or any(k in self.cues.others or k in self.cues.of for k in near[:1]):
            return False
        people = (unit_at(self.words, i, "fa") for i in range(at + 1, min(at + 4, len(self.keys))))
        if any(found is not None and found.unit.kind == "people" for found in people):
            return False
        return any(k in self.cues.goods for k in self.keys[max(0, at - 12) : at + 8])

    def _unit_before(self, numeral: Numeral) -> UnitWording | None:
        """A currency sign before digits ($5), or an Arabic noun before its number ("الدول الخمس", "مصورين اثنين")."""
        index = numeral.first - 1
        if index < 0:
            return None
        if self.words[index].is_mark:
            sign = unit_at(self.words, index, self.language)
            if sign is not None and sign.unit.kind == "money":
                return UnitWording(sign.unit, index, numeral.last)
            return None
        if self.language != "ar" or numeral.digits or numeral.vague or numeral.scale > 1:
            return None
        for back in (1, 2, 3):
            if numeral.first - back < 0 or self._is_mark(numeral.first - back):
                return None
            noun = unit_at(self.words, numeral.first - back, self.language)
            if noun is None or noun.unit.kind == "money":
                continue
            if numeral.definite:
                plain = without_article(self.keys[noun.first])
                if not ((noun.unit.number == "plural" and noun.definite) or plain in self.cues.plural_measures):
                    continue
                return UnitWording(noun.unit, numeral.first - back, numeral.last)
            if (
                back == 1
                and numeral.value <= 2
                and (noun.unit.kind == "people" or noun.unit.kind == "measure" or numeral.value == 2)
            ):
                return UnitWording(noun.unit, numeral.first - 1, numeral.last)
        return None

    def _dual(self, index: int) -> Quantity | None:
        """An indefinite or construct dual of Arabic: "مصرفين", "معبري تورخم"; it counts two by itself."""
        if self.language != "ar" or not may_be_unit(self.keys[index], "ar"):
            return None
        noun = unit_at(self.words, index, "ar")
        if noun is None or noun.unit.number != "dual" or noun.definite or noun.unit.kind == "money":
            return None
        if self.keys[index].endswith(self.glide) and not self._pair_follows(noun.last):
            return None
        if noun.unit.unit in {"states", "parties"} or (noun.unit.kind == "measure" and noun.last - noun.first > 1):
            return None
        numeral = Numeral(index, index + 1, 2.0)
        return self._make(numeral, noun, index)

    @property
    def glide(self) -> str:
        """The ending of a construct dual, which an adjective may have too."""
        return glide()

    def _pair_follows(self, at: int) -> bool:
        """Say whether two names follow, joined by "and": then a word that ends like a dual is one."""
        if self._is_mark(at) or at + 1 >= len(self.keys) or without_article(self.keys[at]) != self.keys[at]:
            return False
        return self.keys[at + 1][0] == self.cues.joiner and len(self.keys[at + 1]) > 2

    def _below_zero(self, at: int) -> bool:
        return any(tuple(self.keys[at : at + len(p)]) == p for p in self.cues.below_zero)

    def _qualifier(self, first: int, last: int, numeral: Numeral) -> str:
        for back in (0, 1):
            stop = first - back
            for size in (4, 3, 2, 1):
                if stop - size < 0:
                    continue
                keys = tuple(self.keys[stop - size : stop])
                name = self.cues.qualifiers.get(keys)
                if name is None and self.language == "ar" and len(keys[0]) > 3 and keys[0][0] in self._prefixes:
                    name = self.cues.qualifiers.get((keys[0][1:], *keys[1:]))
                if name is not None and (back == 0 or self._key(first - 1) in self.cues.between):
                    return name
        for key in self.keys[last : last + 3]:
            name = self.cues.after.get(key)
            if name is not None:
                return name
        return "over" if numeral.vague else "exact"

    @property
    def _prefixes(self) -> str:
        return letters()
