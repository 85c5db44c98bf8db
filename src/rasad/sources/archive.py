"""Web archives (WARC): the pages and texts in them, one record in memory at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from typing import Any, BinaryIO, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from rasad.errors import SourceRefused
from rasad.sources.bounds import Bounds
from rasad.sources.capture import Capture, Declared, Skipped
from rasad.sources.declared import address, clean, short
from rasad.sources.document import Origin, read_document
from rasad.sources.kind import HEAD, sniff
from rasad.sources.stream import megabytes

_READ = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
_NOT_DOCUMENTS = WarcRecordType.warcinfo | WarcRecordType.request | WarcRecordType.metadata
_ARTICLES = ("text/html", "application/xhtml", "text/plain", "text/markdown")


class _Counted:
    """A stream that knows how far it was read, for fastwarc asks that of one that cannot be wound back."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream, self._at = stream, 0

    def read(self, size: int = -1) -> bytes:
        got = self._stream.read(size)
        self._at += len(got)
        return got

    def tell(self) -> int:
        return self._at


def read_archive(stream: BinaryIO, origin: Origin, bounds: Bounds) -> Iterator[Capture | Skipped]:
    """Yield the page or text of each response, resource and conversion record, and why others were not read.

    What merely accompanies documents (warcinfo, request and metadata records) is passed over.
    """
    count = 0
    records = iter(ArchiveIterator(cast(BinaryIO, _Counted(stream)), parse_http=False, stream_detect=False))
    while True:
        try:
            record = next(records)
        except StopIteration:
            return
        except (OSError, ValueError) as error:
            yield Skipped(origin.where, f"The archive is damaged after {count} records ({error}); those were read.")
            return
        count += 1
        if count > bounds.records:
            why = (
                f"The archive has more than {bounds.records:,} records, the bound for one file; the rest was not read."
            )
            yield Skipped(origin.where, why)
            return
        if record.record_type & _NOT_DOCUMENTS:
            continue
        try:
            yield _read_record(record, count, origin, bounds)
        except OSError as error:
            yield Skipped(origin.where, f"The archive is damaged in record {count} ({error}); those before were read.")
            return


def _read_record(record: Any, count: int, origin: Origin, bounds: Bounds) -> Capture | Skipped:
    ident = (record.record_id or "").strip("<>").removeprefix("urn:uuid:") or f"{origin.name}:{count}"
    where = clean(f"{origin.where}#{ident}")
    url = address(record.headers.get("WARC-Target-URI", "").strip("<>"))
    kind = str(record.record_type).lower()
    if not record.record_type & _READ:
        return Skipped(where, f"The record is of type {kind}, which holds no document of its own.")
    if record.content_length > bounds.size:
        size, bound = megabytes(record.content_length), megabytes(bounds.size)
        return Skipped(where, f"The record is {size} long; the bound for one document is {bound}.")
    raw = record.reader.read(bounds.size + 1)
    if len(raw) < record.content_length:
        why = f"The record breaks off: {len(raw):,} of its {record.content_length:,} bytes are there. Get it again."
        return Skipped(where, why)
    content_type, charset = (record.headers.get("Content-Type") or "").lower(), None
    if record.is_http:
        try:
            raw, content_type, charset = _http_body(raw, where, bounds)
        except SourceRefused as refused:
            return Skipped(where, refused.why)
    captured = record.record_date
    at = replace(
        origin,
        where=where,
        name=short(ident),
        captured=captured.astimezone(UTC) if captured is not None else origin.captured,
        file="",
        content_type=content_type,
        charset=charset,
        declared=Declared(url=url),
    )
    return _read_body(raw, at, bounds)


def _read_body(raw: bytes, at: Origin, bounds: Bounds) -> Capture | Skipped:
    found = sniff(raw[:HEAD], content_type=at.content_type)
    typed = at.content_type.split(";")[0].strip()
    if found.name == "html" or (found.name == "text" and (not typed or typed.startswith(_ARTICLES))):
        return read_document(raw, at, bounds, markup=found.name == "html", kind="warc")
    if found.name == "empty":
        return Skipped(at.where, "The record is empty; expected a page or text.")
    what = found.found or (f"{found.name} ({typed})" if typed else found.name)
    return Skipped(at.where, f"The record holds {clean(what)}; expected a page or text.")


def _http_body(raw: bytes, where: str, bounds: Bounds) -> tuple[bytes, str, str | None]:
    """Return the body of an HTTP answer, unpacked where its headers say it is packed, its type and charset."""
    for decoding in ("all", "none"):
        answer = WarcRecord()
        answer.set_bytes_content(raw)
        answer.is_http = True
        try:
            answer.parse_http(auto_decode=decoding)
            status = answer.http_headers.status_code
            body = bytes(answer.reader.read(bounds.size + 1))
        except (OSError, ValueError):
            continue
        if status is None:
            raise SourceRefused(where, "The record holds no HTTP answer, though its type says so.")
        if not 200 <= status < 300:
            raise SourceRefused(where, f"The server had answered {status}; expected a page (200).")
        if len(body) > bounds.size:
            raise SourceRefused(
                where, f"The page unpacks to more than {megabytes(bounds.size)}, the bound for one page."
            )
        return body, (answer.http_headers.get("Content-Type") or "").lower(), answer.http_charset
    raise SourceRefused(where, "The HTTP answer in the record cannot be parsed; get the page again.")
