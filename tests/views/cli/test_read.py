from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rasad.ledger import View, audit
from rasad.views import python
from tests.views.cli.conftest import ARTICLES, Run

#: How many articles take long enough to be stopped in the middle.
_MANY = 40
GOOD = "وزیر خارجه قزاقستان روز دوشنبه به کابل سفر کرد."
PAGE = '<meta charset="windows-1256"><p>زار وزير خارجية طاجيكستان كابل يوم الاثنين والتقى نظيره الأفغاني.'
BAD = {
    "empty.txt": (b"", "It is empty"),
    "binary.txt": (bytes(range(256)) * 9, "binary"),
    "image.txt": (b"\x89PNG\r\n\x1a\n" + bytes(90), "PNG"),
    "signs.txt": ("30/10–33 … ۱۲".encode(), "no letter"),
    "broken.jsonl": (b'{"text": \n{"other": 1}\n', "JSON"),
}


@pytest.mark.parametrize("name", BAD)
@pytest.mark.parametrize("command", ["read", "annotate"])
def test_what_cannot_be_read_ends_with_1_and_a_reason(rasad: Run, tmp_path: Path, name: str, command: str) -> None:
    raw, why = BAD[name]
    (tmp_path / name).write_bytes(raw)
    ran = rasad(command, name)

    assert (ran.code, ran.out) == (1, "")
    assert why in ran.err and name in ran.err


def test_where_the_rest_is_read_it_ends_with_0_and_keeps_the_reasons(rasad: Run, tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for name, (raw, _) in BAD.items():
        (news / name).write_bytes(raw)
    (news / "good.txt").write_text(GOOD, encoding="utf-8")
    ran = rasad("read", "missing.txt", "news", "--ledger", "a.db")

    assert ran.code == 0
    with View(tmp_path / "a.db") as view:
        [article] = view.articles()
        reasons = {Path(row["found_at"].partition(":")[0]).name: row["why"] for row in view.skipped()}
    assert article["found_at"] == ["news/good.txt"]
    assert {*BAD, "missing.txt"} <= set(reasons)


def test_a_lone_place_that_is_not_there_makes_no_ledger(rasad: Run, tmp_path: Path) -> None:
    ran = rasad("read", "missing.txt", "--ledger", "a.db")

    assert ran.code == 1 and "no such file" in ran.err
    assert not (tmp_path / "a.db").exists()


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        pytest.param("page.html", PAGE.encode("cp1256"), id="cp1256"),
        pytest.param("cut.txt", GOOD.encode() + b"\xd9\xff\xfe", id="broken UTF-8"),
        pytest.param("photo.png", GOOD.encode(), id="wrong ending"),
        pytest.param("deep.html", b"<div>" * 20_000 + GOOD.encode(), id="nested tags"),
        pytest.param("day.txt", f"{GOOD} ۳۱ مهر ۱۴۰۴ و 30/10–33".encode(), id="impossible dates"),
    ],
)  # fmt: skip
def test_damage_is_no_reason_not_to_read(rasad: Run, tmp_path: Path, name: str, raw: bytes) -> None:
    (tmp_path / name).write_bytes(raw)
    ran = rasad("annotate", name)

    assert ran.code == 0
    assert "AFG" in {entity["id"] for entity in json.loads(ran.out)["entities"]}


def test_a_language_that_is_not_read_is_kept_and_said(rasad: Run, tmp_path: Path) -> None:
    text = "Президент Казахстана посетил Кабул в понедельник и встретился с представителями властей."
    (tmp_path / "ru.txt").write_text(text, encoding="utf-8")
    ran = rasad("read", "ru.txt", "--ledger", "a.db")

    assert "not read yet" in ran.err
    with View(tmp_path / "a.db") as view:
        [article] = view.articles()
        assert view.show(article["id"])["text"] == text
        assert view.skipped()[0]["article"] == article["id"]


def test_reading_the_folder_of_the_ledger_passes_over_the_ledger(rasad: Run, tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(GOOD, encoding="utf-8")
    for _ in range(2):
        assert rasad("read", ".", "--ledger", "a.db").code == 0
    with View(tmp_path / "a.db") as view:
        assert view.skipped() == [] and len(view.articles()) == 1


def test_annotate_stores_nothing_and_marks_words_of_the_text(rasad: Run, tmp_path: Path) -> None:
    (tmp_path / "visit.txt").write_text(ARTICLES["visit.txt"], encoding="utf-8")
    [line] = rasad("annotate", "visit.txt").out.splitlines()

    found = json.loads(line)
    where = found["events"][0]["evidence"]
    assert ARTICLES["visit.txt"][where["start"] : where["end"]].strip()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["visit.txt"]


@pytest.mark.slow
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_read_that_was_stopped_is_finished_by_running_it_again(tmp_path: Path, how: signal.Signals) -> None:
    news = tmp_path / "news"
    news.mkdir()
    for n in range(_MANY):
        (news / f"{n:02}.txt").write_text(ARTICLES["visit.txt"] + f"شماره {n}\n" + "متن دراز. " * 600, encoding="utf-8")
    command = [sys.executable, "-m", "rasad.views.cli", "read", str(news), "--ledger", str(tmp_path / "a.db")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        kept = 0
        for _ in range(600):
            time.sleep(0.02)
            if (tmp_path / "a.db").exists() and (kept := _kept(tmp_path / "a.db")):
                break
        os.kill(process.pid, how)
        talk = process.communicate()[1]
    assert kept > 0
    assert "Traceback" not in talk
    if how == signal.SIGINT:
        assert process.returncode == 130 and "Stopped" in talk
    assert audit(tmp_path / "a.db") == []

    counts = python.read(news, ledger=tmp_path / "a.db")
    assert counts.read == _MANY and counts.new < _MANY
    python.read(news, ledger=tmp_path / "b.db")
    for ledger in ("a", "b"):
        python.export(tmp_path / f"{ledger}.jsonl", ledger=tmp_path / f"{ledger}.db")
    assert (tmp_path / "a.jsonl").read_bytes() == (tmp_path / "b.jsonl").read_bytes()


def _kept(ledger: Path) -> int:
    import sqlite3

    connection = sqlite3.connect(ledger, timeout=5)
    try:
        return int(connection.execute("SELECT count(*) FROM reading").fetchone()[0])
    except sqlite3.OperationalError:
        return 0
    finally:
        connection.close()
