"""Sitemaps: the addresses that a site lists, and the sitemaps that it lists them in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from rasad.errors import SourceRefused
from rasad.sources.capture import Declared
from rasad.sources.charset import decode
from rasad.sources.declared import address, clean, language, moment, words

_LISTING = frozenset({"url", "sitemap"})
_WANTED = frozenset({"loc", "title", "publication_date", "language", "name"})


@dataclass(frozen=True, slots=True)
class Listed:
    """One address of a sitemap, with what a news sitemap says of the article there.

    ``given`` is the address as it stands; ``address`` is None where that is none of http or https.
    """

    given: str
    address: str | None
    declared: Declared


def read_sitemap(raw: bytes, where: str, charset: str | None = None) -> Iterator[Listed]:
    """Yield the addresses of a sitemap or of an index of sitemaps, in their order.

    Raises:
        SourceRefused: it declares entities of its own; or, after the last address, it is not well-formed.
    """
    text = clean(decode(raw, declared=charset, markup=True).text).removeprefix("\ufeff").lstrip()
    if text.startswith("<?xml") and "?>" in text:
        text = text[text.index("?>") + 2 :]
    entries = _Entries()
    parser = ElementTree.DefusedXMLParser(target=entries, forbid_dtd=True)
    broken: Exception | None = None
    try:
        parser.feed(text)
        parser.close()
    except DefusedXmlException as error:
        why = "The sitemap declares a DTD or entities of its own; expected a plain one."
        raise SourceRefused(where, why) from error
    except (ElementTree.ParseError, ValueError) as error:
        broken = error
    yield from map(_listed, entries.found)
    if broken is not None:
        raise SourceRefused(where, f"The sitemap breaks off ({broken}); the addresses before that are used.")


class _Entries:
    """What a parser fills: the first text of each element within each <url> or <sitemap> that has a <loc>."""

    def __init__(self) -> None:
        self.found: list[dict[str, str]] = []
        self._entry: dict[str, str] = {}
        self._text: list[str] = []

    def start(self, tag: str, _: object) -> None:
        self._text = []
        if _local(tag) in _LISTING:
            self._entry = {}

    def data(self, text: str) -> None:
        self._text.append(text)

    def end(self, tag: str) -> None:
        name, text = _local(tag), "".join(self._text).strip()
        self._text = []
        if name in _LISTING:
            if "loc" in self._entry:
                self.found.append(self._entry)
            self._entry = {}
        elif text and name in _WANTED:
            self._entry.setdefault(name, text)

    def close(self) -> None:
        pass


def _listed(entry: dict[str, str]) -> Listed:
    declared = Declared(
        title=words(entry.get("title")),
        published=moment(entry.get("publication_date")),
        language=language(entry.get("language")),
        url=address(entry["loc"]),
        site=words(entry.get("name")),
    )
    return Listed(entry["loc"], declared.url, declared)


def _local(tag: str) -> str:
    return tag.rpartition("}")[2].lower()
