"""How days, months and years are worded: «دوشنبه ۱۲ خرداد ۱۴۰۴», "الأحد 30 أكتوبر/تشرين الأول 2022", 1396.6.21.

:class:`Grammar` turns pieces into the values below, as worded and not yet reckoned: what a wording leaves open (the
year of «۲۷ نوامبر», the month of «۱۵ این ماه») is None here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from rasad.text.calendars import GREGORIAN, LUNAR, SOLAR, month_length
from rasad.text.date_words import DateWords, MonthName, Piece, whole_number

Node = TypeVar("Node")
Found = tuple[Node, int]

_NUMERIC = re.compile(r"(\d{1,4}) ?([/.\-]) ?(\d{1,2}) ?\2 ?(\d{1,4})(?![\d/])")
_LONGEST_MONTH = 31
#: The tables of words that a day, a month or a year may begin with.
DAY_OPENERS = frozenset({"day_word", "day_parts", "weekdays", "ordinals", "months"})
MONTH_OPENERS = frozenset({"month_word", "months", "this", "same"})
YEAR_OPENERS = frozenset({"years", "this_year", "same_year", "year_word"})


@dataclass(frozen=True, slots=True)
class Year:
    """A year: its number, or ``shift`` years from that of publication, or the ``same`` as the one named before.

    ``calendar`` is None where the wording leaves it to the text; a ``compared`` one is ``shift`` years from the one
    named before.
    """

    value: int | None = None
    calendar: str | None = None
    shift: int | None = None
    same: bool = False
    compared: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A month: by number in its calendar, or ``shift`` months from that of publication, or the one named before.

    A ``compared`` one is ``shift`` months from the one named before, where one is.
    ``turn`` is -1 for "آب الماضي", 0 for "الجاري", 1 for "المقبل".
    """

    number: int | None = None
    calendar: str | None = None
    year: Year | None = None
    shift: int | None = None
    same: bool = False
    turn: int | None = None
    compared: bool = False


@dataclass(frozen=True, slots=True)
class Day:
    """A day: of a month, a weekday (0 is Monday), ``shift`` days from publication or ``step`` from the date before.

    ``week`` is the week of a weekday, in weeks from that of publication («سه‌شنبه هفته گذشته»); ``turn`` as in a month.
    """

    number: int | None = None
    month: Month | None = None
    weekday: int | None = None
    shift: int | None = None
    step: int | None = None
    week: int | None = None
    turn: int | None = None


class Grammar:
    """Reads days, months and years that begin at a piece; each method returns the value and where it ends, or None."""

    def __init__(self, text: str, pieces: Sequence[Piece], words: DateWords) -> None:
        self.text, self.pieces, self.words = text, pieces, words

    def key(self, index: int) -> str:
        """The folded letters of a piece, "" beyond the ends."""
        return self.pieces[index].key if 0 <= index < len(self.pieces) else ""

    def skip(self, index: int, table: str) -> int:
        """Where the wording of *table* at *index* ends; *index* itself where none is."""
        if not 0 <= index < len(self.pieces) or table not in self.pieces[index].begins:
            return index
        found = self.words.at(self.pieces, index, table)
        return found[1] if found else index

    def has(self, index: int, table: str) -> bool:
        """Say whether a wording of *table* begins at *index*."""
        return self.words.has(self.pieces, index, table)

    def opens(self, index: int, tables: frozenset[str]) -> bool:
        """Say whether a number or a wording of one of *tables* may begin at *index*, by its first word alone.

        Most words of a text begin none.
        """
        if not 0 <= index < len(self.pieces):
            return False
        piece = self.pieces[index]
        return not tables.isdisjoint(piece.begins) or piece.key[0].isdigit()

    def shift(self, index: int) -> Found[int] | None:
        """Read "last", "this" or "next" after what it shifts: -1, 0 or 1; «پیش» is none of them in «پیش از این»."""
        found = self.words.at(self.pieces, index, "shifts")
        if found and self.has(index, "prepositions_too") and any(self.has(found[1], t) for t in ("ago_it", "after_it")):
            return None
        return found

    def number(self, index: int) -> int | None:
        """The number that stands at *index* by itself, in digits."""
        return whole_number(self.pieces, index)

    def is_counted(self, index: int) -> bool:
        """Say whether a unit or counted noun begins at *index*; then a number before it is no year."""
        return False

    def plausible(self, value: int, month: str | None = None) -> str | None:
        """The calendar of a year without an era, None where the number is no year; *month* is that of its month."""
        ranges = self.words.plain_years
        if month == LUNAR and SOLAR not in list(ranges)[:2] and self._fits(LUNAR, value):
            return LUNAR
        for name, (first, last) in ranges.items():
            if first <= value <= last:
                return name
        return None

    def era(self, index: int) -> Found[str | None]:
        """The era worded at *index*, and where it ends; None and *index* where there is none."""
        found = self.words.at(self.pieces, index, "eras")
        if found:
            end: int = found[1]
            return found[0], end + 1 if self.key(end) == "." and self.key(end - 2) == "." else end
        letter = self.words.at(self.pieces, index, "era_letters", exact=True)
        if letter and not self.key(letter[1]).isdigit():
            return letter[0], letter[1]
        return None, index

    # -- years ----------------------------------------------------------------------------------------------------

    def year(
        self, index: int, *, bare: bool = False, alone: bool = False, month: str | None = None
    ) -> Found[Year] | None:
        """Read a year.

        Args:
            bare: a number without the word "year" will do.
            alone: the word "year" without a number will do, and is this year ("نهاية السنة").
            month: the calendar of the month before it, if one stands there.
        """
        if not self.opens(index, YEAR_OPENERS):
            return None
        found = self.words.at(self.pieces, index, "years")
        if found:
            era, end = self.era(found[1])
            return Year(shift=found[0], calendar=era), end
        for table, same in (("this_year", False), ("same_year", True)):
            begin = self.skip(index, table)
            end = self.skip(begin, "year_word")
            if begin > index and end > begin:
                return (Year(same=True) if same else Year(shift=0)), end
        end = self.skip(index, "year_word")
        if end > index:
            end = self.skip(end, "year_kinds")
            return self._worded_year(index, end, alone=alone, month=month)
        return self._bare_year(index, month=month) if bare else None

    def _worded_year(self, index: int, begin: int, *, alone: bool, month: str | None) -> Found[Year] | None:
        numbered = self._bare_year(begin, month=month, worded=True) or self._short_year(begin)
        if numbered:
            return numbered
        same = self.skip(begin, "same_after")
        if same > begin:
            return Year(same=True), same
        before = self.skip(begin, "before_it")
        if before > begin:
            return Year(shift=-1, compared=True), before
        era, at = self.era(begin)
        shift = self.shift(at)
        if shift and self.has(index, "years_word"):
            return None
        if shift:
            late, end = self.era(shift[1])
            cued = any(self.has(at, table) for table in ("prior", "stepped"))
            compared = shift[0] != 0 and (cued or self.words.ends(self.pieces, index, "compared"))
            return Year(shift=shift[0], calendar=era or late, compared=compared), end
        return (Year(shift=0, calendar=era), at) if alone else None

    def _bare_year(self, index: int, *, month: str | None = None, worded: bool = False) -> Found[Year] | None:
        value = self.number(index)
        if value is None or len(self.key(index)) != 4:
            return None
        era, end = self.era(index + 1)
        calendar = era or self.plausible(value, month)
        worded = worded or month is not None
        if calendar is None or (era is None and not worded and self.is_counted(index + 1)):
            return None
        if era is not None and not self._fits(era, value):
            calendar, end = self.plausible(value), index + 1
            if calendar is None:
                return None
        return Year(value, calendar), end

    @staticmethod
    def _fits(era: str, value: int) -> bool:
        return 1000 <= value <= 2200 if era == GREGORIAN else 1000 <= value <= 1500

    def _short_year(self, index: int) -> Found[Year] | None:
        """«سال ۹۹»: two digits of the solar calendar."""
        rule: dict[str, Any] = self.words.raw["short_years"]
        value = self.number(index)
        if not rule or value is None or len(self.key(index)) != 2 or not rule["from"] <= value <= rule["to"]:
            return None
        if self.is_counted(index + 1) or (self.key(index + 1) == "%"):
            return None
        era, end = self.era(index + 1)
        if era == GREGORIAN:
            return Year(1900 + value, GREGORIAN), end
        return Year(rule["base"] + value, SOLAR), end

    # -- months ---------------------------------------------------------------------------------------------------

    def month(self, index: int, *, cued: bool = False) -> Found[Month] | None:
        """Read a month; *cued* where what stands before it (a day, «اوایل») leaves no other reading of its name."""
        if not self.opens(index, MONTH_OPENERS):
            return None
        begin = self.skip(index, "month_word")
        named = self.words.at(self.pieces, begin, "months")
        if named:
            led = named[0].after_preposition and self.words.ends(self.pieces, index, "month_cues")
            return self._named_month(named[0], named[1], cued=cued or led or begin > index)
        if begin > index:
            return self._unnamed_month(begin)
        for table, month in (("this", Month(shift=0)), ("same", Month(same=True))):
            first = self.skip(index, table)
            end = self.skip(first, "month_word")
            if first > index and end > first:
                return month, end
        return None

    def _unnamed_month(self, begin: int) -> Found[Month] | None:
        same = self.skip(begin, "same_after")
        if same > begin:
            return Month(same=True), same
        shift = self.shift(begin)
        if shift is None:
            return None
        return Month(shift=shift[0], compared=self.has(begin, "stepped")), shift[1]

    def _named_month(self, name: MonthName, end: int, *, cued: bool) -> Found[Month] | None:
        end = self._other_name(name, end)
        tail = self.skip(end, "month_tail")
        cued, end = cued or name.sure or tail > end, tail
        month = Month(name.number, name.calendar)
        after = end + 1 if self.key(end) in {",", "،"} else end
        for begin in dict.fromkeys((after, self.skip(after, "of"))):
            year = self.year(begin, bare=True, month=name.calendar) or (
                self._short_year(begin) if name.calendar == SOLAR and begin == end else None
            )
            if year:
                return replace(month, year=year[0]), year[1]
        turn = self.shift(end)
        if turn:
            month, end = replace(month, turn=turn[0]), turn[1]
            begin = self.skip(end, "of")
            year = self.year(begin, bare=True, month=name.calendar)
            return (replace(month, year=year[0], turn=None), year[1]) if year else (month, end)
        return (month, end) if cued else None

    def _other_name(self, name: MonthName, end: int) -> int:
        """Where the month's other name ends: "أكتوبر/تشرين الأول", "آب (أغسطس)"; *end* where there is none."""
        opening = self.key(end)
        if opening not in {"/", "(", "-", "\\"}:
            return end
        other = self.words.at(self.pieces, end + 1, "months")
        if not other or (other[0].calendar, other[0].number) != (name.calendar, name.number):
            return end
        if opening == "(":
            return other[1] + 1 if self.key(other[1]) == ")" else end
        return int(other[1])

    # -- days -----------------------------------------------------------------------------------------------------

    def day(self, index: int) -> Found[Day] | None:
        """Read a day with what leads up to it («روز دوشنبه، مورخ ۱۲ خرداد»), the longest that begins at *index*."""
        if not self.opens(index, DAY_OPENERS):
            return None
        at = index
        for _ in range(3):
            at = self.skip(at, "day_word") if self.has(at, "day_word") else self.skip(at, "day_parts")
        weekday = self.weekday(at)
        if weekday:
            return self._weekday_and_day(index, at, *weekday)
        dated = self.dated(at)
        return dated if dated or at == index else self.dated(index)

    def _weekday_and_day(self, index: int, at: int, weekday: int, end: int) -> Found[Day] | None:
        begin = end
        for _ in range(3):
            if self.key(begin) in {"،", ",", "-", "(", "/", "|", ":"}:
                begin += 1
            begin = self.skip(begin, "day_word")
        dated = self.dated(begin)
        if dated and dated[0].month is not None:
            close = dated[1] + 1 if self.key(begin - 1) == "(" and self.key(dated[1]) == ")" else dated[1]
            return replace(dated[0], weekday=weekday), close
        return self.weekday_alone(index, at, weekday, end)

    def weekday(self, index: int) -> Found[int] | None:
        """Read the name of a weekday."""
        found = self.words.at(self.pieces, index, "weekdays")
        return (found[0], found[1]) if found else None

    def weekday_alone(self, index: int, at: int, weekday: int, end: int) -> Found[Day] | None:
        """Read a weekday without a date; what it means depends on the text, so that a dateline has none."""
        return None

    def dated(self, index: int) -> Found[Day] | None:
        """Read a day of a month, in digits or words, or wholly in digits."""
        return self.numeric(index) or self._day_of_month(index) or self._month_first(index)

    def day_number(self, index: int) -> Found[int] | None:
        """Read the number of a day in digits («۱۲», «12ام») or as an ordinal («پنجم», "الخامس عشر")."""
        value = self.number(index)
        if value is not None and len(self.key(index)) <= 2:
            end = index + 1
            tail = self.words.at(self.pieces, end, "ordinal_tail")
            return value, (tail[1] if tail else end)
        ordinal = self.words.at(self.pieces, index, "ordinals")
        return (ordinal[0], ordinal[1]) if ordinal else None

    def _day_of_month(self, index: int) -> Found[Day] | None:
        number = self.day_number(index)
        if number is None or number[0] < 1:
            return None
        for begin in dict.fromkeys((number[1], self.skip(number[1], "of"))):
            month = self.month(begin, cued=True)
            if month is None and (begin > number[1] or not self.key(number[1] - 1).isdigit()):
                end = self.skip(begin, "month_word")
                month = (Month(shift=0), end) if end > begin else None
            if month is None:
                shift = self.words.at(self.pieces, begin, "month_shifts", exact=True)
                month = (Month(shift=shift[0]), shift[1]) if shift and len(self.key(index)) <= 2 else None
            if month is None:
                continue
            if self._loose(begin, *month):
                return None
            if number[0] > _LONGEST_MONTH and month[0].year is None:
                return None
            return Day(number[0], month[0]), month[1]
        return None

    def _loose(self, begin: int, month: Month, end: int) -> bool:
        """Say whether the month's name is rather the beginning of a verb: «۵ می‌گویند» with its joiner lost."""
        name = self.words.at(self.pieces, begin, "months")
        if not name or not name[0].loose or month.year is not None or name[1] != end:
            return False
        return self.key(end)[:1].isalpha() and not self.has(end, "after_loose")

    def _month_first(self, index: int) -> Found[Day] | None:
        """«مهر ۲, ۱۴۰۱», "أكتوبر 13, 2022": the month before the day, as page templates have it; only with a year."""
        name = self.words.at(self.pieces, index, "months", exact=True)
        if not name:
            return None
        number = self.number(name[1])
        if number is None or not 1 <= number <= _LONGEST_MONTH or len(self.key(name[1])) > 2:
            return None
        after = name[1] + 1
        begin = after + 1 if self.key(after) in {",", "،"} else after
        year = self._bare_year(begin, month=name[0].calendar, worded=True)
        if not year:
            return None
        return Day(number, Month(name[0].number, name[0].calendar, year[0])), year[1]

    def numeric(self, index: int) -> Found[Day] | None:
        """Read a date wholly in digits: 2024/11/27, 27-11-2024, 1396.6.21, 02-01-1445 هـ."""
        if not self.key(index)[:1].isdigit():
            return None
        start = self.pieces[index].start
        match = _NUMERIC.match(self.text, start)
        if not match or (start > 0 and self.text[start - 1] in "/.-" and index and self.key(index - 2).isdigit()):
            return None
        end = index
        while end < len(self.pieces) and self.pieces[end].end <= match.end():
            end += 1
        one, two, three = match.group(1), match.group(3), match.group(4)
        if len(one) == 4 and len(three) <= 2:
            year, month, day = int(one), int(two), int(three)
        elif len(three) == 4 and len(one) <= 2:
            day, month, year = int(one), int(two), int(three)
            if month > 12 >= day:
                day, month = month, day
        else:
            return None
        era, after = self.era(end)
        calendar = era if era and self._fits(era, year) else self.plausible(year)
        if calendar is None:
            return None
        return Day(day, Month(month, calendar, Year(year, calendar))), after if era == calendar else end


def lacks(day: Day) -> bool:
    """Say whether no year's calendar has the day that is worded: ۳۱ مهر, 30/13/2022, 31 نيسان; or its year lacks it."""
    month = day.month
    if month is None or day.number is None or month.number is None or month.calendar is None:
        return False
    if not 1 <= month.number <= 12 or day.number < 1:
        return True
    if month.year is not None and month.year.value is not None:
        length = month_length(month.calendar, month.year.value, month.number)
        if length is not None:
            return day.number > length
    longest = {GREGORIAN: 2024, SOLAR: 1403}.get(month.calendar)
    limit = 30 if longest is None else month_length(month.calendar, longest, month.number) or 31
    return day.number > limit
