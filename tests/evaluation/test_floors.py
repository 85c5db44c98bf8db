from __future__ import annotations

from pathlib import Path

import pytest

from rasad.errors import DataError, FloorError, SourceMissing
from rasad.evaluation.floors import Floors, check, load_floors, raised, save_floors
from rasad.evaluation.gold import digest, load_gold
from rasad.evaluation.scores import FIGURES, Report, Tally


def report(right: int, false_checks: float = 0.0) -> Report:
    return Report(1, 1, dict.fromkeys(FIGURES, Tally(right, 100, 100)), {}, false_checks)


def test_floors_stand_just_under_what_was_measured() -> None:
    floors = raised({"all": report(60, 0.2)}, "d", None)

    assert floors.figures["all"]["events"] == 0.59
    assert floors.figures["all"]["false checks"] == 0.21
    check({"all": report(60, 0.2)}, "d", floors)


@pytest.mark.parametrize("worse", [report(58, 0.2), report(60, 0.3)])
def test_a_figure_under_its_floor_is_named(worse: Report) -> None:
    floors = raised({"all": report(60, 0.2)}, "d", None)

    with pytest.raises(FloorError, match="all, "):
        check({"all": worse}, "d", floors)


def test_floors_rise_and_are_lowered_only_when_that_is_said() -> None:
    floors = raised({"all": report(60)}, "d", None)

    assert raised({"all": report(50)}, "d", floors).figures["all"]["events"] == 0.59
    assert raised({"all": report(70)}, "d", floors).figures["all"]["events"] == 0.69
    assert raised({"all": report(50)}, "d", floors, lower=True).figures["all"]["events"] == 0.49


def test_floors_of_another_gold_are_no_floors() -> None:
    """Figures are pinned to the gold they were measured on: edited gold asks for new floors, in words."""
    floors = raised({"all": report(60)}, "d", None)

    with pytest.raises(FloorError, match="the gold has changed"):
        check({"all": report(99)}, "e", floors)
    with pytest.raises(FloorError, match="--lower"):
        raised({"all": report(99)}, "e", floors)


def test_floors_are_kept_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert load_floors(path) == {}
    save_floors(path, {"dev": Floors("d", {"all": {"events": 0.5}})})

    assert load_floors(path) == {"dev": Floors("d", {"all": {"events": 0.5}})}


@pytest.mark.parametrize("content", ["{", "[]", '{"dev": {}}', '{"dev": 3}'])
def test_a_broken_file_of_floors_is_named(content: str, tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    path.write_text(content)
    with pytest.raises(DataError, match=r"floors\.json"):
        load_floors(path)


def test_the_digest_moves_with_annotation_and_text(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("id: a\nlanguage: fa-IR\n")
    (tmp_path / "a.txt").write_text("متن")
    first = digest(tmp_path)
    (tmp_path / "a.txt").write_text("متن دیگر")

    assert digest(tmp_path) != first
    assert [gold.name for gold in load_gold(tmp_path)] == ["a"]


def test_a_folder_without_gold_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceMissing, match="gold"):
        load_gold(tmp_path)
    (tmp_path / "a.yaml").write_text("id: a")
    with pytest.raises(SourceMissing, match="beside"):
        load_gold(tmp_path)
    (tmp_path / "a.txt").write_text("متن")
    (tmp_path / "a.yaml").write_text("- a")
    with pytest.raises(DataError, match="mapping"):
        load_gold(tmp_path)
