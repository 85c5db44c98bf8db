"""The gold of this repository, read and scored: no figure under its floor, and those that the outside tool gives."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from rasad.evaluation.evaluate import answers, of_language
from rasad.evaluation.floors import check, load_floors
from rasad.evaluation.gold import Gold, Marks, digest, load_gold
from rasad.evaluation.scores import WORDINGS, Report, score
from rasad.pipeline.annotation import annotation
from rasad.pipeline.read import read_capture
from rasad.pipeline.reading import Reading
from rasad.sources.capture import Capture, Skipped

ROOT = Path(__file__).resolve().parents[2]
DEV = ROOT / "gold" / "dev"
FLOORS = ROOT / "gold" / "floors.json"
TOOL = ROOT.parent / "shared" / "tools" / "gold.py"


class Read:
    """The gold of ``gold/dev``, read once for all tests: annotations as printed, and marks as scored."""

    def __init__(self) -> None:
        self.golds: list[Gold] = load_gold(DEV)
        self.annotations: dict[str, dict[str, Any]] = {}
        self.marks: dict[str, Marks] = answers(self.golds, read=self._read)

    def _read(self, capture: Capture) -> Reading | Skipped:
        read = read_capture(capture)
        if isinstance(read, Reading):
            self.annotations[capture.name] = annotation(read)
        return read

    def reports(self) -> dict[str, Report]:
        languages = [None, *sorted({gold.marks.language for gold in self.golds})]
        return {language or "all": score(of_language(self.golds, language), self.marks) for language in languages}


@pytest.fixture(scope="module")
def read() -> Read:
    return Read()


def test_no_figure_of_the_gold_stands_under_its_floor(read: Read) -> None:
    """Floors go up by ``python -m rasad.evaluation gold/dev --floors gold/floors.json --raise``, down in words only."""
    if not FLOORS.exists():
        pytest.skip("gold/floors.json does not exist yet: make it with python -m rasad.evaluation --raise")
    check(read.reports(), digest(DEV), load_floors(FLOORS)["dev"])


def test_every_article_of_the_gold_is_answered(read: Read) -> None:
    assert set(read.marks) == {gold.name for gold in read.golds}


def test_the_figures_are_those_of_the_outside_tool(read: Read) -> None:
    """Two programs that share no line, given the same annotations, count the same."""
    if not TOOL.exists():
        pytest.skip("the outside tool is not beside this checkout")
    tool = _tool()
    expected = tool.score(tool.load(DEV), dict(read.annotations))
    ours = read.reports()["all"]

    assert (ours.answered, ours.articles) == (expected["answered"], expected["articles"])
    assert round(ours.false_checks, 2) == expected["false checks per article"]
    for tallies, theirs in (
        ({WORDINGS.get(name, name): tally for name, tally in ours.figures.items()}, expected["figures"]),
        (ours.types, expected["events by type (type+parties)"]),
    ):
        counted = {name: (tally.right, tally.gold, tally.system) for name, tally in tallies.items()}
        assert counted == {name: (f["right"], f["gold"], f["system"]) for name, f in theirs.items()}


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("outside_gold", TOOL)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
