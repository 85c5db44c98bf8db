"""Sitemaps: the addresses that a site lists, and the sitemaps that it lists them in."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from rasad.errors import SourceRefused
from rasad.sources.capture import Declared
from rasad.sources.charset import decode
from rasad.sources.declared import address, clean, language, moment, words


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
        SourceRefused: while iterating: it is not well-formed, or declares entities of its own.
    """
    text = clean(decode(raw, declared=charset, markup=True).text).removeprefix("\ufeff").lstrip()
    if text.startswith("<?xml") and "?>" in text:
        text = text[text.index("?>") + 2 :]
    try:
        for _, element in ElementTree.iterparse(io.BytesIO(text.encode("utf-8")), forbid_dtd=True):
            if _local(element) in {"url", "sitemap"}:
                if (listed := _listed(element)) is not None:
                    yield listed
                element.clear()
    except DefusedXmlException as error:
        raise SourceRefused(
            where, "The sitemap declares a DTD or entities of its own; expected a plain one."
        ) from error
    except (ElementTree.ParseError, ValueError) as error:
        raise SourceRefused(where, f"The sitemap breaks off ({error}); the addresses before that are used.") from error


def _listed(element: Any) -> Listed | None:
    found: dict[str, str] = {}
    for child in element.iter():
        if (name := _local(child)) and child.text and child.text.strip():
            found.setdefault(name, child.text.strip())
    if "loc" not in found:
        return None
    declared = Declared(
        title=words(found.get("title")),
        published=moment(found.get("publication_date")),
        language=language(found.get("language")),
        url=address(found["loc"]),
        site=words(found.get("name")),
    )
    return Listed(found["loc"], declared.url, declared)


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2].lower()
