"""Annotated sentences: lists in one file, each with its text, its day and what is quoted from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from rasad.errors import DataError
from rasad.evaluation.evaluate import evaluate
from rasad.evaluation.gold import load_gold

ROOT = Path(__file__).resolve().parents[2]
ITEM = """
- id: x-1
  kind: bulletin
  published: 2024-05-14
  title: null
  text: وزیر خارجه قزاقستان دیروز به کابل سفر کرد.
  names: {KAZ: [قزاقستان], AFG: [کابل]}
  events:
  - {type: CONSULT, mode: visit, status: happened, trigger: سفر کرد, actors: [KAZ], recipients: [AFG],
     date: {from: 2024-05-13, to: 2024-05-13, precision: day}, place: place:kabul}
"""


def _folder(tmp_path: Path, text: str) -> Path:
    (tmp_path / "fa-IR-a.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def test_each_item_is_read_with_its_day_and_language(tmp_path: Path) -> None:
    [gold] = load_gold(_folder(tmp_path, ITEM))

    assert (gold.name, gold.marks.language, gold.declared.published) == ("x-1", "fa-IR", "2024-05-14")
    assert gold.marks.events[0].days == ("2024-05-13", "2024-05-13")
    assert gold.text[slice(*(gold.marks.events[0].extent or ()))] == "سفر کرد"
    assert gold.marks.linked == {("state", "kaz"), ("state", "afg")}


def test_sentences_are_scored_like_articles(tmp_path: Path) -> None:
    report = evaluate(_folder(tmp_path, ITEM))

    assert report.figures["events full"].f1 == 1


def test_a_quote_that_is_not_in_the_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="x-1: found the quote 'سفر نکرد'; expected words that stand in its text"):
        load_gold(_folder(tmp_path, ITEM.replace("trigger: سفر کرد", "trigger: سفر نکرد")))


def test_the_sentences_of_the_project_hold_what_they_quote() -> None:
    golds = load_gold(ROOT / "gold" / "train")

    assert len({gold.name for gold in golds}) == len(golds)
    assert all(gold.text.strip() for gold in golds)
    assert {gold.marks.language for gold in golds} == {"fa-AF", "fa-IR", "ar"}
    assert all(event.extent is not None for gold in golds for event in gold.marks.events)
