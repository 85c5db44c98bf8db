from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from rasad.errors import LedgerError
from rasad.ledger import View, Writer, audit
from rasad.pipeline.reading import Reading
from rasad.sources.capture import Capture, Skipped


@pytest.fixture
def view(
    tmp_path: Path, make_capture: Callable[..., Capture], make_reading: Callable[..., Reading]
) -> Iterator[View]:
    path = tmp_path / "a.db"
    with Writer(path) as writer:
        writer.add(make_capture(), make_reading())
        writer.add_skipped(Skipped("b.bin", "It is not text."))
    with View(path) as view:
        yield view


def test_an_event_is_listed_with_its_parties_in_order_and_its_quote(view: View) -> None:
    [event] = view.events()

    assert event["actors"] == ["KAZ", "AFG"] and event["recipients"] == []
    assert event["people"] == ["person:kassym-jomart-tokayev"]
    assert event["topics"] == ["diplomacy"]
    assert (event["first_day"], event["published"]) == ("2025-06-02", "2025-06-02")
    assert event["quote"] == "با متقی از افغانستان دیدار کرد"


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, 1),
        ({"between": ["KAZ", "AFG"]}, 1),
        ({"between": ["KAZ", "UZB"]}, 0),
        ({"party": "AFG"}, 1),
        ({"party": "UZB"}, 0),
        ({"since": date(2025, 6, 2)}, 1),
        ({"since": date(2025, 6, 3)}, 0),
        ({"until": date(2025, 6, 1)}, 0),
        ({"type": "consult"}, 1),
        ({"type": "AID"}, 0),
        ({"status": "happened"}, 1),
        ({"status": "planned"}, 0),
        ({"language": "fa"}, 1),
        ({"language": "fa-AF"}, 1),
        ({"language": "ar"}, 0),
        ({"limit": 0}, 0),
        ({"party": "AFG", "type": "CONSULT", "language": "fa", "limit": 5}, 1),
    ],
)
def test_filters_narrow_events(view: View, filters: Any, found: int) -> None:
    assert len(view.events(**filters)) == found


def test_a_person_counts_for_the_state_that_the_article_gives_them(view: View) -> None:
    """A statement by Kazakhstan's president is found under KAZ, though its speaker is the person."""
    [statement] = view.statements(party="KAZ")

    assert statement["speaker"] == "person:kassym-jomart-tokayev"
    assert view.statements(party="AFG") == []


def test_what_has_no_day_of_its_own_is_placed_by_publication(view: View) -> None:
    assert len(view.figures(since=date(2025, 6, 1), until=date(2025, 6, 30))) == 1
    assert view.figures(since=date(2025, 7, 1)) == []


@pytest.mark.parametrize("kind", ["events", "figures", "statements", "risks", "responses", "checks"])
def test_every_kind_takes_every_filter(view: View, kind: str) -> None:
    listing = getattr(view, kind)
    assert len(listing()) == 1
    listing(between=["KAZ", "AFG"], party="KAZ", since=date(2025, 1, 1), until=date(2025, 12, 31), type="x",
            status="y", language="fa", limit=3)  # fmt: skip


def test_articles_and_entities_are_listed_with_their_counts(view: View) -> None:
    [article] = view.articles(party="KAZ", language="fa", since=date(2025, 1, 1))
    assert article["title"] == "دیدار در آستانه"
    assert (article["events"], article["entities"]) == (1, 3)
    assert view.articles(party="UZB") == []

    [person] = view.entities(type="person", party="KAZ")
    assert person["surfaces"] == ["توکایف"]


def test_a_record_is_shown_with_its_quote_in_its_sentence_and_where_it_was_found(view: View) -> None:
    [event] = view.events()
    shown = view.show(event["id"])

    [evidence] = shown["evidence"]
    assert evidence["sentence"].startswith("توکایف") and evidence["sentence"].endswith("دیدار کرد.")
    assert evidence["before"] + evidence["quote"] + evidence["after"] == evidence["sentence"]
    assert shown["found_at"] == ["news/a.txt"]
    assert shown["actors"] == ["KAZ", "AFG"]


def test_an_article_is_shown_whole(view: View) -> None:
    [article] = view.articles()
    assert view.show(article["id"])["text"].endswith("نظرات بسته شده است.")


def test_showing_what_is_not_there_says_so(view: View) -> None:
    with pytest.raises(LedgerError, match="evt-0"):
        view.show("evt-0")


@pytest.mark.parametrize(
    "words",
    ["قزاقستان", "قزاقستان افغانستان", "رئيسجمهور", "600", "«دیدار در»", '"دو کشور"', "قزاق*"],
)
def test_words_are_found_however_they_are_spelt(view: View, words: str) -> None:
    """Letters, digits and joiners are folded on both sides."""
    [found] = view.find(words)

    text = view.show(found["article"])["text"]
    assert 0 <= found["start"] < found["end"] <= len(text)
    assert " ".join(text[found["start"] : found["end"]].split()) in found["snippet"]


@pytest.mark.parametrize("words", ["", "  ", "»«", "ازبکستان", '"کشور دو"', "NEAR(", "AND", '"', "*", "folded:x"])
def test_words_that_stand_nowhere_find_nothing_and_break_nothing(view: View, words: str) -> None:
    assert view.find(words) == []


def test_the_export_is_sorted_json_without_clock_times(view: View) -> None:
    stream = io.StringIO()
    count = view.export_jsonl(stream)

    lines = [json.loads(line) for line in stream.getvalue().splitlines()]
    assert len(lines) == count
    assert not any("captured" in line or "begun" in line or "raw" in line for line in lines)
    [skipped] = [line for line in lines if line["table"] == "skipped"]
    assert skipped["why"] == "It is not text."


def test_parquet_holds_the_same_rows(view: View, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    files = {file.stem: file for file in view.export_parquet(tmp_path / "out")}

    [event] = parquet.read_table(files["event"]).to_pylist()
    assert event["type"] == "CONSULT"
    assert parquet.read_table(files["check"]).num_rows == 1


def test_audit_names_what_breaks_an_invariant(view: View) -> None:
    """Triggers keep rows safe; whoever drops them and edits a text is found out."""
    assert audit(view.path) == []
    with sqlite3.connect(view.path) as connection:
        connection.execute("DROP TRIGGER article_no_update")
        connection.execute("UPDATE article SET text = 'x' || text")
        connection.execute("INSERT INTO record VALUES ('evt-alone', 'event', (SELECT id FROM article))")

    faults = {fault.what for fault in audit(view.path)}
    assert "a quote is not what its span holds in the article" in faults
    assert {"a record has no evidence", "a record is said by no reading", "a record lacks the row of its kind"} < faults
