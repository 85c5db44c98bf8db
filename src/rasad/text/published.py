"""The publication date that a page shows: «تاریخ انتشار: ۸ آذر ۱۴۰۳ - ۱۰:۱۵», "أستانا (30/10 – 33)".

Only a dateline counts: a line of its own above or below the article, a label, or the head of the first paragraph.
A date in running text is what the article tells of, not when it was published.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from rasad.sources.capture import Declared
from rasad.text.article import Published
from rasad.text.calendars import GREGORIAN, LUNAR, LUNAR_UNCERTAINTY, day_of, in_calendar, month_length
from rasad.text.date_grammar import DAY_OPENERS, MONTH_OPENERS, YEAR_OPENERS, Day, Grammar, Month, Year
from rasad.text.date_words import DateWords, Piece, date_words, pieces_of, span_of
from rasad.text.folding import Folded
from rasad.text.span import Span

#: A line with so many words is running text.
_BODY = 24
#: A line above the text may hold so many other words beside its date, one below it fewer.
_BESIDE_ABOVE, _BESIDE_BELOW = 8, 4
#: Where no mark parts the date from its neighbours, only so many: the name of a place or an agency.
_BESIDE_UNMARKED = 3
#: How far into a paragraph its dateline may begin, in pieces.
_HEAD = 16
_GAP = 5
#: How many lines of a page are looked at from its top and from its end.
_ABOVE, _BELOW = 200, 100
_SEPARATORS = frozenset("|/-:()[]•»«›‹>،,؛.ـ·*–—~")
_AFTER_HEAD = frozenset("-:/()|ـ[«")
_OPENERS = DAY_OPENERS | MONTH_OPENERS | YEAR_OPENERS
_TIME = re.compile(r"(?<![\d:/.])([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])")


@dataclass(frozen=True, slots=True)
class _Time:
    text: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class _Dateline:
    """A date in the place of a dateline: its day, the pieces that it covers, and how much its place is worth."""

    day: date
    calendar: str
    first: int
    last: int
    time: str | None
    rank: int


@dataclass(frozen=True, slots=True)
class _Line:
    first: int
    last: int
    words: int


def find_published(
    text: str, folded: Folded, language: str, declared: Declared, title: Span | None
) -> Published | None:
    """Return when the page says that it was published, else when its source declares so, else None.

    Args:
        text: the article's text as captured; the span returned indexes into it.
        language: a BCP 47 tag.
        declared: what the source says outside the text; its date also gives a dateline the year that it leaves out.
        title: where the title stands; a date inside it is no dateline.
    """
    announced = _declared(declared.published)
    base = language.split("-")[0]
    words = date_words(base)
    if words is None:
        return announced
    page = _Page(folded, pieces_of(folded, base), words, announced, title)
    found = page.dateline()
    if found is None:
        return announced
    first, last = page.pieces[found.first], page.pieces[found.last - 1]
    return Published(
        found.day,
        time=found.time,
        precision="minute" if found.time else "day",
        span=span_of(text, folded, first, last),
        uncertain_days=LUNAR_UNCERTAINTY if found.calendar == LUNAR else 0,
    )


def _declared(wording: str | None) -> Published | None:
    """What markup declares, by ISO 8601 or, as feeds have it, by RFC 5322."""
    if not wording:
        return None
    wording = wording.strip()
    try:
        moment = datetime.fromisoformat(wording)
    except ValueError:
        try:
            moment = parsedate_to_datetime(wording)
        except (ValueError, TypeError, IndexError, OverflowError):
            try:
                return Published(date.fromisoformat(wording[:10]))
            except ValueError:
                return None
    if len(wording) <= 10:
        return Published(moment.date())
    return Published(moment.date(), time=moment.strftime("%H:%M"), precision="minute")


class _Page:
    """One page while its dateline is looked for."""

    def __init__(
        self,
        folded: Folded,
        pieces: Sequence[Piece],
        words: DateWords,
        announced: Published | None,
        title: Span | None,
    ) -> None:
        self.folded, self.pieces, self.words, self.announced = folded, pieces, words, announced
        self.grammar = Grammar(folded.text, pieces, words)
        self.lines = tuple(_lines(pieces))
        self.title = self._title(title)
        self._years: dict[str, date | int | None] = {}

    def _title(self, title: Span | None) -> tuple[int, int] | None:
        if title is None:
            return None
        return self.folded.at(title.start), self.folded.at(title.end)

    def dateline(self) -> _Dateline | None:
        """The best dateline of the page; the first of the best."""
        found = list(self._candidates())
        return max(found, key=lambda d: (d.rank, -d.first)) if found else None

    def _candidates(self) -> Iterator[_Dateline]:
        bodies = [i for i, line in enumerate(self.lines) if line.words >= _BODY]
        first, last = (bodies[0], bodies[-1]) if bodies else (len(self.lines), -1)
        after_title = self._line_of_title()
        for index, line in enumerate(self.lines):
            if _ABOVE < index < len(self.lines) - _BELOW:
                continue
            if index <= first or index >= last or line.words < _BODY:
                labelled = self._labelled(line)
                if labelled:
                    yield labelled
                    continue
            if index < first:
                yield from self._on_line(line, _BESIDE_ABOVE, 60 if index >= after_title else 50)
            elif index > last:
                yield from self._on_line(line, _BESIDE_BELOW, 30)
            if index <= first + 1 and index < len(self.lines):
                yield from self._at_head(line, 40 if index <= first else 20)

    def _line_of_title(self) -> int:
        if self.title is None:
            return 0
        for index, line in enumerate(self.lines):
            if self.pieces[line.last - 1].end > self.title[0]:
                return index
        return 0

    # -- the three places of a dateline ---------------------------------------------------------------------------

    def _labelled(self, line: _Line) -> _Dateline | None:
        """A date after «تاریخ انتشار» or "آخر تحديث", wherever the line stands."""
        for table, rank in (("published_labels", 100), ("updated_labels", 10)):
            for index in range(line.first, min(line.last, line.first + _HEAD)):
                label = self.words.at(self.pieces, index, table)
                if not label:
                    continue
                at = label[1]
                while at < line.last and (self.pieces[at].key in _SEPARATORS or self._is_filler(at)):
                    at += 1
                if at == label[1] and index > line.first and table == "published_labels":
                    continue
                found = self._date_at(at, line)
                before = self._time_before(at, line) if found is None else None
                if before:
                    found = self._date_at(before.last, line)
                if found and not self._in_title(found.first):
                    colon = self.pieces[label[1]].key == ":" if label[1] < line.last else False
                    if colon or at > label[1] or index == line.first:
                        return _with_rank(found, rank)
        return None

    def _is_filler(self, index: int) -> bool:
        return self.words.has(self.pieces, index, "prepositions") or self.words.has(self.pieces, index, "time_words")

    def _on_line(self, line: _Line, beside: int, rank: int) -> Iterator[_Dateline]:
        """A date that stands on a line with little else."""
        index = line.first
        while index < line.last:
            found = self._date_at(index, line)
            if found is None or self._in_title(found.first):
                index += 1
                continue
            others = self._words_outside(line, found)
            limit = beside if self._is_marked(found, line) else self._limit_unmarked(found, line)
            if others <= limit:
                more = 3 if found.time else 0
                yield _with_rank(self._widened(found, line), rank + more + (others == 0))
            index = found.last

    def _at_head(self, line: _Line, rank: int) -> Iterator[_Dateline]:
        """A date among place and agency before the first sentence: «کابل، ۱۲ جوزا ۱۴۰۴ (باختر):»."""
        for index in range(line.first, min(line.last, line.first + _HEAD)):
            found = self._date_at(index, line, partial=True)
            if found is None or self._in_title(found.first):
                continue
            if found.last >= line.last:
                return
            after = self.pieces[found.last].key
            bracketed = found.first > line.first and self.pieces[found.first - 1].key == "("
            closed = self.pieces[found.last - 1].key in ")]"
            running = self._follows_preposition(found.first) and after not in "/:"
            if (after in _AFTER_HEAD or closed or self._agency_follows(found.last, line)) and not (
                running or bracketed
            ):
                yield _with_rank(found, rank)
            return

    def _agency_follows(self, index: int, line: _Line) -> bool:
        """Say whether one word and a mark follow: "12 صفر 1445 هـ واس:", «۱۲ جوزا ۱۴۰۴ باختر -»."""
        after = index + 1
        return after < line.last and self.pieces[after].key in _AFTER_HEAD and self.pieces[index].key.isalpha()

    # -- reading a date -------------------------------------------------------------------------------------------

    def _date_at(self, index: int, line: _Line, *, partial: bool = False) -> _Dateline | None:
        """The date that begins at *index*, with a second calendar's and a time beside it."""
        found = self._day_at(index, line, partial=partial)
        if found is None:
            return None
        day, calendar, last = found
        other = self._day_at(self._past_marks(last, line), line, partial=False)
        if other and abs((other[0] - day).days) <= 2:
            day, calendar = (day, calendar) if calendar != LUNAR else other[:2]
            last = other[2]
        before = self._time_ending(index, line)
        after = self._time_after(last, line)
        time = after or before
        if time is None:
            return _Dateline(day, calendar, index, last, None, 0)
        return _Dateline(day, calendar, min(index, time.first), max(last, time.last), time.text, 0)

    def _day_at(self, index: int, line: _Line, *, partial: bool) -> tuple[date, str, int] | None:
        if not line.first <= index < line.last:
            return None
        read = self.grammar.day(index)
        if read is None:
            return self._bracketed(index, line) if partial else None
        day, end = read
        if end > line.last or day.number is None or day.month is None or day.month.number is None:
            return None
        calendar = day.month.calendar or GREGORIAN
        year = day.month.year
        if year is None and day.month.turn is None and (partial or day.weekday is not None):
            guess = self._year_for(calendar, day.month.number, day.number)
            year = Year(guess, calendar) if guess is not None else None
        if year is None or year.value is None:
            return None
        found = day_of(calendar, year.value, day.month.number, day.number)
        if found is None or year.calendar not in {None, calendar}:
            return None
        return found, calendar, end

    def _bracketed(self, index: int, line: _Line) -> tuple[date, str, int] | None:
        """Day and month in brackets, with what else stands there: "(30/10 – 33)"."""
        keys = [p.key for p in self.pieces[index : min(line.last, index + 10)]]
        if len(keys) < 5 or keys[0] != "(" or keys[2] not in {"/", "."} or ")" not in keys:
            return None
        close = keys.index(")")
        if any(k.isalpha() for k in keys[1:close]) or not (keys[1].isdigit() and keys[3].isdigit()):
            return None
        day, month = int(keys[1][:4]), int(keys[3][:4])
        if not (1 <= month <= 12 and 1 <= day <= (month_length(GREGORIAN, 2024, month) or 0)):
            return None
        year = self._year_for(GREGORIAN, month, day)
        found = day_of(GREGORIAN, year, month, day) if year is not None else None
        return (found, GREGORIAN, index + close + 1) if found else None

    def _year_for(self, calendar: str, month: int, day: int) -> int | None:
        """The year of a dateline that names none: the one nearest to what is declared, else to the last full date."""
        years = self._years_of_text(calendar)
        if self.announced is not None:
            near = self.announced.day
        elif isinstance(years, date):
            near = years
        else:
            return years
        middle = _year_in(calendar, near)
        around = [d for y in (middle - 1, middle, middle + 1) if (d := day_of(calendar, y, month, day))]
        if not around:
            return None
        best = min(around, key=lambda d: (abs((d - near).days), d))
        return _year_in(calendar, best)

    def _years_of_text(self, calendar: str) -> date | int | None:
        """The last day that the text names in full in *calendar*, or the year that it names most, or None."""
        if calendar not in self._years:
            self._years[calendar] = self._read_years(calendar)
        return self._years[calendar]

    def _read_years(self, calendar: str) -> date | int | None:
        latest: date | None = None
        years: Counter[int] = Counter()
        at = 0
        while at < len(self.pieces):
            opens = self.grammar.opens(at, _OPENERS)
            read = (self.grammar.day(at) or self.grammar.month(at) or self.grammar.year(at)) if opens else None
            if read is None:
                at += 1
                continue
            value = read[0]
            month = value.month if isinstance(value, Day) else value if isinstance(value, Month) else None
            year = value if isinstance(value, Year) else month.year if month else None
            if year is not None and year.value is not None and year.calendar == calendar:
                years[year.value] += 1
                if month is not None and month.number is not None:
                    number = value.number if isinstance(value, Day) and value.number else 1
                    found = day_of(calendar, year.value, month.number, number)
                    latest = max(latest, found) if latest and found else found or latest
            at = max(read[1], at + 1)
        if latest is not None:
            return latest
        return max(years, key=lambda y: (years[y], y)) if years else None

    # -- what stands beside it ------------------------------------------------------------------------------------

    def _past_marks(self, index: int, line: _Line) -> int:
        while index < line.last and self.pieces[index].key in _SEPARATORS:
            index += 1
        return index

    def _time_after(self, index: int, line: _Line) -> _Time | None:
        for at in range(index, min(line.last, index + _GAP + 1)):
            time = self._time_at(at, line)
            if time:
                return time
            if not (self.pieces[at].key in _SEPARATORS or self._may_lead_time(at, index)):
                return None
        return None

    def _may_lead_time(self, at: int, start: int) -> bool:
        for table in ("time_words", "updated_labels", "prepositions"):
            for first in range(max(start, at - 3), at + 1):
                found = self.words.at(self.pieces, first, table)
                if found and first <= at < found[1]:
                    return True
        return False

    def _time_ending(self, index: int, line: _Line) -> _Time | None:
        """A time just before a date: "10:15 - 8 آذر 1403"."""
        for at in range(index - 1, max(line.first, index - 9) - 1, -1):
            time = self._time_at(at, line)
            if time and time.last <= index:
                between = self.pieces[time.last : index]
                return time if all(p.key in _SEPARATORS for p in between) else None
        return None

    def _time_before(self, index: int, line: _Line) -> _Time | None:
        """A time that begins at *index*, where a date should be."""
        time = self._time_at(index, line)
        if time is None:
            return None
        return _Time(time.text, time.first, self._past_marks(time.last, line))

    def _time_at(self, index: int, line: _Line) -> _Time | None:
        if index >= len(self.pieces) or not self.pieces[index].key[0].isdigit():
            return None
        match = _TIME.match(self.folded.text, self.pieces[index].start)
        if not match:
            return None
        end = index
        while end < line.last and self.pieces[end].end <= match.end():
            end += 1
        hour = int(match.group(1))
        half = self.words.at(self.pieces, end, "halves_of_day", exact=True)
        if half and half[1] <= line.last and hour <= 12:
            hour = hour % 12 + (12 if half[0] == "pm" else 0)
            end = half[1]
        return _Time(f"{hour:02}:{match.group(2)}", index, end)

    def _is_marked(self, found: _Dateline, line: _Line) -> bool:
        """Say whether marks, line ends or wide gaps part the date from its neighbours on both sides."""
        before, after = found.first - 1, found.last
        left = before < line.first or self.pieces[before].key in _SEPARATORS or self._wide(before)
        left = left or self.pieces[before].key[0].isdigit() or self._ends_label(found.first)
        right = after >= line.last or self.pieces[after].key in _SEPARATORS or self._wide(after - 1)
        return left and right

    def _limit_unmarked(self, found: _Dateline, line: _Line) -> int:
        """How many words may stand beside a date that nothing parts from them; none on the first line, a headline."""
        headline = line is self.lines[0] or self._follows_preposition(found.first)
        return 0 if headline else _BESIDE_UNMARKED

    def _ends_label(self, index: int) -> bool:
        return self.words.ends(self.pieces, index, "published_labels")

    def _wide(self, index: int) -> bool:
        """Say whether more than one space follows a piece in the text as captured (folding makes runs of them one)."""
        offsets = self.folded.offsets
        here, there = self.pieces[index], self.pieces[index + 1]
        return offsets[there.start] - offsets[here.end - 1] > 2

    def _follows_preposition(self, index: int) -> bool:
        return self.words.ends(self.pieces, index, "prepositions")

    def _words_outside(self, line: _Line, found: _Dateline) -> int:
        outside = (*self.pieces[line.first : found.first], *self.pieces[found.last : line.last])
        return sum(p.key[0].isalpha() for p in outside)

    def _widened(self, found: _Dateline, line: _Line) -> _Dateline:
        """The dateline with the place that ends its line, where nothing else stands there: «12:28 کابل»."""
        if found.first == line.first and line.last - found.last == 1 and self.pieces[found.last].key.isalpha():
            return _Dateline(found.day, found.calendar, found.first, line.last, found.time, found.rank)
        return found

    def _in_title(self, index: int) -> bool:
        return self.title is not None and self.title[0] <= self.pieces[index].start < self.title[1]


def _with_rank(found: _Dateline, rank: int) -> _Dateline:
    return _Dateline(found.day, found.calendar, found.first, found.last, found.time, rank)


def _year_in(calendar: str, day: date) -> int:
    at = in_calendar(calendar, day)
    return at[0] if at else day.year


def _lines(pieces: Sequence[Piece]) -> Iterator[_Line]:
    """The lines of a page that hold anything, with how many words each has."""
    first = 0
    for index in range(len(pieces) + 1):
        if index < len(pieces) and pieces[index].key != "\n":
            continue
        if index > first:
            yield _Line(first, index, sum(p.key[0].isalnum() for p in pieces[first:index]))
        first = index + 1
