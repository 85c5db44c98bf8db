"""Page furniture: paths of pages, counters, share rows, credits, lists of related links; marked, never removed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rasad.lexicons import load
from rasad.text.article import Furniture
from rasad.text.folding import Folded, fold_word
from rasad.text.lines import BLANK, DATE, OTHER, TIME, Line, Piece
from rasad.text.span import Span
from rasad.text.title import first_prose, is_letterhead, is_path, is_prose, is_rubric

#: Where a line stands: above the headline, between it and the text, in the text, below it.
_ABOVE, _HEAD, _BODY, _FOOT = "above", "head", "body", "foot"
#: Kinds whose pieces are article text where they stand alone among paragraphs: "بحث" may be a heading there.
_EDGE_ONLY = frozenset({"menu", "credit", "comments"})
_TEXT = frozenset({DATE, TIME, OTHER})
#: A link in a list, a row of buttons above the text and a notice below it have no more characters than these.
_LINK, _ROW, _NOTICE = 140, 90, 130
#: An unknown line at the foot has no more words, a counter no more characters.
_FEW_WORDS, _FEW_DIGITS = 9, 12
#: A counter has no more words.
_FEW_COUNTED = 5
#: So many unknown lines at the foot are notes; more are text.
_FEW_LINES = 3
#: Kinds of lines that open a list of links.
_LISTS = frozenset({"read-more", "share"})
#: Lines from the end that may hold an agency's mark of its end.
_MANY = 200
#: Lines from the end that may be notices with a full stop.
_LAST = 6

_NUMBER = re.compile(r"[\d\s.,/%|()\-]+\Z")
_WORD = re.compile(r"[^\W\d_]+")
_STOP_INSIDE = re.compile(r"[؟?!]|[^\W\d_]{3}[.] ")
_AFTER_STOP = re.compile(r"[.!؟»”\"/#*]\s*")
_CREDIT = re.compile(r"[(\[] ?([^()\[\]\n:]{2,24}?) ?: ?[^()\[\]\n]{1,60}[)\]] ?\|?(?= ?(?:\n|\Z))")
#: Marks that belong to the furniture that they stand beside.
_OPENING, _CLOSING = "([|-–—/•·«\"'#*", ")]|!؟?.*»\"'+-–—/:…#"


def find_furniture(text: str, folded: Folded, lines: Sequence[Line], title: Span | None) -> tuple[Furniture, ...]:
    """Return the parts of *text* that are page furniture, in reading order, disjoint from each other and the title.

    Above the headline all but kickers and dates is furniture. Anywhere, lines that known phrases alone make up are;
    at head and foot also parts of lines, and at the foot what follows the first furniture.
    """
    head = next((i for i, line in enumerate(lines) if title and line.span.covers(title)), -1)
    body, foot = first_prose(lines), _foot(lines)
    found = list(_bullet(text, lines, head, title))
    in_list = in_foot = False
    unknown = 0
    listing = 0 < foot < len(lines) and text[lines[foot - 1].span.end - 1] == ":"
    for index, line in enumerate(lines):
        in_list = in_list and _is_link(line)
        if in_list:
            found.append(Furniture(line.span, "read-more"))
            continue
        if index < head:
            found.extend(_above(text, line, lines[head]))
            continue
        place = _FOOT if index >= foot else _HEAD if index < body or (_is_notice(line) and index < body + 2) else _BODY
        parts = _named(text, line, place)
        if place == _FOOT and not parts and (listing or line.key.endswith(":")) and not in_foot:
            listing = True  # what a colon of the text announces is text
            continue
        if place == _FOOT and not in_foot:
            unknown = 0 if parts else unknown + 1
            if unknown == 1 and _strangers(text, lines[index:]) > _FEW_LINES:
                listing = True  # so many lines are a list or a poem
                continue
        if place != _BODY and index != head:
            parts = _placed(text, line, parts, place, after_furniture=in_foot) or parts
        found.extend(parts)
        in_foot = in_foot or (place == _FOOT and bool(parts))
        in_list = bool(line.pieces) and line.pieces[-1].kind in _LISTS and not line.has(OTHER) and _is_bare(line)
    found.extend(_credits(folded))
    found.extend(_tail(text, lines, foot))
    return _disjoint(found, title)


def _foot(lines: Sequence[Line]) -> int:
    """Return the index of the first line below the running text, or the one with an agency's mark of its end."""
    tails = _vocabulary().tails
    rest = 0
    for index in range(len(lines) - 1, max(-1, len(lines) - _MANY), -1):
        if " ".join(_WORD.findall(lines[index].key)) in tails:
            whole = lines[-1].span.end - lines[0].span.start
            return index if rest * 3 < whole else len(lines)
        rest += lines[index].span.end - lines[index].span.start
    for index in range(len(lines) - 1, -1, -1):
        if is_prose(lines[index]) and not (index >= len(lines) - _LAST and _is_notice(lines[index], at_foot=True)):
            return index + 1
    return len(lines)


def _strangers(text: str, lines: Sequence[Line]) -> int:
    """Return how many of *lines*, from the first on, nothing shows to be furniture."""
    count = 0
    for line in lines[: _FEW_LINES + 1]:
        if _named(text, line, _FOOT) or line.has(DATE) or _tells(line.key, _FOOT) or not _count(line.key):
            break
        count += 1
    return count


def _bullet(text: str, lines: Sequence[Line], head: int, title: Span | None) -> Iterator[Furniture]:
    """Yield the bullet that stands before the headline."""
    if title is None or head < 0 or lines[head].span.start >= title.start:
        return
    start = lines[head].span.start
    mark = text[start : title.start].rstrip(BLANK)
    if mark and not any(char.isalnum() for char in mark):
        yield Furniture(Span(start, start + len(mark)), "note")


def _above(text: str, line: Line, headline: Line) -> Iterator[Furniture]:
    """Yield what of a line above the headline is furniture."""
    if not line.is_short:
        return
    if line.has(DATE):
        yield from _parts(text, line)
        return
    named = is_path(line) or is_letterhead(line) or not line.has(OTHER) or line.key.startswith(headline.key)
    if not line.key.endswith(":") and (named or _count(line.key) <= 6):
        yield Furniture(line.span, "breadcrumb" if line.has(OTHER) or not line.pieces else line.pieces[0].kind)


def _named(text: str, line: Line, place: str) -> list[Furniture]:
    """Return what of a line below the headline known phrases and labels show to be furniture."""
    if not line.pieces or line.is_all(*_TEXT) or (is_prose(line) and place == _BODY):
        return []
    if place == _BODY and (line.has(OTHER) or line.is_all(*_EDGE_ONLY, *_TEXT)):
        return []
    if any(piece.kind == "credit" and _STOP_INSIDE.search(piece.span.of(text)) for piece in line.pieces):
        return []
    return [
        part
        for part in _parts(text, line)
        if place == _FOOT or part.kind != "credit" or _opens(part.span.of(text), _vocabulary().photos)
    ]


def _placed(text: str, line: Line, known: list[Furniture], place: str, *, after_furniture: bool) -> list[Furniture]:
    """Return what of a line at head or foot is furniture for where it stands and what stands beside it."""
    if not line.is_short or not any(char.isalnum() for char in line.key):
        return []
    if line.has(DATE):
        return [*known, *_beside_date(text, line, place)]
    if _NUMBER.match(line.key) and len(line.key) <= _FEW_DIGITS:
        return [Furniture(line.span, "counter")]
    kind = known[0].kind if known else "note"
    if place == _HEAD:
        if is_rubric(line) or is_path(line):
            return [Furniture(line.span, "breadcrumb")]
        row = len(line.key) <= _ROW and (known or _tells(line.key, place)) and not _is_author(line.key)
        return [Furniture(line.span, kind)] if row or _is_notice(line) else []
    expected = after_furniture or known or _tells(line.key, place) or _count(line.key) <= _FEW_WORDS
    if expected and len(line.key) <= _LINK and (known or not _ends_with_verb(line)):
        return [Furniture(line.span, kind)]
    return []


def _beside_date(text: str, line: Line, place: str) -> Iterator[Furniture]:
    """Yield unknown pieces that share a line with a date and are no part of it: buttons, minutes to read."""
    dated = False
    for piece in line.pieces:
        if piece.kind == OTHER and piece.opens and piece.closes:
            wording = piece.span.of(text)
            if _tells(wording, place) or (dated and _count(wording) > 2 and not _is_author(wording)):
                yield Furniture(_with_marks(text, piece.span, line.span), "note")
        dated = dated or piece.kind == DATE


def _parts(text: str, line: Line) -> Iterator[Furniture]:
    """Yield the runs of furniture pieces of *line* that breaks set off from the rest, with the marks around them."""
    run: list[Piece] = []
    before = line.span.start
    for index, piece in enumerate(line.pieces):
        if piece.kind not in _TEXT and _stands_apart(line, index):
            run.append(piece)
            continue
        if run:
            room = Span(before, piece.span.start)
            yield Furniture(_with_marks(text, run[0].span.to(run[-1].span), room), run[0].kind)
            run = []
        before = piece.span.end
    if run:
        yield Furniture(_with_marks(text, run[0].span.to(run[-1].span), Span(before, line.span.end)), run[0].kind)


def _stands_apart(line: Line, index: int) -> bool:
    """Say whether no word that is not furniture touches the piece at *index* without a break between them."""
    piece = line.pieces[index]
    left = index == 0 or piece.opens or line.pieces[index - 1].kind != OTHER
    right = index + 1 == len(line.pieces) or piece.closes or line.pieces[index + 1].kind != OTHER
    return left and right


def _with_marks(text: str, span: Span, room: Span) -> Span:
    """Return *span* with the marks and pictographs that stand beside it within *room*."""
    start, end = span.start, span.end
    while start > room.start and (text[start - 1] in _OPENING or text[start - 1] in BLANK or _is_sign(text[start - 1])):
        start -= 1
    while end < room.end and (text[end] in _CLOSING or text[end] in BLANK or _is_sign(text[end])):
        end += 1
    while text[start] in BLANK:
        start += 1
    while text[end - 1] in BLANK:
        end -= 1
    return Span(start, end)


def _is_sign(char: str) -> bool:
    """Say whether *char* is a pictograph such as buttons have."""
    return ord(char) > 0x2190 and not char.isalnum() and not 0xFB50 <= ord(char) <= 0xFEFE


def _is_bare(line: Line) -> bool:
    """Say whether a line opens a list: its words are those of one label, with nothing after them."""
    return (
        len(line.pieces) == 1
        and _count(line.key) <= 4
        and (
            line.key.endswith(":")
            or line.pieces[0].kind != "share"
            or " ".join(_WORD.findall(line.key)) in _vocabulary().tags
        )
    )


def _is_link(line: Line) -> bool:
    """Say whether *line* may belong to a list of links."""
    return line.is_short and len(line.key) <= _LINK and not is_prose(line) and not line.has(DATE)


def _is_notice(line: Line, *, at_foot: bool = False) -> bool:
    """Say whether *line* speaks to readers or of rights though it ends as a sentence does."""
    if not line.is_short or len(line.key) > _NOTICE or line.has(DATE):
        return False
    words = set(_WORD.findall(line.key))
    telling = _vocabulary()
    return bool(words & telling.notices) or (at_foot and len(words & telling.at_foot) > 1)


def _tells(wording: str, place: str) -> bool:
    """Say whether a word of *wording* gives furniture away at this *place*."""
    words = set(_WORD.findall(fold_word(wording)))
    telling = _vocabulary()
    if words & telling.anywhere or (place == _FOOT and words & telling.at_foot):
        return True
    return len(words) <= _FEW_COUNTED and any(char.isdigit() for char in wording) and bool(words & telling.counted)


def _ends_with_verb(line: Line) -> bool:
    """Say whether a line ends with a verb, as sentences of the text without a full stop do."""
    words = _WORD.findall(line.key)
    return len(words) > 4 and words[-1] in _vocabulary().verbs


def _is_author(wording: str) -> bool:
    """Say whether a piece names an author: furniture at the foot, part of the article above it."""
    return _opens(wording, _vocabulary().authors)


def _opens(wording: str, openings: frozenset[tuple[str, ...]]) -> bool:
    words = tuple(_WORD.findall(fold_word(wording)))
    return any(words[: len(opening)] == opening for opening in openings)


def _count(wording: str) -> int:
    return len(_WORD.findall(wording))


def _credits(folded: Folded) -> Iterator[Furniture]:
    """Yield credits in brackets at a line's end: «(منبع: ریانووستی) |»."""
    for match in _CREDIT.finditer(folded.text):
        if match.group(1).strip() in _vocabulary().credits:
            yield Furniture(folded.span(match.start(), match.end()), "credit")


def _tail(text: str, lines: Sequence[Line], foot: int) -> Iterator[Furniture]:
    """Yield what agencies put after the last full stop: «… کرد. انتهای پیام»."""
    if foot == 0:
        return
    span = lines[foot - 1].span
    base = max(span.start, span.end - 60)
    for match in _AFTER_STOP.finditer(text, base, span.end):
        rest = Span(match.end(), span.end) if match.end() < span.end else None
        if rest and " ".join(_WORD.findall(fold_word(rest.of(text)))) in _vocabulary().tails:
            yield Furniture(rest, "note")
            return


def _disjoint(found: list[Furniture], title: Span | None) -> tuple[Furniture, ...]:
    out: list[Furniture] = []
    for item in sorted(found, key=lambda f: (f.span.start, -f.span.end, f.kind)):
        if (out and item.span.start < out[-1].span.end) or (title and item.span.meets(title)):
            continue
        out.append(item)
    return tuple(out)


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    anywhere: frozenset[str]
    at_foot: frozenset[str]
    counted: frozenset[str]
    notices: frozenset[str]
    verbs: frozenset[str]
    credits: frozenset[str]
    tails: frozenset[str]
    tags: frozenset[str]
    authors: frozenset[tuple[str, ...]]
    photos: frozenset[tuple[str, ...]]


@cache
def _vocabulary() -> _Vocabulary:
    rubrics, bylines = load("furniture/rubrics"), load("furniture/bylines")

    def cut(wordings: Sequence[str]) -> frozenset[tuple[str, ...]]:
        return frozenset(tuple(_WORD.findall(fold_word(str(w)))) for w in wordings)

    return _Vocabulary(
        anywhere=frozenset(fold_word(str(w)) for w in rubrics["telling"]),
        at_foot=frozenset(fold_word(str(w)) for w in rubrics["telling_at_foot"]),
        counted=frozenset(fold_word(str(w)) for w in rubrics["telling_with_number"]),
        notices=frozenset(fold_word(str(w)) for w in rubrics["notices"]),
        verbs=frozenset(fold_word(w).split()[-1] for w in rubrics["verbs"]),
        credits=frozenset(fold_word(str(w)) for w in load("furniture/labels")["credit"]),
        tails=frozenset(" ".join(words) for words in cut(rubrics["tails"])),
        tags=frozenset(fold_word(str(w)) for w in rubrics["tags"]),
        authors=cut(bylines["labels"]),
        photos=cut(bylines["photos"]),
    )
