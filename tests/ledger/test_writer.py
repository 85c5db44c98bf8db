from __future__ import annotations

import io
import multiprocessing
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rasad.errors import EvidenceMismatch, LedgerError
from rasad.events.event import Event
from rasad.ledger import View, Writer, audit
from rasad.ledger.assertion import Row, reading_rows
from rasad.pipeline.reading import Reading
from rasad.sources.capture import Capture, Skipped
from rasad.text.span import Span

MakeCapture = Callable[..., Capture]
MakeReading = Callable[..., Reading]


def exported(path: Path) -> str:
    stream = io.StringIO()
    with View(path) as view:
        view.export_jsonl(stream)
    return stream.getvalue()


def test_what_is_read_stands_in_the_ledger_and_holds_its_invariants(
    tmp_path: Path, make_capture: MakeCapture, make_reading: MakeReading
) -> None:
    path = tmp_path / "a.db"
    with Writer(path) as writer:
        assert writer.add(make_capture(), make_reading())

    with View(path) as view:
        summary = view.summary()
    assert {k: summary[k] for k in ("articles", "events", "figures", "statements", "risks", "responses", "checks")} == {
        "articles": 1, "events": 1, "figures": 1, "statements": 1, "risks": 1, "responses": 1, "checks": 1,
    }  # fmt: skip
    assert audit(path) == []


def test_the_same_thing_twice_changes_nothing(
    tmp_path: Path, make_capture: MakeCapture, make_reading: MakeReading
) -> None:
    """Ids come from content: a second run, at another hour, leaves the export as it was, byte for byte."""
    path = tmp_path / "a.db"
    with Writer(path) as writer:
        writer.add(make_capture(), make_reading())
        writer.add_skipped(Skipped("b.bin", "It is not text."))
    before = exported(path)

    with Writer(path) as writer:
        assert not writer.add(make_capture(hour=20), make_reading())
        assert not writer.add_skipped(Skipped("b.bin", "It is not text."))

    assert exported(path) == before


def test_one_text_found_at_two_places_is_one_article(
    tmp_path: Path, make_capture: MakeCapture, make_reading: MakeReading
) -> None:
    path = tmp_path / "a.db"
    with Writer(path) as writer:
        writer.add(make_capture(), make_reading())
        writer.add(make_capture(where="copies/a.txt"), make_reading())

    with View(path) as view:
        [article] = view.articles()
    assert article["found_at"] == ["copies/a.txt", "news/a.txt"]


def test_a_newer_version_stands_and_the_older_is_kept(
    tmp_path: Path, make_capture: MakeCapture, make_reading: MakeReading
) -> None:
    """Rows are added, never changed: a re-reading is another run, and listings show the newest one."""
    path = tmp_path / "a.db"
    with Writer(path) as writer:
        writer.add(make_capture(), make_reading())
        assert writer.add(make_capture(), make_reading(version="2", status="planned"))

    with View(path) as view:
        [event] = view.events()
        [figure] = view.figures()
        readings = view.show(figure["id"])["readings"]
    assert event["status"] == "planned"
    assert [(r["version"], r["stands"]) for r in readings] == [("1", False), ("2", True)]
    assert exported(path).count('"table":"event"') == 2
    assert audit(path) == []


def test_a_span_beyond_the_text_is_refused_and_nothing_of_the_reading_is_kept(
    tmp_path: Path, make_capture: MakeCapture, make_reading: MakeReading
) -> None:
    reading = make_reading()
    beyond = Event("AGREE", "happened", ("KAZ",), (), Span(3, len(reading.article.text) + 1))
    path = tmp_path / "a.db"
    with Writer(path) as writer, pytest.raises(EvidenceMismatch):
        writer.add(make_capture(), replace(reading, events=(beyond,)))

    with View(path) as view:
        assert view.summary()["articles"] == view.summary()["captures"] == 0


def test_a_quote_that_is_not_what_its_span_holds_is_refused(
    tmp_path: Path, make_capture: MakeCapture, make_reading: MakeReading
) -> None:
    def forged(row: Row) -> Row:
        return Row(row.table, {**row.values, "quote": "other words"}) if row.table == "evidence" else row

    with Writer(tmp_path / "a.db") as writer, pytest.raises(EvidenceMismatch, match="other words"):
        writer.add_rows([forged(row) for row in reading_rows(make_capture(), make_reading())])


@pytest.mark.parametrize(
    "command",
    [
        "UPDATE event SET status = 'denied'",
        "DELETE FROM evidence",
        "UPDATE article SET text = 'x'",
        "DELETE FROM skipped",
        "INSERT INTO evidence SELECT record, start_char, end_char + 1, article, quote FROM evidence LIMIT 1",
    ],
)
def test_even_bare_sql_cannot_change_a_row_or_add_a_false_quote(
    command: str, tmp_path: Path, make_capture: MakeCapture, make_reading: MakeReading
) -> None:
    path = tmp_path / "a.db"
    with Writer(path) as writer:
        writer.add(make_capture(), make_reading())
        writer.add_skipped(Skipped("b", "It is empty."))
    with sqlite3.connect(path) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(command)


def test_an_entity_without_a_name_in_the_text_is_proved_by_what_stands_for_it_or_left_out(
    tmp_path: Path, make_capture: MakeCapture, make_reading: MakeReading
) -> None:
    """The parliament is worded nowhere in the article: no words, no row."""
    path = tmp_path / "a.db"
    with Writer(path) as writer:
        writer.add(make_capture(), make_reading())

    with View(path) as view:
        assert {entity["id"] for entity in view.entities()} == {"KAZ", "AFG", "person:kassym-jomart-tokayev"}


def _add_until_killed(path: str, captures: list[Capture], reading: Reading, after: int) -> None:
    import os

    with Writer(path) as writer:
        for count, capture in enumerate(captures):
            rows = list(reading_rows(capture, reading))
            if count == after:
                writer._connection.execute("BEGIN IMMEDIATE")
                for row in rows[: len(rows) // 2]:
                    writer._insert(row)
                os._exit(9)
            writer.add_rows(rows)


def test_a_writer_killed_midway_leaves_whole_readings_and_running_again_adds_the_rest(
    tmp_path: Path, make_capture: MakeCapture, make_reading: MakeReading
) -> None:
    captures = [make_capture(where=f"news/{n}.txt") for n in range(3)]
    path, unbroken = tmp_path / "a.db", tmp_path / "b.db"
    process = multiprocessing.get_context("fork").Process(
        target=_add_until_killed, args=(str(path), captures, make_reading(), 0)
    )
    process.start()
    process.join()
    assert process.exitcode == 9
    assert audit(path) == []

    for ledger in (path, unbroken):
        with Writer(ledger) as writer:
            for capture in captures:
                writer.add(capture, make_reading())
    assert exported(path) == exported(unbroken)


@pytest.mark.parametrize("content", [b"not a database at all, only words\n" * 40, b"\x89PNG\r\n"])
def test_a_file_that_is_no_ledger_is_refused_in_words_and_left_alone(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    for opening in (Writer, View, audit):
        with pytest.raises(LedgerError, match="not a ledger"):
            opening(path)
    assert path.read_bytes() == content


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE mine (x)")
    for opening in (Writer, View):
        with pytest.raises(LedgerError, match="something else"):
            opening(path)


def test_a_ledger_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "new.db"
    Writer(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    for opening in (Writer, View):
        with pytest.raises(LedgerError, match="newer rasad"):
            opening(path)


def test_a_missing_ledger_is_not_made_by_looking(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such file"):
        View(tmp_path / "none.db")
    assert not (tmp_path / "none.db").exists()


def test_a_ledger_is_read_while_another_process_writes(
    tmp_path: Path, make_capture: MakeCapture, make_reading: MakeReading
) -> None:
    path = tmp_path / "a.db"
    with Writer(path) as writer, View(path) as view:
        assert view.articles() == []
        writer.add(make_capture(), make_reading())
        assert len(view.articles()) == 1
