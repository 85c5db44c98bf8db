"""Articles as JSON: a line each (JSON lines), or a list of them, under the keys that common crawlers write.

`{"url": "https://…", "title": "…", "date": "2025-06-02", "language": "fa", "text": "وزیران خارجه…"}` is one such line.
The text of a record is kept as it is given; its title stays beside it, in what it declares.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from rasad.sources.bounds import Bounds
from rasad.sources.capture import Capture, Declared, Skipped
from rasad.sources.charset import decode
from rasad.sources.declared import address, clean, language, merged, moment, short, words
from rasad.sources.document import Origin, read_document, unfit
from rasad.sources.kind import looks_like_markup
from rasad.sources.stream import look, megabytes, read_whole

_TEXT = (
    "text", "maintext", "main_text", "plain_text", "content_text", "raw_text", "article_text", "full_text", "fulltext",
    "articleBody", "body_text", "content", "body", "article", "story", "cleaned_text",
)  # fmt: skip
_HTML = ("html", "raw_html", "rawHtml", "page_html", "content_html", "html_content", "body_html", "source_html", "page")
_SUMMARY = ("summary", "description", "lead", "abstract", "excerpt")
_ID = ("id", "_id", "uuid", "guid", "doc_id", "article_id", "uid")
_TITLE = ("title", "headline", "heading", "og_title")
_URL = (
    "url", "link", "uri", "canonical_url", "canonical", "source_url", "sourceurl", "requested_url", "original_url",
    "page_url", "href", "u", "permalink", "external_url", "WARC-Target-URI", "warc-target-uri", "source",
)  # fmt: skip
_DATE = (
    "published", "date", "date_published", "datePublished", "date_publish", "published_at", "publishedAt",
    "publishDate", "publish_date", "published_date", "publication_date", "pubDate", "pub_date", "pubdate",
    "published_time", "date_time", "datetime", "post_date", "created_at",
)  # fmt: skip
_LANGUAGE = ("language", "lang", "inLanguage", "language_code", "locale", "lang_code")
_SITE = ("site", "site_name", "sitename", "source_name", "hostname", "source_domain", "domain", "publisher", "source")
_AUTHOR = ("author", "authors", "byline", "creator", "writer")
_WITHIN = ("metadata", "meta", "_source", "fields", "warc_headers", "article", "data", "doc")
_LISTS = ("articles", "items", "results", "documents", "docs", "records", "entries", "data", "hits", "posts", "news")
_SKIP_CHUNK = 1_000_000


def read_json_lines(stream: BinaryIO, origin: Origin, bounds: Bounds) -> Iterator[Capture | Skipped]:
    """Yield what each line of *stream* holds, one line in memory at a time; one that fails does not stop the others."""
    for number, line in enumerate(_lines(stream, origin.where, bounds), 1):
        where = f"{origin.where}:{number}"
        if number > bounds.records:
            why = f"The file has more than {bounds.records:,} lines, the bound for one file; the rest is not read."
            yield Skipped(where, why)
            return
        if len(line) > bounds.size:
            why = (
                f"The line is longer than {megabytes(bounds.size)}, the bound for one record. Is it JSON lines at all?"
            )
            yield Skipped(where, why)
            continue
        raw = line.rstrip(b"\r\n")
        if not raw.strip() or raw == b"\xef\xbb\xbf":
            continue
        decoded = decode(raw, declared=origin.charset)
        at = replace(origin, where=where, name=f"{origin.name}:{number}")
        try:
            value = json.loads(decoded.text.removeprefix("\ufeff"), strict=False)
        except (ValueError, RecursionError) as error:
            yield Skipped(
                where, f"The line is no JSON ({_cause(error)}); expected one object a line with text or html."
            )
            continue
        yield read_record(value, raw, decoded.charset, at, bounds)


def read_json(raw: bytes, origin: Origin, bounds: Bounds) -> Iterator[Capture | Skipped]:
    """Yield the articles of one JSON document: a list of objects, an object that holds such a list, or one article."""
    decoded = decode(raw, declared=origin.charset)
    text = decoded.text.removeprefix("\ufeff")
    if text.lstrip().startswith("["):
        yield from _array(text, decoded.charset, origin, bounds)
        return
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError) as error:
        why = f"It is no JSON ({_cause(error)}); expected an object or list with the key text or html."
        yield Skipped(origin.where, why)
        return
    inner = value if isinstance(value, dict) else {}
    listed = next((inner[key] for key in _LISTS if _is_list_of_objects(inner.get(key))), None)
    if listed is None or _text_of(inner) is not None:
        yield read_record(value, raw, decoded.charset, origin, bounds)
        return
    for number, item in enumerate(listed[: bounds.records], 1):
        own = json.dumps(item, ensure_ascii=False).encode("utf-8", "replace")
        yield read_record(item, own, decoded.charset, _numbered(origin, number), bounds)


def read_record(value: Any, raw: bytes, charset: str, origin: Origin, bounds: Bounds) -> Capture | Skipped:
    """Read one record, whose bytes are *raw*; ``origin.name`` is its name where it has neither id nor address."""
    if not isinstance(value, dict):
        kind = type(value).__name__
        return Skipped(
            origin.where, f"The record is JSON of type {kind}; expected an object with the key text or html."
        )
    places = [value, *(value[key] for key in _WITHIN if isinstance(value.get(key), dict))]
    declared = _declared(places)
    name = _first(places, _ID, words) or declared.url or origin.name
    at = replace(origin, name=short(name), declared=merged([declared, origin.declared]))
    text = _text_of(value)
    if text is not None and not looks_like_markup(text):
        if (why := unfit(text, bounds)) is not None:
            return Skipped(origin.where, why)
        return Capture(
            at.name, clean(at.where), raw, clean(text), "jsonl", charset, at.captured, at.declared
        )  # fmt: skip
    html = text if text is not None else _first(places, _HTML, _string)
    if html is None:
        keys = ", ".join(map(str, list(value)[:12])) or "none"
        return Skipped(origin.where, f"The record has no text: its keys are {clean(keys)}; expected text or html.")
    page = read_document(clean(html).encode(), replace(at, charset="utf-8"), bounds, markup=True, kind="jsonl")
    return (
        page
        if isinstance(page, Skipped)
        else replace(page, raw=raw, charset=charset, declared=merged([at.declared, page.declared]))
    )


def _lines(stream: BinaryIO, where: str, bounds: Bounds) -> Iterator[bytes]:
    """Yield lines; of one that is too long only its beginning, just long enough to be seen as such."""
    head, stream = look(stream, 4)
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = decode(read_whole(stream, where, bounds)).text
        yield from (line.encode("utf-8", "replace") for line in text.split("\n"))
        return
    while line := stream.readline(bounds.size + 1):
        if len(line) > bounds.size and not line.endswith(b"\n"):
            while (rest := stream.readline(_SKIP_CHUNK)) and not rest.endswith(b"\n"):
                pass
        yield line


def _array(text: str, charset: str, origin: Origin, bounds: Bounds) -> Iterator[Capture | Skipped]:
    """Yield the records of a list one by one, so that one broken in the middle still gives those before the break."""
    decoder, number = json.JSONDecoder(strict=False), 0
    at = text.index("[") + 1
    while True:
        while at < len(text) and text[at] in " \t\r\n,":
            at += 1
        if text[at : at + 1] == "]":
            if number == 0:
                yield Skipped(origin.where, "The list is empty; expected objects with the key text or html.")
            return
        number += 1
        here = _numbered(origin, number)
        if number > bounds.records:
            yield Skipped(
                here.where, f"The list has more than {bounds.records:,} records, the bound for one file. Split it."
            )
            return
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            why = f"The list breaks off at record {number} ({_cause(error)}); what comes before it was read."
            yield Skipped(here.where, why)
            return
        yield read_record(value, text[at:end].encode("utf-8", "replace"), charset, here, bounds)
        at = end


def _numbered(origin: Origin, number: int) -> Origin:
    return replace(origin, where=f"{origin.where}#{number}", name=f"{origin.name}:{number}")


def _declared(places: list[dict[str, Any]]) -> Declared:
    return Declared(
        title=_first(places, _TITLE, words),
        published=_first(places, _DATE, moment),
        language=_first(places, _LANGUAGE, language),
        url=_first(places, _URL, address),
        site=_first(places, _SITE, lambda value: None if address(value) else words(value)),
        author=_first(places, _AUTHOR, words),
    )


def _text_of(value: dict[str, Any]) -> str | None:
    for keys in (_TEXT, () if any(_string(value.get(key)) for key in _HTML) else _SUMMARY):
        for place in (value, *(value[key] for key in _WITHIN if isinstance(value.get(key), dict))):
            if (text := _first([place], keys, _string)) is not None:
                return text
    return None


def _first(places: list[dict[str, Any]], keys: tuple[str, ...], read: Any) -> str | None:
    return next(filter(None, (read(place[key]) for place in places for key in keys if key in place)), None)


def _string(value: object) -> str | None:
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        value = "\n".join(value)
    return value if isinstance(value, str) and value.strip() else None


def _is_list_of_objects(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _cause(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"{error.msg} at character {error.pos + 1}"
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)[:100]
