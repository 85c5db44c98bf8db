"""What sources say of themselves, brought to one form: dates of mail and epochs to ISO 8601, authors to a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from hashlib import sha256

from rasad.sources.capture import Declared

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")
_MAIL_DATE = re.compile(r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}[\s-][A-Za-z]{3,9}[\s-]\d{2,4}\s+\d{1,2}:\d{2}")
_LONGEST = 300
_LONGEST_NAME = 160


def words(value: object) -> str | None:
    """Return *value* as one line of words: a string, a number, a list of them, or something with a name; else None."""
    if isinstance(value, str):
        line = clean(" ".join(value.split()))
        return line[:_LONGEST] or None
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int):
        return str(value) if abs(value) < 10**30 else None
    if isinstance(value, dict):
        return words(value.get("name") or value.get("title") or value.get("@value"))
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, map(words, value[:20])))[:_LONGEST] or None
    return None


def address(value: object) -> str | None:
    """Return *value* where it is an http or https address, else None."""
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url") or value.get("href")
    if isinstance(value, list | tuple) and value:
        value = value[0]
    if not isinstance(value, str) or not re.match(r"https?://[^\s/]", value.strip(), re.IGNORECASE):
        return None
    return clean(value.strip()).split()[0]


def moment(value: object) -> str | None:
    """Return the ISO 8601 form of a moment given as such, as mail dates are, or in seconds of the epoch; else as found.

    The offset stays as given: «Mon, 02 Jun 2025 00:10:00 +0330» is a Monday in Tehran.
    """
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _epoch(float(value))
    text = words(value)
    if text is None:
        return None
    if re.fullmatch(r"\d{10}(?:\d{3})?(?:\.\d+)?", text):
        return _epoch(float(text)) or text
    if _MAIL_DATE.match(text):
        try:
            return parsedate_to_datetime(text).isoformat()
        except (ValueError, IndexError, TypeError, OverflowError):
            return text
    return text


def language(value: object) -> str | None:
    """Return the language tag that *value* is («fa_IR» becomes «fa-IR»), else None."""
    text = words(value[0] if isinstance(value, list) and value else value)
    if text is None or not _TAG.fullmatch(text):
        return None
    first, *rest = text.replace("_", "-").split("-")
    return "-".join([first.lower(), *(part.upper() if len(part) == 2 else part.title() for part in rest)])


def merged(declared: Iterable[Declared]) -> Declared:
    """Return one Declared in which each field is the first that any of *declared* gives."""
    found = list(declared)
    names = [field.name for field in fields(Declared)]
    return Declared(**{name: next(filter(None, (getattr(d, name) for d in found)), None) for name in names})


def clean(text: str) -> str:
    """Return *text* with U+FFFD for each character that no file can keep: NUL and halves of surrogate pairs."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", text)


def short(name: str) -> str:
    """Return a name as it is where it is short, else its beginning and a digest of all of it."""
    name = clean(" ".join(name.split()))
    if len(name) <= _LONGEST_NAME:
        return name
    return f"{name[: _LONGEST_NAME - 9]}~{sha256(name.encode()).hexdigest()[:8]}"


def _epoch(seconds: float) -> str | None:
    if seconds > 1e11:
        seconds /= 1000
    try:
        return datetime.fromtimestamp(seconds, UTC).isoformat() if seconds > 1e8 else None
    except (ValueError, OverflowError, OSError):
        return None
