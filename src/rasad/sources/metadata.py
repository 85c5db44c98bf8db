"""What a page says of itself in its markup: JSON-LD, OpenGraph and other meta tags, ``<time>``, ``<title>``."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from html import unescape
from typing import Any

from resiliparse.parse.html import HTMLTree

from rasad.sources.capture import Declared
from rasad.sources.declared import address, language, merged, moment, words

_ARTICLE_TYPES = re.compile(r"(?:Article|NewsArticle|Posting|Report|BlogPost|LiveBlog)\w*$")
_PAGE_TYPES = re.compile(r"(?:Web|Item|Collection)Page$")
_LONGEST_SCRIPT = 2_000_000
_MOST_NODES = 5_000

_META = {
    "title": ("og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "title"),
    "published": (
        "article:published_time", "article:published", "og:published_time", "datepublished", "date.published",
        "publishdate", "publish-date", "publication_date", "pubdate", "dc.date.issued", "dcterms.issued", "dc.date",
        "dcterms.created", "dcterms.date", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime", "date",
    ),
    "language": ("dc.language", "dcterms.language", "content-language", "language", "og:locale"),
    "url": ("og:url", "twitter:url"),
    "site": ("og:site_name", "application-name", "dc.publisher", "publisher"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl"),
}  # fmt: skip


def declared_in(tree: HTMLTree) -> Declared:
    """Return what the page declares: JSON-LD before meta tags, meta tags before what stands in the page."""
    document: Any = tree.document
    meta = _meta_tags(document)
    from_meta = Declared(
        title=_first(meta, "title", words),
        published=_first(meta, "published", moment),
        language=None,
        url=_first(meta, "url", address),
        site=_first(meta, "site", words),
        author=_first(meta, "author", _person),
    )
    return merged(
        [from_json_ld(tree), from_meta, _from_elements(tree), Declared(language=_first(meta, "language", language))]
    )


def json_ld(tree: HTMLTree) -> list[dict[str, Any]]:
    """Return the objects of the page's JSON-LD that describe an article, then those that describe a page."""
    articles, pages = list[dict[str, Any]](), list[dict[str, Any]]()
    document: Any = tree.document
    for script in document.query_selector_all("script[type]"):
        if "ld+json" not in (script.getattr("type") or "").lower():
            continue
        for node in _objects(script.text or ""):
            kinds = node.get("@type")
            names = [str(k) for k in (kinds if isinstance(kinds, list) else [kinds])]
            if any(_ARTICLE_TYPES.search(name) for name in names):
                articles.append(node)
            elif any(_PAGE_TYPES.search(name) for name in names):
                pages.append(node)
    return articles + pages


def from_json_ld(tree: HTMLTree) -> Declared:
    """Return what the page's JSON-LD declares of its article."""
    return merged(
        Declared(
            title=words(unescape(words(node.get("headline") or node.get("name")) or "")),
            published=moment(node.get("datePublished") or node.get("dateCreated")),
            language=language(_language_name(node.get("inLanguage"))),
            url=address(node.get("url")) or address(node.get("mainEntityOfPage")),
            site=words(node.get("publisher")),
            author=words(node.get("author")),
        )
        for node in json_ld(tree)
    )


def _objects(script: str) -> Iterator[dict[str, Any]]:
    """Yield every object within one script, outer ones first; a script that is no JSON holds none."""
    script = script.strip().removeprefix("<!--").removeprefix("//<![CDATA[").removeprefix("<![CDATA[").strip()
    script = script.removesuffix("-->").removesuffix("//]]>").removesuffix("]]>").strip().rstrip(";")
    if not script or len(script) > _LONGEST_SCRIPT:
        return
    try:
        waiting = deque([json.loads(script, strict=False)])
    except (ValueError, RecursionError):
        return
    for _ in range(_MOST_NODES):
        if not waiting:
            return
        node = waiting.popleft()
        if isinstance(node, dict):
            yield node
            waiting.extend(value for value in node.values() if isinstance(value, dict | list))
        elif isinstance(node, list):
            waiting.extend(node)


def _language_name(value: object) -> object:
    if isinstance(value, dict):
        return value.get("alternateName") or value.get("name")
    return value


def _meta_tags(document: Any) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for meta in document.query_selector_all("meta[content]"):
        content = (meta.getattr("content") or "").strip()
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if content and (name := meta.getattr(attribute)):
                tags.setdefault(name.strip().lower(), []).append(content)
    return tags


def _first(meta: dict[str, list[str]], field: str, read: Any) -> str | None:
    found = (read(content) for name in _META[field] for content in meta.get(name, ()))
    return next(filter(None, found), None)


def _person(value: str) -> str | None:
    return None if address(value) else words(value)


def _from_elements(tree: HTMLTree) -> Declared:
    document: Any = tree.document
    canonical = document.query_selector('link[rel="canonical"]')
    root = document.document_element
    lang = (root.getattr("lang") or root.getattr("xml:lang")) if root is not None else None
    return Declared(
        title=words(tree.title),
        published=_time(document),
        language=language(lang),
        url=address(canonical.getattr("href")) if canonical is not None else None,
        author=_author(document),
    )


def _time(document: Any) -> str | None:
    """Return the moment that the page gives as its own, passing over those of related articles."""
    for selector in ('[itemprop="datePublished"]', "article time[datetime]", "main time[datetime]", "time[datetime]"):
        for element in document.query_selector_all(selector):
            value = element.getattr("datetime") or element.getattr("content")
            if value and not element.closest("aside, nav, footer, li") and (found := moment(value)):
                return found
    return None


def _author(document: Any) -> str | None:
    element = document.query_selector('[itemprop="author"], a[rel="author"]')
    return words(element.text) if element is not None and len(element.text or "") < 100 else None
