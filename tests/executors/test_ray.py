from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rasad.errors import MissingExtra
from rasad.executors import local
from rasad.executors import ray as on_ray
from rasad.ledger import View, Writer, audit
from rasad.sources.capture import Capture

SENTENCE = "وزیر امور خارجه قزاقستان روز دوشنبه به کابل سفر کرد و با {} مقام افغانستان دیدار نمود."


def captures(count: int) -> list[Capture]:
    taken = datetime(2025, 6, 2, tzinfo=UTC)
    texts = [f"سفر شماره {n}\n{SENTENCE.format(n)}\n" for n in range(count)]
    return [Capture(f"a{n}", f"a{n}.txt", t.encode(), t, "text", "utf-8", taken) for n, t in enumerate(texts)]


def exported(path: Path) -> bytes:
    stream = io.StringIO()
    with View(path) as view:
        view.export_jsonl(stream)
    return stream.getvalue().encode()


@pytest.mark.ray
@pytest.mark.slow
def test_two_actors_make_the_same_ledger_as_one_process_byte_for_byte(tmp_path: Path) -> None:
    """Shards are absorbed in the order found, whichever actor read them; reading again adds nothing."""
    pytest.importorskip("ray")
    one, two = tmp_path / "one.db", tmp_path / "two.db"
    with Writer(one) as writer:
        expected = local.read_into(writer, captures(10))

    with Writer(two) as writer:
        counts = on_ray.read_into(writer, captures(10), jobs=2, batch=2, shards=tmp_path / "shards")
        assert len(list((tmp_path / "shards").glob("*.parquet"))) == 5
        assert on_ray.absorb_shards(writer, tmp_path / "shards").new == 0

    assert counts == expected
    assert exported(one) == exported(two)
    assert audit(two) == []


def test_without_ray_the_extra_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "ray", None)
    with Writer(tmp_path / "a.db") as writer, pytest.raises(MissingExtra, match=r"rasad\[ray\]"):
        on_ray.read_into(writer, captures(1))
