from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rasad.coding.judge import Bars, judge
from rasad.coding.sheet import Sheet
from rasad.text.span import Span

Make = Callable[..., Sheet]
MET = "وزیر خارجه قزاقستان روز شنبه با همتای افغان خود در کابل دیدار کرد."


def place(sheet: Sheet, words: str) -> range:
    start = sheet.article.text.index(words)
    return range(*sheet.tokens(Span(start, start + len(words))))


def test_a_draft_that_the_model_confirms_stands_with_its_parties(sheet: Make, sure: Any) -> None:
    read = sheet(MET)
    [draft] = judge(read, sure({"CONSULT": place(read, "دیدار")}))
    assert (draft.event.type, set(draft.event.actors), set(draft.event.recipients)) == ("CONSULT", {"KAZ"}, {"AFG"})


def test_a_draft_that_the_model_denies_falls(sheet: Make, sure: Any) -> None:
    assert judge(sheet(MET), sure({})) == ()


def test_words_that_no_lexicon_drafted_are_coded_where_the_model_is_sure(sheet: Make, sure: Any) -> None:
    read = sheet(MET, blank=True)
    network = sure({"CONSULT": place(read, "دیدار کرد")}, actors="nearest role:subject", recipients="any role:with")
    [draft] = judge(read, network)
    assert (draft.event.type, draft.event.actors, draft.event.recipients) == ("CONSULT", ("KAZ",), ("AFG",))
    assert draft.told is not None
    assert draft.told.of(read.article.text) == "دیدار کرد"
    assert draft.event.evidence.of(read.article.text).startswith("وزیر خارجه")


def test_nothing_is_told_where_nobody_acts(sheet: Make, sure: Any) -> None:
    read = sheet(MET)
    assert judge(read, sure({"CONSULT": place(read, "دیدار")}, actors="first person", recipients="first person")) == ()


def test_an_attack_may_lack_its_actor(sheet: Make, sure: Any) -> None:
    read = sheet("در حمله بر سفارت چین در کابل دو تن کشته شدند.")
    [draft] = judge(read, sure({"ASSAULT": place(read, "حمله")}, actors="first person", recipients="any form:name"))
    assert draft.event.actors == ()
    assert "CHN" in draft.event.recipients


@pytest.mark.parametrize("status", ["planned", "denied", "ongoing"])
def test_the_status_is_the_models(sheet: Make, sure: Any, status: str) -> None:
    read = sheet(MET)
    [draft] = judge(read, sure({"CONSULT": place(read, "دیدار")}, status=status))
    assert draft.event.status == status


def test_the_date_is_one_that_the_text_words(sheet: Make, sure: Any) -> None:
    read = sheet(MET)
    [dated] = judge(read, sure({"CONSULT": place(read, "دیدار")}, date="drafted"))
    [undated] = judge(read, sure({"CONSULT": place(read, "دیدار")}))
    assert dated.event.date is not None
    assert dated.event.date.first == date(2024, 3, 2)
    assert undated.event.date is None


def test_a_higher_bar_leaves_out_what_is_less_likely(sheet: Make, sure: Any) -> None:
    read = sheet(MET, blank=True)
    network = sure({"CONSULT": place(read, "دیدار کرد")}, actors="nearest role:subject")
    assert len(judge(read, network, Bars(new=0.9))) == 1
    assert judge(read, network, Bars(new=1.1)) == ()


def test_every_event_has_a_score(sheet: Make, sure: Any) -> None:
    read = sheet(MET)
    [draft] = judge(read, sure({"CONSULT": place(read, "دیدار")}), weights=(0.0, 0.0))
    assert draft.event.score == 0.5


def test_it_takes_two_to_meet(sheet: Make, sure: Any) -> None:
    read = sheet("وزیر خارجه قزاقستان روز شنبه با همتای افغان خود دیدار کرد.", blank=True)
    met, aided = (
        judge(read, sure({type_: place(read, "دیدار کرد")}, actors="nearest role:subject", recipients="first person"))
        for type_ in ("CONSULT", "AID")
    )
    assert len({*met[0].event.actors, *met[0].event.recipients}) != 1 or met[0].event.actors == met[0].event.recipients
    assert aided[0].event.actors == ("KAZ",)
    assert aided[0].event.recipients == ()
