"""What holds for every source: whatever the bytes, captures or reasons come out, the same each time."""

from __future__ import annotations

import gzip
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from rasad.sources import Bounds, Capture, open_source
from tests.sources.press import PARAGRAPH

NOW = datetime(2025, 6, 2, tzinfo=UTC)
BEGINNINGS = [
    b"", b"<html>", b"<!doctype html>", b"<?xml version='1.0'?>", b"<rss><channel><item>", b"<feed>", b"<urlset><url>",
    b'{"text": "', b'[{"html": "<p>', b"WARC/1.0\r\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\x1f\x8b\x08\0\0\0\0\0\0\0",
    b"PK\x03\x04", PARAGRAPH.encode(), PARAGRAPH.encode("utf-16"), PARAGRAPH.encode("cp1256", "replace"),
]  # fmt: skip
NAMES = ["a.txt", "a.html", "a.jsonl", "a.json", "a.warc", "a.xml", "a.gz", "a"]


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=200), st.sampled_from(NAMES), st.booleans())
def test_any_bytes_under_any_name_give_captures_or_reasons(
    beginning: bytes, rest: bytes, name: str, packed: bool
) -> None:
    """Nothing raises; every text can be written as UTF-8 and holds no NUL; every reason is a sentence."""
    raw = beginning + rest
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(gzip.compress(raw) if packed else raw)
        bounds = Bounds(size=150, pages=0)
        found = list(open_source(path, bounds=bounds, now=lambda: NOW))
        again = list(open_source(path, bounds=bounds, now=lambda: NOW))

    assert found
    assert found == again
    for item in found:
        item.where.encode("utf-8")
        if isinstance(item, Capture):
            assert item.text.strip()
            assert "\0" not in item.text + item.name
            (item.text + item.name).encode("utf-8")
            assert item.captured.utcoffset() is not None
        else:
            item.why.encode("utf-8")
            assert item.why.endswith(".")
