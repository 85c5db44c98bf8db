"""The lines of a page: its visible text in reading order, cut where a reader sees a new line, with what is known of each.

Nothing is chosen here; :mod:`rasad.sources.page` decides which lines are the article. Joiners («می‌گویند») and all other
characters stay; only runs of white space become one space, as a browser shows them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from resiliparse.parse.html.node import NodeType


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


_UNSEEN = _set(
    "script style noscript template iframe object embed applet svg math canvas audio video map head title meta link "
    "button select datalist option textarea input dialog progress meter frameset noframes noembed"
)
_INLINE = _set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q rp rt ruby s samp "
    "small span strike strong sub sup tt u var wbr time"
)
_APART = _set("p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre figure article section hr")
_PROSE = _set("p h1 h2 h3 h4 h5 h6 blockquote li dd td pre")
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BESIDE_TAGS = _set("nav aside footer menu")
_BESIDE_ROLES = _set("navigation complementary contentinfo search banner menu menubar toolbar alert dialog tablist")
_BESIDE_WORDS = _set(
    "nav navbar navigation menu submenu breadcrumb breadcrumbs sidebar footer share sharing sharebar social socials "
    "related relateds relatedposts recommended recommendation recommendations mostread mostviewed popular trending "
    "advert advertisement advertising ads adsbygoogle banner cookie cookies popup modal newsletter subscribe "
    "subscription pagination pager toolbar topbar widget widgets promo rating login signup search tags taglist "
    "keywords ticker masthead copyright"
)
_COMMENT_WORDS = _set("comments comment commentlist respond disqus feedback replies")
_HIDDEN_WORDS = re.compile(
    r"(?:^|\s)(?:sr-only|visually-hidden|screen-reader-text|d-none|hidden|hide|print-only)(?:\s|$)"
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BYLINE = re.compile(r"author|byline|writer|reporter|creator", re.I)
_DATE = re.compile(r"date|time|published|posted", re.I)
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_SPACES = re.compile(r"[ \t\n\r\f]+")
_ENDS = re.compile(r"[.!?؟…؛»:]")


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a page that may lie beside its article: ``kind`` is tag, word, comments, list or card."""

    number: int
    kind: str


@dataclass(slots=True)
class Line:
    """One line of a page.

    ``linked`` counts its characters within links; ``tag`` is its block; ``path`` the blocks it lies in, by number, outer
    first; ``zones`` the parts beside the article that it may belong to; ``apart`` whether an empty line goes before it.
    """

    text: str
    linked: int
    tag: str
    path: tuple[int, ...] = field(repr=False)
    zones: tuple[Zone, ...]
    apart: bool
    heading: int
    in_main: bool
    byline: bool

    @property
    def link_share(self) -> float:
        """Which part of the line is links, 0 to 1."""
        return self.linked / max(1, len(self.text))

    @property
    def is_prose(self) -> bool:
        """Say whether it reads like running text: long, and not a link."""
        if self.link_share > 0.4 or self.heading:
            return False
        if self.tag in {"p", "blockquote"}:
            return len(self.text) >= 40
        return len(self.text) >= 80 and bool(_ENDS.search(self.text) or len(self.text) > 160)


class _Frame:
    """What holds within one element on the way down."""

    __slots__ = ("byline", "heading", "in_main", "inline_prose", "linked", "path", "tag", "zones")

    def __init__(self) -> None:
        self.tag, self.path, self.zones = "body", (0,), ()
        self.linked = self.in_main = self.byline = self.inline_prose = False
        self.heading = 0

    tag: str
    path: tuple[int, ...]
    zones: tuple[Zone, ...]

    def copy(self) -> _Frame:
        other = _Frame.__new__(_Frame)
        for name in _Frame.__slots__:
            setattr(other, name, getattr(self, name))
        return other


class _Reader:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.pieces: list[str] = []
        self.linked = 0
        self.apart = False
        self.frame_of_line: _Frame | None = None
        self.numbers = 0
        self.breaks = 0

    def text(self, text: str, frame: _Frame) -> None:
        if frame.tag == "pre" and "\n" in text:
            first, *rest = text.split("\n")
            self.text(first, frame)
            for part in rest:
                self.end(frame, apart=False)
                self.text(part, frame)
            return
        text = _SPACES.sub(" ", text)
        if not self.pieces or self.pieces[-1].endswith(" "):
            text = text.lstrip(" ")
        if not text:
            return
        if self.frame_of_line is None or not text.isspace():
            self.frame_of_line = self.frame_of_line or frame
        self.breaks = 0
        self.pieces.append(text)
        self.linked += len(text) if frame.linked else 0
        if frame.byline and self.frame_of_line is not None and not self.frame_of_line.byline:
            self.frame_of_line = frame

    def space(self) -> None:
        """Part two neighbouring elements that stand apart on the page without white space between them."""
        if self.pieces and not self.pieces[-1].endswith(" "):
            self.pieces.append(" ")

    def end(self, frame: _Frame, *, apart: bool) -> None:
        text = "".join(self.pieces).strip()
        shown = self.frame_of_line
        if text and shown is not None:
            self.lines.append(
                Line(
                    text, min(self.linked, len(text)), shown.tag, shown.path, shown.zones, self.apart, shown.heading,
                    shown.in_main, shown.byline,
                )
            )  # fmt: skip
            self.apart = False
        self.pieces, self.linked, self.frame_of_line = [], 0, None
        self.apart = self.apart or apart

    def line_break(self, frame: _Frame) -> None:
        self.end(frame, apart=self.breaks > 0)
        self.breaks += 1


def lines_of(body: Any) -> list[Line]:
    """Return the lines of the element *body* (resiliparse's), in reading order. Takes time in proportion to its size."""
    reader, frame = _Reader(), _Frame()
    stack: list[tuple[Any, _Frame, bool]] = []
    node = body.first_child
    while True:
        if node is None:
            if not stack:
                break
            element, outer, block = stack.pop()
            _leave(reader, element, frame, outer, block)
            frame, node = outer, element.next_sibling
            continue
        kind = node.type
        if kind == NodeType.TEXT:
            reader.text(node.value or "", frame)
        elif kind == NodeType.ELEMENT:
            tag = node.tag
            if tag in {"br", "hr"}:
                if tag == "br":
                    reader.line_break(frame)
                else:
                    reader.end(frame, apart=True)
            elif tag not in _UNSEEN and not _hidden(node):
                block = tag not in _INLINE or (tag == "time" and not frame.inline_prose)
                inner = _enter(reader, node, tag, frame, block)
                stack.append((node, frame, block))
                frame, node = inner, node.first_child
                continue
        node = node.next_sibling
    reader.end(frame, apart=False)
    return reader.lines


def _enter(reader: _Reader, node: Any, tag: str, outer: _Frame, block: bool) -> _Frame:
    frame = outer.copy()
    if block:
        reader.end(outer, apart=tag in _APART)
        reader.numbers += 1
        frame.path = (*outer.path, reader.numbers)
        frame.tag = tag
        frame.heading = _HEADINGS.get(tag, outer.heading)
        frame.inline_prose = outer.inline_prose or tag in _PROSE
    elif tag == "a":
        frame.linked = True
    names = f"{node.getattr('class') or ''} {node.getattr('id') or ''}"
    itemprop = node.getattr("itemprop") or ""
    if tag in {"main", "article"} or node.getattr("role") in {"main", "article"} or itemprop == "articleBody":
        frame.in_main = True
    if tag == "time" or (node.getattr("rel") == "author") or _BYLINE.search(names + itemprop) or _DATE.search(names):
        frame.byline = True
    if zone := _zone(node, tag, names, block):
        reader.numbers += 1
        frame.zones = (*outer.zones, Zone(reader.numbers, zone))
    return frame


def _leave(reader: _Reader, element: Any, inner: _Frame, outer: _Frame, block: bool) -> None:
    if block:
        reader.end(inner, apart=inner.tag in _APART)
    elif not outer.inline_prose:
        following = element.next_sibling
        if following is not None and following.type == NodeType.ELEMENT:
            reader.space()


def _hidden(node: Any) -> bool:
    if node.hasattr("hidden") or node.getattr("aria-hidden") == "true":
        return True
    style = node.getattr("style")
    if style and _HIDDEN_STYLE.search(style):
        return True
    names = node.getattr("class")
    return bool(names and _HIDDEN_WORDS.search(names))


def _zone(node: Any, tag: str, names: str, block: bool) -> str | None:
    if tag in _BESIDE_TAGS or (node.getattr("role") or "") in _BESIDE_ROLES or tag == "header":
        return "tag"
    if tag == "article":
        return "card"
    if tag in {"ul", "ol"}:
        return "list"
    if tag in {"body", "html", "main"} or not block or names.isspace():
        return None
    words = {word.lower() for word in _TOKEN.findall(names)} | set(names.lower().split())
    if words & _COMMENT_WORDS:
        return "comments"
    return "word" if words & _BESIDE_WORDS else None
