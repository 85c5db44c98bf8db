from __future__ import annotations

from rasad.evaluation.gold import Gold, Marks, marks
from rasad.evaluation.report import ablation, calibration, confusions, intervals, table
from tests.evaluation.test_scores import TEXT, at, event, gold_of


def read(*events: dict[str, object]) -> Marks:
    return marks({"events": list(events)}, TEXT)


def golds(count: int) -> list[Gold]:
    made = gold_of({"language": "ar", "events": [event()]})
    return [Gold(f"a{i}", made.path, made.raw, made.text, made.marks) for i in range(count)]


def test_an_interval_holds_its_figure_and_is_narrower_for_more_articles() -> None:
    few, many = golds(4), golds(64)
    answers = {g.name: read(event() if int(g.name[1:]) % 2 else event(type="AID")) for g in many}
    narrow, wide = intervals(many, answers)["events"], intervals(few, answers)["events"]
    assert narrow.f1 == wide.f1 == 0.5
    assert narrow.low <= 0.5 <= narrow.high
    assert narrow.high - narrow.low < wide.high - wide.low


def test_the_same_articles_give_the_same_interval() -> None:
    answers = {g.name: read(event(type="AID")) for g in golds(5)}
    assert intervals(golds(5), answers) == intervals(golds(5), answers)


def test_an_event_read_as_another_type_in_its_sentence_is_a_confusion_else_it_is_missed_or_invented() -> None:
    [gold] = golds(1)
    assert confusions([gold], {gold.name: read(event(type="AID"))}) == {("CONSULT", "AID"): 1}
    assert confusions([gold], {gold.name: read()}) == {("CONSULT", "none"): 1}
    elsewhere = read(event(), event(type="AID", evidence=at("تجارت")))
    assert confusions([gold], {gold.name: elsewhere}) == {("none", "AID"): 1}


def test_calibration_counts_what_is_right_by_score() -> None:
    [gold] = golds(1)
    bins = calibration([gold], {gold.name: read(event(score=0.93), event(type="AID", score=0.31))})["event"]
    assert [(b.low, b.records, b.right) for b in bins if b.records] == [(0.3, 1, 0), (0.9, 1, 1)]


def test_a_table_names_each_variety_and_how_many_there_are() -> None:
    [gold] = golds(1)
    lines = table([gold], {gold.name: read(event())})
    assert lines[0].endswith("| ar | n |")
    assert any(
        line.startswith("| event type+parties | 1.000 | 1.000 | 1.000 [1.000, 1.000] | 1.000 | 1 |") for line in lines
    )


def test_readers_stand_side_by_side() -> None:
    [gold] = golds(1)
    lines = ablation([gold], {"lexicons": {gold.name: read()}, "both": {gold.name: read(event())}})
    assert lines[2].startswith("| lexicons | 0.000 (P 0.00, R 0.00)")
    assert lines[3].startswith("| both | 1.000 (P 1.00, R 1.00)")
