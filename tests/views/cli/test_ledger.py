from __future__ import annotations

import json
from pathlib import Path

import pytest

from rasad.ledger import View
from tests.views.cli.conftest import Run


def test_show_gives_the_quote_in_its_sentence_and_where_it_was_found(rasad: Run, ledger: str) -> None:
    with View(ledger) as view:
        event = view.events(type="CONSULT")[0]
    ran = rasad("show", event["id"], "--ledger", ledger)

    assert ran.code == 0
    assert f"⟦{event['quote']}⟧" in ran.out
    assert "visit.txt" in ran.out


def test_show_gives_an_article_with_its_text(rasad: Run, ledger: str) -> None:
    with View(ledger) as view:
        article = view.articles(language="ar")[0]
    ran = rasad("show", article["id"], "--ledger", ledger)

    assert ran.code == 0 and "وقعت كازاخستان وأوزبكستان" in ran.out


def test_an_id_that_is_not_there_ends_with_1(rasad: Run, ledger: str) -> None:
    ran = rasad("show", "evt-0", "--ledger", ledger)

    assert (ran.code, ran.out) == (1, "")
    assert "'evt-0'" in ran.err


def test_find_takes_any_spelling_of_a_word(rasad: Run, ledger: str) -> None:
    for word in ("قزاقستان", "قزاقـستان", "خارجة قزاقستان", "دال*"):
        assert (
            "visit" in rasad("find", word, "--ledger", ledger, "--format", "jsonl").out
            or "سفر وزیر" in rasad("find", word, "--ledger", ledger).out
        )
    ran = rasad("find", "سمرقند", "--ledger", ledger)
    assert (ran.code, ran.out) == (0, "") and "None of the 2 articles" in ran.err


def test_summary_counts(rasad: Run, ledger: str) -> None:
    counted = json.loads(rasad("summary", "--ledger", ledger, "--format", "jsonl").out)

    assert counted["articles"] == 2 and counted["languages"] == {"ar": 1, "fa-AF": 1}
    assert "fa-AF 1" in rasad("summary", "--ledger", ledger).out


def test_audit_proves_the_evidence_or_ends_with_1(rasad: Run, ledger: str, tmp_path: Path) -> None:
    import sqlite3

    assert rasad("audit", "--ledger", ledger).code == 0
    copy = tmp_path / "copy.db"
    with sqlite3.connect(ledger) as whole, sqlite3.connect(copy) as broken:
        whole.backup(broken)
        broken.execute("DROP TRIGGER evidence_no_update")
        broken.execute("UPDATE evidence SET quote = quote || 'x'")
    ran = rasad("audit", "--ledger", str(copy))

    assert ran.code == 1
    assert "a quote is not what its span holds" in ran.out


def test_export_writes_json_lines_and_parquet(rasad: Run, ledger: str, tmp_path: Path) -> None:
    assert rasad("export", "all.jsonl", "--ledger", ledger).code == 0
    lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8")
    assert rasad("export", "-", "--ledger", ledger).out == lines
    assert {json.loads(line)["table"] for line in lines.splitlines()} >= {"article", "event", "evidence"}

    pytest.importorskip("pyarrow")
    assert rasad("export", "tables", "--as", "parquet", "--ledger", ledger).code == 0
    assert (tmp_path / "tables" / "event.parquet").is_file()


def test_export_into_a_folder_that_is_not_there_is_said_in_words(rasad: Run, ledger: str) -> None:
    ran = rasad("export", "nowhere/all.jsonl", "--ledger", ledger)

    assert ran.code == 1 and "cannot be written" in ran.err
