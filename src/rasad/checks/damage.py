"""Characters lost on the way to us: joiners, letters replaced by marks, spaces between words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rasad.checks.check import Check
from rasad.clauses.persian import is_progressive
from rasad.text.article import Article
from rasad.text.span import Span

_JOINER = "\u200c"
_HOLE = re.compile(r"[\u0600-\u06ff]+[?\ufffd][\u0600-\u06ff]+")
_RUN_ON = re.compile(r"[\u0620-\u064a\u066e-\u06d3]+:[\u0620-\u064a\u066e-\u06d3]+")
_ENOUGH = 3


def lost_joiners(article: Article) -> Iterator[Check]:
    """Yield at most one check: a hole in a word, lost joiners throughout a Persian text, or a lost space."""
    for pattern, what in (
        (_HOLE, "A letter was lost inside this word."),
        (_RUN_ON, "The space after the colon is lost."),
    ):
        hole = next((m for m in pattern.finditer(article.text) if not article.in_furniture(Span(*m.span()))), None)
        if hole is not None and (pattern is _HOLE or article.base_language == "ar"):
            yield Check("lost-characters", Span(*hole.span()), hole.group(), None, what)
            return
    if article.base_language != "fa" or _JOINER in article.text:
        return
    glued = [
        Span(*m.span()) for m in re.finditer(r"[\u0620-\u06d3]{4,}", article.text)
        if is_progressive(m.group()) and not article.in_furniture(Span(*m.span()))
    ]  # fmt: skip
    if len(glued) >= _ENOUGH:
        first = glued[0].of(article.text)
        yield Check(
            "lost-characters", glued[0], first, first[:2] + _JOINER + first[2:],
            f"The joiner inside the word is lost, as in {len(glued)} other words of this text.",
        )  # fmt: skip
