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
#: How many words may part «ترجمه» from the language that it names.
_NEAR = 5


def translated_from(text: str, folded: Folded, lines: Sequence[Line], language: str) -> str | None:
    """Return the BCP 47 tag of the language that the text says it was translated from, None where it does not say.

    Args:
        language: the text's own language; a source in it shows no translation.
    """
    own = language.split("-")[0]
    for line in [*lines[:8], *lines[-6:]]:
        for tag in (_named(line), _linked(text, line)):
            if tag is not None and tag != own:
                return tag
    return None


def _named(line: Line) -> str | None:
    """Return the language of «ترجمه شده از زبان روسی» or "مترجم عن الإنجليزية"."""
    if not line.is_short:
        return None
    cues, names = _words()
    words = _WORD.findall(line.key)
    for index, word in enumerate(words):
        if word in cues:
            for near in words[index + 1 : index + 1 + _NEAR]:
                if near in names:
                    return names[near]
    return None


def _linked(text: str, line: Line) -> str | None:
    """Return the language of the site that a credit links to, by its country's domain or the words of its address."""
    if not line.is_short or not line.has("credit"):
        return None
    match = _LINK.search(line.span.of(text))
    if match is None:
        return None
    host = (match.group(1) or match.group(3)).lower().rstrip(".")
    by_domain: str | None = load("language/sources")["domains"].get(host.rsplit(".", 1)[-1])
    if by_domain:
        return by_domain
    path = (match.group(2) or match.group(4) or "").lower()
    small = set(load("language/sources")["english"])
    return "en" if sum(word in small for word in re.split(r"[^a-z]+", path)) >= 2 else None


@cache
def _words() -> tuple[frozenset[str], dict[str, str]]:
    data = load("language/sources")
    names = {fold_word(name): tag for tag, wordings in data["names"].items() for name in wordings}
    return frozenset(fold_word(w) for w in data["cues"]), names
