from __future__ import annotations

import gzip
import io
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.sources import Bounds, Capture, Skipped
from rasad.sources.archive import read_archive
from rasad.sources.document import Origin
from tests.sources.press import PARAGRAPH, captures, skipped

ORIGIN = Origin("a.warc", "a", datetime(2025, 6, 2, tzinfo=UTC))
PAGE = f"<html lang=fa><title>خبر</title><h1>دیدار در آستانه</h1><p>{PARAGRAPH}</p></html>".encode()

CHUNKED = f"{len(PAGE):x}\r\n".encode() + PAGE + b"\r\n0\r\n\r\n"


def record(
    body: bytes,
    *,
    kind: str = "response",
    number: int = 1,
    uri: str = "https://e.org/1",
    media: str = "",
    extra: str = "",
) -> bytes:
    media = media or ("application/http; msgtype=response" if kind == "response" else "text/plain")
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{number:08d}>\r\n"
        f"WARC-Date: 2024-01-02T03:04:05Z\r\nWARC-Target-URI: https://e.org/1\r\nContent-Type: {media}\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def http(body: bytes, *headers: str, status: str = "200 OK", media: str = "text/html; charset=utf-8") -> bytes:
    head = "\r\n".join([f"HTTP/1.1 {status}", f"Content-Type: {media}", *headers])
    return head.encode() + b"\r\n\r\n" + body


def read(archive: bytes, bounds: Bounds | None = None) -> list[Capture | Skipped]:
    return list(read_archive(io.BytesIO(archive), ORIGIN, bounds or Bounds()))


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(http(PAGE), id="plain"),
        pytest.param(http(gzip.compress(PAGE), "Content-Encoding: gzip"), id="packed"),
        pytest.param(
            http(f"{len(PAGE):x}\r\n".encode() + PAGE + b"\r\n0\r\n\r\n", "Transfer-Encoding: chunked"), id="chunked"
        ),
        pytest.param(http(PAGE, "Content-Encoding: gzip"), id="called packed though it is not"),
        pytest.param(http(PAGE, media="application/octet-stream"), id="another media type"),
    ],
)
def test_a_response_is_the_page_in_it(answer: bytes) -> None:
    """Its name is the record's id, its moment the record's, its bytes those of the page, HTTP headers aside."""
    [capture] = captures(read(record(answer)))

    assert (capture.name, capture.where, capture.kind) == ("00000001", "a.warc#00000001", "warc")
    assert capture.captured == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert (capture.raw, capture.text) == (PAGE, f"دیدار در آستانه\n\n{PARAGRAPH}")
    assert (capture.declared.url, capture.declared.language) == ("https://e.org/1", "fa")


def test_conversions_and_resources_are_texts_and_pages() -> None:
    """Common Crawl's WET files hold conversions."""
    archive = record(PARAGRAPH.encode(), kind="conversion") + record(PAGE, kind="resource", media="text/html")

    assert [capture.text for capture in captures(read(archive))] == [PARAGRAPH, f"دیدار در آستانه\n\n{PARAGRAPH}"]


def test_the_charset_of_the_answer_counts() -> None:
    raw = f"<p>{'Встреча в Ташкенте'}</p>".encode("iso-8859-5")

    [capture] = captures(read(record(http(raw, media="text/html; charset=ISO-8859-5"))))

    assert (capture.text, capture.charset) == ("Встреча в Ташкенте", "iso8859-5")


def test_what_only_accompanies_documents_is_passed_over() -> None:
    others = b"".join(
        record(b"a: b", kind=kind, media="application/warc-fields") for kind in ("warcinfo", "request", "metadata")
    )

    assert read(others) == []


@pytest.mark.parametrize(
    ("archive", "why"),
    [
        pytest.param(record(http(b"moved", status="301 Moved")), "The server had answered 301;", id="redirect"),
        pytest.param(record(http(b"\x89PNG\r\n\x1a\n", media="image/png")), "The record holds a PNG image", id="image"),
        pytest.param(record(http(b"a{}", media="text/css")), "The record holds text (text/css)", id="style sheet"),
        pytest.param(record(http(b'{"a": 1}', media="application/json")), "The record holds json", id="JSON"),
        pytest.param(record(http(b"")), "The record is empty; expected a page or text.", id="empty"),
        pytest.param(record(b"no http"), "The record holds no HTTP answer", id="no HTTP"),
        pytest.param(record(b"", kind="revisit"), "The record is of type revisit", id="revisit"),
        pytest.param(record(http(b"a" * 500)), "The record is 5", id="too large"),
        pytest.param(record(http(gzip.compress(b"a" * 500), "Content-Encoding: gzip")), "The page unpacks to more than",
                     id="too large once unpacked"),
        pytest.param(record(http(PAGE[:150]))[:-60], "The record breaks off", id="cut off"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_skipped_and_the_next_is_read(archive: bytes, why: str) -> None:
    found = read(record(http(b"<p>yek</p>"), number=2) + archive, Bounds(size=300))

    assert [type(item).__name__ for item in found] == ["Capture", "Skipped"]
    [item] = skipped(found)
    assert item.where == "a.warc#00000001"
    assert item.why.startswith(why)


def test_a_record_that_cannot_be_unpacked_does_not_stop_the_others() -> None:
    broken = record(http(b"\x1f\x8b\x08\0junk", "Content-Encoding: gzip"))

    first, second = read(broken + record(http(PAGE), number=2))

    assert isinstance(first, Skipped)
    assert isinstance(second, Capture)


def test_an_archive_that_is_damaged_gives_what_comes_before() -> None:
    found = read(record(http(PAGE)) + b"junk junk\r\n" + record(http(PAGE), number=2))

    assert isinstance(found[0], Capture)
    assert "damaged after 1 records" in skipped(found)[0].why


def test_no_more_records_than_the_bound_are_read() -> None:
    found = read(record(http(PAGE)) * 3, Bounds(records=2))

    assert [type(item).__name__ for item in found] == ["Capture", "Capture", "Skipped"]


@given(st.binary(max_size=200), st.integers(0, 400))
def test_any_bytes_after_a_record_give_captures_or_reasons(junk: bytes, at: int) -> None:
    whole = record(http(PAGE)) + record(http(PAGE), number=2)

    for item in read(whole[:at] + junk + whole[at:]) + read(b"WARC/1.0\r\n" + junk):
        (item.where + (item.text if isinstance(item, Capture) else item.why)).encode("utf-8")
