"""Names: wordings of the knowledge base found in an article, with the borders and clitics of its language.

"وللكازاخستانيين", «قزاقستانی‌ها» and «آستانه،» hold a name; «مستقزاقستان» does not.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

import ahocorasick

from rasad.knowledge.compiled import stored_keys, unpack_senses
from rasad.knowledge.keys import NOTHING, READ_IN, spellings
from rasad.lexicons import load
from rasad.mentions.mention import NameMention
from rasad.text.article import Article
from rasad.text.folding import fold_word
from rasad.text.span import Span


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    ids: tuple[str, ...]
    form: str
    forms: tuple[str, ...] = ()


@cache
def automaton(language: str) -> Any:
    """All keys that texts in *language* are searched for; a match's value is the key's length and its senses."""
    built = ahocorasick.Automaton()
    keys, senses = stored_keys(language)
    deque(map(built.add_word, keys, zip(map(len, keys), senses, strict=True)), maxlen=0)
    built.make_automaton()
    return built


def find_names(article: Article) -> tuple[NameMention, ...]:
    """Return the names in *article*, longest first where they overlap, in reading order, furniture included.

    The names of forums, documents and projects often hold those of their parties («نشست سران آسیای میانه و جرمنی»):
    these are found too.

    A wording that may mean several entries gives one mention with all their ids; whom it means is decided by
    ``entities``. Spans hold the article ال and an adjective's ending, but no conjunction or preposition.
    """
    text = article.folded.text
    hits = sorted(_joined(_hits(text, article.base_language)), key=lambda h: (h.start - h.end, h.start))
    taken = bytearray(len(text))
    kept: list[_Hit] = []
    for hit in hits:
        cover = taken[hit.start : hit.end]
        if not any(cover):
            mark = b"\2" if hit.ids and all(i.startswith(_COMPOSED) for i in hit.ids) else b"\1"
            taken[hit.start : hit.end] = mark * (hit.end - hit.start)
            kept.append(hit)
        elif hit.form == "name" and set(cover) == {2} and not any(_same(h, hit) for h in kept):
            taken[hit.start : hit.end] = b"\1" * (hit.end - hit.start)
            kept.append(hit)
    kept.sort(key=lambda h: h.start)
    return tuple(NameMention(_span(article, hit), hit.ids, hit.form, hit.forms) for hit in kept if hit.ids)


def _same(outer: _Hit, inner: _Hit) -> bool:
    """Whether a name inside another names the same or opens it, so that one reading of the words is enough."""
    inside = outer.start <= inner.start and inner.end <= outer.end
    return inside and (outer.start == inner.start or not set(outer.ids).isdisjoint(inner.ids))


def _span(article: Article, hit: _Hit) -> Span:
    """The hit's span in the text, with the tanwin at its end: "إيرانياً"."""
    span = article.folded.span(hit.start, hit.end)
    after = article.text[span.end : span.end + 1]
    return Span(span.start, span.end + 1) if after and after in load("clitics")["ar"]["tanwin"] else span


#: Where one wording names in several ways, the way that is kept, first to last.
_FORMS = ("capital", "name", "official", "adjective", "people", "short", NOTHING)

#: Prefixes of the ids of what is named after its parties.
_COMPOSED = ("forum:", "document:", "project:")

#: A name of so many letters stands out behind any proclitic.
_SOLID = 5

#: Forms that have the article of Arabic where the knowledge base writes it and nowhere else ("مشهد", never "المشهد").
_PROPER = frozenset({"name", "official", "capital", "short"})


def _joined(hits: Iterator[_Hit]) -> Iterator[_Hit]:
    """One hit a stretch of text: what a wording may mean in different ways stands together."""
    found: dict[tuple[int, int], list[_Hit]] = {}
    for hit in hits:
        found.setdefault((hit.start, hit.end), []).append(hit)
    for (start, end), same in found.items():
        same.sort(key=lambda h: _FORMS.index(h.form))
        forms: dict[str, str] = {}
        for hit in same:
            for id_ in hit.ids:
                forms.setdefault(id_, hit.form)
        yield _Hit(start, end, tuple(forms), same[0].form, tuple(forms.values()) if len(same) > 1 else ())


def _hits(text: str, language: str) -> Iterator[_Hit]:
    if language not in READ_IN:
        return
    clitics = load("clitics")[language]
    guards, opens = _guards(language), _not_after(language)
    most_before, most_after = _most(language)
    length_of_text = len(text)
    for last, (length, senses) in automaton(language).iter(text):
        start, end = last + 1 - length, last + 1
        before, after = start, end
        while before > 0 and text[before - 1].isalnum():
            before -= 1
            if start - before > most_before:
                break
        else:
            while after < length_of_text and text[after].isalnum():
                after += 1
                if after - end > most_after:
                    break
            else:
                bare = before == start and after == end
                for sense in unpack_senses(senses):
                    hit = (
                        _Hit(start, end, sense.ids, sense.form) if bare
                        else _with_clitics(text, before, start, end, after, sense.form, sense.ids, clitics)
                    )  # fmt: skip
                    if hit is None or not (
                        sense.definite == (hit.start < start) or (sense.form not in _PROPER and not sense.definite)
                    ):
                        continue
                    if _expected(text, hit, text[start:end], guards, opens):
                        yield hit


@cache
def _most(language: str) -> tuple[int, int]:
    """How many letters the clitics before a name and the endings after it have at most."""
    clitics = load("clitics")[language]
    heads = [len(p) + len(a) for p in clitics["prefixes"] for a in clitics["articles"]]
    endings = ("adjective_endings", "name_endings", "people_endings")
    tails = [len(e) for name in endings for e in clitics.get(name, ())]
    return max(*heads, *map(len, clitics["fused"]), 0), max(tails)


@cache
def _guards(language: str) -> dict[str, frozenset[str]]:
    """Wordings that are names only after certain words: «همتای ترک», never «ترک کرد»."""
    guards: dict[str, frozenset[str]] = {}
    article = load("clitics")["ar"]["articles"][-1]
    for row in load("ordinary")["names_after"].get(language, ()):
        after = frozenset(fold_word(w) for w in row["after"])
        for wording in row["words"]:
            cut = len(article) if language == "ar" and wording.startswith(article) else 0
            guards |= {key[cut:]: after for key in spellings(wording, language)}
    return guards


def _expected(
    text: str, hit: _Hit, key: str, guards: dict[str, frozenset[str]], opens: dict[str, frozenset[str]]
) -> bool:
    """Whether the word before a hit lets it be a name."""
    before, beside = guards.get(key), opens.get(key)
    if before is None and beside is None:
        return True
    words = text[max(0, hit.start - 40) : hit.start].split()
    last = words[-1].strip("«\"'(") if words else ""
    if beside is not None and last in beside:
        return False
    return before is None or last in before or last[1:] in before


@cache
def _not_after(language: str) -> dict[str, frozenset[str]]:
    """Names that go on a name with a word which belongs to the office before it: «رئیس جمهوری قزاقستان»."""
    found: dict[str, frozenset[str]] = {}
    known = automaton(language)
    for row in load("ordinary")["names_not_after"].get(language, ()):
        opens = f"{fold_word(row['opens'])} "
        after = frozenset(fold_word(w) for w in row["after"])
        found |= {key: after for key in known.keys(opens) if key[len(opens) :] in known}
    return found


def _with_clitics(
    text: str, before: int, start: int, end: int, after: int, form: str, ids: tuple[str, ...], clitics: Any
) -> _Hit | None:
    """The hit at [start, end) if what its word holds before and after it are clitics; the article stays inside."""
    head, tail = text[before:start], text[end:after]
    if text[start].isascii() and (head or tail):
        return None
    if head in clitics["weak"] and end - start < _SOLID:
        return None
    if form == "adjective":
        endings = clitics["adjective_endings"]
    elif form == "people":
        endings = clitics.get("people_endings", clitics["adjective_endings"])
    else:
        endings = clitics["name_endings"]
    if tail not in endings:
        return None
    if head in clitics["fused"]:
        return _Hit(before if head == clitics["fused"][0] else before + 1, after, ids, form)
    for article in clitics["articles"]:
        if head.endswith(article) and head[: len(head) - len(article)] in clitics["prefixes"]:
            if tail and form in {"name", "capital"}:
                if not all(len(i) == 3 for i in ids) or form == "capital":
                    return None
                form = "adjective"
            stop = end if form == "people" and len(tail) > 1 else after
            return _Hit(start - len(article), stop, ids, form)
    return None
