"""Bounds on what one source may ask of us: bytes, depth, records, redirects, seconds. Beyond them a reason is kept."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much of one source is read. The defaults hold any news article many times over.

    Sizes count bytes after unpacking. What is over a bound is skipped with a sentence that names the bound;
    only ``depth`` is met by flattening, for readable pages exist that forget to close their tags.
    """

    #: Bytes of one document, page or record.
    size: int = 50_000_000
    #: Code points of text in one article.
    characters: int = 1_000_000
    #: Levels of elements in one page.
    depth: int = 256
    #: Tags in one page.
    tags: int = 1_000_000
    #: Records of one file of JSON lines or one web archive.
    records: int = 5_000_000
    #: Entries of one feed.
    entries: int = 10_000
    #: Addresses fetched on behalf of one sitemap or feed, sitemaps under a sitemap included.
    pages: int = 1_000
    #: How many times larger than its packed form a long stream may grow; text reaches 30.
    growth: int = 200
    #: Redirects of one address.
    redirects: int = 10
    #: Seconds to wait for a connection or for the next bytes.
    patience: float = 20.0
    #: Seconds for one address in all; a stream of records may take longer.
    deadline: float = 120.0
