"""Page furniture: paths of pages, counters, share rows, credits, lists of related links; marked, never removed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from rasad.lexicons import load
from rasad.text.article import Furniture
from rasad.text.folding import Folded, fold_word
from rasad.text.lines import BLANK, DATE, OTHER, TIME, Line, Piece
from rasad.text.span import Span
from rasad.text.title import first_prose, is_letterhead, is_path, is_prose, is_rubric

#: Kinds whose pieces are article text where they stand alone among paragraphs: "بحث" may be a heading there.
_EDGE_ONLY = frozenset({"menu", "credit", "comments"})
#: A line of a list of related links has no more characters than this.
_LINK = 140
_NOT_FURNITURE = frozenset({DATE, TIME, OTHER})
_NUMBER = re.compile(r"[\d\s.,/%|()\-]+\Z")
_WORD = re.compile(r"[^\W\d_]+")
_TAIL = re.compile(r"[^\n]{1,40}\Z")
_CREDIT = re.compile(r"[(\[] ?([^()\[\]\n:]{2,24}?) ?: ?[^()\[\]\n]{1,60}[)\]] ?\|?(?=\s*(?:\n|\Z))")
#: Marks that belong to the furniture that they stand beside.
_OPENING, _CLOSING = "([|-–—/•·«\"'#*🔊📤📷🖨", ")]|!؟?.*»\"'+-–—/:…#"


def find_furniture(text: str, folded: Folded, lines: Sequence[Line], title: Span | None) -> tuple[Furniture, ...]:
    """Return the parts of *text* that are page furniture, in reading order, disjoint from each other and the title.

    Above the headline all but kickers and dates is furniture. Anywhere, lines that known phrases alone make up are;
    at head and foot also parts of lines, and at the foot what follows the first furniture.
    """
    head = next((i for i, line in enumerate(lines) if title and line.span.covers(title)), -1)
    body = first_prose(lines)
    foot = next((i + 1 for i in range(len(lines) - 1, -1, -1) if is_prose(lines[i])), len(lines))
    found: list[Furniture] = []
    in_list = in_foot = False
    for index, line in enumerate(lines):
        if index < head:
            found.extend(_above(text, line))
            continue
        if in_list:
            if _is_link(line):
                found.append(Furniture(line.span, "read-more"))
                continue
            in_list = False
        edge = index >= foot or head < index < body
        pieces = _pieces(text, line, title, edge=edge)
        if index > head and not pieces and edge:
            pieces = _by_place(line, after_furniture=in_foot and index >= foot)
        found.extend(pieces)
        in_foot = in_foot or (index >= foot and bool(pieces))
        in_list = bool(line.pieces) and line.pieces[-1].kind == "read-more" and _is_bare(line)
    found.extend(_credits(folded))
    if title and text[title.start - 1 : title.start].strip(BLANK) == "" and head >= 0:
        bullet = Span(lines[head].span.start, title.start) if lines[head].span.start < title.start else None
        if bullet and not any(char.isalnum() for char in bullet.of(text)):
            found.append(Furniture(_with_marks(text, bullet.start, bullet.end, bullet.start, bullet.end), "note"))
    found.extend(_tails(text, lines, foot))
    return _disjoint(found, title)


def _above(text: str, line: Line) -> Iterator[Furniture]:
    """Yield what of a line above the headline is furniture."""
    if not line.is_short:
        return
    if line.has(DATE):
        yield from _parts(text, line)
        return
    words = len(_WORD.findall(line.key))
    kicker = line.key.endswith(":") or (words > 6 and not is_path(line) and not is_letterhead(line) and line.has(OTHER))
    if not kicker:
        yield Furniture(
            line.span, "breadcrumb" if line.has(OTHER) else line.pieces[0].kind if line.pieces else "counter"
        )


def _pieces(text: str, line: Line, title: Span | None, *, edge: bool) -> list[Furniture]:
    """Return the furniture of a line below the headline that its own words give away."""
    if not line.pieces or (title and line.span.meets(title) and not edge and line.pieces[0].span == title):
        return []
    if is_prose(line):
        return []
    if line.is_all(*_NOT_FURNITURE):
        return []
    if not edge and (line.has(OTHER) or line.is_all(*_EDGE_ONLY, *_NOT_FURNITURE)):
        return []
    if any(piece.kind == "credit" and _has_stop(piece.span.of(text)) for piece in line.pieces):
        return []
    return list(_parts(text, line))


def _by_place(line: Line, *, after_furniture: bool) -> list[Furniture]:
    """Return a line that its place makes furniture: numbers at the head, anything short after furniture at the foot."""
    if not line.is_short or line.has(DATE):
        return []
    if _NUMBER.match(line.key) and len(line.key) <= 12:
        return [Furniture(line.span, "counter")]
    if is_rubric(line) and not after_furniture:
        return [Furniture(line.span, "breadcrumb")]
    if after_furniture and len(line.key) <= _LINK:
        return [Furniture(line.span, "menu")]
    return []


def _parts(text: str, line: Line) -> Iterator[Furniture]:
    """Yield the runs of furniture pieces of *line* that breaks set off from the rest, with the marks around them."""
    run: list[Piece] = []
    before = line.span.start
    for index, piece in enumerate([*line.pieces, None]):
        if piece is not None and piece.kind not in _NOT_FURNITURE and _stands_apart(line, index):
            run.append(piece)
            continue
        if run:
            after = line.span.end if piece is None else piece.span.start
            yield Furniture(_with_marks(text, run[0].span.start, run[-1].span.end, before, after), run[0].kind)
            run = []
        if piece is not None:
            before = piece.span.end


def _stands_apart(line: Line, index: int) -> bool:
    """Say whether no word that is not furniture touches the piece at *index* without a break between them."""
    piece = line.pieces[index]
    left = index == 0 or piece.opens or line.pieces[index - 1].kind != OTHER
    right = index + 1 == len(line.pieces) or piece.closes or line.pieces[index + 1].kind != OTHER
    return left and right


def _with_marks(text: str, start: int, end: int, before: int, after: int) -> Span:
    while start > before and (text[start - 1] in _OPENING or text[start - 1] in BLANK or _is_symbol(text[start - 1])):
        start -= 1
    while end < after and (text[end] in _CLOSING or text[end] in BLANK or _is_symbol(text[end])):
        end += 1
    while start < end and text[start] in BLANK:
        start += 1
    while end > start and text[end - 1] in BLANK:
        end -= 1
    return Span(start, end)


def _is_symbol(char: str) -> bool:
    """Say whether *char* is a pictograph such as buttons have."""
    return ord(char) > 0x2190 and not char.isalnum() and not 0xFB50 <= ord(char) <= 0xFEFF


def _is_bare(line: Line) -> bool:
    """Say whether a line that opens a list of links holds nothing but its opening words."""
    return len(_WORD.findall(line.key)) <= 4


def _is_link(line: Line) -> bool:
    return line.is_short and line.span.end - line.span.start <= _LINK and not is_prose(line) and not line.has(DATE)


def _has_stop(wording: str) -> bool:
    return re.search(r"[؟?!]|[^\W\d_]{3}[.] ", wording) is not None


def _credits(folded: Folded) -> Iterator[Furniture]:
    """Yield credits in brackets at a line's end: «(منبع: ریانووستی) |»."""
    labels = _credit_labels()
    for match in _CREDIT.finditer(folded.text):
        if match.group(1).strip() in labels:
            yield Furniture(folded.span(match.start(), match.end()), "credit")


def _tails(text: str, lines: Sequence[Line], foot: int) -> Iterator[Furniture]:
    """Yield what agencies put after the last full stop: «… کرد. انتهای پیام»."""
    if not 0 < foot <= len(lines):
        return
    span = lines[foot - 1].span
    last = text[max(span.start, span.end - 60) : span.end]
    base = span.end - len(last)
    for match in re.finditer(r"[.!؟»”\"/#*]\s*", last):
        rest = last[match.end() :]
        key = " ".join(_WORD.findall(fold_word(rest)))
        if key in _tail_words() and rest:
            yield Furniture(Span(base + match.end(), span.end), "note")
            return


def _disjoint(found: list[Furniture], title: Span | None) -> tuple[Furniture, ...]:
    out: list[Furniture] = []
    for item in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if (out and item.span.start < out[-1].span.end) or (title and item.span.meets(title)):
            continue
        out.append(item)
    return tuple(out)


@cache
def _credit_labels() -> frozenset[str]:
    return frozenset(fold_word(str(w)) for w in load("furniture/labels")["credit"])


@cache
def _tail_words() -> frozenset[str]:
    return frozenset(" ".join(_WORD.findall(fold_word(w))) for w in load("furniture/rubrics")["tails"])
