"""The sets of gold: large enough, of all types, statuses and varieties, and apart from one another."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from rasad.evaluation.gold import Gold, load_gold
from rasad.evaluation.scores import sentence
from rasad.events.event import STATUSES, TYPES

GOLD = Path(__file__).resolve().parents[2] / "gold"
VARIETIES = ("fa-AF", "fa-IR", "ar")
_STOP = re.compile(r"[!?\u061f\n]+|\.(?![0-9A-Za-z])")


@cache
def golds(name: str) -> tuple[Gold, ...]:
    return tuple(load_gold(GOLD / name))


def of(name: str, language: str) -> list[Gold]:
    return [gold for gold in golds(name) if gold.marks.language == language]


@pytest.mark.parametrize("language", VARIETIES)
def test_each_variety_has_fifteen_hundred_sentences_to_train_on_two_fifths_without_an_event(language: str) -> None:
    sentences = told = 0
    for gold in of("train", language):
        sentences += sum(len(part.strip()) > 3 for part in _STOP.split(gold.text))
        told += len({sentence(gold.text, event.extent) for event in gold.marks.events})
    assert sentences >= 1_500
    assert told <= 0.6 * sentences


@pytest.mark.parametrize("language", VARIETIES)
def test_each_variety_is_trained_on_all_types_and_statuses(language: str) -> None:
    events = [event for gold in of("train", language) for event in gold.marks.events]
    types, statuses = Counter(e.type for e in events), Counter(e.status for e in events)
    assert min(types[t] for t in TYPES) >= 20
    assert min(statuses[s] for s in STATUSES) >= 20


@pytest.mark.parametrize("language", VARIETIES)
def test_each_trap_is_tried_by_twenty_pieces_in_each_variety(language: str) -> None:
    traps = Counter(gold.trap for gold in of("traps", language))
    assert len(traps) == 14
    assert min(traps.values()) >= 20


def test_no_text_of_the_frozen_test_is_trained_on_or_tuned_on() -> None:
    seen = {" ".join(gold.text.split()) for name in ("train", "dev", "traps") for gold in golds(name)}
    assert not seen & {" ".join(gold.text.split()) for gold in golds("test")}


def test_what_was_annotated_twice_stands_in_its_set() -> None:
    first = {gold.name for name in ("train", "test") for gold in golds(name)}
    second = [gold.name for gold in golds("second")]
    assert len(second) >= 236
    assert set(second) <= first
