from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.sources import Bounds, Capture, Declared
from rasad.sources.document import Origin
from rasad.sources.records import read_json, read_json_lines
from tests.sources.press import PARAGRAPH, captures, skipped

NOW = datetime(2025, 6, 2, tzinfo=UTC)
ORIGIN = Origin("a.jsonl", "a", NOW)


def _lines(*values: object, bounds: Bounds | None = None) -> list[Any]:
    text = "\n".join(v if isinstance(v, str) else json.dumps(v, ensure_ascii=False) for v in values)
    return list(read_json_lines(io.BytesIO(text.encode()), ORIGIN, bounds or Bounds()))


def test_the_text_of_a_record_is_kept_as_it_is_given() -> None:
    """Its bytes are the line, its name is its id, its title stays beside it."""
    line = json.dumps({"id": 7, "title": "عنوان", "text": " متن\r\nخبر "}, ensure_ascii=False)

    [capture] = captures(_lines(line))

    assert (capture.name, capture.where, capture.kind) == ("7", "a.jsonl:1", "jsonl")
    assert (capture.text, capture.raw) == (" متن\r\nخبر ", line.encode())
    assert capture.declared.title == "عنوان"


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(
            {"url": "https://e.org/1", "title": "ت", "date": "2025-06-02", "language": "fa", "text": PARAGRAPH},
            id="plain",
        ),
        pytest.param(
            {"source_url": "https://e.org/1", "title": "ت", "date_publish": "2025-06-02", "language": "fa",
             "maintext": PARAGRAPH}, id="a news crawler",
        ),
        pytest.param(
            {"link": "https://e.org/1", "headline": "ت", "datePublished": "2025-06-02", "inLanguage": ["fa"],
             "articleBody": PARAGRAPH}, id="schema.org",
        ),
        pytest.param(
            {"url": "https://e.org/1", "published": "2025-06-02", "lang": "fa",
             "html": f'<meta property="og:title" content="ت"><p>{PARAGRAPH}</p>'}, id="a page",
        ),
        pytest.param({"content": f"<p>{PARAGRAPH}</p><p></p>", "metadata":
             {"url": "https://e.org/1", "title": "ت", "pubDate": "2025-06-02", "language": "fa"}}, id="nested",
        ),
        pytest.param(
            {"u": "https://e.org/1", "title": "ت", "published_at": "2025-06-02", "lang": "fa",
             "text": PARAGRAPH.split("\n")}, id="paragraphs in a list",
        ),
    ],
)  # fmt: skip
def test_the_keys_of_common_crawlers_mean_the_same(record: dict[str, object]) -> None:
    [capture] = captures(_lines(record))

    assert capture.text == PARAGRAPH
    assert capture.name == "https://e.org/1"
    assert capture.declared == Declared("ت", "2025-06-02", "fa", "https://e.org/1")


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        pytest.param("2025-06-02T10:00:00+03:30", "2025-06-02T10:00:00+03:30", id="ISO"),
        pytest.param("Mon, 02 Jun 2025 00:10:00 +0330", "2025-06-02T00:10:00+03:30", id="mail, its offset kept"),
        pytest.param(1748822400, "2025-06-02T00:00:00+00:00", id="seconds"),
        pytest.param("1748822400000", "2025-06-02T00:00:00+00:00", id="milliseconds in a string"),
        pytest.param("۱۲ خرداد ۱۴۰۴", "۱۲ خرداد ۱۴۰۴", id="as found"),
        pytest.param(None, None, id="null"),
    ],
)
def test_dates_come_to_iso_8601_where_they_are_understood(given: object, kept: str | None) -> None:
    [capture] = captures(_lines({"text": PARAGRAPH, "date": given}))

    assert capture.declared.published == kept


def test_a_record_that_fails_does_not_stop_the_others() -> None:
    """Each says what was found and what was expected; empty lines are no records."""
    found = _lines('{"text": "یک"}', "{broken", "", "3", '{"x": 1}', '{"text": "  "}', '{"text": "دو"}')

    assert [item.text for item in found if isinstance(item, Capture)] == ["یک", "دو"]
    assert [(item.where, item.why) for item in skipped(found)] == [
        ("a.jsonl:2", "The line is no JSON (Expecting property name enclosed in double quotes at character 2); "
                      "expected one object a line with text or html."),
        ("a.jsonl:4", "The record is JSON of type int; expected an object with the key text or html."),
        ("a.jsonl:5", "The record has no text: its keys are x; expected text or html."),
        ("a.jsonl:6", "The record has no text: its keys are text; expected text or html."),
    ]  # fmt: skip


def test_characters_that_no_file_can_keep_are_replaced_one_for_one() -> None:
    [capture] = captures(_lines('{"text": "الف\\u0000ب\\ud800پ", "id": "\\udfff"}'))

    assert (capture.text, capture.name) == ("الف\ufffdب\ufffdپ", "\ufffd")


def test_a_line_over_the_bound_is_skipped_and_the_next_is_read() -> None:
    found = _lines({"text": "a" * 500}, {"text": "دو"}, bounds=Bounds(size=200))

    assert [item.why for item in skipped(found)] == [
        "The line is longer than 200 bytes, the bound for one record. Is it JSON lines at all?"
    ]
    assert [item.text for item in found if isinstance(item, Capture)] == ["دو"]


def test_no_more_records_than_the_bound_are_read() -> None:
    found = _lines({"text": "یک"}, {"text": "دو"}, {"text": "سه"}, bounds=Bounds(records=2))

    assert [type(item).__name__ for item in found] == ["Capture", "Capture", "Skipped"]


class _Endless(io.RawIOBase):
    """``lines`` JSON lines that nobody has to hold."""

    def __init__(self, lines: int) -> None:
        self.left = lines + 1

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self.left -= 1
        line = b'{"text":"aa"}\n' if self.left > 0 else b""
        buffer[: len(line)] = line
        return len(line)


def _peak(lines: int) -> int:
    """Bytes in use at the most while so many JSON lines are read and let go."""
    tracemalloc.start()
    source = io.BufferedReader(_Endless(lines), 14)
    count = sum(1 for _ in read_json_lines(source, ORIGIN, Bounds()))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == lines
    return peak


def test_json_lines_of_any_length_take_the_memory_of_one() -> None:
    _peak(10)  # what is made once, at the first reading

    assert _peak(21_000) - _peak(1_000) < 20_000 * 47, "47 bytes is the least that a kept line takes"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param('[{"text": "یک"}, {"text": "دو", "id": "b"}]', ["a:1", "b"], id="a list"),
        pytest.param('{"version": "1", "items": [{"id": "1", "content_html": "<p>یک</p>"}]}', ["1"], id="a JSON feed"),
        pytest.param('{\n "title": "ت",\n "text": "یک"\n}', ["a"], id="one article"),
        pytest.param('[{"text": "یک"}, {"text": ', ["a:1", None], id="a list that breaks off"),
        pytest.param("[]", [None], id="an empty list"),
        pytest.param('{"text": ', [None], id="broken"),
        pytest.param("[" * 9999, [None], id="nested too deeply"),
    ],
)
def test_a_json_document_is_a_list_or_one_article(text: str, names: list[str | None]) -> None:
    found = list(read_json(text.encode(), ORIGIN, Bounds()))

    assert [getattr(item, "name", None) for item in found] == names


def test_records_of_a_list_keep_their_own_bytes() -> None:
    first, second = read_json('[{"text": "یک"},  {"text":"دو"}]'.encode(), ORIGIN, Bounds())

    assert isinstance(first, Capture)
    assert isinstance(second, Capture)
    assert (first.raw, second.raw) == ('{"text": "یک"}'.encode(), '{"text":"دو"}'.encode())


_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["text", "html", "url", "date", "title", "id", "lang", "author", "items", "meta", "source"]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=15,
)


@given(_values)
def test_any_json_gives_captures_or_reasons(value: object) -> None:
    """Nothing that JSON can hold raises, and what is captured can be kept."""
    raw = json.dumps(value).encode()

    def both() -> Iterator[Any]:
        yield from read_json_lines(io.BytesIO(raw), ORIGIN, Bounds())
        yield from read_json(raw, ORIGIN, Bounds())

    for item in both():
        (item.text + item.name if isinstance(item, Capture) else item.why).encode("utf-8")
