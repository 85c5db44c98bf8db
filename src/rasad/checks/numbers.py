"""Numbers against numbers: a total that is not the sum of its parts, a growth or an anniversary that is miscounted.

«۳۶ کشته و ۱۹ زخمی، در مجموع ۶۵ تن», "من 1.2 إلى 1.5 مليون طن، أي بزيادة 50%". Numbers that may be of different things
are left alone: only what the words tie together is compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from rasad.checks.check import Check
from rasad.lexicons import load
from rasad.mentions.mention import DateMention, Quantity
from rasad.text.article import Article
from rasad.text.folding import fold_word
from rasad.text.span import Span
from rasad.text.words import Word, words_of

#: A total is taken for one only where it lies so near the sum; further off, it counts something else.
_NEAR_SUM = 0.25
#: How far a growth may be off, in points and as a share of the true one, for rounding.
_POINTS, _SHARE = 3.0, 0.15
#: How many words may stand between the later number and its growth, dates aside.
_REACH = 7
_WHOLE = 100
_MOST_PARTS = 4


@cache
def _set(language: str, name: str) -> frozenset[str]:
    return frozenset(fold_word(str(w)) for w in load("sums")[language][name])


@cache
def _phrases(language: str, name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(fold_word(str(w)) for w in words) for words in load("sums")[language][name])


def wrong_numbers(
    article: Article, quantities: Sequence[Quantity], dates: Sequence[DateMention] = ()
) -> Iterator[Check]:
    """Yield the checks of numbers that their own sentence refutes, in reading order."""
    for sentence in article.sentences:
        here = [q for q in quantities if sentence.covers(q.span)]
        if not here:
            continue
        line = _Line(article, words_of(article, sentence), here, [d for d in dates if sentence.covers(d.span)])
        yield from _totals(line)
        yield from _growths(line)
        yield from _parts(line)
        yield from _shares(line)
    yield from _anniversaries(article, dates)


class _Line:
    """One sentence with its words, numbers and dates."""

    def __init__(
        self, article: Article, words: Sequence[Word], quantities: Sequence[Quantity], dates: Sequence[DateMention]
    ) -> None:
        self.language = article.base_language
        self.words, self.dates = words, dates
        self.quantities = [q for q in quantities if not any(d.span.covers(q.number) for d in dates)]

    def before(self, quantity: Quantity, count: int = 1) -> list[str]:
        """The words just before a quantity, nearest last."""
        start = min(quantity.span.start, quantity.number.start)
        return [w.key for w in self.words if w.span.end <= start][-count:]

    def between(self, first: Span, second: Span) -> list[str]:
        """The words between two spans that no date covers, marks left out."""
        return [
            w.key for w in self.words
            if w.span.start >= first.end and w.span.end <= second.start and not w.is_mark
            and not any(d.span.meets(w.span) for d in self.dates)
        ]  # fmt: skip

    def has(self, table: str, keys: Sequence[str]) -> bool:
        """Say whether one of *keys* is in a table of the lexicon."""
        return any(k in _set(self.language, table) for k in keys)


def _totals(line: _Line) -> Iterator[Check]:
    """«۳۶ کشته و ۱۹ زخمی، در مجموع ۶۵ تن»."""
    for index, total in enumerate(line.quantities):
        if not total.unit or total.unit == "percent" or total.qualifier != "exact":
            continue
        lead = line.before(total, 3)
        cue = next((i for i, k in enumerate(lead) if k in _set(line.language, "total")), None)
        if cue is None or line.has("not_total", lead[:cue][-1:]):
            continue
        parts = [q for q in line.quantities[:index] if q.unit == total.unit]
        exact = all(p.qualifier == "exact" and 0 < p.value < total.value for p in parts)
        if not 2 <= len(parts) <= _MOST_PARTS or not exact:
            continue
        gap = line.between(parts[-1].span, total.span)
        if len(gap) > _REACH or line.has("also", gap):
            continue
        made = sum(p.value for p in parts)
        if made != total.value and abs(made - total.value) <= _NEAR_SUM * total.value and not _follows(line, total):
            sums = " and ".join(f"{p.value:,.10g}" for p in parts)
            why = f"{sums} make {made:,.10g}, not {total.value:,.10g}."
            yield Check("wrong-number", total.span, f"{total.value:.10g}", f"{made:.10g}", why)


def _follows(line: _Line, total: Quantity) -> bool:
    """Whether more numbers of the same unit follow: then the total may be of those."""
    return any(q.unit == total.unit and q.span.start > total.span.end for q in line.quantities)


def _growths(line: _Line) -> Iterator[Check]:
    """ "من 1.2 مليون طن إلى 1.5 مليون طن، أي بزيادة 50%"; «با ۵۰ درصد رشد از ۱.۲ به ۱.۵ میلیون تن»."""
    for old, new in pairwise(line.quantities):
        if not (line.has("from", line.before(old)) and line.has("to", line.before(new))):
            continue
        unit = new.unit if old.unit in {new.unit, ""} else None
        if unit in {None, "percent"} or old.value <= 0 or line.between(old.span, new.span)[-1:] != line.before(new):
            continue
        value = old.value if old.unit == unit or not unit else _same_scale(old, new)
        if value is None or len(line.between(old.span, new.span)) > _REACH:
            continue
        growth = _growth_after(line, new) or _growth_before(line, old)
        if growth is None or growth.qualifier not in {"exact", "about"}:
            continue
        true = abs(new.value / value - 1) * 100
        off = abs(true - growth.value)
        ratio = abs(true + _WHOLE - growth.value) if new.value > value else abs(_WHOLE - true - growth.value)
        allowed = max(_POINTS, _SHARE * true)
        if off > allowed and ratio > allowed:
            why = f"From {value:,.10g} to {new.value:,.10g} is a change of {true:.0f} percent, not {growth.value:g}."
            yield Check("wrong-number", growth.span, f"{growth.value:g}%", f"{true:.0f}%", why)


def _same_scale(old: Quantity, new: Quantity) -> float | None:
    """The earlier number where only the later one words the multiplier: «از ۱.۲ به ۱.۵ میلیون تن»."""
    if old.value < _WHOLE * 10 <= new.value:
        scale = 10.0 ** (3 * int((len(f"{new.value:.0f}") - 1) / 3))
        return old.value * scale if 0.1 < old.value * scale / new.value < 10 else None
    return old.value


def _growth_after(line: _Line, new: Quantity) -> Quantity | None:
    growth = next((q for q in line.quantities if q.span.start >= new.span.end), None)
    if growth is None or growth.unit != "percent":
        return None
    gap = line.between(new.span, growth.span)
    if not gap or len(gap) > _REACH or not line.has("growth", gap[-3:]) or not line.has("says_again", gap[-3:]):
        return None
    also = _set(line.language, "also")
    if line.language == "ar":
        joiners = tuple(_set("ar", "clinging"))
        return None if any(k.startswith(joiners) and k not in also for k in gap) else growth
    return None if any(k in also for k in gap) else growth


def _growth_before(line: _Line, old: Quantity) -> Quantity | None:
    growth = next((q for q in reversed(line.quantities) if q.span.end <= old.span.start), None)
    if growth is None or growth.unit != "percent":
        return None
    gap = line.between(growth.span, old.span)
    close = 1 < len(gap) <= _REACH - 1 and gap[0] in _set(line.language, "before_growth")
    return growth if close and not line.has("also", gap) else None


def _parts(line: _Line) -> Iterator[Check]:
    """«از مجموع ۲۰ نماینده ۲۵ تن», "25 من أصل 20": a part that is greater than its whole."""
    keys = [w.key for w in line.words]
    for phrase in _phrases(line.language, "whole"):
        for index in range(len(keys) - len(phrase)):
            if tuple(keys[index : index + len(phrase)]) != phrase:
                continue
            start, end = line.words[index].span.start, line.words[index + len(phrase) - 1].span.end
            whole = next((q for q in line.quantities if q.span.start >= end), None)
            if whole is None or line.between(Span(start, end), whole.number) or whole.qualifier != "exact":
                continue
            part = next((q for q in reversed(line.quantities) if q.span.end <= start), None)
            if part is not None and len(line.between(part.span, Span(start, end))) > 1:
                part = None
            if part is None:
                part = next((q for q in line.quantities if q.span.start >= whole.span.end), None)
                if part is None or len(line.between(whole.span, part.span)) > 1:
                    continue
            same = part.unit == whole.unit and (part.noun == whole.noun or not part.noun or not whole.noun)
            if same and part.unit != "percent" and part.value > whole.value and not _multiplied(part, whole):
                why = f"A part, {part.value:,.10g}, cannot be greater than its whole, {whole.value:,.10g}."
                yield Check("wrong-number", part.span.to(whole.span), f"{part.value:.10g}", None, why)


def _multiplied(part: Quantity, whole: Quantity) -> bool:
    """Whether the whole may have left out the multiplier that its part words: «۲ میلیون از مجموع ۵»."""
    return part.value >= _WHOLE * 10 > whole.value


def _shares(line: _Line) -> Iterator[Check]:
    """«۱۲۰ درصد آرا»: more than all of them."""
    for share in line.quantities:
        if share.unit != "percent" or share.value <= _WHOLE:
            continue
        following = [w.key for w in line.words if w.span.start >= share.span.end][:3]
        while following and following[0] in _set(line.language, "of"):
            following = following[1:]
        if line.has("shares_of", following[:1]):
            why = f"No share of them can be {share.value:g} percent."
            yield Check("wrong-number", share.span, f"{share.value:g}%", None, why)


# -- anniversaries ---------------------------------------------------------------------------------------------


def _anniversaries(article: Article, dates: Sequence[DateMention]) -> Iterator[Check]:
    """«امسال سی‌امین سالگرد … است که در سال ۱۹۸۵ …» in 2022: the years between are another number."""
    if article.published is None:
        return
    language = article.base_language
    year = article.published.day.year
    for sentence in article.sentences:
        keys = [w.key for w in words_of(article, sentence)]
        if not any(k in _set(language, "anniversary") for k in keys):
            continue
        padded = f" {' '.join(keys)} "
        if not any(f" {cue} " in padded for cue in _set(language, "this_year")):
            continue
        begun = {
            d.first.year for d in dates
            if sentence.covers(d.span) and d.kind == "absolute" and d.first is not None and d.first.year < year - 2
        }  # fmt: skip
        ordinal = _ordinal(keys, language)
        if ordinal is None or len(begun) != 1:
            continue
        number, first, last = ordinal
        true = year - next(iter(begun))
        if abs(true - number) > 1:
            words = words_of(article, sentence)
            span = words[first].span.to(words[last - 1].span)
            why = f"From {next(iter(begun))} to {year} it is {true} years, not {number}."
            yield Check("wrong-number", span, str(number), str(true), why)


def _ordinal(keys: Sequence[str], language: str) -> tuple[int, int, int] | None:
    """The ordinal beside the word for an anniversary: its number and where its words stand."""
    at = next(i for i, k in enumerate(keys) if k in _set(language, "anniversary"))
    ordinals = {tuple(fold_word(w).split()): n for w, n in load("sums")[language]["ordinals"].items()}
    for size in (3, 2, 1):
        first = at - size if language == "fa" else at + 1
        if first >= 0 and (number := ordinals.get(tuple(keys[first : first + size]))) is not None:
            return number, min(first, at), max(first + size, at + 1)
    if language == "fa" and at >= 2 and keys[at - 1] in _set(language, "ordinal_tails") and keys[at - 2].isdigit():
        return int(keys[at - 2][:4]), at - 2, at + 1
    return None
