"""Parts of months and years, and counted units: «نیمه نخست سال», "الأشهر التسعة الأولى", «سه روز پیش»."""

from __future__ import annotations

from rasad.mentions.times import Apart, Decade, Part, Season, Stretch, Week
from rasad.text.date_grammar import Found, Grammar, Month, Year

#: The tables of words that a count, a count with its unit, and each kind of time may begin with.
COUNT_OPENERS = frozenset({"cardinals", "teens"})
UNIT_OPENERS = COUNT_OPENERS | {"count_hedges", "duals", "units", "singles"}
PART_OPENERS = (
    COUNT_OPENERS
    | {"halves", "quarters", "begin", "early", "mid", "late", "end", "counted_months", "lead_first"}
)  # fmt: skip
SEASON_OPENERS = frozenset({"season_word", "seasons"})
DECADE_OPENERS = frozenset({"decade_names", "decade_word"})
WEEK_OPENERS = frozenset({"this", "same", "week_word"})
APART_OPENERS = UNIT_OPENERS | {"lead_ago", "lead_later"}
STRETCH_OPENERS = UNIT_OPENERS | {"lead_in", "lead_within", "decade_span"}


class CountedTimes(Grammar):
    """Reads parts, seasons, decades, weeks and counted units that begin at a piece."""

    # -- parts ----------------------------------------------------------------------------------------------------

    def part(self, index: int) -> Found[Part] | None:
        """Read a part of a month or year."""
        if not self.opens(index, PART_OPENERS):
            return None
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
        if not self.opens(index, SEASON_OPENERS):
            return None
        begin = self.skip(index, "season_word")
        named = self.words.at(self.pieces, begin, "seasons")
        if not named:
            return None
        for at in dict.fromkeys((named[1], self.skip(named[1], "of"))):
            year = self.year(at, bare=True)
            if year:
                return Season(named[0], year[0]), year[1]
        turn = self.shift(named[1])
        return (Season(named[0], turn=turn[0]), turn[1]) if turn else None

    def decade(self, index: int) -> Found[Decade] | None:
        """«دهه ۱۹۹۰», «دهه نود میلادی», "تسعينيات القرن الماضي"."""
        if not self.opens(index, DECADE_OPENERS):
            return None
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
        if not self.opens(index, WEEK_OPENERS):
            return None
        for table, week in (("this", Week(0)), ("same", Week(same=True))):
            begin = self.skip(index, table)
            end = self.skip(begin, "week_word")
            if begin > index and end > begin:
                return week, end
        end = self.skip(index, "week_word")
        if end == index:
            return None
        shift = self.shift(end)
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
        if not self.opens(index, APART_OPENERS):
            return None
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
        if not self.opens(index, STRETCH_OPENERS):
            return None
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
