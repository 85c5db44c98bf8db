from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rasad.executors import Counts, local
from rasad.executors.batch import Unit, batches, read_batch
from rasad.executors.shard import read_shard, write_shard
from rasad.ledger import View, Writer, audit
from rasad.pipeline.read import read_capture
from rasad.pipeline.reading import Reading
from rasad.sources.capture import Capture, Skipped

SENTENCE = "وزیر امور خارجه قزاقستان روز دوشنبه به کابل سفر کرد و با {} مقام افغانستان دیدار نمود."


def captures(count: int) -> list[Capture]:
    taken = datetime(2025, 6, 2, tzinfo=UTC)
    texts = [f"سفر شماره {n}\n{SENTENCE.format(n)}\n" for n in range(count)]
    return [Capture(f"a{n}", f"a{n}.txt", t.encode(), t, "text", "utf-8", taken) for n, t in enumerate(texts)]


def exported(path: Path) -> str:
    stream = io.StringIO()
    with View(path) as view:
        view.export_jsonl(stream)
    return stream.getvalue()


def reads_or_dies(capture: Capture) -> Reading | Skipped:
    if capture.name == "a3":
        os.kill(os.getpid(), signal.SIGKILL)
    return read_capture(capture)


def test_batches_take_no_more_than_they_need() -> None:
    numbers = iter(range(100))

    assert next(batches(numbers, 3)) == [0, 1, 2]
    assert next(numbers) == 3


def test_what_was_skipped_on_the_way_is_kept_beside_what_was_read(tmp_path: Path) -> None:
    empty = Capture("e", "e.txt", b"", "", "text", "utf-8", datetime(2025, 6, 2, tzinfo=UTC))
    met: list[str] = []
    with Writer(tmp_path / "a.db") as writer:
        found: list[Capture | Skipped] = [*captures(2), Skipped("x.bin", "It is not text."), empty]
        counts = local.read_into(writer, found, progress=met.append)

    assert counts == Counts(read=2, new=2, skipped=2)
    assert met == ["a0.txt", "a1.txt", "x.bin", "e.txt"]
    with View(tmp_path / "a.db") as view:
        assert {row["found_at"]: row["why"] for row in view.skipped()} == {
            "x.bin": "It is not text.", "e.txt": "The text is empty.",
        }  # fmt: skip
    assert audit(tmp_path / "a.db") == []


def test_reading_again_adds_nothing_and_reads_nothing_twice(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with Writer(path) as writer:
        local.read_into(writer, captures(3))
    before = exported(path)

    def never(capture: Capture) -> Reading | Skipped:
        raise AssertionError(capture.name)

    with Writer(path) as writer:
        assert local.read_into(writer, captures(3), read=never) == Counts(read=3, new=0, skipped=0)
    assert exported(path) == before


def test_several_processes_make_the_same_ledger_as_one(tmp_path: Path) -> None:
    for jobs in (1, 2):
        with Writer(tmp_path / f"{jobs}.db") as writer:
            local.read_into(writer, captures(9), jobs=jobs, batch=2)

    assert exported(tmp_path / "1.db") == exported(tmp_path / "2.db")


def test_a_process_that_dies_of_one_article_loses_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(Path(__file__).parent), os.environ.get("PYTHONPATH", "")]))
    path = tmp_path / "a.db"
    with Writer(path) as writer:
        counts = local.read_into(writer, captures(6), jobs=2, batch=2, read=reads_or_dies)

    assert counts == Counts(read=5, new=5, skipped=1)
    with View(path) as view:
        [skipped] = view.skipped()
    assert skipped["found_at"] == "a3.txt" and "died" in skipped["why"]


_RUN = """
import sys, time
sys.path.insert(0, {tests!r})
from test_local import captures
from rasad.executors import local
from rasad.ledger import Writer

def slow(where):
    print(where, flush=True)
    time.sleep(0.2)

with Writer({path!r}) as writer:
    local.read_into(writer, captures(8), progress=slow)
"""


def test_a_run_that_is_killed_is_finished_by_running_again(tmp_path: Path) -> None:
    path, unbroken = tmp_path / "a.db", tmp_path / "b.db"
    script = _RUN.format(tests=str(Path(__file__).parent), path=str(path))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        for _ in range(3):
            process.stdout.readline()
        time.sleep(0.05)
        process.kill()
    assert audit(path) == []
    with View(path) as view:
        assert 0 < view.summary()["articles"] < 8

    for ledger in (path, unbroken):
        with Writer(ledger) as writer:
            local.read_into(writer, captures(8))
    assert exported(path) == exported(unbroken)


_MANY = """
import sys, time
sys.path.insert(0, {tests!r})
from test_local import captures
from rasad.executors import local
from rasad.ledger import Writer

if __name__ == "__main__":
    def slow(where):
        import multiprocessing
        print(*(child.pid for child in multiprocessing.active_children()), flush=True)
        time.sleep(60)

    with Writer({path!r}) as writer:
        local.read_into(writer, captures(8), jobs=2, batch=1, progress=slow)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="asks /proc which processes run")
def test_the_readers_of_a_run_that_is_killed_end_with_it(tmp_path: Path) -> None:
    script = tmp_path / "many.py"
    script.write_text(_MANY.format(tests=str(Path(__file__).parent), path=str(tmp_path / "a.db")), encoding="utf-8")
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        readers = [int(pid) for pid in process.stdout.readline().split()]
        process.kill()

    assert len(readers) == 2
    for _ in range(100):
        if not any(map(_runs, readers)):
            break
        time.sleep(0.1)
    assert not any(map(_runs, readers))


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    except FileNotFoundError:
        return False


def test_a_shard_gives_back_its_units_and_is_named_by_what_it_holds(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    units: list[Unit] = read_batch([*captures(2), Skipped("x", "It is empty.")])

    path = write_shard(units, tmp_path)

    assert list(read_shard(path)) == units
    assert write_shard(read_batch([*captures(2), Skipped("x", "It is empty.")]), tmp_path) == path
    assert write_shard(units[:1], tmp_path) != path
    assert len(list(tmp_path.iterdir())) == 2
