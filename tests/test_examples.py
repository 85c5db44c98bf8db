from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"


@pytest.fixture
def demo() -> ModuleType:
    spec = importlib.util.spec_from_file_location("demo", EXAMPLES / "demo.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_demo_shows_every_kind_of_record_in_all_three_varieties(
    demo: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It reads all the examples, twice without harm, proves what it shows, and stays on two screens."""
    monkeypatch.chdir(tmp_path)
    assert demo.main() == 0
    first = capsys.readouterr().out
    assert demo.main() == 0
    again = capsys.readouterr().out

    assert "Read 19 into demo.db, 19 of them new" in first and "0 of them new" in again
    assert len(first.splitlines()) <= 80
    for language in ("ar", "fa-AF", "fa-IR"):
        assert sum(line.startswith(f"  {language:5} ") for line in first.splitlines()) >= 5
    assert first.partition("\nEvents, ")[2] == again.partition("\nEvents, ")[2] != ""


def test_records_are_spread_over_languages_the_same_every_time(demo: ModuleType) -> None:
    records: list[dict[str, Any]] = [{"language": "ar" if n < 8 else "fa-AF", "n": n} for n in range(12)]

    assert [record["n"] for record in demo.spread(records, 4)] == [2, 9, 6, 11]
    assert demo.spread([], 4) == []
