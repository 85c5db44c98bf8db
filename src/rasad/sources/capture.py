"""A capture: what was taken from the outside world, byte for byte, and where and when."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Declared:
    """What a source says of itself outside its text: markup, feed fields, JSON keys.

    All are optional, none is believed blindly. ``published`` is ISO 8601 where it was understood, else as found;
    ``language`` a BCP 47 tag.
    """

    title: str | None = None
    published: str | None = None
    language: str | None = None
    url: str | None = None
    site: str | None = None
    author: str | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """One document as captured: its bytes, its readable text, where it came from and when.

    ``raw`` is kept in the ledger; ``text`` is what was read out of it and is never edited again.
    ``name`` is short and stable (a file's stem, a feed entry's link, a WARC record's id).
    ``kind`` is "text", "html", "jsonl", "warc" or "feed"; ``charset`` how the bytes were decoded.
    """

    name: str
    where: str
    raw: bytes = field(repr=False)
    text: str = field(repr=False)
    kind: str
    charset: str
    captured: datetime
    declared: Declared = Declared()

    @property
    def sha256(self) -> str:
        """The hex SHA-256 of ``raw``."""
        return hashlib.sha256(self.raw).hexdigest()


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was met and not read, and why, in a whole sentence."""

    where: str
    why: str
