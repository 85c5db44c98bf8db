"""The line that says who wrote or sent an article: «خبرنگار: م. صدیقی», "جدة - واس"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rasad.lexicons import load
from rasad.text.folding import Folded, fold_word
from rasad.text.lines import OTHER, Line
from rasad.text.span import Span
from rasad.text.title import first_prose, is_letterhead, is_path, is_rubric

_WORD = re.compile(r"[^\W\d_]+")
_MOST = 5
#: A dateline ends at the first dash or colon within so many characters.
_DATELINE = 60


def find_byline(
    text: str, folded: Folded, lines: Sequence[Line], title: Span | None, *, author: str | None = None
) -> Span | None:
    """Return the span of the author's or the agency's line, None where the text shows none.

    Looked for in this order: a labelled line at head or foot, the declared author, a short line between headline and
    text, the agency of a dateline.
    """
    body = first_prose(lines)
    labels = _labels()
    for line in [*lines[:body][:12], *lines[-8:]]:
        for piece in line.pieces:
            if piece.kind != "credit":
                continue
            words = _WORD.findall(fold_word(piece.span.of(text)))
            if any(tuple(words[: len(label)]) == label for label in labels):
                return piece.span
    head = next((i for i, line in enumerate(lines) if title and line.span.covers(title)), None)
    below = [] if head is None else [line for line in lines[head + 1 : body][:4] if line.is_short]
    named = fold_word(author) if author and len(author) < 80 else ""
    for line in [*below, *lines[-3:]]:
        if named and line.key == named:
            return line.span
    for line in below:
        if line.is_all(OTHER) and len(line.pieces) == 1 and _names_someone(line):
            return line.span
    return _agency(folded, lines[body]) if body < len(lines) else None


def _names_someone(line: Line) -> bool:
    words = _WORD.findall(line.key)
    return (
        2 <= len(words) <= _MOST
        and not line.key.endswith((":", "?", "؟", "!"))
        and not (is_path(line) or is_rubric(line) or is_letterhead(line))
        and not any(char.isdigit() for char in line.key)
        and (len(words) <= 3 or words[0] in _desks())
    )


def _agency(folded: Folded, line: Line) -> Span | None:
    """Return the agency in the dateline that opens *line*: «دوشنبه - ایرنا -», "جدة - واس:"."""
    start = folded.at(line.span.start)
    opening = folded.text[start : start + _DATELINE]
    for match in _WORD.finditer(opening):
        if match.group() in _agencies():
            after = opening[match.end() :].lstrip(' )"')
            before = opening[: match.start()].strip(' ("')
            if after[:1] in {"-", ":", "/"} or (after[:1] in {",", "،"} and before.endswith((",", "،", "-"))):
                return folded.span(start + match.start(), start + match.end())
    return None


@cache
def _labels() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(_WORD.findall(fold_word(w))) for w in load("furniture/bylines")["labels"])


@cache
def _desks() -> frozenset[str]:
    return frozenset(fold_word(w) for w in load("furniture/bylines")["desks"])


@cache
def _agencies() -> frozenset[str]:
    return frozenset(fold_word(w) for w in load("furniture/bylines")["agencies"])
