from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from rasad.views.cli.listings import LISTED
from tests.views.cli.conftest import Run


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


@pytest.mark.parametrize("name", LISTED)
@pytest.mark.parametrize("layout", ["table", "jsonl", "csv"])
def test_every_listing_prints_in_every_format(rasad: Run, ledger: str, name: str, layout: str) -> None:
    ran = rasad(name, "--ledger", ledger, "--format", layout)

    assert ran.code == 0
    assert ran.out or "Nothing to list" in ran.err


@pytest.mark.parametrize("name", ["events", "figures", "statements", "risks"])
def test_the_three_formats_hold_the_same_records(rasad: Run, ledger: str, name: str) -> None:
    ids = [row["id"] for row in rows(rasad(name, "--ledger", ledger, "--format", "jsonl").out)]

    assert ids
    table = rasad(name, "--ledger", ledger).out
    assert [line.split()[0] for line in table.splitlines()[1:] if not line.startswith(" ")] == ids
    comma = csv.DictReader(io.StringIO(rasad(name, "--ledger", ledger, "--format", "csv").out))
    assert [row["id"] for row in comma] == ids


def test_a_table_fits_the_terminal_and_cuts_long_quotes_with_an_ellipsis(
    rasad: Run, ledger: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from rasad.views.cli.rows import cells

    monkeypatch.setenv("COLUMNS", "60")
    for name in ("articles", "events", "figures", "statements"):
        out = rasad(name, "--ledger", ledger).out

        assert "…" in out
        assert max(map(cells, out.splitlines())) <= 60


def test_in_a_pipe_nothing_is_cut(rasad: Run, ledger: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)

    assert "…" not in rasad("articles", "--ledger", ledger).out


def test_filters_narrow(rasad: Run, ledger: str) -> None:
    def events(*filters: str) -> list[dict[str, object]]:
        return rows(rasad("events", "--ledger", ledger, "--format", "jsonl", *filters).out)

    assert {row["language"] for row in events("--language", "fa")} == {"fa-AF"}
    assert events("--between", "kaz", "AFG") and not events("--between", "UZB", "AFG")
    assert {row["type"] for row in events("--type", "consult")} == {"CONSULT"}
    assert len(events("--limit", "1")) == 1
    assert not events("--since", "2030-01-01")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["events", "--since", "2025-02-01", "--until", "2025-01-01"], "lies before", id="days"),
        pytest.param(["events", "--type", "MEET"], "There are: AGREE, CONSULT", id="type"),
        pytest.param(["events", "--status", "done"], "happened, ongoing", id="status"),
        pytest.param(["risks", "--type", "war"], "terrorism", id="category"),
        pytest.param(["events", "--party", "KZ"], "three letters of ISO 3166", id="party"),
        pytest.param(["events", "--between", "KAZ", "kaz"], "Try --party KAZ", id="between"),
        pytest.param(["events", "--language", "dari"], "such as fa-AF", id="language"),
        pytest.param(["events", "--since", "1 June"], "--since", id="no day"),
        pytest.param(["statements", "--status", "planned"], "No such option", id="no such filter"),
        pytest.param(["find", "!?"], "letter or digit", id="no word"),
        pytest.param(["meetings"], "No such command", id="command"),
    ],
)
def test_misuse_ends_with_2_and_says_what_there_is(rasad: Run, ledger: str, arguments: list[str], said: str) -> None:
    ran = rasad(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_where_nothing_fits_it_says_what_the_ledger_has(rasad: Run, ledger: str) -> None:
    ran = rasad("figures", "--ledger", ledger, "--type", "EUR", "--party", "KZA")

    assert (ran.code, ran.out) == (0, "")
    assert "USD 1" in ran.err and "KAZ (Kazakhstan)" in ran.err


@pytest.mark.parametrize("content", [None, b"no ledger", b"SQLite format 3\0 of nothing"])
def test_what_is_no_ledger_is_said_in_words(rasad: Run, tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "a.db").write_bytes(content)
    ran = rasad("events", "--ledger", "a.db")

    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("rasad: ledger a.db: ")


def test_a_sqlite_file_of_something_else_is_left_alone(rasad: Run, tmp_path: Path) -> None:
    import sqlite3

    with sqlite3.connect(tmp_path / "b.db") as other:
        other.execute("CREATE TABLE mine (a)")
    other.close()
    before = (tmp_path / "b.db").read_bytes()
    (tmp_path / "a.txt").write_text("وزیر خارجه قزاقستان به کابل سفر کرد.", encoding="utf-8")

    for command in (["events"], ["read", "a.txt"], ["audit"], ["export", "x.jsonl"]):
        ran = rasad(*command, "--ledger", "b.db")
        assert ran.code == 1 and "something else" in ran.err
    assert (tmp_path / "b.db").read_bytes() == before
