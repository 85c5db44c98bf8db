"""Sentences of an article: «م. رحیمی گفت: «بله.» سپس رفت.» is two, and a line end always ends one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rasad.text.span import Span

_STOP = re.compile(r"(?:[!?؟…]|\.(?![0-9A-Za-z۰-۹٠-٩]))[!?؟….]*[»”\"'’)\]]*|\n")


def split_sentences(text: str, furniture: Iterable[Span], title: Span | None) -> tuple[Span, ...]:
    """Return the sentences of *text* outside *furniture*, in reading order."""
    out: list[Span] = []
    start = 0
    taken = [s for s in furniture]
    for match in [*_STOP.finditer(text), None]:
        end = len(text) if match is None else match.end()
        left, right = start, end
        while left < right and text[left] in " \n\r\t\u200c•\u00a0":
            left += 1
        while right > left and text[right - 1].isspace():
            right -= 1
        if left < right and not any(s.meets(Span(left, right)) for s in taken):
            out.append(Span(left, right))
        start = end
    return tuple(out)
