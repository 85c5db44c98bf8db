"""Words of a folded text: «می گوید», «می‌گوید» and «میگوید» are one word here, "وبحث" is one with its clitics on.

Words are what lexicons are matched against. Each knows where it stands in the folded copy and in the original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rasad.lexicons import load
from rasad.text.folding import Folded, fold_word
from rasad.text.span import Span

if TYPE_CHECKING:
    from rasad.text.article import Article

_WORD = re.compile(r"\d+(?:[.,/:]\d+)*|[^\W\d_]+(?:['.][^\W\d_]+)*\d*|[^\s\w]|_")


@dataclass(frozen=True, slots=True)
class Word:
    """One word or mark.

    ``key`` is its folded form, halves joined; ``start`` and ``end`` are folded offsets, ``span`` original.
    """

    key: str
    start: int
    end: int
    span: Span

    @property
    def is_mark(self) -> bool:
        """Say whether this is punctuation rather than a word or number."""
        return not self.key[0].isalnum()


@cache
def _halves(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[tuple[str, ...]]]:
    halves = load("halves").get(language, {})
    return (
        frozenset(fold_word(h) for h in halves.get("before", ())),
        frozenset(fold_word(h) for h in halves.get("after", ())),
        frozenset(tuple(fold_word(w) for w in triple) for triple in halves.get("triples", ())),
    )


def words_between(folded: Folded, start: int, end: int, language: str) -> tuple[Word, ...]:
    """Return the words of ``folded.text[start:end]``; halves of one word that a space parts are joined.

    Args:
        language: "fa" or "ar"; decides which halves belong to a neighbour (lexicons/halves).
    """
    before, after, triples = _halves(language)
    out: list[Word] = []
    pending: tuple[str, int] | None = None
    for match in _WORD.finditer(folded.text, start, end):
        key, first, last = match.group(), match.start(), match.end()
        if pending is not None:
            if key[0].isalpha() and folded.text[first - 1] == " ":
                key, first = pending[0] + key, pending[1]
            else:
                out.append(_word(folded, pending[0], pending[1], pending[1] + len(pending[0])))
            pending = None
        if key in before:
            pending = (key, first)
            continue
        if key in after and out and out[-1].key[0].isalpha() and folded.text[out[-1].end : first] == " ":
            head = out.pop()
            key, first = head.key + key, head.start
        out.append(_word(folded, key, first, last))
        if len(out) > 2 and (out[-3].key, out[-2].key, key) in triples:
            whole = out[-3].key + out[-2].key + key
            out[-3:] = [_word(folded, whole, out[-3].start, last)]
    if pending is not None:
        out.append(_word(folded, pending[0], pending[1], pending[1] + len(pending[0])))
    return tuple(out)


def _word(folded: Folded, key: str, start: int, end: int) -> Word:
    return Word(key, start, end, folded.span(start, end))


def words_of(article: Article, span: Span) -> tuple[Word, ...]:
    """Return the words of *span* of an article; those of a sentence were read once with the article."""
    known = article.words.get(span)
    if known is not None:
        return known
    folded = article.folded
    return words_between(folded, folded.at(span.start), folded.at(span.end), article.base_language)
