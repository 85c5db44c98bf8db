"""Dates that no calendar has, and two calendars side by side that do not name one day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rasad.checks.check import Check
from rasad.mentions.mention import DateMention
from rasad.text.article import Article

_BESIDE = 24


def wrong_dates(article: Article, dates: Sequence[DateMention]) -> Iterator[Check]:
    """Yield a check for each impossible date, and for each pair such as «۳ جولای ۲۰۲۵ برابر با ۱۲ جوزای ۱۴۰۴»."""
    for mention in dates:
        if mention.impossible:
            wording = mention.span.of(article.text)
            yield Check("wrong-date", mention.span, wording, None, f"No calendar has the day that {wording!r} words.")
    days = [d for d in dates if d.first is not None and d.precision == "day" and d.kind == "absolute"]
    for first, second in zip(days, days[1:], strict=False):
        if first.calendar == second.calendar or not 0 <= second.span.start - first.span.end <= _BESIDE:
            continue
        if "\n" in article.text[first.span.end : second.span.start]:
            continue
        assert first.first is not None and second.first is not None  # noqa: S101 - filtered above
        apart = abs((first.first - second.first).days)
        slack = 2 if "islamic" in {first.calendar, second.calendar} or "lunar" in {first.calendar, second.calendar} else 0
        if apart > slack:
            yield Check(
                "wrong-date", first.span.to(second.span), second.span.of(article.text), first.first.isoformat(),
                f"The two dates stand for one day, yet lie {apart} days apart: {first.first} and {second.first}.",
            )  # fmt: skip
