"""One way in: a file, a folder, an address or standard input, of whatever kind, as captures, one after another.

for found in open_source("news/"):
    ...  # a Capture, or a Skipped that says in a sentence why something was not read
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, BinaryIO

from rasad.errors import SourceError, SourceMissing, SourceRefused
from rasad.sources.bounds import Bounds
from rasad.sources.capture import Capture, Declared, Skipped
from rasad.sources.declared import clean, merged
from rasad.sources.document import Origin, read_document
from rasad.sources.folder import files_in, reason, shown
from rasad.sources.kind import HEAD, Kind, sniff
from rasad.sources.records import read_json, read_json_lines
from rasad.sources.stream import Inflate, buffered, look, read_whole

if TYPE_CHECKING:
    from rasad.sources.web import Web

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):(?://)?")
_DEEPEST = 6
Found = Capture | Skipped


def open_source(
    where: str | Path,
    *,
    follow: bool = False,
    bounds: Bounds | None = None,
    now: Callable[[], datetime] | None = None,
) -> Iterator[Found]:
    """Yield what *where* holds, lazily, in its own order.

    What a file is, is told from its bytes, not its ending: text, HTML, JSON lines or a JSON list, WARC, RSS, Atom or a
    sitemap, each also packed by gzip. A folder is read with all folders in it, sorted. The pages that a sitemap lists
    are fetched.

    Args:
        where: a path, an http or https address, or "-" for standard input.
        follow: whether to fetch the page of each entry of a feed too.
        bounds: how much to read at most.
        now: the clock that stamps captures; a web archive's records carry their own time.

    Yields:
        Captures, and for each thing that was met and not read a Skipped with its reason.

    Raises:
        SourceMissing: *where* itself does not exist; at once for a path, with the first item for an address.
        SourceRefused: *where* is an address of another scheme than http and https.
    """
    opening = _Opening(bounds or Bounds(), follow, now or (lambda: datetime.now(UTC)))
    if str(where) == "-":
        return opening.closing(opening.standard_input())
    scheme = _SCHEME.match(where) if isinstance(where, str) else None
    path = Path(where)
    if scheme is not None and not _exists(path):
        if scheme.group(1).lower() not in {"http", "https"}:
            why = f"The scheme {scheme.group(1)!r} is not read; give a path, or an address of http or https."
            raise SourceRefused(str(where), why)
        return opening.closing(opening.asked(str(where)))
    if not _exists(path):
        raise SourceMissing(shown(path), "There is no such file or folder. Is the path right?")
    return opening.closing(opening.folder(path) if path.is_dir() else opening.file(path))


class _Opening:
    """One call of :func:`open_source`: its bounds, its clock, and the addresses already asked for."""

    def __init__(self, bounds: Bounds, follow: bool, now: Callable[[], datetime]) -> None:
        self._bounds, self._follow, self._now = bounds, follow, now
        self._web: Web | None = None
        self._fetched: set[str] = set()

    def closing(self, found: Iterator[Found]) -> Iterator[Found]:
        try:
            yield from found
        finally:
            if self._web is not None:
                self._web.close()

    def standard_input(self) -> Iterator[Found]:
        yield from self._read(sys.stdin.buffer, Origin("-", "stdin", self._now()))

    def folder(self, folder: Path) -> Iterator[Found]:
        for path in files_in(folder):
            if isinstance(path, Skipped):
                yield path
            else:
                yield from self.file(path)

    def file(self, path: Path) -> Iterator[Found]:
        name = Path(shown(path)).name
        origin = Origin(shown(path), PurePath(name.removesuffix(".gz")).stem or name, self._now(), file=name)
        try:
            with path.open("rb") as stream:
                yield from self._read(stream, origin)
        except OSError as error:
            yield Skipped(origin.where, f"It cannot be opened ({reason(error)}).")

    def asked(self, address: str) -> Iterator[Found]:
        """Read the address that was asked for itself; that it does not exist is an error, all else a reason."""
        try:
            yield from self._fetch(address, Origin(address, address, self._now()))
        except SourceRefused as refused:
            yield Skipped(clean(address), refused.why)

    def listed(self, address: str, at: Origin) -> Iterator[Found]:
        """Read an address that a feed or sitemap lists, once; *at* is the list, or its entry."""
        if address in self._fetched:
            return
        if len(self._fetched) >= self._bounds.pages:
            yield Skipped(
                clean(address), f"It was not fetched: {self._bounds.pages:,} addresses, the bound, were before it."
            )
            return
        origin = Origin(address, address, self._now(), declared=at.declared, level=at.level + 1)
        found_at = at.where if at.where.startswith(("http://", "https://")) else None
        try:
            yield from self._fetch(address, origin, found_at)
        except SourceError as error:
            yield Skipped(clean(address), error.why)

    def _fetch(self, address: str, origin: Origin, found_at: str | None = None) -> Iterator[Found]:
        from rasad.sources.web import Web

        self._web = self._web or Web(self._bounds)
        self._fetched.add(address)
        with self._web.get(address, found_at=found_at) as answer:
            at = replace(
                origin,
                file=PurePath(answer.address.partition("?")[0]).name,
                content_type=answer.content_type,
                charset=answer.charset,
                declared=merged([origin.declared, Declared(url=answer.address)]),
            )
            yield from self._read(answer.stream, at)

    def _read(self, stream: BinaryIO, origin: Origin) -> Iterator[Found]:
        try:
            head, stream = look(stream, HEAD)
            kind = sniff(head, name=origin.file, content_type=origin.content_type)
            yield from self._read_as(kind, stream, origin)
        except SourceRefused as refused:
            yield Skipped(clean(origin.where), refused.why)
        except OSError as error:
            yield Skipped(clean(origin.where), f"It cannot be read to its end ({reason(error)}).")

    def _read_as(self, kind: Kind, stream: BinaryIO, origin: Origin) -> Iterator[Found]:
        bounds = self._bounds
        if kind.name in {"gzip", "sitemap"} and origin.level > _DEEPEST:
            yield Skipped(
                clean(origin.where), f"It lies more than {_DEEPEST} packings or lists deep; give it by itself."
            )
        elif kind.name == "empty":
            yield Skipped(clean(origin.where), "It is empty; expected text.")
        elif kind.name == "other":
            why = f"It is {kind.found}; expected text, a page, JSON lines, a web archive or a feed. {kind.advice}"
            yield Skipped(clean(origin.where), why)
        elif kind.name == "gzip":
            inner = replace(origin, file=origin.file.removesuffix(".gz"), content_type="", level=origin.level + 1)
            yield from self._read(buffered(Inflate(stream, origin.where, bounds)), inner)
        elif kind.name == "warc":
            from rasad.sources.archive import read_archive

            yield from read_archive(stream, origin, bounds)
        elif kind.name == "jsonl":
            yield from read_json_lines(stream, origin, bounds)
        else:
            yield from self._read_whole(kind, read_whole(stream, origin.where, bounds), origin)

    def _read_whole(self, kind: Kind, raw: bytes, origin: Origin) -> Iterator[Found]:
        if kind.name == "json":
            yield from read_json(raw, origin, self._bounds)
        elif kind.name == "feed":
            from rasad.sources.feed import read_feed

            yield from read_feed(raw, origin, self._bounds, self.listed if self._follow else None)
        elif kind.name == "sitemap":
            yield from self._sitemap(raw, origin)
        else:
            yield read_document(raw, origin, self._bounds, markup=kind.name == "html")

    def _sitemap(self, raw: bytes, origin: Origin) -> Iterator[Found]:
        from rasad.sources.sitemap import read_sitemap

        empty = True
        for listed in read_sitemap(raw, origin.where, origin.charset):
            empty = False
            if listed.address is None:
                why = "The sitemap lists it, yet it is no http or https address."
                yield Skipped(clean(listed.given), why)
            elif len(self._fetched) >= self._bounds.pages and listed.address not in self._fetched:
                most = f"{self._bounds.pages:,} addresses, the bound, were fetched"
                why = f"{most}; from {listed.address} on they are left."
                yield Skipped(clean(origin.where), why)
                return
            else:
                yield from self.listed(listed.address, replace(origin, declared=listed.declared))
        if empty:
            yield Skipped(
                clean(origin.where), "The sitemap lists no addresses; expected <url> or <sitemap> with a <loc>."
            )


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
