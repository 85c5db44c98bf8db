"""Wordings of any time: «از ۱۰ تا ۱۲ خرداد», "منذ عام 2018", «دیروز», «روز بعد», «در ۲۰۱۹».

:class:`Phrases` reads them into the values of ``times``; ``reckoning`` turns these into days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from rasad.mentions.counted_times import (
    APART_OPENERS,
    DECADE_OPENERS,
    PART_OPENERS,
    SEASON_OPENERS,
    STRETCH_OPENERS,
    WEEK_OPENERS,
    CountedTimes,
)
from rasad.mentions.times import Apart, BareDay, Before, Node, Part, Range, Season, Since, Stretch, Time, Until
from rasad.text.date_grammar import DAY_OPENERS, MONTH_OPENERS, YEAR_OPENERS, Day, Found, Month, Year
from rasad.text.date_words import DateWords, Piece

_SENTENCE_ENDS = frozenset(".!?؟\n;؛")
_DASHES = frozenset("-–—~")
_FAR = 12
#: The tables of words that one time may begin with, and those that may lead into it or into a range.
_OPENERS = (
    DAY_OPENERS | MONTH_OPENERS | YEAR_OPENERS | PART_OPENERS | SEASON_OPENERS | DECADE_OPENERS | WEEK_OPENERS
    | APART_OPENERS | STRETCH_OPENERS | {"days", "next_days", "same_days", "years_word"}
)  # fmt: skip
_SINCE = frozenset({"from", "since", "since_it", "point_from", "lead_since"})
_LEADERS = _OPENERS | _SINCE | {"between", "until"}


class Phrases(CountedTimes):
    """Reads any wording of a time that begins at a piece."""

    #: Gives the kind of the unit or counted noun that begins at a folded offset; set by who has units.
    counted: Callable[[int], str | None] | None = None

    def is_counted(self, index: int) -> bool:
        """Say whether a unit begins at *index*, so that the number before it counts it.

        After "in" a number of our time is a year even before people or things: «در ۲۰۱۹ رئیس‌جمهور شد».
        """
        if self.counted is None or not 0 <= index < len(self.pieces):
            return False
        kind = self.counted(self.pieces[index].start)
        if kind is None or kind in {"measure", "money"}:
            return kind is not None
        return not (self._is_of_our_time(index - 1) and self.words.ends(self.pieces, index - 1, "strong_year_cues"))

    def _is_of_our_time(self, index: int) -> bool:
        value = self.number(index)
        times = self.words.raw["our_time"]
        return value is not None and value % 100 > 0 and any(first <= value <= last for first, last in times)

    def __init__(self, text: str, pieces: Sequence[Piece], words: DateWords) -> None:
        super().__init__(text, pieces, words)
        self._times: dict[tuple[int, bool], Found[Time] | None] = {}

    def expression(self, index: int) -> Found[Node] | None:
        """Read the longest wording of a time that begins at *index*."""
        if not self.opens(index, _LEADERS):
            return None
        found: list[Found[Node]] = [
            read
            for read in (self.range(index), self.until(index), self.since(index), self.time(index))
            if read is not None
        ]
        return max(found, key=lambda read: read[1], default=None)

    def time(self, index: int, *, bare: bool = False) -> Found[Time] | None:
        """Read one time, not a range; a *bare* number may be a year even without a cue before it."""
        if (index, bare) not in self._times:
            self._times[index, bare] = self._read_time(index, bare=bare) if self.opens(index, _OPENERS) else None
        return self._times[index, bare]

    def _read_time(self, index: int, *, bare: bool) -> Found[Time] | None:
        bare = bare or self._is_cued_year(index)
        readings: tuple[Found[Time] | None, ...] = (
            self.day(index), self.part(index), self.season(index), self.decade(index), self.apart(index),
            self.stretch(index), self.week(index), self.month(index, cued=False), self.year(index, bare=bare),
        )  # fmt: skip
        found = [read for read in readings if read is not None]
        return max(found, key=lambda read: read[1], default=None)

    # -- ranges ---------------------------------------------------------------------------------------------------

    def range(self, index: int) -> Found[Node] | None:
        """Read "from … to …", "between … and …", "… to …", «27 و 28 نوامبر»."""
        best: Found[Node] | None = None
        for lead, links in (("from", ("to",)), ("between", ("and",)), (None, ("to", "dash", "and"))):
            begin = self.skip(index, lead) if lead else index
            if lead and begin == index:
                continue
            for found in self._ranges_from(begin, links, led=lead is not None):
                if best is None or found[1] > best[1]:
                    best = found
        return best

    def _ranges_from(self, begin: int, links: Iterable[str], *, led: bool) -> Iterator[Found[Node]]:
        start = self.skip(begin, "day_word") if not self.has(begin, "days") else begin
        years = self.skip(begin, "years_word")
        beginnings = tuple(self._beginnings(start, years if years > begin else None, led=led))
        for link in links:
            found = self._range_over(beginnings, link, led=led or years > begin)
            if found is not None:
                yield found

    def _range_over(self, beginnings: Iterable[Found[Time | BareDay]], link: str, *, led: bool) -> Found[Node] | None:
        for first, end in beginnings:
            after = self._link(end, link)
            if after is None:
                continue
            last = self._ending(first, after, led=led)
            listed = link == "and" and not (led or isinstance(first, BareDay))
            if last is not None and not (listed and not _follow(first, last[0])):
                return Range(first, last[0]), last[1]
        return None

    def _beginnings(self, start: int, years: int | None, *, led: bool) -> Iterator[Found[Time | BareDay]]:
        if years is not None:
            numbered = self._bare_year(years)
            if numbered:
                yield numbered
                return
        full = self.time(start, bare=True)
        if full:
            yield full
        number = self.day_number(start)
        if number and 1 <= number[0] <= 31:
            yield BareDay(number[0]), number[1]
        if led:
            month = self.month(start, cued=True)
            if month:
                yield month

    def _link(self, index: int, link: str) -> int | None:
        """Where the word or mark between two ends of a range ends, None where there is none."""
        if link == "dash":
            return index + 1 if self.key(index) in _DASHES else None
        end = self.skip(index, link)
        if end == index and link == "and" and self.words.wears_and(self.pieces, index):
            return index
        return end if end > index else None

    def _ending(self, first: Time | BareDay, index: int, *, led: bool) -> Found[Time] | None:
        last = self.time(index, bare=isinstance(first, Year)) or (
            self.month(index, cued=True) if isinstance(first, Month) else None
        )
        if last is None:
            return None
        node = last[0]
        if isinstance(first, BareDay):
            fits = isinstance(node, Day) and node.month is not None and node.number is not None
            return last if fits and isinstance(node, Day) and (node.number or 0) > first.number else None
        if isinstance(first, Year) and isinstance(node, Year):
            return last if led or first.value is not None else None
        same = type(first) is type(node) or (
            isinstance(first, Day | Month | Part | Season | Apart)
            and isinstance(node, Day | Month | Part | Season | Year | Apart)
        )
        return last if same else None

    # -- since and until ------------------------------------------------------------------------------------------

    def since(self, index: int) -> Found[Node] | None:
        """Read a time that something goes on from: "منذ عام 2018", «از اگست ۲۰۲۱», «از آن پس»."""
        if not self.opens(index, _SINCE):
            return None
        it = self.skip(index, "since_it")
        if it > index:
            return Since(Before()), it
        pointed = self.skip(index, "point_from")
        if pointed > index:
            return self.time(pointed, bare=True)
        begin = self.skip(index, "lead_since")
        lasting = (self.unit(begin) or self._single(begin)) if begin > index else None
        if lasting:
            return Since(Stretch(*lasting[0], -1)), lasting[1]
        begin = self.skip(index, "since")
        if begin > index:
            found = self.time(begin) or self.month(begin, cued=True)
            return (Since(found[0]), self.skip(found[1], "so_far")) if found else None
        begin = self.skip(index, "from")
        if begin == index or self.words.language != "fa":
            return None
        lasting = self.unit(begin)
        so_far = self.skip(lasting[1], "so_far") if lasting else 0
        if lasting and so_far > lasting[1]:
            return Since(Stretch(*lasting[0], -1)), so_far
        found = self.time(begin)
        if found is None:
            return None
        so_far = self.skip(found[1], "so_far")
        if so_far > found[1]:
            return Since(found[0]), so_far
        if self.words.ends(self.pieces, index, "not_since_after") or self._begins(found[1]):
            return None
        return Since(found[0]), found[1]

    def _begins(self, index: int) -> bool:
        """Say whether a word of beginning follows in the sentence: then "from" is a point."""
        for at in range(index, min(len(self.pieces), index + _FAR)):
            if self.key(at) in _SENTENCE_ENDS:
                return False
            if self.has(at, "beginning") and self.part(at) is None:
                return True
        return False

    def until(self, index: int) -> Found[Node] | None:
        """Read "until the end of" a month or year."""
        begin = self.skip(index, "until")
        if begin == index:
            return None
        found = self.part(begin)
        if found and found[0].kind == "end":
            return Until(found[0].of), found[1]
        return None

    # -- days -----------------------------------------------------------------------------------------------------

    def day(self, index: int) -> Found[Day] | None:
        """Read a day, also one told from publication («دیروز») or from the date before («روز بعد», "اليوم نفسه")."""
        readings = (super().day(index), self._relative_day(index), self._stepped_day(index))
        found = [read for read in readings if read is not None]
        return max(found, key=lambda read: read[1], default=None)

    def _relative_day(self, index: int) -> Found[Day] | None:
        found = self.words.at(self.pieces, index, "days", exact=self.words.language == "fa")
        if not found:
            return None
        shift, end = found
        if shift == 0 and self._is_not_today(index, end):
            return None
        begin = end + 1 if self.key(end) in {"(", "،", ","} else end
        named = super().day(begin) if begin == end or self.weekday(begin) else None
        if named and named[0].weekday is not None:
            close = named[1] + 1 if self.key(end) == "(" and self.key(named[1]) == ")" else named[1]
            return (named[0] if named[0].number is not None else Day(shift=shift)), close
        return Day(shift=shift), end

    def _is_not_today(self, index: int, end: int) -> bool:
        """Say whether "today" is another day here: "اليوم العالمي", «جهان امروز»."""
        if self.words.ends(self.pieces, index, "not_today_after"):
            return True
        article = self.words.article
        if not article or not self.key(end).startswith(article):
            return False
        return not (self.has(end, "weekdays") or self.has(end, "days"))

    def _stepped_day(self, index: int) -> Found[Day] | None:
        found = self.words.at(self.pieces, index, "next_days")
        if found:
            return None if self._has_object(found[1]) else (Day(step=found[0]), found[1])
        same = self.skip(index, "same_days")
        return (Day(step=0), same) if same > index else None

    def _has_object(self, index: int) -> bool:
        """Say whether the day is counted from an event: "اليوم التالي للقمة"."""
        to_the = self.words.to_the
        return bool(to_the) and self.key(index).startswith(to_the)

    def weekday_alone(self, index: int, at: int, weekday: int, end: int) -> Found[Day] | None:
        """Read a weekday without a date, unless its name means a city, a prayer or every week."""
        if self.has(end, "not_weekday_before") or any(
            self.words.ends(self.pieces, place, "not_weekday_after") for place in {index, at}
        ):
            return None
        day = Day(weekday=weekday)
        turn = self.shift(end)
        if turn:
            return replace(day, turn=turn[0]), turn[1]
        begin = self.skip(end, "of")
        week = self.week(begin)
        if week and not week[0].same:
            return replace(day, week=week[0].shift), week[1]
        if weekday == self.words.raw.get("city_weekday") and index == at and self._means_city(index):
            return None
        return day, end

    def _means_city(self, index: int) -> bool:
        if self.words.ends(self.pieces, index, "city_cues"):
            return True
        return any(self.text.find(word) >= 0 for word in self.words.city_text)

    # -- cues -----------------------------------------------------------------------------------------------------

    def _is_cued_year(self, index: int) -> bool:
        """Say whether a number at *index* may be a year by what stands around it."""
        value = self.number(index)
        if value is None or len(self.key(index)) != 4:
            return False
        if self.words.ends(self.pieces, index, "not_years"):
            return False
        if self.has(index + 1, "eras"):
            return True
        bracketed = self.key(index - 1) == "(" and self.key(index + 1) in {")", "-", "،", ","}
        if not bracketed and not self.words.ends(self.pieces, index, "year_cues"):
            return False
        after = self.key(index + 1)
        return not (value % 100 == 0 and after[:1].isalpha() and not self.has(index + 1, "after_years"))

    def is_coming(self, first: int, last: int) -> bool:
        """Say whether the clause around ``pieces[first:last]`` tells of what lies ahead («قرار است», "من المقرر")."""
        for step, start in ((-1, first - 1), (1, last)):
            at = start
            while 0 <= at < len(self.pieces) and abs(at - start) <= _FAR and self.key(at) not in _SENTENCE_ENDS:
                if self.has(at, "coming"):
                    return True
                if self.has(at, "done") or (step > 0 and self.has(at, "clause_opens")):
                    break
                at += step
        return False

    def day_named(self, first: int, month: int, day: int, calendar: str) -> int | None:
        """Return the year of a day that goes by its date alone: "هجمات 11 سبتمبر"."""
        for name in self.words.raw["named_days"]:
            if (name["calendar"], name["month"], name["day"]) != (calendar, month, day):
                continue
            if any(self.words.follows(self.pieces, first, word) for word in name["after"]):
                return int(name["year"])
        return None


def _follow(first: Time | BareDay, last: Time) -> bool:
    """Say whether two days joined by "and" follow each other and so are one stretch: «سه‌شنبه و چهارشنبه»."""
    if not (isinstance(first, Day) and isinstance(last, Day)) or first.month or last.month:
        return False
    if first.shift is not None and last.shift is not None:
        return last.shift == first.shift + 1
    if first.weekday is None or last.weekday is None:
        return False
    return last.weekday == (first.weekday + 1) % 7
