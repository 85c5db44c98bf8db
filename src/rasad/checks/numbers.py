"""Numbers against numbers: a total that is not the sum of its parts, a growth that its own figures refute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from rasad.checks.check import Check
from rasad.text.phrases import wears
from rasad.lexicons import load
from rasad.mentions.mention import Quantity
from rasad.text.article import Article
from rasad.text.folding import fold_word
from rasad.text.span import Span
from rasad.text.words import words_of

_FAR = 240


@cache
def _cues(language: str, name: str) -> tuple[str, ...]:
    return tuple(fold_word(w) for w in load("sums")[language][name])


def wrong_numbers(article: Article, quantities: Sequence[Quantity]) -> Iterator[Check]:
    """Yield a check for «در مجموع ۶۵ تن» after 36 and 19, and for "بزيادة 50%" from 1.2 to 1.5 million."""
    yield from _totals(article, quantities)
    yield from _growths(article, quantities)


def _cued(article: Article, span: Span, name: str) -> bool:
    """Whether a cue stands in the few words before *span*."""
    before = Span(max(0, span.start - 30), span.start) if span.start else None
    if before is None:
        return False
    language = article.base_language
    return any(wears(w.key, cue, language) for w in words_of(article, before)[-3:] for cue in _cues(language, name))


def _totals(article: Article, quantities: Sequence[Quantity]) -> Iterator[Check]:
    for index, total in enumerate(quantities):
        if not total.unit or total.unit == "percent" or not _cued(article, total.span, "total"):
            continue
        parts = [q for q in quantities[:index] if q.unit == total.unit and total.span.start - q.span.end < _FAR][-2:]
        if len(parts) < 2 or any(p.value >= total.value or p.value <= 0 for p in parts):
            continue
        made = sum(p.value for p in parts)
        if made != total.value and abs(made - total.value) <= 0.25 * total.value:
            yield Check(
                "wrong-number", total.span, f"{total.value:g}", f"{made:g}",
                f"{parts[0].value:g} and {parts[1].value:g} make {made:g}.",
            )  # fmt: skip


def _growths(article: Article, quantities: Sequence[Quantity]) -> Iterator[Check]:
    for index, growth in enumerate(quantities):
        if growth.unit != "percent" or index < 2 or not _cued(article, growth.span, "growth"):
            continue
        old, new = quantities[index - 2], quantities[index - 1]
        if old.unit != new.unit or old.unit == "percent" or growth.span.start - old.span.end > _FAR or old.value <= 0:
            continue
        sentence = next((s for s in article.sentences if s.covers(growth.span)), None)
        if sentence is None or not sentence.covers(old.span):
            continue
        true = abs(new.value / old.value - 1) * 100
        if abs(true - growth.value) > max(3.0, 0.15 * true):
            yield Check(
                "wrong-number", growth.span, f"{growth.value:g}%", f"{true:.0f}%",
                f"From {old.value:g} to {new.value:g} is a change of {true:.0f} percent.",
            )  # fmt: skip
