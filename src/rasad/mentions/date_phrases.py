"""Wordings of times beyond days, months and years: «سه روز پیش», "الربع الأول من 2026", «از ۱۰ تا ۱۲ خرداد».

:class:`Phrases` reads them into the values below, as worded; ``reckoning`` turns them into days.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from rasad.text.date_grammar import Day, Found, Grammar, Month, Year

_SENTENCE_ENDS = frozenset(".!?؟\n;؛")
_DASHES = frozenset("-–—~")
_FAR = 12


@dataclass(frozen=True, slots=True)
class Week:
    """A week, ``shift`` weeks from that of publication, or the ``same`` as the one named before."""

    shift: int = 0
    same: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a month or year: begin, early, mid, late, end; half, quarter, first or last months by ``number``."""

    kind: str
    of: Month | Year
    number: int = 0


@dataclass(frozen=True, slots=True)
class Season:
    """A season of a year, or the last, this or next one (``turn``)."""

    name: str
    year: Year | None = None
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years from ``first``."""

    first: int
    calendar: str


@dataclass(frozen=True, slots=True)
class Apart:
    """A point some units away, before (``sign`` -1) or after publication, or the date named ``before``."""

    count: int
    unit: str
    sign: int
    from_before: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """The units that end (``sign`` -1) or begin (1) with publication: «پنج سال گذشته», "الأيام العشرة المقبلة"."""

    count: int
    unit: str
    sign: int


@dataclass(frozen=True, slots=True)
class BareDay:
    """The number of a day whose month comes later: «از 27 تا 28 نوامبر»."""

    number: int


@dataclass(frozen=True, slots=True)
class Before:
    """Whatever date was named before: «از آن پس»."""


@dataclass(frozen=True, slots=True)
class Range:
    """From one time to another."""

    first: Time | BareDay
    last: Time


@dataclass(frozen=True, slots=True)
class Since:
    """From a time on."""

    time: Time | Before


@dataclass(frozen=True, slots=True)
class Until:
    """To the end of a time."""

    time: Month | Year


Time = Day | Month | Year | Week | Part | Season | Decade | Apart | Stretch
Node = Time | Range | Since | Until


class Phrases(Grammar):
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

    def expression(self, index: int) -> Found[Node] | None:
        """Read the longest wording of a time that begins at *index*."""
        found: list[Found[Node]] = [
            read
            for read in (self.range(index), self.until(index), self.since(index), self.time(index))
            if read is not None
        ]
        return max(found, key=lambda read: read[1], default=None)

    def time(self, index: int, *, bare: bool = False) -> Found[Time] | None:
        """Read one time, not a range; a *bare* number may be a year even without a cue before it."""
        bare = bare or self._is_cued_year(index)
        readings: Iterator[Found[Time] | None] = iter(
            (
                self.day(index), self.part(index), self.season(index), self.decade(index), self.apart(index),
                self.stretch(index), self.week(index), self.month(index, cued=False), self.year(index, bare=bare),
            )
        )  # fmt: skip
        found = [read for read in readings if read is not None]
        return max(found, key=lambda read: read[1], default=None)

    # -- ranges ---------------------------------------------------------------------------------------------------

    def range(self, index: int) -> Found[Node] | None:
        """Read "from … to …", "between … and …", "… to …", «27 و 28 نوامبر»."""
        best: Found[Node] | None = None
        for lead, link in (("from", "to"), ("between", "and"), (None, "to"), (None, "dash"), (None, "and")):
            begin = self.skip(index, lead) if lead else index
            if lead and begin == index:
                continue
            found = self._range_from(begin, link, led=lead is not None)
            if found and (best is None or found[1] > best[1]):
                best = found
        return best

    def _range_from(self, begin: int, link: str, *, led: bool) -> Found[Node] | None:
        start = self.skip(begin, "day_word") if not self.has(begin, "days") else begin
        years = self.skip(begin, "years_word")
        for first, end in self._beginnings(start, years if years > begin else None, led=led):
            after = self._link(end, link)
            if after is None:
                continue
            last = self._ending(first, after, led=led or years > begin)
            listed = link == "and" and not (led or years > begin or isinstance(first, BareDay))
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

    # -- parts ----------------------------------------------------------------------------------------------------

    def part(self, index: int) -> Found[Part] | None:
        """Read a part of a month or year."""
        for table in ("halves", "quarters"):
            named = self.words.at(self.pieces, index, table)
            if named:
                kind = "half" if table == "halves" else "quarter"
                target = self._target(named[1])
                if target and (kind == "half" or isinstance(target[0], Year)):
                    return Part(kind, target[0], named[0]), target[1]
                if kind == "quarter":
                    return Part(kind, Year(shift=0), named[0]), named[1]
        counted = self._counted_months(index)
        if counted:
            return counted
        for kind in ("begin", "early", "mid", "late", "end"):
            end = self.skip(index, kind)
            if end > index:
                target = self._target(end)
                if target:
                    return Part(kind, target[0]), target[1]
        return None

    def _target(self, index: int) -> Found[Month | Year] | None:
        """The month or year of a part, with "of" or without; the bare word means this one."""
        for begin in dict.fromkeys((self.skip(index, "part_links"), index)):
            month = self.month(begin, cued=True)
            year = self.year(begin, bare=True, alone=True)
            found = max((f for f in (month, year) if f is not None), key=lambda f: f[1], default=None)
            if found:
                return found
            end = self.skip(begin, "month_word")
            if end > begin:
                return Month(shift=0), end
        return None

    def _counted_months(self, index: int) -> Found[Part] | None:
        """«۹ ماه اول سال 2024», "الأشهر التسعة الأولى من العام", "أول تسعة أشهر من"."""
        lead = self.skip(index, "lead_first")
        first = lead > index
        before = self.skip(lead, "counted_months") if not first else lead
        count = self.count(before if before > lead else lead)
        if count is None or not 1 <= count[0] <= 12:
            return None
        after = count[1] if before > lead else self.skip(count[1], "counted_months")
        if before == lead and after == count[1]:
            return None
        end, kind = after, "first"
        if not first:
            end = self.skip(after, "first_ones")
            if end == after:
                end, kind = self.skip(after, "last_ones"), "last"
            if end == after:
                kind = "first"
        target = self._target(end)
        if end == after and not first and not self._is_numbered(target) and not self.has(after - 1, "spanned_months"):
            return None
        if target and isinstance(target[0], Year):
            return Part(kind, target[0], count[0]), target[1]
        return (Part(kind, Year(shift=0), count[0]), end) if kind == "first" and end > after else None

    @staticmethod
    def _is_numbered(target: Found[Month | Year] | None) -> bool:
        return target is not None and isinstance(target[0], Year) and target[0].value is not None

    def season(self, index: int) -> Found[Season] | None:
        """Read a season with its year, or with last, this or next."""
        begin = self.skip(index, "season_word")
        named = self.words.at(self.pieces, begin, "seasons")
        if not named:
            return None
        for at in dict.fromkeys((named[1], self.skip(named[1], "of"))):
            year = self.year(at, bare=True)
            if year:
                return Season(named[0], year[0]), year[1]
        turn = self.words.at(self.pieces, named[1], "shifts")
        return (Season(named[0], turn=turn[0]), turn[1]) if turn else None

    def decade(self, index: int) -> Found[Decade] | None:
        """«دهه ۱۹۹۰», «دهه نود میلادی», "تسعينيات القرن الماضي"."""
        named = self.words.at(self.pieces, index, "decade_names")
        if named:
            return Decade(1900 + named[0], "gregorian"), self.skip(named[1], "decade_tail")
        begin = self.skip(index, "decade_word")
        if begin == index:
            return None
        value = self.number(begin)
        worded = self.words.at(self.pieces, begin, "decades")
        end = begin + 1 if value is not None else worded[1] if worded else begin
        value = value if value is not None else worded[0] if worded else None
        if value is None or value % 10:
            return None
        era, end = self.era(end)
        if value < 100:
            calendar = era or self.words.raw["decade_calendar"]
            return Decade((1300 if calendar == "solar" else 1900) + value, calendar), end
        calendar = era or self.plausible(value)
        return (Decade(value, calendar), end) if calendar else None

    def week(self, index: int) -> Found[Week] | None:
        """«هفته گذشته», "هذا الأسبوع", «همان هفته»."""
        for table, week in (("this", Week(0)), ("same", Week(same=True))):
            begin = self.skip(index, table)
            end = self.skip(begin, "week_word")
            if begin > index and end > begin:
                return week, end
        end = self.skip(index, "week_word")
        if end == index:
            return None
        shift = self.words.at(self.pieces, end, "shifts")
        if shift:
            return Week(shift[0]), shift[1]
        same = self.skip(end, "same_after")
        return (Week(same=True), same) if same > end else None

    # -- counted units --------------------------------------------------------------------------------------------

    def count(self, index: int) -> Found[int] | None:
        """Read a number below a hundred, in digits or words, with an article or without."""
        value = self.number(index)
        if value is not None:
            return (value, index + 1) if 0 < value < 1000 else None
        first = self._cardinal(index)
        if first is None:
            return None
        number, end = first
        if self.words.language == "ar":
            ten = self.words.at(self.pieces, end, "cardinals", exact=True)
            if ten and ten[0] == 10 and number < 10:
                return number + 10, ten[1]
            tens = self.words.at(self.pieces, end, "cardinals")
            if tens and tens[0] >= 20 and number < 10 and self.has(end, "cardinals") and not ten:
                return number + tens[0], tens[1]
            return first
        joined = self.skip(end, "and")
        unit = self.words.at(self.pieces, joined, "cardinals", exact=True) if joined > end else None
        return (number + unit[0], unit[1]) if unit and number >= 20 and unit[0] < 10 else first

    def _cardinal(self, index: int) -> Found[int] | None:
        for table in ("teens", "cardinals"):
            found = self.words.at(self.pieces, index, table) or self.words.definite(self.pieces, index, table)
            ten = self.words.at(self.pieces, found[1], "cardinals", exact=True) if found else None
            if found and (table == "cardinals" or (ten and ten[0] == 10)):
                return found
        return None

    def unit(self, index: int) -> Found[tuple[int, str]] | None:
        """Read a count with its unit, in either order, a dual, or one unit without a number."""
        hedged = self.skip(index, "count_hedges")
        dual = self.words.at(self.pieces, hedged, "duals")
        if dual:
            return (2, dual[0]), dual[1]
        count = self.count(hedged)
        if count:
            named = self.words.at(self.pieces, count[1], "units")
            return ((count[0], named[0]), named[1]) if named else None
        named = self.words.at(self.pieces, hedged, "units")
        if named:
            after = self.count(named[1])
            if after and self.number(named[1]) is None:
                return (after[0], named[0]), after[1]
        return None

    def apart(self, index: int) -> Found[Apart] | None:
        """«سه روز پیش», "قبل ثلاثة أيام", «دو ماه بعد»."""
        for table, sign in (("lead_ago", -1), ("lead_later", 1)):
            begin = self.skip(index, table)
            if begin > index:
                read = self.unit(begin) or self._single(begin)
                return self._apart_led(*read, sign) if read else None
        read = self.unit(index)
        if read is None:
            return None
        (count, unit), end = read
        before = self.skip(end, "before_it")
        if before > end:
            return Apart(count, unit, -1, from_before=True), before
        ago = self.skip(end, "ago")
        if ago > end:
            it = self.skip(ago, "ago_it")
            return (Apart(count, unit, -1), it) if it > ago or not self.has(ago, "not_ago") else None
        later = self.skip(end, "later")
        if later > end and not self.has(later, "not_ago"):
            return Apart(count, unit, 1, from_before=True), later
        return None

    def _apart_led(self, read: tuple[int, str], end: int, sign: int) -> Found[Apart] | None:
        count, unit = read
        now = self.skip(end, "ago_it")
        if now > end:
            return Apart(count, unit, sign), now
        it = self.skip(end, "after_it")
        if it > end:
            return Apart(count, unit, sign, from_before=True), it
        if self.has(end, "not_ago"):
            return None
        return Apart(count, unit, sign, from_before=sign > 0), end

    def _single(self, index: int) -> Found[tuple[int, str]] | None:
        named = self.words.at(self.pieces, self.skip(index, "count_hedges"), "singles")
        return ((1, named[0]), named[1]) if named and self.number(named[1]) is None else None

    def stretch(self, index: int) -> Found[Stretch] | None:
        """«۵ سال گذشته», "السنوات الخمس الماضية", "خلال الأيام العشرة المقبلة"."""
        within = self.skip(index, "lead_within")
        begin = within if within > index else self.skip(index, "lead_in")
        decade = self.skip(begin, "decade_span")
        read = ((1, "decade"), decade) if decade > begin else self.unit(begin)
        if read is None:
            return None
        (count, unit), end = read
        for table, sign in (("in_past", -1), ("in_future", 1)):
            after = self.skip(end, table)
            if after > end:
                return Stretch(count, unit, sign), after
        return (Stretch(count, unit, 1), end) if within > index else None

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
        turn = self.words.at(self.pieces, end, "shifts")
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
