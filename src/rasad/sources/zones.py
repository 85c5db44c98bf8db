"""Which parts of a page's markup tend to lie beside its article, told by tags, roles and class names.

A suspicion, not a verdict: «has-sidebar» may be the class of the whole page. :mod:`rasad.sources.page` weighs it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any


def _set(names: str) -> frozenset[str]:
    return frozenset(names.split())


_TAGS = _set("nav aside footer menu header")
_ROLES = _set("navigation complementary contentinfo search banner menu menubar toolbar alert dialog tablist")
_WORDS = _set(
    "nav navbar navigation menu submenu breadcrumb breadcrumbs sidebar footer share sharing sharebar social socials "
    "related relateds relatedposts recommended recommendation recommendations mostread mostviewed popular trending "
    "advert advertisement advertising ads adsbygoogle banner cookie cookies popup modal newsletter subscribe "
    "subscription pagination pager toolbar topbar widget widgets promo rating login signup search tags taglist "
    "keywords ticker masthead copyright hidden hide none"
)
_COMMENT_WORDS = _set("comments comment commentlist respond disqus feedback replies")
_BYLINE_WORDS = _set(
    "author authors byline writer reporter creator date dates datetime time pubdate published publish posted meta"
)
_UNSEEN_CLASS = _set("sr-only visually-hidden screen-reader-text screen-reader visuallyhidden")
_UNSEEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


@dataclass(frozen=True, slots=True)
class Zone:
    """A part of a page that may lie beside its article; ``kind`` is tag, word, comments, list or card."""

    number: int
    kind: str


@dataclass(frozen=True, slots=True)
class Marks:
    """What an element's markup suggests of what is in it."""

    zone: str | None
    main: bool
    byline: bool


def marks_of(element: Any, tag: str, *, block: bool) -> Marks:
    """Return what *element* (resiliparse's), whose tag is *tag*, suggests of its content."""
    given = element.attrs
    if not given:
        return _BARE.get(tag, NO_MARKS)
    names = f"{element.getattr('class') or ''} {element.getattr('id') or ''} {element.getattr('itemprop') or ''}"
    role = (element.getattr("role") or "").lower() if "role" in given else ""
    tokens = _tokens(names) if not names.isspace() else frozenset[str]()
    main = tag in {"main", "article"} or role in {"main", "article"} or "articlebody" in names.lower()
    byline = tag == "time" or ("rel" in given and element.getattr("rel") == "author") or bool(tokens & _BYLINE_WORDS)
    zone = _zone(tag, role, tokens, block)
    if zone is None and block and "aria-hidden" in given and element.getattr("aria-hidden") == "true":
        zone = "word"
    return Marks(zone, main, byline)


NO_MARKS = Marks(None, False, False)
_BARE = {tag: Marks("tag", False, False) for tag in _TAGS} | {
    "article": Marks("card", True, False),
    "main": Marks(None, True, False),
    "ul": Marks("list", False, False),
    "ol": Marks("list", False, False),
    "time": Marks(None, False, True),
}


def unseen(element: Any) -> bool:
    """Say whether a reader does not see *element*: hidden by an attribute, a style or a class for screen readers.

    ``aria-hidden`` is none of these: dates stand in such elements, beside a wording that is only spoken.
    """
    given = element.attrs
    if "hidden" in given:
        return True
    if "style" in given and _UNSEEN_STYLE.search(element.getattr("style") or ""):
        return True
    classes = element.getattr("class") if "class" in given else None
    return bool(classes and _UNSEEN_CLASS.intersection(classes.lower().split()))


def _zone(tag: str, role: str, tokens: frozenset[str], block: bool) -> str | None:
    if tag in _TAGS or role in _ROLES:
        return "tag"
    if tag == "article":
        return "card"
    if tag == "main" or not block:
        return None
    if tokens & _COMMENT_WORDS:
        return "comments"
    if tokens & _WORDS:
        return "word"
    return "list" if tag in {"ul", "ol"} else None


@lru_cache(4_096)
def _tokens(names: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _TOKEN.findall(names)) | frozenset(names.lower().split())
