"""The lines of a page: its visible text in reading order, cut where a reader sees a new line.

Nothing is chosen here; :mod:`rasad.sources.page` decides which lines are the article. Joiners («می‌گویند») and all
other characters stay; only runs of white space become one space, as a browser shows them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from resiliparse.parse.html.node import NodeType

from rasad.sources.zones import NO_MARKS, Zone, marks_of, unseen


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


_UNSEEN = _set(
    "script style noscript template iframe object embed applet svg math canvas audio video map head title meta link "
    "button select datalist option textarea input dialog progress meter frameset noframes noembed"
)
_INLINE = _set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup tt u var wbr"
)
_APART = _set("p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre figure article section")
_PROSE = _set("p h1 h2 h3 h4 h5 h6 blockquote li dd td pre")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_SPACES = re.compile(r"[ \t\n\r\f]+")
_ENDS = re.compile(r"[.!?؟…؛:]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page.

    ``linked`` counts its characters within links; ``tag`` is its block; ``path`` numbers the blocks that it lies in,
    outer first; ``zones`` are the parts beside the article that it may belong to; ``apart`` says whether an empty line
    goes before it, ``heading`` is 1 for h1, 0 for none.
    """

    text: str
    linked: int
    tag: str
    path: tuple[int, ...] = field(repr=False)
    zones: tuple[Zone, ...]
    apart: bool
    heading: int
    main: bool
    byline: bool

    @property
    def link_share(self) -> float:
        """Which part of the line is links, 0 to 1."""
        return self.linked / max(1, len(self.text))

    @property
    def is_prose(self) -> bool:
        """Say whether it reads like running text: long, and not a link or heading."""
        if self.link_share > 0.4 or self.heading:
            return False
        if self.tag in {"p", "blockquote"}:
            return len(self.text) >= 40
        return len(self.text) >= 160 or (len(self.text) >= 80 and bool(_ENDS.search(self.text)))


@dataclass(slots=True)
class _Place:
    """What holds at one place of the page: inherited by all within an element."""

    tag: str = "body"
    path: tuple[int, ...] = (0,)
    zones: tuple[Zone, ...] = ()
    heading: int = 0
    main: bool = False
    byline: bool = False
    linked: bool = False
    prose: bool = False

    def copy(self) -> _Place:
        return _Place(
            self.tag, self.path, self.zones, self.heading, self.main, self.byline, self.linked, self.prose
        )  # fmt: skip


class _Reader:
    """Collects text until a line ends."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.numbers = 0
        self._pieces: list[str] = []
        self._place: _Place | None = None
        self._linked, self._breaks = 0, 0
        self._byline = self._apart = False

    def text(self, text: str, place: _Place) -> None:
        if place.tag == "pre":
            first, *rest = text.split("\n")
            self._add(first, place)
            for line in rest:
                self.end(apart=False)
                self._add(line, place)
        else:
            self._add(text, place)

    def _add(self, text: str, place: _Place) -> None:
        text = _SPACES.sub(" ", text)
        if not self._pieces or self._pieces[-1].endswith(" "):
            text = text.removeprefix(" ")
        if not text:
            return
        self._place = self._place or place
        self._byline = self._byline or place.byline
        self._linked += len(text) if place.linked else 0
        self._breaks = 0
        self._pieces.append(text)

    def space(self) -> None:
        """Part two neighbours that stand apart on the page without white space between them."""
        if self._pieces and not self._pieces[-1].endswith(" "):
            self._pieces.append(" ")

    def end(self, *, apart: bool) -> None:
        text = "".join(self._pieces).strip()
        if text and (at := self._place) is not None:
            linked = min(self._linked, len(text))
            self.lines.append(
                Line(text, linked, at.tag, at.path, at.zones, self._apart, at.heading, at.main, self._byline)
            )
            self._apart = False
        self._pieces, self._linked, self._place, self._byline = [], 0, None, False
        self._apart = self._apart or apart

    def line_break(self) -> None:
        self.end(apart=self._breaks > 0)
        self._breaks += 1


def lines_of(body: Any) -> list[Line]:
    """Return the lines of the element *body* (resiliparse's) in reading order; takes time in proportion to its size."""
    reader, place = _Reader(), _Place()
    way: list[tuple[Any, _Place, bool]] = []
    node = body.first_child
    while node is not None or way:
        if node is None:
            node, outer, block = way.pop()
            _leave(reader, node, place, outer, block)
            place, node = outer, node.next_sibling
            continue
        kind = node.type
        if kind == NodeType.TEXT:
            reader.text(node.value or "", place)
        elif kind == NodeType.ELEMENT:
            tag = node.tag
            if tag == "br":
                reader.line_break()
            elif tag == "hr":
                reader.end(apart=True)
            elif tag not in _UNSEEN and not unseen(node):
                block = tag not in _INLINE and (tag != "time" or not place.prose)
                way.append((node, place, block))
                place = _enter(reader, node, tag, place, block)
                node = node.first_child
                continue
        node = node.next_sibling
    reader.end(apart=False)
    return reader.lines


def _enter(reader: _Reader, node: Any, tag: str, outer: _Place, block: bool) -> _Place:
    marks = marks_of(node, tag, block=block)
    if not block and tag != "a" and marks == NO_MARKS:
        return outer
    place = outer.copy()
    place.main = outer.main or marks.main
    place.byline = outer.byline or marks.byline
    place.linked = outer.linked or tag == "a"
    if block:
        reader.end(apart=tag in _APART)
        reader.numbers += 1
        place.tag = tag
        place.path = (*outer.path, reader.numbers)
        place.heading = _HEADINGS.get(tag, outer.heading)
        place.prose = outer.prose or tag in _PROSE
    if marks.zone is not None:
        reader.numbers += 1
        place.zones = (*outer.zones, Zone(reader.numbers, marks.zone))
    return place


def _leave(reader: _Reader, node: Any, inner: _Place, outer: _Place, block: bool) -> None:
    if block:
        reader.end(apart=inner.tag in _APART)
    elif not outer.prose:
        following = node.next_sibling
        if following is not None and following.type == NodeType.ELEMENT:
            reader.space()
