"""The language that an article was translated from, where the text shows it: «ترجمه از انگلیسی», a foreign link."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from rasad.lexicons import load
from rasad.text.folding import Folded, fold_word
from rasad.text.lines import Line

_LINK = re.compile(
    r"https?://(?:www\.)?([\w.\-]{3,80})(/[^\s]{0,300})?|www\.([\w.\-]{3,80})(/[^\s]{0,300})?", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
#: How many lines at head and foot may say it, and how many words may part «ترجمه» from the language that it names.
_HEAD, _FOOT, _NEAR, _BEFORE = 8, 6, 9, 4


def translated_from(text: str, folded: Folded, lines: Sequence[Line], language: str) -> str | None:
    """Return the BCP 47 tag of the language that the text says it was translated from, None where it does not say.

    Args:
        language: the text's own language; a source in it shows no translation.

    A word of translating and beside it a language, or at head or foot a paper of one; or a credit that links abroad.
    """
    own = language.split("-")[0]
    edges = [line for line in dict.fromkeys([*lines[:_HEAD], *lines[-_FOOT:]]) if line.is_short]
    words = [_WORD.findall(line.key) for line in edges]
    cues, names, outlets = _words()
    near = [
        [*line[i + 1 : i + 1 + _NEAR], *line[max(0, i - _BEFORE) : i]]
        for line in words
        for i, word in enumerate(line)
        if word.startswith(cues)
    ]
    found = [names[word] for line in near for word in line if word in names]
    if near:
        found += [tag for line in words for tag in _outlets_in(line, outlets)]
    found += [tag for line in edges for tag in _linked(text, line)]
    return next((tag for tag in found if tag != own), None)


def _outlets_in(words: list[str], outlets: dict[tuple[str, ...], str]) -> list[str]:
    grams = (tuple(words[i : i + size]) for size in (3, 2, 1) for i in range(len(words) - size + 1))
    return [outlets[gram] for gram in grams if gram in outlets]


def _linked(text: str, line: Line) -> list[str]:
    """Return the language of the site that a credit links to, by its country's domain or the words of its address."""
    if not line.has("credit"):
        return []
    match = _LINK.search(line.span.of(text))
    if match is None:
        return []
    data = load("language/sources")
    host = (match.group(1) or match.group(3)).lower().rstrip(".")
    tag = data["domains"].get(host.rsplit(".", 1)[-1])
    if tag:
        return [str(tag)]
    path = (match.group(2) or match.group(4) or "").lower()
    return ["en"] if sum(word in data["english"] for word in re.split(r"[^a-z]+", path)) >= 2 else []


@cache
def _words() -> tuple[tuple[str, ...], dict[str, str], dict[tuple[str, ...], str]]:
    """Return words of translating, names of languages and of papers, each with a language's tag."""
    data = load("language/sources")
    names = {fold_word(name): str(tag) for tag, wordings in data["names"].items() for name in wordings}
    outlets = {
        tuple(_WORD.findall(fold_word(name))): str(tag)
        for tag, wordings in data["outlets"].items()
        for name in wordings
    }
    return tuple(fold_word(w) for w in data["cues"]), names, outlets
