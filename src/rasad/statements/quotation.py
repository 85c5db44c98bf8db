"""Quotations: the stretches of an article between quotation marks, over as many sentences as they last."""

from __future__ import annotations

import re

from rasad.text.article import Article
from rasad.text.span import Span

_QUOTED = re.compile(
    r"«[^«»\n]{2,1500}»|“[^“”\n]{2,1500}”|„[^„“”\n]{2,1500}[“”]|(?<![\w])\"[^\"\n]{2,1500}\"|‹[^‹›\n]{2,600}›"
)
_MARKS = '«»“”„"‹› \u200c\u00a0.،:؛!؟'


def quotations(article: Article) -> tuple[Span, ...]:
    """Return the quotations of *article*, marks included, in reading order."""
    return tuple(Span(*match.span()) for match in _QUOTED.finditer(article.text))


def trimmed(text: str, span: Span) -> Span:
    """Return *span* without marks, stops and spaces at its ends; *span* itself where nothing else is in it."""
    start, end = span.start, span.end
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _MARKS:
        end -= 1
    return Span(start, end) if start < end else span
