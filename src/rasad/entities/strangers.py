"""People whom the knowledge base does not know: found beside a title or office, named by transliteration.

«نورالدین عزیزی، سرپرست وزارت صنعت و تجارت» is person:noruddin-azizi in every article that spells him so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from rasad.lexicons import load, table
from rasad.spelling.romanise import romanise, slug
from rasad.text.folding import fold_word
from rasad.text.words import Word

_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Stranger:
    """Words ``[first, last)`` that name somebody unknown; ``slug`` is the same wherever the name is spelt alike.

    ``private`` says that the person is named with an occupation or as a speaker, and holds no office of a state.
    """

    first: int
    last: int
    name: str
    slug: str
    private: bool = False


def find_strangers(
    words: Sequence[Word],
    offices: Sequence[tuple[int, int]],
    names: Sequence[tuple[int, int]],
    honorifics: Set[str],
    occupations: Set[str] = frozenset(),
) -> Iterator[Stranger]:
    """Yield the unknown people of one sentence, in reading order.

    Args:
        offices: the words that office wordings cover; a name may stand before one and a comma, or after one.
        names: the words that known names cover; a name may follow the state of an office.
        honorifics: folded titles that stand before names.
        occupations: folded words for what people are («خبرنگار»), which a name stands before or after as it does an
            office.
    """
    working = [(i, i + 1) for i, w in enumerate(words) if w.key in occupations]
    covered = {i for first, last in (*offices, *names) for i in range(first, last)}
    found: dict[int, Stranger] = {}
    ends = {last for _, last in offices}
    after = ends | {last for first, last in names if first in ends}
    for start in sorted(after | {i + 1 for i, w in enumerate(words) if w.key in honorifics}):
        end = start
        while end < len(words) and end - start < _LONGEST and end not in covered and may_name(words[end].key):
            end += 1
        _keep(words, start, end, found, required=1 if start > 0 and words[start - 1].key in honorifics else 2)
    for first, _ in offices:
        if first > 0 and words[first - 1].is_mark:
            end = first - 1
            start = end
            while start > 0 and end - start < _LONGEST and start - 1 not in covered and may_name(words[start - 1].key):
                start -= 1
            _keep(words, start, end, found, required=2)
    for first, _ in offices:
        _keep_named_before(words, first, covered, found)
    official = set(found)
    for first, _ in working:
        _keep_named_before(words, first, covered, found)
    for _, last in working:
        end = last
        while end < len(words) and end - last < _LONGEST and end not in covered and may_name(words[end].key):
            end += 1
        _keep(words, last, end, found, required=2)
    _keep_speaker(words, covered, found)
    for start in found.keys() - official:
        found[start] = replace(found[start], private=True)
    starts = after | {f - 3 for f, _ in offices if f > 2 and words[f - 1].is_mark}
    for start in sorted(starts):
        pair = range(start, start + 2)
        if start < 0 or pair.stop > len(words) or not covered.isdisjoint(pair):
            continue
        if _has_family(words[start].key, words[start + 1].key):
            _keep(words, start, pair.stop, found, required=2)
    yield from (found[k] for k in sorted(found))


def _keep_named_before(words: Sequence[Word], first: int, covered: Set[int], found: dict[int, Stranger]) -> None:
    """Keep a name between a border and a comma before an office, of which one word at least is known to be a name's."""
    if first < 3 or not words[first - 1].is_mark:
        return
    end = first - 1
    start = end
    while start > 0 and end - start < _LONGEST and not words[start - 1].is_mark and start - 1 not in covered:
        start -= 1
    opens = start == 0 or words[start - 1].is_mark
    parts = [w.key for w in words[start:end]]
    plausible = all(len(k) > 1 and k.isalpha() and k not in _never() for k in parts)
    if opens and 2 <= end - start <= 3 and plausible and any(may_name(k) for k in parts):
        _keep(words, start, end, found, required=2)


def _keep_speaker(words: Sequence[Word], covered: Set[int], found: dict[int, Stranger]) -> None:
    """Keep the name before the colon that opens a turn of an interview («ناصر رحیمی: …»)."""
    colon = next((i for i, w in enumerate(words[:4]) if w.key == ":"), None)
    if colon in {2, 3} and covered.isdisjoint(range(colon)) and all(may_name(w.key) for w in words[:colon]):
        _keep(words, 0, colon, found, required=2)


def author(words: Sequence[Word], labels: Set[str]) -> Stranger | None:
    """Return the person whom a byline names («نویسنده: نیما وکیلی»), None where it names a desk or an agency."""
    parts = [i for i, w in enumerate(words) if not w.is_mark and w.key not in labels]
    if not 2 <= len(parts) <= _LONGEST or parts != list(range(parts[0], parts[-1] + 1)):
        return None
    found: dict[int, Stranger] = {}
    keys = [words[i].key for i in parts]
    if all(len(k) > 1 and k.isalpha() and k not in _never() for k in keys) and any(may_name(k) for k in keys):
        _keep(words, parts[0], parts[-1] + 1, found, required=2)
    return next(iter(found.values()), None)


def _keep(words: Sequence[Word], start: int, end: int, found: dict[int, Stranger], *, required: int) -> None:
    if end - start < required or any(s.first < end and start < s.last for s in found.values()):
        return
    parts = [romanise(w.key) for w in words[start:end]]
    name = " ".join(parts)
    found[start] = Stranger(start, end, name, slug(name))


@lru_cache(maxsize=50_000)
def may_name(key: str) -> bool:
    """Whether a word may be part of a person's name: a known name, or one with a family name's ending."""
    if len(key) < 3 or not key.isalpha():
        return False
    if key in _never():
        return False
    if key in table("names/units"):
        return True
    endings = load("names/letters")["endings"]
    return any(key.endswith(fold_word(e)) and len(key) >= len(e) + 3 for e in endings if len(e) > 2)


@cache
def _has_family(first: str, last: str) -> bool:
    """Whether *last* is plainly a family's name, so that *first* may be any first name («أيدار بيكوف»)."""
    if len(first) < 3 or not first.isalpha() or first in _never() or last in _never() or not last.isalpha():
        return False
    families = (fold_word(f) for f in load("names/letters")["families"])
    return any(last.endswith(f) and len(last) >= len(f) + 3 for f in families)


@cache
def _never() -> frozenset[str]:
    return frozenset(fold_word(w) for w in load("names/not_names")["words"])
