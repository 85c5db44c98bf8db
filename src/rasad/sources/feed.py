"""Feeds (RSS, Atom): an article an entry, from the text that the feed itself carries."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

import feedparser
from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from resiliparse.parse.html import HTMLTree

from rasad.errors import SourceRefused
from rasad.sources.bounds import Bounds
from rasad.sources.capture import Capture, Declared, Skipped
from rasad.sources.charset import decode
from rasad.sources.declared import address, clean, language, merged, moment, short, words
from rasad.sources.document import Origin, read_document, unfit

#: Fetches the page at an address found in a list, with what the list says of it.
Fetch = Callable[[str, Origin], Iterator[Capture | Skipped]]

_ITEM = re.compile(rb"<(item|entry)(?=[\s>])")
#: Feedparser reads some 20,000 tags a second.
_MOST_TAGS = 200_000
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: ``body`` is text, or HTML where ``markup`` says so; empty where the feed gives none."""

    name: str
    link: str | None
    declared: Declared
    body: str = field(repr=False)
    markup: bool
    raw: bytes = field(repr=False)


def read_feed(raw: bytes, origin: Origin, bounds: Bounds, fetch: Fetch | None = None) -> Iterator[Capture | Skipped]:
    """Yield the entries of a feed, in its order.

    Args:
        fetch: where given, the page of each entry is fetched; the feed's own text is read where that fails.
    """
    try:
        entries, charset = parse_feed(raw, origin)
    except SourceRefused as refused:
        yield Skipped(origin.where, refused.why)
        return
    if not entries:
        yield Skipped(origin.where, "The feed has no entries; expected <item> or <entry> with a text.")
    for number, entry in enumerate(entries, 1):
        if number > bounds.entries:
            why = f"The feed has {len(entries):,} entries, the bound is {bounds.entries:,}; the rest is not read."
            yield Skipped(origin.where, why)
            return
        where = clean(f"{origin.where}#{entry.name}")
        at = replace(origin, where=where, name=entry.name, declared=merged([entry.declared, origin.declared]))
        if fetch is not None and entry.link is not None:
            pages = list(fetch(entry.link, at))
            yield from pages
            if any(isinstance(page, Capture) for page in pages):
                continue
        yield _read_entry(entry, at, charset, bounds)


def parse_feed(raw: bytes, origin: Origin) -> tuple[list[Entry], str]:
    """Return the entries of a feed, and its charset.

    Raises:
        SourceRefused: it has too many tags, or declares entities of its own, with which it can grow without bound.
    """
    decoded = decode(raw, declared=origin.charset, markup=True)
    text = _DECLARATION.sub("", clean(decoded.text).removeprefix("\ufeff"), count=1)
    if (tags := _tags(text)) > _MOST_TAGS:
        why = f"The feed has {tags:,} tags, the bound is {_MOST_TAGS:,}; expected entries by the hundred. Split it."
        raise SourceRefused(origin.where, why)
    _refuse_entities(text, origin.where)
    try:
        feed = feedparser.parse(
            io.BytesIO(text.encode("utf-8")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
        slices = _slices(raw, len(feed.entries))
        about = Declared(language=language(feed.feed.get("language")), site=words(feed.feed.get("title")))
        return [_entry(e, about, slices[n], n) for n, e in enumerate(feed.entries)], decoded.charset
    except Exception as error:  # feedparser lets through whatever its many handlers meet in broken feeds
        raise SourceRefused(origin.where, f"The feed is too broken to be read ({type(error).__name__}).") from error


def _tags(text: str) -> int:
    """Count the tags of the feed itself, not those within CDATA."""
    first, *rest = text.split("<![CDATA[")
    return first.count("<") + sum(part.partition("]]>")[2].count("<") for part in rest)


def _refuse_entities(text: str, where: str) -> None:
    why = "The feed declares XML entities of its own, which can make it grow without bound; expected a plain feed."
    try:
        ElementTree.fromstring(text)
    except DefusedXmlException as error:
        raise SourceRefused(where, why) from error
    except (ElementTree.ParseError, ValueError) as error:
        if _ENTITY.search(text):
            raise SourceRefused(where, why) from error


def _slices(raw: bytes, count: int) -> list[bytes | None]:
    """Return the bytes of each entry, where they can be told without doubt."""
    found, at = list[bytes | None](), 0
    while (start := _ITEM.search(raw, at)) is not None:
        close = b"</" + start.group(1)
        end = raw.find(b">", raw.find(close, start.end()))
        if end < 0 or len(found) > count:
            break
        found.append(raw[start.start() : end + 1])
        at = end + 1
    return found if len(found) == count else [None] * count


def _entry(entry: Any, about: Declared, raw: bytes | None, number: int) -> Entry:
    link = address(entry.get("link"))
    body, markup = _body(entry)
    title = _plain(entry.get("title") or "", (entry.get("title_detail") or {}).get("type"))
    declared = Declared(
        title=title,
        published=moment(entry.get("published") or entry.get("updated") or entry.get("created")),
        language=language((entry.get("title_detail") or {}).get("language")) or about.language,
        url=link,
        site=words((entry.get("source") or {}).get("title")) or about.site,
        author=words(entry.get("author")),
    )
    name = short(words(entry.get("id")) or link or title or f"entry {number + 1}")
    return Entry(name, link, declared, body, markup, raw if raw is not None else body.encode("utf-8"))


def _body(entry: Any) -> tuple[str, bool]:
    """Return the longest text that an entry carries, and whether it is HTML."""
    details = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    found = [(d.get("value") or "", d.get("type") or "") for d in details]
    text, kind = max(found, key=lambda pair: len(pair[0]))
    return clean(text.strip()), "html" in kind or "<" in text


def _plain(text: str, kind: str | None) -> str | None:
    if "<" not in text and "&" not in text:
        return words(text)
    body = HTMLTree.parse(clean(text)).body
    return words(body.text) if body is not None else None


def _read_entry(entry: Entry, at: Origin, charset: str, bounds: Bounds) -> Capture | Skipped:
    if not entry.body:
        why = "The entry carries no text of its own."
        return Skipped(
            at.where, f"{why} Its page is {entry.link}: try to follow the feed's links." if entry.link else why
        )
    text, declared = entry.body, entry.declared
    if entry.markup:
        read = read_document(
            entry.body.encode("utf-8"), replace(at, charset="utf-8"), bounds, markup=True, kind="feed"
        )  # fmt: skip
        if isinstance(read, Skipped):
            return read
        text, declared = read.text, merged([at.declared, read.declared])
    title = entry.declared.title
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    if (fault := unfit(text, bounds)) is not None:
        return Skipped(at.where, fault)
    return Capture(at.name, at.where, entry.raw, text, "feed", charset, at.captured, declared)
