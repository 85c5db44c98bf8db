"""A page's article: which of its lines a reader came for, headline first, and what the page declares of it.

The tree is resiliparse's; the choice is ours, for one that loses joiners, lists or the date line breaks evidence.

Method:
    Text density and link density by line, as C. Kohlschütter, P. Fankhauser and W. Nejdl, "Boilerplate detection using
    shallow text features", WSDM 2010; parts that markup names as furniture count as such only while most running text
    of the page lies outside them.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from resiliparse.parse.html import HTMLTree

from rasad.errors import SourceRefused
from rasad.sources.bounds import Bounds
from rasad.sources.capture import Declared
from rasad.sources.declared import clean
from rasad.sources.lines import Line, lines_of
from rasad.sources.metadata import declared_in, json_ld
from rasad.sources.nesting import flatten

_MOST_ABOVE = 8
_NEAR = 6


@dataclass(frozen=True, slots=True)
class Page:
    """A page's article as text, a line a paragraph, and what the page declares."""

    text: str = field(repr=False)
    declared: Declared


def read_page(markup: str, where: str, *, bounds: Bounds | None = None) -> Page:
    """Read the article of a page or of a fragment of one.

    Args:
        markup: HTML, decoded.
        where: names the page in errors.

    Raises:
        SourceRefused: more tags or text than *bounds* allow.
    """
    bounds = bounds or Bounds()
    flat = flatten(clean(markup.removeprefix("\ufeff")), depth=bounds.depth, most_tags=bounds.tags)
    if flat.tags > bounds.tags:
        why = f"The page has more than {bounds.tags:,} tags, the bound for one page. Keep only its text, as .txt."
        raise SourceRefused(where, why)
    tree = HTMLTree.parse(flat.markup)
    declared = declared_in(tree)
    lines = lines_of(tree.body) if tree.body is not None else []
    text = as_text(article_lines(lines, declared.title))
    if len(text) < 250 and len(body := _body_in_json(tree)) > 2 * len(text):
        text = "\n\n".join(filter(None, (declared.title, body)))
    return Page(clean(text), declared)


def as_text(lines: list[Line]) -> str:
    """Return lines as text: an empty line between paragraphs, none between the lines of a list."""
    out: list[str] = []
    for line in lines:
        if out:
            out.append("\n\n" if line.apart else "\n")
        out.append(line.text)
    return "".join(out)


def article_lines(lines: list[Line], title: str | None = None) -> list[Line]:
    """Choose the lines of the article: its headline, then what stands by it, then its text, in the page's order.

    Args:
        title: what the page declares as its title; tells the headline among several headings.
    """
    headline = _headline(lines, title)
    beside = _beside(lines, headline)
    kept = [not any(zone.number in beside for zone in line.zones) for line in lines]
    if headline is not None:
        for at in range(max(0, headline - _NEAR), min(len(lines), headline + _NEAR + 1)):
            kept[at] = kept[at] or _is_byline(lines[at])
    root = _root([line for line, keep in zip(lines, kept, strict=True) if keep])
    inside = [keep and root in line.path for line, keep in zip(lines, kept, strict=True)]
    if True not in inside:
        return [line for line, keep in zip(lines, kept, strict=True) if keep] or lines
    first, last = inside.index(True), len(inside) - 1 - inside[::-1].index(True)
    if headline is None or headline > last or _leaves_out(lines, inside, headline):
        start, above = first - 1, list[int]()
    else:
        start, above = headline, _above(lines, inside, kept, headline)
    chosen = [at for at in range(start + 1, len(lines)) if kept[at] and _belongs(lines, at, start, inside, first, last)]
    return [lines[at] for at in ([start] if start >= first or start == headline else []) + above + chosen]


def _leaves_out(lines: list[Line], inside: list[bool], headline: int) -> bool:
    """Say whether much running text stands before what was taken for the headline, which then is none."""
    prose = [at for at, line in enumerate(lines) if inside[at] and line.is_prose]
    return sum(len(lines[at].text) for at in prose if at < headline) > 0.3 * sum(len(lines[at].text) for at in prose)


def _above(lines: list[Line], inside: list[bool], kept: list[bool], headline: int) -> list[int]:
    near = range(max(0, headline - _MOST_ABOVE), headline)
    return [at for at in near if kept[at] and (lines[at].main or inside[at]) and lines[at].link_share < 0.5]


def _is_byline(line: Line) -> bool:
    """Say whether a line near the headline gives the author or date, though its markup be that of a menu."""
    outside = all(zone.kind in {"word", "list", "card"} for zone in line.zones)
    return line.byline and outside and not line.heading and len(line.text) < 150


def _belongs(lines: list[Line], at: int, start: int, inside: list[bool], first: int, last: int) -> bool:
    line = lines[at]
    if at - start <= _NEAR and _is_byline(line):
        return True
    if line.link_share > 0.7 and not (line.tag == "p" and len(line.text) > 100) and not line.heading:
        return False
    if at < first:
        return line.link_share < 0.5
    return inside[at] or (at > last and line.main and line.is_prose)


def _headline(lines: list[Line], title: str | None) -> int | None:
    """Return which line is the headline: the heading most like the declared title, else the first h1, else its like."""
    headings = [at for at, line in enumerate(lines) if line.heading and len(line.text) > 3]
    if title and (alike := _alike(lines, headings, title)):
        return max(alike, key=lambda at: (lines[at].heading == 1, alike[at], lines[at].main, -at))
    ones = [at for at in headings if lines[at].heading == 1 and lines[at].link_share < 0.9]
    if ones:
        return next((at for at in ones if lines[at].main), ones[0])
    others = [at for at, line in enumerate(lines) if not line.heading and len(line.text) < 250]
    return next(iter(_alike(lines, others, title)), None) if title else None


def _alike(lines: list[Line], among: list[int], title: str) -> dict[int, float]:
    """Return the lines made of the title's words, and how far."""
    wanted, found = set(title.split()), dict[int, float]()
    for at in among:
        words = set(lines[at].text.split())
        if (
            len(words) >= 2
            and (share := len(wanted & words) / len(words)) >= 0.6
            and len(wanted & words) >= 0.3 * len(wanted)
        ):
            found[at] = share
    return found


def _beside(lines: list[Line], headline: int | None) -> set[int]:
    """Return the numbers of the zones that are furniture indeed."""
    prose, size, linked, kinds = Counter[int](), Counter[int](), Counter[int](), dict[int, str]()
    for line in lines:
        for zone in line.zones:
            kinds[zone.number] = zone.kind
            size[zone.number] += len(line.text)
            linked[zone.number] += line.linked
            prose[zone.number] += len(line.text) if line.is_prose else 0
    total = sum(len(line.text) for line in lines if line.is_prose)
    in_comments = sum(prose[number] for number, kind in kinds.items() if kind == "comments")
    around = {zone.number for zone in lines[headline].zones} if headline is not None else set[int]()
    beside = set[int]()
    for number, kind in kinds.items():
        if number in around:
            continue
        share = prose[number] / total if total else 0.0
        if kind == "list":
            furniture = linked[number] > 0.5 * size[number]
        elif kind == "comments":
            furniture = share < 0.95
        elif kind == "card":
            furniture = share < 0.3 * (1 - in_comments / total if total else 1) and headline is not None
        else:
            furniture = share < 0.5
        if furniture:
            beside.add(number)
    return beside


def _root(lines: list[Line]) -> int:
    """Return the number of the innermost block that holds most of the running text."""
    prose = [line for line in lines if line.is_prose] or [line for line in lines if line.link_share < 0.5]
    total = sum(len(line.text) for line in prose)
    weight, depth = Counter[int](), dict[int, int]()
    for line in prose:
        for level, number in enumerate(line.path[:-1]):
            weight[number] += len(line.text)
            depth[number] = level
    whole = [number for number, size in weight.items() if size >= 0.7 * total]
    return max(whole, key=lambda number: depth[number], default=0)


def _body_in_json(tree: HTMLTree) -> str:
    """Return the text that the page keeps in its JSON-LD alone, as pages written by scripts do."""
    bodies = (node.get("articleBody") for node in json_ld(tree))
    body = next((body for body in bodies if isinstance(body, str) and body.strip()), "")
    return as_text(lines_of(HTMLTree.parse(clean(body)).body)) if "<" in body else body.strip()
