"""Nesting of tags in a page, measured and flattened before the page is parsed.

A hundred thousand nested ``<div>``, or three thousand ``<p><font color=…>`` never closed, are a small file that costs a
parser minutes or gigabytes. Here one linear scan drops the tags that lie too deep; their text stays.

Method:
    The scan follows the tokenizer of the HTML standard (https://html.spec.whatwg.org/multipage/parsing.html) for
    comments, raw text and attributes. Where it is coarser than the standard, a page counts as deeper than it is.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

_SPACE = r"[\t\n\f\r ]"
_OPENING = re.compile(r"<(?:(/?)([A-Za-z][^\t\n\f\r />]*)|(!--)|([!?/]))")
_ATTRIBUTES = re.compile(
    rf"(?>(?:[\t\n\f\r /]++|[^\t\n\f\r />][^\t\n\f\r />=]*+"
    rf"(?:{_SPACE}*+={_SPACE}*+(?:\"[^\"]*+\"|'[^']*+'|[^\t\n\f\r \"'>][^\t\n\f\r >]*+)?+)?+)*+)"
)
_ATTRIBUTE = re.compile(
    rf"[^\t\n\f\r />][^\t\n\f\r />=]*+(?:{_SPACE}*+={_SPACE}*+(?:\"[^\"]*+\"|'[^']*+'|[^\t\n\f\r >]*+))?+"
)
_COMMENT_END = re.compile(r"--!?>")


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


_VOID = _set("area base br col embed hr img input link meta param source track wbr")
_CLOSED_BY_THE_NEXT = _set(
    "p li dt dd option optgroup tr td th tbody thead tfoot colgroup caption rp rt html head body"
)
_FORMATTING = _set("b big code em font i nobr s small strike strong tt u")
_RAW = _set("script style xmp iframe noembed noframes textarea title")
_BARRIERS = _set("table template object applet marquee svg math")
_INLINE = _FORMATTING | _set("a span abbr acronym bdi bdo cite dfn ins del kbd label mark q samp sub sup var")

_MOST_FORMATTING = 24
_MOST_ATTRIBUTES = 256
_LONG_TAG = 2_048


@dataclass(frozen=True, slots=True)
class Flat:
    """A page that a parser can take: ``tags`` counts its tags, ``cut`` those dropped because they lay too deep."""

    markup: str = field(repr=False)
    tags: int
    cut: int


class _Open:
    """The elements open at one place, in segments: an end tag reaches no further back than its segment's barrier."""

    def __init__(self) -> None:
        self.segments: list[tuple[list[tuple[str, bool]], Counter[str]]] = [([], Counter())]
        self.barriers: Counter[str] = Counter()
        self.formatting: Counter[str] = Counter()
        self.formatting_cut: Counter[str] = Counter()
        self.kept = 0

    @property
    def foreign(self) -> bool:
        return bool(self.barriers["svg"] or self.barriers["math"])

    def push(self, name: str, keep: bool) -> None:
        if name in _BARRIERS:
            self.barriers[name] += 1
            self.segments.append(([], Counter()))
        stack, counts = self.segments[-1]
        stack.append((name, keep))
        counts[name] += 1
        self.kept += keep

    def close(self, name: str) -> bool | None:
        """Close the last open *name* and all within it; say whether its tag was kept, None where none was open."""
        if name in _BARRIERS:
            if not self.barriers[name]:
                return None
            while True:
                kept = self._drop_segment()
                if kept[0] == name:
                    return kept[1]
        stack, counts = self.segments[-1]
        if not counts[name]:
            return None
        while True:
            last, keep = stack.pop()
            counts[last] -= 1
            self.kept -= keep
            if last == name:
                return keep

    def _drop_segment(self) -> tuple[str, bool]:
        stack, _ = self.segments.pop()
        self.barriers[stack[0][0]] -= 1
        self.kept -= sum(keep for _, keep in stack)
        return stack[0]

    def open_formatting(self, name: str) -> bool:
        """Note an open formatting element, which outlives its parent until its own end tag; say whether to keep it."""
        if self.formatting.total() >= _MOST_FORMATTING:
            self.formatting_cut[name] += 1
            return False
        self.formatting[name] += 1
        return True

    def close_formatting(self, name: str) -> bool:
        if self.formatting_cut[name]:
            self.formatting_cut[name] -= 1
            return False
        if self.formatting[name]:
            self.formatting[name] -= 1
        return True


def flatten(markup: str, *, depth: int = 256, most_tags: int | None = None) -> Flat:
    """Drop the tags of *markup* that lie deeper than *depth*, and attributes by the hundred; keep all text.

    Args:
        most_tags: stop counting here; ``Flat.tags`` then exceeds it and the markup is returned as it came.
    """
    opened, edits, tags, cut, at = _Open(), list[tuple[int, int, str]](), 0, 0, 0
    while (found := _OPENING.search(markup, at)) is not None:
        closing, name, comment, _ = found.groups()
        if name is None:
            at = _after_comment(markup, found.start(), bool(comment))
            continue
        tags += 1
        if most_tags is not None and tags > most_tags:
            return Flat(markup, tags, cut)
        name = name.lower()
        attributes = _ATTRIBUTES.match(markup, found.end())
        end = attributes.end() if attributes else found.end()
        if not markup.startswith(">", end):
            break
        at = end + 1
        if closing:
            keep = _close(opened, name)
        else:
            keep = _open(opened, name, markup[end - 1] == "/", depth)
            if name in _RAW and not opened.foreign:
                at = _after_raw(markup, at, name)
            elif name == "plaintext":
                break
        if not keep:
            cut += 1
            edits.append((found.start(), end + 1, "" if name in _INLINE else "<br>"))
        elif end - found.end() > _LONG_TAG and _too_many_attributes(markup, found.end(), end):
            edits.append((found.end(), end, ""))
    return Flat(_edited(markup, edits) if edits else markup, tags, cut)


def _open(opened: _Open, name: str, self_closing: bool, depth: int) -> bool:
    if name in _VOID or name in _CLOSED_BY_THE_NEXT or name == "a" or (self_closing and opened.foreign):
        return True
    if name in _FORMATTING:
        return opened.open_formatting(name)
    keep = opened.kept < depth
    opened.push(name, keep)
    return keep


def _close(opened: _Open, name: str) -> bool:
    if name in _FORMATTING:
        return opened.close_formatting(name)
    return opened.close(name) is not False


def _after_comment(markup: str, start: int, is_comment: bool) -> int:
    if is_comment:
        end = _COMMENT_END.search(markup, start + 2)
        return end.end() if end else len(markup)
    close = markup.find(">", start)
    return close + 1 if close >= 0 else len(markup)


def _after_raw(markup: str, at: int, name: str) -> int:
    end = re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE).search(markup, at)
    return end.start() if end else len(markup)


def _too_many_attributes(markup: str, start: int, end: int) -> bool:
    return sum(1 for _ in _ATTRIBUTE.finditer(markup, start, end)) > _MOST_ATTRIBUTES


def _edited(markup: str, edits: list[tuple[int, int, str]]) -> str:
    out, at = list[str](), 0
    for start, end, instead in edits:
        out += markup[at:start], instead
        at = end
    out.append(markup[at:])
    return "".join(out)
