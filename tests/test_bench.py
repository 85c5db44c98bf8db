from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path
from types import ModuleType

import pytest

from rasad.pipeline.read import STEPS

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def bench(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("reading", ROOT / "bench" / "reading.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "reading", module)
    monkeypatch.delattr("os.sched_setaffinity", raising=False)
    spec.loader.exec_module(module)
    return module


def test_the_bench_times_every_step_and_the_start(
    bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(ROOT / "examples" / "articles" / "d01-prs.txt", tmp_path)

    assert bench.main([str(tmp_path), "--rounds", "1"]) == 0
    printed = capsys.readouterr().out
    assert {step.name for step in STEPS} <= set(printed.split())
    for said in ("articles a second", "MB a second", "MiB of memory", "knowledge base"):
        assert said in printed


def test_a_folder_without_texts_is_said(bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main([str(tmp_path)]) == 1
    assert "no texts" in capsys.readouterr().err
